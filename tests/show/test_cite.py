"""What is used is told for a paper, with the sources that docstrings name."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from datetime import UTC, datetime

import attrs
import pytest

import netzwerkwandel as nw
from netzwerkwandel import evaluation, metrics


PUBLIC = {
    name: getattr(room, name)
    for room in (nw, metrics, evaluation)
    for name in room.__all__
    if callable(getattr(room, name))
}
NAMING = {
    name: each for name, each in PUBLIC.items() if "References\n---" in (inspect.getdoc(each) or "")
}


@pytest.mark.parametrize("name", NAMING)
def test_every_source_that_a_docstring_names_is_told_whole(name: str):
    named = len(re.findall(r"^\.\. \[\d+\] ", inspect.getdoc(NAMING[name]), re.MULTILINE))

    found = nw.cite(NAMING[name]).sources

    assert len(found) == named
    for source in found:
        assert all(re.fullmatch(r"[^,]+, (\w\.[- ]?)+|others", each) for each in source.authors)
        assert 1800 < source.year < 2100
        assert not re.search(r'["\[\]]|^and ', source.title)
        assert source.place


def test_entries_are_of_bibtex_each_key_once():
    made = nw.cite(*NAMING.values()).bibtex

    keys = re.findall(r"^@\w+\{([^,]+),$", made, re.MULTILINE)
    assert len(keys) == len(set(keys)) > 40
    assert all(re.fullmatch(r"[a-z0-9]+", key) for key in keys)
    assert made.count("{") == made.count("}")
    for line in made.splitlines():
        assert re.fullmatch(r"@\w+\{[a-z0-9]+,|  [a-z]+ = \{.+\},|\}|", line), line
        assert not re.search(r"(?<!\\)[&%#]", line), line


def test_journal_volume_and_pages_stand_apart():
    made = nw.cite(metrics.structural_holes).bibtex

    assert "  journal = {Connections},\n  volume = {20},\n  number = {1},\n" in made
    assert "  publisher = {Harvard University Press},\n  note = {chapter 2},\n" in made
    book = nw.cite(metrics.simmelian_strength).bibtex
    assert "@incollection{krackhardt1998simmelian," in book


def test_a_result_says_its_model_and_a_strategy_its_parameters():
    network = nw.Network.from_edges(["ada"], ["ben"])

    made = nw.cite(
        metrics.structural_holes(network, model="ego"), nw.ExponentialDecay(half_life=90.0)
    )

    assert made.methods.startswith("Structural holes of the ego model (Burt, 1992; Borgatti, 1997;")
    assert "exponential decay with half life 90" in made.methods
    assert "; and exponential decay" in made.methods
    assert made.methods in str(made)
    assert made.bibtex in str(made)


def test_what_is_a_part_of_a_whole_has_its_sources():
    whole = nw.cite(metrics.structural_holes).sources

    assert nw.cite(metrics.constraint).sources == whole
    assert nw.cite(metrics.constraint, metrics.effective_size).sources == whole
    assert nw.cite(metrics.ei_index).sources == nw.cite(metrics.composition).sources


def test_what_is_an_idea_of_the_library_names_the_library_alone():
    made = nw.cite(nw.timeline)

    assert made.sources == ()
    assert made.methods.startswith("Timeline was computed with netzwerkwandel ")
    assert made.bibtex.startswith("@software{netzwerkwandel,")


def test_a_strategy_of_ones_own_is_not_of_the_library():
    @attrs.frozen(kw_only=True)
    class Mine(nw.Dormant):
        """Another idea."""

    with pytest.raises(nw.InvalidArgumentError, match="used must be"):
        nw.cite(Mine())


@pytest.mark.parametrize(
    "used", [(), (3,), ("constraint",), (len,), (datetime(2026, 1, 1, tzinfo=UTC),)]
)
def test_what_is_not_of_the_library_is_refused(used: tuple[object, ...]):
    with pytest.raises(nw.InvalidArgumentError):
        nw.cite(*used)


@pytest.mark.slow
def test_without_docstrings_it_says_so():
    program = "import netzwerkwandel as nw; nw.cite(nw.timeline)"

    done = subprocess.run(
        [sys.executable, "-OO", "-c", program], capture_output=True, text=True, check=False
    )

    assert "InvalidArgumentError" in done.stderr
    assert "-OO" in done.stderr

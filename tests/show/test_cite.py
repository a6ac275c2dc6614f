"""What is used is told for a paper, with the sources that docstrings name."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

import attrs
import numpy as np
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


def test_of_an_ego_study_every_measure_is_told_with_its_sources():
    study = metrics.EgoStudy.of(
        {"ego": [1, 2], "sex": ["w", "m"]},
        {"ego": [1, 1, 2], "alter": [1, 2, 1], "sex": ["w", "m", "m"]},
        {"ego": [1], "source": [1], "target": [2]},
    )

    made = nw.cite(
        study.by_ego(
            lambda own: metrics.composition(own, "sex"),
            constraint=metrics.constraint,
            ei=partial(metrics.ei_index, groups="sex"),
            men=lambda own: own.attribute("sex").count("m"),
        )
    )

    whole = nw.cite(metrics.composition, metrics.constraint, metrics.ei_index)
    assert made.sources == whole.sources
    assert made.methods.startswith("Composition of each ego (Krackhardt & Stern, 1988;")
    assert "; constraint of each ego (Burt, 1992;" in made.methods
    assert "; ei index of each ego (" in made.methods
    assert "; and men of each ego were computed" in made.methods


def test_figures_of_a_function_of_ones_own_have_their_names():
    study = metrics.EgoStudy.of(None, {"ego": [1], "alter": [1]})

    made = nw.cite(
        study.by_ego(lambda own: {"people": own.n_contacts, "ties": own.degree.sum() / 2})
    )

    assert made.methods.startswith("People of each ego; and ties of each ego were computed")


def test_of_a_study_without_egos_the_measures_are_told_all_the_same():
    nobody = metrics.EgoStudy.of({"ego": []}, {"ego": [], "alter": []})

    made = nw.cite(nobody.by_ego(constraint=metrics.constraint, own=lambda _: 0.0))

    assert made.sources == nw.cite(metrics.constraint).sources
    assert "; and own of each ego were computed" in made.methods


def test_a_result_of_chance_says_how_it_was_made_and_not_what_was_found():
    network = nw.Network.from_edges(["ada", "ben"], ["ben", "cem"])
    rng = np.random.default_rng(1)
    of_groups = metrics.permutation_test(
        network, ["a", "b", "b"], lambda *_: 0.776466, rng=rng, samples=19
    )
    of_ties = metrics.degree_test(network, lambda _: 0.776466, rng=rng, samples=29)
    halves = metrics.Bootstrap(observed=0.776466, halves=np.zeros(39), level=0.9)

    made = nw.cite(of_groups, of_ties, halves)

    assert made.methods.startswith(
        "Permutation test of shuffled groups with samples 19 (Hubert, 1987; Lancaster, 1961); "
        "permutation test of shuffled ties with samples 29 (Besag & Clifford, 1989; "
        "Lancaster, 1961); and bootstrap with samples 39, level 0.9 (Politis & Romano, 1994) were"
    )
    assert "0.776" not in made.methods
    assert nw.cite(of_groups).sources == nw.cite(metrics.permutation_test).sources


def test_numbers_that_were_found_are_in_no_paragraph():
    network = nw.Network.from_edges(["ada", "ben", "cem"], ["ben", "cem", "ada"])

    made = nw.cite(metrics.core_periphery(network))

    assert made.methods.startswith("Core periphery (Lip, 2011; Fasino & Rinaldi, 2020) was")


def test_an_entry_has_its_doi_and_that_of_the_library_its_year():
    made = nw.cite(metrics.degree_test).bibtex

    assert (
        "  journal = {Biometrika},\n  volume = {76},\n  number = {4},\n  pages = {633-642},\n"
        "  doi = {10.1093/biomet/76.4.633},\n}"
    ) in made
    assert "doi.org" not in nw.cite(*NAMING.values()).bibtex
    changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[[\d.]+\] - (\d{4})-", changes, re.MULTILINE)
    year = released[0] if released else "2026"
    assert f"  year = {{{year}}},\n  version = {{{version('netzwerkwandel')}}},\n}}" in made


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

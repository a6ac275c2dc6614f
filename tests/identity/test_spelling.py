from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.identity import spelling
from netzwerkwandel.identity.spelling import fold, plain_distance


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("meier", "meier", 0),
        ("meier", "meyer", 1),
        ("meier", "meire", 1),
        ("meier", "meiers", 1),
        ("meier", "eier", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_letters_changed_added_dropped_or_swapped_are_counted(one, other, distance):
    assert plain_distance(one, other) == distance


short_words = st.text("abc", max_size=6)


@given(short_words, short_words)
def test_rapidfuzz_counts_the_same(one, other):
    distance = pytest.importorskip("rapidfuzz.distance").OSA.distance

    assert plain_distance(one, other) == distance(one, other)


def test_without_rapidfuzz_the_plain_count_is_used(monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)

    assert spelling._fastest.__wrapped__() is plain_distance


@given(short_words, short_words)
def test_the_distance_is_mutual_and_zero_only_for_the_same_word(one, other):
    assert plain_distance(one, other) == plain_distance(other, one)
    assert (plain_distance(one, other) == 0) is (one == other)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("MÜLLER", "muller"),
        ("Mueller", "muller"),
        ("Straße", "strasse"),
        ("Bauer", "bauer"),
        ("Queck", "queck"),
        ("Goethe", "gothe"),
        ("Łukasz", "lukasz"),
        ("D’Arc", "darc"),
    ],
)
def test_spellings_are_folded_to_one_form(word, folded):
    assert fold(word) == folded


@given(st.text(max_size=20))
def test_upper_and_lower_case_fold_to_one_form(word):
    assert fold(word.upper()) == fold(word.upper().lower().upper())

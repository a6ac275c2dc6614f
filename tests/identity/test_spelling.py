from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.identity import spelling
from netzwerkwandel.identity.name_words import BESIDE_A_NAME
from netzwerkwandel.identity.shown_names import shown_name
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


@given(st.text("abdejlmoruMJD", max_size=12))
def test_of_plain_letters_folding_leaves_out_three_only(word):
    """Whether a word may fold to one that stands beside names is asked of the others first."""
    kept = str.maketrans("", "", "aej")

    assert fold(word).translate(kept) == word.casefold().translate(kept)


@pytest.mark.parametrize("name", ["Mama Handy", "Mamae Haendy", "Maama", "Ben Okafor"])
def test_a_word_beside_a_name_is_left_out_however_it_is_spelt(name):
    words = name.split()
    kept = [word for word in words if fold(word) not in BESIDE_A_NAME]

    assert shown_name(name) == " ".join(kept or words[:1])

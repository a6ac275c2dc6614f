from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.identity.name_words import BESIDE_A_NAME
from netzwerkwandel.identity.shown_names import shown_name
from netzwerkwandel.identity.spelling import fold, is_a_slip_apart


def changes(a: str, b: str) -> int:
    """How many letters to change, add, drop or swap with the next turn one word into another."""
    # Row i has how far the first i letters of a are from every beginning of b.
    rows = [list(range(len(b) + 1))]
    for i, letter in enumerate(a, 1):
        rows.append([i])
        for j, other in enumerate(b, 1):
            step = rows[i - 1][j - 1] + (letter != other)
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, step)
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


short_words = st.text("abc", max_size=6)


@given(short_words, short_words)
@example("meier", "meire")
@example("abcc", "bacc")
@example("aab", "aba")
@example("abab", "baba")
def test_a_slip_is_one_letter_changed_added_dropped_or_swapped(one, other):
    assert is_a_slip_apart(one, other) is (changes(one, other) == 1)


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

from __future__ import annotations

import pytest

from netzwerkwandel.identity.occupations import is_other_occupation


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nurse", "UX Designer"),
        ("Senior Nurse", "Senior Designer"),
        ("Leiterin Vertrieb", "Leiterin Forschung"),
        ("Lehrer", "Data Scientist"),
        ("Marketing Manager", "Tischlerin"),
        ("Head of Sales", "Head of People"),
        ("Builder", "UX Designer"),
    ],
)
def test_positions_without_a_word_in_common_are_other_occupations(before, after) -> None:
    assert is_other_occupation(before, after)
    assert is_other_occupation(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Designer", "Head of Design"),
        ("Nurse", "Nursing Director"),
        ("Berater", "Leiterin Beratung"),
        ("Produktmanagerin", "Manager"),
        ("Softwareentwickler", "Software Engineer"),
        ("Entwicklerin", "Senior Developer"),
        ("Vertriebsleiter", "Head of Sales"),
        ("Gesundheits- und Krankenpfleger", "Nurse"),
        ("MÜLLER", "Mueller"),
    ],
)
def test_endings_parts_of_words_and_the_other_language_are_the_same_occupation(
    before, after
) -> None:
    assert not is_other_occupation(before, after)
    assert not is_other_occupation(after, before)


@pytest.mark.parametrize("rank", ["", "  ", "CEO", "Founder & CEO", "Leiterin", "Student", "III"])
def test_a_position_that_names_no_occupation_says_nothing(rank) -> None:
    assert not is_other_occupation(rank, "Nurse")
    assert not is_other_occupation("Nurse", rank)

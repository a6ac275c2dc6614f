"""Two works compared: are they the same, and what does one add to the other?"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model.contact import Work


def filled(works: Sequence[Work]) -> Work:
    """Return the first work, with what others add that do not contradict it."""
    first, *others = works
    for other in others:
        if not contradicts(first, other):
            first = and_also(first, other)
    return first


def and_also(work: Work, other: Work) -> Work:
    """Return a work with what the other knows and it does not."""
    return attrs.evolve(
        work,
        organisation=work.organisation or other.organisation,
        position=work.position or other.position,
    )


def contradicts(work: Work, other: Work) -> bool:
    """Say whether two works name another employer or another position; not known is no other."""
    one, two = folded_words(work.position), folded_words(other.position)
    return (bool(one and two) and one != two) or is_other_employer(work, other)


def is_other_employer(work: Work, other: Work) -> bool:
    """Say whether two works name another employer each."""
    one, two = employer_key(work.organisation), employer_key(other.organisation)
    return bool(one and two) and one != two


def employer_key(organisation: str) -> str:
    """Return what two spellings of one employer have in common."""
    return employer_form(organisation) or folded_words(organisation)


def folded_words(text: str) -> str:
    """Return what two spellings of one text have in common."""
    return " ".join(fold(text).split())


def spelled_alike(works: Sequence[Work]) -> list[Work]:
    """Return the works, with one spelling of each employer and position: the first."""
    employers: dict[str, str] = {}
    positions: dict[str, str] = {}
    return [
        Work(
            organisation=employers.setdefault(employer_key(each.organisation), each.organisation),
            position=positions.setdefault(folded_words(each.position), each.position),
            seen=each.seen,
        )
        for each in works
    ]

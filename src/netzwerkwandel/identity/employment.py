"""Where one person works and has worked, by all that was told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

import attrs

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.occupations import is_other_occupation
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.work import Work


@attrs.frozen
class Employment:
    """Where a person works now, and where before; the oldest first."""

    current: Work
    earlier: tuple[Work, ...] = ()

    @property
    def is_other_career(self) -> bool:
        """Whether one of the moves was to another employer and into another occupation."""
        dated = [work for work in (*self.earlier, self.current) if work.seen is not None]
        return any(_is_other_career(before, after) for before, after in pairwise(dated))


def employment(records: Sequence[Contact]) -> Employment:
    """Say where a person works now and where before: did she move since it was last told?

    The current work is the one that was told last. Of those told on one day, and where nothing is
    dated, it is that of the record which knows both employer and position, of these LinkedIn's. A
    statement without a date adds what the current work lacks, and never makes a move.

    Work is other work if the employer is another, whatever the legal form, or the position. Who
    tells only one of the two does not contradict the other.

    Parameters
    ----------
    records : sequence of Contact
        Of one person, in the order in which they are believed.

    Returns
    -------
    Employment
        Each work with the last day on which it was told. One employer, and one position, is
        spelled alike in all of them: as the newest is.
    """
    by_trust = sorted(records, key=_knows_work)
    now = [_work(record) for record in by_trust if record.organisation or record.position]
    before = [work for record in by_trust for work in reversed(record.earlier_work)]
    before = [work for work in before if work.organisation or work.position]
    # Of most people nothing is told: whoever is known from mail alone.
    if not now and not before:
        return Employment(Work())
    last = max(map(_day, now), default=date.min)
    newest = [work for work in now if _day(work) == last]
    older = [work for work in now if date.min < _day(work) < last]
    works = [_filled(newest)] if newest else []
    for told in _by_day([*older, *before]):
        _follow(works, told)
    if newest:
        works[0] = _filled([works[0], *(work for work in now if not work.seen)])
    for work in before:
        if work.seen is None and all(_contradicts(work, known) for known in works):
            works.append(work)
    current, *earlier = _spelled_alike(works if newest else [Work(), *works])
    return Employment(current, tuple(reversed(earlier)))


def _knows_work(record: Contact) -> tuple[bool, bool]:
    """Sorts first who knows both employer and position, of these LinkedIn."""
    return not (record.organisation and record.position), not record.key.startswith("linkedin:")


def _work(record: Contact) -> Work:
    return Work(organisation=record.organisation, position=record.position, seen=record.seen)


def _day(work: Work) -> date:
    return work.seen or date.min


def _by_day(works: Iterable[Work]) -> Iterator[Work]:
    """What each day tells, the last day first."""
    for _, told in groupby(sorted(works, key=_day, reverse=True), key=_day):
        yield _filled(list(told))


def _follow(works: list[Work], older: Work) -> None:
    """Add an older work, or that it was told of the oldest so far already then."""
    if works and not _contradicts(works[-1], older):
        works[-1] = _and_also(works[-1], older)
    else:
        works.append(older)


def _filled(works: Sequence[Work]) -> Work:
    """The first work, with what others add that do not contradict it."""
    first, *others = works
    for other in others:
        if not _contradicts(first, other):
            first = _and_also(first, other)
    return first


def _and_also(work: Work, other: Work) -> Work:
    return attrs.evolve(
        work,
        organisation=work.organisation or other.organisation,
        position=work.position or other.position,
    )


def _contradicts(work: Work, other: Work) -> bool:
    is_other_position = _is_other(_plain(work.position), _plain(other.position))
    return is_other_position or _is_other_employer(work, other)


def _is_other_employer(work: Work, other: Work) -> bool:
    return _is_other(_employer_form(work.organisation), _employer_form(other.organisation))


def _is_other(form: str, other: str) -> bool:
    return bool(form and other) and form != other


def _employer_form(organisation: str) -> str:
    return employer_form(organisation) or _plain(organisation)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _spelled_alike(works: Sequence[Work]) -> list[Work]:
    """The works, with one spelling of each employer and position: the first."""
    employers: dict[str, str] = {}
    positions: dict[str, str] = {}
    return [
        Work(
            organisation=employers.setdefault(_employer_form(each.organisation), each.organisation),
            position=positions.setdefault(_plain(each.position), each.position),
            seen=each.seen,
        )
        for each in works
    ]


def _is_other_career(before: Work, after: Work) -> bool:
    return _is_other_employer(before, after) and is_other_occupation(
        before.position, after.position
    )

"""Where one person works and has worked, by all that was told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise

import attrs

from netzwerkwandel.identity.occupations import is_other_occupation
from netzwerkwandel.identity.works import (
    and_also,
    contradicts,
    filled,
    is_other_employer,
    spelled_alike,
)
from netzwerkwandel.model.contact import Contact, Work


@attrs.frozen
class Employment:
    """Where a person works now, and where before; the oldest first."""

    current: Work
    earlier: tuple[Work, ...] = ()

    @property
    def is_other_career(self) -> bool:
        """Whether one of the moves was to another employer and into another occupation."""
        dated = [work for work in (*self.earlier, self.current) if work.seen is not None]
        return any(
            is_other_employer(before, after)
            and is_other_occupation(before.position, after.position)
            for before, after in pairwise(dated)
        )


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
    # False sorts first: who knows both employer and position, of these LinkedIn.
    by_trust = sorted(
        records,
        key=lambda each: (
            not (each.organisation and each.position),
            not each.key.startswith("linkedin:"),
        ),
    )
    now = [
        Work(organisation=each.organisation, position=each.position, seen=each.seen)
        for each in by_trust
        if each.organisation or each.position
    ]
    before = [work for each in by_trust for work in reversed(each.earlier_work)]
    before = [work for work in before if work.organisation or work.position]
    # Of most people nothing is told: whoever is known from mail alone.
    if not now and not before:
        return Employment(Work())
    last = max(map(_day, now), default=date.min)
    newest = [work for work in now if _day(work) == last]
    older = [work for work in now if date.min < _day(work) < last]
    works = [filled(newest)] if newest else []
    # Day by day backwards: what a day tells is an older work, or the oldest so far, then already.
    backwards = sorted([*older, *before], key=_day, reverse=True)
    for told in [filled(list(works_of_day)) for _, works_of_day in groupby(backwards, key=_day)]:
        if works and not contradicts(works[-1], told):
            works[-1] = and_also(works[-1], told)
        else:
            works.append(told)
    if newest:
        works[0] = filled([works[0], *(work for work in now if not work.seen)])
    for work in before:
        if work.seen is None and all(contradicts(work, known) for known in works):
            works.append(work)
    current, *earlier = spelled_alike(works if newest else [Work(), *works])
    return Employment(current, tuple(reversed(earlier)))


def _day(work: Work) -> date:
    return work.seen or date.min

"""What a reader gives: the records of one export, and the report of how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import attrs

from netzwerkwandel.model import (
    Contact,
    Interaction,
    Key,
    MeEvidence,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
    Tie,
)


MOST_PROBLEMS = 100


@attrs.frozen
class Mine:
    """A key that may be the owner's own, how that shows, and in how many records.

    Parameters
    ----------
    key : str
        The key.
    evidence : MeEvidence
        How it shows.
    weight : int
        In how many records.
    """

    key: Key = attrs.field(repr=False)
    evidence: MeEvidence
    weight: int = 1


def _contacts(value: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(value)


def _ties(value: Iterable[Tie]) -> tuple[Tie, ...]:
    return tuple(value)


def _interactions(value: Iterable[Interaction]) -> tuple[Interaction, ...]:
    return tuple(value)


def _mine(value: Iterable[Mine]) -> tuple[Mine, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class Reading:
    """The records of one export, and the report of how it went.

    Every participant of an interaction and both ends of a tie are in ``contacts``, save ``ME``,
    which may be named without a contact.
    """

    report: SourceReport
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=_contacts)
    ties: tuple[Tie, ...] = attrs.field(default=(), converter=_ties)
    interactions: tuple[Interaction, ...] = attrs.field(default=(), converter=_interactions)
    mine: tuple[Mine, ...] = attrs.field(default=(), converter=_mine)


class Tally:
    """Counts while a reader reads, and makes the report at the end."""

    def __init__(self, kind: SourceKind, where: str) -> None:
        self.kind, self.where = kind, where
        self.read = self.used = 0
        self.skipped: Counter[SkipReason] = Counter()
        self.problems: list[Problem] = []
        self.addresses: set[str] = set()
        self._first: datetime | None = None
        self._last: datetime | None = None

    def skip(self, reason: SkipReason) -> None:
        """Count a record that was read and left out."""
        self.read += 1
        self.skipped[reason] += 1

    def broken(self, place: str, reason: str, skip: SkipReason = SkipReason.BROKEN) -> None:
        """Count a record that was left out because something is wrong with it, and say what."""
        self.skip(skip)
        self.problem(place, reason)

    def problem(self, place: str, reason: str) -> None:
        """Note that something is wrong in a place, without counting a record."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(f"{self.where}, {place}" if place else self.where, reason))

    def use(self, when: datetime | None = None) -> None:
        """Count a record that was read and used."""
        self.read += 1
        self.used += 1
        if when is not None:
            self._first = when if self._first is None else min(self._first, when)
            self._last = when if self._last is None else max(self._last, when)

    def report(self) -> SourceReport:
        """Make the report."""
        return SourceReport(
            kind=self.kind,
            where=self.where,
            read=self.read,
            used=self.used,
            skipped=self.skipped,
            addresses=len(self.addresses),
            first=self._first,
            last=self._last,
            problems=tuple(self.problems),
        )

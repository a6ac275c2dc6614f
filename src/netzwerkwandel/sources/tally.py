"""Counting while an export is read: what was used, what was left out and why, what is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from netzwerkwandel.model import Key, Nobodies, NobodyReason, Problem, SkipReason, SourceReport
from netzwerkwandel.model.arguments import check_member
from netzwerkwandel.model.keys import without_addresses
from netzwerkwandel.model.moments import EPOCH


MOST_PROBLEMS = 100
MOST_NAMED = 5
"""So many of the addresses that are no person's are named for each reason."""


class Tally:
    """Counts while a reader reads, and makes the report at the end.

    Parameters
    ----------
    kind : str
        The kind of the reader.
    where : str
        What is read.
    """

    def __init__(self, kind: str, where: str) -> None:
        self.kind, self.where = kind, where
        self.read = self.used = 0
        self.skipped: Counter[SkipReason] = Counter()
        self.problems: list[Problem] = []
        self.addresses: set[str] = set()
        self.nobodies: defaultdict[NobodyReason, dict[Key, str]] = defaultdict(dict)
        self._first: datetime | None = None
        self._last: datetime | None = None

    def __deepcopy__(self, _: object) -> Tally:
        # What is read once more for another owner counts on from here, in each of many files.
        other = Tally(self.kind, self.where)
        other.read, other.used = self.read, self.used
        other.skipped, other.problems = self.skipped.copy(), self.problems.copy()
        other.addresses = self.addresses.copy()
        other.nobodies.update((reason, told.copy()) for reason, told in self.nobodies.items())
        other._first, other._last = self._first, self._last
        return other

    def skip(self, reason: SkipReason, times: int = 1) -> None:
        """Count a record that was read and left out, or several.

        Raises
        ------
        InvalidArgumentError
            If the reason is no ``SkipReason``: a summary has words for these alone.
        """
        if type(reason) is not SkipReason:
            reason = check_member("reason", SkipReason, reason)
        self.read += times
        self.skipped[reason] += times

    def broken(self, place: str, reason: str, skip: SkipReason = SkipReason.BROKEN) -> None:
        """Count a record that was left out because something is wrong with it, and say what."""
        self.skip(skip)
        self.problem(place, reason)

    def problem(self, place: str, reason: str) -> None:
        """Note that something is wrong in a place, without counting a record."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(f"{self.where}, {place}" if place else self.where, reason))

    def use(self, when: datetime | None = None, *, times: int = 1) -> None:
        """Count a record that was read and used, or several."""
        self.read += times
        self.used += times
        if when is not None:
            self._first = when if self._first is None else min(self._first, when)
            self._last = when if self._last is None else max(self._last, when)

    def nobody(self, reason: NobodyReason, key: Key, name: str = "") -> None:
        """Note that an address is no person's, and why; it is told by its name and its domain."""
        domain = key.rpartition("@")[2]
        called = f"{without_addresses(name)} ({domain})" if without_addresses(name) else domain
        self.nobodies[reason].setdefault(key, called)

    def span(self, first: int, last: int) -> None:
        """Note when the first and the last of many records were, in microseconds since 1970."""
        self._first, self._last = (EPOCH + timedelta(microseconds=at) for at in (first, last))

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
            nobodies=nobodies_of(self.nobodies),
        )


def nobodies_of(told: Mapping[NobodyReason, Mapping[Key, str]]) -> tuple[Nobodies, ...]:
    """Name of the addresses that are no person's a few of each reason, the most frequent first."""
    several = []
    for reason in sorted(told):
        counts = Counter(told[reason].values())
        most = sorted(counts, key=lambda called: (-counts[called], called))
        more = len(most[MOST_NAMED:])
        several.append(Nobodies(reason=reason, named=most[:MOST_NAMED], more=more))
    return tuple(several)

"""Who met whom: what the occurrences of a calendar say of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from netzwerkwandel.model import ME, Channel, Contact, Key, MeEvidence, NobodyReason, SkipReason
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.sources.calendar.entry import Entry
from netzwerkwandel.sources.calendar.series import Occurrence
from netzwerkwandel.sources.happened import Happened
from netzwerkwandel.sources.reading import OwnerEvidence, Reading, Revision, Tally
from netzwerkwandel.sources.text import most_used_name


# Of fewer meetings nobody can be said to be in most of them.
_FEW = 5
_FEWEST_AS_ALIAS = 3


def reading_of(
    occurrences: Sequence[Occurrence],
    entries: Sequence[Entry],
    tally: Tally,
    me: frozenset[Key] = frozenset(),
) -> Reading:
    """Make the records of a calendar from what happened, and the report."""
    timed = []
    for occurrence in occurrences:
        tally.addresses |= occurrence.entry.guests.keys
        if occurrence.entry.is_cancelled:
            tally.skip(SkipReason.CANCELLED)
        elif occurrence.is_all_day:
            tally.skip(SkipReason.ALL_DAY)
        else:
            timed.append(occurrence)
    for guest in chain.from_iterable(entry.guests.things for entry in entries):
        tally.nobody(NobodyReason.THING, guest.key, guest.name)
    met = [occurrence.entry.guests.present for occurrence in timed]
    met = [people for people in met if len(people) > 1]
    regular = _most_frequent(Counter(chain.from_iterable(met)), len(met))
    # Whoever says which addresses are hers, and stands in none of the entries, keeps no diary here.
    is_mine = not me or any(me & occurrence.entry.guests.keys for occurrence in timed)
    happened = Happened(Channel.MEETING)
    numbers: dict[Key, int] = {}
    revisions = _Revisions(entries)
    first, last = None, None
    for occurrence in timed:
        people = occurrence.entry.who_met(regular, is_mine=is_mine)
        if isinstance(people, SkipReason):
            tally.skip(people)
            continue
        tally.use()
        at = microseconds(occurrence.when)
        first, last = min(at, first or at), max(at, last or at)
        present = [numbers.setdefault(key, len(numbers)) for key in people]
        happened.add(occurrence.key, at, present, hours=occurrence.hours)
        revisions.add(occurrence)
    if first is not None and last is not None:
        tally.span(first, last)
    keys = list(numbers)
    attended = np.bincount(np.array(happened.participants, np.int64), minlength=len(keys)).tolist()
    attended_by = {key: attended[number] for key, number in numbers.items() if key != ME}
    owners = sorted({entry.owner for entry in entries if entry.owner})
    evidence = [OwnerEvidence(o, MeEvidence.CALENDAR, attended_by.get(o, 0)) for o in owners]
    regular = _most_frequent(attended_by, len(happened.keys))
    evidence += [alias for owner in owners for alias in _aliases(owner, entries)]
    if regular is not None:
        evidence.append(OwnerEvidence(regular, MeEvidence.MOST_FREQUENT, attended_by[regular]))
    return Reading(
        report=tally.report(),
        contacts=_people_met(attended_by, entries),
        interactions=happened.columns(keys),
        owner_evidence=evidence,
        revisions=revisions.all,
    )


class _Revisions:
    """Which revision of each event this calendar has, and what it tells of it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.all: dict[Key, Revision] = {}
        for entry in entries:
            revision = Revision(entry.revision, is_cancelled=entry.is_cancelled)
            key = "event:" + entry.uid
            if key not in self.all or self.all[key].number < revision.number:
                self.all[key] = revision

    def add(self, occurrence: Occurrence) -> None:
        self.all["event:" + occurrence.entry.uid].keys.add(occurrence.key)


def _aliases(owner: Key, entries: Sequence[Entry]) -> list[OwnerEvidence]:
    """Find who stands for the owner wherever her own calendar does not name her.

    Invited as m.vogt@, she is one of the guests there and mara@, whose calendar it is, is none.
    """
    guests = [entry.guests for entry in entries if entry.owner == owner and entry.guests.people]
    without = [each.people for each in guests if owner not in each.keys]
    beside = frozenset[Key]().union(*(each.keys for each in guests if owner in each.keys))
    # A guest who is named alone is whom she met.
    if len(without) < _FEWEST_AS_ALIAS or min(map(len, without)) == 1:
        return []
    always = frozenset.intersection(*without) - beside
    return [OwnerEvidence(a, MeEvidence.CALENDAR, len(without), owner) for a in sorted(always)]


def _most_frequent(counts: Mapping[Key, int], meetings: int) -> Key | None:
    by_count = sorted(counts.items(), key=lambda each: -each[1])[:2]
    first, second = [*by_count, ("", 0), ("", 0)][:2]
    if meetings < _FEW or first[1] == second[1] or first[1] * 2 < meetings:
        return None
    return first[0]


def _people_met(keys: Iterable[Key], entries: Iterable[Entry]) -> tuple[Contact, ...]:
    names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    emails: defaultdict[Key, set[str]] = defaultdict(set)
    # Most groups meet again and again: each is looked at once.
    groups = Counter((entry.guests.named, entry.shows_names) for entry in entries)
    for (named, shows_names), times in groups.items():
        for guest in named:
            emails[guest.key].add(guest.address)
            if guest.name and shows_names:
                names[guest.key][guest.name] += times
    return tuple(
        Contact(
            key=key,
            name=most_used_name(names[key]),
            emails=sorted(emails[key]) or [key.removeprefix("mailto:")],
        )
        for key in sorted(keys)
    )

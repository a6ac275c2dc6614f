"""Who met whom: what the occurrences of a calendar say of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from netzwerkwandel.model import ME, Channel, Contact, Key, MeEvidence, SkipReason
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.sources.calendar.entry import Entry
from netzwerkwandel.sources.calendar.series import Occurrence
from netzwerkwandel.sources.happened import Happened
from netzwerkwandel.sources.reading import OwnerEvidence, Reading, Revision, Tally
from netzwerkwandel.sources.text import most_used_name


# Of fewer meetings nobody can be said to be in most of them.
_FEW = 5


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
    regular = _most_frequent([occurrence.entry.guests.present for occurrence in timed])
    # Whoever says which addresses are hers, and stands in none of the entries, keeps no diary here.
    is_mine = not me or any(me & occurrence.entry.guests.keys for occurrence in timed)
    happened = Happened(Channel.MEETING)
    numbers: dict[Key, int] = {}
    revisions = _Revisions(entries)
    first, last = None, None
    for occurrence in timed:
        people = _people_of(occurrence.entry, regular, is_mine=is_mine)
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
    owners = sorted({entry.owner for entry in entries if entry.owner})
    evidence = [
        OwnerEvidence(key, MeEvidence.CALENDAR, attended[numbers[key]] if key in numbers else 0)
        for key in owners
    ]
    present_keys = [key for key in keys if key != ME]
    regular = _most_frequent_of(
        {key: attended[numbers[key]] for key in present_keys}, len(happened.keys)
    )
    if regular is not None:
        evidence.append(
            OwnerEvidence(regular, MeEvidence.MOST_FREQUENT, attended[numbers[regular]])
        )
    return Reading(
        report=tally.report(),
        contacts=_people_met(present_keys, entries),
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


def _people_of(entry: Entry, regular: Key | None, *, is_mine: bool) -> frozenset[Key] | SkipReason:
    """Find out who met, or why nobody did.

    What stands in a calendar without its owner's name is still the owner's: a coffee with Zoe that
    names nobody but Zoe. A rota, in which the owner stands nowhere, is no calendar of hers.
    """
    guests = entry.guests
    if (entry.owner or regular) in guests.declined:
        return SkipReason.DECLINED
    people = guests.present
    if people and entry.owner and entry.owner not in guests.keys:
        people |= {entry.owner}
    elif not entry.owner and len(guests.people) == 1 and is_mine:
        # Is the only person who is named not the owner herself? Known where one person is in most
        # meetings. Else an organiser speaks for the owner: programs write her there by themselves.
        alone_is_owner = guests.has_organiser if regular is None else regular in guests.people
        if not alone_is_owner:
            people |= {ME}
    return people if len(people) > 1 else SkipReason.NOBODY_ELSE


def _most_frequent(groups: Iterable[Collection[Key]]) -> Key | None:
    """Find the one who was there most often, and at least every other time."""
    met = [group for group in groups if len(group) > 1]
    return _most_frequent_of(Counter(chain.from_iterable(met)), len(met))


def _most_frequent_of(counts: Mapping[Key, int], meetings: int) -> Key | None:
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

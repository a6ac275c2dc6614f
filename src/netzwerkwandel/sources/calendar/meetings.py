"""Who met whom: what the occurrences of a calendar say of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from netzwerkwandel.model import (
    ME,
    Channel,
    Contact,
    Interaction,
    Key,
    MeEvidence,
    SkipReason,
)
from netzwerkwandel.sources.calendar.entry import Entry
from netzwerkwandel.sources.calendar.series import Occurrence
from netzwerkwandel.sources.reading import OwnerEvidence, Reading, Tally
from netzwerkwandel.sources.text import most_used_name


# Of fewer meetings nobody can be said to be in most of them.
_FEW = 5


def reading_of(occurrences: Sequence[Occurrence], tally: Tally) -> Reading:
    """Make the records of a calendar from what happened, and the report."""
    for occurrence in occurrences:
        tally.addresses |= occurrence.entry.guests.keys
    timed = []
    for occurrence in occurrences:
        if occurrence.entry.is_cancelled:
            tally.skip(SkipReason.CANCELLED)
        elif occurrence.is_all_day:
            tally.skip(SkipReason.ALL_DAY)
        else:
            timed.append(occurrence)
    regular = _most_frequent([occurrence.entry.guests.present for occurrence in timed])
    meetings = []
    for occurrence in timed:
        people = _people_of(occurrence.entry, regular)
        if isinstance(people, SkipReason):
            tally.skip(people)
            continue
        tally.use(occurrence.when)
        meetings.append(
            Interaction(
                key=occurrence.key,
                when=occurrence.when,
                participants=people,
                channel=Channel.MEETING,
                duration=occurrence.hours,
            )
        )
    attended = Counter(key for meeting in meetings for key in meeting.participants)
    entries = {occurrence.entry.place: occurrence.entry for occurrence in occurrences}
    owners = sorted({entry.owner for entry in entries.values() if entry.owner})
    evidence = [OwnerEvidence(key, MeEvidence.CALENDAR, attended[key]) for key in owners]
    regular = _most_frequent([meeting.participants for meeting in meetings])
    if regular is not None:
        evidence.append(OwnerEvidence(regular, MeEvidence.MOST_FREQUENT, attended[regular]))
    return Reading(
        report=tally.report(),
        contacts=_people_met(attended.keys() - {ME}, entries.values()),
        interactions=sorted(meetings, key=lambda meeting: (meeting.when, meeting.key)),
        owner_evidence=evidence,
    )


def _people_of(entry: Entry, regular: Key | None) -> frozenset[Key] | SkipReason:
    """Find out who met, or why nobody did.

    What stands in a calendar without its owner's name is still the owner's: a coffee with Zoe that
    names nobody but Zoe.
    """
    guests = entry.guests
    if (entry.owner or regular) in guests.declined:
        return SkipReason.DECLINED
    people = guests.present
    if people and entry.owner and entry.owner not in guests.keys:
        people |= {entry.owner}
    elif not entry.owner and len(guests.people) == 1:
        # Is the only person who is named not the owner herself? Known where one person is in most
        # meetings. Else an organiser speaks for the owner: programs write her there by themselves.
        alone_is_owner = guests.has_organiser if regular is None else regular in guests.people
        if not alone_is_owner:
            people |= {ME}
    return people if len(people) > 1 else SkipReason.NOBODY_ELSE


def _most_frequent(groups: Iterable[Collection[Key]]) -> Key | None:
    """Find the one who was there most often, and at least every other time."""
    met = [group for group in groups if len(group) > 1]
    counts = Counter(key for group in met for key in group if key != ME)
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if len(met) < _FEW or first[1] == second[1] or first[1] * 2 < len(met):
        return None
    return first[0]


def _people_met(keys: Iterable[Key], entries: Iterable[Entry]) -> tuple[Contact, ...]:
    names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    emails: defaultdict[Key, set[str]] = defaultdict(set)
    for entry in entries:
        for guest in entry.guests.named:
            emails[guest.key].add(guest.address)
            if guest.name and entry.shows_names:
                names[guest.key][guest.name] += 1
    return tuple(
        Contact(
            key=key,
            name=most_used_name(names[key]),
            emails=sorted(emails[key]) or [key.removeprefix("mailto:")],
        )
        for key in sorted(keys)
    )

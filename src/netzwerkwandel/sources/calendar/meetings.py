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
from netzwerkwandel.sources.calendar.guests import Guests
from netzwerkwandel.sources.calendar.series import Occurrence
from netzwerkwandel.sources.names import best_name
from netzwerkwandel.sources.reading import Mine, Reading, Tally


_FEW = 5


def reading_of(occurrences: Sequence[Occurrence], tally: Tally) -> Reading:
    """Make the records of a calendar from what happened, and the report."""
    for occurrence in occurrences:
        tally.addresses |= occurrence.entry.guests.keys
    timed = [occurrence for occurrence in occurrences if not _is_set_aside(occurrence, tally)]
    regular = _most_frequent([occurrence.entry.guests.present for occurrence in timed])
    meetings = []
    for occurrence in timed:
        people = _people_of(occurrence.entry, regular)
        if isinstance(people, SkipReason):
            tally.skip(people)
        else:
            tally.use(occurrence.when)
            meetings.append(_meeting(occurrence, people))
    met = {key for meeting in meetings for key in meeting.participants}
    entries = {occurrence.entry.place: occurrence.entry for occurrence in occurrences}
    return Reading(
        report=tally.report(),
        contacts=_contacts(met - {ME}, entries.values()),
        interactions=sorted(meetings, key=lambda meeting: (meeting.when, meeting.key)),
        mine=_mine(meetings, entries.values()),
    )


def _is_set_aside(occurrence: Occurrence, tally: Tally) -> bool:
    if occurrence.entry.is_cancelled:
        tally.skip(SkipReason.CANCELLED)
    elif occurrence.is_all_day:
        tally.skip(SkipReason.ALL_DAY)
    else:
        return False
    return True


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
    elif not entry.owner and _is_visitor(guests, regular):
        people |= {ME}
    return people if len(people) > 1 else SkipReason.NOBODY_ELSE


def _is_visitor(guests: Guests, regular: Key | None) -> bool:
    """Say whether the only person named is not the owner, as far as one can tell."""
    if len(guests.people) != 1:
        return False
    return not guests.has_organiser if regular is None else regular not in guests.people


def _meeting(occurrence: Occurrence, people: frozenset[Key]) -> Interaction:
    return Interaction(
        key=occurrence.key,
        when=occurrence.when,
        participants=people,
        channel=Channel.MEETING,
        duration=occurrence.hours,
    )


def _most_frequent(groups: Iterable[Collection[Key]]) -> Key | None:
    """Find the one who was there most often, and at least every other time."""
    met = [group for group in groups if len(group) > 1]
    counts = Counter(key for group in met for key in group if key != ME)
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if len(met) < _FEW or first[1] == second[1] or first[1] * 2 < len(met):
        return None
    return first[0]


def _mine(meetings: Sequence[Interaction], entries: Iterable[Entry]) -> tuple[Mine, ...]:
    counts = Counter(key for meeting in meetings for key in meeting.participants)
    owners = sorted({entry.owner for entry in entries if entry.owner})
    mine = [Mine(key, MeEvidence.CALENDAR, counts[key]) for key in owners]
    regular = _most_frequent([meeting.participants for meeting in meetings])
    if regular is not None:
        mine.append(Mine(regular, MeEvidence.MOST_FREQUENT, counts[regular]))
    return tuple(mine)


def _contacts(keys: Iterable[Key], entries: Iterable[Entry]) -> tuple[Contact, ...]:
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
            name=best_name(names[key]),
            emails=sorted(emails[key]) or [key.removeprefix("mailto:")],
        )
        for key in sorted(keys)
    )

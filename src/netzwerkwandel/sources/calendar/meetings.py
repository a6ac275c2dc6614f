"""Who met whom: what the occurrences of a calendar say of people."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import timedelta
from functools import cached_property, partial
from typing import NamedTuple, TypeAlias

import numpy as np
from typing_extensions import override

from netzwerkwandel.model import (
    ME,
    Channel,
    Contact,
    Experiment,
    Key,
    MeEvidence,
    NobodyReason,
    SkipReason,
)
from netzwerkwandel.model.moments import EPOCH, microseconds
from netzwerkwandel.sources.calendar.entry import Entry
from netzwerkwandel.sources.calendar.guests import Guests
from netzwerkwandel.sources.calendar.series import Occurrence
from netzwerkwandel.sources.tools import (
    Happened,
    OwnerEvidence,
    Reading,
    Revision,
    RevisionNumber,
    Tally,
    most_used_name,
    told_again,
)


# Of fewer meetings nobody can be said to be in most of them.
_FEW = 5
_FEWEST_AS_ALIAS = 3
_EVENT = "event:"

_Told: TypeAlias = tuple[str, Key | None, RevisionNumber, bool]


def who_met(
    entries: Iterable[Entry],
    occurrences: Iterable[Occurrence],
    tally: Tally,
    experiments: Mapping[str, Sequence[Experiment]],
    me: frozenset[Key],
) -> Reading:
    """Make the records of a calendar from what happened, and the report.

    Parameters
    ----------
    entries : sequence of Entry
        All its entries.
    occurrences : sequence of Occurrence
        What happened of them.
    tally : Tally
        What was counted up to now; goes on counting.
    experiments : mapping of str to sequence of Experiment
        Which experiments an event is called after, by its UID.
    me : frozenset of str
        The keys that are known to be the owner's.
    """
    return _Diary(entries, occurrences, tally, experiments).reading(me)


class _Party(NamedTuple):
    """Whom events name, and whose calendar they are in, where it says so."""

    guests: Guests
    owner: Key | None

    def who_met(
        self, regular: Key | None, *, is_mine: bool, me: frozenset[Key]
    ) -> frozenset[Key] | SkipReason:
        """Find out who met, or why nobody did.

        What stands in a calendar without its owner's name is still the owner's: a coffee with Zoe
        that names nobody but Zoe. A rota, in which she stands nowhere, is no calendar of hers.
        """
        guests = self.guests
        people = guests.present
        if self.is_out(me) or (self.owner or regular) in guests.declined:
            return SkipReason.DECLINED
        if people and self.owner and self.owner not in guests.keys:
            people |= {self.owner}
        elif not self.owner and len(guests.people) == 1 and is_mine:
            # Is the only one who is named the owner? Known where one person is in most meetings.
            # Else an organiser speaks for her: programs write her there by themselves.
            alone_is_owner = guests.has_organiser if regular is None else regular in guests.people
            if not alone_is_owner:
                people |= {ME}
        return people if len(people) > 1 else SkipReason.NOBODY_ELSE

    def is_out(self, me: frozenset[Key]) -> bool:
        """Say whether the owner was invited, and has declined, under any of her addresses."""
        return not me.isdisjoint(self.guests.declined) and me.isdisjoint(self.guests.present)


class _Diary:
    """What happened by a calendar, whoever its owner is, and what it tells where she is known.

    Thousands of events name the same people: what is to be known of these is found out once for
    each party. What happened is columns, and no object for each time.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        occurrences: Iterable[Occurrence],
        tally: Tally,
        experiments: Mapping[str, Sequence[Experiment]],
    ) -> None:
        self._tally, self._experiments = tally, experiments
        self._parties: list[_Party] = []
        self._entries: list[int] = []
        self._shown: list[int] = []
        self._number_of: dict[tuple[int, Key | None], int] = {}
        self._revisions: list[_Told] = []
        self._keys: list[Key] = []
        self._events: list[tuple[str, Key | None]] = []
        self._party, self._at, self._hours = array("q"), array("q"), array("d")
        for entry in entries:
            self._add(entry)
        for occurrence in occurrences:
            self._take(occurrence)
        times = np.bincount(np.array(self._party, np.int64), minlength=len(self._parties))
        # Whoever is named where something happened, and how often something did.
        self._met = {n: many for n, many in enumerate(times.tolist()) if many}
        of_all = (self._parties[n].guests.keys for n in self._met)
        self._named: frozenset[Key] = frozenset().union(*of_all)
        self._regular = self._found_regular()

    def _number(self, entry: Entry) -> int:
        """Which party an entry names."""
        number = self._number_of.setdefault((id(entry.guests), entry.owner), len(self._parties))
        if number == len(self._parties):
            self._parties.append(_Party(entry.guests, entry.owner))
            self._entries.append(0)
            self._shown.append(0)
        return number

    def _add(self, entry: Entry) -> None:
        """Add an entry: how often each party is named, and which revision it is of."""
        number = self._number(entry)
        if not self._entries[number]:
            for guest in entry.guests.things:
                self._tally.nobody(NobodyReason.THING, guest.key, guest.name)
        self._entries[number] += 1
        self._shown[number] += entry.shows_names
        self._revisions.append((entry.uid, entry.replaced_key, entry.revision, entry.is_cancelled))

    def _take(self, occurrence: Occurrence) -> None:
        """Take what happened at a time; a day is no meeting, nor is what was called off."""
        entry = occurrence.entry
        self._tally.addresses |= entry.guests.keys
        if entry.is_cancelled:
            self._tally.skip(SkipReason.CANCELLED)
        elif occurrence.is_all_day:
            self._tally.skip(SkipReason.ALL_DAY)
        else:
            self._keys.append(occurrence.key)
            self._events.append((entry.uid, entry.replaced_key))
            self._party.append(self._number(entry))
            self._at.append(microseconds(occurrence.when))
            self._hours.append(math.nan if occurrence.hours is None else occurrence.hours)

    def _found_regular(self) -> Key | None:
        """Who is in most of the meetings, if somebody is."""
        counts: Counter[Key] = Counter()
        meetings = 0
        for number, times in self._met.items():
            present = self._parties[number].guests.present
            if len(present) > 1:
                meetings += times
                for key in present:
                    counts[key] += times
        return _most_frequent(counts, meetings)

    def _is_hers(self, me: frozenset[Key]) -> bool:
        # Whoever says which addresses are hers, and stands in none of the entries, keeps no diary
        # here.
        return not me or not me.isdisjoint(self._named)

    def is_alike(self, before: frozenset[Key], me: frozenset[Key]) -> bool:
        """Say whether it tells the same of an owner of these keys as of one of those before."""
        return self._is_hers(before) == self._is_hers(me) and all(
            party.is_out(before) == party.is_out(me)
            for party in self._parties
            if party.guests.declined
        )

    def reading(self, me: frozenset[Key]) -> Reading:
        """Give what the calendar tells where some keys are known to be the owner's."""
        tally, is_mine = deepcopy(self._tally), self._is_hers(me)
        numbers: dict[Key, int] = {}
        present: dict[int, list[int]] = {}
        for number, times in self._met.items():
            people = self._parties[number].who_met(self._regular, is_mine=is_mine, me=me)
            if isinstance(people, SkipReason):
                tally.skip(people, times)
            else:
                present[number] = [numbers.setdefault(key, len(numbers)) for key in people]
        # That she said no to it is what is told of an event, too.
        out = {number for number in self._met if self._parties[number].is_out(me)}
        refused: list[tuple[Key, tuple[str, Key | None]]] = []
        happened, events = Happened(Channel.MEETING), []
        columns = (self._keys, self._events, self._party, self._at, self._hours)
        for key, event, party, at, hours in zip(*columns, strict=True):
            if party in present:
                happened.add(key, at, present[party], hours=hours)
                events.append(event)
            elif party in out:
                refused.append((key, event))
        tally.use(times=len(events))
        if events:
            tally.span(min(happened.at), max(happened.at))
        keys = list(numbers)
        attended = np.bincount(np.array(happened.participants, np.int64), minlength=len(keys))
        each = zip(keys, attended.tolist(), strict=True)
        attended_by = {key: times for key, times in each if key != ME}
        reading = Reading(
            report=tally.report(),
            contacts=self._people_met(attended_by),
            interactions=happened.columns(keys),
            owner_evidence=list(self._evidence(attended_by, len(events))),
            revisions=_Revisions(
                self._revisions,
                [*events, *(event for _, event in refused)],
                [*happened.keys, *(key for key, _ in refused)],
            ),
            met=self._met_by_experiments(happened, events, keys),
        )
        return told_again(reading, partial(self.is_alike, me), self.reading)

    def _met_by_experiments(
        self, happened: Happened, events: Sequence[tuple[str, Key | None]], keys: Sequence[Key]
    ) -> dict[Key, set[Key]]:
        """Who took part in what is called as an experiment, on a day of it."""
        met: defaultdict[Key, set[Key]] = defaultdict(set)
        if not self._experiments:
            return {}
        ends = np.cumsum(happened.counts, dtype=np.int64).tolist()
        rows = zip(events, happened.at, happened.counts, ends, strict=True)
        for (event, _), at, count, end in rows:
            people = {keys[n] for n in happened.participants[end - count : end]}
            for experiment in self._experiments.get(event, ()):
                if experiment.includes((EPOCH + timedelta(microseconds=at)).date()):
                    met[experiment.key] |= people - {ME}
        return dict(met)

    def _evidence(self, attended_by: Mapping[Key, int], meetings: int) -> Iterator[OwnerEvidence]:
        owners = sorted({party.owner for party in self._parties if party.owner})
        for owner in owners:
            yield OwnerEvidence(owner, MeEvidence.CALENDAR, attended_by.get(owner, 0))
        for owner in owners:
            yield from self._aliases(owner)
        regular = _most_frequent(attended_by, meetings)
        if regular is not None:
            yield OwnerEvidence(regular, MeEvidence.MOST_FREQUENT, attended_by[regular])

    def _aliases(self, owner: Key) -> list[OwnerEvidence]:
        """Find who stands for the owner wherever her own calendar does not name her.

        Invited as m.vogt@, she is one of the guests there and mara@, whose calendar it is, is none.
        """
        hers = [
            (party.guests, times)
            for party, times in zip(self._parties, self._entries, strict=True)
            if times and party.owner == owner and party.guests.people
        ]
        without = [guests.people for guests, _ in hers if owner not in guests.keys]
        times = sum(times for guests, times in hers if owner not in guests.keys)
        beside = frozenset[Key]().union(*(each.keys for each, _ in hers if owner in each.keys))
        # A guest who is named alone is whom she met.
        if times < _FEWEST_AS_ALIAS or min(map(len, without)) == 1:
            return []
        always = frozenset.intersection(*without) - beside
        return [OwnerEvidence(a, MeEvidence.CALENDAR, times, owner) for a in sorted(always)]

    def _people_met(self, keys: Iterable[Key]) -> tuple[Contact, ...]:
        names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        emails: defaultdict[Key, set[str]] = defaultdict(set)
        for party, times in zip(self._parties, self._shown, strict=True):
            for guest in party.guests.named:
                emails[guest.key].add(guest.address)
                if guest.name and times:
                    names[guest.key][guest.name] += times
        return tuple(
            Contact(
                key=key,
                name=most_used_name(names[key]),
                emails=sorted(emails[key]) or [key.removeprefix("mailto:")],
            )
            for key in sorted(keys)
        )


class _Revisions(Mapping[str, Revision]):
    """Which revision of each event, and of each change of one, a calendar has.

    They are made when one of them is asked for: mostly no other calendar knows any of its events.

    Parameters
    ----------
    told : sequence of str, str or None, RevisionNumber and bool
        Of each entry what it is about, as UID and the key of the occurrence that it stands in for,
        its number, and whether it is cancelled.
    happened : iterable of str, str or None
        Of what happened what it is about, too.
    keys : iterable of str
        And its key.
    """

    def __init__(
        self,
        told: Sequence[_Told],
        happened: Sequence[tuple[str, Key | None]],
        keys: Sequence[Key],
    ) -> None:
        self._told, self._happened, self._keys = told, happened, keys

    @cached_property
    def _all(self) -> dict[str, Revision]:
        events: dict[str, Revision] = {}
        changes: dict[Key, _Told] = {}
        for each in self._told:
            uid, replaced, number, is_cancelled = each
            event = events.setdefault(uid, Revision())
            if replaced:
                if changes.setdefault(replaced, each)[2] < number:
                    changes[replaced] = each
            elif event.number < number:
                events[uid] = Revision(number, is_cancelled=is_cancelled)
        changed: dict[Key | None, Revision] = {}
        for key, (uid, _, number, _) in changes.items():
            # An answer tells nothing of the event.
            if number[0] >= 0:
                changed[key] = _change(key, number, events[uid].number)
                events[uid].changes.append(changed[key])
        for (uid, replaced), key in zip(self._happened, self._keys, strict=True):
            (changed.get(replaced) or events[uid]).keys.add(key)
        return {_EVENT + uid: revision for uid, revision in events.items()}

    @override
    def __getitem__(self, name: str) -> Revision:
        return self._all[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return (_EVENT + uid for uid in dict.fromkeys(uid for uid, *_ in self._told))

    @override
    def __len__(self) -> int:
        return len(self._all)


def _change(key: Key, number: RevisionNumber, of_event: RevisionNumber) -> Revision:
    # In a calendar that has the whole event, too, a change is no older than that is.
    times, _, at = of_event
    changed, is_cancelled, changed_at = number
    newer = (max(times, changed), is_cancelled, max(at, changed_at))
    return Revision(newer, is_cancelled=is_cancelled, keys={key})


def _most_frequent(counts: Mapping[Key, int], meetings: int) -> Key | None:
    by_count = sorted(counts.items(), key=lambda each: -each[1])[:2]
    first, second = [*by_count, ("", 0), ("", 0)][:2]
    if meetings < _FEW or first[1] == second[1] or first[1] * 2 < meetings:
        return None
    return first[0]

"""Who met whom: what the occurrences of a calendar say of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import partial
from itertools import chain

import attrs
import numpy as np

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
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.sources.calendar.entry import Entry
from netzwerkwandel.sources.calendar.series import Occurrence
from netzwerkwandel.sources.tools import (
    Happened,
    OwnerEvidence,
    Reading,
    Revision,
    Tally,
    most_used_name,
)


# Of fewer meetings nobody can be said to be in most of them.
_FEW = 5
_FEWEST_AS_ALIAS = 3


def who_met(
    entries: Sequence[Entry],
    occurrences: Sequence[Occurrence],
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
        What was counted up to now; it stays as it is.
    experiments : mapping of str to sequence of Experiment
        Which experiments an event is called after, by its UID.
    me : frozenset of str
        The keys that are known to be the owner's.
    """
    reading = _Meetings(entries, deepcopy(tally), me, experiments).reading(occurrences)
    again = partial(who_met, entries, occurrences, tally, experiments)
    return attrs.evolve(reading, for_owner=again)


class _Meetings:
    """Counts the meetings of a calendar, and whoever took part."""

    def __init__(
        self,
        entries: Sequence[Entry],
        tally: Tally,
        me: frozenset[Key],
        experiments: Mapping[str, Sequence[Experiment]],
    ) -> None:
        self.entries, self.tally, self.me = entries, tally, me
        self._experiments = experiments
        self._met: defaultdict[Key, set[Key]] = defaultdict(set)
        self._happened = Happened(Channel.MEETING)
        self._numbers: dict[Key, int] = {}
        self._revisions = _Revisions(entries)

    def reading(self, occurrences: Sequence[Occurrence]) -> Reading:
        """Take what happened, and give what the calendar tells."""
        timed = list(self._timed(occurrences))
        for guest in chain.from_iterable(entry.guests.things for entry in self.entries):
            self.tally.nobody(NobodyReason.THING, guest.key, guest.name)
        self._take(timed)
        keys, happened = list(self._numbers), self._happened
        if happened.at:
            self.tally.span(min(happened.at), max(happened.at))
        attended = np.bincount(np.array(happened.participants, np.int64), minlength=len(keys))
        each = zip(keys, attended.tolist(), strict=True)
        attended_by = {key: times for key, times in each if key != ME}
        return Reading(
            report=self.tally.report(),
            contacts=self._people_met(attended_by),
            interactions=happened.columns(keys),
            owner_evidence=list(self._evidence(attended_by)),
            revisions=self._revisions.all,
            met=dict(self._met),
        )

    def _timed(self, occurrences: Iterable[Occurrence]) -> Iterator[Occurrence]:
        for occurrence in occurrences:
            self.tally.addresses |= occurrence.entry.guests.keys
            if occurrence.entry.is_cancelled:
                self.tally.skip(SkipReason.CANCELLED)
            elif occurrence.is_all_day:
                self.tally.skip(SkipReason.ALL_DAY)
            else:
                yield occurrence

    def _take(self, timed: Sequence[Occurrence]) -> None:
        met = [there for each in timed if len(there := each.entry.guests.present) > 1]
        regular = _most_frequent(Counter(chain.from_iterable(met)), len(met))
        # Whoever says which addresses are hers, and stands in none of the entries, keeps no diary
        # here.
        is_mine = not self.me or any(self.me & each.entry.guests.keys for each in timed)
        for occurrence in timed:
            people = occurrence.entry.who_met(regular, is_mine=is_mine, me=self.me)
            if isinstance(people, SkipReason):
                self.tally.skip(people)
                continue
            self.tally.use()
            present = [self._numbers.setdefault(key, len(self._numbers)) for key in people]
            at = microseconds(occurrence.when)
            self._happened.add(occurrence.key, at, present, hours=occurrence.hours)
            self._revisions.add(occurrence)
            for experiment in self._experiments.get(occurrence.entry.uid, ()):
                if experiment.includes(occurrence.when.date()):
                    self._met[experiment.key] |= people - {ME}

    def _evidence(self, attended_by: Mapping[Key, int]) -> Iterator[OwnerEvidence]:
        owners = sorted({entry.owner for entry in self.entries if entry.owner})
        for owner in owners:
            yield OwnerEvidence(owner, MeEvidence.CALENDAR, attended_by.get(owner, 0))
        for owner in owners:
            yield from self._aliases(owner)
        regular = _most_frequent(attended_by, len(self._happened.keys))
        if regular is not None:
            yield OwnerEvidence(regular, MeEvidence.MOST_FREQUENT, attended_by[regular])

    def _aliases(self, owner: Key) -> list[OwnerEvidence]:
        """Find who stands for the owner wherever her own calendar does not name her.

        Invited as m.vogt@, she is one of the guests there and mara@, whose calendar it is, is none.
        """
        guests = [
            entry.guests for entry in self.entries if entry.owner == owner and entry.guests.people
        ]
        without = [each.people for each in guests if owner not in each.keys]
        beside = frozenset[Key]().union(*(each.keys for each in guests if owner in each.keys))
        # A guest who is named alone is whom she met.
        if len(without) < _FEWEST_AS_ALIAS or min(map(len, without)) == 1:
            return []
        always = frozenset.intersection(*without) - beside
        return [OwnerEvidence(a, MeEvidence.CALENDAR, len(without), owner) for a in sorted(always)]

    def _people_met(self, keys: Iterable[Key]) -> tuple[Contact, ...]:
        names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        emails: defaultdict[Key, set[str]] = defaultdict(set)
        # Most groups meet again and again: each is looked at once.
        groups = Counter((entry.guests.named, entry.shows_names) for entry in self.entries)
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


class _Revisions:
    """Which revision of each event, and of each change of one, this calendar has."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.all: dict[Key, Revision] = {}
        self._changes: dict[Key, Revision] = {}
        changes: dict[Key, Entry] = {}
        for entry in entries:
            event = self.all.setdefault("event:" + entry.uid, Revision())
            if key := entry.replaced_key:
                if changes.setdefault(key, entry).revision < entry.revision:
                    changes[key] = entry
            elif event.number < entry.revision:
                newer = Revision(entry.revision, is_cancelled=entry.is_cancelled)
                self.all["event:" + entry.uid] = newer
        for key, entry in changes.items():
            # An answer tells nothing of the event.
            if entry.revision[0] >= 0:
                self._changes[key] = change = self._change(key, entry)
                self.all["event:" + entry.uid].changes.append(change)

    def _change(self, key: Key, entry: Entry) -> Revision:
        # In a calendar that has the whole event, too, a change is no older than that is.
        times, _, at = self.all["event:" + entry.uid].number
        changed, is_cancelled, changed_at = entry.revision
        number = (max(times, changed), is_cancelled, max(at, changed_at))
        return Revision(number, is_cancelled=is_cancelled, keys={key})

    def add(self, occurrence: Occurrence) -> None:
        entry = occurrence.entry
        told = self._changes.get(entry.replaced_key or "")
        (told or self.all["event:" + entry.uid]).keys.add(occurrence.key)


def _most_frequent(counts: Mapping[Key, int], meetings: int) -> Key | None:
    by_count = sorted(counts.items(), key=lambda each: -each[1])[:2]
    first, second = [*by_count, ("", 0), ("", 0)][:2]
    if meetings < _FEW or first[1] == second[1] or first[1] * 2 < meetings:
        return None
    return first[0]

"""What several exports tell, put together: each thing once, as the newest and fullest tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import cached_property
from operator import attrgetter

import attrs

from netzwerkwandel.identity.names import is_relayed, parse_name
from netzwerkwandel.identity.shared_keys import (
    are_strangers,
    bare_key,
    named_key,
    several_people,
)
from netzwerkwandel.identity.shown_names import shown_name
from netzwerkwandel.model import (
    ME,
    Contact,
    Experiment,
    InteractionColumns,
    Key,
    MeEvidence,
    Nobodies,
    NobodyReason,
    Problem,
    SkipReason,
    SourceReport,
    Tie,
)
from netzwerkwandel.model.renaming import under_other_keys
from netzwerkwandel.records import Records
from netzwerkwandel.records.contents import reports_of_both, ties_in_order
from netzwerkwandel.records.forgotten import without_people
from netzwerkwandel.records.statements import updated_ties
from netzwerkwandel.sources.happened import BY_ADDRESS, came_by, merged
from netzwerkwandel.sources.owner import Evidence, Owner, find_owner, of_no_concern
from netzwerkwandel.sources.phones import dialled_abroad
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.sources.revisions import outdated as taken_back
from netzwerkwandel.sources.saved_names import with_cards
from netzwerkwandel.sources.tally import MOST_NAMED, MOST_PROBLEMS, nobodies_of
from netzwerkwandel.sources.whose import strangers


_UNDATED = datetime.min.replace(tzinfo=UTC)
# Of a service a mailbox may hold thousands of names; of some of them it is known as such.
_MOST_NAMES = 50
_FEW, _FEW_OF_A_RELAY = 3, 2


def combined(
    readings: Sequence[Reading],
    given: frozenset[Key],
    region: str | None,
    leftovers: SourceReport | None,
    experiments: Sequence[Experiment] = (),
    known: Contact | None = None,
) -> Records:
    """Put readings together, with who is who and whose all of it is, and a report of the rest.

    Who the owner is may show only now, and which addresses are hers only once her card has been
    found. All is told as if they had been given, so that the same exports read alike either way.
    """
    # Everything below follows this order, and not the one in which the files were found.
    in_order = sorted(readings, key=lambda reading: (reading.report.where, reading.report.kind))
    others = strangers(in_order, known, given, Evidence(in_order).delivered_to())
    owner = find_owner(given, in_order)
    if owner is None:
        return _together(in_order, None, region, leftovers, experiments)
    # What was given recognises nobody where no export has it: then it is by something else, if by
    # anything.
    by_itself = None if _are_met(given, in_order) else find_owner(frozenset(), in_order)
    is_named = by_itself is not None and by_itself.evidence is not MeEvidence.UNNAMED
    evidence = by_itself.evidence if by_itself is not None and is_named else owner.evidence
    so_far, hers = given, given.union(owner.keys)
    while True:
        if hers != so_far:
            so_far = hers
            in_order = [_for_owner(reading, so_far) for reading in in_order]
            owner = find_owner(so_far, in_order)
            assert owner is not None
        # How she shows was asked before anything that was found of her counted as given.
        owner = attrs.evolve(owner, evidence=evidence)
        records = _together(in_order, owner, region, leftovers, experiments)
        assert records.me is not None
        # An address that she shares may be the key of somebody else.
        met_by = next(each.keys for each in records.contacts if each.key == records.me) - {ME}
        hers = so_far.union(owner.keys, (k for k in met_by if records.person_of[k] == records.me))
        if hers == so_far:
            return with_problems(records, others)


def with_problems(records: Records, problems: Sequence[Problem]) -> Records:
    """Records in whose reports problems stand first, each where it is."""
    at = {problem.where: problem for problem in problems}
    told = [
        attrs.evolve(each, problems=[at[each.where], *each.problems][:MOST_PROBLEMS])
        for each in records.reports
        if each.where in at
    ]
    return (
        attrs.evolve(records, reports=reports_of_both(records.reports, told)) if told else records
    )


def _are_met(keys: Collection[Key], readings: Sequence[Reading]) -> bool:
    """Whether any export has any of some keys."""
    return any(contact.key in keys for reading in readings for contact in reading.contacts) or any(
        each.key in keys for reading in readings for each in reading.owner_evidence
    )


def _for_owner(reading: Reading, known: frozenset[Key]) -> Reading:
    return reading if reading.for_owner is None else reading.for_owner(known)


def _together(
    in_order: Sequence[Reading],
    owner: Owner | None,
    region: str | None,
    leftovers: SourceReport | None,
    experiments: Sequence[Experiment],
) -> Records:
    """Put readings together, in their order, as the data of an owner."""
    shared = _SharedAddresses.of(in_order, owner.keys if owner else ())
    every = _All(tuple(map(shared.told_apart, in_order)))
    contacts = dialled_abroad(every.contacts(owner), region)
    happened = every.merged[0]
    records = Records.from_found(
        with_cards(contacts, every.cards),
        ties=every.ties,
        interactions=happened,
        me=ME if owner else None,
        me_evidence=owner.evidence if owner else MeEvidence.GIVEN,
        merged=[(ME, key) for key in owner.keys] if owner else (),
        reports=[*every.reports, *([leftovers] if leftovers else ())],
    )
    if records.me not in {None, ME} and ME in happened.people:
        # An export that does not name its owner is hers under the key by which she is known.
        named = under_other_keys(happened, {ME: records.me or ME})
        records = attrs.evolve(records, interactions=named)
    # Only now is it known which addresses are hers: a card of her own may name more of them.
    mine = {key for key, person in records.person_of.items() if person == records.me}
    told = every.reports_of_no_concern(mine)
    if told:
        records = attrs.evolve(records, reports=reports_of_both(records.reports, told))
    tried = [every.with_people_met(each, records) for each in experiments]
    return attrs.evolve(records, experiments=tried) if tried else records


def as_shown(contact: Contact) -> Contact:
    """A contact with her name as it is shown, without remarks and letters behind it."""
    name = shown_name(contact.name)
    return contact if name == contact.name else attrs.evolve(contact, name=name)


@attrs.frozen
class _All:
    """What several readings say together, in their order."""

    readings: tuple[Reading, ...]

    def contacts(self, owner: Owner | None) -> list[Contact]:
        """Everybody, as shown, and a contact for each key of the owner."""
        found = [as_shown(contact) for reading in self.readings for contact in reading.contacts]
        return [*found, *(owner.contacts() if owner else ())]

    @property
    def cards(self) -> set[Key]:
        """The keys of those whom an address book has."""
        books = (reading for reading in self.readings if reading.is_address_book)
        return {contact.key for book in books for contact in book.contacts}

    def with_people_met(self, experiment: Experiment, records: Records) -> Experiment:
        """An experiment, with whoever is known of those in entries that are called so."""
        found = {key for reading in self.readings for key in reading.met.get(experiment.key, ())}
        person_of, met = records.person_of, found.union(experiment.met)
        known = [key for key in met if person_of.get(key, records.me) != records.me]
        return attrs.evolve(experiment, met=known)

    @cached_property
    def merged(self) -> tuple[InteractionColumns, list[int]]:
        """What happened, and how much of each reading the others take back or tell already."""
        wholes = [reading.interactions for reading in self.readings]
        outdated = taken_back([reading.revisions for reading in self.readings])
        parts = [
            [event for event in whole if event.key not in gone] if gone else whole
            for whole, gone in zip(wholes, outdated, strict=True)
        ]
        happened, repeated = merged(parts)
        lost = zip(repeated, wholes, parts, strict=True)
        return happened, [again + len(whole) - len(part) for again, whole, part in lost]

    @cached_property
    def reports(self) -> list[SourceReport]:
        """The reports, in which what others tell, too, and what was taken back, is left out."""
        reports = []
        for reading, times in zip(self.readings, self.merged[1], strict=True):
            report = reading.report
            if times:
                skipped = Counter(dict(report.skipped))
                skipped[SkipReason.DUPLICATE] += times
                report = attrs.evolve(report, used=report.used - times, skipped=skipped)
            reports.append(report)
        return reports

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What is stated of two people, as newer exports say; an address book tells no date."""
        stated: defaultdict[datetime, list[Tie]] = defaultdict(list)
        for reading in filter(attrgetter("ties"), self.readings):
            stated[reading.report.last or _UNDATED] += reading.ties
        return updated_ties(*(ties_in_order(stated[last]) for last in sorted(stated)))

    def reports_of_no_concern(self, mine: Collection[Key]) -> list[SourceReport]:
        """The reports of mailboxes with mails that name nobody who is the owner, saying so."""
        return [
            attrs.evolve(report, problems=[problem, *report.problems][:MOST_PROBLEMS])
            for reading, report in zip(self.readings, self.reports, strict=True)
            if (problem := of_no_concern(reading, mine)) is not None
        ]


@attrs.frozen
class _SharedAddresses:
    """Addresses that are met under several names in what was read together: whose are they?

    A mailbox knows its own names only. What is used under three names with nothing in common is
    nobody's address; of two people who share one, each has a key with the name behind it.

    Parameters
    ----------
    nobodies : set of str
        The keys of addresses that are nobody's.
    key_of : dict of str and str to str
        The key of each name at an address that several people share.
    """

    nobodies: set[Key] = attrs.field(factory=set)
    key_of: dict[tuple[Key, str], Key] = attrs.field(factory=dict)

    @classmethod
    def of(cls, readings: Sequence[Reading], mine: Collection[Key]) -> _SharedAddresses:
        """Find them; the owner, whom others call what they like, is one person."""
        met: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        for reading in readings:
            if came_by(reading.interactions, *BY_ADDRESS).any():
                for contact in reading.contacts:
                    if contact.name and bare_key(contact.key) not in mine:
                        met[bare_key(contact.key)][contact.name] = None
        shared = cls()
        for key, called in met.items():
            if len(called) > 1 and key.startswith("mailto:"):
                shared._add(key, sorted(called)[:_MOST_NAMES])
        return shared

    def _add(self, key: Key, called: Sequence[str]) -> None:
        names = {name: parse_name(name) for name in called}
        few = _FEW_OF_A_RELAY if any(map(is_relayed, names)) else _FEW
        if are_strangers([name for name in names.values() if name.is_spelt_out], few):
            self.nobodies.add(key)
            return
        for place, group in enumerate(several_people(names, key)):
            its_key = named_key(key, names[group[0]]) if place else key
            self.key_of.update(((key, name), its_key) for name in group)

    def told_apart(self, reading: Reading) -> Reading:
        """A reading without what is nobody's, and with people under their own keys."""
        gone, new = self._changes(reading)
        if not gone and not new:
            return reading
        happened = reading.interactions
        if not isinstance(happened, InteractionColumns):
            happened = InteractionColumns.from_interactions(happened)
        people = {key: key for key in happened.people}
        left = without_people(happened, gone, people) if gone else happened
        kept = (contact for contact in reading.contacts if contact.key not in gone)
        return attrs.evolve(
            reading,
            contacts=[attrs.evolve(each, key=new.get(each.key, each.key)) for each in kept],
            interactions=under_other_keys(left, new) if new else left,
            report=report_without(reading.report, gone, len(happened) - len(left)),
        )

    def _changes(self, reading: Reading) -> tuple[set[Key], dict[Key, Key]]:
        """Whose keys are nobody's in a reading, and who has another one?"""
        if not (self.nobodies or self.key_of):
            return set(), {}
        if not came_by(reading.interactions, *BY_ADDRESS).any():
            return set(), {}
        here = {contact.key: contact.name for contact in reading.contacts}
        gone = {key for key in here if bare_key(key) in self.nobodies}
        wanted = {key: self.key_of.get((bare_key(key), name), key) for key, name in here.items()}
        # Two whom this mailbox tells apart stay two.
        times = Counter(wanted.values())
        return gone, {key: to for key, to in wanted.items() if key != to and times[to] == 1}


def report_without(report: SourceReport, gone: Collection[Key], lost: int) -> SourceReport:
    """A report that names addresses as nobody's, which only all readings together show."""
    skipped = Counter(dict(report.skipped))
    skipped[SkipReason.AUTOMATIC] += lost
    told: dict[NobodyReason, Nobodies] = {each.reason: each for each in report.nobodies}
    if gone:
        called = {key: key.rpartition("@")[2] for key in gone}
        (fresh,) = nobodies_of({NobodyReason.MANY_NAMES: called})
        if (known := told.get(fresh.reason)) is not None:
            named = list(dict.fromkeys((*known.named, *fresh.named)))
            more = known.more + fresh.more + len(named[MOST_NAMED:])
            fresh = attrs.evolve(fresh, named=named[:MOST_NAMED], more=more)
        told[fresh.reason] = fresh
    nobodies = [told[reason] for reason in sorted(told)] if gone else report.nobodies
    return attrs.evolve(report, used=report.used - lost, skipped=skipped, nobodies=nobodies)

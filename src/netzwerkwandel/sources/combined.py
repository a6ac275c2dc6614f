"""What several exports tell, put together: each thing once, as the newest and fullest tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import attrs

from netzwerkwandel.identity.shown_names import shown_name
from netzwerkwandel.model import ME, Contact, Key, MeEvidence, SkipReason, SourceReport, Tie
from netzwerkwandel.records import Records
from netzwerkwandel.records.contents import reports_of_both, ties_in_order
from netzwerkwandel.records.statements import updated_ties
from netzwerkwandel.sources.happened import merged
from netzwerkwandel.sources.owner import find_owner, of_no_concern
from netzwerkwandel.sources.phones import dialled_abroad
from netzwerkwandel.sources.reading import MOST_PROBLEMS, Reading, Revision
from netzwerkwandel.sources.shared_addresses import told_apart


_UNDATED = datetime.min.replace(tzinfo=UTC)


def combined(
    readings: Sequence[Reading],
    given: frozenset[Key],
    region: str | None,
    leftovers: SourceReport | None,
) -> Records:
    """Put readings together, with who is who and whose all of it is, and a report of the rest."""
    # Everything below follows this order, and not the one in which the files were found.
    readings = sorted(readings, key=lambda reading: (reading.report.where, reading.report.kind))
    owner = find_owner(given, readings)
    readings = told_apart(readings, given.union(owner.keys if owner else ()))
    parts = [reading.interactions for reading in readings]
    outdated = outdated_rows(readings)
    if outdated:
        parts = [
            [event for event in part if event.key not in gone] if gone else part
            for part, gone in zip(parts, outdated, strict=True)
        ]
    interactions, repeated = merged(parts)
    reports = [
        _without_repeated(reading.report, again + len(reading.interactions) - len(part))
        for reading, part, again in zip(readings, parts, repeated, strict=True)
    ]
    found = {as_shown(contact) for reading in readings for contact in reading.contacts}
    contacts = list(found.union(owner.contacts() if owner else ()))
    if any(contact.phones for contact in contacts):
        contacts = dialled_abroad(contacts, region)
    records = Records.from_found(
        contacts,
        ties=_stated(readings) if any(reading.ties for reading in readings) else (),
        interactions=interactions,
        me=ME if owner else None,
        me_evidence=owner.evidence if owner else MeEvidence.GIVEN,
        merged=[(ME, key) for key in owner.keys] if owner else (),
        reports=[*reports, leftovers] if leftovers else reports,
    )
    # Only now is it known which addresses are hers: a card of her own may name more of them.
    mine = {key for key, person in records.person_of.items() if person == records.me}
    told = [
        attrs.evolve(report, problems=[problem, *report.problems][:MOST_PROBLEMS])
        for reading, report in zip(readings, reports, strict=True)
        if (problem := of_no_concern(reading, mine)) is not None
    ]
    return (
        attrs.evolve(records, reports=reports_of_both(records.reports, told)) if told else records
    )


def _without_repeated(report: SourceReport, times: int) -> SourceReport:
    """Count in a report what other exports tell, too, and what was taken back, as left out."""
    skipped = Counter(dict(report.skipped))
    skipped[SkipReason.DUPLICATE] += times
    return attrs.evolve(report, used=report.used - times, skipped=skipped)


def _stated(readings: Iterable[Reading]) -> tuple[Tie, ...]:
    """What is stated of two people, as the newer exports say; an address book tells no date."""
    stated: defaultdict[datetime, list[Tie]] = defaultdict(list)
    for reading in readings:
        stated[reading.report.last or _UNDATED] += reading.ties
    ties: tuple[Tie, ...] = ()
    for last in sorted(stated):
        ties = updated_ties(ties, ties_in_order(stated[last]))
    return ties


def as_shown(contact: Contact) -> Contact:
    """A contact with her name as it is shown, without remarks and letters behind it."""
    name = shown_name(contact.name)
    return contact if name == contact.name else attrs.evolve(contact, name=name)


def outdated_rows(readings: Sequence[Reading]) -> list[set[Key]]:
    """Which interactions of each reading does another one, with a newer revision, take back?

    Empty where none does. An event that the newer calendar tells of, or has as cancelled, happened
    as it says, and not as an older backup or an invitation still has it.
    """
    newest: dict[str, Revision] = {}
    for reading in readings:
        for name, revision in reading.revisions.items():
            known = newest.setdefault(name, revision)
            if known.number < revision.number:
                newest[name] = revision
    outdated = []
    for reading in readings:
        gone: set[Key] = set()
        for name, revision in reading.revisions.items():
            other = newest[name]
            if revision.number < other.number and (other.keys or other.is_cancelled):
                gone |= revision.keys - other.keys
        outdated.append(gone)
    return outdated if any(outdated) else []

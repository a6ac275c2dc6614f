"""What is known already, and a newer import: what is known then, and what is new in it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.vocabularies import Relation, SourceKind
from netzwerkwandel.model.work import Work
from netzwerkwandel.records.orders import Pairs
from netzwerkwandel.records.records import Records
from netzwerkwandel.records.records_change import Move, RecordsChange
from netzwerkwandel.records.rejoining import rejoined
from netzwerkwandel.records.statements import updated_ties


def updated(before: Records, newer: Records) -> Records:
    """Add newer records to what is known, and lose nothing.

    - What exports said is kept, old and new; who is who is asked anew, with all decisions.
    - What was changed by hand in a contact stays so; where both were changed, the newer counts.
    - A newer statement about two people adds to the older, or takes its place where they differ.
    - What happened is there once, as the fuller copy tells it.
    - A newer decision, experiment or report takes the place of the older of the same name.

    Adding the same records twice changes nothing.
    """
    if before == Records():
        return newer
    merged = (before.merged - newer.kept_apart) | newer.merged
    kept_apart = (before.kept_apart - newer.merged) | newer.kept_apart
    ties = _ties(before, newer)
    interactions = before.interactions.joined(newer.interactions)
    experiments = {each.key: each for each in (*before.experiments, *newer.experiments)}
    me = newer.me if newer.me is not None else before.me
    named = {key for tie in ties for key in (tie.a, tie.b)}
    named.update(interactions.people)
    named.update(*(each.met for each in experiments.values()))
    named.update(() if me is None else [me])
    contacts = with_named(_contacts(before, newer, merged, kept_apart), named)
    person_of = Records(contacts=contacts).person_of
    return Records(
        contacts=contacts,
        found={*before.found, *newer.found} if before.found or newer.found else (),
        ties=ties,
        interactions=interactions,
        experiments=experiments.values(),
        me=me and person_of[me],
        me_evidence=before.me_evidence if newer.me is None else newer.me_evidence,
        merged=merged,
        kept_apart=kept_apart,
        reports=_reports(before.reports, newer.reports),
    )


def with_named(contacts: Sequence[Contact], named: Iterable[Key]) -> list[Contact]:
    """Add a contact of whom only the key is known for every key that names nobody."""
    unknown = set(named) - Records(contacts=contacts).person_of.keys()
    return [*contacts, *(Contact(key=key) for key in unknown)]


def records_change(
    before: Records, newer: Records, after: Records, new_interactions: int
) -> RecordsChange:
    """Say what ``after`` has that ``before`` did not; ``newer`` was added to make it so."""
    known = {tie.key for tie in before.ties}
    return RecordsChange(
        added=tuple(
            contact
            for contact in _unknown_to(before.contacts, after.contacts)
            if contact.key != after.me
        ),
        moved=tuple(_moves(before, after)),
        gone=tuple(_gone(before, newer, after)),
        new_interactions=new_interactions,
        new_ties=sum(tie.key not in known for tie in after.ties),
    )


def _ties(before: Records, newer: Records) -> tuple[Tie, ...]:
    """What is stated now: the archive that is newer says so, whichever was read first."""
    earlier, last = _last_archive(before), _last_archive(newer)
    if earlier is not None and last is not None and last < earlier:
        return updated_ties(newer.ties, before.ties)
    return updated_ties(before.ties, newer.ties)


def _reports(
    before: Iterable[SourceReport], newer: Iterable[SourceReport]
) -> Iterable[SourceReport]:
    fresh = tuple(newer)
    read = {(report.where, report.kind) for report in fresh}
    return [*(report for report in before if (report.where, report.kind) not in read), *fresh]


def _contacts(before: Records, newer: Records, merged: Pairs, kept_apart: Pairs) -> list[Contact]:
    if before.found or newer.found:
        return rejoined([before, newer], merged, kept_apart)
    by_key = {contact.key: contact for contact in (*before.contacts, *newer.contacts)}
    return list(by_key.values())


def _names(contact: Contact) -> tuple[Key, ...]:
    return (contact.key, *contact.aliases)


def _unknown_to(known: Iterable[Contact], contacts: Iterable[Contact]) -> Iterator[Contact]:
    names = {key for contact in known for key in _names(contact)}
    return (contact for contact in contacts if names.isdisjoint(_names(contact)))


def _moves(before: Records, after: Records) -> Iterator[Move]:
    for contact in before.contacts:
        now = after.contact(contact.key)
        earlier = _left(contact, now)
        if earlier is not None:
            work = Work(organisation=now.organisation, position=now.position, seen=now.seen)
            yield Move(contact=now, before=earlier, after=work)


def _left(then: Contact, now: Contact) -> Work | None:
    """The work that a person has left since; where no export is dated, plain text decides."""
    if then.seen is not None and now.seen is not None:
        left = _told_since(now, then.seen)
        return left[-1] if len(left) > len(_told_since(then, then.seen)) else None
    told = ((then.organisation, now.organisation), (then.position, now.position))
    if then.seen == now.seen and any(a and b and a.casefold() != b.casefold() for a, b in told):
        return Work(organisation=then.organisation, position=then.position)
    return None


def _told_since(contact: Contact, day: date) -> list[Work]:
    """The earlier work that was still told on a day."""
    return [work for work in contact.earlier_work if work.seen is not None and work.seen >= day]


def _gone(before: Records, newer: Records, after: Records) -> Iterator[Contact]:
    """Who was a connection in the last archive, and is none in a newer one."""
    last, earlier = _last_archive(newer), _last_archive(before)
    if last is None or earlier is None or last <= earlier:
        return
    still = {after.person_of[key] for key in _connections(newer)}
    named = {_named_on(newer, key, since) for key, since in _connections(newer).items()}
    for key, since in sorted(_connections(before).items()):
        person = after.person_of[key]
        seen = before.contact(key).seen
        was_gone_already = seen is not None and seen < earlier.astimezone(UTC).date()
        is_still_there = person in still or _named_on(before, key, since) in named
        if not was_gone_already and not is_still_there:
            yield after.contact(person)


def _last_archive(records: Records) -> datetime | None:
    """Of when the last LinkedIn archive is that lists connections."""
    if not _connections(records):
        return None
    reports = [report for report in records.reports if report.kind is SourceKind.LINKEDIN]
    return max((report.last for report in reports if report.last is not None), default=None)


def _connections(records: Records) -> dict[Key, date | None]:
    """Since when the owner is connected with whom, by the key in the archive."""
    return {tie.b: tie.since for tie in records.ties if Relation.CONNECTION in tie.relations}


def _named_on(records: Records, key: Key, since: date | None) -> tuple[str, date] | Key:
    """The name and the day of a connection, by which it is known when its address has changed."""
    name = records.contact(key).name.casefold()
    return (name, since) if name and since is not None else key

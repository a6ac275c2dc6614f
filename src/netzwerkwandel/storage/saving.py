"""Saving and loading all of a person's records, by what every storage has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import attrs

from netzwerkwandel.errors import InvalidRecordError, StorageError
from netzwerkwandel.model import Decision, Interaction, Key
from netzwerkwandel.model.interaction import more_complete
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.records.update import records_change, updated, with_named
from netzwerkwandel.storage.kinds import (
    CONTACTS,
    DECISIONS,
    EXPERIMENTS,
    FOUND,
    TIES,
    K,
    Kind,
    R,
)
from netzwerkwandel.storage.protocols import InteractionRepository, Repository, Storage


BATCH = 50_000
"""So many interactions are looked up and compared at a time."""


def save_records(storage: Storage, records: Records) -> RecordsChange:
    """What is new in these records, and what has changed since others were saved?

    They are added to what is stored: nothing that was there is lost, and saving the same twice
    changes nothing. Call it from ``save`` of a storage of your own.

    Parameters
    ----------
    storage : Storage
        Where to.
    records : Records
        What.

    Returns
    -------
    RecordsChange
        Who is new, who has moved, who is gone.

    Notes
    -----
    All or nothing. Of the interactions stored, only those with the keys of new ones are read.
    """
    newer = attrs.evolve(records, interactions=())
    with storage.transaction():
        before = records_in(storage, interactions=())
        after = updated(before, newer)
        write_changes(storage, before, after)
        new = _add(storage.interactions, records.interactions)
    return records_change(before, newer, after, new)


def load_records(storage: Storage) -> Records:
    """All records of a storage, as of one moment; for ``load`` of a storage of your own."""
    with storage.transaction():
        return records_in(storage, tuple(storage.interactions))


def records_in(storage: Storage, interactions: Sequence[Interaction]) -> Records:
    """The records of a storage, with these interactions.

    Whoever is named and is not there becomes a contact of whom only the key is known.
    """
    origin, decisions = storage.origin, tuple(storage.decisions)
    ties, experiments = tuple(storage.ties), tuple(storage.experiments)
    named = {key for tie in ties for key in (tie.a, tie.b)}
    named.update(chain.from_iterable(each.met for each in experiments))
    named.update(() if origin.me is None else [origin.me])
    try:
        happened = InteractionColumns.from_interactions(interactions)
        named.update(happened.people)
        return Records(
            contacts=with_named(tuple(storage.contacts), named),
            found=chain.from_iterable(found.contacts for found in storage.found),
            ties=ties,
            interactions=happened,
            experiments=experiments,
            me=origin.me,
            me_evidence=origin.me_evidence,
            merged=[each.pair for each in decisions if each.is_one_person],
            kept_apart=[each.pair for each in decisions if not each.is_one_person],
            reports=origin.reports,
        )
    except InvalidRecordError as error:
        raise StorageError(f"what is stored must fit together, but does not: {error}") from error


def decisions_of(records: Records) -> Iterator[Decision]:
    """What was decided about who is who."""
    for a, b in sorted(records.merged):
        yield Decision(a=a, b=b, is_one_person=True)
    for a, b in sorted(records.kept_apart):
        yield Decision(a=a, b=b, is_one_person=False)


def found_of(records: Records) -> Iterator[Found]:
    """What exports said, by the key they said it of."""
    by_key: dict[Key, list[int]] = {}
    for i, contact in enumerate(records.found):
        by_key.setdefault(contact.key, []).append(i)
    for key, rows in by_key.items():
        yield Found(key=key, contacts=[records.found[i] for i in rows])


def origin_of(records: Records) -> Origin:
    """Whose the records are and where they were read."""
    return Origin(me=records.me, me_evidence=records.me_evidence, reports=records.reports)


def write_changes(storage: Storage, before: Records, after: Records) -> None:
    """Write what differs, interactions aside."""
    _replace(storage.contacts, before.contacts, after.contacts, CONTACTS)
    _replace(storage.found, found_of(before), found_of(after), FOUND)
    _replace(storage.ties, before.ties, after.ties, TIES)
    _replace(storage.experiments, before.experiments, after.experiments, EXPERIMENTS)
    _replace(storage.decisions, decisions_of(before), decisions_of(after), DECISIONS)
    if origin_of(before) != origin_of(after):
        storage.put_origin(origin_of(after))


def _replace(
    repository: Repository[K, R], before: Iterable[R], after: Iterable[R], kind: Kind[K, R]
) -> None:
    """Write what differs, and remove what is no more."""
    old = {kind.name(record): record for record in before}
    new = {kind.name(record): record for record in after}
    stored = {kind.name(record) for record in repository}
    for name in old.keys() & stored - new.keys():
        repository.remove(name)
    for name, record in new.items():
        if name not in stored or old.get(name) != record:
            repository.put(record)


def _add(stored: InteractionRepository, interactions: Sequence[Interaction]) -> int:
    """Write those that are new or fuller than what is stored; say how many are new."""
    if not len(stored):
        stored.put_all(interactions)
        return len(interactions)
    new = 0
    waiting = iter(interactions)
    while batch := tuple(islice(waiting, BATCH)):
        known = {event.key: event for event in stored.get_all([event.key for event in batch])}
        better = [e for e in batch if e.key not in known or _is_fuller(e, known[e.key])]
        new += sum(event.key not in known for event in better)
        stored.put_all(better)
    return new


def _is_fuller(event: Interaction, known: Interaction) -> bool:
    return event != known and more_complete(known, event) is event

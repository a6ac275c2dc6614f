"""Saving and loading all of a person's records, by what every storage has."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

import attrs

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError, StorageError
from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Interaction,
    Key,
    Suggestion,
    Tie,
)
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.interaction import is_news
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.records.advice import talked_since
from netzwerkwandel.records.contents import NO_INTERACTIONS, named_in
from netzwerkwandel.records.directory import with_named
from netzwerkwandel.records.records_change import RecordsChange, records_change
from netzwerkwandel.storage.kinds import (
    CONTACTS,
    DECISIONS,
    EXPERIMENTS,
    FOUND,
    SUGGESTIONS,
    TIES,
    K,
    Kind,
    R,
)
from netzwerkwandel.storage.protocols import InteractionRepository, Repository, Storage


BATCH = 50_000
"""So many interactions are looked up and compared at a time."""

NOTHING = Records()

_REPOSITORIES = tuple("contacts found ties interactions experiments suggestions decisions".split())


def save_records(
    storage: Storage,
    records: Records,
    *,
    add: Callable[[InteractionColumns], int] | None = None,
) -> RecordsChange:
    """Add records to what is stored, and say what is new and what has changed since last time.

    Nothing that was there is lost, and saving the same twice changes nothing. Call it from ``save``
    of a storage of your own.

    Parameters
    ----------
    storage : Storage
        Where to.
    records : Records
        What.
    add : callable, optional
        Writes the interactions that are new or tell more than those stored, and says how many are
        new: for a storage that can compare them quicker than one by one.

    Returns
    -------
    RecordsChange
        Who is new, who has moved, who is gone.

    Raises
    ------
    StorageError
        If something cannot be stored; then nothing is.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Notes
    -----
    All or nothing. Of the interactions stored, only those with the keys of new ones are read.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact
    >>> from netzwerkwandel.storage import MemoryStorage
    >>> storage = MemoryStorage()
    >>> records = Records(contacts=[Contact(key="card:1", name="Ben Okafor")])
    >>> save_records(storage, records).added, save_records(storage, records).added
    ((Contact('Ben Okafor'),), ())
    """
    check_storage(storage)
    check_kind("records", records, Records)
    # Who is who, what is stated and where it was read are few enough to be read whole, put together
    # with the new, and compared. What happened is not: that is looked up by key, bit by bit.
    with storage.transaction():
        stored, given = Stored.read(storage), Stored.of(records)
        before, newer, after = NOTHING, records, records
        # Of the same again, and of the first, there is nothing to put together: who is who need not
        # be asked, which takes longest.
        if stored not in (given, NOTHING_STORED):
            before, newer = stored.records(), attrs.evolve(records, interactions=NO_INTERACTIONS)
            after = before.join(newer)
            given = Stored.of(after)
        stored.replace(storage, given)
        new = add(records.interactions) if add else _add(storage.interactions, records.interactions)
    # What came of a suggestion is asked when something new was read, and not each time again.
    talked: list[Key] = []
    if new or stored != given:
        heard = talked_since(stored.suggestions, records.interactions, after.person_of, after.me)
        contact_of = {each.key: each.contact for each in given.suggestions if each.key in heard}
        talked = sorted({after.person_of[who] for who in contact_of.values()})
    if stored == given:
        contacts = tuple(map(after.contact, talked))
        return RecordsChange(new_interactions=new, talked=contacts, language=after.language)
    return records_change(before, newer, after, new, talked)


def load_records(storage: Storage) -> Records:
    """Load all records of a storage, as of one moment; for ``load`` of a storage of your own.

    Parameters
    ----------
    storage : Storage
        Where from.

    Returns
    -------
    Records
        All that is there.

    Raises
    ------
    StorageError
        If what is stored does not fit together.
    InvalidArgumentError
        If it is no storage.

    Examples
    --------
    >>> from netzwerkwandel.storage import MemoryStorage
    >>> load_records(MemoryStorage())
    Records(0 contacts, 0 ties, 0 interactions, 0 experiments)
    """
    check_storage(storage)
    with storage.transaction():
        return Stored.read(storage).records(storage.interactions)


def check_records(storage: Storage) -> tuple[StorageError, ...]:
    """Read everything that a storage holds, and say what cannot be; for ``check`` of your own.

    Parameters
    ----------
    storage : Storage
        What is looked at.

    Returns
    -------
    tuple of StorageError
        The first of each repository, and what does not fit together; nothing where all is well.

    Raises
    ------
    InvalidArgumentError
        If it is no storage.

    Examples
    --------
    >>> from netzwerkwandel.storage import MemoryStorage
    >>> check_records(MemoryStorage())
    ()
    """
    check_storage(storage)
    problems: list[StorageError] = []
    with storage.transaction():
        for name in _REPOSITORIES:
            with _noted(problems):
                deque(getattr(storage, name), maxlen=0)
        if not problems:
            with _noted(problems):
                Stored.read(storage).records(storage.interactions)
    return tuple(problems)


@contextmanager
def _noted(problems: list[StorageError]) -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        problems.append(error)


def check_storage(storage: object) -> None:
    """Refuse what is no storage."""
    # isinstance asks a protocol for every attribute, and `origin` would be read of the database.
    if not (hasattr(type(storage), "put_origin") and hasattr(type(storage), "transaction")):
        raise InvalidArgumentError(f"storage must be a Storage, got {type(storage).__name__}")


@attrs.frozen
class Stored:
    """What a storage holds beside interactions, read once: record by record, as it was put."""

    contacts: tuple[Contact, ...]
    found: tuple[Found, ...]
    ties: tuple[Tie, ...]
    experiments: tuple[Experiment, ...]
    suggestions: tuple[Suggestion, ...]
    decisions: tuple[Decision, ...]
    origin: Origin

    @classmethod
    def read(cls, storage: Storage) -> Stored:
        """Read it, within a transaction or a snapshot."""
        return cls(
            contacts=tuple(storage.contacts),
            found=tuple(storage.found),
            ties=tuple(storage.ties),
            experiments=tuple(storage.experiments),
            suggestions=tuple(storage.suggestions),
            decisions=tuple(storage.decisions),
            origin=storage.origin,
        )

    @classmethod
    def of(cls, records: Records) -> Stored:
        """Take records apart as they are stored, in the order in which a storage gives them."""
        return cls(
            contacts=_by_name(CONTACTS, records),
            found=_by_name(FOUND, records),
            ties=_by_name(TIES, records),
            experiments=_by_name(EXPERIMENTS, records),
            suggestions=_by_name(SUGGESTIONS, records),
            decisions=_by_name(DECISIONS, records),
            origin=Origin(
                me=records.me,
                me_evidence=records.me_evidence,
                reports=records.reports,
                goal=records.goal,
                language=records.language,
            ),
        )

    def records(self, interactions: Iterable[Interaction] = NO_INTERACTIONS) -> Records:
        """Put it together, with these interactions.

        Whoever is named and is not there becomes a contact of whom only the key is known.
        """
        me = self.origin.me
        try:
            events = InteractionColumns.from_interactions(interactions)
            named = named_in(self.ties, events, self.experiments, me, self.suggestions).values()
            return Records(
                contacts=with_named(self.contacts, set().union(*named)),
                found=chain.from_iterable(found.contacts for found in self.found),
                ties=self.ties,
                interactions=events,
                experiments=self.experiments,
                suggestions=self.suggestions,
                me=me,
                me_evidence=self.origin.me_evidence,
                merged=[each.pair for each in self.decisions if each.is_one_person],
                kept_apart=[each.pair for each in self.decisions if not each.is_one_person],
                reports=self.origin.reports,
                goal=self.origin.goal,
                language=self.origin.language,
            )
        except InvalidRecordError as error:
            raise StorageError(
                f"what is stored must fit together, but does not: {error}"
            ) from error

    def keys_of(self, who: Contact | str, interactions: InteractionRepository) -> set[Key]:
        """All keys of the person who is meant, or one alone where it is named and no more."""
        # Loading makes contacts of those whom ties, experiments and suggestions name. Decisions,
        # what exports said, and interactions, which are not loaded here, may name somebody else.
        key = who.key if isinstance(who, Contact) else check_kind("who", who, str)
        known = self.records()
        is_named = key not in known.person_of and (
            any(key in decision.pair for decision in self.decisions)
            or any(key == found.key for found in self.found)
            or any(True for _ in interactions.between(people=[key]))
        )
        if is_named:
            return {key}
        person = known.person(who).key
        return {each for each, its_person in known.person_of.items() if its_person == person}

    def replace(self, storage: Storage, after: Stored) -> None:
        """Write what differs, and remove what is not there any more."""
        _replace(CONTACTS, storage.contacts, self.contacts, after.contacts)
        _replace(FOUND, storage.found, self.found, after.found)
        _replace(TIES, storage.ties, self.ties, after.ties)
        _replace(EXPERIMENTS, storage.experiments, self.experiments, after.experiments)
        _replace(SUGGESTIONS, storage.suggestions, self.suggestions, after.suggestions)
        _replace(DECISIONS, storage.decisions, self.decisions, after.decisions)
        if after.origin != self.origin:
            storage.put_origin(after.origin)


def _by_name(kind: Kind[K, R], records: Records) -> tuple[R, ...]:
    return tuple(sorted(kind.within(records), key=kind.name))


def _replace(
    kind: Kind[K, R], repository: Repository[K, R], before: Iterable[R], after: Iterable[R]
) -> None:
    old = {kind.name(record): record for record in before}
    new = {kind.name(record): record for record in after}
    for name in old.keys() - new.keys():
        repository.remove(name)
    for name, record in new.items():
        if old.get(name) != record:
            repository.put(record)


def _add(stored: InteractionRepository, interactions: InteractionColumns) -> int:
    """Write those that are new or more complete than what is stored; say how many are new.

    Of two that are equal the one that is stored stays, though they may tell of different places.
    """
    if not len(stored):
        stored.put_all(interactions)
        return len(interactions)
    new = 0
    for first in range(0, len(interactions), BATCH):
        batch = {event.key: event for event in interactions[first : first + BATCH]}
        known = {event.key: event for event in stored.get_all(list(batch))}
        stored.put_all([e for key, e in batch.items() if is_news(e, known.get(key))])
        new += len(batch.keys() - known.keys())
    return new


NOTHING_STORED = Stored.of(NOTHING)

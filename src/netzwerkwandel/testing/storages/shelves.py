"""The six repositories of a storage, and records of every kind to put there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Generic

import attrs

from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Function,
    Interaction,
    Key,
    Relation,
    Tie,
    Work,
)
from netzwerkwandel.records import Found
from netzwerkwandel.storage import Repository, Storage, kinds
from netzwerkwandel.storage.kinds import K, Kind, Pair, R, TieKey
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EVA,
    MARA,
    NOBODY,
    NOON,
    east,
    event,
    texts,
)


@attrs.frozen
class Shelf(Generic[K, R]):
    """Where records of one kind are kept, and some to put there.

    Parameters
    ----------
    kind : Kind
        What names them.
    of : callable
        Their repository in a storage.
    records : tuple
        Three in the order of iteration; the first has a value in every field.
    other : record
        It has the name of the first, and no value that it need not have.
    unknown : str or several
        A name that none has.
    """

    kind: Kind[K, R]
    of: Callable[[Storage], Repository[K, R]]
    records: tuple[R, R, R]
    other: R
    unknown: K

    def fill(self, storage: Storage) -> Repository[K, R]:
        """Put the records, in another order than theirs."""
        repository = self.of(storage)
        for place in (2, 0, 1):
            repository.put(self.records[place])
        return repository

    def texts(self, storage: Storage) -> list[str]:
        """Write down what is there."""
        return texts(self.of(storage))

    def count(self, storage: Storage) -> int:
        """Say how many there are."""
        return len(self.of(storage))


FULL = Contact(
    key=ANNA,
    name="Dr. Änne Größe",
    emails=["anna@example.org", "Anna@Work.example"],
    phones=["+49 170 1234567"],
    profiles=["https://www.linkedin.com/in/anna"],
    organisation="Größe & Söhne",
    position="Designer",
    fields=["ux research", "Pflege"],
    communities=["choir"],
    changed_career=False,
    notes="met in Rome\nand in Ulm",
    aliases=["linkedin:anna", "mailto:anna@example.org"],
    seen=date(2026, 3, 1),
    earlier_work=[Work(organisation="Acme", position="Nurse", seen=date(2024, 3, 1)), Work()],
)
CONTACTS = Shelf[Key, Contact](
    kind=kinds.CONTACTS,
    of=lambda storage: storage.contacts,
    records=(FULL, Contact(key=BEN, changed_career=True), Contact(key=EVA, name="Eva")),
    other=Contact(key=ANNA),
    unknown=NOBODY,
)
FOUND = Shelf[Key, Found](
    kind=kinds.FOUND,
    of=lambda storage: storage.found,
    records=(
        Found(key=ANNA, contacts=[FULL, Contact(key=ANNA, name="A. Größe")]),
        Found(key=BEN, contacts=[Contact(key=BEN)]),
        Found(key=EVA, contacts=[Contact(key=EVA, name="Eva")]),
    ),
    other=Found(key=ANNA, contacts=[Contact(key=ANNA)]),
    unknown=NOBODY,
)
TIES = Shelf[TieKey, Tie](
    kind=kinds.TIES,
    of=lambda storage: storage.ties,
    records=(
        Tie(
            a=ANNA,
            b=BEN,
            relations=frozenset(Relation),
            functions=frozenset(Function),
            closeness=0.0,
            trust=1.0,
            since=date(2020, 2, 29),
            ended_in_conflict=True,
        ),
        Tie(a=ANNA, b=BEN, relations={"friend"}, since=date(2021, 1, 1)),
        Tie(a=BEN, b=ANNA),
    ),
    other=Tie(a=ANNA, b=BEN, since=date(2020, 2, 29)),
    unknown=(ANNA, BEN, ""),
)
INTERACTIONS = Shelf[Key, Interaction](
    kind=kinds.INTERACTIONS,
    of=lambda storage: storage.interactions,
    records=(
        Interaction(
            key="meeting:3",
            when=NOON.astimezone(east(-3, -30)),
            participants=[ANNA, BEN, MARA],
            channel="call",
            sender=BEN,
            duration=0.0,
        ),
        event("meeting:1", NOON.replace(hour=13), [BEN]),
        event("meeting:2", NOON.replace(hour=14), hours=1.5),
    ),
    other=event("meeting:3", NOON.replace(hour=11), [EVA, MARA]),
    unknown="meeting:0",
)
EXPERIMENTS = Shelf[Key, Experiment](
    kind=kinds.EXPERIMENTS,
    of=lambda storage: storage.experiments,
    records=(
        Experiment(
            key="course",
            title="Evening course, “UX”",
            started=date(2025, 9, 1),
            ended=date(2025, 12, 24),
            field="ux research",
            kind="confirmatory",
            hours=0.0,
            met=[EVA, BEN],
        ),
        Experiment(key="shadowing", title="", started=date(1, 1, 1)),
        Experiment(key="talk", title="A talk", started=date(9999, 12, 31), hours=2.5),
    ),
    other=Experiment(key="course", title="Morning course", started=date(2025, 9, 2)),
    unknown="side project",
)
DECISIONS = Shelf[Pair, Decision](
    kind=kinds.DECISIONS,
    of=lambda storage: storage.decisions,
    records=(
        Decision(a=ANNA, b=BEN, is_one_person=True),
        Decision(a=ANNA, b=EVA, is_one_person=False),
        Decision(a=BEN, b=EVA, is_one_person=False),
    ),
    other=Decision(a=ANNA, b=BEN, is_one_person=False),
    unknown=(BEN, MARA),
)
SHELVES = (CONTACTS, FOUND, TIES, INTERACTIONS, EXPERIMENTS, DECISIONS)


def everything(storage: Storage) -> list[object]:
    """Write down all that a storage gives back, but not what it makes of it."""
    return [storage.origin, *(shelf.texts(storage) for shelf in SHELVES)]

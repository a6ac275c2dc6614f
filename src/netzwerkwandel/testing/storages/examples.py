"""What the tests of a storage share: a few people, records of every kind, two exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Generic

import attrs

from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Function,
    Goal,
    Interaction,
    Key,
    MeEvidence,
    Nobodies,
    Problem,
    Relation,
    SkipReason,
    SourceKind,
    SourceReport,
    Suggestion,
    Tie,
    Work,
)
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.records.documents import text_of
from netzwerkwandel.storage import Repository, Storage, kinds
from netzwerkwandel.storage.kinds import K, Kind, Pair, R, TieKey


ANNA, BEN, EVA, MARA, NOBODY = "card:anna", "card:ben", "card:eva", "card:mara", "card:nobody"
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ORIGIN = Origin(
    me=MARA,
    me_evidence=MeEvidence.CALENDAR,
    goal=Goal(fields=["gardening", "ux research"], since=NOON.date()),
    language="de",
    reports=[
        SourceReport(
            kind=SourceKind.CALENDAR,
            where="export/mara's.ics",
            read=7,
            used=4,
            skipped=((SkipReason.ALL_DAY, 2), (SkipReason.BROKEN, 1)),
            addresses=9,
            first=datetime(2001, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=45))),
            last=NOON,
            problems=[Problem("mara's.ics, line 3", "the date 'gestern' cannot be read")],
            nobodies=[
                Nobodies(reason="a room or note taker", named=["Raum 3 (ä.example)"], more=1)
            ],
        ),
        SourceReport(kind=SourceKind.MAIL, where="old.mbox"),
    ],
)


MORE_THAN_A_STATEMENT_TAKES = 70_000
"""So many values at once: SQLite has room for 32,766 in a statement, PostgreSQL for 65,535."""


class BrokenOff(Exception):  # noqa: N818 (it is no error of a storage)
    """What a test raises to leave a transaction."""


@contextmanager
def broken_off(storage: Storage) -> Iterator[None]:
    """Begin a transaction that fails at its end, and go on after it."""
    with suppress(BrokenOff), storage.transaction():
        yield
        raise BrokenOff


def event(
    key: Key,
    when: datetime = NOON,
    people: Iterable[Key] = (ANNA, MARA),
    hours: float | None = None,
) -> Interaction:
    """Make a meeting."""
    return Interaction(
        key=key, when=when, participants=list(people), channel="meeting", duration=hours
    )


def event_keys(events: Iterable[Interaction]) -> list[Key]:
    """Say by keys what happened."""
    return [each.key for each in events]


def written(records: Iterable[R]) -> list[str]:
    """Write records down, so that what ``==`` leaves out shows too: the offset of a moment."""
    return [text_of(record) for record in records]


def east(hours: int, minutes: int = 0, seconds: int = 0) -> timezone:
    """Make a zone so far from UTC."""
    return timezone(timedelta(hours=hours, minutes=minutes, seconds=seconds))


@attrs.frozen
class RepositoryCase(Generic[K, R]):
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

    # Last, first, middle: neither the order of iteration nor its reverse.
    def fill(self, storage: Storage) -> Repository[K, R]:
        """Put the records, in another order than theirs."""
        repository = self.of(storage)
        for place in (2, 0, 1):
            repository.put(self.records[place])
        return repository

    def texts(self, storage: Storage) -> list[str]:
        """Write down what is there."""
        return written(self.of(storage))

    def count(self, storage: Storage) -> int:
        """Say how many there are."""
        return len(self.of(storage))


# A value in every field, and what is easily lost on the way: an accent, an ampersand, a line break,
# False where None says not known, an empty Work.
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
CONTACTS = RepositoryCase[Key, Contact](
    kind=kinds.CONTACTS,
    of=lambda storage: storage.contacts,
    records=(FULL, Contact(key=BEN, changed_career=True), Contact(key=EVA, name="Eva")),
    other=Contact(key=ANNA),
    unknown=NOBODY,
)
FOUND = RepositoryCase[Key, Found](
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
# The same two on two days, and the other way round: these are three ties.
TIES = RepositoryCase[TieKey, Tie](
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
INTERACTIONS = RepositoryCase[Key, Interaction](
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
        # Keys that would be sorted otherwise than moments.
        event("meeting:1", NOON.replace(hour=13), [BEN]),
        event("meeting:2", NOON.replace(hour=14), hours=1.5),
    ),
    other=event("meeting:3", NOON.replace(hour=11), [EVA, MARA]),
    unknown="meeting:0",
)
EXPERIMENTS = RepositoryCase[Key, Experiment](
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
SUGGESTIONS = RepositoryCase[Key, Suggestion](
    kind=kinds.SUGGESTIONS,
    of=lambda storage: storage.suggestions,
    records=(
        Suggestion(key="anna", contact=ANNA, on=date(1, 1, 1), function=Function.IDEAS),
        Suggestion(
            key="ben",
            contact=BEN,
            on=date(2026, 3, 4),
            answer="talked",
            talked=date(2026, 3, 5),
            brought=[Function.FEEDBACK, Function.DOORS],
            introduced=[EVA, ANNA],
            again=date(9999, 12, 31),
            notes="likes “tea”",
        ),
        Suggestion(key="eva", contact=EVA, on=date(2026, 3, 4), answer="not now"),
    ),
    other=Suggestion(key="anna", contact=BEN, on=date(2026, 3, 4), answer="declined"),
    unknown="mara",
)
DECISIONS = RepositoryCase[Pair, Decision](
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
REPOSITORIES = (CONTACTS, FOUND, TIES, INTERACTIONS, EXPERIMENTS, SUGGESTIONS, DECISIONS)


def everything(storage: Storage) -> list[object]:
    """Write down all that a storage gives back, but not what it makes of it."""
    return [storage.origin, *(case.texts(storage) for case in REPOSITORIES)]


def export(year: int, *contacts: Contact, letters: int = 2) -> Records:
    """Make what an archive of a social network says at the end of a year."""
    when = datetime(year, 12, 31, 12, tzinfo=UTC)
    told = [attrs.evolve(contact, seen=when.date()) for contact in contacts]
    mara = Contact(key=MARA, name="Mara Vogt")
    return Records.from_found(
        [mara, *told],
        ties=[Tie(a=MARA, b=contact.key, relations={"connection"}) for contact in told],
        interactions=[
            event(f"{year}:{contact.key}:{i}", when.replace(hour=i), [MARA, contact.key])
            for contact in told
            for i in range(letters)
        ],
        experiments=[Experiment(key=f"course {year}", title="Course", started=date(year, 3, 1))],
        suggestions=[
            Suggestion(key=f"{year}:{contact.key}", contact=contact.key, on=when.date())
            for contact in told
        ],
        me=MARA,
        kept_apart=[(ANNA, BEN)],
        reports=[SourceReport(kind=SourceKind.LINKEDIN, where=f"{year}.zip", last=when)],
    )


EXPORT_2024 = export(
    2024,
    Contact(key=ANNA, name="Änne Größe", organisation="Acme", position="Nurse"),
    Contact(key=BEN, name="Ben Okafor", organisation="Beta"),
)
EXPORT_2025 = export(
    2025,
    Contact(key=ANNA, name="Änne Größe", organisation="Contoso", position="Designer"),
    Contact(key=EVA, name="Eva Lind"),
)
"""Ben is gone, Eva is new, and Anna works elsewhere."""

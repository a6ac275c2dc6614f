"""What the tests of a storage share: a few people, what happened, and a transaction that fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone

from netzwerkwandel.model import (
    Interaction,
    Key,
    MeEvidence,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
)
from netzwerkwandel.records import Origin
from netzwerkwandel.records.documents import text_of
from netzwerkwandel.storage import Storage
from netzwerkwandel.storage.kinds import R


ANNA, BEN, EVA, MARA, NOBODY = "card:anna", "card:ben", "card:eva", "card:mara", "card:nobody"
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ORIGIN = Origin(
    me=MARA,
    me_evidence=MeEvidence.CALENDAR,
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
        ),
        SourceReport(kind=SourceKind.MAIL, where="old.mbox"),
    ],
)


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


def keys_of(events: Iterable[Interaction]) -> list[Key]:
    """Say by keys what happened."""
    return [each.key for each in events]


def texts(records: Iterable[R]) -> list[str]:
    """Write records down, so that what ``==`` leaves out shows too: the offset of a moment."""
    return [text_of(record) for record in records]


def east(hours: int, minutes: int = 0, seconds: int = 0) -> timezone:
    """Make a zone so far from UTC."""
    return timezone(timedelta(hours=hours, minutes=minutes, seconds=seconds))

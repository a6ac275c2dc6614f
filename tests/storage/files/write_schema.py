"""Writes the fixture of the present schema, and what it holds: python write_schema.py schema_1.sql

Only ever for a new schema: the files of earlier ones stay as they were written.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from netzwerkwandel.model import (
    Contact,
    Experiment,
    Interaction,
    Problem,
    SourceReport,
    Suggestion,
    Tie,
)
from netzwerkwandel.records import Records
from netzwerkwandel.storage import SqliteStorage
from netzwerkwandel.storage.exporting import export_json


BEN, EVA, MARA = "mailto:ben@example.org", "mailto:eva@example.org", "mailto:mara@example.org"
KOLKATA = timezone(timedelta(hours=5, minutes=30))


def people() -> list[Contact]:
    return [
        Contact(
            key=BEN,
            name="Ben O'Kafor; 李明",
            emails=["ben@example.org"],
            organisation="Acme",
            position="Nurse",
            fields=["care"],
            notes='met in "Rome";\nthen in Paris',
            aliases=["card:7"],
            seen=date(2026, 3, 1),
        ),
        Contact(key=EVA, name="Eva", changed_career=True),
        Contact(key=MARA, name="Mara"),
    ]


def records() -> Records:
    """Something of every kind."""
    when = datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=KOLKATA)
    return Records(
        contacts=people(),
        found=people()[:2],
        ties=[
            Tie(a=BEN, b=EVA, relations=["friend"], closeness=0.1, since=date(2020, 2, 29)),
            Tie(a=BEN, b=MARA, relations=["former boss"]),
        ],
        interactions=[
            Interaction(
                key="mail:1", when=when, channel="mail", sender=BEN, participants=[BEN, MARA]
            ),
            Interaction(
                key="lunch",
                when=datetime(1999, 12, 31, 12, tzinfo=UTC),
                channel="meeting",
                duration=1.5,
                participants=[BEN, EVA, MARA],
            ),
        ],
        experiments=[
            Experiment(
                key="choir", title="Choir", started=date(2026, 1, 1), field="song", met=[EVA]
            )
        ],
        suggestions=[
            Suggestion(
                key="eva",
                contact=EVA,
                on=date(2026, 1, 1),
                answer="talked",
                talked=date(2026, 1, 3),
                brought=["ideas"],
                introduced=[BEN],
                notes='tea; "cake"',
            )
        ],
        me=MARA,
        merged=[("card:7", BEN)],
        kept_apart=[(BEN, EVA)],
        reports=[
            SourceReport(
                kind="mail",
                where="inbox",
                read=2,
                used=1,
                first=when,
                problems=[Problem(where="line 7", reason="not a date")],
            )
        ],
    )


def main(target: Path) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "mara.db")
        for owner in ("", "eva"):
            with SqliteStorage(path, owner=owner) as storage:
                storage.save(records())
        with closing(sqlite3.connect(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            lines = [
                *connection.iterdump(),
                f"PRAGMA application_id = {application};",
                f"PRAGMA user_version = {version};",
            ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    target.with_suffix(".json").write_text(export_json(records()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

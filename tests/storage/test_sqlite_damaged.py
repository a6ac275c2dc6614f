from __future__ import annotations

import functools
import re
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.errors import NotFoundError, StorageError, UnreadableRecordError
from netzwerkwandel.model import Contact, Decision, Experiment, Interaction, Suggestion, Tie
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.storage import SqliteStorage


BEN, EVA, MARA = "mailto:ben@example.org", "mailto:eva@example.org", "mailto:mara@example.org"
START = datetime(2026, 1, 1, tzinfo=UTC)
COLUMNS = {
    "owners": ["id", "name"],
    "contacts": ["key", "version", "body"],
    "found": ["key", "version", "body"],
    "experiments": ["key", "version", "body"],
    "suggestions": ["key", "version", "body"],
    "origins": ["key", "version", "body"],
    "ties": ["a", "b", "since", "version", "body"],
    "decisions": ["a", "b", "version", "body"],
    "people": ["id", "owner", "key"],
    "interactions": [
        *("id", "owner", "key", "at", "zone", "channel", "sender", "duration", "participants")
    ],
    "participants": ["person", "at", "interaction"],
}
PLACES = [(table, column) for table, columns in COLUMNS.items() for column in columns]
BODIES = [
    *["", "{", "null", "[]", "{}", '"text"', "1e999", "NaN", "[" * 2_000, '{"key": 5}'],
    *['{"key": "mailto:eva@example.org"}', '{"key": "mailto:eva@example.org", "contacts": []}'],
    '{"a": "mailto:ben@example.org", "b": "mailto:ben@example.org"}',
]
PEOPLE = ["x y", "[x y]", "[]", "[1", "1]", "[1,1]", "[2,1]", "[1][2]", "[9]", "[-1]", "[1,,2]"]
VALUES = [None, 0, 1, 2, -1, 10**6, 2**63 - 1, -(2**63), 1.5, 1e308, float("inf")]
values = (
    st.sampled_from([*VALUES, *BODIES, *PEOPLE, b"\xff\xfe"])
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.text(st.characters(exclude_categories=["Cs"]))
)


@functools.cache
def content() -> bytes:
    """The bytes of a file with something in every table."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "mara.db")
        with SqliteStorage(path) as storage:
            people = [Contact(key=key, name=key[7:10]) for key in (BEN, EVA, MARA)]
            for person in people:
                storage.contacts.put(person)
                storage.found.put(Found(key=person.key, contacts=[person]))
            for a, b in ((BEN, EVA), (BEN, MARA)):
                storage.ties.put(Tie(a=a, b=b, relations=["friend"]))
                storage.decisions.put(Decision(a=a, b=b, is_one_person=False))
            started = date(2026, 1, 1)
            storage.experiments.put(Experiment(key="choir", title="C", started=started, met=[BEN]))
            storage.suggestions.put(Suggestion(key="ben", contact=BEN, on=started))
            storage.experiments.put(Experiment(key="tango", title="T", started=started, met=[]))
            storage.interactions.put_all(meeting(i) for i in range(40))
            storage.put_origin(Origin(me=MARA))
        return path.read_bytes()


def meeting(i: int) -> Interaction:
    when = START + timedelta(hours=i)
    people = [BEN, EVA, MARA][: 2 + i % 2]
    return Interaction(key=f"m:{i}", when=when, channel="mail", sender=BEN, participants=people)


USES: list[Callable[[SqliteStorage], object]] = [
    SqliteStorage.load,
    lambda storage: list(storage.contacts),
    lambda storage: list(storage.found),
    lambda storage: list(storage.ties),
    lambda storage: list(storage.experiments),
    lambda storage: list(storage.suggestions),
    lambda storage: list(storage.decisions),
    lambda storage: list(storage.interactions),
    lambda storage: storage.origin,
    lambda storage: storage.contacts.get(BEN),
    lambda storage: storage.interactions.get("m:3"),
    lambda storage: list(storage.interactions.between(START, people=[BEN])),
    lambda storage: storage.contacts.put(Contact(key=BEN, name="Ben")),
    lambda storage: storage.interactions.put_all(meeting(i) for i in range(3)),
    lambda storage: storage.interactions.remove("m:3"),
    lambda storage: storage.save(Records(contacts=[Contact(key=BEN, name="Benjamin")])),
    lambda storage: storage.forget(BEN),
    SqliteStorage.clear,
]


def use(path: Path) -> list[str]:
    """Do everything with a file, and give what was said of it; no other error may be raised."""
    said = []
    try:
        with SqliteStorage(path) as storage:
            for each in USES:
                try:
                    each(storage)
                except (StorageError, NotFoundError) as error:
                    said.append(str(error))
    except StorageError as error:
        said.append(str(error))
    return said


def tampered(path: Path, table: str, column: str, value: object, row: int) -> bool:
    """Change one value of a file; say whether the database let it be done."""
    path.write_bytes(content())
    with closing(sqlite3.connect(path)) as connection, connection:
        names = ", ".join(COLUMNS[table][:2])
        which = connection.execute(f"SELECT {names} FROM {table}").fetchall()
        chosen = which[row % len(which)]
        first, second = COLUMNS[table][:2]
        try:
            connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE {first} = ? AND {second} = ?",
                (value, *chosen),
            )
        except sqlite3.Error:
            return False
    return True


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_damaged_file_is_read_or_refused_but_ends_in_no_other_error(flips):
    with TemporaryDirectory() as folder:
        path = Path(folder, "mara.db")
        damaged = bytearray(content())
        for place, byte in flips:
            damaged[place % len(damaged)] = byte
        path.write_bytes(damaged)

        use(path)


@pytest.mark.parametrize("page", range(len(content()) // 4096))
def test_a_page_of_noise_is_said_and_ends_in_no_other_error(tmp_path, page):
    path = tmp_path / "mara.db"
    damaged = bytearray(content())
    damaged[page * 4096 : (page + 1) * 4096] = bytes((i * 37 + 11) % 256 for i in range(4096))
    path.write_bytes(damaged)

    use(path)


@pytest.mark.parametrize("page", range(len(content()) // 4096))
def test_the_check_finds_a_page_of_noise_and_does_not_fail_of_it(tmp_path, page):
    path = tmp_path / "mara.db"
    damaged = bytearray(content())
    damaged[page * 4096 : (page + 1) * 4096] = bytes((i * 37 + 11) % 256 for i in range(4096))
    path.write_bytes(damaged)

    with ExitStack() as opened:
        try:
            storage = opened.enter_context(SqliteStorage(path))
        except StorageError:
            return  # it is found when the file is opened
        assert storage.check()


@pytest.mark.slow
@example(place=("people", "key"), value="", row=0)
@example(place=("interactions", "owner"), value=0, row=0)
@example(place=("contacts", "body"), value='{"key": "mailto:eva@example.org"}', row=0)
@given(place=st.sampled_from(PLACES), value=values, row=st.integers(0, 50))
def test_any_value_in_any_column_is_read_or_refused_but_ends_in_no_other_error(place, value, row):
    with TemporaryDirectory() as folder:
        path = Path(folder, "mara.db")
        if tampered(path, *place, value, row):
            use(path)


@pytest.mark.slow
@pytest.mark.parametrize(("table", "column"), PLACES)
def test_every_odd_value_in_every_column_ends_in_no_other_error(tmp_path, table, column):
    path = tmp_path / "mara.db"
    for value in (*VALUES, *BODIES, *PEOPLE, b"\xff\xfe"):
        if tampered(path, table, column, value, 1):
            use(path)


WRONG = [
    ("contacts", "body", "{", "a valid contact.*mailto:b…@example…"),
    ("contacts", "body", '{"key": ""}', "a valid contact.*mailto:b…@example…"),
    ("contacts", "body", "[" * 100_000, "a valid contact.*mailto:b…@example…"),
    ("contacts", "body", '{"key": "mailto:eva@example.org"}', "contact.*b…@example…"),
    ("found", "body", "{}", "a valid found contact.*mailto:b…@example…"),
    ("ties", "body", "{}", "a valid tie.*mailto:b…@example…"),
    ("experiments", "body", "7", "a valid experiment.*c…"),
    ("decisions", "body", "{}", "a valid decision.*mailto:b…@example…"),
    ("origins", "body", "[]", "a valid origin"),
    ("interactions", "participants", "x y", "a valid interaction.*m:0"),
    ("interactions", "participants", "[7]", "a valid interaction.*number 7"),
    ("interactions", "channel", "smoke", "a valid interaction.*s…"),
    ("interactions", "at", 2**62, "a valid interaction.*m:"),
    ("interactions", "zone", 10**12, "a valid interaction.*m:"),
    ("interactions", "sender", 3, "a valid interaction.*m:0.*sender"),
    ("interactions", "duration", -1.0, "a valid interaction.*duration"),
    ("people", "key", "", "a valid interaction.*m:0"),
]
"""A value that somebody wrote into a column, and what is said of it."""


@pytest.mark.parametrize(("table", "column", "value", "match"), WRONG)
def test_a_row_that_somebody_changed_is_said_to_be_wrong(tmp_path, table, column, value, match):
    path = tmp_path / "mara.db"
    assert tampered(path, table, column, value, 0)

    with SqliteStorage(path) as storage, pytest.raises(StorageError, match=match):
        storage.load()


@pytest.mark.parametrize(("table", "column", "value", "match"), WRONG)
def test_what_cannot_be_read_is_named_and_can_be_taken_out(tmp_path, table, column, value, match):
    path = tmp_path / "mara.db"
    assert tampered(path, table, column, value, 0)

    with SqliteStorage(path) as storage:
        problems = storage.check()
        assert problems
        assert all(isinstance(problem, UnreadableRecordError) for problem in problems)
        assert any(re.search(match, str(problem), re.DOTALL) for problem in problems)
        assert list(map(str, storage.remove_unreadable())) == list(map(str, problems))
        assert storage.check() == ()
        assert len(storage.load().contacts) == 3
        storage.contacts.put(Contact(key=BEN))


@pytest.mark.slow
@pytest.mark.parametrize(("table", "column"), PLACES)
def test_of_every_odd_value_in_every_column_the_others_can_be_read_when_it_is_out(
    tmp_path, table, column
):
    path = tmp_path / "mara.db"
    for value in (*VALUES, *BODIES, *PEOPLE):
        if tampered(path, table, column, value, 0):
            try:
                storage = SqliteStorage(path)
            except StorageError:
                continue
            with storage:
                storage.remove_unreadable()
                storage.load()

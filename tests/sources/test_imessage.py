from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.imessage import looks_like_imessage, read_imessage
from netzwerkwandel.sources.tools import ME, ReadContext, Source, SourceFile
from sources.imessage_database import ANNA, AT, BEN, database


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)


def read(data, where="chat.db"):
    return read_imessage(Source.from_bytes(data, where), ReadContext(as_of=AS_OF))


def test_messages_of_two_are_for_each_other():
    reading = read(database([(AT, 0, 1, 1), (AT + 60, 1, 1, 1)]))
    assert [(e.sender, e.participants) for e in reading.interactions] == [
        (ANNA, tuple(sorted([ME, ANNA]))),
        (ME, tuple(sorted([ME, ANNA]))),
    ]
    assert reading.report.first == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)
    assert {c.key: (c.phones, c.emails) for c in reading.contacts} == {
        ANNA: (("+491701234567",), ()),
        BEN: ((), ("ben@example.org",)),
    }


@pytest.mark.parametrize("name", [b"chat.db", b"caf\xe9.db", b"a?b#c%20 d.db"])
@pytest.mark.parametrize("before", ["", "/"])
def test_a_database_is_read_where_it_lies_whatever_its_path(tmp_path, name, before):
    path = f"{before}{tmp_path / os.fsdecode(name)}"
    try:
        Path(path).write_bytes(database([(AT, 0, 1, 1)]))
    except OSError:
        pytest.skip("no file may be called so here")

    assert len(nw.read_exports(path, as_of=AS_OF).interactions) == 1


def test_a_date_may_be_in_seconds():
    assert read(database([(AT, 0, 1, 1)], unit=1)).report.first == datetime(
        2024, 3, 12, 18, 4, 11, tzinfo=UTC
    )


def test_in_a_group_those_are_in_touch_who_wrote_to_each_other():
    reading = read(database([(AT, 0, 1, 2), (AT + 60, 0, 2, 2), (AT + 90, 1, 0, 2)]))
    assert [e.sender for e in reading.interactions] == [BEN, ME]


def test_hearts_notices_services_and_wrong_dates_are_counted():
    reading = read(
        database(
            [
                (AT, 0, 1, 1, 0, 2000),
                (AT, 0, 1, 1, 1, 0),
                (AT, 0, 3, 3),
                (0, 0, 1, 1),
                (AT * 2, 0, 1, 1),
                (AT, 0, 9, 2),
            ]
        )
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.AUTOMATIC: 3,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.ANONYMOUS: 1,
    }
    assert not len(reading.interactions)


def test_nothing_is_written_into_it_or_beside_it(tmp_path):
    path = tmp_path / "chat.db"
    path.write_bytes(database([(AT, 0, 1, 1)]))
    before = path.read_bytes()
    source = Source.from_file(SourceFile.from_path(path))
    assert read_imessage(source, ReadContext(as_of=AS_OF)).report.used == 1
    assert [each.name for each in tmp_path.iterdir()] == ["chat.db"]
    assert path.read_bytes() == before


def test_it_is_read_in_a_folder_with_an_address_book(tmp_path):
    (tmp_path / "chat.db").write_bytes(database([(AT, 0, 1, 1)]))
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Schmidt\nTEL:+49 170 1234567\nEND:VCARD\n"
    (tmp_path / "book.vcf").write_text(card, encoding="utf-8")
    records = nw.read_exports(tmp_path, as_of=AS_OF)
    assert ANNA in records.find("Anna Schmidt")[0].keys
    assert len(records.interactions) == 1


def test_other_databases_are_none():
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE message (date)")
        data = other.serialize()
    assert not looks_like_imessage(data)
    assert looks_like_imessage(database([]))
    with pytest.raises(ExportFormatError):
        read(data)


def test_any_changed_bytes_give_a_report_or_a_refusal():
    whole = database([(AT + n, n % 2, 1, 1) for n in range(50)])
    for seed in range(150):
        chance, data = random.Random(seed), bytearray(whole)
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(20, len(data))] = chance.randrange(256)
        try:
            report = read(bytes(data[: chance.choice([len(data), len(data) // 2, 4096])])).report
        except ExportFormatError:
            continue
        assert report.read == report.used + sum(dict(report.skipped).values())


def test_a_query_that_never_ends_is_stopped():
    with closing(sqlite3.connect(":memory:")) as hostile:
        hostile.deserialize(database([(AT, 0, 1, 1)]))
        hostile.executescript(
            "ALTER TABLE message RENAME TO old; CREATE VIEW message AS WITH RECURSIVE c(ROWID) AS"
            " (SELECT 1 UNION ALL SELECT ROWID + 1 FROM c)"
            f" SELECT ROWID, {AT} AS date, 0 AS is_from_me, 1 AS handle_id FROM c"
        )
        data = hostile.serialize()

    with pytest.raises(ExportFormatError, match="no database of SQLite that can be read"):
        read(data)


def test_no_text_is_kept():
    assert "Geheimnis" not in repr(list(read(database([(AT, 0, 1, 1)])).interactions))

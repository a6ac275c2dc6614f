"""Real exports kept, loaded, imported again, taken along, forgotten and hidden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

import netzwerkwandel as nw


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FOLDERS = ["mail", "calendars", "vcards", "linkedin"]
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the folder of real exports is not here"),
]


@pytest.fixture(scope="module")
def me() -> tuple[str, ...]:
    """These are the exports of several people: they are put together only as one says."""
    mail = nw.read_exports(DATA / "mail", as_of=AS_OF)
    return mail.contact(mail.me).emails if mail.me else ()


@pytest.fixture(scope="module")
def records(me) -> nw.Records:
    return nw.read_exports(*(DATA / folder for folder in FOLDERS), me=me, as_of=AS_OF)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[nw.SqliteStorage]:
    with nw.SqliteStorage(tmp_path / "real.db") as opened:
        yield opened


def test_everything_real_is_kept_and_importing_it_again_changes_nothing(storage, records) -> None:
    storage.save(records)

    assert storage.load() == records
    assert storage.save(records).is_nothing
    assert storage.load() == records


def test_one_source_after_another_keeps_everybody_and_everything(storage, records, me) -> None:
    for folder in FOLDERS:
        whose = me if folder == "linkedin" else None
        storage.save(nw.read_exports(DATA / folder, me=whose, as_of=AS_OF))

    kept = storage.load()

    assert {event.key for event in kept.interactions} == {each.key for each in records.interactions}
    assert {key for each in records.contacts for key in (each.key, *each.aliases)} <= set(
        kept.person_of
    )


def test_a_document_of_everything_real_comes_back_equal(records) -> None:
    assert nw.import_json(nw.export_json(records, owner="real")) == records


def test_whoever_is_forgotten_stands_nowhere_in_the_file(storage, records) -> None:
    storage.save(records)
    others = [each for each in records.contacts if each.emails and each.key != records.me]
    someone = max(others, key=lambda each: min(map(len, each.emails)))

    storage.forget(someone.key)

    (path,) = {row[2] for row in storage._database.run("PRAGMA database_list")}
    data = Path(path).read_bytes() + Path(f"{path}-wal").read_bytes()
    told = {someone.key, *someone.aliases, *someone.emails}
    assert not [text for text in told if text.encode() in data]


def test_measures_of_real_records_without_names_are_the_same(records) -> None:
    # Lists ask who may be one person, which names tell.
    records = records.with_answers(different=records.possible_duplicates())
    hidden = nw.pseudonymise(records)

    one, other = (nw.Network.from_records(each, as_of=AS_OF) for each in (records, hidden))

    for column in ("strength", "novelty", "redundancy", "constraint", "trust", "reach", "core"):
        assert np.array_equal(
            getattr(one.ties(), column), getattr(other.ties(), column), equal_nan=True
        ), column
    first, second = (nw.recommend(network, n=10) for network in (one, other))
    place = {contact.key: i for i, contact in enumerate(records.contacts)}
    hidden_place = {contact.key: i for i, contact in enumerate(hidden.contacts)}
    assert [place[p.contact.key] for p in first] == [hidden_place[p.contact.key] for p in second]
    assert [p.score for p in first] == [p.score for p in second]

"""Two LinkedIn archives, a year apart, imported one after another: who has moved?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.recommending import ReasonKind
from netzwerkwandel.storage import MemoryStorage, SqliteStorage, Storage
from netzwerkwandel.texts import LANGUAGES
from sources.linkedin_archive import CONNECTIONS, IN, POSITIONS, PROFILE, message


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
THEN = {
    "ana": ("Contoso", "Nurse"),
    "ben": ("Contoso", "Nurse"),
    "cem": ("Contoso", "Designer"),
    "dana": ("Contoso", "Nurse"),
    "eve": ("Contoso", "Nurse"),
}
NOW = {
    "ana": ("Contoso GmbH", "Nurse"),
    "ben": ("Fabrikam", "Nurse"),
    "cem": ("Contoso", "Head of Design"),
    "eve": ("Fabrikam", "UX Designer"),
    "new": ("Fabrikam", "Nurse"),
}
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\n"
)


def archive(
    folder: Path, works: dict[str, tuple[str, str]], last: str, job: str, messages: str
) -> nw.Records:
    rows = [
        f"{who.title()},O,{IN}{who},,{at},{what},08 Feb 2019\n" for who, (at, what) in works.items()
    ]
    folder.mkdir()
    tables = {
        "Connections": f"{CONNECTIONS}{''.join(rows)}Zoe,Last,{IN}zoe,,,,{last}\n",
        "Positions": POSITIONS + job,
        "Profile": PROFILE,
        "messages": MESSAGES + messages,
    }
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return nw.read_exports(folder, as_of=AS_OF)


def letter(who: str, day: str, conversation: str) -> str:
    return message(
        sender=f"{who.title()} O",
        url=IN + who,
        date=f"{day} 10:00:00 UTC",
        conversation=conversation,
    )


@pytest.fixture
def then(tmp_path: Path) -> nw.Records:
    job = "Contoso,Designer,Jan 2020,\n"
    return archive(tmp_path / "then", THEN, "04 Mar 2025", job, letter("ben", "2019-05-01", "a"))


@pytest.fixture
def now(tmp_path: Path) -> nw.Records:
    job = "Contoso,Designer,Jan 2020,Jun 2025\n"
    both = letter("ben", "2019-05-01", "a") + letter("eve", "2025-06-01", "b")
    return archive(tmp_path / "now", NOW, "05 Mar 2026", job, both)


@pytest.fixture(params=["memory", "sqlite"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    is_file = request.param == "sqlite"
    with SqliteStorage(tmp_path / "mara.db") if is_file else MemoryStorage() as opened:
        yield opened


def names(contacts: tuple[nw.Contact, ...]) -> set[str]:
    return {contact.name.split()[0].lower() for contact in contacts}


def test_the_second_import_says_who_came_who_moved_and_who_is_gone(storage, then, now):
    storage.save(then)

    change = storage.save(now)

    moved = {m.contact.name.split()[0].lower(): (m.before, m.after) for m in change.moved}
    assert names(change.added) == {"new"}
    assert names(change.gone) == {"dana"}
    assert set(moved) == {"ben", "cem", "eve"}
    before, after = moved["ben"]
    assert (before.organisation, after.organisation) == ("Contoso", "Fabrikam")
    assert (before.seen, after.seen) == (date(2025, 3, 4), date(2026, 3, 5))
    assert [m.is_new_employer for m in change.moved] == [True, False, True]
    assert change.new_interactions == 1


def test_who_is_gone_stays_known(storage, then, now):
    storage.save(then)
    storage.save(now)

    assert storage.load().contact("linkedin:dana").organisation == "Contoso"


def test_importing_the_same_archive_again_changes_nothing(storage, then, now):
    storage.save(then)
    storage.save(now)
    before = storage.load()

    assert storage.save(now).is_nothing
    assert storage.save(then).is_nothing
    assert storage.load() == before


def test_who_is_gone_is_told_once(storage, then, now, tmp_path):
    storage.save(then)
    storage.save(now)
    later = archive(tmp_path / "later", NOW, "05 May 2026", "Contoso,Designer,Jan 2020,\n", "")

    assert storage.save(later).gone == ()


def test_the_order_of_imports_does_not_matter(then, now):
    first, second = MemoryStorage(), MemoryStorage()
    for records in (then, now):
        first.save(records)
    for records in (now, then):
        second.save(records)

    assert first.load() == second.load()


def test_a_former_colleague_is_one_once_the_owner_has_left(storage, then, now):
    storage.save(then)
    storage.save(now)

    (tie,) = [tie for tie in storage.load().ties if tie.b == "linkedin:ana"]
    assert nw.Relation.FORMER_COLLEAGUE in tie.relations
    assert nw.Relation.COLLEAGUE not in tie.relations


def test_who_moved_is_a_reason_to_talk(storage, then, now):
    storage.save(then)
    storage.save(now)
    records = storage.load()

    picks = nw.recommend(nw.Network.from_records(records, as_of=AS_OF), n=10)

    reasons = {p.contact.key: {r.kind: r for r in p.reasons} for p in picks}
    assert reasons["linkedin:ben"][ReasonKind.MOVED]["organisation"] == "Fabrikam"
    (ben,) = [pick for pick in picks if pick.contact.key == "linkedin:ben"]
    assert "Fabrikam" in ben.explain("en")
    assert "Fabrikam" in ben.explain("de")


def test_another_employer_in_another_trade_is_a_change_of_career(storage, then, now):
    storage.save(then)
    storage.save(now)
    records = storage.load()

    assert records.contact("linkedin:eve").changed_career is True
    assert records.contact("linkedin:ben").changed_career is None


def test_a_change_made_by_hand_survives_the_next_import(storage, then, now):
    storage.save(then)
    ben = storage.contacts.get("linkedin:ben")
    storage.contacts.put(
        nw.Contact(key=ben.key, name=ben.name, notes="plays chess", fields=["care"])
    )

    storage.save(now)

    ben = storage.load().contact("linkedin:ben")
    assert (ben.notes, ben.fields) == ("plays chess", ("care",))
    assert ben.profiles == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_change_is_told_in_words(storage, then, now, language):
    storage.save(then)

    told = storage.save(now).explain(language)

    assert "Fabrikam" in told
    assert "Dana" in told
    assert "@" not in told

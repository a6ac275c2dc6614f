"""Two LinkedIn archives of one person, a year apart: who has moved?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netzwerkwandel.model import Contact, Work
from netzwerkwandel.records import Records
from sources.exports_folder import read, write
from sources.linkedin_archive import CONNECTIONS, IN, POSITIONS, PROFILE


THEN, NOW = date(2025, 3, 4), date(2026, 3, 5)
THEN_SAID = {
    "ana": ("Contoso", "Nurse"),
    "ben": ("Contoso", "Nurse"),
    "cem": ("Contoso", "Designer"),
    "dana": ("Contoso", "Nurse"),
    "eve": ("Contoso", "Nurse"),
    "finn": ("Contoso", "Nurse"),
    "gone": ("Contoso", "Nurse"),
}
NOW_SAYS = {
    "ana": ("Contoso", "Nurse"),
    "ben": ("Fabrikam", "Nurse"),
    "cem": ("Contoso", "Head of Design"),
    "dana": ("Contoso GmbH", "Nurse"),
    "eve": ("Fabrikam", "UX Designer"),
    "finn": ("", ""),
    "new": ("Fabrikam", "Nurse"),
}


def connections(works: dict[str, tuple[str, str]], last: str) -> bytes:
    """A table of connections, the last of them made on some day."""
    rows = [
        f"{who},Okafor,{IN}{who},,{at},{what},08 Feb 2023\n" for who, (at, what) in works.items()
    ]
    return (CONNECTIONS + "".join(rows) + f"Zoe,Last,{IN}zoe,,,,{last}\n").encode()


def positions(*rows: str) -> bytes:
    return (POSITIONS + "".join(f"{row}\n" for row in rows)).encode()


@pytest.fixture
def archives(tmp_path) -> tuple[Path, Path]:
    then = {
        "Connections.csv": connections(THEN_SAID, "04 Mar 2025"),
        "Positions.csv": positions("Contoso,Designer,Jan 2020,"),
        "Profile.csv": PROFILE.encode(),
    }
    now = {
        "Connections.csv": connections(NOW_SAYS, "05 Mar 2026"),
        "Positions.csv": positions(
            "Contoso,Designer,Jan 2020,Jun 2025", "Fabrikam,Designer,Jul 2025,"
        ),
        "Profile.csv": PROFILE.encode(),
    }
    # The newer archive comes first by its name: names say nothing about what is newer.
    return write(tmp_path / "z", then), write(tmp_path / "a", now)


def person(records: Records, who: str) -> Contact:
    return records.contact(f"linkedin:{who}")


def works(contact: Contact) -> list[tuple[str, str, date | None]]:
    """Earlier work, the oldest first, and then the current."""
    now = Work(organisation=contact.organisation, position=contact.position, seen=contact.seen)
    return [(w.organisation, w.position, w.seen) for w in (*contact.earlier_work, now)]


@pytest.mark.parametrize(
    ("who", "known", "changed"),
    [
        ("ana", [("Contoso", "Nurse", NOW)], None),
        ("ben", [("Contoso", "Nurse", THEN), ("Fabrikam", "Nurse", NOW)], None),
        ("cem", [("Contoso", "Designer", THEN), ("Contoso", "Head of Design", NOW)], None),
        ("dana", [("Contoso GmbH", "Nurse", NOW)], None),
        ("eve", [("Contoso", "Nurse", THEN), ("Fabrikam", "UX Designer", NOW)], True),
        ("finn", [("Contoso", "Nurse", THEN)], None),
        ("gone", [("Contoso", "Nurse", THEN)], None),
        ("new", [("Fabrikam", "Nurse", NOW)], None),
        ("zoe", [("", "", None)], None),
    ],
)
def test_two_archives_a_year_apart_show_who_moved(archives, who, known, changed) -> None:
    contact = person(read(*archives), who)

    assert works(contact) == known
    assert contact.changed_career is changed


def test_one_archive_alone_shows_no_move(archives) -> None:
    then, now = (read(archive) for archive in archives)

    assert not any(contact.earlier_work for contact in (*then.contacts, *now.contacts))
    assert works(person(then, "ben")) == [("Contoso", "Nurse", THEN)]
    assert works(person(now, "ben")) == [("Fabrikam", "Nurse", NOW)]


def test_when_the_owner_changed_jobs_her_colleagues_became_former_ones(archives) -> None:
    then, both = read(archives[0]), read(*archives)

    def relations(records: Records, who: str) -> set[str]:
        (tie,) = (tie for tie in records.ties if tie.b == f"linkedin:{who}")
        return set(tie.relations)

    assert relations(then, "ana") == {"connection", "colleague"}
    assert relations(both, "ana") == {"connection", "former colleague"}
    assert relations(both, "new") == {"connection", "colleague"}


def test_the_order_of_the_archives_does_not_matter(archives) -> None:
    assert read(*archives) == read(*archives[::-1])


def test_archives_read_one_after_another_tell_of_the_same_people(archives) -> None:
    then, now = (read(archive) for archive in archives)

    together = Records.from_found(
        [*then.found, *now.found], me=now.me, merged=then.merged | now.merged
    )

    assert together.contacts == read(*archives).contacts


def test_an_archive_without_any_date_says_where_people_work_but_not_when(tmp_path) -> None:
    table = f"{CONNECTIONS}Ben,Okafor,{IN}ben,,Contoso,Nurse,\n".encode()

    records = read(write(tmp_path, {"Connections.csv": table}))

    assert works(person(records, "ben")) == [("Contoso", "Nurse", None)]

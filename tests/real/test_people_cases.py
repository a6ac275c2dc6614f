"""Small exports of invented people that other programs took for one, or for two."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.model import Relation


FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "cases" / "people"
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no cases in {FOLDER}")


class Case:
    """What came out of a folder."""

    def __init__(self, name: str, *, me: list[str] | None = None) -> None:
        self.records = nw.read_exports(FOLDER / name, as_of=AS_OF, me=me)
        self.others = [c for c in self.records.contacts if c.key != self.records.me]
        self.names = sorted(contact.name for contact in self.others)
        self.asked = self.records.possible_duplicates()

    @property
    def asked_names(self) -> list[list[str]]:
        return [sorted(contact.name for contact in group.contacts) for group in self.asked]

    def called(self, name: str) -> list[nw.Contact]:
        return [contact for contact in self.others if contact.name == name]

    def relations(self, a: str, b: str) -> set[Relation]:
        keys = {contact.key: contact.name for contact in self.records.contacts}
        return {
            relation
            for tie in self.records.ties
            if {keys.get(tie.a), keys.get(tie.b)} == {a, b}
            for relation in tie.relations
        }

    def list(self, n: int = 10) -> nw.Recommendations:
        return nw.recommend(nw.Network.from_records(self.records, as_of=AS_OF), n=n)

    def listed(self) -> list[str]:
        return [pick.contact.name for pick in self.list()]


def sorted_connections(case: Case) -> None:
    assert len(case.called("Zoe Z")) == 1
    assert len(case.others) == 31
    assert all(contact.organisation == "Contoso" for contact in case.others)


def vanity_url_changed(case: Case) -> None:
    assert (
        case.asked_names[:1] == [["Anna Schmidt", "Anna Schmidt"]]
        or case.names.count("Anna Schmidt") == 1
    )
    assert case.listed().count("Anna Schmidt") == 1


def recruiters(case: Case) -> None:
    assert case.names == ["Ben0 Okafor0", "Ben1 Okafor1", "Ben2 Okafor2"]
    assert "four closest" not in case.list().explain()


def pub_urls(case: Case) -> None:
    assert case.names == ["Greg Street", "Greg Street"]


def invitation_of_a_stranger(case: Case) -> None:
    (connection,) = case.records.find("linkedin:tm1")
    assert connection.organisation == "Contoso"
    assert not any(connection.key in event.participants for event in case.records.interactions)


def read_as_it_is(*names: str) -> Callable[[Case], None]:
    def check(case: Case) -> None:
        assert case.names == sorted(names)
        assert not case.asked

    return check


def two_eras(case: Case) -> None:
    assert case.names == ["Anna Schmidt", "Ben Okafor", "Carla Diaz"]
    moved = {c.name for c in case.others if c.earlier_work}
    assert moved == {"Anna Schmidt", "Carla Diaz"}


def asked(*names: str) -> Callable[[Case], None]:
    def check(case: Case) -> None:
        assert case.names == sorted(names)
        assert case.asked_names == [sorted(names)]

    return check


def family_address(case: Case) -> None:
    jan, sabine = (case.called(f"{name} Weber")[0] for name in ("Jan", "Sabine"))
    assert not case.asked
    assert case.records.keep_apart(jan, sabine).contacts == case.records.contacts
    told = {pick.contact.name: pick.explain() for pick in case.list()}
    assert "UX" not in told.get("Sabine Weber", "")
    assert "ux research" not in told.get("Sabine Weber", "").casefold()


def changed_jobs(case: Case) -> None:
    assert case.asked_names == [["Anna Schmidt", "Anna Schmidt"]]
    (pick,) = (pick for pick in case.list() if pick.contact.name == "Anna Schmidt")
    assert "10 years" not in pick.explain()
    assert "almost 4 weeks" in pick.explain()


def relays(case: Case) -> None:
    assert case.names == ["Ben Okafor"]


def six_addresses(case: Case) -> None:
    assert case.asked_names == [["Anna Schmidt"] * 6]
    (group,) = case.asked
    one = case.records.merge(*group.contacts)
    assert len(one.contacts) == len(case.records.contacts) - 5
    assert not one.possible_duplicates()


def outbound_only(case: Case) -> None:
    assert case.listed() == ["Ben Okafor"]
    told = case.list().explain()
    assert "Ola" not in told
    assert "closest" not in told


def letters_after_names(case: Case) -> None:
    assert not any(re.search("[,|(🌱®]", name) for name in case.names)
    twice = {"Anna Schmidt", "Ben Okafor", "Dora Lang", "Max Roth", "Tom Reyes", "Ulf Hahn"}
    assert {one for one, other in case.asked_names if one == other} == {*twice, "Zoe Brandt"}


def display_names(case: Case) -> None:
    assert set(case.names) == {
        *("Anna Schmidt", "Thomas Weber", "Karl-Heinz Müller-Lüdenscheidt"),
        *("Ursula von der Leyen", ""),
    }
    assert sorted(map(len, case.asked_names)) == [2, 2, 3]


def shops(case: Case) -> None:
    assert sorted(case.listed()) == ["Mama", "Thomas Weber"]
    assert "Contoso GmbH" not in [c.name for c in case.others]


def switchboard(case: Case) -> None:
    assert len(case.called("Thomas Weber")) == 1
    (group,) = case.asked_names
    assert "Thomas Weber" in group
    assert "Petra Lang" not in group
    for pick in case.list():
        assert "not been in touch" not in pick.explain() or "If this is also" in pick.explain()


def father_and_son(case: Case) -> None:
    assert len(case.names) == 2
    assert all(re.fullmatch(r"Hans Huber( [js]\w+\.)?", name) for name in case.names)


def forms(case: Case) -> None:
    (anna,) = case.called("Dr. Anna Schmidt")
    assert anna.born == "--03-01"
    assert anna.phones == ("+49 170 1234567",)
    assert Relation.FAMILY in case.relations("Dr. Anna Schmidt", "Peter Schmidt")
    assert Relation.FAMILY in case.relations("Doro Lang", "Max Lang")
    assert Relation.BOSS in case.relations("Georg Maier", "Anna Schmidt")
    assert {"René Jürgens", "Jürgen Müller", "Test User"} <= set(case.names)


def couple(case: Case) -> None:
    assert case.names == ["Peter Klein", "Sabine und Peter Klein"]


def office(case: Case) -> None:
    assert case.names == ["T. Weber", "Tanja Schulz"]


def name_forms(case: Case) -> None:
    assert set(case.names) >= {
        *("Anna", "Anna Schmidt", "Jan Maria von Stein", "Jürgen Müller", "Roby"),
        *("Sabine Klein", "Ute Weber", "Işıl Kaya", "Fore Back"),
    }
    assert "" not in case.listed()
    assert case.called("Anna")[0].nicknames == ("Anni",)


EXPECTED: dict[str, Callable[[Case], None]] = {
    "L01_sorted_by_user": sorted_connections,
    "L04_vanity_url_changed": vanity_url_changed,
    "L07_recruiters": recruiters,
    "L09_pub_urls": pub_urls,
    "L13_invitation_same_name_stranger": invitation_of_a_stranger,
    "L15_no_profile_with_mailbox": read_as_it_is("Anna Schmidt", "Ben Okafor", "Thomas Weber"),
    "L15b_no_profile_group_without_me": read_as_it_is("Anna Schmidt", "Ben Okafor", "Thomas Weber"),
    "L17_german_excel": read_as_it_is("Anna Schmidt", "Ben Okafor", "Cara Öz", "Dora Ö"),
    "L18_archive_2022_beside_2026": two_eras,
    "L20_split_zips": read_as_it_is("Anna Schmidt", "Ben Okafor"),
    "L21_basic_and_complete_same_day": read_as_it_is("Anna Schmidt", "Ben Okafor"),
    "M01_assistant_for_boss": asked("Sabine Klein (Assistenz Weber)", "Dr. Thomas Weber"),
    "M02_family_address": family_address,
    "M02b_two_books": family_address,
    "M02c_card_and_mail": family_address,
    "M03_changed_jobs_new_domain": changed_jobs,
    "M07_relays": relays,
    "M08_six_addresses": six_addresses,
    "M09_outbound_only": outbound_only,
    "N01_credentials_comma": letters_after_names,
    "N02_mail_display_names": display_names,
    "V01_shops_and_words": shops,
    "V02_switchboard_same_given": switchboard,
    "V02b_switchboard_three": switchboard,
    "V02c_switchboard_two_then_nobody": switchboard,
    "V02d_nameless": switchboard,
    "V03_father_son_landline": father_and_son,
    "V03b_father_son_same_name": father_and_son,
    "V04_forms": forms,
    "V07_one_person_three_cards": asked("Anna Schmidt", "Anna Schmidt"),
    "V15_couple_card": couple,
    "V17_initial_share_office": office,
    "V18_thunderbird_swapped": read_as_it_is("Max Meier"),
    "V20_name_forms": name_forms,
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_folder_comes_out_as_it_is(name):
    me = ["mara@example.org"] if name.startswith("M09") else None

    EXPECTED[name](Case(name, me=me))


def test_every_folder_has_its_answer():
    later = ("X_", "X8", "X9")
    folders = {f.name for f in FOLDER.iterdir() if f.is_dir() and not f.name.startswith(later)}

    assert folders == set(EXPECTED)

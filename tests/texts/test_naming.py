from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import Contact
from netzwerkwandel.model.naming import called, told_apart
from netzwerkwandel.texts import printable
from netzwerkwandel.texts.english import ENGLISH
from netzwerkwandel.texts.german import GERMAN


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        (Contact(key="x", name="Ben Okafor"), "Ben Okafor"),
        (Contact(key="x", name="ben.okafor@example.org"), "Ben Okafor"),
        (Contact(key="x", emails=["ben.okafor@example.org"]), "Ben Okafor"),
        (Contact(key="mailto:ben@example.org"), "someone without a name"),
        (Contact(key="x", name="@"), "someone without a name"),
        (Contact(key="x", name="ben86 at example.org"), "ben86"),
        (Contact(key="x", name="Ben at the gate"), "Ben at the gate"),
        (Contact(key="x", name="Ben\n\tOkafor\x1b[31m\u202e"), "Ben Okafor[31m"),
        (Contact(key="x", name="王小明"), "王小明"),
        (Contact(key="x", name="x" * 1_000_000), "x" * 119 + "…"),
    ],
)
def test_people_are_called_by_what_is_known_of_their_name(contact: Contact, name: str):
    assert called(contact, ENGLISH) == name


def test_who_has_no_name_has_none_in_any_language():
    assert called(Contact(key="x"), GERMAN) == "jemand ohne Namen"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Takeout/Mail/old.mbox", "Takeout/Mail/old.mbox"),
        ("Takeout/Calendar/mara@posteo.example.ics", "Takeout/Calendar/mara….ics"),
        ("mail of <mara@posteo.example>: broken", "mail of <mara….example>: broken"),
        ("a@b/c@d.vcf", "a…/c….vcf"),
        ("@", "…"),
        ("bad\udcff\x07name", "badname"),
        ("\x1b\x85\udcff ", ""),
        ("x" * 2_000, "x" * 999 + "…"),
    ],
)
def test_what_is_printed_has_no_address_in_it(text: str, printed: str):
    assert printable(text) == printed


@given(st.text() | st.text(alphabet="ab@./ <>\n"))
def test_nothing_printed_has_an_at_sign_or_a_control_character(text: str):
    assert "@" not in printable(text)
    assert printable(text).isprintable()
    assert "@" not in called(Contact(key="x", name=text), ENGLISH)


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (Contact(key="tel:+491703334445"), "Nummer …4445"),
        (Contact(key="x", phones=["0170 333 44 45"]), "Nummer …4445"),
        (Contact(key="x", name="Ben Okafor", phones=["0170 3334445"]), "Ben Okafor"),
        (Contact(key="x", phones=["22122"]), "jemand ohne Namen"),
        (Contact(key="x", emails=["@x.example"]), "jemand ohne Namen"),
    ],
)
def test_who_has_no_name_is_called_by_the_end_of_a_number_and_no_more(contact, told):
    assert called(contact, GERMAN) == told
    assert "4445" not in repr(contact)


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([{"organisation": "SAP"}, {"organisation": "Kessel"}], ["SAP", "Kessel"]),
        ([{"organisation": "SAP"}, {}], ["SAP", ""]),
        ([{"organisation": "SAP", "position": p} for p in ("Chef", "Koch")], ["Chef", "Koch"]),
        ([{"emails": [f"uwe@{at}.example"]} for at in "ab"], ["a.example", "b.example"]),
        ([{"organisation": "SAP"}] * 3, ["", "2", "3"]),
        ([{}, {"name": "UWE THELEN", "position": "Koch"}], ["", "Koch"]),
    ],
)
def test_people_of_one_name_are_told_apart_by_what_no_other_of_them_has(people, told):
    named = {"name": "Uwe Thelen"}
    some = [Contact(key=str(n), **(named | more)) for n, more in enumerate(people)]
    other = Contact(key="z", name="Ben Okafor", organisation="SAP")

    apart = told_apart([*reversed(some), other])

    assert [apart[who.key].apart if who.key in apart else "" for who in some] == told
    assert all(who == some[int(key)] for key, who in apart.items())

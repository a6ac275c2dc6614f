from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import Contact
from netzwerkwandel.model.naming import called
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

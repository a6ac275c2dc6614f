from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.sources.text import LONGEST_NAME, decode, most_used_name, person_name
from sources.work import calls


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ben Okafor", "Ben Okafor"),
        ("  Ben \t\r\n Okafor ", "Ben Okafor"),
        ('"Ben Okafor"', "Ben Okafor"),
        ("'Ben Okafor'", "Ben Okafor"),
        ("„Ben Okafor“", "Ben Okafor"),
        ("Sean O'Brien", "Sean O'Brien"),
        ("Ben\u200b Oka\x00for\u202e", "Ben Okafor"),
        ("Okafor, Ben", "Ben Okafor"),
        ("Okafor,Ben", "Ben Okafor"),
        ("van der Berg, Anna Maria", "Anna Maria van der Berg"),
        ("Müller, Max (Extern)", "Max Müller (Extern)"),
        ("Ben Okafor, PhD", "Ben Okafor, PhD"),
        ("Ben Okafor, Jr.", "Ben Okafor, Jr."),
        ("Ben Okafor, M.Sc.", "Ben Okafor, M.Sc."),
        ("Ben Okafor, Dipl.-Ing. (FH)", "Ben Okafor, Dipl.-Ing. (FH)"),
        ("Okafor, Ben, PhD", "Ben Okafor"),
        ("Anna Schmidt, Coach", "Anna Schmidt, Coach"),
        ("Schmidt, Anna, Dr.", "Anna Schmidt"),
        ("WEBER Thomas", "Thomas Weber"),
        ("THOMAS WEBER", "Thomas Weber"),
        ("Thomas Weber (CT)", "Thomas Weber (CT)"),
        ("ADAC Pannenhilfe", "ADAC Pannenhilfe"),
        ("Okafor,", "Okafor"),
        (", Ben", "Ben"),
        ("ben@example.org", ""),
        ("<ben@example.org>", ""),
        ("'ben@example.org'", ""),
        ("Ben Okafor <ben@example.org>", "Ben Okafor"),
        ("Ben @ Work", "Ben @ Work"),
        ("", ""),
        ("+49 170 1234567", ""),
        ("\ud800Ben", "Ben"),
        ("Jose\u0301", "José"),
        ("山田太郎", "山田太郎"),
        ("J&ouml;rg K&#228;fer", "Jörg Käfer"),
        ("“JÃ¶rg KÃ¤fer”", "Jörg Käfer"),
        ("JOÃO LIMA", "João Lima"),
        ("Ben &amp;amp; Eva", "Ben & Eva"),
    ],
)
def test_a_name_is_what_a_person_is_called(text, name):
    assert person_name(text) == name


def test_a_name_is_cut():
    assert person_name("Ab " * 1_000_000) == ("Ab " * 67)[:LONGEST_NAME].strip()


@given(st.text())
def test_a_name_is_a_fixed_point_that_can_be_stored(text):
    name = person_name(text)
    assert person_name(name) == name
    assert len(name) <= LONGEST_NAME
    name.encode()


@given(st.text(alphabet=" ,()\"'<@.ab\u0301\u200b", max_size=30))
@example("@,a@a")
def test_punctuation_leaves_a_name_that_is_a_fixed_point(text):
    assert person_name(person_name(text)) == person_name(text)


def test_the_best_name_is_the_most_frequent_then_the_longest_then_the_first():
    assert most_used_name({"B": 3, "Ben Okafor": 2}) == "B"
    assert most_used_name({"Ben": 2, "Ben Okafor": 2}) == "Ben Okafor"
    assert most_used_name({"Bet": 1, "Ben": 1}) == "Ben"
    assert most_used_name({}) == ""


def test_what_is_hardly_utf8_at_all_is_read_as_one_encoding() -> None:
    russian = "Привет, как дела? Zoë".encode("cp1251", "replace")
    assert decode(russian) == russian.decode("cp1252", "replace")
    noise = bytes(range(128, 256)) * 512
    assert calls(lambda: decode(noise)) < 100

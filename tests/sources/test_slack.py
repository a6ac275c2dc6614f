from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.slack import SlackReader, looks_like_slack, read_slack
from netzwerkwandel.sources.tools import ReadContext, Source, SourceFile
from sources.test_telegram import ANY


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
AT = 1710266651
ANNA, BEN, MARA = (f"mailto:{name}@example.org" for name in ("anna", "ben", "mara"))


def user(number, name, **more):
    profile = {"real_name": name, "email": f"{name.lower()}@example.org"}
    return {"id": number, "name": name.lower(), "profile": profile} | more


def message(number, at=AT, **more):
    written = {"type": "message", "user": number, "text": "Geheimnis", "ts": f"{at}.000100"}
    return written | more


USERS = [
    user("U1", "Anna"),
    user("U2", "Ben"),
    user("U3", "Mara"),
    user("U9", "Helper", is_bot=True),
    {"id": "USLACKBOT", "name": "slackbot", "profile": {"real_name": "Slackbot"}},
]
LISTS = {
    "users": USERS,
    "channels": [{"id": "C1", "name": "general", "members": ["U1", "U2", "U3"]}],
    "dms": [{"id": "D0123456", "created": 1, "members": ["U1", "U3"]}],
}


def read(documents):
    files = [
        SourceFile.from_bytes(
            told if isinstance(told, bytes) else json.dumps(told, indent=2).encode(),
            f"export.zip/{name}.json",
        )
        for name, told in documents.items()
    ]
    return read_slack(Source(files, "export.zip"), ReadContext(as_of=AS_OF))


def names(reading):
    return {contact.key: contact.name for contact in reading.contacts}


def told(reading):
    return [(event.sender, event.participants) for event in reading.interactions]


def test_a_channel_is_a_group_and_people_are_their_mail_addresses():
    days = {
        "general/2024-03-12": [message("U1"), message("U2", AT + 60)],
        "general/2024-03-13": [message("U3", AT + 300_000)],
    }
    reading = read(LISTS | days)
    assert told(reading) == [(BEN, (ANNA, BEN))]
    assert names(reading) == {ANNA: "Anna", BEN: "Ben", MARA: "Mara"}
    assert not reading.owner_evidence
    assert (reading.report.read, reading.report.used) == (3, 3)


def test_a_direct_message_is_for_the_other_and_tells_whose_export_it_is():
    reading = read(LISTS | {"D0123456/2024-03-12": [message("U1")]})
    assert told(reading) == [(ANNA, (ANNA, MARA))]
    assert {each.key for each in reading.owner_evidence} == {ANNA, MARA}
    assert {each.evidence for each in reading.owner_evidence} == {nw.MeEvidence.CHATS}


def test_a_thread_says_whom_it_answers():
    days = [message("U1"), message("U2", AT + 60)]
    days += [message("U3", AT + 200_000, parent_user_id="U1", thread_ts=f"{AT}.000100")]
    reading = read(LISTS | {"general/2024-03-12": days})
    assert (MARA, (ANNA, MARA)) in told(reading)


def test_a_guest_is_known_by_what_stands_with_the_message():
    guest = message("U77", user_profile={"real_name": "Eva Lang", "name": "eva"})
    reading = read({"general/2024-03-12": [guest]})
    assert names(reading) == {"slack:U77": "Eva Lang"}


def test_bots_arrivals_and_wrong_dates_are_counted():
    days = [
        message("U9"),
        message("USLACKBOT"),
        message("U1", bot_id="B1"),
        message("U1", subtype="channel_join"),
        message("U88"),
        message("U1", ts="gestern"),
        message("U1", 1_900_000_000),
        "nothing",
    ]
    reading = read(LISTS | {"general/2024-03-12": days})
    assert dict(reading.report.skipped) == {
        nw.SkipReason.AUTOMATIC: 4,
        nw.SkipReason.ANONYMOUS: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.BROKEN: 1,
    }
    assert not reading.contacts


def test_the_files_of_a_workspace_are_read_together():
    reader = SlackReader()
    wheres = ["d/export.zip/users.json", "d/export.zip/general/2024-03-12.json"]
    groups = {reader.group(SourceFile.from_bytes(b"", where), b"") for where in wheres}
    assert groups == {"d/export.zip"}


def test_what_there_is_before_it_breaks_off_is_kept():
    data = json.dumps([message("U1"), message("U2")]).encode()
    reading = read(LISTS | {"general/2024-03-12": data[: data.rindex(b'"text"')]})
    assert reading.report.used == 1
    assert "only the first record was read" in reading.report.problems[0].reason
    with pytest.raises(ExportFormatError):
        read({"general/2024-03-12": b'[{"ts": '})


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(LISTS | {"general/2024-03-12": [message("U1")]}))


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        (USERS, True),
        (LISTS["channels"], True),
        (LISTS["dms"], True),
        ([message("U1")], True),
        ([{"id": "C1", "name": "x"}], False),
        ([{"ts": "now"}], False),
        (message("U1"), False),
    ],
)
def test_an_export_is_known_by_how_it_begins(told, is_one):
    assert looks_like_slack(json.dumps(told, indent=1).encode()) is is_one


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report_or_a_refusal(part, other):
    read_ = read(
        {
            "users": [part, {"id": part, "profile": other}, {"id": "U1", "name": other}, *USERS],
            "dms": [{"id": other, "name": part, "members": [part]}, {"members": other}],
            "general/2024-03-12": [message("U1") | {"subtype": part, "parent_user_id": other}],
            "x/2024-03-12": [message(other), message("U1", ts=part, user_profile=other)],
        }
    ).report
    assert read_.read == read_.used + sum(dict(read_.skipped).values())

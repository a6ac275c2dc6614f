from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.google_chat import (
    GoogleChatReader,
    looks_like_google_chat,
    read_google_chat,
    written_at,
)
from netzwerkwandel.sources.tools import ReadContext, Source, SourceFile
from sources.test_telegram import ANY


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
DATE = "Tuesday, March 12, 2024 at 6:04:11\u202fPM UTC"
LATER = "Tuesday, March 12, 2024 at 6:05:11\u202fPM UTC"


def person(name, **more):
    return {"name": name, "email": f"{name.lower()}@example.org", "user_type": "Human"} | more


def message(name, date=DATE, **more):
    return {
        "creator": person(name),
        "created_date": date,
        "text": "Geheimnis",
        "topic_id": "x",
    } | more


def files(**contents):
    return [
        SourceFile.from_bytes(
            told if isinstance(told, bytes) else json.dumps(told, indent=2).encode(),
            f"Takeout/Google Chat/{name}.json",
        )
        for name, told in contents.items()
    ]


def read(**contents):
    source = Source(files(**contents), "Takeout/Google Chat")
    return read_google_chat(source, ReadContext(as_of=AS_OF))


ME_TOO = {"Users/User 1/user_info": {"user": person("Mara"), "membership_info": []}}
DM = {
    "Groups/DM a/group_info": {"members": [person("Anna"), person("Mara")]},
    "Groups/DM a/messages": {"messages": [message("Anna"), message("Mara", LATER)]},
}


def test_a_direct_message_is_for_the_other_and_the_owner_is_known():
    reading = read(**DM, **ME_TOO)
    assert [(e.sender, e.participants) for e in reading.interactions] == [
        ("mailto:anna@example.org", ("mailto:anna@example.org", "mailto:mara@example.org")),
        ("mailto:mara@example.org", ("mailto:anna@example.org", "mailto:mara@example.org")),
    ]
    assert [(each.key, each.evidence) for each in reading.owner_evidence] == [
        ("mailto:mara@example.org", nw.MeEvidence.PROFILE)
    ]
    assert {c.name: c.emails for c in reading.contacts} == {
        "Anna": ("anna@example.org",),
        "Mara": ("mara@example.org",),
    }


def test_all_files_of_a_takeout_are_one_whatever_the_folders_are_called():
    reader = GoogleChatReader()
    for file in files(**DM, **ME_TOO):
        assert reader.looks_like(file.head(), file.name)
        assert reader.group(file, file.head()) == "Takeout/Google Chat"


def test_in_a_space_those_are_in_touch_who_wrote_to_each_other():
    space = {
        "Groups/Space b/group_info": {
            "name": "Kurs",
            "members": [person(name) for name in ("Anna", "Ben", "Eva", "Mara")],
        },
        "Groups/Space b/messages": {"messages": [message("Ben"), message("Eva", LATER)]},
    }
    reading = read(**space)
    assert [e.participants for e in reading.interactions] == [
        ("mailto:ben@example.org", "mailto:eva@example.org")
    ]
    assert len(reading.contacts) == 4
    assert {each.evidence for each in reading.owner_evidence} == {nw.MeEvidence.CHATS}


def test_bots_deleted_messages_and_wrong_dates_are_counted():
    deleted = {"deleted_date": DATE, "creator": person("Anna"), "message_state": "DELETED"}
    told = [
        deleted,
        {"deleted_date": DATE},
        message("Poll", creator=person("Poll", user_type="Bot")),
        message("Anna", "soon"),
        message("Anna", DATE.replace("2024", "2029")),
        7,
    ]
    report = read(**{"Groups/DM a/messages": {"messages": told}}).report
    assert report.used == 1
    assert dict(report.skipped) == {
        nw.SkipReason.ANONYMOUS: 1,
        nw.SkipReason.AUTOMATIC: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.BROKEN: 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        DATE,
        "Tuesday, March 12, 2024 at 6:04:11 PM UTC",
        "Tuesday, March 12, 2024 at 7:04:11 PM GMT+1",
        "Tuesday 12 March 2024 at 18:04:11 UTC",
        "Dienstag, 12. März 2024 um 18:04:11 UTC",
        "mardi 12 mars 2024 à 18:04:11 UTC",
        "martes, 12 de marzo de 2024, 18:04:11 UTC",
        "martedì 12 marzo 2024 18:04:11 UTC",
        "terça-feira, 12 de março de 2024 às 18:04:11 UTC",
        "dinsdag 12 maart 2024 om 18:04:11 UTC",
        "wtorek, 12 marca 2024 18:04:11 UTC",
        "2024. március 12., kedd 18:04:11 UTC",
        "12 Mart 2024 Salı 18:04:11 UTC",
        "2024年3月12日火曜日 18:04:11 UTC",
    ],
)
def test_a_moment_is_read_in_the_language_of_the_account(text):
    assert written_at(text) == 1_710_266_651_000_000


def test_a_day_of_the_week_is_no_month():
    assert written_at("2024. március 13., szerda 18:04:11 UTC") == 1_710_353_051_000_000
    assert written_at("mardi 9 juillet 2024 à 00:00:00 UTC") == 1_720_483_200_000_000


@given(
    st.text()
    | st.from_regex(r"\w{0,9} \d{1,4}\.? \w{0,9} \d{1,4},? \d{1,2}:\d\d( PM)?", fullmatch=True)
)
def test_any_text_is_a_moment_or_none(text):
    assert written_at(text) is None or isinstance(written_at(text), int)


def test_a_file_that_breaks_off_spoils_no_other():
    broken = json.dumps({"messages": [message("Eva")] * 2}).encode()[:-40]
    reading = read(**DM, **{"Groups/DM z/messages": broken})
    assert reading.report.used == 3
    reading = read(**{"Groups/DM 0/group_info": b'{"members": [{', **DM})
    assert reading.report.used == 2
    assert [p.reason for p in reading.report.problems] == ["it is cut off or damaged"]
    with pytest.raises(ExportFormatError):
        read(**{"Groups/DM z/messages": b'{"messages": ['})


@pytest.mark.parametrize(
    "head", [b"", b"{}", b'{"messages": []}', b'{"user": {"name": "x"}}', b'{"members": []}']
)
def test_other_files_are_none(head):
    assert not looks_like_google_chat(head)


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(**DM))


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report(one, other):
    report = read(
        **{
            "Users/User 1/user_info": {"user": one},
            "Groups/DM a/group_info": {"members": one},
            "Groups/DM b/group_info": {"members": [other, {"name": one, "email": other}]},
            "Groups/DM b/messages": {
                "messages": [
                    one,
                    message("Anna"),
                    message("Anna", one),
                    message("x", creator=other),
                ]
            },
        }
    ).report
    assert report.read == report.used + sum(dict(report.skipped).values())

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.discord import DiscordReader, looks_like_discord, read_discord
from netzwerkwandel.sources.tools import ME, ReadContext, Source, SourceFile
from sources.test_telegram import ANY


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
ANNA = "discord:anna"
INDEX = {"123": "Direct Message with anna#0", "9": "general in Chess", "7": None}
DM = {"id": "123", "type": "DM", "recipients": ["1", "2"]}
EVA = {"id": "2", "type": 1, "user": {"id": "2", "username": "eva", "global_name": "Eva Lang"}}
USER = {"id": "1", "username": "mara", "global_name": "Mara Vogt", "relationships": [EVA]}


def message(at="2024-03-12 18:04:11", **more):
    return {"ID": 1, "Timestamp": at, "Contents": "Geheimnis", "Attachments": ""} | more


def read(documents):
    files = [
        SourceFile.from_bytes(
            told if isinstance(told, bytes) else json.dumps(told).encode(), f"package/{name}.json"
        )
        for name, told in documents.items()
    ]
    return read_discord(Source(files, "package"), ReadContext(as_of=AS_OF))


def package(*messages, **more):
    files = {"Messages/index": INDEX, "Messages/c123/channel": DM}
    return files | {"Messages/c123/messages": list(messages)} | more


def names(reading):
    return {contact.key: contact.name for contact in reading.contacts}


@pytest.mark.parametrize("at", ["2024-03-12 18:04:11", "2024-03-12 19:04:11.000000+01:00"])
def test_a_direct_message_is_to_whom_the_index_says(at):
    reading = read(package(message(at)))
    assert [(e.sender, e.participants) for e in reading.interactions] == [(ME, (ANNA, ME))]
    assert reading.interactions[0].when == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)
    assert names(reading) == {ANNA: "anna"}


def test_older_packages_have_the_messages_as_a_table():
    rows = [
        "ID,Timestamp,Contents,Attachments",
        '7,2020-10-26 21:06:52.123000+00:00,"a, ""b""',
        'c",',
    ]
    files = {"Messages/index.json": json.dumps(INDEX), "Messages/c123/channel.json": json.dumps(DM)}
    table = SourceFile.from_bytes(
        "\r\n".join([*rows, "8,yesterday,,"]).encode(), "p/Messages/c123/messages.csv"
    )
    others = [SourceFile.from_bytes(told.encode(), f"p/{name}") for name, told in files.items()]
    reading = read_discord(Source([table, *others], "p"), ReadContext(as_of=AS_OF))

    assert looks_like_discord(table.head())
    assert [(e.sender, e.participants) for e in reading.interactions] == [(ME, (ANNA, ME))]
    assert reading.interactions[0].when == datetime(2020, 10, 26, 21, 6, 52, 123000, tzinfo=UTC)
    assert dict(reading.report.skipped) == {nw.SkipReason.NO_DATE: 1}


def test_friends_are_acquaintances_and_the_account_says_who_she_is():
    pending = EVA | {"type": "INCOMING_REQUEST"}
    reading = read({"Account/user": USER | {"relationships": [EVA, pending, {"id": "3"}]}})
    assert names(reading) == {ME: "Mara Vogt", "discord:eva": "Eva Lang"}
    assert [{tie.a, tie.b} for tie in reading.ties] == [{ME, "discord:eva"}]
    assert dict(reading.report.skipped) == {
        nw.SkipReason.UNANSWERED: 1,
        nw.SkipReason.ANONYMOUS: 1,
    }


def test_without_a_name_in_the_index_a_friend_is_known_by_her_number():
    files = package(message()) | {"Account/user": USER, "Messages/index": {"123": None}}
    assert read(files).interactions[0].participants == ("discord:eva", ME)


def test_servers_groups_vanished_accounts_and_wrong_dates_are_counted():
    files = package(message("gestern"), message("2030-01-01 00:00:00"), "nothing")
    files |= {
        "Messages/c9/channel": {"id": "9", "type": "GUILD_TEXT", "guild": {"name": "Chess"}},
        "Messages/c9/messages": [message()],
        "Messages/c7/channel": {"id": "7", "type": 1, "recipients": ["1", "5"]},
        "Messages/c7/messages": [message()],
    }
    assert dict(read(files).report.skipped) == {
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.BROKEN: 1,
        nw.SkipReason.NOT_A_PERSON: 1,
        nw.SkipReason.ANONYMOUS: 1,
    }


def test_the_files_of_a_package_are_read_together():
    reader = DiscordReader()
    wheres = [
        "d/package.zip/Messages/c123/channel.json",
        "d/package.zip/Messages/index.json",
        "d/package.zip/Compte/user.json",
    ]
    groups = {reader.group(SourceFile.from_bytes(b"", where), b"") for where in wheres}
    assert groups == {"d/package.zip"}


def test_what_there_is_before_it_breaks_off_is_kept():
    data = json.dumps([message(), message()]).encode()
    reading = read(package() | {"Messages/c123/messages": data[: data.rindex(b'"Contents"')]})
    assert reading.report.used == 1
    assert "only the first record was read" in reading.report.problems[0].reason
    with pytest.raises(ExportFormatError):
        read({"Messages/c123/messages": b'[{"ID": '})


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(package(message())))


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        (INDEX, True),
        ({"9": 'a "quiet" room in Chess', "123": "Direct Message with anna#0"}, True),
        (DM, True),
        (USER, True),
        ([message()], True),
        ({"9": "general"}, False),
        ({"id": "x", "type": "DM"}, False),
        ([{"ID": 1, "Name": "x"}], False),
    ],
)
def test_a_package_is_known_by_how_its_files_begin(told, is_one):
    assert looks_like_discord(json.dumps(told, indent=1).encode()) is is_one


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report_or_a_refusal(part, other):
    report = read(
        {
            "Messages/index": {"123": part, "9": other},
            "Messages/c123/channel": {"id": "123", "type": 1, "recipients": other},
            "Messages/c123/messages": [part, message(other), message()],
            "Messages/c9/channel": {"id": part, "type": other, "recipients": [part]},
            "Messages/c9/messages": [message()],
            "Account/user": {"username": part, "relationships": [other, {"user": part}, EVA]},
        }
    ).report
    assert report.read == report.used + sum(dict(report.skipped).values())

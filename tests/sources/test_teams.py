from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.teams import looks_like_teams, read_teams
from netzwerkwandel.sources.tools import ME, ReadContext, Source
from sources.test_telegram import ANY


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
AT = "2024-03-12T18:04:11.123Z"
LATER = "2024-03-12T18:05:11Z"
MARA = "8:live:mara"
ANNA, BEN = "teams:8:live:anna", "teams:8:live:ben"


def message(account, name=None, at=AT, **more):
    told = {"id": "1", "displayName": name, "originalarrivaltime": at, "messagetype": "RichText"}
    return told | {"content": "Geheimnis", "from": account} | more


def chat(*messages, number="8:live:anna", name="Anna Schmidt", members=None):
    properties = None if members is None else {"members": json.dumps(members), "topic": "Kurs"}
    told = {"id": number, "displayName": name, "threadProperties": properties}
    return told | {"MessageList": list(messages)}


def read(*chats, **more):
    export = {"userId": MARA, "exportDate": "2024-05-01", "conversations": list(chats)} | more
    return read_bytes(json.dumps(export).encode())


def read_bytes(data):
    return read_teams(Source.from_bytes(data, "messages.json"), ReadContext(as_of=AS_OF))


def names(reading):
    return {contact.key: contact.name for contact in reading.contacts}


def told(reading):
    return [(event.sender, event.participants) for event in reading.interactions]


def test_a_chat_of_two_is_with_whom_it_is_called_after():
    reading = read(chat(message(MARA), message("8:live:anna", "Anna Schmidt", LATER)))
    assert sorted(told(reading)) == [(ME, (ME, ANNA)), (ANNA, (ME, ANNA))]
    assert names(reading) == {ANNA: "Anna Schmidt"}
    assert (reading.report.read, reading.report.used) == (2, 2)


def test_a_chat_of_two_of_a_company_has_both_in_its_number():
    one, other = (f"{n}" * 8 + "-0000-4000-8000-" + f"{n}" * 12 for n in (1, 2))
    number = f"19:{one}_{other}@unq.gbl.spaces"
    reading = read(chat(message(f"8:orgid:{one}"), number=number), userId=f"8:orgid:{one}")
    assert told(reading) == [(ME, (ME, f"teams:8:orgid:{other}"))]
    assert set(names(reading).values()) == {"Anna Schmidt"}


def test_in_a_group_those_are_in_touch_who_wrote_to_each_other():
    members = [MARA, "8:live:anna", "8:live:ben", "8:live:eva"]
    group = chat(
        message("8:live:anna", "Anna"),
        message("8:live:ben", "Ben", LATER),
        number="19:x@thread.v2",
        name="Kurs",
        members=members,
    )
    reading = read(group)
    assert told(reading) == [(BEN, (ANNA, BEN))]
    assert names(reading) == {ANNA: "Anna", BEN: "Ben"}


def test_a_phone_number_is_one():
    reading = read(chat(message("4:+491701234567", "Oma"), number="4:+491701234567", name="Oma"))
    assert names(reading) == {"tel:+491701234567": "Oma"}
    assert list(reading.contacts[0].phones) == ["+491701234567"]


def test_calls_are_as_long_as_their_end_says():
    def call(account, content):
        return message(account, None, messagetype="Event/Call", content=content)

    part = '<part identity="x"><name>Anna</name><duration>900.4</duration></part>'
    reading = read(
        chat(
            call("8:live:anna", f'<partlist type="ended">{part}{part}</partlist>'),
            call(MARA, '<partlist type="started"><part/></partlist>'),
        )
    )
    assert [(e.channel, e.sender, e.duration) for e in reading.interactions] == [
        (nw.Channel.CALL, ANNA, 0.25)
    ]
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 1}


def test_without_an_owner_she_may_be_anybody_who_wrote():
    group = chat(message("8:live:anna", "Anna"), message("8:live:ben", "Ben"), number="19:x")
    evidence = read(group, userId=None).owner_evidence
    assert {(each.key, each.evidence) for each in evidence} == {
        (ANNA, nw.MeEvidence.CHATS),
        (BEN, nw.MeEvidence.CHATS),
    }


def test_services_bots_notes_and_wrong_dates_are_counted():
    reading = read(
        chat(
            message("8:live:anna", "Anna", messagetype="ThreadActivity/AddMember"),
            message("28:bot", "Helper"),
            message("8:live:eva", None),
            message("8:live:anna", "Anna", "gestern"),
            message("8:live:anna", "Anna", "2030-01-01T00:00:00Z"),
            "nothing",
        ),
        chat(message(MARA), number="48:notes"),
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.AUTOMATIC: 2,
        nw.SkipReason.NOBODY_ELSE: 1,
        nw.SkipReason.ANONYMOUS: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.BROKEN: 1,
    }


def test_what_there_is_before_it_breaks_off_is_kept():
    data = json.dumps({"userId": MARA, "conversations": [chat(message(MARA), message(MARA))]})
    reading = read_bytes(data[: data.rindex('"from"')].encode())
    assert reading.report.used == 1
    assert "only the first record was read" in reading.report.problems[0].reason
    with pytest.raises(ExportFormatError):
        read_bytes(b'{"userId": ')


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(chat(message("8:live:anna", "Anna"))))


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b'{"userId":"8:live:mara","exportDate":"2024-05-01","conversations":[', True),
        (b'\xef\xbb\xbf{"conversations": [{"id": "19:x", "MessageList": [', True),
        (b'{"userId": "8:live:mara", "name": "x"}', False),
        (b'[{"MessageList": []}]', False),
    ],
)
def test_an_export_is_known_by_how_it_begins(head, is_one):
    assert looks_like_teams(head) is is_one


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report_or_a_refusal(part, other):
    call = message("8:live:anna", other, messagetype="Event/Call", content=part)
    for reading in (
        read(chat(part, message(other, part), call)),
        read(chat(message("8:a", "A", other), number=part, name=other, members=other), other),
        read(chat(message(MARA)) | {"threadProperties": {"members": part}, "id": "19:x"}),
        read(userId=part, conversations=other),
    ):
        report = reading.report
        assert report.read == report.used + sum(dict(report.skipped).values())

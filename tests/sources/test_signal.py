from __future__ import annotations

import base64
import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.signal import looks_like_signal, read_signal
from netzwerkwandel.sources.tools import ME, ReadContext, Source
from sources.test_telegram import ANY


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
AT = 1710266651000
ACI = base64.b64encode(bytes(range(16))).decode()
HEAD = {"version": "1", "backupTimeMs": "1780000000000", "currentAppVersion": "8.10"}
ANNA, BEN = "tel:+491701234567", f"signal:{bytes(range(16)).hex()}"
PEOPLE = [
    {"account": {"givenName": "Mara", "familyName": "Vogt"}},
    {"recipient": {"id": "1", "self": {}}},
    {"recipient": {"id": "2", "contact": {"e164": "491701234567", "systemGivenName": "Anna"}}},
    {"recipient": {"id": "3", "contact": {"aci": ACI, "profileGivenName": "Ben"}}},
    {"recipient": {"id": "4", "group": {"masterKey": "x"}}},
    {"recipient": {"id": "5", "releaseNotes": {}}},
    {"chat": {"id": "10", "recipientId": "2"}},
    {"chat": {"id": "11", "recipientId": "4"}},
    {"chat": {"id": "12", "recipientId": "5"}},
]


def read(*lines, people=PEOPLE):
    told = "\n".join(json.dumps(line) for line in [HEAD, *people, *lines])
    return read_bytes(told.encode())


def read_bytes(data):
    return read_signal(Source.from_bytes(data, "main.jsonl"), ReadContext(as_of=AS_OF))


def item(author, chat="10", at=AT, **what):
    way = {"outgoing": {}} if author == "1" else {"incoming": {"dateReceived": str(at)}}
    what = what or {"standardMessage": {"text": {"body": "Geheimnis"}}}
    return {"chatItem": {"chatId": chat, "authorId": author, "dateSent": str(at)} | way | what}


def test_messages_of_two_are_for_each_other():
    reading = read(item("2"), item("1", at=AT + 60_000))
    assert [(e.sender, e.participants) for e in reading.interactions] == [
        (ANNA, tuple(sorted([ME, ANNA]))),
        (ME, tuple(sorted([ME, ANNA]))),
    ]
    assert {c.key: c.name for c in reading.contacts} == {ME: "Mara Vogt", ANNA: "Anna", BEN: "Ben"}
    assert reading.report.first == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)


def test_a_history_without_its_version_is_one_too():
    assert looks_like_signal(
        b'{"account":{"givenName":"Me"}}\n{"recipient":{"id":"1","self":{}}}\n'
    )
    assert looks_like_signal(b'{"recipient":{"id":"1"}}\n{"chat":{"id":"10"}}\n')
    assert not looks_like_signal(b'{"account": {"id": 1}}\n{"account": {"id": 2}}\n')


def test_in_a_group_those_are_in_touch_who_wrote_to_each_other():
    quote = {"standardMessage": {"quote": {"authorId": "1"}}}
    reading = read(item("1", "11"), item("2", "11", AT + 1000), item("3", "11", AT + 2000, **quote))
    assert [(e.sender, set(e.participants)) for e in reading.interactions] == [
        (ANNA, {ANNA, ME}),
        (BEN, {BEN, ME}),
    ]


def test_a_number_and_an_account_are_one_contact():
    both = {"e164": "+491701234567", "aci": ACI, "profileGivenName": "Anna"}
    reading = read(people=[{"recipient": {"id": "2", "contact": both}}])
    assert [(c.key, c.aliases, c.phones) for c in reading.contacts] == [
        (ANNA, (BEN,), ("+491701234567",))
    ]


@pytest.mark.parametrize("what", ["remoteDeletedMessage", "stickerMessage", "viewOnceMessage"])
def test_what_has_no_text_is_a_message_too(what):
    assert len(read(item("2", **{what: {}})).interactions) == 1


def test_calls_that_were_answered_are_calls():
    def call(state, way, ended=AT + 900_000):
        told = {"state": state, "direction": way, "endedCallTimestamp": str(ended)}
        return {"updateMessage": {"individualCall": told}}

    reading = read(
        item("2", **call("ACCEPTED", "INCOMING")),
        item("1", at=AT + 1_000, **call("ACCEPTED", "OUTGOING", 0)),
        item("2", at=AT + 2_000, **call("MISSED", "INCOMING")),
    )
    assert [(e.channel, e.sender, e.duration) for e in reading.interactions] == [
        (nw.Channel.CALL, ANNA, 0.25),
        (nw.Channel.CALL, ME, None),
    ]
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 1}


def test_notes_updates_and_strangers_are_counted():
    reading = read(
        item("5", "12"),
        item("2", updateMessage={"simpleUpdate": {"type": "JOINED_SIGNAL"}}),
        item("77"),
        item("2", at=1_900_000_000_000),
        item("2", at="soon"),
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.AUTOMATIC: 2,
        nw.SkipReason.ANONYMOUS: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.NO_DATE: 1,
    }
    assert str(reading.report.problems[0]) == "main.jsonl, row 15: the date cannot be read"


def test_a_line_that_is_none_spoils_no_other():
    data = json.dumps(HEAD) + "\n" + "\n".join(json.dumps(line) for line in PEOPLE)
    reading = read_bytes(f"{data}\n{{broken\n\n[]\n{json.dumps(item('2'))}".encode())
    assert reading.report.used == 1
    assert dict(reading.report.skipped) == {nw.SkipReason.BROKEN: 1}


def test_what_is_no_history_is_refused():
    for data in (b"", b"{}", b"nothing"):
        with pytest.raises(ExportFormatError):
            read_bytes(data)
    assert not looks_like_signal(b'{"backup": 1}\n{"backupTimeMs": 2}')


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(item("2")))


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report(one, other):
    reading = read(
        {"recipient": one},
        {"recipient": {"id": one, "contact": other}},
        {"recipient": {"id": "2", "contact": {"e164": one, "aci": other}}},
        {"chat": one},
        {"account": {"givenName": one}},
        {"chatItem": one},
        item("2", updateMessage=one, standardMessage=other),
        item("2", at=one),
    )
    assert reading.report.read == reading.report.used + sum(dict(reading.report.skipped).values())

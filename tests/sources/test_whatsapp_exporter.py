from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.tools import ME, Source, saved_name_key
from netzwerkwandel.sources.whatsapp import WhatsAppReader
from netzwerkwandel.sources.whatsapp.exporter import looks_like_exporter
from sources.test_telegram import ANY
from sources.whatsapp_chats import context


ANNA = "tel:+491701234567"
AT = 1710266651.0


def read(chats):
    data = chats if isinstance(chats, bytes) else json.dumps(chats).encode()
    source = Source.from_bytes(data, "result.json")
    assert WhatsAppReader().looks_like(source.file.head(), "result.json")
    return WhatsAppReader().read(source, context())


def message(from_me=False, at=AT, sender=None, **more):
    told = {"from_me": from_me, "timestamp": at, "time": "18:04", "media": False, "meta": False}
    return told | {"data": "Geheimnis", "sender": sender} | more


def chat(*messages, name="Anna Schmidt"):
    told = {str(n): each for n, each in enumerate(messages)}
    return {"name": name, "type": "android", "media_base": "x", "messages": told}


def test_a_chat_of_two_is_by_number():
    reading = read(
        {
            "491701234567@s.whatsapp.net": chat(message(), message(True, AT + 60)),
            "491707654321@s.whatsapp.net": chat(message(True, (AT + 99) * 1000), name=None),
        }
    )
    assert [event.sender for event in reading.interactions] == [ANNA, ME, ME]
    assert {c.key: (c.name, c.phones) for c in reading.contacts} == {
        ANNA: ("Anna Schmidt", ("+491701234567",)),
        "tel:+491707654321": ("", ("+491707654321",)),
    }
    assert reading.report.first == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)


def test_in_a_group_people_are_called_by_name_or_number():
    reading = read(
        {
            "4917-15@g.us": chat(
                message(sender="Ben"), message(True, AT + 9), message(sender="+49 170 1234567")
            )
        }
    )
    assert {c.key for c in reading.contacts} == {saved_name_key("Ben"), ANNA}
    assert {event.sender for event in reading.interactions} <= {ME, ANNA, saved_name_key("Ben")}


def test_what_is_no_message_of_a_person_is_counted():
    reading = read(
        {
            "status@broadcast": chat(message()),
            "1@newsletter": chat(message()),
            "491701234567@s.whatsapp.net": chat(
                message(meta=True), message(at=None), message(at=4e9), "x"
            ),
            "12-3@g.us": chat(message(sender=None)),
        }
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.MAILING_LIST: 2,
        nw.SkipReason.AUTOMATIC: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.BROKEN: 1,
        nw.SkipReason.ANONYMOUS: 1,
    }


def test_an_account_may_hide_its_number():
    reading = read({"77@lid": chat(message(), name="Ben")})
    assert [(c.key, c.name, c.phones) for c in reading.contacts] == [("whatsapp:77@lid", "Ben", ())]


def test_what_there_is_before_it_breaks_off_is_kept():
    whole = json.dumps({"491701234567@s.whatsapp.net": chat(message(), message(True))}).encode()
    assert read(whole[:-30]).report.used == 1
    with pytest.raises(ExportFormatError):
        read(whole[:60])


@pytest.mark.parametrize("head", [b"", b"{}", b'{"a@example.org": {', b'["1@g.us"]'])
def test_other_files_are_none(head):
    assert not looks_like_exporter(head)


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report(one, other):
    report = read(
        {
            "0@g.us": chat(),
            "1@g.us": one,
            "2@g.us": {"name": one, "messages": other},
            "491701234567@s.whatsapp.net": chat(message(at=one, sender=other), one),
        }
    ).report
    assert report.read == report.used + sum(dict(report.skipped).values())

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.phone_backup import looks_like_phone_backup, read_phone_backup
from netzwerkwandel.sources.phone_backup.elements import readable
from netzwerkwandel.sources.tools import ME, ReadContext, Source, saved_name_key


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
ANNA, BEN = "tel:+491701234567", "tel:+491707654321"
WHEN = 1710266651000


def read(xml):
    data = xml if isinstance(xml, bytes) else xml.encode()
    return read_phone_backup(Source.from_bytes(data, "backup.xml"), ReadContext(as_of=AS_OF))


def calls(*rows):
    return read(f"<?xml version='1.0' encoding='UTF-8' ?>\n<calls>{''.join(rows)}</calls>")


def call(number="+491701234567", kind=2, duration=60, date=WHEN, name="Anna Schmidt"):
    return (
        f'<call number="{number}" duration="{duration}" date="{date}" type="{kind}" '
        f'presentation="1" readable_date="12.03.2024" contact_name="{name}" />'
    )


def texts(*rows):
    return read(f"<smses count='1'>{''.join(rows)}</smses>")


def sms(address="+491701234567", kind=1, date=WHEN, name="Anna Schmidt", body="hi"):
    return (
        f'<sms protocol="0" address="{address}" date="{date}" type="{kind}" body="{body}" '
        f'contact_name="{name}" />'
    )


def test_a_call_that_was_answered_is_contact():
    reading = calls(call(kind=2, duration=1800), call(kind=1, duration=36, date=WHEN + 60_000))
    out, back = reading.interactions
    assert (out.channel, out.sender, out.duration) == (nw.Channel.CALL, ME, 0.5)
    assert (back.sender, back.duration) == (ANNA, 0.01)
    assert out.participants == tuple(sorted([ME, ANNA]))
    assert out.when == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)
    assert [(c.key, c.name, c.phones) for c in reading.contacts] == [
        (ANNA, "Anna Schmidt", ("+491701234567",))
    ]


@pytest.mark.parametrize(
    ("kind", "duration"), [(3, 0), (5, 0), (6, 0), (7, 9), (4, 30), (2, 0), (1, 0), ("", 5)]
)
def test_a_call_that_nobody_answered_is_none(kind, duration):
    reading = calls(call(kind=kind, duration=duration))
    assert not len(reading.interactions)
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 1}


def test_text_messages_are_by_day_and_by_who_wrote():
    reading = texts(sms(kind=1), sms(kind=1, date=WHEN + 60_000), sms(kind=2, date=WHEN + 90_000))
    assert [(e.channel, e.sender) for e in reading.interactions] == [
        (nw.Channel.MESSAGE, ANNA),
        (nw.Channel.MESSAGE, ME),
    ]
    assert (reading.report.read, reading.report.used) == (3, 3)


@pytest.mark.parametrize(
    "address", ["Vodafone", "22122", "INFO", "DHL-Paket", "noreply@shop.example", "110"]
)
def test_a_sender_that_is_no_number_is_nobody(address):
    reading = texts(sms(address=address, name="(Unknown)"))
    assert not reading.contacts
    assert dict(reading.report.skipped) == {nw.SkipReason.AUTOMATIC: 1}
    assert reading.report.nobodies[0].reason is nw.NobodyReason.MACHINE


@pytest.mark.parametrize("number", ["", "-1", "-2", "null"])
def test_a_withheld_number_is_nobody(number):
    reading = calls(call(number=number, name="(Unknown)"))
    assert dict(reading.report.skipped) == {nw.SkipReason.ANONYMOUS: 1}


def test_a_shop_is_nobody_to_talk_to():
    reading = calls(call(number="+49309018200", name="Zahnarzt Dr. Weber"))
    assert dict(reading.report.skipped) == {nw.SkipReason.NOT_A_PERSON: 1}
    assert not reading.contacts


def test_a_name_without_a_number_is_the_one_of_the_address_book():
    (contact,) = calls(call(number="", name="Anna Schmidt")).contacts
    assert contact.key == saved_name_key("Anna Schmidt")


def test_marks_before_numbers_and_names_that_are_numbers_are_no_others():
    reading = calls(
        call(number="\u200e+49 170 1234567", name="+49 170 1234567"),
        call(date=WHEN + 1_000_000),
    )
    assert [(c.key, c.name) for c in reading.contacts] == [(ANNA, "Anna Schmidt")]


def mms(address, box, *senders, name=""):
    addrs = "".join(f'<addr address="{a}" type="{t}" charset="106" />' for a, t in senders)
    return (
        f'<mms date="{WHEN}" msg_box="{box}" address="{address}" contact_name="{name}">'
        '<parts><part seq="0" ct="text/plain" text="Geheimnis" data="AAAA" /></parts>'
        f"<addrs>{addrs}</addrs></mms>"
    )


def test_a_message_to_several_is_one_chat_of_them():
    pair = "+491701234567~0170 7654321"
    reading = texts(
        mms(pair, 1, ("+491701234567", 137), ("+491700000000", 151), name="Anna Schmidt, Ben"),
        mms(pair, 2, ("insert-address-token", 137), ("+491701234567", 151)),
        # The sender has the code of the country, the list has not.
        mms(pair, 1, ("+491707654321", 137), name="Anna Schmidt, Ben"),
    )
    assert {c.key: c.name for c in reading.contacts} == {
        ANNA: "Anna Schmidt",
        "tel:01707654321": "Ben",
    }
    assert {e.sender for e in reading.interactions} <= {ME, ANNA, "tel:01707654321"}
    assert reading.report.used == 3


def test_a_message_to_one_is_hers_whoever_the_backup_tells():
    reading = texts(mms("+491701234567", 1, ("+491701234567", 137)))
    assert [e.sender for e in reading.interactions] == [ANNA]


def test_drafts_and_what_is_to_come_are_left_out():
    reading = texts(
        sms(kind=3), sms(kind=5), sms(date=1_900_000_000_000), sms(date="soon"), sms(kind=9)
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.DRAFT: 2,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.BROKEN: 1,
    }
    assert [p.reason for p in reading.report.problems] == [
        "the date cannot be read",
        "it must say whether it was received or sent",
    ]


def test_halves_of_emojis_and_characters_of_control_are_read():
    body = "&#55357;&#56838; &#55357; &#0;\x01 &amp;&#10;"
    reading = texts(sms(body=body, name="Anna &#55357;&#56838; Schmidt"))
    assert reading.report.used == 1
    assert reading.contacts[0].name.startswith("Anna")


def test_a_half_may_stand_at_the_end_of_a_block():
    body = "x" * (1 << 18) + "&#55357;&#56838;"
    for shift in range(0, 60, 7):
        assert texts(sms(body="x" * shift + body)).report.used == 1


def test_what_there_is_before_it_breaks_off_is_kept():
    whole = f"<smses>{sms()}{sms(date=WHEN + 1)}"
    reading = read(whole + '<sms address="+49')
    assert reading.report.used == 2
    assert [p.reason for p in reading.report.problems] == [
        "only the first 2 records were read; it is cut off or damaged"
    ]


@pytest.mark.slow
def test_a_backup_larger_than_any_of_its_records_is_read():
    rows = "".join(sms(date=WHEN + n, body="x" * 1_000_000) for n in range(70))
    assert texts(rows).report.used == 70


def test_an_entity_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><smses><sms body="&b;"/></smses>'
    with pytest.raises(ExportFormatError, match="entity"):
        read(bomb)


@pytest.mark.parametrize("xml", ["", "<calls", "<smses></calls>", "nothing"])
def test_what_is_no_backup_is_refused(xml):
    with pytest.raises(ExportFormatError):
        read(xml)


def test_an_empty_backup_is_one():
    assert texts().report.read == calls().report.read == 0


def test_backups_that_overlap_tell_a_call_once(tmp_path):
    for n, rows in enumerate([call() + call(date=WHEN + 1), call(date=WHEN + 1)]):
        (tmp_path / f"calls-{n}.xml").write_text(f"<calls>{rows}</calls>", encoding="utf-8")
    records = nw.read_exports(tmp_path, as_of=AS_OF)
    assert len(records.interactions) == 2


def test_no_text_is_kept():
    reading = texts(sms(body="Geheimnis"), mms("+491701234567", 1, ("+491701234567", 137)))
    assert b"Geheimnis" not in pickle.dumps(reading)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"<?xml version='1.0'?>\n<!-- File created by SMS Backup -->\n<smses count='1'>", True),
        (b"<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='calls.xsl'?><calls ", True),
        (b"<?xml version='1.0'?><emails>", False),
        (b"<html>", False),
    ],
)
def test_a_backup_is_known_by_its_first_element(head, is_one):
    assert looks_like_phone_backup(head) is is_one


@given(st.text())
def test_whatever_is_made_readable_has_no_half(text):
    assert not any("\ud800" <= c < "\ue000" for c in readable(text))


@given(st.lists(st.sampled_from([sms(), call(), mms("a~b", 1), "<", "&", "&#55357;", "</smses>"])))
def test_any_parts_of_a_backup_give_a_report_or_a_refusal(parts):
    try:
        report = read("<smses>" + "".join(parts)).report
    except ExportFormatError:
        return
    assert report.read == report.used + sum(dict(report.skipped).values())

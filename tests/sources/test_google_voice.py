from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.google_voice import looks_like_google_voice, read_google_voice
from netzwerkwandel.sources.tools import ME, ReadContext, Source, SourceFile, saved_name_key


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
ANNA, BEN = "tel:+491701234567", "tel:+491707654321"


def read(*pages):
    files = [
        SourceFile.from_bytes(page.encode(), f"Voice/Calls/{n}.html")
        for n, page in enumerate(pages)
    ]
    return read_google_voice(Source(files, "Voice/Calls"), ReadContext(as_of=AS_OF))


def page(body, title="Anna", *tags):
    labels = "".join(f'<a rel="tag" href="http://www.google.com/voice#{tag}">x</a>' for tag in tags)
    return (
        '<?xml version="1.0" ?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head>'
        f'<body>{body}<div class="tags">Labels:\n{labels}</div></body></html>'
    )


def person(number, name, kind="span"):
    return (
        f'<cite class="sender vcard"><a class="tel" href="tel:{number}">\n<{kind} class="fn">{name}'
        f"</{kind}></a></cite>"
    )


def message(who, at="2024-03-12T14:04:11.000-04:00"):
    return (
        f'<div class="message"><abbr class="dt" title="{at}">Mar 12</abbr>:\n{who}:\n'
        "<q>Geheimnis &lt;x&gt;</q>\n</div>"
    )


MINE = person("+491700000000", "Me", "abbr")
HERS = person("+491701234567", "Anna Schmidt")


def texts(*messages, title="Anna Schmidt", before="", tags=("sms",)):
    return page(f'{before}<div class="hChatLog hfeed">{"".join(messages)}</div>', title, *tags)


def call(*tags, lasted="PT15M0S", who=HERS, at="2024-03-12T14:04:11.000-04:00"):
    duration = f'<abbr class="duration" title="{lasted}">(00:15:00)</abbr>' if lasted else ""
    body = (
        f'<div class="haudio"><span class="fn">Placed call to Anna</span>{who}'
        f'<abbr class="published" title="{at}">x</abbr>{duration}</div>'
    )
    return page(body, "Placed call to", *tags)


def test_messages_of_two_are_for_each_other():
    reading = read(texts(message(HERS), message(MINE, "2024-03-12T18:05:00.000Z")))
    assert [(e.sender, e.participants) for e in reading.interactions] == [
        (ANNA, tuple(sorted([ME, ANNA]))),
        (ME, tuple(sorted([ME, ANNA]))),
    ]
    assert reading.report.first == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)
    assert [(c.name, c.phones) for c in reading.contacts] == [("Anna Schmidt", ("+491701234567",))]


def test_whoever_never_answered_is_called_in_the_title():
    reading = read(texts(message(MINE), title="Me to Anna Schmidt"))
    assert [c.key for c in reading.contacts] == [saved_name_key("Anna Schmidt")]
    reading = read(texts(message(MINE), title="Me to +49 170 1234567"))
    assert [c.key for c in reading.contacts] == [ANNA]
    assert reading.interactions[0].participants == tuple(sorted([ME, ANNA]))


def test_a_group_is_of_all_who_are_named_before_it():
    ben = person("+491707654321", "Ben")
    several = f'<div class="participants">Group conversation with:\n{HERS}, {ben}</div>'
    reading = read(texts(message(HERS), message(MINE, "2024-03-12T18:05:00.000Z"), before=several))
    assert {c.key for c in reading.contacts} == {ANNA, BEN}
    assert [(e.sender, e.participants) for e in reading.interactions] == [
        (ME, tuple(sorted([ME, ANNA])))
    ]


def test_calls_that_were_answered_are_calls():
    reading = read(
        call("placed"),
        call("received", lasted="PT36S", at="2024-03-12T18:06:00.000Z"),
        call("missed", lasted=""),
        call("voicemail", "received", at="2024-03-12T18:07:00.000Z"),
    )
    assert [(e.channel, e.sender, e.duration) for e in reading.interactions] == [
        (nw.Channel.CALL, ME, 0.25),
        (nw.Channel.CALL, ANNA, 0.01),
    ]
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 2}


def test_what_is_of_nobody_is_counted():
    reading = read(
        texts(message(person("+22000", "+22000"))),
        texts(message(HERS), tags=("sms", "spam")),
        texts(message("")),
        texts(message(HERS, "yesterday at noon")),
        texts(message(HERS, "2029-03-12T18:05:00.000Z")),
        call("placed", who=person("", "")),
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.AUTOMATIC: 1,
        nw.SkipReason.SPAM: 1,
        nw.SkipReason.ANONYMOUS: 2,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
    }
    assert not len(reading.interactions)


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(texts(message(HERS))))


@pytest.mark.parametrize("head", [b"", b"<html></html>", b'hChatLog class="haudio"', b"<?xml ?>"])
def test_other_pages_are_none(head):
    assert not looks_like_google_voice(head)


@given(st.lists(st.sampled_from([message(HERS), message(MINE), call("placed"), "<", '"', "<q>"])))
def test_any_parts_of_pages_give_a_report(parts):
    try:
        report = read(page("".join(parts)), "".join(parts)).report
    except ExportFormatError:
        return
    assert report.read == report.used + sum(dict(report.skipped).values())

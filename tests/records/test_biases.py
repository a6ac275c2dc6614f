"""What leans because of how data was gathered, and how the summary says it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import attrs
import pytest

from builders import ANA, BEN, MARA, mail, meeting, records
from netzwerkwandel.model import Channel, Interaction, SourceReport, Tie
from netzwerkwandel.records.biases import Bias, BiasKind, biases
from netzwerkwandel.texts import LANGUAGES


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
TOGETHER = meeting(NOON, MARA, ANA, BEN)


def report(kind="mail", last=NOON):
    return SourceReport(kind=kind, where=f"{kind} {last:%Y}", first=last, last=last)


def told(*events, reports=None, ties=()):
    made = records(*events, ties=ties)
    return list(biases(attrs.evolve(made, reports=[report()] if reports is None else reports)))


def chat(number, *people, sender=MARA):
    return Interaction(
        key=f"whatsapp:{number}",
        when=NOON,
        participants=[sender, *people],
        sender=sender,
        channel=Channel.MESSAGE,
    )


def test_where_all_is_as_it_should_be_nothing_is_said() -> None:
    mails = [mail(NOON - n * DAY, *((MARA, BEN) if n % 2 else (BEN, MARA))) for n in range(40)]

    assert told(TOGETHER, *mails) == []


@pytest.mark.parametrize(("sent", "is_told"), [(0, True), (5, False)])
def test_a_mailbox_without_sent_mail(sent, is_told) -> None:
    mails = [mail(NOON - n * DAY, *((MARA, BEN) if n < sent else (BEN, MARA))) for n in range(30)]

    assert (Bias(BiasKind.NO_SENT_MAIL) in told(TOGETHER, *mails)) is is_told


def test_of_a_few_mails_nothing_is_said() -> None:
    assert told(TOGETHER, *(mail(NOON - n * DAY, BEN, MARA) for n in range(5))) == []


def test_one_chat_of_hundreds() -> None:
    assert told(TOGETHER, chat(1, BEN), chat(2, BEN)) == [Bias(BiasKind.FEW_CHATS, 1)]
    assert told(TOGETHER, chat(1, BEN), chat(2, ANA)) == [Bias(BiasKind.FEW_CHATS, 2)]


def test_a_source_that_ends_long_before_the_others() -> None:
    old, new = NOON - 800 * DAY, NOON
    reports = [report("facebook", old), report("mail", old), report("mail", new)]

    (bias,) = told(TOGETHER, reports=reports)

    assert bias == Bias(BiasKind.ENDED, source="facebook", since=old)
    assert told(TOGETHER, reports=[report("facebook", NOON - 300 * DAY), report("mail")]) == []


def test_connections_alone_say_nothing_of_who_writes_to_whom_there() -> None:
    linkedin = report("linkedin", NOON - 800 * DAY)
    wrote = attrs.evolve(chat(1, BEN), key="message:1")

    assert told(TOGETHER, reports=[linkedin, report()]) == [Bias(BiasKind.ONLY_CONNECTIONS)]
    (bias,) = told(TOGETHER, wrote, reports=[linkedin, report()])
    assert bias.kind is BiasKind.ENDED


@pytest.mark.parametrize(
    ("language", "only", "ended"),
    [
        ("en", "no messages: whoever writes to you", "calls: the data ends on 24 December 2023."),
        ("de", "keine Nachrichten: Wer dir nur", "Anrufe: Hier enden die Daten am 24. Dezember"),
        ("de-formal", "Nachrichten: Wer Ihnen nur", "Anrufe: Hier enden die Daten am 24. Dezember"),
    ],
)
def test_what_ended_is_said_whatever_its_number(language: str, only: str, ended: str) -> None:
    old = NOON - 801 * DAY
    reports = [report("phone", old), report("linkedin", old), report()]

    summary = attrs.evolve(records(TOGETHER), reports=reports).summary(language)

    assert only in " ".join(summary.split()) and ended in " ".join(summary.split())


def test_an_address_book_alone_tells_no_moments_and_nobody_beside_another() -> None:
    book = SourceReport(kind="address book", where="contacts.vcf")
    star = [Tie(a=MARA, b=BEN), Tie(a=MARA, b=ANA)]

    assert [bias.kind for bias in told(reports=[book], ties=star)] == ["no moments", "a star"]
    assert [bias.kind for bias in told(reports=[book], ties=[*star, Tie(a=ANA, b=BEN)])] == [
        "no moments"
    ]


def test_of_records_that_were_not_read_from_exports_nothing_is_said() -> None:
    assert told(reports=[]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bias_is_said_in_the_summary(language) -> None:
    mails = [mail(NOON - n * DAY, BEN, MARA) for n in range(30)]
    made = records(*mails, chat(1, BEN))
    old = report("whatsapp", NOON - 800 * DAY)
    made = attrs.evolve(made, reports=[report(), old])

    summary = made.summary(language)

    kinds = [bias.kind for bias in biases(made)]
    assert kinds == ["no sent mail", "few chats", "ended", "a star"]
    lines = summary.splitlines()
    last = lines[max(i for i, line in enumerate(lines) if not line) + 1 :]
    assert len([line for line in last if line]) > len(kinds)
    assert "WhatsApp" in " ".join(last)

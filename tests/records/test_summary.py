from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

from builders import ANA, BEN, MARA, mail, meeting, records
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import (
    Contact,
    Experiment,
    MeEvidence,
    Nobodies,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
    Tie,
)
from netzwerkwandel.records import Records
from netzwerkwandel.texts import LANGUAGES, catalogue


FIRST, LAST = datetime(2019, 3, 4, 9, tzinfo=UTC), datetime(2026, 10, 30, 17, tzinfo=UTC)
MAILBOX = SourceReport(
    kind=SourceKind.MAIL,
    where="old/Inbox",
    read=1234,
    used=1,
    skipped={SkipReason.SPAM: 1, SkipReason.DRAFT: 1, SkipReason.MAILING_LIST: 1231},
    first=FIRST,
    last=LAST,
    problems=[Problem("old/Inbox, message 3", "its date is before 1990")],
    nobodies=[
        Nobodies(reason="a list", named=["Yoga (lists.example)"]),
        Nobodies(reason="many names", named=["share.example", "tool.example"], more=2),
    ],
)
BOOK = SourceReport(kind=SourceKind.ADDRESS_BOOK, where="contacts.vcf", read=1, used=1)
OTHERS = SourceReport(
    kind=SourceKind.FILES, where="other files", read=2, skipped={SkipReason.NOT_AN_EXPORT: 2}
)


def life(*reports: SourceReport) -> Records:
    made = records(mail(FIRST, MARA, BEN), meeting(LAST, MARA, ANA, BEN), ties=[Tie(a=MARA, b=BEN)])
    return attrs.evolve(made, reports=reports, me_evidence=MeEvidence.CALENDAR)


ENGLISH = """\
The data of Mara, recognised by the calendar's owner.
2 people besides you, 1 recorded connection and 2 times in touch, from 4 March 2019 to 30 October
2026.

contacts.vcf (address book)
  1 record read, 1 used

old/Inbox (mail)
  1,234 records read, 1 used, from 4 March 2019 to 30 October 2026
  left out: 1 draft, 1,231 from mailing lists, 1 in the spam folder
  addresses of no person:
    a mailing list: Yoga (lists.example)
    people with nothing in common write from it: share.example, tool.example and 2 more
  1 problem:
    old/Inbox, message 3: its date is before 1990

other files
  2 files looked at, 0 used
  left out: 2 of another kind

What this cannot show
  An address book shows whom you saved, not when or how often you were in touch.
  Files of other kinds were looked at, but not read.
  A mailbox is one-sided: it shows what was written to and by you, not what was said, nor what
  others write to each other. Who knows whom is seen only where both stand on one mail with you."""

GERMAN = """\
Die Daten von Mara, erkannt am eigenen Kalender.
2 Menschen außer dir, 1 eingetragene Verbindung und 2 Mal Kontakt, vom 4. März 2019 bis zum 30.
Oktober 2026.

contacts.vcf (Adressbuch)
  1 Eintrag gelesen, 1 verwendet

old/Inbox (Mail)
  1.234 Einträge gelesen, 1 verwendet, vom 4. März 2019 bis zum 30. Oktober 2026
  ausgelassen: 1 Entwurf, 1.231 aus Mailinglisten, 1 im Spam-Ordner
  Adressen keiner Person:
    eine Mailingliste: Yoga (lists.example)
    Leute ohne etwas Gemeinsames schreiben von dort: share.example, tool.example und 2 weitere
  1 Problem:
    old/Inbox, Mail 3: ihr Datum liegt vor 1990

andere Dateien
  2 Dateien angesehen, 0 verwendet
  ausgelassen: 2 von anderer Art

Was das nicht zeigen kann
  Ein Adressbuch zeigt, wen du gespeichert hast, nicht, wann und wie oft ihr Kontakt hattet.
  Dateien anderer Art wurden angesehen, aber nicht gelesen.
  Ein Postfach ist einseitig: Es zeigt, was du geschrieben und bekommen hast, nicht, was gesprochen
  wurde, und nicht, was andere einander schreiben. Wer wen kennt, ist nur zu sehen, wo beide mit dir
  auf einer Mail stehen."""


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("de", GERMAN)])
def test_a_summary_says_what_was_read_what_not_and_what_it_cannot_show(language: str, text: str):
    assert life(MAILBOX, BOOK, OTHERS).summary(language) == text


def test_records_of_ones_own_have_no_sources_to_tell_of():
    assert life().summary() == (
        "The data of Mara, recognised by the calendar's owner.\n"
        "2 people besides you, 1 recorded connection and 2 times in touch, from 4 March 2019 to 30 "
        "October\n2026."
    )


def test_nothing_at_all_is_said_plainly():
    assert Records().summary() == (
        "It is not clear whose data this is; say so with me=[...] or --me.\n"
        "0 people, 0 recorded connections and 0 times in touch."
    )


def test_experiments_are_counted_where_there_are_any():
    tried = [Experiment(key=str(i), title="Course", started=date(2026, 1, i)) for i in (1, 2)]

    assert "0 times in touch and 2 experiments." in Records(experiments=tried).summary()
    assert "0 Mal Kontakt und 1 Experiment." in Records(experiments=tried[:1]).summary("de")


@pytest.mark.parametrize("evidence", [e for e in MeEvidence if e is not MeEvidence.UNNAMED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_recognise_the_owner_is_told(evidence: MeEvidence, language: str):
    made = attrs.evolve(life(), me_evidence=evidence)

    assert "Mara" in made.summary(language).splitlines()[0]


def test_an_owner_without_a_name_is_asked_for():
    made = attrs.evolve(life(), me_evidence=MeEvidence.UNNAMED)

    assert made.summary().startswith("The data does not name its owner; say who that is")
    assert made.summary("de").startswith("Die Daten sagen nicht, wessen sie sind; sag es")


def test_of_many_problems_five_are_shown_and_the_rest_counted():
    def with_problems(n: int) -> str:
        problems = [Problem(f"message {i}", "broken") for i in range(n)]
        return life(attrs.evolve(MAILBOX, problems=problems, nobodies=())).summary()

    assert "5 problems:" in with_problems(5)
    assert "more" not in with_problems(5)
    assert "    message 4: broken\n    and 1 more\n" in with_problems(6)
    assert "message 5:" not in with_problems(6)


def test_a_kind_of_source_is_explained_once():
    other = attrs.evolve(MAILBOX, where="new/Inbox")

    assert life(MAILBOX, other).summary().count("A mailbox is one-sided") == 1


@pytest.mark.parametrize(
    ("page", "language", "calls"),
    [
        ("docs/de/deine-daten.md", "de", r"\bAnrufe\b(?!, die|,? in)"),
        ("docs/exports.md", "en", r"(?<!video )\bcalls\b(?! that|,? in)"),
    ],
)
def test_calls_that_the_page_of_exports_shows_are_not_said_to_be_missing(page, language, calls):
    texts = catalogue(language)
    root = Path(__file__).parents[2]
    rows = [row.split("|") for row in (root / page).read_text("utf-8").splitlines()]
    shows = {row[1].strip(): row[3] for row in rows if len(row) > 4}
    with_calls = {
        kind: texts.say(f"limit {kind}")
        for kind in SourceKind
        for name, shown in shows.items()
        if re.search(calls, shown) and texts.kind(kind) in re.split(r", | \(", name)
    }

    assert {"telegram", "whatsapp", "signal", "google voice"} <= set(with_calls)
    assert {kind: told for kind, told in with_calls.items() if re.search(calls, told)} == {}


def test_no_address_is_printed():
    mara = Contact(key=MARA, emails=["mara@example.org"])
    report = attrs.evolve(
        MAILBOX,
        where="Calendar/mara@example.org.ics",
        problems=[Problem("mara@example.org.ics, line 3", "no date")],
    )
    made = Records(contacts=[mara], me=MARA, reports=[report])

    for language in LANGUAGES:
        assert "@" not in made.summary(language)
    assert "Calendar/mara….ics (mail)" in made.summary()


def test_no_line_is_wider_than_a_hundred_columns():
    for language in LANGUAGES:
        lines = life(MAILBOX, BOOK, OTHERS).summary(language).splitlines()
        assert max(map(len, lines)) <= 100


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        life().summary("xx")

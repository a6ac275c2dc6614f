"""The rest of any mailbox: machines, lists, spam, drafts, and mails that are broken."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

from sample_cast import (
    AT_KESSEL,
    CHOIR,
    CLIENTS,
    DEPARTMENT,
    FRIENDS,
    LOGISTICS_FORUM,
    MEETUP,
    PRIVATE,
    TEAM,
    UNIVERSITY,
    Person,
)
from sample_life import a_moment
from sample_mbox import Entry, encoded_word


ME = f"Mara Vogt <{PRIVATE}>"
BULK = "List-Unsubscribe: <https://weg.example/x>\nPrecedence: bulk\n"

# name, sender, labels, further headers, subject, number of mails, first and last year
MACHINES = (
    ("Lesezeit", "newsletter@buchladen-deutz.example", "Kategorie: Werbung",
     f"List-Id: <lesezeit.buchladen-deutz.example>\n{BULK}", "Neu im Mai", 60, 2018, 2026),
    ("UX Wochenpost", "post@wochenpost.example", "Posteingang",
     f"List-Id: <ux.wochenpost.example>\n{BULK}", "Fünf Artikel", 44, 2025, 2026),
    ("Bahnkarte", "noreply@bahnkarte.example", "Archiviert", "", "Ihre Buchung", 40, 2017, 2026),
    ("LinkedOut", "notifications@netzwerk.example", "Kategorie: Soziales", "",
     "Sie haben 3 neue Hinweise", 30, 2019, 2026),
    ("Buchladen Deutz", "service@buchladen-deutz.example", "Posteingang", "",
     "Ihre Bestellung", 30, 2018, 2026),
    ("Talentbrücke HR", "hr@talentbruecke.example", "Posteingang", "",
     "Ihre Bewerbung", 8, 2020, 2021),
    ("Hausverwaltung", "info@hausverwaltung-maschke.example", "Posteingang,Wichtig", "",
     "Nebenkosten", 14, 2018, 2026),
    ("Prinz Lukas", "gewinn@lucky-million.example", "Spam", "", "You have won", 25, 2017, 2026),
    ("Egon Maschke", "egon.maschke@funkpost.example", "Papierkorb", "", "Keller", 9, 2019, 2024),
)  # fmt: skip


def noise() -> Iterator[Entry]:
    """Everything in the mailbox that is no mail between people, or hardly one."""
    yield from _machines()
    yield from _mailing_list()
    yield from _absences()
    yield from _drafts()
    yield from broken()


def _plain(when: datetime, labels: str, head: str, key: str, body: str = "...") -> Entry:
    text = (
        f"{head.rstrip()}\nDate: {format_datetime(when)}\nMessage-ID: <{key}@post.example>\n"
        f"Content-Type: text/plain; charset=UTF-8\n\n{body}\n"
    )
    return Entry(when, labels, text.encode())


def _machines() -> Iterator[Entry]:
    for name, sender, labels, headers, subject, count, first, last in MACHINES:
        rng = random.Random(f"mara {name}")
        for number in range(count):
            when = _sometime(rng, first, last)
            head = (
                f"Delivered-To: {PRIVATE}\nFrom: {encoded_word(name)} <{sender}>\nTo: {ME}\n"
                f"Subject: {encoded_word(subject)}\n{headers}"
            )
            yield _plain(when, labels, head, f"{sender.partition('@')[2]}.{number}")


def _sometime(rng: random.Random, first: int, last: int) -> datetime:
    year = rng.randint(first, last)
    return a_moment(rng, year, rng.randint(1, 10 if year == 2026 else 12), office=False)


def _mailing_list() -> Iterator[Entry]:
    rng = random.Random("mara list")
    for number in range(56):
        first = rng.choice(("Jo", "Kim", "Ulli", "Toni", "Sascha", "Nic"))
        last = rng.choice(("Wagenknecht", "Ostrowski", "Bell", "Farah", "Steinbach"))
        head = (
            f"Delivered-To: {PRIVATE}\n"
            f"From: {first} {last} <{first.lower()}@{last.lower()}.example>\n"
            "To: ux-rheinland@listen.example\nSubject: [ux-rheinland] Tools?\n"
            "List-Id: UX Rheinland <ux-rheinland.listen.example>\nPrecedence: list"
        )
        when = a_moment(rng, 2026, rng.randint(1, 10), office=False)
        yield _plain(when, "Archiviert", head, f"list.{number}")


def _absences() -> Iterator[Entry]:
    rng = random.Random("mara absences")
    for number in range(12):
        person = (*TEAM, *DEPARTMENT)[number]
        year = 2019 if person in DEPARTMENT else 2025
        head = (
            f"Delivered-To: {PRIVATE}\nFrom: {_name(person)}\nTo: {ME}\n"
            "Subject: Automatische Antwort: Abwesenheit\nAuto-Submitted: auto-replied"
        )
        yield _plain(_sometime(rng, year, year), "Posteingang", head, f"away.{number}")


def _drafts() -> Iterator[Entry]:
    """Letters that she began to old acquaintances, and never sent."""
    old = (
        DEPARTMENT[1],
        DEPARTMENT[0],
        UNIVERSITY[0],
        CLIENTS[0],
        LOGISTICS_FORUM[0],
        DEPARTMENT[3],
    )
    for number, person in enumerate(old):
        when = datetime(2026, 9, 3 + number, 22, 10, tzinfo=UTC)
        head = (
            f"From: {ME}\nTo: {encoded_word(person.name)} <{person.mail}>\n"
            "Subject: Lange nichts gehoert"
        )
        yield _plain(when, "Entwürfe", head, f"draft.{number}", f"Liebe(r) {person.first}, ")


def broken() -> Iterator[Entry]:
    """Mails as they are not meant to be, all of them seen in real mailboxes."""
    when = datetime(2019, 5, 6, 9, 30, tzinfo=UTC)
    leila, ingrid = _name(FRIENDS[0]), _name(DEPARTMENT[0])
    head = f"Delivered-To: {PRIVATE}\nFrom: {leila}\nTo: {ME}\nSubject: Datum?\n"
    for number, date in enumerate(
        (
            "",
            "Date: Mon, 06 May 2019 09:30:00 -0000\n",
            "Date: Mon, 06 May 2019 09:31:00\n",
            "Date: Wed, 06 May 1903 09:30:00 +0100\n",
            "Date: gestern\n",
            "Date: Mon, 6 May 2019 09:32\n",
        )
    ):
        yield _raw(when, "Posteingang", f"{head}{date}Message-ID: <odd.{number}@post.example>")
    date = "Date: Tue, 07 May 2019 10:00:00 +0200\n"
    bcc = ", ".join(p.mail for p in MEETUP[:2])
    group = ", ".join(p.mail for p in CHOIR[:3])
    yield _raw(
        when,
        "Gesendet",
        f"From: {ME}\nTo: {ME}\nBcc: {bcc}\n"
        "Date: Fri, 09 Oct 2026 10:00:00 +0200\nMessage-ID: <odd.bcc@post.example>",
    )
    yield _raw(
        when,
        "Posteingang",
        f"From: {leila}\nTo: undisclosed-recipients:;\n{date}"
        f"Delivered-To: {PRIVATE}\nMessage-ID: <odd.undisclosed@post.example>",
    )
    yield _raw(
        when,
        "Posteingang",
        f"From: {_name(CHOIR[0])}\nTo: Chor: {group};\nCc: {ME}\n{date}"
        "Message-ID: <odd.group@post.example>",
    )
    yield _raw(when, "Posteingang", f"To: {ME}\n{date}Message-ID: <odd.nosender@post.example>")
    yield _raw(
        when,
        "Posteingang",
        f"From: {ingrid}\nTo: {AT_KESSEL}, , <>, Ben <ben@>\n"
        f"this line has no colon\nSubject: =?utf-9?Q?kaputt?=\n{date}"
        "Message-ID: <odd.header@post.example>",
    )
    yield Entry(
        when,
        "Posteingang",
        (
            f"Delivered-To: {PRIVATE}\n"
            "From: J\xf6rg M\xfcnker <joerg.muenker@kessel-kranz.example>\n"
            f"To: {AT_KESSEL}\n{date}Message-ID: <odd.latin@post.example>\n\nGr\xfc\xdfe\n"
        ).encode("latin-1"),
    )
    yield _bounce(when)


def _name(person: Person) -> str:
    return f"{encoded_word(person.name)} <{person.mail}>"


def _raw(when: datetime, labels: str, head: str) -> Entry:
    return Entry(when, labels, f"{head.rstrip()}\n\n...\n".encode())


def _bounce(when: datetime) -> Entry:
    text = (
        f"Delivered-To: {PRIVATE}\nReturn-Path: <>\n"
        f"From: Mail Delivery System <MAILER-DAEMON@posteo.example>\nTo: {PRIVATE}\n"
        "Auto-Submitted: auto-replied\nSubject: Undelivered Mail Returned to Sender\n"
        "Date: Wed, 08 May 2024 10:00:00 +0200\nMessage-ID: <odd.bounce@posteo.example>\n"
        'MIME-Version: 1.0\nContent-Type: multipart/report; boundary="b1"\n\n'
        "--b1\n\nno such user\n\n--b1\nContent-Type: message/rfc822\n\n"
        f"From: {ME}\nTo: {DEPARTMENT[3].mail}\nSubject: Bist du noch da?\n"
        "Date: Wed, 08 May 2024 09:59:00 +0200\nMessage-ID: <odd.bounced@post.example>\n\n"
        "Lieber Tobi\n\n--b1--\n"
    )
    return Entry(when.replace(year=2024), "Posteingang", text.encode())

"""Mail as files: one mbox as Google Takeout writes it, one as Thunderbird keeps it."""

from __future__ import annotations

import quopri
import random
from base64 import b64encode
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime

import attrs

from sample_cast import MY_NAME, PRIVATE, Group, Person
from sample_life import Mail


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
RECEIVED = (
    *("Posteingang", "Archiviert,Geöffnet", "Posteingang,Wichtig,Geöffnet", "Archiviert,Wichtig"),
    "Posteingang,Geöffnet,Kategorie: Persönlich",
)


@attrs.frozen
class Entry:
    """One message of a mailbox: when it arrived, its labels, and the message itself."""

    when: datetime
    labels: str
    message: bytes
    thread: str = ""


def encoded_word(text: str, charset: str = "UTF-8", base: str = "Q") -> str:
    """Write a text for a header as RFC 2047 wants it; plain ASCII stays as it is."""
    if text.isascii():
        return text
    data = text.encode(charset)
    if base == "B":
        return f"=?{charset}?B?{b64encode(data).decode()}?="
    kept = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.-!'"
    letters = (chr(c) if c in kept else "_" if c == 32 else f"={c:02X}" for c in data)
    return f"=?{charset}?Q?{''.join(letters)}?="


def written(rng: random.Random, person: Person) -> str:
    """Write a name and an address in one of the ways in which mail programs do."""
    way = rng.randrange(20)
    if way == 0:
        return person.mail
    if way == 1:
        return f'"{person.mail}" <{person.mail}>'
    if not person.name.isascii():
        latin = all(ord(c) < 256 for c in person.name)
        charset = "ISO-8859-1" if latin and way < 7 else "UTF-8"
        return f"{encoded_word(person.name, charset, 'B' if way > 15 else 'Q')} <{person.mail}>"
    if way < 5 and person.name != MY_NAME:
        return f'"{person.last}, {person.first}" <{person.mail}>'
    return f"{person.name} <{person.mail}>"


def _list(rng: random.Random, people: Group) -> str:
    return ",\n ".join(written(rng, person) for person in people)


def message_id(key: str, when: datetime, sender: Person) -> str:
    """Make up the Message-ID of a mail."""
    return f"<{when.astimezone(UTC):%y%m%d%H%M}.{key}@{sender.mail.partition('@')[2]}>"


def entry(mail: Mail, ids: dict[str, str]) -> Entry:
    """Write a mail as a message; ``ids`` collects the Message-IDs for the answers to it."""
    rng = random.Random(f"mara writes {mail.key}")
    mine = mail.sender.name == MY_NAME
    ids[mail.key] = message_id(mail.key, mail.when, mail.sender)
    lines = [] if mine else [f"Delivered-To: {PRIVATE}"]
    lines.append(f"Date: {format_datetime(mail.when)}")
    lines.append(f"Message-ID: {ids[mail.key]}")
    if mail.reply_to:
        lines.append(f"In-Reply-To: {ids[mail.reply_to]}")
    lines.append(f"Subject: {encoded_word(mail.subject)}")
    lines.append(f"From: {written(rng, mail.sender)}")
    lines.append(f"To: {_list(rng, mail.to)}")
    if mail.cc:
        lines.append(f"Cc: {_list(rng, mail.cc)}")
    labels = "Gesendet,Archiviert" if mine else rng.choice(RECEIVED)
    message = "\n".join(lines).encode() + b"\n" + _content(rng, mail.body)
    return Entry(mail.when, labels, message, mail.key.rpartition(".")[0])


def _content(rng: random.Random, body: str) -> bytes:
    way = rng.randrange(24)
    if way == 0:
        part = f"--b0\nContent-Type: text/plain; charset=UTF-8\n\n{body}\n\n--b0\n"
        html = f"Content-Type: text/html; charset=UTF-8\n\n<p>{body}</p>\n\n--b0--\n"
        kind = 'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b0"\n\n'
        return (kind + part + html).encode()
    if way == 1:
        head = b"Content-Type: text/plain; charset=ISO-8859-1\n"
        coded = quopri.encodestring(body.encode("iso-8859-1", "replace"))
        return head + b"Content-Transfer-Encoding: quoted-printable\n\n" + coded + b"\n"
    if way == 2:
        return f"\n{body}\n\n>From here on it is quoted:\n> {body}\n".encode()
    return f"Content-Type: text/plain; charset=UTF-8\n\n{body}\n".encode()


def takeout(entries: Iterable[Entry]) -> bytes:
    """Write a mailbox as Google Takeout does, the newest mail first."""
    listed = sorted(entries, key=lambda e: (e.when, e.thread, e.message), reverse=True)
    began = {e.thread: e.when for e in listed if e.thread}
    parts = []
    for number, one in enumerate(listed):
        thread = _google_number(began.get(one.thread, one.when), 0)
        labels = _encoded_labels(one.labels)
        head = (
            f"From {_google_number(one.when, number)}@xxx {_asctime(one.when, '+0000 ')}\n"
            f"X-GM-THRID: {thread}\nX-Gmail-Labels: {labels}\n"
        )
        parts.append(head.encode() + one.message + b"\n")
    return b"".join(parts)


def _encoded_labels(labels: str) -> str:
    return labels if labels.isascii() else encoded_word(labels)


def _google_number(when: datetime, number: int) -> int:
    return (int(when.timestamp() * 1000) << 20) + number


def thunderbird(entries: Iterable[Entry]) -> bytes:
    """Write a mailbox as Thunderbird keeps it, in the order in which mail came."""
    parts = []
    for one in sorted(entries, key=lambda e: (e.when, e.thread, e.message)):
        head = f"From - {_asctime(one.when)}\nX-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n"
        parts.append(head.encode() + one.message + b"\n")
    return b"".join(parts)


def _asctime(when: datetime, zone: str = "") -> str:
    utc = when.astimezone(UTC)
    day = f"{DAYS[utc.weekday()]} {MONTHS[utc.month - 1]} {utc.day:02d}"
    return f"{day} {utc:%H:%M:%S} {zone}{utc.year}"

"""Small exports of one invented person for the tests, and ways to write them to a folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from netzwerkwandel.model import SourceKind, SourceReport
from netzwerkwandel.records import Records
from netzwerkwandel.sources.exports import read_exports


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
MARA = "mailto:mara@example.org"
BEN = "mailto:ben@example.org"
CHEN = "mailto:chen@example.org"


def mail(
    number: int, sender: str = "ben@example.org", to: str = "mara@example.org", headers: str = ""
) -> bytes:
    day = 1 + number % 28
    return (
        f"Message-ID: <{number}@example.org>\nDate: {day} Mar 2024 08:05:00 +0000\n"
        f"From: {sender}\nTo: {to}\n{headers}\nHello\n"
    ).encode()


def mbox(*mails: bytes) -> bytes:
    return b"\n".join(b"From - Mon Mar 11 09:00:00 2024\n" + each for each in mails)


def event(uid: str, lines: str = "DTSTART:20240304T090000Z\n") -> str:
    return (
        f"BEGIN:VEVENT\nUID:{uid}\n{lines}"
        "ATTENDEE;CN=Chen Li:mailto:chen@example.org\n"
        "ATTENDEE;CN=Mara Vogt:mailto:mara@example.org\nEND:VEVENT\n"
    )


def calendar(*events: str, name: str = "mara@example.org") -> bytes:
    named = f"X-WR-CALNAME:{name}\n" if name else ""
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{named}{''.join(events)}END:VCALENDAR\n".encode()


def card(name: str, address: str) -> bytes:
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{address}\nEND:VCARD\n".encode()


MAIL = mbox(mail(1), mail(2, "mara@example.org", "ben@example.org"), mail(3))
CALENDAR = calendar(event("1"), event("2", "DTSTART:20240305T090000Z\n"))
BOOK = card("Ben Okafor", "ben@example.org") + card("Dana Fox", "dana@example.org")
CONNECTIONS = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Ben,Okafor,https://www.linkedin.com/in/ben-okafor,ben@example.org,,,08 Feb 2023\n"
    b"Eve,Stone,https://www.linkedin.com/in/eve-stone,,,,09 Feb 2023\n"
)
PROFILE = b"First Name,Last Name,Maiden Name,Headline\nMara,Vogt,,Designer\n"
ADDRESSES = b"Email Address,Confirmed,Primary,Updated On\nmara@example.org,Yes,Yes,\n"
LINKEDIN = {
    "Connections.csv": CONNECTIONS,
    "Profile.csv": PROFILE,
    "Email Addresses.csv": ADDRESSES,
}
GOOD = {
    "mail.mbox": MAIL,
    "calendar.ics": CALENDAR,
    "book.vcf": BOOK,
    "linkedin/Connections.csv": CONNECTIONS,
}


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def read(*paths: Path, me: list[str] | None = None) -> Records:
    return read_exports(*paths, as_of=AS_OF, me=me)


def report(records: Records, name: str) -> SourceReport:
    """The one report of a source whose name ends like this."""
    (found,) = [each for each in records.reports if each.where.endswith(name)]
    return found


def leftovers(records: Records) -> SourceReport | None:
    found = [each for each in records.reports if each.kind is SourceKind.FILES]
    return found[0] if found else None


def problems(records: Records) -> list[str]:
    return [str(problem) for each in records.reports for problem in each.problems]

"""Does any file at all give records, a report or a refusal, in time and memory that it deserves?

``python -m benchmarks.fuzz --minutes 20`` changes small exports of every kind, those below and
those on which ``check_reader`` tries every reader: line by line, byte by byte and value by value,
mixes and repeats them, packs them, and reads them. It ends with an error, and leaves the files in
``--keep``, where some are answered by an exception that is not documented, take longer than some
seconds, need more memory than they should, or are read differently the second time.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import netzwerkwandel as nw


sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from sources.tried import TRIED


Files = Mapping[str, bytes]
"""What is read at once, by the names of the files."""

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
ME = ["ana@example.org", "mara@example.org"]
"""Whose exports these are: of the one below, and of those of ``check_reader``."""
SECONDS, SECONDS_A_MB = 2.0, 5.0
MEMORY_MB = 300
HANGS_AFTER = 60

SEEDS = {
    "a.mbox": (
        b"From ana@example.org Mon Mar  4 08:05:00 2024\n"
        b"Received: from a\n\tby b; Mon, 4 Mar 2024\n"
        b" 08:05:00 +0000\nDate: Mon, 4 Mar 2024 09:05:00 +0100\nMessage-ID: <1@example.org>\n"
        b'From: "Okafor, Ben" <ben@example.org>\nTo: =?utf-8?q?Ana?= <ana@example.org>,\n'
        b" Team: eva@example.org;\nX-Gmail-Labels: Inbox,=?utf-8?q?Sp=C3=A9?=\n"
        b"Content-Length: 4\n\n"
        b"hi\n\nFrom - Tue Mar  5 08:05:00 2024\nFrom: eva@example.org\nTo: ben@example.org\n"
        b"List-Post: <mailto:ux@example.org>\nDate: 5 Mrz 2024 10:00\n\nText\n\n"
    ),
    "b.eml": (
        b"DKIM-Signature: v=1;\n\ts=1\nFrom: Ana ana@example.org\nTo: undisclosed-recipients:;\n"
        b"Date: 2024-03-04 10:00\nX-Autoreply: no\n\nhi\n"
    ),
    "c.ics": (
        b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:ana@example.org\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"
        b"BEGIN:VTIMEZONE\r\nTZID:Odd\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n"
        b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        b"END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nSEQUENCE:2\r\n"
        b"DTSTART;TZID=Odd:20240304T090000\r\nDTEND;TZID=Odd:20240304T100000\r\n"
        b"RRULE:FREQ=WEEKLY;COUNT=9;BYDAY=MO,TU\r\nEXDATE;TZID=Odd:20240311T090000\r\n"
        b'ATTENDEE;CN="Okafor, Ben";PARTSTAT=ACCEPTED:mailto:ben@example.org\r\n'
        b"ORGANIZER;CN=Eva:mailto:eva@example.org\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\n"
        b"END:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        b"RECURRENCE-ID;TZID=Odd:20240318T090000\r\n"
        b"DTSTART:20240318T120000Z\r\nDURATION:PT1H\r\nATTENDEE:mailto:ben%40example.org?x=1\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "d.vcf": (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Okafor;Ben;;Dr.;\r\nFN:Ben Okafor\r\nORG:Contoso;UX\r\n"
        b"item1.EMAIL;TYPE=WORK:ben@example.org\r\nTEL;TYPE=CELL:+49 170 1234567\r\n"
        b"RELATED;TYPE=friend:mailto:eva@example.org\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE:=41=\r\n=42\r\n"
        b"END:VCARD\r\n"
    ),
    "Connections.csv": (
        b'Notes:\n"a long, quoted note"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,'
        b"Connected On\nBen,Okafor,https://www.linkedin.com/in/ben,,Contoso,UX,08 Feb 2023\n"
        b',,,,,,09 Feb 2023\n"Eva, PhD",Maier,,eva@example.org,"A ""B""",,7-Mar-22\n'
    ),
    "google.csv": (
        b"First Name,Last Name,File As,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        b"Phone 1 - Label,Phone 1 - Value,Relation 1 - Label,Relation 1 - Value\n"
        b"Ben,Okafor,,Contoso,* myContacts ::: Choir,* Work,ben@example.org ::: b@example.net,"
        b"Mobile,+49 170 1234567,Manager,Eva Maier\nEva,Maier,,,,,eva@example.org,,,,\n"
    ),
    "outlook.csv": (
        b'"Anrede";"Vorname";"Weitere Vornamen";"Nachname";"Suffix";"Firma";"E-Mail-Adresse";'
        b'"Mobiltelefon";"Name des/r Vorgesetzten"\r\n'
        b'"";"J\xf6rg";"";"K\xe4fer";"jun.";"Contoso";"j@example.org";"0170 1234567";"Eva"\r\n'
    ),
    "calendar.csv": (
        b'"Subject","Start Date","Start Time","End Date","End Time","All day event",'
        b'"Meeting Organizer","Required Attendees","Meeting Resources"\n'
        b'"x","3/4/2024","2:00:00 PM","3/4/2024","3:00:00 PM","False","Ana Ruiz",'
        b'"Maier, Eva; Ben (ben@example.org)","Room 3"\n'
    ),
    "book.ldif": (
        b"version: 1\n\ndn: cn=Ben Okafor,mail=ben@example.org\nobjectclass: person\n"
        b"cn:: QmVuIE9rYWZvcg==\nmail: ben@\n example.org\nmobile: +49 170 1234567\n\n"
        b"dn: cn=Choir\nobjectclass: groupOfNames\nmember: cn=Ben\n"
    ),
    "WhatsApp Chat mit Eva.txt": (
        b"\xe2\x80\x8e[04.03.25, 18:04:11] Eva: \xe2\x80\x8eNachrichten und Anrufe sind "
        b"Ende-zu-Ende-verschl\xc3\xbcsselt.\n[04.03.25, 18:05:11] Ana: hi\nthere\n"
        b"[3/14/25, 6:04:11\xe2\x80\xafPM] ~\xe2\x80\xafBen: Voice call, 4 min\n"
        b"04.03.25, 18:06 - Eva hat Ben und Ana hinzugef\xc3\xbcgt.\n"
    ),
    "backup.xml": (
        b"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count='2'>"
        b'<sms address="+49 170 1234567" date="1710266651000" type="1" body="&#55357;&#56838;" '
        b'contact_name="Eva" /><mms address="0170 1234567~22122" date="1710266651000" msg_box="1">'
        b'<addrs><addr address="+491701234567" type="137" /></addrs></mms>'
        b'<call number="-1" duration="9" date="1710266651000" type="2" /></smses>'
    ),
    "result.json": (
        b'{"personal_information": {"user_id": 1}, "contacts": {"list": [{"user_id": 2, '
        b'"first_name": "Eva", "phone_number": "0049170123456"}]}, "chats": {"list": [{"name": '
        b'"Eva", "type": "personal_chat", "id": 2, "messages": [{"id": 1, "type": "message", '
        b'"date_unixtime": "1710266651", "from": "Eva", "from_id": "user2", "text": [""]}]}]}}'
    ),
    "phone.json": (
        b'{"491701234567@s.whatsapp.net": {"name": "Eva", "messages": {"1": {"from_me": false, '
        b'"timestamp": 1710266651.5, "meta": false, "sender": null}}}, "1-2@g.us": {"name": "x", '
        b'"messages": {"2": {"from_me": true, "timestamp": 1710266651}}}}'
    ),
    "main.jsonl": (
        b'{"version":1,"backupTimeMs":"1780000000000"}\n{"recipient":{"id":"2","contact":{"e164":'
        b'"+491701234567","aci":"AAECAwQFBgcICQoLDA0ODw==","profileGivenName":"Eva"}}}\n'
        b'{"chat":{"id":"1","recipientId":"2"}}\n{"chatItem":{"chatId":"1","authorId":"2",'
        b'"dateSent":"1710266651000","incoming":{},"standardMessage":{"quote":{"authorId":"1"}}}}\n'
    ),
    "messages.json": (
        b'{"messages": [{"creator": {"name": "Eva", "email": "eva@example.org", "user_type": '
        b'"Human"}, "created_date": "Dienstag, 12. M\xc3\xa4rz 2024 um 18:04:11 UTC", '
        b'"topic_id": "x"}]}'
    ),
    "Eva - Text.html": (
        b'<?xml version="1.0" ?><html><title>Eva</title><div class="hChatLog hfeed"><div '
        b'class="message"><abbr class="dt" title="2024-03-12T18:04:11Z">x</abbr><a class="tel" '
        b'href="tel:+491701234567"><span class="fn">Eva</span></a><q>hi</q></div></div></html>'
    ),
    "messages.csv": (
        b"CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        b"DATE,SUBJECT,CONTENT,FOLDER\n1,,Ben Okafor,https://www.linkedin.com/in/ben,Ana Ruiz,"
        b'https://www.linkedin.com/in/ana,2023-01-01 10:00:00 UTC,,"two\nlines",INBOX\n'
    ),
}
EXPORTS: tuple[Files, ...] = (
    *({name: data} for name, data in SEEDS.items()),
    *(example for tried in TRIED.values() for example in tried.examples),
)
PIECES = (
    *(b"\n", b"\r\n", b"\r", b"\0", b" ", b"\t", b'"', b"'", b",", b";", b":", b"=", b"<", b">"),
    *(b"(", b")", b"[", b"]", b"{", b"}", b"@", b"\\", b"%", b"^", b"&#", b"&x;", b"<!"),
    *(b"=?utf-8?b?", b"?=", b"\xff", b"\xef\xbb\xbf", "ö".encode(), b"mailto:", b"From ", b"\n\n"),
    *(b"BEGIN:", b"END:", b"VEVENT", b"VCARD", b"RRULE:FREQ=HOURLY", b"BYMONTH=0", b"COUNT=0"),
    *(b"INTERVAL=0", b"99999999999", b"-1", b"00000000", b"TZID=America", b"UNTIL=20240101"),
    *(b"\\u", b"\\ud800", b"1e999", b"NaN", b"null"),
)
VALUES: tuple[object, ...] = (
    *(None, True, 0, -1, 0.5, 10**30, -(10**18), 1e308, "", " ", "x", "\ud83d", "\0", "0" * 5000),
    *([], {}, [None], [[]], [{}], {"x": None}, "2024-13-45", "\u200e+49 170", "@", "a@b"),
)
GROWS_TO = 300_000


def cases(rng: random.Random) -> Iterator[Files]:
    """Make an export of which some file is changed in a few ways, again and again without end."""
    while True:
        files = dict(rng.choice(EXPORTS))
        for _ in range(rng.choice((1, 1, 2, 3, 8))):
            name = rng.choice(list(files))
            files[name] = rng.choice(CHANGES)(rng, files[name])[:GROWS_TO]
        if len(files) > 1 and rng.random() < 0.2:
            del files[rng.choice(list(files))]
        if rng.random() < 0.1:
            files |= rng.choice(EXPORTS)
        yield rng.choice(PACKINGS)(files)


def _lines(rng: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    way = rng.randrange(5)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(other, lines[at])
    elif way == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 3:
        lines = lines[: at + 1] * rng.randrange(2, 40)
    else:
        foreign = rng.choice(list(rng.choice(EXPORTS).values())).splitlines(keepends=True)
        lines[at:at] = foreign[rng.randrange(len(foreign)) :][: rng.randrange(1, 9)]
    return b"".join(lines)


def _piece(rng: random.Random, data: bytes) -> bytes:
    at, end = rng.randrange(len(data) + 1), rng.randrange(1, 20)
    piece = rng.choice(PIECES) * rng.choice((1, 1, 1, 3, 1_000, 30_000))
    return data[:at] + piece + data[at + (end if rng.random() < 0.5 else 0) :]


def _byte(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _number(rng: random.Random, data: bytes) -> bytes:
    places = [i for i, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return data
    at = rng.choice(places)
    return data[:at] + str(rng.randrange(100)).encode() + data[at + 1 :]


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _coded(rng: random.Random, data: bytes) -> bytes:
    return data.decode("latin-1").encode(rng.choice(("utf-16", "utf-8", "utf-16-be")))


def _value(rng: random.Random, data: bytes) -> bytes:
    """Put another value into a place of a JSON text, or of one of its lines, where it is such."""
    for text in (data, rng.choice(data.splitlines() or [b""])):
        try:
            parsed = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if places := list(_places(parsed)):
            inside, at = rng.choice(places)
            if rng.random() < 0.2:
                del inside[at]
            else:
                inside[at] = rng.choice(VALUES)
            return data.replace(text, json.dumps(parsed).encode(), 1)
    return data


def _places(value: object) -> Iterator[tuple[Any, Any]]:
    """Every place of a JSON value: the list or mapping, and where in it."""
    inside = value.items() if isinstance(value, dict) else ()
    for at, part in enumerate(value) if isinstance(value, list) else inside:
        yield value, at
        yield from _places(part)


CHANGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    *(_lines, _lines, _piece, _piece, _byte, _number, _number, _cut, _coded),
    *(_value, _value, _value),
)


def _as_they_are(files: Files) -> Files:
    return files


def _zipped(files: Files) -> Files:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return {"x.zip": packed.getvalue()}


def _gzipped(files: Files) -> Files:
    return {f"{name}.gz": gzip.compress(data, mtime=0) for name, data in files.items()}


def _cut_off(files: Files) -> Files:
    return {name: data[: -1 - len(data) // 9] for name, data in _gzipped(files).items()}


PACKINGS: tuple[Callable[[Files], Files], ...] = (
    *([_as_they_are] * 8),
    *(_zipped, _gzipped, _cut_off),
)


def trial(files: Files, *, twice: bool = False) -> str | None:
    """Read some files together; say what is wrong with how that went, or None."""
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), files)
        size = sum(map(len, files.values()))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begin = time.process_time()
        try:
            records = nw.read_exports(folder, me=ME, as_of=AS_OF)
        except nw.InvalidRecordError:
            # A reader gave what is no record: that is no refusal of a file.
            return traceback.format_exc()
        except nw.NetzwerkwandelError as error:
            records, refusal = None, error
            if "@example.org" in str(error).replace(folder, ""):
                return f"an address in an error: {refusal}"
        except Exception:  # noqa: BLE001
            return traceback.format_exc()
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        too_much = _too_much(time.process_time() - begin, grown, size)
        if records is None or too_much:
            return too_much
        for report in records.reports:
            if report.read != report.used + sum(n for _, n in report.skipped):
                return f"the counts of a report do not add up: {report}"
        records.summary("de")
        if twice and nw.read_exports(folder, me=ME, as_of=AS_OF) != records:
            return "it is read differently the second time"
    return None


def _too_much(seconds: float, megabytes: float, size: int) -> str | None:
    """Say what of time and memory was more than so many bytes deserve; None where nothing was."""
    if seconds > SECONDS + SECONDS_A_MB * size / 1e6:
        return f"{seconds:.1f} s for {size:,} bytes"
    return f"{megabytes:.0f} MB more for {size:,} bytes" if megabytes > MEMORY_MB else None


def _write(folder: Path, files: Files) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def run(seconds: float, seed: int, keep: Path | None = None) -> tuple[int, list[str]]:
    """Try exports for so many seconds; how many there were, and what was wrong with some."""
    rng = random.Random(seed)
    wrong: list[str] = []
    count, end = 0, time.monotonic() + seconds
    for files in cases(rng):
        if time.monotonic() > end:
            break
        count += 1
        if hasattr(signal, "alarm"):
            signal.alarm(HANGS_AFTER)
        try:
            problem = trial(files, twice=count % 50 == 0)
        except TimeoutError:
            problem = f"it hangs for {HANGS_AFTER} s"
        if problem is not None:
            wrong.append(f"{', '.join(files)}, case {count}: {problem}")
            if keep is not None:
                _write(keep / f"{seed}-{count}", files)
    if hasattr(signal, "alarm"):
        signal.alarm(0)
    return count, wrong


def _hangs(_number: int, _frame: object) -> None:
    raise TimeoutError


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where to leave what is read wrongly")
    options = parser.parse_args()
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _hangs)
    count, wrong = run(60 * options.minutes, options.seed, options.keep)
    for problem in wrong:
        print(problem)
    print(f"{count:,} exports, {len(wrong)} of them read wrongly")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""What does one ugly megabyte of each kind cost, read all the way to ``Records``?

``python benchmarks/ugly_megabytes.py`` writes a megabyte of each kind (as ``KINDS`` has them), the
same every time, and reads it by ``read_exports`` in a process of its own. CPU seconds, and how much
memory reading took at its highest beyond what the process had before. ``--beside SRC`` reads each
with another version of this library, too, by the path of its ``src``, by turns, ``--rounds`` times:
the least counts. ``--only WORD`` takes those kinds whose names have the word, and ``--seconds``
stops a process after so many. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path


MB = 1_000_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"
BEGIN = datetime(2015, 1, 1, tzinfo=UTC)

_READ = """
import resource, sys, time
from datetime import UTC, datetime
import netzwerkwandel as nw
from netzwerkwandel.sample import sample_exports
as_of = datetime(2026, 11, 1, tzinfo=UTC)
with sample_exports() as folder:
    nw.read_exports(folder, as_of=as_of)
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
begin, had = time.process_time(), peak()
try:
    records = nw.read_exports(sys.argv[1], me=["me@example.org"], as_of=as_of)
    count = len(records.contacts)
except nw.NetzwerkwandelError as error:
    count = -1
print(time.process_time() - begin, peak() - had, count)
"""

Parts = Callable[[], Iterator[str]]
Writer = Callable[[Path], None]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", help="src of another version")
    parser.add_argument("--only", default="", help="a word of the names")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=120)
    options = parser.parse_args()
    sources = [None, options.beside] if options.beside else [None]
    print("| what | contacts |" + " seconds | MB more |" * len(sources))
    print("|---|---|" + "---|---|" * len(sources))
    for name, write in KINDS.items():
        if options.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder))
            rounds = [
                [read(folder, source, options.seconds) for source in sources]
                for _ in range(options.rounds)
            ]
        best = [min(of_one) for of_one in zip(*rounds, strict=True)]
        cells = "".join(f" {seconds:.2f} | {grown:.0f} |" for seconds, grown, _ in best)
        print(f"| {name} | {best[0][2]:,} |{cells}", flush=True)


def read(folder: str, source: str | None, most: int) -> tuple[float, float, int]:
    """CPU seconds and MB of a process that reads a folder, and how many contacts it finds."""
    environment = dict(os.environ, **({"PYTHONPATH": source} if source else {}))
    run = subprocess.run(
        ["sh", "-c", f'ulimit -t {most}; exec "$@"', "", sys.executable, "-c", _READ, folder],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    if run.returncode < 0:
        return float(most), math.nan, 0
    if run.returncode:
        raise SystemExit(run.stderr)
    seconds, grown, count = run.stdout.split()
    return float(seconds), float(grown), int(count)


def one_file(name: str, parts: Parts, head: str = "", tail: str = "") -> Writer:
    """A kind that is one file: a head, and as many parts as make up a megabyte."""

    def write(folder: Path) -> None:
        content = head + "".join(a_megabyte(parts())) + tail
        Path(folder, name).write_text(content, encoding="utf-8")

    return write


def many_files(count: int, name: str, parts: Parts) -> Writer:
    """A kind that is so many files, a part each; the name says which number a file has."""

    def write(folder: Path) -> None:
        for number, text in enumerate(itertools.islice(parts(), count)):
            path = folder / name.format(number)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


def zipped(count: int, name: str, parts: Parts) -> Writer:
    """A kind that is so many files in one archive."""

    def write(folder: Path) -> None:
        with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for number, text in enumerate(itertools.islice(parts(), count)):
                archive.writestr(name.format(number), text)

    return write


def a_megabyte(parts: Iterator[str]) -> Iterator[str]:
    """As many parts as make up a megabyte."""
    size = 0
    for part in parts:
        size += len(part)
        if size > MB:
            return
        yield part


def words(length: int) -> Iterator[str]:
    """Words of random letters, without end, that seldom repeat if they are not short."""
    rng = random.Random(length)
    while True:
        yield "".join(rng.choices(LETTERS, k=length)).capitalize()


def each(pattern: str, length: int = 5) -> Parts:
    """Fill a pattern again and again: ``{n}`` counts, ``{at}`` goes on, ``{a}`` is a new word."""

    def parts() -> Iterator[str]:
        for n, a, b in zip(itertools.count(), words(length), words(length + 1), strict=False):
            yield pattern.format(n=n, a=a, b=b, at=BEGIN + timedelta(minutes=41 * n))

    return parts


CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
)
GOOGLE = "First Name,Middle Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label"
GOOGLE += ",Phone 1 - Value\n"
FROM = "From x Mon Mar  4 08:05:00 2024\n"
MAIL = "From: {a}{n}@x.de\nTo: me@example.org\nDate: {at:%d %b %Y %H:%M} +0000\n\n"
TO_MANY = "From: me@example.org\nDate: 4 Mar 2024 09:00 +0000\nTo: x@x.de"
CARD = "BEGIN:VCARD\nFN:{a} {b}\nEND:VCARD\n"
BEGIN_CARD, END_CARD = "BEGIN:VCARD\nFN:Ben Okafor\n", "END:VCARD\n"
BEGIN_CALENDAR, END_CALENDAR = "BEGIN:VCALENDAR\n", "END:VCALENDAR\n"
MOMENT = "{at:%Y%m%dT%H%M00Z}"
EVENT = (
    f"BEGIN:VEVENT\nUID:{{n}}\nDTSTART:{MOMENT}\nATTENDEE:mailto:me@example.org\n"
    "ATTENDEE:mailto:{a}{n}@x.de\nEND:VEVENT\n"
)
MEETING = (
    f"{BEGIN_CALENDAR}BEGIN:VEVENT\nUID:1\nDTSTART:20240304T090000Z\n"
    "ATTENDEE:mailto:me@example.org\nATTENDEE:mailto:b@x.de\n"
)
END_MEETING = f"END:VEVENT\n{END_CALENDAR}"
XML = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
TELEGRAM = '{"name": "x", "type": "private_group", "id": 1, "messages": [{"id": 0, "type": "x"}'
TELEGRAM_CONTACTS = (
    '{"personal_information": {"user_id": 1}, "contacts": {"list": [{"user_id": 2, "first_name": '
    '"Eva", "phone_number": "0049170123456"}'
)

KINDS: dict[str, Writer] = {
    "Connections.csv: two names and a day": one_file(
        "Connections.csv", each("{a},{b},,,,,{at:%d %b %Y}\n"), CONNECTIONS
    ),
    "Connections.csv: two names": one_file("Connections.csv", each("{a},{b},,,,,\n"), CONNECTIONS),
    "Connections.csv: a name of five letters": one_file(
        "Connections.csv", each("{a},,,,,,\n"), CONNECTIONS
    ),
    "Connections.csv: the same, three columns": one_file(
        "Connections.csv", each("{a},,\n"), "First Name,Last Name,Connected On\n"
    ),
    "Connections.csv: one name for all": one_file(
        "Connections.csv", each("Ben,Okafor,,,,,\n"), CONNECTIONS
    ),
    "Connections.csv: one name for all, and a page each": one_file(
        "Connections.csv", each("Ben,Okafor,linkedin.com/in/{n},,,,\n"), CONNECTIONS
    ),
    "Connections.csv: one company for all": one_file(
        "Connections.csv", each("{a},{b},,,Contoso,,\n"), CONNECTIONS
    ),
    "Connections.csv: a page and no name": one_file(
        "Connections.csv", each(",,linkedin.com/in/{n},,,,\n"), CONNECTIONS
    ),
    "messages.csv: one to names without end": one_file(
        "messages.csv",
        each("{a}, "),
        MESSAGES + '1,,Ana Ruiz,https://www.linkedin.com/in/ana,"',
        'Eva",2023-01-01 10:00:00 UTC,,,INBOX\n',
    ),
    "messages.csv: a new name each": one_file(
        "messages.csv", each("{n},,{a} {b},,Ana,{at:%Y-%m-%d %H:%M:00} UTC,,,\n"), MESSAGES
    ),
    "a mail to addresses": one_file("a.eml", each(",\n {a}{n}@x.de"), TO_MANY, "\n\n"),
    "a mail to short addresses": one_file("a.eml", each(",{n}@x"), TO_MANY, "\n\n"),
    "a mail to names and addresses": one_file(
        "a.eml", each(",\n {a} {b} <{n}@x.de>"), TO_MANY, "\n\n"
    ),
    "a mail to names": one_file("a.eml", each(", {a}"), TO_MANY, "\n\n"),
    "an mbox of tiny mails": one_file("a.mbox", each(FROM + MAIL)),
    "an mbox of `From` lines": one_file("a.mbox", each(FROM + "\n")),
    "a meeting of addresses": one_file(
        "a.ics", each("ATTENDEE:mailto:{a}{n}@x.de\n"), MEETING, END_MEETING
    ),
    "a meeting of names and addresses": one_file(
        "a.ics", each("ATTENDEE;CN={a} {b}:mailto:{n}@x.de\n"), MEETING, END_MEETING
    ),
    "a calendar: a new guest each": one_file("a.ics", each(EVENT), BEGIN_CALENDAR, END_CALENDAR),
    "a calendar: events of nobody": one_file(
        "a.ics",
        each("BEGIN:VEVENT\nDTSTART:{at:%Y%m%d}\nEND:VEVENT\n"),
        BEGIN_CALENDAR,
        END_CALENDAR,
    ),
    "a calendar: RDATE lines": one_file("a.ics", each(f"RDATE:{MOMENT}\n"), MEETING, END_MEETING),
    "a calendar: an RDATE line": one_file(
        "a.ics", each(f"{MOMENT},"), f"{MEETING}RDATE:", f"20240305T090000Z\n{END_MEETING}"
    ),
    "a calendar: EXDATE lines": one_file(
        "a.ics",
        each(f"EXDATE:{MOMENT}\n"),
        f"{MEETING}RRULE:FREQ=HOURLY;COUNT=60000\n",
        END_MEETING,
    ),
    "a calendar: events of a series that were moved": one_file(
        "a.ics",
        each(f"BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:{MOMENT}\nDTSTART:{MOMENT}\nEND:VEVENT\n"),
        f"{MEETING}RRULE:FREQ=HOURLY;COUNT=60000\nEND:VEVENT\n",
        END_CALENDAR,
    ),
    "cards: a name": one_file("a.vcf", each(CARD)),
    "cards: a name of a letter": one_file("a.vcf", each("BEGIN:VCARD\nN:{a}\nEND:VCARD\n", 1)),
    "cards: a name and an address": one_file(
        "a.vcf", each(CARD.replace("END", "EMAIL:{a}{n}@x.de\nEND"))
    ),
    "cards: a number": one_file("a.vcf", each("BEGIN:VCARD\nTEL:+4917{n:08}\nEND:VCARD\n")),
    "cards: one name for all, and a number each": one_file(
        "a.vcf", each(BEGIN_CARD + "TEL:+4917{n:08}\n" + END_CARD)
    ),
    "cards: one number for all, and a name each": one_file(
        "a.vcf", each(CARD.replace("END", "TEL:+491701234567\nEND"))
    ),
    "a card of addresses": one_file("a.vcf", each("EMAIL:{a}{n}@x.de\n"), BEGIN_CARD, END_CARD),
    "a card of friends": one_file(
        "a.vcf", each("RELATED;TYPE=friend;VALUE=text:{a} {b}\n"), BEGIN_CARD, END_CARD
    ),
    "Google contacts: a letter": one_file("contacts.csv", each("{a},,,,,,\n", 1), GOOGLE),
    "Google contacts: two names": one_file("contacts.csv", each("{a},,{b},,,,\n"), GOOGLE),
    "Google contacts: a number": one_file("contacts.csv", each(",,,,,,017{n:08}\n"), GOOGLE),
    "Google contacts: an address": one_file("contacts.csv", each(",,,,{n}@x.de,,\n"), GOOGLE),
    "LDIF: a name": one_file(
        "a.ldif", each("dn: cn={n}\nobjectclass: person\ncn: {a} {b}\n\n"), "version: 1\n\n"
    ),
    "WhatsApp: a new name each": one_file(
        "WhatsApp Chat with Eva.txt", each("{at:%d.%m.%y, %H:%M} - {a} {b}: x\n")
    ),
    "WhatsApp: a new number each": one_file(
        "WhatsApp Chat with Eva.txt", each("{at:%d.%m.%y, %H:%M} - +49 170 {n:07}: x\n")
    ),
    "short messages: a new number each": one_file(
        "sms.xml",
        each('<sms address="+4917{n:08}" date="17102{n:08}" type="1" body="" />\n'),
        XML + "<smses count='2'>",
        "</smses>",
    ),
    "calls: a new number each": one_file(
        "calls.xml",
        each('<call number="+4917{n:08}" duration="9" date="17102{n:08}" type="2" />\n'),
        XML + "<calls count='2'>",
        "</calls>",
    ),
    "Telegram: a new user each": one_file(
        "result.json",
        each(
            ',\n{{"id":{n},"type":"message","date_unixtime":"17102{n:05}","from":"{a} {b}",'
            '"from_id":"user{n}"}}'
        ),
        TELEGRAM,
        "]}",
    ),
    "Telegram: contacts": one_file(
        "result.json",
        each(',\n{{"user_id":{n},"first_name":"{a}"}}'),
        TELEGRAM_CONTACTS,
        ']}, "chats": {"list": []}}',
    ),
    "Signal: a new person each": one_file(
        "main.jsonl",
        each(
            '{{"recipient":{{"id":"{n}","contact":{{"e164":"+4917{n:08}",'
            '"profileGivenName":"{a}"}}}}}}\n'
        ),
        '{"version":1,"backupTimeMs":"1780000000000"}\n',
    ),
    "Google Chat: a new person each": one_file(
        "messages.json",
        each(
            ',{{"creator":{{"name":"{a}","email":"{n}@x.de","user_type":"Human"}},'
            '"created_date":"Tuesday, March 12, 2024 at 8:44:40 PM UTC"}}'
        ),
        '{"messages": [{"creator":{"name":"Eva","email":"eva@x.de","user_type":"Human"},'
        '"created_date":"Tuesday, March 12, 2024 at 8:44:40 PM UTC","topic_id": "x"}',
        "]}",
    ),
    "Slack: a new person each": one_file(
        "2024-03-04.json",
        each(',{{"type":"message","user":"U{n}","ts":"17095{n:05}.000100"}}'),
        '[{"type": "message", "user": "U1", "ts": "1709512345.000100"}',
        "]",
    ),
    "9,000 calendars": many_files(9_000, "{}.ics", each(BEGIN_CALENDAR + EVENT + END_CALENDAR)),
    "16,000 mails": many_files(16_000, "{}.eml", each(MAIL)),
    "16,000 mails without a date": many_files(16_000, "{}.eml", each("From: {a}@x\nTo: y@x\n\n")),
    "16,000 folders with a mail each": many_files(16_000, "{0}/{0}.eml", each(MAIL)),
    "a Maildir of 16,000": many_files(16_000, "Maildir/cur/{}", each(MAIL)),
    "16,000 cards": many_files(16_000, "{}.vcf", each(CARD)),
    "5,000 chats of WhatsApp": many_files(
        5_000, "{}.txt", each("{at:%d.%m.%y, %H:%M} - {a} {b}: x\n" * 4)
    ),
    "9,000 tables of LinkedIn": many_files(9_000, "{}.csv", each(CONNECTIONS + "{a},{b},,,,,\n")),
    "9,000 archives of LinkedIn": many_files(
        9_000, "{}/Connections.csv", each(CONNECTIONS + "{a},{b},,,,,\n")
    ),
    "16,000 files of no kind": many_files(16_000, "{}.txt", each("{a} {b}\n")),
    "16,000 empty files": many_files(16_000, "{}.txt", each("")),
    "a zip of 6,000 mails": zipped(6_000, "{}.eml", each(MAIL)),
    "a zip of 60,000 mails (10 MB)": zipped(60_000, "{}.eml", each(MAIL)),
    "a zip of 6,000 cards": zipped(6_000, "{}.vcf", each(CARD)),
    "a zip of 6,000 calendars": zipped(
        6_000, "{}.ics", each(BEGIN_CALENDAR + EVENT + END_CALENDAR)
    ),
    "a zip of 10,000 empty files": zipped(10_000, "{}", each("")),
}
"""How each kind is written into an empty folder."""


if __name__ == "__main__":
    main()

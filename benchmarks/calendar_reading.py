"""How fast is a big calendar read, with people in its entries and without?

``python benchmarks/calendar_reading.py`` writes two calendars, the same every time: 8,000 events
with two to ten people each, 400 of them weekly series, and 60,000 events that name nobody. Each is
read in a process of its own, by turns with icalendar, which takes the text apart and works out no
series. ``--beside SRC`` reads them with another version of this library, too, by the path of its
``src``. CPU seconds of the fastest of three rounds count.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path


BEGIN = datetime(2014, 1, 6, 8, tzinfo=UTC)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_READ = """
import sys, time
from datetime import UTC, datetime
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.files import SourceFile
small = SourceFile.from_bytes(b"BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART:20260304T090000Z\\n")
as_of = datetime(2026, 11, 1, tzinfo=UTC)
read_calendar(small, as_of=as_of)
begin = time.process_time()
reading = read_calendar(SourceFile.from_path(sys.argv[1]), as_of=as_of)
print(time.process_time() - begin, reading.report.read)
"""
_PEER = """
import sys, time
from pathlib import Path
from icalendar import Calendar
begin = time.process_time()
calendar = Calendar.from_ical(Path(sys.argv[1]).read_bytes())
print(time.process_time() - begin, len(calendar.walk("VEVENT")))
"""


def events(count: int, *, people: bool, seed: int = 1) -> Iterator[str]:
    """Give the lines of some events, as Google writes them."""
    rng = random.Random(seed)
    known = [(f"First{n} Last{n}", f"person{n}@firm{n % 37}.example") for n in range(600)]
    for number in range(count):
        begin = BEGIN + timedelta(hours=12 * number if people else number)
        yield from ("BEGIN:VEVENT", f"DTSTART:{begin:%Y%m%dT%H%M00Z}")
        yield f"DTEND:{begin + timedelta(hours=1):%Y%m%dT%H%M00Z}"
        yield f"UID:{rng.getrandbits(100):x}@google.com"
        if people and number % 20 == 0:
            yield f"RRULE:FREQ=WEEKLY;BYDAY={DAYS[begin.weekday()]};COUNT=26"
        for name, address in rng.sample(known, rng.randint(2, 10)) if people else ():
            yield f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN={name}:mailto:{address}"
        yield "DESCRIPTION:" + r"Agenda and more\, " * rng.randint(0, 30)
        yield from ("LAST-MODIFIED:20200101T100000Z", "SEQUENCE:0", "STATUS:CONFIRMED")
        yield from (f"SUMMARY:Number {number}", "TRANSP:OPAQUE", "END:VEVENT")


def write_calendar(path: Path, lines: Iterator[str]) -> None:
    """Write a calendar of these lines, folded."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:alex@firm.example")
    with path.open("w", encoding="utf-8", newline="") as file:
        for line in (*head, *lines, "END:VCALENDAR"):
            parts = [line[at : at + 74] for at in range(0, len(line), 74)]
            file.write("\r\n ".join(parts) + "\r\n")


def seconds(code: str, path: Path, source: str | None = None) -> float:
    """Run a piece of code on a calendar, and give its CPU seconds."""
    environment = dict(os.environ, **({"PYTHONPATH": source} if source else {}))
    command = [sys.executable, "-c", code, str(path)]
    run = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    return float(run.stdout.split()[0])


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", help="src of another version")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print("| CPU seconds | this | other version | times | icalendar | times |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, count, people in (
            ("8,000 events with people", 8_000, True),
            ("60,000 events without", 60_000, False),
        ):
            path = Path(folder, "a.ics")
            write_calendar(path, events(count, people=people))
            rounds: list[tuple[float, float, float]] = []
            for _ in range(options.rounds):
                own = seconds(_READ, path)
                other = seconds(_READ, path, options.beside) if options.beside else float("nan")
                rounds.append((own, other, seconds(_PEER, path)))
            own, other, peer = map(min, zip(*rounds, strict=True))
            print(
                f"| {name} | {own:.2f} | {other:.2f} | {other / own:.1f} "
                f"| {peer:.2f} | {peer / own:.1f} |"
            )


if __name__ == "__main__":
    main()

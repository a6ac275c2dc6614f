"""The exports of a busy person who does not exist, as large as one likes.

She has worked with some eighty groups of people, most of which have dissolved since, so that most
of those whom she ever wrote to are silent today.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs


ME_ADDRESS = "alex.beck@postfach.example"
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)

ME = ("Alex Beck", ME_ADDRESS)
MY_PROFILE = "https://www.linkedin.com/in/alex-beck-example"
GROUPS, PEOPLE_IN_A_GROUP = 80, 50
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST = (
    *("Ada", "Ben", "Cleo", "Dana", "Emil", "Finn", "Gita", "Hugo", "Iris", "Jon", "Kira", "Leo"),
    *("Mona", "Nils", "Olga", "Paul", "Rosa", "Sami"),
)
LAST = (
    *("Adler", "Berg", "Costa", "Dahl", "Engel", "Fuchs", "Gomez", "Hahn", "Ito", "Jung", "Kaya"),
    *("Lang", "Mayer", "Novak", "Ortiz"),
)

Someone = tuple[str, str]


@attrs.frozen
class Group:
    """Some people who write to each other from one day to another."""

    people: tuple[Someone, ...]
    first: datetime
    last: datetime


def write_busy_person(
    folder: Path,
    *,
    mails: int = 100_000,
    events: int = 8_000,
    connections: int = 3_000,
    years: int = 10,
    seed: int = 1,
) -> None:
    """Write a mailbox, a calendar, a LinkedIn archive and an address book into a folder.

    The same numbers give the same bytes.
    """
    rng = random.Random(seed)
    begin = AS_OF - timedelta(days=365 * years)
    groups = [_group(rng, number, begin, years) for number in range(GROUPS)]
    linkedin = folder / "Basic_LinkedInDataExport_10-30-2026"
    linkedin.mkdir(parents=True, exist_ok=True)
    with (folder / "mail.mbox").open("w", encoding="utf-8", newline="") as file:
        file.writelines(_mailbox(rng, groups, begin, mails))
    with (folder / f"{ME_ADDRESS}.ics").open("w", encoding="utf-8", newline="") as file:
        file.writelines(_calendar(rng, groups, begin, events))
    with (folder / "contacts.vcf").open("w", encoding="utf-8", newline="") as file:
        file.writelines(_cards(groups))
    _write_linkedin(rng, linkedin, groups, connections)


def _group(rng: random.Random, number: int, begin: datetime, years: int) -> Group:
    """Make a group that lasts half a year to four; every eighth lasts until today."""
    domain = f"firm{number:02d}.example"
    people = []
    for n in range(PEOPLE_IN_A_GROUP):
        first = FIRST[rng.randrange(len(FIRST))]
        last = LAST[rng.randrange(len(LAST))] + LAST[rng.randrange(len(LAST))].lower()
        people.append((f"{first} {last}", f"{first}.{last}{n}@{domain}".lower()))
    start = begin + timedelta(days=rng.randrange(-180, 365 * years - 90))
    end = start + timedelta(days=rng.randrange(180, 1460))
    return Group(tuple(people), begin if number == 0 else start, end if number % 8 else AS_OF)


def _moments(
    rng: random.Random, groups: list[Group], begin: datetime, count: int
) -> Iterator[tuple[datetime, Group]]:
    """Spread moments evenly over the years; at each, choose a group that is alive."""
    step = (AS_OF - begin) / max(count, 1)
    alive: list[Group] = []
    for number in range(count):
        when = begin + step * number
        if number % 100 == 0:
            alive = [group for group in groups if group.first <= when <= group.last]
        yield when, alive[min(rng.randrange(len(alive)), rng.randrange(len(alive)))]


def _some(rng: random.Random, group: Group, most: int) -> list[Someone]:
    """Choose one to ``most`` of a group, neighbours in it, rather the first than the last."""
    size = len(group.people)
    at = min(rng.randrange(size), rng.randrange(size), rng.randrange(size))
    return list(group.people[at : at + rng.randint(1, most)])


def _mailbox(rng: random.Random, groups: list[Group], begin: datetime, count: int) -> Iterator[str]:
    for number, (when, group) in enumerate(_moments(rng, groups, begin, count)):
        people = _some(rng, group, 6)
        sent = f"{DAYS[when.weekday()]}, {when.day:02d} {MONTHS[when.month - 1]} {when.year}"
        delivered = (
            f"From {number}@xxx {sent[:3]} {sent[8:11]} {when:%d %H:%M:%S} +0000 {when.year}"
        )
        common = (
            f"Date: {sent} {when:%H:%M:%S} +0000\nMessage-ID: <{number}@firm.example>\n"
            f"Subject: Number {number}\n"
        )
        yield f"{delivered}\nX-GM-THRID: {number}\n{_head(rng, people)}{common}\nThank you.\n\n"


def _head(rng: random.Random, people: list[Someone]) -> str:
    way = rng.random()
    if way < 0.1:
        return (
            f"X-Gmail-Labels: Inbox\nDelivered-To: {ME_ADDRESS}\nList-Id: <news.firm.example>\n"
            f"From: News <news@{people[0][1].partition('@')[2]}>\nTo: {_names([ME])}\n"
        )
    if way < 0.5:
        return f"X-Gmail-Labels: Sent\nFrom: {_names([ME])}\nTo: {_names(people)}\n"
    copies = f"Cc: {_names(people[1:])}\n" if len(people) > 1 else ""
    return (
        f"X-Gmail-Labels: Inbox\nDelivered-To: {ME_ADDRESS}\nFrom: {_names(people[:1])}\n"
        f"To: {_names([ME])}\n{copies}"
    )


def _names(people: list[Someone]) -> str:
    return ",\n ".join(f"{name} <{address}>" for name, address in people)


def _calendar(
    rng: random.Random, groups: list[Group], begin: datetime, count: int
) -> Iterator[str]:
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"
    yield f"X-WR-CALNAME:{ME_ADDRESS}\r\n"
    for number, (when, group) in enumerate(_moments(rng, groups, begin, count)):
        people = [ME, *_some(rng, group, 9)]
        lines = [
            "BEGIN:VEVENT",
            f"UID:{number}@firm.example",
            f"DTSTAMP:{AS_OF:%Y%m%dT%H%M%SZ}",
            f"DTSTART:{when:%Y%m%dT%H%M00Z}",
            f"DTEND:{when + timedelta(hours=1):%Y%m%dT%H%M00Z}",
            f"ORGANIZER;CN={people[-1][0]}:mailto:{people[-1][1]}",
            *(f"ATTENDEE;PARTSTAT=ACCEPTED;CN={n}:mailto:{address}" for n, address in people),
            "SUMMARY:Meeting",
            "STATUS:CONFIRMED",
        ]
        if number % 50 == 0:
            lines.append("RRULE:FREQ=WEEKLY;COUNT=26")
        yield "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VEVENT"])
    yield "END:VCALENDAR\r\n"


def _folded(line: str) -> str:
    return line if len(line) <= 75 else "\r\n ".join((line[:75], line[75:149], line[149:])).rstrip()


def _cards(groups: list[Group]) -> Iterator[str]:
    """Write a card for every fourth person, with a second address."""
    for group in groups:
        for name, address in group.people[::4]:
            first, last = name.split()
            yield (
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{last};{first};;;\r\n"
                f"EMAIL;TYPE=WORK:{address}\r\nEMAIL;TYPE=HOME:home-{address}\r\nEND:VCARD\r\n"
            )


def _write_linkedin(
    rng: random.Random, folder: Path, groups: list[Group], connections: int
) -> None:
    known = [(person, group) for group in groups for person in group.people]
    chosen = rng.sample(known, min(connections, len(known)))
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    rows, messages = [header.split(",")], []
    for number, ((name, address), group) in enumerate(chosen):
        first, last = name.split()
        url = f"https://www.linkedin.com/in/{first}-{last}-example{number}".lower()
        email = address if number % 5 == 0 else ""
        when = min(group.first + timedelta(days=30), AS_OF)
        day = f"{when.day:02d} {MONTHS[when.month - 1]} {when.year}"
        firm = group.people[0][1].partition("@")[2].removesuffix(".example")
        rows.append([first, last, url, email, firm, "Expert", day])
        if number % 3 == 0:
            moment = f"{when:%Y-%m-%d %H:%M:%S} UTC"
            thread = f"2-{number}="
            messages.append(
                [thread, "", *(name, url), *(ME[0], MY_PROFILE), moment, "", "Hi", "INBOX"]
            )
    _write(folder / "Connections.csv", rows)
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS"
    _write(folder / "messages.csv", [f"{header},DATE,SUBJECT,CONTENT,FOLDER".split(","), *messages])
    header = (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
        "Geo Location,Twitter Handles,Websites,Instant Messengers"
    )
    _write(folder / "Profile.csv", [header.split(","), ["Alex", "Beck", *[""] * 11]])
    _write(
        folder / "Email Addresses.csv",
        [["Email Address", "Confirmed", "Primary", "Updated On"], [ME_ADDRESS, "Yes", "Yes", ""]],
    )


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)

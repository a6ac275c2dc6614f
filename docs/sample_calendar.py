"""All entries of Mara Vogt's own calendar: the offices, home, what she tries, and oddities."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import attrs

from sample_cast import (
    CHOIR,
    CLIENTS,
    CONTROLLING_DAYS,
    COURSE,
    DEPARTMENT,
    FRIENDS,
    LOGISTICS_FORUM,
    MEETUP,
    MOTHER,
    MY_NAME,
    NORDLICHT,
    OPERATIONS,
    PARENTS,
    PARTNER,
    PRIVATE,
    STUDIO,
    UNIVERSITY,
    Person,
    plain,
)
from sample_ics import Event, at
from sample_office import AS_COLLEAGUE, conferences, former_office, present_office


ME = Person(MY_NAME, PRIVATE)

# whom she met for a coffee, from when until when, how often
COFFEES = (
    (DEPARTMENT[1], 2017, 2020, 8),
    (DEPARTMENT[3], 2017, 2020, 5),
    (CLIENTS[0], 2018, 2020, 5),
    (OPERATIONS[1], 2018, 2020, 4),
    (DEPARTMENT[5], 2018, 2020, 3),
    (UNIVERSITY[0], 2017, 2018, 4),
    (UNIVERSITY[1], 2017, 2018, 3),
    (LOGISTICS_FORUM[0], 2018, 2019, 3),
    (CHOIR[0], 2022, 2025, 2),
    (COURSE[1], 2026, 2026, 3),
    (MEETUP[0], 2026, 2026, 2),
)


def own_calendar() -> list[Event]:
    """All entries of her own calendar."""
    return [
        *former_office(),
        *present_office(),
        *conferences(),
        *_home(),
        *_experiments(),
        *_meetup(),
        *_coffees(),
        *_oddities(),
    ]


def _home() -> Iterator[Event]:
    evening, weekly = at("2017-01-06 19:00"), "FREQ=WEEKLY;BYDAY=FR"
    yield Event("jonas", "Abend zu zweit", evening, (ME, PARTNER), weekly, minutes=180)
    friends = (FRIENDS[0], ME, *FRIENDS[1:])
    yield Event("friends", "Frühstück", at("2018-02-04 10:00"), friends, "FREQ=MONTHLY;BYDAY=1SU")
    sunday = at("2019-01-06 18:00")
    yield Event("mother", "Mama anrufen", sunday, (ME, MOTHER), "FREQ=WEEKLY;BYDAY=SU", minutes=30)
    yield Event("choir", "Chorprobe", at("2019-02-06 19:30"), (), "FREQ=WEEKLY;BYDAY=WE")
    for year in (2022, 2024, 2026):
        people = (PARENTS[0], ME, *PARENTS[1:9])
        yield Event(f"parents-{year}", "Elternabend", at(f"{year}-09-17 19:30"), people)
    for year in (2017, 2018):
        people = (UNIVERSITY[0], ME, *UNIVERSITY[1:])
        yield Event(f"university-{year}", "Wiedersehen", at(f"{year}-06-23 17:00"), people)


def _experiments() -> Iterator[Event]:
    yield Event(
        "course",
        "Kurs UX Research Basics",
        at("2025-09-18 18:00"),
        (COURSE[0], ME, *COURSE[1:]),
        "FREQ=WEEKLY;BYDAY=TH;COUNT=12",
        minutes=120,
        without=[at("2025-10-16 18:00")],
        answers={COURSE[7].mail: "DECLINED"},
    )
    people, weekly = (STUDIO[0], ME, *STUDIO[1:]), "FREQ=WEEKLY;BYDAY=FR;COUNT=12"
    yield Event(
        "studio", "Mitlaufen im Studio", at("2026-03-06 09:00"), people, weekly, minutes=420
    )
    for n in range(4):
        day = at(f"2026-04-{7 + 5 * n:02d} 10:00")
        yield Event(
            f"interview-{n}", "Interview mitschreiben", day, (STUDIO[n % 3], ME), minutes=90
        )
    after = (STUDIO[0], ME, STUDIO[1])
    yield Event("studio-after", "Nachgespräch", at("2026-06-24 17:00"), after)


def _meetup() -> Iterator[Event]:
    """Each month; in July and September she did not go."""
    meetup = Event(
        "meetup",
        "UX-Meetup",
        at("2026-01-14 19:00"),
        (MEETUP[0], ME, *MEETUP[1:]),
        "FREQ=MONTHLY;BYDAY=2WE;COUNT=10",
        minutes=150,
        answers={MEETUP[10].mail: "NEEDS-ACTION", MEETUP[11].mail: "DECLINED"},
    )
    yield meetup
    for day in (at("2026-07-08 19:00"), at("2026-09-09 19:00")):
        answers = {PRIVATE: "DECLINED", **meetup.answers}
        yield attrs.evolve(meetup, rule="", start=day, instead_of=day, answers=answers)


def _coffees() -> Iterator[Event]:
    rng = random.Random("mara coffees")
    for person, first, last, count in COFFEES:
        for n in range(count):
            year, month, day = rng.randint(first, last), rng.randint(1, 9), rng.randint(1, 28)
            start = at(f"{year}-{month:02d}-{day:02d} 16:00")
            yield Event(f"coffee-{plain(person.name)}-{n}", "Kaffee", start, (ME, person))


def _oddities() -> Iterator[Event]:
    """Meetings that were none, and times written in other ways."""
    day = at("2025-06-11 10:00")
    yield Event("cancelled", "Abgesagt", day, (ME, NORDLICHT[0]), status="CANCELLED")
    yield Event("declined", "Podium", day, (NORDLICHT[1], ME), answers={PRIVATE: "DECLINED"})
    yield Event("all-day", "Konzertwochenende", date(2025, 6, 14), (ME, *CHOIR))
    yield Event("floating", "Spaziergang", at("2025-07-05 15:00"), (ME, FRIENDS[1]), zone="")
    yield Event("private", "Termin", at("2025-06-13 10:00"), more=["CLASS:PRIVATE"])
    people = (CONTROLLING_DAYS[3], AS_COLLEAGUE)
    yield Event("in-utc", "Call", at("2024-03-05 09:00"), people, zone="UTC")
    windows = "TZID=W. Europe Standard Time"
    people = (CONTROLLING_DAYS[0], AS_COLLEAGUE)
    yield Event("outlook", "Abstimmung", at("2024-03-07 09:00"), people, zone=windows)

"""The meetings of Mara Vogt's two offices."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sample_cast import (
    AT_KESSEL,
    AT_RHEINISCHE,
    CLIENTS,
    CONTROLLING_DAYS,
    DEPARTMENT,
    FORMER_TEAM,
    KESSEL,
    LOGISTICS_FORUM,
    MANAGEMENT,
    MY_NAME,
    OPERATIONS,
    STAFF,
    TEAM,
    Person,
)
from sample_ics import Event, at


AS_CONTROLLER = Person(MY_NAME, AT_KESSEL)
AS_COLLEAGUE = Person(MY_NAME, AT_RHEINISCHE)
UNTIL = "UNTIL=20201130T080000Z"
ROOM = (
    "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Raum 4.12;"
    "X-NUM-GUESTS=0:mailto:c_1882sample@resource.calendar.google.com"
)
EVERYONE = (
    "ATTENDEE;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Alle Standorte;"
    "X-NUM-GUESTS=0:mailto:alle@rheinische-leben.example"
)


def former_office() -> Iterator[Event]:
    """Four years at Kessel & Kranz."""
    ingrid, ben, me = DEPARTMENT[0], DEPARTMENT[1], AS_CONTROLLER
    everybody = (ingrid, me, *DEPARTMENT[1:])
    yield Event(
        "kk-weekly",
        "Jour fixe Controlling",
        at("2017-01-09 10:00"),
        everybody,
        f"FREQ=WEEKLY;BYDAY=MO;{UNTIL}",
        without=[at("2018-12-24 10:00"), at("2019-12-23 10:00")],
        more=[ROOM],
    )
    fortnightly = f"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;{UNTIL}"
    yield Event("kk-boss", "Ingrid und Mara", at("2018-02-01 15:00"), (ingrid, me), fortnightly)
    for n, person in enumerate(STAFF):
        day = at(f"2018-06-0{5 + n} 11:00")
        title = f"{person.first} und Mara"
        yield Event(f"kk-staff-{n}", title, day, (me, person), f"FREQ=MONTHLY;{UNTIL}")
    for n in range(4):
        people = (me, *CLIENTS[2 * n : 2 * n + 2], ben)
        day = at(f"{2017 + n // 2}-03-14 14:00")
        rule = f"FREQ=MONTHLY;INTERVAL=2;{UNTIL}"
        yield Event(f"kk-client-{n}", "Frachtkosten, Quartal", day, people, rule)
    lead = (MANAGEMENT[0], ingrid, me, *MANAGEMENT[1:], *OPERATIONS[:2])
    rule = f"FREQ=MONTHLY;BYDAY=3WE;{UNTIL}"
    yield Event("kk-lead", "Leitungsrunde", at("2019-01-16 09:00"), lead, rule, minutes=120)
    party = (MANAGEMENT[1], me, *(p for p in KESSEL if p is not MANAGEMENT[1]))
    yield Event("kk-party", "Sommerfest", at("2018-07-06 16:00"), party, minutes=300)


def present_office() -> Iterator[Event]:
    """The insurance company: the same meeting each week, with whoever is in the team."""
    claudia, me = TEAM[0], AS_COLLEAGUE
    first = (claudia, me, *TEAM[1:5], *FORMER_TEAM[:2])
    second = (claudia, me, *TEAM[1:7], FORMER_TEAM[2])
    rule = "FREQ=WEEKLY;BYDAY=TU"
    until = f"{rule};UNTIL=20221220T083000Z"
    yield Event("rl-weekly-a", "Jour fixe", at("2021-01-12 09:30"), first, until)
    until = f"{rule};UNTIL=20240625T073000Z"
    yield Event("rl-weekly-b", "Jour fixe", at("2023-01-10 09:30"), second, until)
    yield from _weekly_now(rule)
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    yield Event("rl-boss", "Claudia und Mara", at("2021-02-04 14:00"), (claudia, me), rule)
    lunch = (TEAM[1], me, TEAM[2], TEAM[4])
    yield Event("rl-lunch", "Mittagessen", at("2026-07-03 12:00"), lunch, "FREQ=WEEKLY;BYDAY=FR")
    morning = "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=34"
    people = (me, *TEAM[1:4])
    yield Event("rl-mornings", "Kurz am Morgen", at("2026-07-01 08:45"), people, morning)
    everybody = (claudia, me)
    day = at("2025-11-04 10:00")
    yield Event("rl-all", "Vollversammlung", day, everybody, more=[EVERYONE])
    yield Event("rl-future", "Weihnachtsessen", at("2026-12-11 18:00"), (*everybody, *TEAM[1:]))


def _weekly_now(rule: str) -> Iterator[Event]:
    """A series without an end: one occurrence moved, listed before its series; one cancelled."""
    weekly = Event(
        "rl-weekly-c",
        "Jour fixe",
        at("2024-07-02 09:30"),
        (TEAM[0], AS_COLLEAGUE, *TEAM[1:]),
        rule,
        without=[at("2024-12-24 09:30"), at("2025-12-23 09:30")],
        more=[ROOM],
    )
    once = attrs.evolve(weekly, rule="", without=())
    usual, new = at("2026-05-05 09:30"), at("2026-05-06 11:00")
    yield attrs.evolve(once, start=new, instead_of=usual, title="Jour fixe (verschoben)")
    yield weekly
    usual = at("2026-08-04 09:30")
    yield attrs.evolve(once, start=usual, instead_of=usual, status="CANCELLED")


def conferences() -> Iterator[Event]:
    """Where she met clients and competitors, once a year."""
    for year in (2017, 2018, 2019):
        people = (AS_CONTROLLER, *LOGISTICS_FORUM[:7])
        day = at(f"{year}-05-18 19:00")
        yield Event(f"forum-{year}", "Logistikforum, Abendessen", day, people, minutes=150)
    for year in (2022, 2023, 2024, 2025):
        people = (AS_COLLEAGUE, *CONTROLLING_DAYS[year % 3 : year % 3 + 6])
        yield Event(f"days-{year}", "Controlling-Tage", at(f"{year}-10-12 13:00"), people)

"""Calendars that others share with Mara Vogt: she sees them, and takes no part.

They show whom her old acquaintances know and she does not.
"""

from __future__ import annotations

from sample_cast import CITY_WORKS, DEPARTMENT, MEETUP, NORDLICHT, OPERATIONS, ORGANISERS, SCHOOL
from sample_ics import Event, at


def alumni_calendar() -> list[Event]:
    """What those who left Kessel & Kranz invite each other to."""
    ingrid, ben, tomasz = DEPARTMENT[0], DEPARTMENT[1], OPERATIONS[1]
    round_table, monthly = (ben, *NORDLICHT), "FREQ=MONTHLY;BYDAY=1TH"
    teachers, now_and_then = (tomasz, *SCHOOL), "FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE"
    works, quarterly = (ingrid, *CITY_WORKS), "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU"
    pub = (DEPARTMENT[5], ben, tomasz, *DEPARTMENT[6:], OPERATIONS[0])
    return [
        Event("al-ben", "Forschungsrunde", at("2021-09-02 17:00"), round_table, monthly),
        Event("al-tomasz", "Lehrerstammtisch", at("2022-09-14 18:00"), teachers, now_and_then),
        Event("al-ingrid", "Runde Stadtwerke", at("2021-10-05 17:00"), works, quarterly),
        Event("al-pub", "Ehemalige im Brauhaus", at("2021-11-25 19:00"), pub, "FREQ=YEARLY"),
    ]


def meetup_calendar() -> list[Event]:
    """What the organisers of the meetup do beside it."""
    organisers = (*MEETUP[:3], *ORGANISERS)
    return [
        Event("planning", "Planung", at("2025-10-01 18:00"), organisers, "FREQ=MONTHLY;BYDAY=1WE")
    ]

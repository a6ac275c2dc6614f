"""Occurrences of real calendars beside those that recurring-ical-events counts by itself."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.calendar.entries import EntryReader
from netzwerkwandel.sources.calendar.series import OccurrenceFinder
from netzwerkwandel.sources.calendar.text import calendar_texts
from netzwerkwandel.sources.tally import Tally


icalendar = pytest.importorskip("icalendar")
recurring = pytest.importorskip("recurring_ical_events")

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "calendars"
FIRST, NOW = datetime(1990, 1, 1, tzinfo=UTC), datetime(2026, 11, 1, 0, 0, 1, tzinfo=UTC)
A_DAY_IN_A_ZONE = "a day stays a day there, and is no midnight in the zone that it names"

# Where the two differ, and why what is read here is right.
DIFFERENT = {
    "blalor.ics": "days that were changed are left out of the rule, and the changes still stand",
    "classify.ics": "of two revisions (SEQUENCE) of an event the newer one counts",
    "friday13-NOT.ics": "EXRULE, which the library does not know, takes days out of the rule",
    "google_aus_holidays.ics": A_DAY_IN_A_ZONE + "; and rules that end on a day are followed to it",
    "japan_west.ics": A_DAY_IN_A_ZONE,
    "lotr-updated.ics": "DTSTART is the first occurrence, though the rule ended before it",
    "lotr.ics": "DTSTART is the first occurrence, though the rule ended before it",
    "event_dt_mixed_awareness.ics": "a time that ends in Z is in UTC, whatever zone it names, too",
    "tz_windows_format.ics": "what is known of New Zealand counts, not the file's made-up zone",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real calendars is not here"),
]


def counted(data: bytes, now: datetime) -> Counter[str]:
    """Our occurrences; everybody is invited to everything, or most of it would not be read."""
    data = re.sub(rb"(?im)^(END:VEVENT)", rb"ATTENDEE:mailto:ana@example.org\n\1", data)
    tally = Tally(SourceKind.CALENDAR, "a.ics")
    entries = list(EntryReader(UTC, tally, lambda _: None).entries(calendar_texts(data)))
    finder = OccurrenceFinder(as_of=now, timezone=UTC, tally=tally, size=len(data))
    happened = finder.occurrences(entries, lambda _: None)
    return Counter(
        f"{each.when:%F}" if each.is_all_day else f"{each.when:%F %T}" for each in happened
    )


def counted_by_library(data: bytes, now: datetime) -> Counter[str]:
    starts = [
        event["DTSTART"].dt
        for calendar in icalendar.Calendar.from_ical(data, multiple=True)
        for event in recurring.of(calendar).between(FIRST, now + timedelta(days=1))
    ]
    counts: Counter[str] = Counter()
    for start in starts:
        if not isinstance(start, datetime):
            counts[f"{start:%F}"] += f"{FIRST:%F}" <= f"{start:%F}" <= f"{now:%F}"
        else:
            moment = start.replace(tzinfo=start.tzinfo or UTC).astimezone(UTC)
            counts[f"{moment:%F %T}"] += FIRST <= moment <= now
    return +counts


def test_occurrences_are_those_of_the_library_or_it_is_known_why_not():
    different, compared, refused = set(), 0, 0
    for path in sorted(FOLDER.rglob("*.ics")):
        data = path.read_bytes()
        # Sixty birthdays, every year: the library takes long for what ten years show as well.
        now = NOW if len(data) < 300_000 else NOW.replace(year=2000)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # The library refuses a whole calendar for one broken event, each in another way.
            try:
                theirs = counted_by_library(data, now)
            except Exception:  # noqa: BLE001
                refused += 1
                continue
            ours = counted(data, now)
        compared += 1
        if ours != theirs:
            different.add(path.name)

    assert compared > 200
    assert refused < 70
    assert different == set(DIFFERENT)

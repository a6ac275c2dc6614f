from __future__ import annotations

from netzwerkwandel.sources.calendar.reader import CalendarReader, read_calendar
from netzwerkwandel.sources.calendar.text import looks_like_calendar


__all__ = ["CalendarReader", "looks_like_calendar", "read_calendar"]

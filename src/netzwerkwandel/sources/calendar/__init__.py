from __future__ import annotations

from netzwerkwandel.sources.calendar.reader import looks_like_calendar, read_calendar


__all__ = ["looks_like_calendar", "read_calendar"]

"""Outlook: its calendar as a table, and mails that it has saved."""

from __future__ import annotations

from netzwerkwandel.sources.outlook.calendar import OutlookCalendarReader


__all__ = ["OutlookCalendarReader"]

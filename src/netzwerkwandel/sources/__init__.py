from __future__ import annotations

from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.exports import read_exports
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.reading import Mine, Reading
from netzwerkwandel.sources.vcard import read_vcards


__all__ = [
    "Mine",
    "Reading",
    "SourceFile",
    "read_calendar",
    "read_exports",
    "read_linkedin",
    "read_mail",
    "read_vcards",
]

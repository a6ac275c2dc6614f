from __future__ import annotations

from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.exports import READERS, read_exports
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.reading import OwnerEvidence, Reader, Reading, ReadOptions
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.vcard import read_vcards


__all__ = [
    "READERS",
    "OwnerEvidence",
    "ReadOptions",
    "Reader",
    "Reading",
    "SourceFile",
    "Tally",
    "read_calendar",
    "read_exports",
    "read_linkedin",
    "read_mail",
    "read_vcards",
]

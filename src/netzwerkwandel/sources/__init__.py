from __future__ import annotations

from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.contacts import TableReader
from netzwerkwandel.sources.exports import READERS, read_exports
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.installed import installed_readers
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.reader import ArchiveReader, ReadContext, Reader, Source
from netzwerkwandel.sources.reading import OwnerEvidence, Reading
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.vcard import read_vcards


__all__ = [
    "READERS",
    "ArchiveReader",
    "OwnerEvidence",
    "ReadContext",
    "Reader",
    "Reading",
    "Source",
    "SourceFile",
    "TableReader",
    "Tally",
    "installed_readers",
    "read_calendar",
    "read_exports",
    "read_linkedin",
    "read_mail",
    "read_vcards",
]

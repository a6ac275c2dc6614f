"""Small address books for the tests, and short ways to ask what came out of them."""

from __future__ import annotations

from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.vcard import read_vcards


def card(*lines, version="3.0", name="Ben Okafor"):
    named = [f"FN:{name}"] if name else []
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *named, *lines, "END:VCARD", ""])


def read(*cards):
    data = b"".join(c if isinstance(c, bytes) else c.encode() for c in cards)
    return read_vcards(SourceFile.from_bytes(data, "book.vcf"))


def only(reading):
    (contact,) = reading.contacts
    return contact


def skipped(reading):
    return dict(reading.report.skipped)


def relations(reading):
    return {(tie.a, tie.b): tie.relations for tie in reading.ties}

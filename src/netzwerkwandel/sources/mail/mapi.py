"""The properties by which Outlook describes a mail, in .msg files as in .pst files (MS-OXPROPS)."""

from __future__ import annotations

import importlib
import struct
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from types import ModuleType

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.mail.described import Address, Described
from netzwerkwandel.sources.tools import UNREADABLE


Values = Mapping[int, str | int]

_CLASS, _SUBJECT, _HEADERS, _MESSAGE_ID = 0x001A, 0x0037, 0x007D, 0x1035
_SENDER_NAME, _SENDER_EMAIL, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_SENT, _DELIVERED = 0x0039, 0x0E06
_KIND, _NAME, _EMAIL, _SMTP = 0x0C15, 0x3001, 0x3003, 0x39FE
NEEDED = frozenset(
    [
        *(_CLASS, _SUBJECT, _HEADERS, _MESSAGE_ID, _SENDER_NAME, _SENDER_EMAIL, _SENDER_SMTP),
        *(_SENT, _DELIVERED, _KIND, _NAME, _EMAIL, _SMTP),
    ]
)
"""The numbers of the properties that are read; of the text none is."""

# What the libraries raise where bytes are wrong, found by trying.
BAD_DATA = (
    *UNREADABLE,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    MemoryError,
    RecursionError,
    struct.error,
)

_TO, _CC, _BCC = 1, 2, 3
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def is_mail(values: Values) -> bool:
    """Say whether something of Outlook is a mail, and not an appointment, a contact or a task.

    Examples
    --------
    >>> is_mail({0x001A: "IPM.Note"}), is_mail({0x001A: "IPM.Contact"})
    (True, False)
    """
    kind = str(values.get(_CLASS, "IPM.Note")).upper()
    return kind.startswith(("IPM.NOTE", "IPM.SCHEDULE", "REPORT"))


def kind_by_class(values: Values) -> SkipReason | None:
    """Say whether a mail is a report, an answer to an invitation, or that of somebody's absence."""
    kind = str(values.get(_CLASS, "")).upper()
    by_machine = ("REPORT", "IPM.NOTE.RULES", "IPM.SCHEDULE.MEETING.RESP")
    return SkipReason.AUTOMATIC if kind.startswith(by_machine) else None


def described_by(values: Values, recipients: Iterable[Values]) -> Described:
    """Read the properties of a mail, and those of each who got it.

    Examples
    --------
    >>> mail = described_by(
    ...     {0x0C1A: "Ben Okafor", 0x5D01: "ben@example.org"},
    ...     [{0x0C15: 1, 0x3001: "Mara", 0x39FE: "mara@example.org"}],
    ... )
    >>> mail.sender.header, [each.header for each in mail.to]
    ('"Ben Okafor" <ben@example.org>', ['"Mara" <mara@example.org>'])
    """
    got: dict[int, list[Address]] = {_TO: [], _CC: [], _BCC: []}
    for each in recipients:
        # Flags stand in the upper bits of the kind.
        kind = int(each.get(_KIND, _TO)) & 0xF
        got.get(kind, got[_TO]).append(_address(each, _SMTP, _EMAIL, _NAME))
    sender = _address(values, _SENDER_SMTP, _SENDER_EMAIL, _SENDER_NAME)
    return Described(
        headers=str(values.get(_HEADERS, "")),
        sender=sender if sender.address else None,
        to=tuple(got[_TO]),
        cc=tuple(got[_CC]),
        bcc=tuple(got[_BCC]),
        when=_moment(values.get(_SENT)) or _moment(values.get(_DELIVERED)),
        message_id=str(values.get(_MESSAGE_ID, "")),
        subject=str(values.get(_SUBJECT, ""))[:200],
    )


def _address(values: Values, smtp: int, email: int, name: int) -> Address:
    address = str(values.get(smtp) or values.get(email) or "")
    called = str(values.get(name, ""))
    # Where a name is not known, the address stands in its place, in quotes.
    return Address(address, "" if called.strip("'\"") == address else called)


def _moment(value: str | int | None) -> datetime | None:
    """A time is told in tenths of microseconds since 1601."""
    if not isinstance(value, int) or value <= 0:
        return None
    try:
        return _EPOCH + timedelta(microseconds=value // 10)
    except OverflowError:
        return None


def library(name: str) -> ModuleType | None:
    """Import a library of the extra ``outlook``; None where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None

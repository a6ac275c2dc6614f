"""Text messages and calls that *SMS Backup+* keeps in a mailbox: nobody wrote them as mails."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parseaddr

import attrs

from netzwerkwandel.sources.mail.words import decode_words, header_text
from netzwerkwandel.sources.tools import (
    ME,
    ReadContext,
    Reading,
    SkipReason,
    Talks,
    Tally,
    decode,
    saved_name,
    sender_key,
    skip_sender,
)


_MARK = b"\nX-smssync-"
# A mail that has none of these headers, in small or capital letters, is like others.
MARKS = (b"x-smssync-address", b"x-smssync-datatype")
_HEADERS = re.compile(
    rb"\n(?:X-smssync-(address|type|date|datatype|duration)|(from|to))[ \t]*:[ \t]*"
    rb"([^\n]{0,1000}(?:\n[ \t][^\n]{0,1000})*)",
    re.IGNORECASE,
)
_INCOMING, _OUTGOING = "1", "2"
_CALLS = "CALLLOG"


@attrs.frozen
class BackedUp:
    """What the headers of such a mail tell.

    Parameters
    ----------
    address, name : str
        The number, and as whom the phone had it saved.
    kind : str
        1 for what came, 2 for what was sent; other numbers for drafts, or calls without an answer.
    at : int or None
        The microseconds since 1970.
    is_call : bool
        Whether it is a call.
    seconds : int
        How long it took; 0 where that is not told.
    """

    address: str
    name: str
    kind: str
    at: int | None
    is_call: bool
    seconds: int

    def add_to(self, talks: Talks, at: int) -> None:
        """Make its record, and count it."""
        # Of a call that the owner made only the time it took says that somebody answered.
        is_answered = self.kind == _INCOMING or (self.kind == _OUTGOING and self.seconds > 0)
        if self.is_call and not is_answered:
            talks.tally.skip(SkipReason.MISSED)
            return
        if self.kind not in {_INCOMING, _OUTGOING}:
            talks.tally.skip(SkipReason.DRAFT)
            return
        others = {
            key: address.strip()
            for address in re.split(r"[~;,]", self.address)
            if (key := sender_key(address, self.name))
        }
        if not others:
            skip_sender(talks.tally, self.address, self.name)
            return
        for key, address in others.items():
            name = saved_name(self.name) if len(others) == 1 else ""
            talks.see(key, name, phone=address if key.startswith("tel:") else "")
        other = min(others)
        if self.is_call:
            caller, callee = (ME, other) if self.kind == _OUTGOING else (other, ME)
            figures = "".join(c for c in self.address if c.isdigit())[-8:]
            hours = self.seconds / 3600 if self.seconds else None
            talks.call(at, caller, callee, told=figures or other, hours=hours)
        else:
            members = {ME, *others}
            chat = talks.chat("~".join(sorted(members)), members=members)
            talks.write(chat, ME if self.kind == _OUTGOING else other, at)


def backed_up(lines: bytes) -> BackedUp | None:
    r"""What does a mail of *SMS Backup+* tell? None where it is a mail like others.

    Examples
    --------
    >>> told = backed_up(
    ...     b"\nFrom: Anna <49170@unknown.email>\nX-smssync-address: +491701234567"
    ...     b"\nX-smssync-datatype: SMS\nX-smssync-type: 1\nX-smssync-date: 1710266651000"
    ... )
    >>> told.name, told.kind, told.is_call
    ('Anna', '1', False)
    """
    if lines.find(_MARK) < 0:
        return None
    told: dict[str, str] = {}
    for ours, others, value in _HEADERS.findall(lines):
        told.setdefault((ours or others).decode().lower(), decode(value).strip())
    if "datatype" not in told and "address" not in told:
        return None
    kind, date, lasted = (told.get(name, "") for name in ("type", "date", "duration"))
    other = told.get("to" if kind == _OUTGOING else "from", "")
    return BackedUp(
        address=told.get("address", ""),
        name=parseaddr(decode_words(header_text(other.encode())))[0],
        kind=kind,
        at=int(date) * 1000 if date.isdecimal() and len(date) < 16 else None,
        is_call=told.get("datatype", "").upper() == _CALLS,
        seconds=int(lasted) if lasted.isdecimal() and len(lasted) < 6 else 0,
    )


def texts_and_calls(told: list[BackedUp], tally: Tally, as_of: datetime) -> Reading:
    """Count the text messages and calls of a mailbox, and make their records."""
    talks = Talks(tally, "sms", ReadContext(as_of=as_of))
    for each in told:
        at = talks.moment(each.at)
        if at is not None:
            each.add_to(talks, at)
    return talks.reading()

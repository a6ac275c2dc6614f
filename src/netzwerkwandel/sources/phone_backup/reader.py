"""Calls and text messages, as *SMS Backup & Restore* writes them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.phone_backup.elements import elements
from netzwerkwandel.sources.tools import (
    ME,
    Channel,
    Chats,
    Contact,
    ExportFormatError,
    Happened,
    Key,
    ReadContext,
    Reader,
    Reading,
    SkipReason,
    Source,
    Tally,
    contact_at,
    decode,
    digest,
    microseconds,
    most_used_name,
    saved_name,
    sender_key,
    skip_sender,
    what_there_is,
)


_BEGINS = re.compile(r"(?:\s|<\?[^>]{0,400}\?>|<!--.{0,2000}?-->)*<(?:smses|calls)\b", re.DOTALL)
_KEPT = {
    "sms": ("address", "date", "type", "contact_name"),
    "mms": ("address", "date", "msg_box", "contact_name"),
    "addr": ("address", "type"),
    "call": ("number", "date", "type", "duration", "contact_name"),
    "smses": (),
    "calls": (),
}
_EARLIEST = 631_152_000_000
"""1990, in milliseconds."""
_RECEIVED, _SENT = "1", frozenset(["2", "4", "6"])
_DRAFT = frozenset(["3", "5"])
"""Also what could not be sent."""
_INCOMING, _OUTGOING = "1", "2"
_FROM = "137"
_LAST_FIGURES = 8


class PhoneBackupReader(Reader):
    """Reads backups of a phone's calls and text messages, each file on its own."""

    kind = SourceKind.PHONE

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_phone_backup(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_phone_backup(source, context)


def looks_like_phone_backup(head: bytes) -> bool:
    """Say whether a file is a backup of calls or text messages, by its first bytes.

    Examples
    --------
    >>> looks_like_phone_backup(b'<?xml version="1.0"?><calls count="1">')
    True
    """
    return _BEGINS.match(decode(head[:8192])) is not None


def read_phone_backup(source: Source, context: ReadContext) -> Reading:
    r"""Who called or wrote whom, by this backup of a phone?

    A call that nobody answered is no contact. Senders that are no number of a person (*Vodafone*,
    22122) are nobody, nor is a shop. Of a picture message to several, everybody is in the chat.

    Parameters
    ----------
    source : Source
        One file.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        The contacts are called as the phone's address book has them.

    Raises
    ------
    ExportFormatError
        If nothing of the file can be read.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> xml = b'''<calls><call number="+49 170 1234567" duration="900" date="1710266651000"
    ... type="2" contact_name="Anna Schmidt" /></calls>'''
    >>> source = Source.from_bytes(xml, "calls.xml")
    >>> reading = read_phone_backup(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, reading.interactions[0].duration
    ((Contact('Anna Schmidt'),), 0.25)
    """
    phone = _Phone(Tally(SourceKind.PHONE, source.where), microseconds(context.as_of))
    found = elements(source.file, _KEPT)
    picture: dict[str, str] | None = None
    senders: list[str] = []
    is_one = False
    with what_there_is(phone.tally):
        for name, attributes in found:
            is_one = True
            if name == "call":
                phone.add_call(attributes)
            elif name == "sms":
                phone.add_text(attributes)
            elif name == "mms":
                picture, senders = attributes, []
            elif name == "addr" and attributes.get("type") == _FROM:
                senders.append(attributes.get("address", ""))
            elif name == "/mms" and picture is not None:
                phone.add_picture(picture, senders)
                picture = None
    if not is_one:
        raise ExportFormatError(source.where, "it has no calls and no text messages")
    return phone.reading()


class _Phone:
    """Gathers who called and wrote, and counts what was left out."""

    def __init__(self, tally: Tally, as_of: int) -> None:
        self.tally, self._as_of = tally, as_of
        self._keys: dict[tuple[str, str], Key | None] = {}
        self._called: Counter[tuple[Key, str]] = Counter()
        self._written: dict[Key, str] = {}
        self._texts = Chats("sms")
        self._calls = Happened(Channel.CALL)
        self._number: dict[Key, int] = {ME: 0}
        self._seen: set[Key] = set()
        self._first = self._last = 0

    def add_call(self, told: dict[str, str]) -> None:
        """Add a call, if somebody answered it."""
        address, name, kind = told.get("number", ""), told.get("contact_name", ""), told.get("type")
        at = self._moment(told)
        if at is None:
            return
        seconds = int(told["duration"]) if told.get("duration", "").isdecimal() else 0
        if kind not in {_INCOMING, _OUTGOING} or not seconds:
            self.tally.skip(SkipReason.MISSED)
            return
        other = self._known(address, name)
        if other is None:
            skip_sender(self.tally, address, name)
            return
        key = "call:" + digest(_last_figures(address) or other, str(at), kind)
        if key in self._seen:
            self.tally.skip(SkipReason.DUPLICATE)
            return
        self._seen.add(key)
        who = self._number.setdefault(other, len(self._number))
        sender = who if kind == _INCOMING else 0
        self._calls.add(key, at, [0, who], sender=sender, hours=seconds / 3600)
        self._use(at)

    def add_text(self, told: dict[str, str]) -> None:
        """Add a text message."""
        at, kind = self._moment(told), told.get("type", "")
        if at is not None:
            self._add(at, kind, told, told.get("address", "").split("~"), "")

    def add_picture(self, told: dict[str, str], senders: Sequence[str]) -> None:
        """Add a picture message, or one to several: the backup tells who wrote it below."""
        at, kind = self._moment(told), told.get("msg_box", "")
        if at is not None:
            addresses = told.get("address", "").split("~")
            sender = next((each for each in senders if any(map(str.isdigit, each))), "")
            self._add(at, kind, told, addresses, sender)

    def _add(
        self, at: int, kind: str, told: dict[str, str], addresses: Sequence[str], sender: str
    ) -> None:
        if kind in _DRAFT:
            self.tally.skip(SkipReason.DRAFT)
            return
        names = told.get("contact_name", "").split(", ") if len(addresses) > 1 else []
        if len(names) != len(addresses):
            names = [told.get("contact_name", "") if len(addresses) == 1 else ""] * len(addresses)
        pairs = zip(addresses, names, strict=True)
        others = {each: key for each, name in pairs if (key := self._known(each, name))}
        if kind in _SENT:
            writer: Key | None = ME
        elif len(addresses) == 1:
            writer = others.get(addresses[0])
        else:
            # The sender may be written with the code of the country, and the list without.
            figures = _last_figures(sender)
            writer = next((key for a, key in others.items() if _last_figures(a) == figures), None)
        if kind != _RECEIVED and kind not in _SENT:
            self.tally.broken(
                f"row {self.tally.read + 1}", "it must say whether it was received or sent"
            )
        elif writer is None or not others:
            skip_sender(self.tally, sender or addresses[0], told.get("contact_name", ""))
        else:
            members = {ME, *others.values()}
            chat = self._texts.chat("~".join(sorted(members)), members=members)
            chat.add(writer, at)
            self._use(at)

    def _moment(self, told: dict[str, str]) -> int | None:
        """When it was, in microseconds; None, and counted, where that cannot be used."""
        text = told.get("date", "")
        at = int(text) if text.isdecimal() and len(text) < 16 else 0
        if at < _EARLIEST:
            self.tally.broken(
                f"row {self.tally.read + 1}", "the date cannot be read", SkipReason.NO_DATE
            )
        elif at * 1000 > self._as_of:
            self.tally.skip(SkipReason.FUTURE)
        else:
            return at * 1000
        return None

    def _known(self, address: str, name: str) -> Key | None:
        # Of half a million calls, a few hundred are with somebody else than those before.
        pair = address, name
        if pair not in self._keys:
            self._keys[pair] = sender_key(address, name)
        key = self._keys[pair]
        if key is not None:
            self._called[key, name] += 1
            self._written.setdefault(key, address)
        return key

    def _use(self, at: int) -> None:
        self.tally.read += 1
        self.tally.used += 1
        self._first = min(self._first or at, at)
        self._last = max(self._last, at)

    def reading(self) -> Reading:
        """Make the records, and the report."""
        if self.tally.used:
            self.tally.span(self._first, self._last)
        names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        for (key, called), count in self._called.items():
            if name := saved_name(called):
                names[key][name] += count
        self.tally.addresses.update(self._written)
        calls = self._calls.columns(list(self._number))
        return Reading(
            report=self.tally.report(),
            contacts=[
                self._contact(key, most_used_name(names[key])) for key in sorted(self._written)
            ],
            interactions=self._texts.interactions().joined(calls),
        )

    def _contact(self, key: Key, name: str) -> Contact:
        written = "".join(c for c in self._written[key] if c.isprintable()).strip()
        return attrs.evolve(contact_at(key, written), name=name)


def _last_figures(number: str) -> str:
    """What is the same of a number with and without the code of its country."""
    return "".join(c for c in number if c.isdigit())[-_LAST_FIGURES:]

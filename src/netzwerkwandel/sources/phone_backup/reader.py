"""Calls and text messages, as *SMS Backup & Restore* writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.phone_backup.elements import elements
from netzwerkwandel.sources.tools import (
    ME,
    ExportFormatError,
    Key,
    ReadContext,
    Reader,
    Reading,
    SkipReason,
    Source,
    Talks,
    Tally,
    decode,
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
_RECEIVED, _SENT = "1", frozenset(["2", "4", "6"])
_DRAFT = frozenset(["3", "5"])
"""Also what could not be sent."""
_INCOMING, _OUTGOING = "1", "2"
_FROM = "137"
_LAST_FIGURES = 8
_A_DAY = 86_400


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
    phone = _Phone(Talks(Tally(SourceKind.PHONE, source.where), "sms", context))
    picture: dict[str, str] | None = None
    senders: list[str] = []
    is_one = False
    with what_there_is(phone.tally):
        for name, attributes in elements(source.file, _KEPT):
            is_one = True
            if name == "call":
                phone.add_call(attributes)
            elif name == "sms":
                phone.add_text(attributes, attributes.get("type", ""))
            elif name == "mms":
                picture, senders = attributes, []
            elif name == "addr" and attributes.get("type") == _FROM:
                senders.append(attributes.get("address", ""))
            elif name == "/mms" and picture is not None:
                # The backup tells who wrote it below: a number, or a token for the phone itself.
                sender = next((each for each in senders if any(map(str.isdigit, each))), "")
                phone.add_text(picture, picture.get("msg_box", ""), sender)
                picture = None
    if not is_one:
        raise ExportFormatError(source.where, "it has no calls and no text messages")
    return phone.talks.reading()


@attrs.define
class _Phone:
    """Takes calls and text messages, and counts what was left out."""

    talks: Talks
    keys: dict[tuple[str, str], Key | None] = attrs.field(factory=dict)

    @property
    def tally(self) -> Tally:
        """Where all is counted."""
        return self.talks.tally

    def add_call(self, told: dict[str, str]) -> None:
        """Add a call, if somebody answered it."""
        address, name, kind = told.get("number", ""), told.get("contact_name", ""), told.get("type")
        at = self._moment(told)
        if at is None:
            return
        seconds = int(told["duration"]) if told.get("duration", "").isdecimal() else 0
        if kind not in {_INCOMING, _OUTGOING} or not seconds:
            self.tally.skip(SkipReason.MISSED)
        elif (other := self._known(address, name)) is None:
            skip_sender(self.tally, address, name)
        else:
            caller, callee = (other, ME) if kind == _INCOMING else (ME, other)
            told_by = _last_figures(address) or other
            self.talks.call(at, caller, callee, told=told_by, hours=min(seconds, _A_DAY) / 3600)

    def add_text(self, told: dict[str, str], kind: str, sender: str = "") -> None:
        """Add a text message, or a picture message of somebody to one or several."""
        at, addresses = self._moment(told), told.get("address", "").split("~")
        if at is None:
            return
        if kind in _DRAFT:
            self.tally.skip(SkipReason.DRAFT)
            return
        if kind != _RECEIVED and kind not in _SENT:
            reason = "it must say whether it was received or sent"
            self.tally.broken(f"row {self.tally.read + 1}", reason)
            return
        name = told.get("contact_name", "")
        names = [name] if len(addresses) == 1 else name.split(", ")
        if len(names) != len(addresses):
            names = [""] * len(addresses)
        pairs = zip(addresses, names, strict=True)
        others = {each: key for each, name in pairs if (key := self._known(each, name))}
        writer = ME if kind in _SENT else _writer(addresses, others, sender)
        if writer is None or not others:
            skip_sender(self.tally, sender or addresses[0], name)
        else:
            members = {ME, *others.values()}
            self.talks.write(
                self.talks.chat("~".join(sorted(members)), members=members), writer, at
            )

    def _moment(self, told: dict[str, str]) -> int | None:
        text = told.get("date", "")
        return self.talks.moment(int(text) * 1000 if text.isdecimal() and len(text) < 16 else None)

    def _known(self, address: str, name: str) -> Key | None:
        """The key of whoever has a number, who is seen now; None where it is nobody's."""
        # Of half a million calls, a few hundred are with somebody else than those before.
        pair = address, name
        if pair in self.keys:
            return self.keys[pair]
        self.keys[pair] = key = sender_key(address, name)
        if key is not None:
            written = "".join(c for c in address if c.isprintable()).strip()
            kind = key.partition(":")[0]
            self.talks.see(
                key,
                saved_name(name),
                phone=written if kind == "tel" else "",
                email=written if kind == "mailto" else "",
            )
        return key


def _writer(addresses: Sequence[str], others: Mapping[str, Key], sender: str) -> Key | None:
    """Who wrote a message that came: the only other, or whose number the sender's is."""
    if len(addresses) == 1:
        return others.get(addresses[0])
    # The sender may be written with the code of the country, and the list without.
    figures = _last_figures(sender)
    return next((key for a, key in others.items() if _last_figures(a) == figures), None)


def _last_figures(number: str) -> str:
    """What is the same of a number with and without the code of its country."""
    return "".join(filter(str.isdigit, number))[-_LAST_FIGURES:]

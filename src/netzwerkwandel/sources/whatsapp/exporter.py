"""Chats of WhatsApp in one JSON file, as *WhatsApp-Chat-Exporter* makes it of a phone's backup."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    Chat,
    Json,
    Key,
    ReadContext,
    Reading,
    SkipReason,
    Source,
    Talks,
    Tally,
    account_key,
    decode,
    json_parts,
    phone_key,
    saved_name_key,
    text_of,
    what_there_is,
)
from netzwerkwandel.sources.whatsapp.chat import shown_name


_BEGINS = re.compile(
    r'\s*\{\s*"[\w.+-]{1,60}@(?:s\.whatsapp\.net|g\.us|lid|broadcast|newsletter)"\s*:\s*\{'
)
_NUMBER = re.compile(r"(\d{7,15})(?:[.:]\d+)*@s\.whatsapp\.net")
_GROUP = "@g.us"
_NOBODY = ("@broadcast", "@newsletter")
_MILLISECONDS = 100_000_000_000
"""What is more than so many seconds is milliseconds."""


def looks_like_exporter(head: bytes) -> bool:
    """Say whether a file is such a JSON, by its first bytes.

    Examples
    --------
    >>> looks_like_exporter(b'{"491701234567@s.whatsapp.net": {"name": "Anna", "messages": {')
    True
    """
    return head.lstrip()[:1] == b"{" and _BEGINS.match(decode(head[:400])) is not None


def read_exporter(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom in all chats of a phone, of which this file tells numbers and names?

    Parameters
    ----------
    source : Source
        One file.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        The other of a chat of two has a number for a key; in groups the exporter tells names.

    Raises
    ------
    ExportFormatError
        If it is no JSON.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> text = b'''{"491701234567@s.whatsapp.net": {"name": "Anna", "messages": {
    ... "1": {"from_me": false, "timestamp": 1710266651.0, "meta": false, "sender": null}}}}'''
    >>> source = Source.from_bytes(text, "result.json")
    >>> reading = read_exporter(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, len(reading.interactions)
    ((Contact('Anna'),), 1)
    """
    tally = Tally(SourceKind.WHATSAPP, source.where)
    backup = _Backup(Talks(tally, "whatsapp", context))
    with what_there_is(tally):
        for path, part in json_parts(source.file, "*.messages"):
            backup.take(path, part)
    return backup.talks.reading()


@attrs.define
class _Backup:
    """The parts of a backup as they come: a chat begins, its name, its messages."""

    talks: Talks
    account: str = ""
    name: str = ""
    chat: Chat | None = None
    other: Key | None = None

    def take(self, path: str, part: Json) -> None:
        """Take a part."""
        rest = path.removeprefix(f"{self.account}.") if self.account else ""
        if self.account and rest == "name":
            self.name = text_of(part)
        elif self.account and rest.startswith("messages."):
            self._add(part)
        elif path and not (self.account and rest != path):
            self.account, self.name, self.chat, self.other = path, "", None, None

    def _add(self, part: Json) -> None:
        tally = self.talks.tally
        if not isinstance(part, dict):
            tally.broken(f"row {tally.read + 1}", "a message must be an object")
        elif self.account.endswith(_NOBODY):
            tally.skip(SkipReason.MAILING_LIST)
        elif part.get("meta"):
            tally.skip(SkipReason.AUTOMATIC)
        elif (at := self._moment(part)) is not None:
            sender = self._sender(part)
            if sender is None:
                tally.skip(SkipReason.ANONYMOUS)
                return
            if self.chat is None:
                members = {ME, self.other} if self.other else set()
                is_group = self.account.endswith(_GROUP)
                self.chat = self.talks.chat(self.account, members=members, is_group=is_group)
            self.talks.write(self.chat, sender, at)

    def _moment(self, part: Mapping[str, Json]) -> int | None:
        seconds = part.get("timestamp")
        if not isinstance(seconds, int | float) or isinstance(seconds, bool):
            return self.talks.moment(None)
        if not 0 < seconds < 1e15:
            return self.talks.moment(None)
        return self.talks.moment(int(seconds * (1_000 if seconds > _MILLISECONDS else 1_000_000)))

    def _sender(self, part: Mapping[str, Json]) -> Key | None:
        """Who wrote: the owner, the other of a chat of two, or one of a group by her name."""
        if self.account.endswith(_GROUP):
            if part.get("from_me"):
                return ME
            told = part.get("sender")
            name = text_of(told)
            key = saved_name_key(name)
            if key is not None:
                is_number = key.startswith("tel:")
                called = "" if is_number else shown_name(name)
                self.talks.see(key, called, phone=name if is_number else "")
            return key
        if self.other is None:
            self.other = self._known()
        return ME if part.get("from_me") and self.other else self.other

    def _known(self) -> Key | None:
        found = _NUMBER.fullmatch(self.account)
        number = f"+{found[1]}" if found else ""
        # Since 2025 an account may hide its number behind an id.
        key = phone_key(number) or account_key("whatsapp", self.account)
        if key is not None:
            self.talks.see(key, shown_name(self.name), phone=number)
        return key

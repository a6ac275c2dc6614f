"""Signal: the plain history that its apps export since 2026, ``main.jsonl``."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    Chat,
    ExportFormatError,
    Json,
    Key,
    ReadContext,
    Reader,
    Reading,
    SkipReason,
    Source,
    Talks,
    Tally,
    account_key,
    decode,
    person_name,
    phone_key,
    text_lines,
    what_there_is,
)


# What Signal writes begins with its version, what others write in its form may not.
_BEGINS = re.compile(
    r'\s*\{(?:[^\n]{0,2000}"backupTimeMs"|\s*"(?:account|recipient)"\s*:\s*\{[^\n]{0,4000}\n'
    r'\s*\{\s*"(?:recipient|chat)"\s*:\s*\{)'
)
_MESSAGES = frozenset(
    "standardMessage viewOnceMessage stickerMessage contactMessage voiceMessage giftBadge poll"
    " remoteDeletedMessage adminDeletedMessage viewOnceAddressableMessage".split()
)
_DAY = 86_400


class SignalReader(Reader):
    """Reads the history that Signal exports, each file on its own."""

    kind = SourceKind.SIGNAL

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_signal(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_signal(source, context)


def looks_like_signal(head: bytes) -> bool:
    r"""Say whether a file is a history of Signal, by its first line.

    Examples
    --------
    >>> looks_like_signal(b'{"version":1,"backupTimeMs":"1700000000000"}\n')
    True
    """
    return head.lstrip().startswith(b"{") and _BEGINS.match(decode(head[:4096])) is not None


def read_signal(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom on Signal, and who calls?

    Parameters
    ----------
    source : Source
        One file, with an object on each line.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        Whoever has a number has that key; others have the id that Signal gives an account.

    Raises
    ------
    ExportFormatError
        If there is no line of such a history in it.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> text = b'''{"version":1,"backupTimeMs":"1700000000000"}
    ... {"recipient":{"id":"2","contact":{"e164":"+491701234567","profileGivenName":"Anna"}}}
    ... {"chatItem":{"authorId":"2","dateSent":"1700000000000","incoming":{},"poll":{}}}'''
    >>> source = Source.from_bytes(text, "main.jsonl")
    >>> reading = read_signal(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, len(reading.interactions)
    ((Contact('Anna'),), 1)
    """
    tally = Tally(SourceKind.SIGNAL, source.where)
    history = _History(Talks(tally, "signal", context))
    with what_there_is(tally):
        for number, line in enumerate(text_lines(source.file), 1):
            if not line.strip():
                continue
            try:
                told: Json = json.loads(line)
            except (ValueError, RecursionError):
                tally.broken(f"row {number}", "a line must be a JSON object")
                continue
            if isinstance(told, dict):
                history.take(told, f"row {number}")
    if not history.is_one:
        raise ExportFormatError(source.where, "it has no line of a history of Signal")
    return history.talks.reading()


@attrs.define
class _History:
    """The lines of a history as they come: who there is, their chats, and what was written."""

    talks: Talks
    is_one: bool = False
    me: str = ""
    people: dict[str, Key] = attrs.field(factory=dict)
    groups: set[str] = attrs.field(factory=set)
    nobodies: set[str] = attrs.field(factory=set)
    chats: dict[str, str] = attrs.field(factory=dict)

    def take(self, told: Mapping[str, Json], place: str) -> None:
        """Take a line."""
        if "backupTimeMs" in told:
            self.is_one = True
        elif "account" in told:
            self.is_one = True
            account = _object(told["account"])
            self.talks.see(ME, _name(account.get("givenName"), account.get("familyName")))
        elif "recipient" in told:
            self.is_one = True
            self._add_recipient(_object(told["recipient"]))
        elif "chat" in told:
            chat = _object(told["chat"])
            self.chats[_id(chat.get("id"))] = _id(chat.get("recipientId"))
        elif "chatItem" in told:
            self.is_one = True
            self._add(_object(told["chatItem"]), place)

    def _add_recipient(self, told: Mapping[str, Json]) -> None:
        number, contact = _id(told.get("id")), _Contact(_object(told.get("contact")))
        if "self" in told:
            self.me = number
        elif "group" in told:
            self.groups.add(number)
        elif "contact" not in told:
            # The notes of a release, and a list for stories.
            self.nobodies.add(number)
        elif key := contact.key:
            self.people[number] = key
            aliases = [] if contact.account is None else [contact.account]
            self.talks.see(key, contact.name, phone=contact.phone, aliases=aliases)

    def _add(self, item: Mapping[str, Json], place: str) -> None:
        tally, of = self.talks.tally, self.chats.get(_id(item.get("chatId")), "")
        at = self.talks.moment(_number(item.get("dateSent")) * 1000 or None, place)
        if at is None:
            return
        author = _id(item.get("authorId"))
        is_mine = "outgoing" in item or (author == self.me != "")
        sender = ME if is_mine else self.people.get(author)
        if author in self.nobodies or of in self.nobodies:
            tally.skip(SkipReason.AUTOMATIC)
        elif sender is None:
            tally.skip(SkipReason.ANONYMOUS)
        elif not _MESSAGES.isdisjoint(item):
            self.talks.write(self._chat(item, of, author), sender, at, answers=self._answered(item))
        elif "individualCall" in _object(item.get("updateMessage")):
            self._add_call(
                _object(_object(item["updateMessage"])["individualCall"]), at, of, author
            )
        else:
            tally.skip(SkipReason.AUTOMATIC)

    def _chat(self, item: Mapping[str, Json], of: str, author: str) -> Chat:
        name = _id(item.get("chatId"))
        if of in self.groups:
            return self.talks.chat(f"group:{name}", is_group=True)
        # A history that is cut has no chats: who writes in one of two is known all the same.
        other = self.people.get(of) or self.people.get(author)
        members = {ME, other} if other else {ME}
        return self.talks.chat(f"with:{other or name}", members=members)

    def _answered(self, item: Mapping[str, Json]) -> Key | None:
        message = _object(item.get("standardMessage"))
        quoted = _id(_object(message.get("quote")).get("authorId"))
        return ME if quoted and quoted == self.me else self.people.get(quoted)

    def _add_call(self, call: Mapping[str, Json], at: int, of: str, author: str) -> None:
        other = self.people.get(of) or self.people.get(author)
        if other is None or call.get("state") != "ACCEPTED":
            self.talks.tally.skip(SkipReason.MISSED)
            return
        began, is_mine = at // 1_000_000, call.get("direction") == "OUTGOING"
        ended = _number(call.get("endedCallTimestamp")) // 1000
        hours = (ended - began) / 3600 if began < ended < began + _DAY else None
        self.talks.call(at, *((ME, other) if is_mine else (other, ME)), told=other, hours=hours)


@attrs.frozen
class _Contact:
    """Somebody, as the history tells of her."""

    told: Mapping[str, Json]

    @property
    def phone(self) -> str:
        """Her number; empty where it is not told, or is none."""
        number = _id(self.told.get("e164"))
        # As a number of 64 bits it has no plus.
        number = number if number.startswith("+") or not number else f"+{number}"
        return number if phone_key(number) else ""

    @property
    def account(self) -> Key | None:
        """The id of an account, which is the same in every export: 16 bytes in base 64."""
        try:
            raw = base64.b64decode(_id(self.told.get("aci")), validate=True)
        except (binascii.Error, ValueError):
            return None
        return account_key("signal", raw.hex()) if raw else None

    @property
    def key(self) -> Key | None:
        """Her key: her number, else her account."""
        return phone_key(self.phone) or self.account

    @property
    def name(self) -> str:
        """How she is called: as the owner saved her, else as she calls herself."""
        told, nickname = self.told, _object(self.told.get("nickname"))
        names = (
            _name(nickname.get("given"), nickname.get("family")),
            _name(told.get("systemGivenName"), told.get("systemFamilyName")),
            _name(told.get("profileGivenName"), told.get("profileFamilyName")),
            _name(told.get("username"), None),
        )
        return next(filter(None, names), "")


def _object(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}


def _id(value: Json) -> str:
    """An id or a number of 64 bits, which stands as a text."""
    return str(value) if isinstance(value, int | str) else ""


def _number(value: Json) -> int:
    text = _id(value)
    return int(text) if text.isdecimal() and len(text) < 17 else 0


def _name(given: Json, family: Json) -> str:
    parts = (part for part in (given, family) if isinstance(part, str))
    return person_name(" ".join(parts))

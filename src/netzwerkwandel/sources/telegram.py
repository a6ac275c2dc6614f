"""Telegram: the ``result.json`` that its desktop program exports, of all chats or of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    Chat,
    Json,
    Key,
    ReadContext,
    Reader,
    Reading,
    Relation,
    SkipReason,
    Source,
    Talks,
    Tally,
    Tie,
    account_key,
    decode,
    json_parts,
    microseconds,
    person_name,
    phone_key,
    text_of,
    what_there_is,
)


_BEGINS = re.compile(
    r'\s*\{.{0,4000}?"(?:(?:personal_information|chats)"\s*:\s*\{|type"\s*:\s*"(?:personal_chat'
    r'|(?:private|public)_(?:super)?group|(?:private|public)_channel|bot_chat|saved_messages)")',
    re.DOTALL,
)
_CHATS = ("chats.list", "left_chats.list")
_SKIPPED = {
    "bot_chat": SkipReason.AUTOMATIC,
    "verification_codes": SkipReason.AUTOMATIC,
    "replies": SkipReason.AUTOMATIC,
    "saved_messages": SkipReason.NOBODY_ELSE,
    "private_channel": SkipReason.MAILING_LIST,
    "public_channel": SkipReason.MAILING_LIST,
}
_PERSONAL = "personal_chat"
_LATEST_IDS = 50_000
"""Of a chat so many messages can be answered."""


class TelegramReader(Reader):
    """Reads what Telegram Desktop exports as JSON, each file on its own."""

    kind = SourceKind.TELEGRAM

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_telegram(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_telegram(source, context)


def looks_like_telegram(head: bytes) -> bool:
    r"""Say whether a file is an export of Telegram, by its first bytes.

    Examples
    --------
    >>> looks_like_telegram(b'{\n "name": "Anna",\n "type": "personal_chat",\n "id": 2')
    True
    """
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and (
        _BEGINS.match(decode(head[:8192])) is not None
    )


def read_telegram(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom in these chats of Telegram, and who calls?

    The file may be as large as it is: a message at a time is looked at. Channels and bots are
    nobody. An export of one chat does not say whose it is: of two, the other is who it is with.

    Parameters
    ----------
    source : Source
        One file.
    context : ReadContext
        The zone in which the program ran, for exports of before 2022, and the moment of reading.

    Returns
    -------
    Reading
        The contacts are called as Telegram shows them.

    Raises
    ------
    ExportFormatError
        If it is no JSON.

    Examples
    --------
    >>> from datetime import UTC
    >>> text = b'''{"name": "Anna", "type": "personal_chat", "id": 2, "messages": [{"id": 1,
    ... "type": "message", "date_unixtime": "1710266651", "from": "Anna", "from_id": "user2"}]}'''
    >>> source = Source.from_bytes(text, "result.json")
    >>> reading = read_telegram(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, len(reading.interactions)
    ((Contact('Anna'),), 1)
    """
    tally = Tally(SourceKind.TELEGRAM, source.where)
    export = _Export(Talks(tally, "telegram", context), context)
    into = [f"{where}.*.messages" for where in _CHATS]
    with what_there_is(tally):
        for path, part in json_parts(source.file, "messages", *into):
            export.take(path, part)
    export.end_chat()
    return export.talks.reading(export.ties)


@attrs.define
class _Export:
    """The parts of an export as they come, and the chat that they are of."""

    talks: Talks
    context: ReadContext
    me: Key = ""
    ties: list[Tie] = attrs.field(factory=list)
    told: dict[str, Json] = attrs.field(factory=dict)
    chat: Chat | None = None
    senders: dict[object, Key] = attrs.field(factory=dict)
    writers: set[Key] = attrs.field(factory=set)

    def take(self, path: str, part: Json) -> None:
        """Take a part: something about the export, a new chat, something about it, a message."""
        within = next((f"{where}.*" for where in _CHATS if path.startswith(f"{where}.*")), "")
        name = path[len(within) :].lstrip(".")
        if within and not name:
            self.end_chat()
        elif name == "personal_information" and isinstance(part, dict):
            self.me = _user(part.get("user_id")) or ""
            number, account = text_of(part.get("phone_number")), [self.me] if self.me else []
            phone = number if phone_key(number) else ""
            self.talks.see(ME, _full_name(part), phone=phone, aliases=account)
        elif name == "contacts" and isinstance(part, dict):
            self._add_contacts(part.get("list"))
        elif name in {"name", "type", "id"}:
            self.told[name] = part
        elif name == "messages.*":
            self._add(part)

    def end_chat(self) -> None:
        """End with the chat before: what comes is of another."""
        if not self.me and self.writers and self.told.get("type") != _PERSONAL:
            self.talks.may_be_owner(self.writers)
        self.told, self.chat, self.senders, self.writers = {}, None, {}, set()

    def _add_contacts(self, listed: Json) -> None:
        for each in listed if isinstance(listed, list) else ():
            if not isinstance(each, dict):
                continue
            number = text_of(each.get("phone_number"))
            key = _user(each.get("user_id")) or phone_key(number)
            name = _full_name(each)
            if key is None or not (name or number):
                self.talks.tally.skip(SkipReason.ANONYMOUS)
                continue
            self.talks.see(key, name, phone=number if phone_key(number) else "")
            self.ties.append(Tie(a=ME, b=key, relations=[Relation.ACQUAINTANCE]))
            self.talks.tally.use()

    def _add(self, part: Json) -> None:
        tally, kind = self.talks.tally, text_of(self.told.get("type"))
        if not isinstance(part, dict):
            tally.broken(f"row {tally.read + 1}", "a message must be an object")
        elif kind in _SKIPPED:
            tally.skip(_SKIPPED[kind])
        elif part.get("type") == "service" and part.get("action") != "phone_call":
            tally.skip(SkipReason.AUTOMATIC)
        elif (at := self.talks.moment(self._when(part))) is not None:
            is_call = part.get("type") == "service"
            sender = self._who(part.get("actor_id" if is_call else "from_id"))
            name = person_name(text_of(part.get("actor" if is_call else "from")))
            if sender is None or (sender != ME and not name):
                tally.skip(SkipReason.ANONYMOUS)
                return
            self.talks.see(sender, "" if sender == ME else name)
            if is_call:
                self._add_call(part, at, sender)
            else:
                self._add_message(part, at, sender)

    def _add_message(self, part: Mapping[str, Json], at: int, sender: Key) -> None:
        if self.chat is None:
            is_group = self.told.get("type") != _PERSONAL
            members = {ME, self._other} if not is_group and self._other else set()
            if members:
                self.talks.see(self._other, person_name(text_of(self.told.get("name"))))
            self.chat = self.talks.chat(str(self._id), members=members, is_group=is_group)
        if len(self.senders) > _LATEST_IDS:
            self.senders.clear()
        answers = self.senders.get(_number(part.get("reply_to_message_id")))
        self.senders[_number(part.get("id"))] = sender
        self.writers.add(sender)
        self.talks.write(self.chat, sender, at, answers=answers)

    def _add_call(self, part: Mapping[str, Json], at: int, caller: Key) -> None:
        seconds, other = _number(part.get("duration_seconds")), self._other
        if not seconds or not other:
            self.talks.tally.skip(SkipReason.MISSED)
            return
        self.talks.see(other, person_name(text_of(self.told.get("name"))))
        callee = other if caller == ME else ME
        self.talks.call(at, caller, callee, told=other, hours=seconds / 3600)

    @property
    def _id(self) -> int | str:
        return _number(self.told.get("id")) or text_of(self.told.get("name"))

    @property
    def _other(self) -> Key:
        """With whom a chat of two is: its id is hers."""
        return _user(self.told.get("id")) or "" if self.told.get("type") == _PERSONAL else ""

    def _who(self, user: Json) -> Key | None:
        key = _user(user)
        is_mine = key == self.me or (self._other and key != self._other)
        return ME if key is not None and is_mine else key

    def _when(self, part: Mapping[str, Json]) -> int | None:
        seconds = _number(part.get("date_unixtime"))
        if seconds:
            return seconds * 1_000_000
        # Before 2022 there was only the time on the clock of the machine.
        try:
            local = datetime.fromisoformat(text_of(part.get("date")))
            return microseconds(local.replace(tzinfo=self.context.timezone))
        except (ValueError, OverflowError):
            return None


def _number(value: Json) -> int:
    """A whole number, as such or as a text; 0 where it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 1 << 62 else 0
    text = text_of(value)
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _user(value: Json) -> Key | None:
    """The key of a user: "user123", or 123 in exports of before 2021; None of a channel."""
    number = _number(text_of(value).removeprefix("user")) or _number(value)
    return account_key("telegram", f"user{number}") if number > 0 else None


def _full_name(told: Mapping[str, Json]) -> str:
    return person_name(f"{text_of(told.get('first_name'))} {text_of(told.get('last_name'))}")

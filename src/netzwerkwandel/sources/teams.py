"""Microsoft Teams and Skype: the ``messages.json`` that both hand out, in one and the same form."""

from __future__ import annotations

import json
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
    SkipReason,
    Source,
    Talks,
    Tally,
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
    r'\s*\{(?:\s*"userId"\s*:\s*"[^"]{0,300}"\s*,\s*"exportDate"\s*:'
    r'|.{0,30000}?"MessageList"\s*:\s*\[)',
    re.DOTALL,
)
_WITHIN = "conversations.*"
# A chat with her is called "8:live:anna", and "19:one_other@unq.gbl.spaces" in a company.
_OF_TWO_IDS = re.compile(r"19:([0-9a-f-]{36})_([0-9a-f-]{36})@unq\.gbl\.spaces")
_PEOPLE = ("8:", "4:", "1:", "2:")
_OF_ONESELF = "48:"
_CALL = "Event/Call"
_SECONDS = re.compile(r"<duration>(\d{1,6})(?:\.\d*)?</duration>")


class TeamsReader(Reader):
    """Reads what Microsoft Teams and Skype export, each file on its own."""

    kind = SourceKind.TEAMS

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_teams(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_teams(source, context)


def looks_like_teams(head: bytes) -> bool:
    r"""Say whether a file is an export of Teams or Skype, by its first bytes.

    Examples
    --------
    >>> looks_like_teams(b'{"userId": "8:live:mara", "exportDate": "2024-03-12T10:00",')
    True
    """
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and (
        _BEGINS.match(decode(head)) is not None
    )


def read_teams(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom in Teams or Skype, and who calls?

    Parameters
    ----------
    source : Source
        One file, which says whose it is.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        The contacts are called as the export shows them; who is in a group and never wrote is not
        named in it.

    Raises
    ------
    ExportFormatError
        If it is no JSON.

    Examples
    --------
    >>> from datetime import UTC
    >>> text = b'''{"userId": "8:live:mara", "conversations": [{"id": "8:live:anna",
    ... "displayName": "Anna", "MessageList": [{"from": "8:live:anna", "messagetype": "Text",
    ... "displayName": "Anna", "originalarrivaltime": "2024-03-12T18:04:11Z"}]}]}'''
    >>> source = Source.from_bytes(text, "messages.json")
    >>> reading = read_teams(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, reading.interactions[0].participants
    ((Contact('Anna'),), ('me:', 'teams:8:live:anna'))
    """
    tally = Tally(SourceKind.TEAMS, source.where)
    export = _Export(Talks(tally, "teams", context))
    with what_there_is(tally):
        for path, part in json_parts(source.file, f"{_WITHIN}.MessageList"):
            export.take(path, part)
    export.end_chat()
    return export.talks.reading()


@attrs.define
class _Export:
    """The parts of an export as they come, and the chat that they are of."""

    talks: Talks
    me: str = ""
    told: dict[str, Json] = attrs.field(factory=dict)
    chat: Chat | None = None
    writers: set[Key] = attrs.field(factory=set)
    named: set[Key] = attrs.field(factory=set)

    def take(self, path: str, part: Json) -> None:
        """Take a part: whose export it is, a new chat, something about it, a message."""
        name = path.removeprefix(f"{_WITHIN}.")
        if path == "userId":
            self.me = text_of(part)
        elif path == _WITHIN:
            self.end_chat()
        elif name == "MessageList.*":
            self._add(part)
        elif name in {"id", "displayName", "threadProperties"}:
            self.told[name] = part

    def end_chat(self) -> None:
        """End with the chat before: what comes is of another."""
        if not self.me and self.writers:
            self.talks.may_be_owner(self.writers)
        self.told, self.chat, self.writers = {}, None, set()

    def _add(self, part: Json) -> None:
        tally = self.talks.tally
        if not isinstance(part, dict):
            tally.broken(f"row {tally.read + 1}", "a message must be an object")
            return
        # "https://.../contacts/8:live:anna" in older exports.
        account, kind = (
            text_of(part.get("from")).rpartition("/")[2],
            text_of(part.get("messagetype")),
        )
        is_of_service = kind != _CALL and not kind.startswith(("Text", "RichText", "Poll"))
        if is_of_service or not account.startswith(_PEOPLE):
            tally.skip(SkipReason.AUTOMATIC)
        elif text_of(self.told.get("id")).startswith(_OF_ONESELF):
            tally.skip(SkipReason.NOBODY_ELSE)
        elif (at := self._moment(part)) is not None:
            sender, members = self._key(account), self._members()
            name = person_name(text_of(part.get("displayName")))
            if sender in members and not name and sender != ME and len(members) == 2:
                name = person_name(text_of(self.told.get("displayName")))
            if sender is None or (sender != ME and not name and sender not in self.named):
                tally.skip(SkipReason.ANONYMOUS)
                return
            self._see(sender, name)
            if kind == _CALL:
                self._add_call(part, at, sender, members)
                return
            self.writers.add(sender)
            self.talks.write(self._chat(members), sender, at)

    def _moment(self, part: Mapping[str, Json]) -> int | None:
        try:
            when = datetime.fromisoformat(text_of(part.get("originalarrivaltime")))
            at = microseconds(when) if when.tzinfo else None
        except (ValueError, OverflowError):
            at = None
        return self.talks.moment(at)

    def _add_call(self, part: Mapping[str, Json], at: int, caller: Key, members: set[Key]) -> None:
        """Add a call of two: the entry of its end tells how long it was."""
        seconds = max(map(int, _SECONDS.findall(text_of(part.get("content"))[:10_000])), default=0)
        others = members - {caller}
        if not seconds or len(others) != 1:
            self.talks.tally.skip(SkipReason.MISSED)
            return
        other = min(others)
        self._see(other, person_name(text_of(self.told.get("displayName"))))
        self.talks.call(at, caller, other, hours=seconds / 3600)

    def _chat(self, members: set[Key]) -> Chat:
        if self.chat is None:
            if len(members) == 2 and ME in members:
                for other in members - {ME}:
                    self._see(other, person_name(text_of(self.told.get("displayName"))))
            is_group = len(members) > 2
            number = text_of(self.told.get("id"))
            known = () if is_group else members
            self.chat = self.talks.chat(number, members=known, is_group=is_group)
        return self.chat

    def _see(self, key: Key, name: str) -> None:
        # Her own name stands nowhere, and a chat of two is called as the other is.
        if key != ME and name:
            self.named.add(key)
            phone = key.removeprefix("tel:") if key.startswith("tel:") else ""
            self.talks.see(key, name, phone=phone)

    def _members(self) -> set[Key]:
        """Who is in this chat, as far as it is told."""
        number, properties = text_of(self.told.get("id")), self.told.get("threadProperties")
        if number.startswith(_PEOPLE):
            accounts = [self.me, number]
        elif found := _OF_TWO_IDS.fullmatch(number):
            accounts = [f"8:orgid:{each}" for each in found.groups()]
        else:
            listed = properties.get("members") if isinstance(properties, dict) else None
            # It is a list that is written as a text.
            try:
                listed = json.loads(listed) if isinstance(listed, str) else listed
            except (ValueError, RecursionError):
                listed = None
            listed = listed if isinstance(listed, list) else []
            accounts = [self.me, *(each for each in listed if isinstance(each, str))]
        return {key for each in accounts if (key := self._key(each)) is not None}

    def _key(self, account: str) -> Key | None:
        if account and account == self.me:
            return ME
        return phone_key(account[2:]) if account.startswith("4:") else account_key("teams", account)

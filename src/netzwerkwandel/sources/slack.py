"""Slack: the export of a workspace, a folder for each channel and in it a file for each day."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ArchiveReader,
    Chat,
    ExportFormatError,
    Json,
    Key,
    ReadContext,
    Reading,
    SkipReason,
    Source,
    SourceFile,
    Talks,
    Tally,
    account_key,
    decode,
    email_key,
    json_parts,
    person_name,
    text_of,
    what_there_is,
)


_BEGINS = re.compile(
    r'\s*\[\s*\{(?:.{0,30000}?"ts"\s*:\s*"\d{9,10}\.\d{6}"'
    r'|\s*"id"\s*:\s*"[CDGUW][A-Z0-9]*"\s*,.{0,30000}?"(?:real_name|members)"\s*:)',
    re.DOTALL,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\.json")
_TWO = re.compile(r"D[A-Z0-9]{6,}")
_TS = re.compile(r"(\d{9,10})(?:\.(\d{1,6}))?")
# A message of another subtype says that somebody came, left, or named the channel.
_WRITTEN = ("", "thread_broadcast", "me_message", "file_share")


class SlackReader(ArchiveReader):
    """Reads exports of Slack, all channels of a workspace together: one file says who is who."""

    kind = SourceKind.SLACK

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_slack(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str | None:
        above = file.folder.rpartition("/")[0] if _DAY.fullmatch(file.name) else ""
        return above or file.folder or file.where

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_slack(source, context)


def looks_like_slack(head: bytes) -> bool:
    r"""Say whether a file is of an export of Slack, by its first bytes.

    Examples
    --------
    >>> looks_like_slack(b'[{"type": "message", "user": "U1", "ts": "1710266651.000100"')
    True
    """
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"[") and (
        _BEGINS.match(decode(head)) is not None
    )


def read_slack(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom in a workspace of Slack?

    A channel is a group. Bots are nobody, and of a workspace only those are told who wrote, or whom
    a direct message is with. Nothing says who had it exported: she who has most direct messages.

    Parameters
    ----------
    source : Source
        The files of one export: who is there, which channels, and of each channel its days.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        People are found again by their mail addresses, where the export has them.

    Raises
    ------
    ExportFormatError
        If nothing of it can be read.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> text = b'''[{"type": "message", "user": "U1", "ts": "1710266651.000100",
    ... "user_profile": {"real_name": "Anna Schmidt"}}]'''
    >>> source = Source.from_bytes(text, "general/2024-03-12.json")
    >>> reading = read_slack(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, str(reading.report.first)
    ((Contact('Anna Schmidt'),), '2024-03-12 18:04:11.000100+00:00')
    """
    tally = Tally(SourceKind.SLACK, source.where)
    export = _Export(Talks(tally, "slack", context))
    # Who is who, and who is in a direct message, is told in other files than what they wrote.
    for file in sorted(source.files, key=lambda file: _DAY.fullmatch(file.name) is not None):
        export.begin(file.folder.rpartition("/")[2])
        try:
            with what_there_is(tally, file.name):
                for path, part in json_parts(file):
                    if path:
                        export.take(part)
        except ExportFormatError as error:
            tally.problem(file.name, error.reason)
    if tally.problems and not tally.read and not export.users:
        raise ExportFormatError(source.where, tally.problems[0].reason)
    return export.reading()


@attrs.frozen
class _User:
    key: Key
    name: str
    email: str
    is_bot: bool


@attrs.define
class _Export:
    """The parts of an export as they come, and the channel that they are of."""

    talks: Talks
    users: dict[str, _User] = attrs.field(factory=dict)
    channels: dict[str, tuple[str, list[str]]] = attrs.field(factory=dict)
    folder: str = ""
    chat: Chat | None = None
    writers: dict[str, set[Key]] = attrs.field(factory=dict)

    def begin(self, folder: str) -> None:
        """Begin with a file, of this folder."""
        self.folder, self.chat = folder, None

    def take(self, part: Json) -> None:
        """Take a part of it: somebody, a channel, or a message."""
        if not isinstance(part, dict):
            self.talks.tally.broken(
                f"row {self.talks.tally.read + 1}", "a message must be an object"
            )
        elif "ts" in part:
            self._add(part)
        elif isinstance(listed := part.get("members"), list):
            number, name = text_of(part.get("id")), text_of(part.get("name"))
            members = [each for each in listed if isinstance(each, str)]
            self.channels[name or number] = self.channels[number] = number, members
        elif (user := _user(part)) is not None:
            self.users[text_of(part.get("id"))] = user

    def reading(self) -> Reading:
        """Make the records."""
        for writers in self.writers.values():
            self.talks.may_be_owner(writers)
        return self.talks.reading()

    def _add(self, part: Mapping[str, Json]) -> None:
        tally, number = self.talks.tally, text_of(part.get("user"))
        if text_of(part.get("subtype")) not in _WRITTEN or part.get("bot_id"):
            tally.skip(SkipReason.AUTOMATIC)
        elif (at := self._moment(part)) is not None:
            told = part.get("user_profile")
            if number not in self.users and isinstance(told, dict):
                # Whoever is of another company is told with the message alone.
                guest = _user({"id": number, "profile": told})
                self.users.update({} if guest is None else {number: guest})
            sender = self.users.get(number)
            if sender is None or sender.is_bot:
                tally.skip(SkipReason.ANONYMOUS if sender is None else SkipReason.AUTOMATIC)
                return
            chat = self._chat()
            if self.folder in self.writers:
                self.writers[self.folder].add(sender.key)
            asked = self.users.get(text_of(part.get("parent_user_id")))
            answers = None if asked is None or asked.is_bot else self._seen(asked)
            self.talks.write(chat, self._seen(sender), at, answers=answers)

    def _moment(self, part: Mapping[str, Json]) -> int | None:
        found = _TS.fullmatch(text_of(part.get("ts")))
        if found is None:
            return self.talks.moment(None)
        return self.talks.moment(int(found[1]) * 1_000_000 + int((found[2] or "").ljust(6, "0")))

    def _chat(self) -> Chat:
        if self.chat is None:
            number, listed = self.channels.get(self.folder, ("", []))
            is_of_two = _TWO.fullmatch(number or self.folder) is not None
            members: set[Key] = set()
            if is_of_two or self.folder.startswith("mpdm-"):
                people = (user for each in listed if (user := self.users.get(each)))
                members = {self._seen(user) for user in people if not user.is_bot}
                self.writers.setdefault(self.folder, set()).update(members)
            self.chat = self.talks.chat(
                number or self.folder, members=members, is_group=not is_of_two
            )
        return self.chat

    def _seen(self, user: _User) -> Key:
        self.talks.see(user.key, user.name, email=user.email)
        return user.key


def _user(told: Mapping[str, Json]) -> _User | None:
    """Somebody in the list of a workspace; None who has no name."""
    number, profile = text_of(told.get("id")), told.get("profile")
    profile = profile if isinstance(profile, dict) else {}
    address = text_of(profile.get("email"))
    email = email_key(address)
    key = email or account_key("slack", number)
    called = (text_of(each.get("real_name")) for each in (profile, told))
    name = person_name(next(filter(None, called), "") or text_of(told.get("name")))
    if key is None or not name:
        return None
    is_bot = bool(told.get("is_bot")) or number == "USLACKBOT"
    return _User(key, name, address if email else "", is_bot)

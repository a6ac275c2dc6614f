"""Discord: the data package, which has one's own messages and whom they were written to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    ArchiveReader,
    Chat,
    ExportFormatError,
    Heading,
    Json,
    Key,
    ReadContext,
    Reading,
    Relation,
    SkipReason,
    Source,
    SourceFile,
    Talks,
    Tally,
    Tie,
    account_key,
    body,
    decode,
    json_parts,
    microseconds,
    person_name,
    text_of,
    what_there_is,
)


LARGEST_TABLE = 200_000_000

_TABLE = Heading(index=0, columns=("ID", "Timestamp", "Contents", "Attachments"))
_WITH = "Direct Message with "
_BEGINS = re.compile(
    r'\s*(?:ID,Timestamp,Contents\b|\[\s*\{\s*"ID"\s*:\s*"?\d+"?\s*,\s*"Timestamp"'
    r'|\{\s*"id"\s*:\s*"\d+"\s*,\s*(?:"type"\s*:\s*(?:\d+|"[A-Z_]+")\s*[,}]|"username"\s*:)'
    r'|\{(?:\s*"\d+"\s*:\s*(?:null|"(?:[^"\\]|\\.){0,500}")\s*,)*?'
    r'\s*"\d+"\s*:\s*"Direct Message with )'
)
_OF_A_CHANNEL = re.compile(r"c?\d+")
# "anna#0" since 2023, "Anna#1234" before.
_NUMBER = re.compile(r"#\d{1,4}$")
_NOBODY = re.compile(r"unknown participant|deleted user.*", re.IGNORECASE)
_OF_TWO = (1, "DM")
_FRIEND = (1, "FRIEND")


class DiscordReader(ArchiveReader):
    """Reads data packages of Discord, all files of one together."""

    kind = SourceKind.DISCORD

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_discord(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str | None:
        # "Messages/c123/channel.json", "Messages/index.json", "Account/user.json".
        above, _, last = file.folder.rpartition("/")
        folder = above if _OF_A_CHANNEL.fullmatch(last) else file.folder
        return folder.rpartition("/")[0] or folder or file.where

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_discord(source, context)


def looks_like_discord(head: bytes) -> bool:
    r"""Say whether a file is of a data package of Discord, by its first bytes.

    Examples
    --------
    >>> looks_like_discord(b'{"id": "123", "type": "DM", "recipients": ["1", "2"]}')
    True
    """
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[", b"ID,")) and (
        _BEGINS.match(decode(head)) is not None
    )


def read_discord(source: Source, context: ReadContext) -> Reading:
    r"""To whom does she write on Discord, and who is a friend there?

    A package has her own messages alone, so only direct messages tell whom they were for: those to
    groups and servers are counted and left out.

    Parameters
    ----------
    source : Source
        The files of one package.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        People are known by their user names; friends are acquaintances.

    Raises
    ------
    ExportFormatError
        If nothing of it can be read.

    Examples
    --------
    >>> files = {
    ...     "messages/index.json": b'{"123": "Direct Message with anna#0"}',
    ...     "messages/c123/channel.json": b'{"id": "123", "type": 1, "recipients": ["1", "2"]}',
    ...     "messages/c123/messages.json": b'[{"ID": 1, "Timestamp": "2024-03-12 18:04:11"}]',
    ... }
    >>> source = Source([SourceFile.from_bytes(files[name], name) for name in files], "package")
    >>> reading = read_discord(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, reading.interactions[0].participants
    ((Contact('anna'),), ('discord:anna', 'me:'))
    """
    package = _Package(Talks(Tally(SourceKind.DISCORD, source.where), "discord", context))
    tally = package.talks.tally
    # With whom a channel is, is told in other files than what was written in it.
    for file in sorted(source.files, key=lambda file: file.name.startswith("messages.")):
        package.begin(file.folder)
        try:
            with what_there_is(tally, file.name):
                for path, part in _parts(file):
                    package.take(path, part)
        except ExportFormatError as error:
            tally.problem(file.name, error.reason)
        package.end()
    if tally.problems and not tally.read and not package.channels:
        raise ExportFormatError(source.where, tally.problems[0].reason)
    return package.talks.reading(package.ties)


def _parts(file: SourceFile) -> Iterator[tuple[str, Json]]:
    """The parts of a file: in older packages the messages of a channel are a table, and no JSON."""
    if not file.head(20).lstrip(b"\xef\xbb\xbf").startswith(b"ID,"):
        yield from json_parts(file, "relationships")
        return
    text = decode(file.read(LARGEST_TABLE))
    for row, _ in body(text, _TABLE, cut={"Contents"}):
        yield "*", {name: row[name] for name in ("ID", "Timestamp")}


@attrs.define
class _Package:
    """The parts of a package as they come."""

    talks: Talks
    ties: list[Tie] = attrs.field(factory=list)
    index: dict[str, str] = attrs.field(factory=dict)
    friends: dict[str, str] = attrs.field(factory=dict)
    channels: dict[str, Mapping[str, Json]] = attrs.field(factory=dict)
    folder: str = ""
    told: dict[str, Json] = attrs.field(factory=dict)
    chat: Chat | None = None

    def begin(self, folder: str) -> None:
        """Begin with a file."""
        self.folder, self.told, self.chat = folder, {}, None

    def take(self, path: str, part: Json) -> None:
        """Take a part of it."""
        if path == "*":
            self._add(part)
        elif path == "relationships.*":
            self._add_friend(part)
        elif path.isdecimal():
            self.index[path] = text_of(part)
        elif path in {"id", "type", "recipients", "username", "global_name"}:
            self.told[path] = part

    def end(self) -> None:
        """End with a file: of a channel, or of the owner's account."""
        if "type" in self.told:
            self.channels[self.folder] = self.told
        elif "username" in self.told:
            account = _key(text_of(self.told.get("username")))
            self.talks.see(ME, _called(self.told), aliases=[account] if account else [])

    def _add_friend(self, part: Json) -> None:
        told = part if isinstance(part, dict) else {}
        user = told.get("user")
        user = user if isinstance(user, dict) else {}
        key = _key(text_of(user.get("username")))
        if key is None:
            self.talks.tally.skip(SkipReason.ANONYMOUS)
        elif told.get("type") not in _FRIEND:
            self.talks.tally.skip(SkipReason.UNANSWERED)
        else:
            self.friends[text_of(user.get("id"))] = text_of(user.get("username"))
            self.talks.see(key, _called(user))
            self.ties.append(Tie(a=ME, b=key, relations=[Relation.ACQUAINTANCE]))
            self.talks.tally.use()

    def _add(self, part: Json) -> None:
        tally = self.talks.tally
        if not isinstance(part, dict):
            tally.broken(f"row {tally.read + 1}", "a message must be an object")
        elif (at := self._moment(part)) is not None:
            channel = self.channels.get(self.folder, {})
            if channel.get("type") not in _OF_TWO:
                tally.skip(SkipReason.NOT_A_PERSON)
                return
            name = self._other(channel)
            key = _key(name)
            if key is None:
                tally.skip(SkipReason.ANONYMOUS)
                return
            if self.chat is None:
                self.talks.see(key, person_name(name))
                self.chat = self.talks.chat(key, members={ME, key})
            self.talks.write(self.chat, ME, at)

    def _moment(self, part: Mapping[str, Json]) -> int | None:
        """A moment is one in UTC, with or without a zone."""
        try:
            when = datetime.fromisoformat(text_of(part.get("Timestamp")))
            at = microseconds(when if when.tzinfo else when.replace(tzinfo=UTC))
        except (ValueError, OverflowError):
            at = None
        return self.talks.moment(at)

    def _other(self, channel: Mapping[str, Json]) -> str:
        """The user name of whoever a direct message is with; empty where it is not known."""
        called = self.index.get(text_of(channel.get("id")), "")
        if called.startswith(_WITH):
            return _NUMBER.sub("", called.removeprefix(_WITH))
        listed = channel.get("recipients")
        known = (
            [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
        )
        names = [self.friends[each] for each in known if each in self.friends]
        return names[0] if len(names) == 1 else ""


def _key(name: str) -> Key | None:
    """The key of a user name, which nobody else has; None of an account that is gone."""
    return None if _NOBODY.fullmatch(name) else account_key("discord", name.casefold())


def _called(user: Mapping[str, Json]) -> str:
    return person_name(text_of(user.get("global_name")) or text_of(user.get("username")))

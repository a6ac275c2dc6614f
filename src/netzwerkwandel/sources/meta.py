"""Facebook, Messenger and Instagram: what Meta's downloads tell of chats and friends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    ArchiveReader,
    Chat,
    ExportFormatError,
    Json,
    Key,
    MeEvidence,
    OwnerEvidence,
    ReadContext,
    Reading,
    Relation,
    SkipReason,
    Source,
    SourceFile,
    Talks,
    Tally,
    Tie,
    decode,
    json_parts,
    named_key,
    person_name,
    what_there_is,
)


_BEGINS = re.compile(
    r'\s*\{\s*(?:"threadName"\s*:\s*"[^"]{0,500}"\s*,\s*)?"(?:friends_v2"\s*:\s*\[|profile_v2"'
    r'\s*:\s*\{|participants"\s*:\s*\[.{0,30000}?"(?:sender_name|senderName|timestamp_ms)")',
    re.DOTALL,
)
# The folders of a download, of which each archive has some: what stands before them is all of it.
_WITHIN = re.compile(
    r"(?:^|/)(?:your_(?:facebook|instagram)_activity|your_activity_across_facebook|messages"
    r"|personal_information|profile_information|connections|friends(?:_and_followers)?)(?:/|$)"
)
_OF_STRANGERS = re.compile(r"/(?:message_requests|filtered_threads)/")
# All whose account is gone are called so, each in the language of the download.
_NOBODY = re.compile(
    r"(?:(?:facebook|instagram)[ -](?:user|nutzer(?:in)?)"
    r"|(?:utilisateur|utente|usuario)(?: de| d['\u2019]| di)?[ ]?(?:facebook|instagram))",
    re.IGNORECASE,
)
_SYSTEM = ("Subscribe", "Unsubscribe")
_LATEST = 1 << 62


class MetaReader(ArchiveReader):
    """Reads the downloads of Meta, all archives of one together: friends, and who wrote to whom."""

    kind = SourceKind.META

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_meta(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str | None:
        return _WITHIN.split(file.folder, maxsplit=1)[0] or file.folder or file.where

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_meta(source, context)


def looks_like_meta(head: bytes) -> bool:
    r"""Say whether a file is of a download of Meta that tells of people, by its first bytes.

    Examples
    --------
    >>> looks_like_meta(b'{"participants": [{"name": "Eva"}], "messages": [{"sender_name": "Eva"')
    True
    """
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and (
        _BEGINS.match(decode(head)) is not None
    )


def read_meta(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom on Facebook, Messenger or Instagram, and who is a friend there?

    Meta tells names alone, so those of one name are one here. A chat that lies in the download and
    in the archive of the encrypted messages has the same days in both, and these count once.

    Parameters
    ----------
    source : Source
        The files of one download: a chat may be several of them.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        Friends are acquaintances since the day that is told.

    Raises
    ------
    ExportFormatError
        If nothing of it can be read.

    Examples
    --------
    >>> text = b'''{"participants": [{"name": "J\\u00c3\\u00b6rg"}, {"name": "Mara"}],
    ... "messages": [{"sender_name": "J\\u00c3\\u00b6rg", "timestamp_ms": 1710266651000}]}'''
    >>> source = Source.from_bytes(text, "messages/inbox/joerg_1/message_1.json")
    >>> reading = read_meta(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> sorted(contact.name for contact in reading.contacts), len(reading.interactions)
    (['Jörg', 'Mara'], 1)
    """
    tally = Tally(SourceKind.META, source.where)
    service = "instagram" if "instagram" in source.files[0].where.casefold() else "facebook"
    download = _Download(Talks(tally, service, context), service)
    for file in source.files:
        download.begin(file)
        try:
            with what_there_is(tally, file.name):
                for path, part in json_parts(file, "messages", "participants", "friends_v2"):
                    download.take(path, part)
        except ExportFormatError as error:
            tally.problem(file.name, error.reason)
        download.end()
    if tally.problems and not tally.read and not download.owner:
        raise ExportFormatError(source.where, tally.problems[0].reason)
    return download.reading()


@attrs.define
class _Download:
    """The parts of a download as they come, and the chat that they are of."""

    talks: Talks
    service: str
    file: str = ""
    is_of_strangers: bool = False
    members: set[Key] = attrs.field(factory=set)
    writers: set[Key] = attrs.field(factory=set)
    chat: Chat | None = None
    chats: dict[str, set[Key]] = attrs.field(factory=dict)
    ties: list[Tie] = attrs.field(factory=list)
    owner: Key | None = None

    def begin(self, file: SourceFile) -> None:
        """Begin with a file: a chat, or a part of one."""
        self.file, self.members, self.writers, self.chat = file.where, set(), set(), None
        self.is_of_strangers = _OF_STRANGERS.search(f"/{file.folder}/") is not None

    def take(self, path: str, part: Json) -> None:
        """Take a part of it."""
        if path == "messages.*":
            self._add(part)
        elif path == "participants.*" and not self.is_of_strangers:
            key = self._known(part.get("name") if isinstance(part, dict) else part)
            self.members.update([key] if key else ())
        elif path == "friends_v2.*":
            self._add_friend(part)
        elif path == "profile_v2" and isinstance(part, dict):
            name = part.get("name")
            self.owner = self._known(name.get("full_name") if isinstance(name, dict) else name)

    def end(self) -> None:
        """End with a file."""
        if self.writers:
            self.chats.setdefault(self._name, set()).update(self.writers | self.members)

    def reading(self) -> Reading:
        """Make the records: whose download it is says its profile, where it is there."""
        # Without it she is whoever is in most chats, and no friend of her own.
        friends = {tie.b for tie in self.ties}
        for people in self.chats.values():
            self.talks.may_be_owner(people - friends)
        reading = self.talks.reading(self.ties)
        if self.owner is None:
            return reading
        return attrs.evolve(reading, owner_evidence=[OwnerEvidence(self.owner, MeEvidence.PROFILE)])

    def _add_friend(self, part: Json) -> None:
        told = part if isinstance(part, dict) else {}
        key, seconds = self._known(told.get("name")), _number(told.get("timestamp"))
        if key is None:
            self.talks.tally.skip(SkipReason.ANONYMOUS)
        elif (at := self.talks.moment(seconds * 1_000_000)) is not None:
            since = datetime.fromtimestamp(at // 1_000_000, UTC).date()
            self.ties.append(Tie(a=ME, b=key, relations=[Relation.ACQUAINTANCE], since=since))
            self.talks.tally.use()

    def _add(self, part: Json) -> None:
        tally = self.talks.tally
        if not isinstance(part, dict):
            tally.broken(f"row {tally.read + 1}", "a message must be an object")
        elif self.is_of_strangers:
            tally.skip(SkipReason.OF_A_STRANGER)
        elif part.get("type") in _SYSTEM:
            tally.skip(SkipReason.AUTOMATIC)
        elif (at := self._moment(part)) is not None:
            sender = self._known(part.get("sender_name", part.get("senderName")))
            if sender is None:
                tally.skip(SkipReason.ANONYMOUS)
            elif "call_duration" in part:
                self._add_call(part, at, sender)
            else:
                self.writers.add(sender)
                self.talks.write(self._chat(), sender, at)

    def _add_call(self, part: Mapping[str, Json], at: int, caller: Key) -> None:
        others, seconds = self.members - {caller}, _number(part["call_duration"])
        if len(others) != 1 or not seconds:
            self.talks.tally.skip(SkipReason.MISSED)
            return
        self.talks.call(at, caller, min(others), hours=seconds / 3600)

    def _moment(self, part: Mapping[str, Json]) -> int | None:
        milliseconds = _number(part.get("timestamp_ms", part.get("timestamp")))
        return self.talks.moment(milliseconds * 1000)

    def _chat(self) -> Chat:
        if self.chat is None:
            is_group = len(self.members) > 2
            members = () if is_group else self.members
            self.chat = self.talks.chat(self._name, members=members, is_group=is_group)
        return self.chat

    @property
    def _name(self) -> str:
        """The archive of the encrypted messages calls a chat otherwise, and has the same people."""
        return "\n".join(sorted(self.members)) or self.file

    def _known(self, told: Json) -> Key | None:
        """The key of a person of this name, who is seen now; None of nobody."""
        name = _repaired(told) if isinstance(told, str) else ""
        key = None if _NOBODY.fullmatch(name) else named_key(self.service, name)
        if key is not None:
            self.talks.see(key, person_name(name))
        return key


def _repaired(text: str) -> str:
    """Undo that Meta writes each byte of UTF-8 as a letter; the encrypted messages are as meant."""
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


def _number(value: Json) -> int:
    """A whole number; 0 where it is none, or is beyond all time."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LATEST:
        return value
    return 0

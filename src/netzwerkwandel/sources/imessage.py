"""iMessage: the database ``chat.db`` of a Mac, or that of a phone's backup."""

from __future__ import annotations

import sqlite3

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    Chat,
    Key,
    ReadContext,
    Reader,
    Reading,
    SkipReason,
    Source,
    Talks,
    Tally,
    is_database,
    open_database,
    sender_key,
    skip_sender,
    text_of,
    what_there_is,
)


# The tables of the database, as they stand in its first pages.
_TABLES = (b"chat_message_join", b"chat_handle_join")
_EPOCH = 978_307_200
"""Apple counts from 2001, in nanoseconds since 2017, before in seconds."""
_NANOSECONDS = 1_000_000_000_000
_GROUP = 43
"""The style of a chat of several."""

_MEMBERS = """
    SELECT chat.ROWID, chat.guid, chat.style, handle.id
    FROM chat
    LEFT JOIN chat_handle_join ON chat_handle_join.chat_id = chat.ROWID
    LEFT JOIN handle ON handle.ROWID = chat_handle_join.handle_id
    ORDER BY chat.ROWID, handle.id
"""
# What is about another message, such as a heart on it, is no message.
_MESSAGES = """
    SELECT message.date, message.is_from_me, handle.id, chat_message_join.chat_id,
           {kind}, {about}
    FROM message
    LEFT JOIN handle ON handle.ROWID = message.handle_id
    LEFT JOIN chat_message_join ON chat_message_join.message_id = message.ROWID
    ORDER BY message.ROWID
"""


class IMessageReader(Reader):
    """Reads the database of iMessage."""

    kind = SourceKind.IMESSAGE

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_imessage(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_imessage(source, context)


def looks_like_imessage(head: bytes) -> bool:
    r"""Say whether a file is the database of iMessage, by its first 64 kB.

    Examples
    --------
    >>> looks_like_imessage(b"SQLite format 3\0" + b"chat_message_join chat_handle_join")
    True
    """
    return is_database(head) and all(table in head for table in _TABLES)


def read_imessage(source: Source, context: ReadContext) -> Reading:
    """Who writes to whom on this Mac, by iMessage and SMS?

    Nothing is written into the database, nor beside it. It tells numbers and mail addresses, and no
    names: an address book gives these.

    Parameters
    ----------
    source : Source
        The file; from an archive it is copied to a temporary file, which is removed.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        With the numbers and addresses for keys.

    Raises
    ------
    ExportFormatError
        If it is no such database, or damaged.
    """
    tally = Tally(SourceKind.IMESSAGE, source.where)
    talks = Talks(tally, "imessage", context)
    with what_there_is(tally), open_database(source.file) as database:
        _Messages(database, talks).read()
    return talks.reading()


@attrs.define
class _Messages:
    """The messages of a database, the chats that they are of, and who is in these by address."""

    database: sqlite3.Connection
    talks: Talks
    members: dict[int, dict[str, Key | None]] = attrs.field(factory=dict)
    chats: dict[int, Chat] = attrs.field(factory=dict)

    def read(self) -> None:
        """Read the chats, and then all messages."""
        self._read_chats()
        columns = {row[1] for row in self.database.execute("PRAGMA table_info(message)")}
        has_about = "associated_message_type" in columns
        told = _MESSAGES.format(
            kind="message.item_type" if "item_type" in columns else "0",
            about="message.associated_message_type" if has_about else "0",
        )
        for date, is_mine, address, number, kind, about in self.database.execute(told):
            at = self._moment(date)
            if at is None:
                continue
            if kind or about:
                self.talks.tally.skip(SkipReason.AUTOMATIC)
                continue
            written = text_of(address)
            self._add(at, written, number, is_mine=bool(is_mine))

    def _read_chats(self) -> None:
        names: dict[int, str] = {}
        groups: set[int] = set()
        for number, guid, style, address in self.database.execute(_MEMBERS):
            names[number] = str(guid)
            of = self.members.setdefault(number, {})
            if isinstance(address, str):
                of[address] = self._known(address)
            if style == _GROUP:
                groups.add(number)
        for number, of in self.members.items():
            others = {key for key in of.values() if key is not None}
            is_group = number in groups or len(others) > 1
            # A chat by SMS and one by iMessage with the same person are one.
            name = names[number] if is_group else "~".join(sorted(others)) or names[number]
            members = {ME, *others} if others else ()
            self.chats[number] = self.talks.chat(name, members=members, is_group=is_group)

    def _add(self, at: int, address: str, number: int, *, is_mine: bool) -> None:
        """Add a message; of what the owner wrote the database tells the other, too."""
        members = self.members.get(number, {})
        other = members.get(address) or (self._known(address) if address else None)
        known = other or next((key for key in members.values() if key is not None), None)
        sender = ME if is_mine else other
        if known is None:
            skip_sender(self.talks.tally, address or next(iter(members), ""))
        elif sender is None:
            self.talks.tally.skip(SkipReason.ANONYMOUS)
        else:
            chat = self.chats.get(number) or self.talks.chat(known, members={ME, known})
            self.talks.write(chat, sender, at)

    def _moment(self, date: object) -> int | None:
        if not isinstance(date, int) or not 0 < date < 1 << 62:
            return self.talks.moment(None)
        since = date // 1000 if date > _NANOSECONDS else date * 1_000_000
        return self.talks.moment(since + _EPOCH * 1_000_000)

    def _known(self, address: str) -> Key | None:
        """The key of a number or a mail address, who is seen now; None where it is nobody's."""
        key = sender_key(address)
        if key is not None:
            kind = key.partition(":")[0]
            self.talks.see(
                key,
                phone=address if kind == "tel" else "",
                email=address if kind == "mailto" else "",
            )
        return key

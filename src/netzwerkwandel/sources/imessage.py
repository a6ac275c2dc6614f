"""iMessage: the database ``chat.db`` of a Mac, or that of a phone's backup."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    Chat,
    ExportFormatError,
    Key,
    OnDisk,
    ReadContext,
    Reader,
    Reading,
    SkipReason,
    Source,
    SourceFile,
    Talks,
    Tally,
    sender_key,
    skip_sender,
)


_MAGIC = b"SQLite format 3\0"
# The tables of the database, as they stand in its first pages.
_TABLES = (b"chat_message_join", b"chat_handle_join")
_EPOCH = 978_307_200
"""Apple counts from 2001, in nanoseconds since 2017, before in seconds."""
_NANOSECONDS = 1_000_000_000_000
_AT_ONCE = 1 << 20
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
    return head.startswith(_MAGIC) and all(table in head for table in _TABLES)


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
    try:
        with _opened(source.file) as database:
            _read(database, talks)
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        reason = "the database is damaged, or of another kind"
        if not tally.read:
            raise ExportFormatError(source.where, reason) from None
        tally.problem("", reason)
    return talks.reading()


@contextmanager
def _opened(file: SourceFile) -> Iterator[sqlite3.Connection]:
    """Open the database to be read only: as it lies on disk, or a copy of what is in an archive."""
    with TemporaryDirectory() as folder:
        if isinstance(file.opener, OnDisk):
            path = file.opener.path
        else:
            path = f"{folder}/chat.db"
            with file.open() as stream, Path(path).open("wb") as copy:
                shutil.copyfileobj(stream, copy, _AT_ONCE)
        # Immutable: nothing is locked, and no file is made beside it.
        place = quote(str(Path(path).absolute()))
        with closing(sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True)) as database:
            yield _careful(database)


def _careful(database: sqlite3.Connection) -> sqlite3.Connection:
    database.execute("PRAGMA query_only = 1")
    database.execute("PRAGMA trusted_schema = 0")
    database.execute("PRAGMA cell_size_check = 1")
    database.text_factory = lambda raw: raw.decode(errors="replace")
    return database


def _read(database: sqlite3.Connection, talks: Talks) -> None:
    names: dict[int, str] = {}
    members: dict[int, dict[str, Key | None]] = {}
    groups: set[int] = set()
    for number, guid, style, address in database.execute(_MEMBERS):
        names[number] = str(guid)
        of = members.setdefault(number, {})
        if isinstance(address, str):
            of[address] = _known(address, talks)
        if style == _GROUP:
            groups.add(number)
    chats: dict[int, Chat] = {}
    for number, of in members.items():
        others = {key for key in of.values() if key is not None}
        is_group = number in groups or len(others) > 1
        # A chat by SMS and one by iMessage with the same person are one.
        name = names[number] if is_group else "~".join(sorted(others)) or names[number]
        chats[number] = talks.chat(name, members={ME, *others} if others else (), is_group=is_group)
    columns = {row[1] for row in database.execute("PRAGMA table_info(message)")}
    told = _MESSAGES.format(
        kind="message.item_type" if "item_type" in columns else "0",
        about="message.associated_message_type" if "associated_message_type" in columns else "0",
    )
    for date, is_mine, address, number, kind, about in database.execute(told):
        at = talks.moment(_microseconds(date))
        if at is None:
            continue
        if kind or about:
            talks.tally.skip(SkipReason.AUTOMATIC)
            continue
        written = address if isinstance(address, str) else ""
        _add(talks, at, bool(is_mine), written, chats.get(number), members.get(number, {}))


def _add(
    talks: Talks,
    at: int,
    is_mine: bool,  # noqa: FBT001
    address: str,
    chat: Chat | None,
    members: Mapping[str, Key | None],
) -> None:
    """Add a message; of what the owner wrote the database tells the other, too."""
    other = members.get(address) or (_known(address, talks) if address else None)
    known = other or next((key for key in members.values() if key is not None), None)
    sender = ME if is_mine else other
    if known is None:
        skip_sender(talks.tally, address or next(iter(members), ""))
    elif sender is None:
        talks.tally.skip(SkipReason.ANONYMOUS)
    else:
        chat = chat or talks.chat(known, members={ME, known})
        talks.write(chat, sender, at)


def _known(address: str, talks: Talks) -> Key | None:
    """The key of a number or a mail address, whose owner is seen now; None where it is nobody's."""
    key = sender_key(address)
    if key is not None:
        kind = key.partition(":")[0]
        talks.see(
            key,
            phone=address if kind == "tel" else "",
            email=address if kind == "mailto" else "",
        )
    return key


def _microseconds(date: object) -> int | None:
    if not isinstance(date, int) or not 0 < date < 1 << 62:
        return None
    since = date // 1000 if date > _NANOSECONDS else date * 1_000_000
    return since + _EPOCH * 1_000_000

"""All that a reader needs, in one module: those of this library are made of nothing else.

- what it is: a ``Reader``, or an ``ArchiveReader`` of several files;
- what it is given: a ``Source`` of ``SourceFile``, and a ``ReadContext``;
- what it gives: ``Reading``, with a report that a ``Tally`` counts; where it asks whose data it is,
  ``read_again`` is its ``for_owner``, and ``told_again`` where that seldom matters;
- bytes to text: ``decode``, ``one_line``, ``person_name``, ``most_used_name``, ``month_number``;
- who is meant: ``email_key``, of what ``unwrapped`` leaves, if it is not ``is_internal``;
  ``phone_key``, ``page_key``, ``keys_in_order`` and ``contact_at``, or ``account_key``,
  ``named_key`` and ``saved_name_key`` where there is no address;
- large files: ``text_lines``, ``json_parts`` with ``text_of``, ``what_there_is``; ``unmetered``
  where a reader tells itself how far it is;
- databases: ``database_rows`` of one table, ``open_database`` for a query of one's own;
- address books: a ``Book`` of ``Entry``, which ``Told`` makes of the cells of a row;
- tables: ``first_rows``, ``Heading``, ``body``, ``plain``, ``rows``;
- dates: ``parse_day``, ``parse_clock``, ``parse_moment``, ``is_day_first``;
- who calls: ``sender_key``, ``saved_name`` and ``skip_sender``, where nobody is there to talk to;
- what happened: ``Talks`` for chats and calls, ``Chats`` for messages alone, ``Happened`` for all
  that has its people named.
"""

from __future__ import annotations

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import (
    ME,
    Channel,
    Contact,
    Interaction,
    InteractionColumns,
    Key,
    MeEvidence,
    NobodyReason,
    Relation,
    SkipReason,
    Tie,
)
from netzwerkwandel.model.keys import email_key, phone_key, profile_key
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.sources.address_book import (
    FIELDS,
    Book,
    Entry,
    Told,
    birthday,
    reachable,
    relation_in,
)
from netzwerkwandel.sources.chats import Chat, Chats
from netzwerkwandel.sources.databases import database_rows, is_database, open_database
from netzwerkwandel.sources.dates import is_day_first, parse_clock, parse_day, parse_moment
from netzwerkwandel.sources.files import HEAD, UNREADABLE, OnDisk, SourceFile, read_head
from netzwerkwandel.sources.happened import NOBODY, Happened
from netzwerkwandel.sources.keys import (
    account_key,
    digest,
    is_personal_page,
    keys_in_order,
    named_key,
    page_key,
    saved_name_key,
)
from netzwerkwandel.sources.months import month_number
from netzwerkwandel.sources.opened import Opened, OpenedFiles
from netzwerkwandel.sources.processes import in_processes
from netzwerkwandel.sources.progress import unmetered
from netzwerkwandel.sources.reader import (
    ArchiveReader,
    ReadContext,
    Reader,
    Source,
    Taking,
    check_files,
    read_again,
)
from netzwerkwandel.sources.reading import OwnerEvidence, Reading, contact_at, told_again
from netzwerkwandel.sources.revisions import Revision, RevisionNumber
from netzwerkwandel.sources.senders import saved_name, sender_key, skip_sender
from netzwerkwandel.sources.streams import (
    Json,
    json_parts,
    text_lines,
    text_of,
    what_there_is,
)
from netzwerkwandel.sources.table import (
    KEPT_OF_A_TEXT,
    WITHIN,
    Heading,
    Row,
    body,
    first_rows,
    plain,
    rows,
)
from netzwerkwandel.sources.talks import Talks
from netzwerkwandel.sources.tally import MOST_PROBLEMS, Tally
from netzwerkwandel.sources.text import (
    LONGEST_NAME,
    as_meant,
    decode,
    most_used_name,
    one_line,
    person_name,
    utf16_encoding,
)
from netzwerkwandel.sources.things import names_a_thing
from netzwerkwandel.sources.unwrapped import is_internal, unwrapped


__all__ = [
    "FIELDS",
    "HEAD",
    "KEPT_OF_A_TEXT",
    "LONGEST_NAME",
    "ME",
    "MOST_PROBLEMS",
    "NOBODY",
    "UNREADABLE",
    "WITHIN",
    "ArchiveReader",
    "Book",
    "Channel",
    "Chat",
    "Chats",
    "Contact",
    "Entry",
    "ExportFormatError",
    "Happened",
    "Heading",
    "Interaction",
    "InteractionColumns",
    "Json",
    "Key",
    "MeEvidence",
    "NobodyReason",
    "OnDisk",
    "Opened",
    "OpenedFiles",
    "OwnerEvidence",
    "ReadContext",
    "Reader",
    "Reading",
    "Relation",
    "Revision",
    "RevisionNumber",
    "Row",
    "SkipReason",
    "Source",
    "SourceFile",
    "Taking",
    "Talks",
    "Tally",
    "Tie",
    "Told",
    "account_key",
    "as_meant",
    "birthday",
    "body",
    "check_files",
    "contact_at",
    "database_rows",
    "decode",
    "digest",
    "email_key",
    "first_rows",
    "in_processes",
    "is_database",
    "is_day_first",
    "is_internal",
    "is_personal_page",
    "json_parts",
    "keys_in_order",
    "microseconds",
    "month_number",
    "most_used_name",
    "named_key",
    "names_a_thing",
    "one_line",
    "open_database",
    "page_key",
    "parse_clock",
    "parse_day",
    "parse_moment",
    "person_name",
    "phone_key",
    "plain",
    "profile_key",
    "reachable",
    "read_again",
    "read_head",
    "relation_in",
    "rows",
    "saved_name",
    "saved_name_key",
    "sender_key",
    "skip_sender",
    "text_lines",
    "text_of",
    "told_again",
    "unmetered",
    "unwrapped",
    "utf16_encoding",
    "what_there_is",
]

"""A database as a Mac keeps the messages of people who do not exist."""

from __future__ import annotations

import sqlite3
from contextlib import closing


ANNA, BEN = "tel:+491701234567", "mailto:ben@example.org"
AT = 1710266651 - 978_307_200
"""A moment as Apple counts it, in seconds."""
_SCHEMA = """
    CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);
    CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, guid TEXT, style INTEGER, display_name TEXT);
    CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, handle_id INTEGER, date INTEGER,
        is_from_me INTEGER, item_type INTEGER, associated_message_type INTEGER);
    CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER);
    CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);
    INSERT INTO handle VALUES (1, '+491701234567', 'iMessage'), (2, 'ben@example.org', 'iMessage'),
        (3, 'Vodafone', 'SMS');
    INSERT INTO chat VALUES (1, 'iMessage;-;+491701234567', 45, ''),
        (2, 'iMessage;+;chat7', 43, 'x'), (3, 'SMS;-;Vodafone', 45, '');
    INSERT INTO chat_handle_join VALUES (1, 1), (2, 1), (2, 2), (3, 3);
"""


def database(messages, unit=1_000_000_000, text="Geheimnis"):
    """A database of messages, each a date, whose it is, a handle, a chat, and what it is."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(_SCHEMA)
        for number, told in enumerate(messages, 1):
            date, is_mine, handle, chat, kind, about = (*told, 0, 0)[:6]
            row = (number, text, handle, date * unit, is_mine, kind, about)
            made.execute("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            made.execute("INSERT INTO chat_message_join VALUES (?, ?)", (chat, number))
        made.commit()
        return made.serialize()

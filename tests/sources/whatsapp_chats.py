"""Chats as phones export them, of people who do not exist."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from netzwerkwandel.sources.tools import ME, ReadContext, Source, SourceFile
from netzwerkwandel.sources.whatsapp import read_whatsapp


BERLIN = ZoneInfo("Europe/Berlin")
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
LRM = "\u200e"


def context(*, timezone=UTC, me=()):
    return ReadContext(as_of=AS_OF, timezone=timezone, me=frozenset(me))


def read(*files, **options):
    """Read chats, each given as a name and a text."""
    chats = [SourceFile.from_bytes(text.encode(), name) for name, text in files]
    return read_whatsapp(Source(chats, "exports"), context(**options))


def one(text, name="chat.txt", **options):
    return read((name, text), **options)


def told(reading):
    """What happened: when in UTC, who by name, and the others by name."""
    names = {ME: "me"} | {each.key: each.name or each.phones[0] for each in reading.contacts}
    return [
        (
            event.when.astimezone(UTC).strftime("%Y-%m-%d %H:%M"),
            names[event.sender],
            sorted(names[key] for key in event.participants if key != event.sender),
        )
        for event in reading.interactions
    ]

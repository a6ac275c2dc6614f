"""Small tables for the tests, and short ways to read them."""

from __future__ import annotations

from datetime import UTC, datetime

from netzwerkwandel.sources import ReadContext, Source


AS_OF = datetime(2026, 11, 1, tzinfo=UTC)


def table(*rows, between=","):
    """A table of rows, each a sequence of cells."""
    quoted = ([f'"{cell.replace(chr(34), 2 * chr(34))}"' for cell in row] for row in rows)
    return "".join(between.join(row) + "\r\n" for row in quoted)


def people(*rows, columns, between=","):
    """A table of people, each a mapping of some columns."""
    return table(
        columns, *([row.get(name, "") for name in columns] for row in rows), between=between
    )


def read(reader, text, name="contacts.csv", encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    source = Source.from_bytes(data, name)
    assert reader.looks_like(source.file.head(), name)
    return reader.read(source, ReadContext(as_of=AS_OF))


def by_name(reading):
    return {contact.name: contact for contact in reading.contacts}


def relations(reading):
    """The relations of each pair, by their names; the owner is ``me``."""
    names = {contact.key: contact.name for contact in reading.contacts}
    return {
        (names.get(tie.a, "me"), names.get(tie.b, "me")): set(map(str, tie.relations))
        for tie in reading.ties
    }

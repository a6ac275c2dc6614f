"""Which table of a LinkedIn archive is this file, and what stands in its rows?"""

from __future__ import annotations

import re

import attrs

from netzwerkwandel.sources.linkedin.columns import (
    CONNECTIONS,
    MACHINE_MESSAGE_FILES,
    PASSED_OVER,
    PASSED_OVER_FILES,
    READ,
    TableKind,
    column_name,
)
from netzwerkwandel.sources.tools import (
    WITHIN,
    Heading,
    decode,
    first_rows,
    one_line,
    parse_day,
    rows,
)


_PAGE = re.compile(r"https?://(?:[a-z]+\.)?linkedin\.com/in/")
_ENOUGH_ROWS = 3
# "Connections (1).csv" is a second download, "messages_2.csv" a second part.
_NUMBER = re.compile(r"[\W_]*\d*$")


@attrs.frozen(kw_only=True)
class Header(Heading):
    """The heading of a table: which table it is, in which row it stands, and its columns."""

    table: TableKind
    unknown: tuple[str, ...] = ()


def looks_like_linkedin(head: bytes) -> bool:
    r"""Say whether a file is a table of a LinkedIn archive that can be read, by its first bytes.

    Examples
    --------
    >>> looks_like_linkedin(b"First Name,Last Name,Email Address,Company,Position,Connected On\n")
    True
    >>> looks_like_linkedin(b"First Name,Last Name,E-mail Address,Company,Job Title\n")
    False
    """
    text = decode(head)
    return find_header(text) is not None or looks_like_connections(text)


def find_header(text: str) -> Header | None:
    """Find the heading of a table, below whatever preamble there is; None where there is none.

    Whoever sorted the list of connections has the heading somewhere among the rows.
    """
    found = _find(text, READ)
    if found is None and looks_like_connections(text):
        for index, cells in enumerate(rows(text)):
            columns = tuple(column_name(cell) for cell in cells)
            if CONNECTIONS.required <= set(columns):
                return Header(table=CONNECTIONS, index=index, columns=columns, is_first=False)
    return found


def looks_like_connections(text: str) -> bool:
    r"""Say whether the first rows of a text are connections without their heading.

    Examples
    --------
    >>> row = "Ben,Okafor,https://www.linkedin.com/in/ben,,Contoso,PM,12 Mar 2018\n"
    >>> looks_like_connections(3 * row), looks_like_connections(row)
    (True, False)
    """
    first = (cells for delimiter, _, cells in first_rows(text) if delimiter == ",")
    pages = (cells for cells in first if any(_PAGE.match(cell) for cell in cells[2:3]))
    return sum(parse_day(cells[-1]) is not None for cells in pages) >= _ENOUGH_ROWS


def is_passed_over(name: str, text: str) -> bool:
    """Say whether a file is a part of LinkedIn archives that says nothing about other people."""
    if _file_name(name) in MACHINE_MESSAGE_FILES:
        return True
    if find_header(text) is not None:
        return False
    return _file_name(name) in PASSED_OVER_FILES or _find(text, PASSED_OVER) is not None


def headings(text: str) -> str:
    """Name the columns of an unknown table, without anything that could be about a person."""
    first = next((row for row in rows(text[:WITHIN]) if any(cell.strip() for cell in row)), [])
    names = [one_line(cell)[:40] for cell in first[:12]]
    return ", ".join(n if re.fullmatch(r"[^\W\d_][\w /.-]*", n) else "..." for n in names)


def _file_name(name: str) -> str:
    stem = _NUMBER.sub("", name.rpartition(".")[0] or name)
    return "".join(c for c in stem.casefold() if c.isalnum())


def _find(text: str, tables: tuple[TableKind, ...]) -> Header | None:
    for delimiter, index, cells in first_rows(text):
        columns = tuple(column_name(cell) for cell in cells)
        for table in tables:
            if table.required <= set(columns):
                known = table.required | table.optional | {""}
                pairs = zip(cells, columns, strict=True)
                unknown = tuple(one_line(c)[:40] for c, name in pairs if name not in known)
                return Header(
                    table=table, index=index, columns=columns, delimiter=delimiter, unknown=unknown
                )
    return None

"""Which table of a LinkedIn archive is this file, and what stands in its rows?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

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
from netzwerkwandel.sources.linkedin.dates import parse_day
from netzwerkwandel.sources.text import decode, one_line


# Since 2021 Connections.csv begins with "Notes:" and a paragraph on missing addresses, three to
# four rows before the heading; programs that re-save it add empty ones.
DEEPEST_HEADER = 20

_HEAD = 20_000
_PAGE = re.compile(r"https?://(?:[a-z]+\.)?linkedin\.com/in/")
_ENOUGH_ROWS = 3
# LinkedIn writes commas; a German Excel saves semicolons.
_DELIMITERS = ",;\t"
_TEXTS = frozenset(["content", "description", "message", "subject", "summary", "text"])
_KEPT_OF_A_TEXT = 40
# "Connections (1).csv" is a second download, "messages_2.csv" a second part.
_NUMBER = re.compile(r"[\W_]*\d*$")


@attrs.frozen
class Row:
    """One row of a table: where it stands, and its cells by the names of their columns."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column, without blanks around it; empty where there is none."""
        return self.cells.get(column, "")

    def full_name(self, prefix: str = "") -> str:
        """The first and the last name, of the columns that begin like this."""
        return f"{self[prefix + 'firstname']} {self[prefix + 'lastname']}"


@attrs.frozen
class Header:
    """The heading of a table: which table it is, in which row it stands, and its columns."""

    table: TableKind
    index: int
    columns: tuple[str, ...]
    delimiter: str
    unknown: tuple[str, ...]
    is_first: bool = True


def rows(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    r"""Part a CSV text into rows of cells.

    As the ``csv`` module does it, save that a quote which is never closed is a plain character and
    spoils one row only, that a field may be longer than its limit, and that an empty line is a row
    of one empty cell.

    Parameters
    ----------
    text : str
        The whole file.
    delimiter : str
        One character.

    Examples
    --------
    >>> list(rows('Ben,"Vogt, MBA"\nMara,"x"'))
    [['Ben', 'Vogt, MBA'], ['Mara', 'x']]
    """
    # One field: a quoted part or none, whatever stands between it and the delimiter, and what ends
    # it. A quote that is never closed is a plain character; the csv module would swallow the rest
    # of the file with it. Possessive (*+), so that no field is tried twice.
    comma = re.escape(delimiter)
    field = re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)")?([^{comma}\r\n]*+)({comma}|\r\n?|\n|\Z)')
    row: list[str] = []
    position, end = 0, len(text)
    while position < end or row:
        match = field.match(text, position)
        assert match is not None  # every part of the pattern may be empty
        quoted, plain, ending = match.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"') + plain)
        position = match.end()
        if ending != delimiter:
            yield row
            row = []


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
                return Header(CONNECTIONS, index, columns, ",", (), is_first=False)
    return found


def looks_like_connections(text: str) -> bool:
    r"""Say whether the first rows of a text are connections without their heading.

    Examples
    --------
    >>> row = "Ben,Okafor,https://www.linkedin.com/in/ben,,Contoso,PM,12 Mar 2018\n"
    >>> looks_like_connections(3 * row), looks_like_connections(row)
    (True, False)
    """
    first = islice(rows(text[:_HEAD]), DEEPEST_HEADER)
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
    first = next((row for row in rows(text[:_HEAD]) if any(cell.strip() for cell in row)), [])
    names = [one_line(cell)[:40] for cell in first[:12]]
    return ", ".join(n if re.fullmatch(r"[^\W\d_][\w /.-]*", n) else "..." for n in names)


def body(text: str, header: Header, place: str) -> Iterator[tuple[Row, str]]:
    """Read the rows below the heading, each with what is wrong with it, or nothing.

    Rows may be shorter than the heading; empty rows are no rows. Of what people wrote to each
    other only the first letters are kept, by which an advertisement is known.
    """
    width = len(header.columns)
    for index, cells in enumerate(rows(text, header.delimiter)):
        is_row = index > header.index if header.is_first else index != header.index
        if not is_row or not any(cell.strip() for cell in cells):
            continue
        surplus = any(cell.strip() for cell in cells[width:])
        wrong = f"a row must have at most {width} cells, got {len(cells)}" if surplus else ""
        named = zip(header.columns, cells, strict=False)
        # Backwards, so that of two columns of one name the first counts.
        kept = {
            name: cell.strip()[: _KEPT_OF_A_TEXT if name in _TEXTS else None]
            for name, cell in reversed(list(named))
            if name
        }
        yield Row(f"{place}, row {index + 1}", kept), wrong


def _file_name(name: str) -> str:
    stem = _NUMBER.sub("", name.rpartition(".")[0] or name)
    return "".join(c for c in stem.casefold() if c.isalnum())


def _find(text: str, tables: tuple[TableKind, ...]) -> Header | None:
    head = text[:_HEAD]
    for delimiter in _DELIMITERS:
        for index, cells in enumerate(islice(rows(head, delimiter), DEEPEST_HEADER)):
            columns = tuple(column_name(cell) for cell in cells)
            for table in tables:
                if table.required <= set(columns):
                    known = table.required | table.optional | {""}
                    pairs = zip(cells, columns, strict=True)
                    unknown = tuple(one_line(c)[:40] for c, name in pairs if name not in known)
                    return Header(table, index, columns, delimiter, unknown)
    return None

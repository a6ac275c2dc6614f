"""Tables as text (CSV): the heading, wherever it stands, and the rows below it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

import attrs


WITHIN = 20_000
"""So much of a text is looked at for a heading."""

# Since 2021 LinkedIn's list of connections begins with "Notes:" and a paragraph on missing
# addresses, three to four rows before the heading; programs that re-save it add empty ones.
_DEEPEST_HEADING = 20
# Most programs write commas; a German Excel saves semicolons.
_DELIMITERS = ",;\t"
KEPT_OF_A_TEXT = 40
"""So many letters are kept of what people wrote to each other."""


@attrs.frozen
class Row:
    """One row of a table: where it stands, and what is in its cells, by the names of columns."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column, without blanks around it; empty where there is none."""
        return self.cells.get(column, "")

    def full_name(self, prefix: str = "") -> str:
        """The first and the last name, of the columns that begin like this."""
        return f"{self[prefix + 'firstname']} {self[prefix + 'lastname']}".strip()


@attrs.frozen(kw_only=True)
class Heading:
    """The heading of a table.

    Parameters
    ----------
    index : int
        In which row it stands, from 0.
    columns : tuple of str
        What to call the columns; those without a name are left out.
    delimiter : str
        What stands between two cells.
    is_first : bool
        Whether the rows above it are no rows of the table.
    """

    index: int
    columns: tuple[str, ...]
    delimiter: str = ","
    is_first: bool = True


def plain(cell: str) -> str:
    """Reduce the heading of a column to its letters and figures, in small letters.

    Examples
    --------
    >>> plain("E-mail 1 - Value"), plain(" Name des/r Vorgesetzten")
    ('email1value', 'namedesrvorgesetzten')
    """
    return "".join(c for c in cell[:100].casefold() if c.isalnum())


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
    # A line without quotes is its cells, joined.
    plain_line = re.compile(r'([^"\r\n]*+)(?:\r\n?|\n|\Z)')
    # One field: a quoted part or none, whatever stands between it and the delimiter, and what ends
    # it. A quote that is never closed is a plain character; the csv module would swallow the rest
    # of the file with it. Possessive (*+), so that no field is tried twice.
    comma = re.escape(delimiter)
    field = re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)")?([^{comma}\r\n]*+)({comma}|\r\n?|\n|\Z)')
    row: list[str] = []
    position, end = 0, len(text)
    while position < end or row:
        if not row and (line := plain_line.match(text, position)):
            yield line[1].split(delimiter)
            position = line.end()
            continue
        match = field.match(text, position)
        assert match is not None  # every part of the pattern may be empty
        quoted, plain, ending = match.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"') + plain)
        position = match.end()
        if ending != delimiter:
            yield row
            row = []


def first_rows(text: str) -> Iterator[tuple[str, int, list[str]]]:
    """Give the first rows of a text, parted at each delimiter in turn, with their numbers from 0.

    Examples
    --------
    >>> [cells for delimiter, _, cells in first_rows("a;b") if delimiter == ";"]
    [['a', 'b']]
    """
    for delimiter in _DELIMITERS:
        for index, cells in enumerate(islice(rows(text[:WITHIN], delimiter), _DEEPEST_HEADING)):
            yield delimiter, index, cells


def body(
    text: str, heading: Heading, place: str = "", cut: Collection[str] = ()
) -> Iterator[tuple[Row, str]]:
    r"""Read the rows below the heading, each with what is wrong with it, or nothing.

    Rows may be shorter than the heading; empty rows are no rows.

    Parameters
    ----------
    text : str
        The whole file.
    heading : Heading
        Where the heading is, and what it says.
    place : str
        What to call the file in the place of a row.
    cut : collection of str
        Columns of which the first letters are kept, and no more: what people wrote to each other.

    Examples
    --------
    >>> heading = Heading(index=0, columns=("name", "city"))
    >>> [(row.place, row["name"]) for row, wrong in body("Name,City\nBen,Ulm", heading)]
    [('row 2', 'Ben')]
    """
    width = len(heading.columns)
    # Of two columns of one name the first counts.
    column_of = {name: n for n, name in reversed([*enumerate(heading.columns)]) if name}
    columns = [(name, n, KEPT_OF_A_TEXT if name in cut else None) for name, n in column_of.items()]
    begin = f"{place}, row" if place else "row"
    for index, cells in enumerate(rows(text, heading.delimiter)):
        is_row = index > heading.index if heading.is_first else index != heading.index
        if not is_row or not "".join(cells).strip():
            continue
        surplus = len(cells) > width and "".join(cells[width:]).strip()
        wrong = f"a row must have at most {width} cells, got {len(cells)}" if surplus else ""
        there = len(cells)
        kept = {
            name: cell[:most]
            for name, n, most in columns
            if n < there and (cell := cells[n].strip())
        }
        yield Row(f"{begin} {index + 1}", kept), wrong

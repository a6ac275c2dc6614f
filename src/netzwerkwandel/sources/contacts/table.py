"""Tables of people (CSV), by a map of what their columns are called."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

import attrs
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model.arguments import check_member
from netzwerkwandel.sources.tools import (
    FIELDS,
    Book,
    Entry,
    ExportFormatError,
    Heading,
    ReadContext,
    Reader,
    Reading,
    Relation,
    Row,
    Source,
    Tally,
    Told,
    body,
    decode,
    first_rows,
    plain,
)


LARGEST_FILE = 100_000_000


def _as_columns(columns: object) -> dict[str, str]:
    if not isinstance(columns, Mapping) or not columns:
        raise InvalidArgumentError(
            f"columns must map what columns are called to fields, got {shown(columns)}"
        )
    for heading, field in columns.items():
        if not isinstance(heading, str) or not plain(heading):
            raise InvalidArgumentError(
                f"columns must be called by a text with a letter in it, got {shown(heading)}"
            )
        if field not in FIELDS:
            fields = ", ".join(FIELDS)
            raise InvalidArgumentError(f"a field must be one of {fields}; got {shown(field)}")
    return {plain(heading): str(field) for heading, field in columns.items()}


def _as_relation(relation: str | None) -> Relation | None:
    return relation if relation is None else check_member("relation", Relation, relation)


@attrs.frozen
class TableReader(Reader):
    r"""Reads tables of people, such as the list of a year of graduates.

    A table (CSV, with commas, semicolons or tabs) is known by its heading: it has all columns that
    the map names, in any order, and perhaps others, which are not read.

    Parameters
    ----------
    columns : mapping of str to str
        What the columns are called, without regard to case and signs, and what each tells:
        ``"name"`` or ``"given name"``, ``"middle name"``, ``"family name"``, ``"name suffix"``,
        ``"nickname"``; ``"email"``, ``"phone"``, ``"work phone"``, ``"profile"``, ``"page"`` (read
        where it is that of one person); ``"organisation"``, ``"position"``, ``"community"``,
        ``"born"``; ``"since"``, the day since when the owner knows her; or a relation such as
        ``"boss"``: the name of who is that to her. Several values of one cell are parted by ``;``.
    kind : str
        What to call such tables in reports.
    relation : Relation, str or None
        What everybody in the table is to the owner; None for a list of people whom she need not
        know.
    known_by : collection of sets of str, optional
        By which columns such a table is known: by all of one of these sets. By default all columns.

    Raises
    ------
    InvalidArgumentError
        If a field or the relation is none of these.

    Examples
    --------
    >>> reader = TableReader(
    ...     columns={"Absolvent:in": "name", "E-Mail": "email", "Firma": "organisation"},
    ...     kind="alumni list",
    ...     relation="classmate",
    ... )
    >>> from datetime import UTC, datetime
    >>> table = Source.from_bytes(b"Absolvent:in;Firma;E-Mail\nBen Okafor;Contoso;ben@example.org")
    >>> reader.looks_like(table.file.head(), "liste.csv")
    True
    >>> context = ReadContext(as_of=datetime(2026, 6, 1, tzinfo=UTC))
    >>> reader.read(table, context).ties
    (Tie(classmate),)
    """

    columns: Mapping[str, str] = attrs.field(converter=_as_columns, hash=False)
    kind: str = "table"
    relation: Relation | None = attrs.field(
        default=Relation.ACQUAINTANCE, converter=_as_relation, kw_only=True
    )
    known_by: Collection[frozenset[str]] = attrs.field(kw_only=True)

    @known_by.default
    def _all_columns(self) -> Collection[frozenset[str]]:
        return (frozenset(self.columns),)

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return self._heading(decode(head)) is not None

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_people(source, self.kind, self._heading, self._entry, self.relation)

    def _heading(self, text: str) -> Heading | None:
        """Find the heading of such a table; None where there is none."""
        return heading_of(text, self.known_by, self.columns)

    def _entry(self, row: Row) -> Entry:
        """Make the entry of a row."""
        cells: dict[str, list[str]] = {}
        for column, field in self.columns.items():
            cells.setdefault(field, []).append(row[column])
        return Told(cells).entry()


def heading_of(
    text: str, known_by: Iterable[Collection[str]], kept: Collection[str] | None = None
) -> Heading | None:
    """Find the heading that has all of some columns.

    Parameters
    ----------
    text : str
        The file, or its beginning.
    known_by : iterable of collections of str
        Sets of columns, as ``plain`` makes their names; all of one set are enough.
    kept : collection of str, optional
        The columns that are read; by default all.

    Examples
    --------
    >>> heading_of("Name,City,Notes", [{"name"}], {"name", "city"}).columns
    ('name', 'city', '')
    """
    sets = [frozenset(each) for each in known_by]
    for delimiter, index, cells in first_rows(text):
        columns = tuple(map(plain, cells))
        if any(each.issubset(columns) for each in sets):
            read = tuple(c if kept is None or c in kept else "" for c in columns)
            return Heading(index=index, columns=read, delimiter=delimiter)
    return None


def read_people(
    source: Source,
    kind: str,
    heading: Callable[[str], Heading | None],
    entry: Callable[[Row], Entry],
    relation: Relation | None = Relation.ACQUAINTANCE,
) -> Reading:
    """Read a table with a person in each row.

    Parameters
    ----------
    source : Source
        The file.
    kind : str
        What to call it in the report.
    heading : callable
        Finds the heading in the text.
    entry : callable
        Makes the entry of a row.
    relation : Relation or None
        What everybody in it is to the owner.

    Raises
    ------
    ExportFormatError
        If there is no such heading, or the file is larger than 100 MB.
    """
    text = decode(source.file.read(LARGEST_FILE))
    found = heading(text)
    if found is None:
        raise ExportFormatError(source.where, f"a table of this kind ({kind}) must have a heading")
    tally = Tally(kind, source.where)
    book = Book(tally, relation)
    for row, wrong in body(text, found):
        if wrong:
            tally.broken(row.place, wrong)
        else:
            book.add(entry(row))
    return book.reading()

"""What a section of the report is made of, as plain data without any markup."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from netzwerkwandel.show.pictures.marks import Picture


@attrs.frozen
class Lines:
    """Paragraphs, or the entries of a list, below a title if there is one."""

    texts: tuple[str, ...]
    title: str = ""
    as_list: bool = False


@attrs.frozen
class Figure:
    """A picture, and below it what it says in words."""

    picture: Picture


@attrs.frozen
class Table:
    """Rows under headings; the first cell of a row says what the row is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Pick:
    """Somebody on the list."""

    name: str
    label: str
    last: str
    why: str
    opening: str = ""


@attrs.frozen
class Picks:
    """The list; the words stand before the first lines of each."""

    people: tuple[Pick, ...]
    last_word: str
    opening_word: str


Block: TypeAlias = Lines | Figure | Table | Picks


@attrs.frozen
class Section:
    """A part of the report with a heading of its own; ``name`` is its place on the page."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@attrs.frozen(kw_only=True)
class Page:
    """All that is written on the page, in one language."""

    language: str
    title: str
    subtitle: str
    contents_word: str
    skip_word: str
    scroll_word: str
    made_by: str
    sections: tuple[Section, ...]

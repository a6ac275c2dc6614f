"""A result as HTML: a table of rows as ``views`` describes them, and what is told of the whole.

There is one way from a value to the page: ``_text``. Whatever an export says is text there and no
markup, without addresses, of a bounded length, and apart from what runs the other way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from itertools import chain
from typing import TypeVar

import attrs

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.show.views import ROWS, WHOLES
from netzwerkwandel.show.views.view import Row, Whole, explained
from netzwerkwandel.texts import Catalogue, Explained, Language, Shown, catalogue, printable
from netzwerkwandel.texts.explained import LANGUAGE


OPEN_ROWS, MOST_ROWS = 12, 200
OPEN_LINES = 8
"""What is longer waits behind a click."""

LONGEST_CELL, LONGEST_LINE = 600, 2_000

# No colours of its own: what the page has, light or dark, is right.
TABLE = "border-collapse: collapse; color: inherit; background: transparent"
CAPTION = "text-align: left; font-weight: bold; padding: 0.3em 0.8em"
CELL = "text-align: left; vertical-align: top; padding: 0.3em 0.8em"
LINES = "white-space: pre-wrap"

# Hebrew, Arabic and the other scripts from right to left, with what stands between their words.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(rf"[{_RIGHT}](?:[^A-Za-z<>&;,.]*[{_RIGHT}])?")

T = TypeVar("T")


def html(value: Shown, language: Language | None = None) -> str:
    """Write a result for a notebook or a page: what is told of it, and a table.

    Parameters
    ----------
    value : Recommendations, Records, Contact or another result
        What a notebook shows as HTML.
    language : str or Catalogue, optional
        ``"en"``, ``"de"``, or a catalogue of one's own; by default that of the result, which is
        that of the records it was found in, or else English.

    Returns
    -------
    str
        One ``div`` without scripts and without colours of its own; whatever an export says is text
        in it and no markup. What is long waits behind a click.

    Raises
    ------
    InvalidArgumentError
        If there are no texts in that language, or this is nothing that can be shown.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> html(nw.recommend(network, ego="ada", n=1)).count("<td")
    2
    """
    check_kind("value", value, Shown)
    texts = catalogue(_language_of(value) if language is None else language)
    whole = _whole(value)
    rows, parts = whole.rows(value), [_paragraphs(whole.told(value, texts), texts)]
    if rows and (kind := _of_its_kind(ROWS, rows[0])) is not None:
        tables = _Tables(kind, texts).all(rows, is_folded=whole.is_folded)
        parts.insert(0 if whole.is_told_below else 1, tables)
    if not any(parts):
        parts = [_paragraphs(texts.say("shown nothing"), texts)]
    return "\n".join([f'<div lang="{escape(texts.language)}">', *chain(*parts), "</div>"])


def _whole(value: Shown) -> Whole:
    """How a result is looked at: as is said of its kind, as one row, or as the rows that it is."""
    if (whole := _of_its_kind(WHOLES, value)) is not None:
        return whole
    if _of_its_kind(ROWS, value) is not None:
        return Whole(lambda one: (one,))
    rows = value if isinstance(value, Sequence) else ()
    return (
        Whole(lambda _: rows, explained) if isinstance(value, Explained) else Whole(lambda _: rows)
    )


def _language_of(value: object) -> Language:
    """That of the value, of the network it is of, or of the first of several."""
    first = value[0] if isinstance(value, Sequence) and len(value) else None
    for each in (value, getattr(value, "network", None), first):
        language: Language | None = getattr(each, "language", None)
        if language is not None:
            return language
    return LANGUAGE


def _of_its_kind(views: Mapping[type, T], value: object) -> T | None:
    """How a value is looked at: by its class, or the nearest that it is one of."""
    return next((views[kind] for kind in type(value).__mro__ if kind in views), None)


def _paragraphs(text: str, texts: Catalogue) -> list[str]:
    """Paragraphs: the first lines, and behind a click what follows them or an empty line."""
    lines = text.split("\n") if text else []
    shown = lines.index("") if "" in lines else min(len(lines), OPEN_LINES)
    parts = [f"<p>{_text(line, LONGEST_LINE)}</p>" for line in lines[:shown]]
    if rest := lines[shown:]:
        parts.append(_folded(texts.say("shown more"), "\n".join(rest).strip("\n")))
    return parts


def _folded(heading: str, text: str) -> str:
    """Lines behind a click, indented as they are."""
    lines = [
        " " * (len(line) - len(line.lstrip())) + _text(line, LONGEST_LINE)
        for line in text.split("\n")
    ]
    content = "\n".join(lines)
    return _details(heading, f'<div style="{LINES}">{content}</div>')


def _details(heading: str, content: str) -> str:
    summary = f"<summary>{_text(heading, LONGEST_LINE)}</summary>"
    return f"<details>{summary}{content}</details>"


@attrs.frozen
class _Tables:
    """How rows of one kind are written, in one language."""

    kind: Row
    texts: Catalogue

    def all(self, rows: Sequence[object], *, is_folded: bool) -> list[str]:
        """The first rows and, behind a click, the others, as far as they are shown at all."""
        say, n = self.texts.say, 0 if is_folded else OPEN_ROWS
        caption = say(self.kind.caption, len(rows))
        parts = [self.table(rows[:n], caption)] if n else []
        if others := rows[n:MOST_ROWS]:
            heading = say("summary more", len(rows) - n) if n else caption
            content = self.table(others, heading)
            if len(rows) > MOST_ROWS:
                more = say("summary more", len(rows) - MOST_ROWS)
                content += f"<p>{_text(more, LONGEST_LINE)}</p>"
            parts.append(_details(heading, content))
        return parts

    def table(self, rows: Sequence[object], caption: str) -> str:
        """One table; a column in which nothing stands is left out."""
        columns, texts = self.kind.columns, self.texts
        cells = {name: [column(row, texts) for row in rows] for name, column in columns.items()}
        first = next(iter(cells))
        shown = {name: some for name, some in cells.items() if name == first or any(some)}
        head = "".join(
            f'<th scope="col" style="{CELL}">{_text(texts.say(name), LONGEST_CELL)}</th>'
            for name in shown
        )
        lines = [
            f'<table style="{TABLE}">',
            f'<caption style="{CAPTION}">{_text(caption, LONGEST_CELL)}</caption>',
            f"<thead>\n<tr>{head}</tr>\n</thead>",
            "<tbody>",
        ]
        lines += [self.line(*line) for line in zip(rows, *shown.values(), strict=True)]
        return "\n".join([*lines, "</tbody>", "</table>"])

    def line(self, row: object, name: str, *others: str) -> str:
        """One row: its name, its other cells and, in the last of them, what waits behind clicks."""
        shown = [_text(cell, LONGEST_CELL) for cell in others]
        folds = "".join(
            _folded(self.texts.say(heading), text)
            for heading, fold in self.kind.folds.items()
            if (text := fold(row, self.texts))
        )
        if shown:
            shown[-1] += folds
        named = f'<th scope="row" style="{CELL}"><bdi>{_plain(name, LONGEST_CELL)}</bdi></th>'
        values = "".join(f'<td style="{CELL}">{cell}</td>' for cell in shown)
        return f"<tr>{named}{values}</tr>"


def _text(text: str, longest: int) -> str:
    """Make a text a part of the page."""
    plain = _plain(text, longest)
    return plain if plain.isascii() else _RIGHT_TO_LEFT.sub(r"<bdi>\g<0></bdi>", plain)


def _plain(text: str, longest: int) -> str:
    """Make a text a part of the page that stands apart as a whole."""
    return escape(printable(text, longest))

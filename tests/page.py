"""What a browser would see of a piece of HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import attrs
from typing_extensions import override


TAGS = {
    *("div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "bdi"),
    *("details", "summary"),
}
ATTRIBUTES = {"lang", "scope", "style"}
HOLD_TEXT = {"caption", "th", "td", "p", "summary", "div"}


@attrs.define
class Table:
    """One table: what it is called, and its rows, the first of them the headings."""

    caption: str = ""
    rows: list[list[str]] = attrs.field(factory=list)

    @property
    def head(self) -> list[str]:
        return self.rows[0]

    @property
    def body(self) -> list[list[str]]:
        return self.rows[1:]

    def column(self, heading: str) -> list[str]:
        place = self.head.index(heading)
        return [row[place] for row in self.body]


class Page(HTMLParser):
    """The tags and their attributes, paragraphs, tables, and what waits behind a click."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.scopes: list[str] = []
        self.language: str | None = None
        self.paragraphs: list[str] = []
        self.tables: list[Table] = []
        self.clicks: list[str] = []
        self.isolated: list[str] = []
        self.folded: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []
        assert self.tags <= TAGS
        assert self.attributes <= ATTRIBUTES

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        given = dict(attrs)
        self.language = given.get("lang") or self.language
        if tag == "th":
            self.scopes.append(given.get("scope") or "")
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in {"th", "td"}:
            self.tables[-1].rows[-1].append("")
        elif tag == "p":
            self.paragraphs.append("")
        elif tag == "summary":
            self.clicks.append("")
        elif tag == "bdi":
            self.isolated.append("")
        elif tag == "div" and len(self.open) > 1:
            self.folded.append("")

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        holder = next((tag for tag in reversed(self.open) if tag in HOLD_TEXT), "")
        if "bdi" in self.open:
            self.isolated[-1] += data
        if holder == "caption":
            self.tables[-1].caption += data
        elif holder in {"th", "td"}:
            self.tables[-1].rows[-1][-1] += data
        elif holder == "p":
            self.paragraphs[-1] += data
        elif holder == "summary":
            self.clicks[-1] += data
        elif self.open.count("div") > 1:
            self.folded[-1] += data
        else:
            assert not data.strip()

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

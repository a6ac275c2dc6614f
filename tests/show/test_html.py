from __future__ import annotations

from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from builders import AS_OF, mailbox_life
from listed import listed, pick
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import Recommendations, recommend
from netzwerkwandel.show import html
from netzwerkwandel.texts import Catalogue


TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td", "p"}
ATTRIBUTES = {"lang", "dir", "scope", "style"}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE contacts; --",
    "Tom & Jerry &amp; <b>Spike</b>",
    "&lt;script&gt;",
    "\u202eevil\u200f\u2066",
    "</td></tr></table><a href='https://example.org'>",
    "<!-- ",
]


class Page(HTMLParser):
    """What a browser would see: the tags, their attributes, and the text of each cell."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.cells: list[str] = []
        self.feed(text)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag in {"th", "td", "p"}:
            self.cells.append("")

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self.open[-1:] and self.open[-1] in {"th", "td", "p"}:
            self.cells[-1] += data
        else:
            assert not data.strip()

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def names(page: Page) -> list[str]:
    """The first cell of each row below the head."""
    return page.cells[4:-3:4]


def test_a_row_has_the_name_what_it_brings_the_last_contact_and_why():
    page = Page(html(listed(pick("Ana"), pick("Ben", function=None))))

    why = pick("Ana").explain()
    assert page.cells[:8] == [
        *("who", "could bring", "last contact", "why"),
        *("Ana", "new ideas", "4 May 2024", why),
    ]
    assert page.cells[8:11] == ["Ben", "", "4 May 2024"]


def test_it_speaks_german():
    text = html(listed(pick("Ana")), "de")

    assert text.startswith('<div lang="de">')
    assert Page(text).cells[:7] == [
        *("wer", "könnte bringen", "letzter Kontakt", "warum"),
        *("Ana", "neue Ideen", "4. Mai 2024"),
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_below_the_table_stands_the_overview(language: str):
    made = listed(pick("Ana"))

    overview = made.explain(language).split("\n")

    assert Page(html(made, language)).cells[-len(overview) :] == overview


@attrs.frozen(repr=False, kw_only=True)
class BoldList(Recommendations):
    """A list whose overview is HTML."""

    @override
    def _told(self, texts: Catalogue) -> str:
        return "<b>bold</b>"


def test_the_overview_is_text_too():
    made = listed(pick("Ana"))
    bold = BoldList(**{name: getattr(made, name) for name in attrs.fields_dict(Recommendations)})

    assert Page(html(bold)).cells[-1] == "<b>bold</b>"


def test_a_notebook_shows_it():
    made = listed(pick("Ana"))

    assert made._repr_html_() == html(made)


def test_an_empty_list_has_no_table():
    page = Page(html(listed(candidates=0)))

    assert page.tags == {"div", "p"}
    assert page.cells[0].startswith("There is nobody to suggest")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_nothing_else(name: str):
    page = Page(html(listed(pick(name), pick("Ben"))))

    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert page.open == []
    assert names(page) == ["".join(c for c in name if c.isprintable()).strip(), "Ben"]


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_whatever_the_names_the_page_stays_whole(people: list[str]):
    page = Page(html(listed(*map(pick, people))))

    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert page.open == []
    assert len(page.cells) == 4 + 4 * len(people) + 3


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_small_life_is_shown_without_addresses_and_without_anything_from_elsewhere(language):
    text = html(recommend(Network.from_records(mailbox_life(), as_of=AS_OF)), language)

    foreign = ("@", "mailto:", "example.org", "http", "src=", "href=", "url(", "<script")
    assert not [word for word in foreign if word in text]


def test_every_function_has_a_name_in_the_table():
    made: Recommendations = listed(*(pick("Ana", function=function) for function in Function))

    assert len(set(Page(html(made)).cells[5:-3:4])) == len(Function)


def test_the_order_is_that_of_the_list():
    made = listed(*map(pick, "CAB"))

    assert names(Page(html(made))) == ["C", "A", "B"]
    assert names(Page(html(attrs.evolve(made, picks=made.picks[::-1])))) == ["B", "A", "C"]


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        html(listed(pick("Ana")), "fr")

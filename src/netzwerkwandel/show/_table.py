"""The list of recommendations as a person reads it in a terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import Recommendation, Recommendations, overview
from netzwerkwandel.recommending.reason_wording import explain
from netzwerkwandel.show.columns import function_of, last_contact, new_people
from netzwerkwandel.texts import Catalogue, catalogue, printable


WIDTH = 100
WIDEST_NAME = 34


def table(recommendations: Recommendations, name: str, language: str = "en") -> str:
    """Write the recommendations as a table, the reasons for each, and the list as a whole.

    Parameters
    ----------
    recommendations : Recommendations
        Whom to talk to.
    name : str
        What to call the person who asks.
    language : str
        ``"en"`` or ``"de"``.
    """
    texts = catalogue(language)
    parts = [texts.say("list title", who=printable(name))]
    if recommendations:
        rows = [_head(texts), *(_row(texts, i, pick) for i, pick in enumerate(recommendations, 1))]
        parts.append("\n".join(_aligned(rows)))
        parts += [texts.say("list why"), "\n".join(_reasons(recommendations, language))]
        parts.append(texts.say("list overview"))
    parts.append("\n".join(_overview(recommendations, language)))
    return "\n\n".join(parts)


def _head(texts: Catalogue) -> list[str]:
    columns = ("name", "function", "last", "reach")
    return ["", *(texts.say(f"column {column}") for column in columns)]


def _row(texts: Catalogue, place: int, pick: Recommendation) -> list[str]:
    name = _shortened(called(pick.contact, texts), WIDEST_NAME)
    facts = (function_of(pick, texts), last_contact(pick, texts), new_people(pick, texts))
    return [str(place), name, *facts]


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return lines


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _shortened(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    while _width(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def _width(text: str) -> int:
    """The columns that a text takes in a terminal: East Asian letters two, accents none."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in {"Mn", "Me"} for c in text)


def _reasons(recommendations: Recommendations, language: str) -> Iterator[str]:
    for place, pick in enumerate(recommendations, 1):
        yield _wrapped(explain(pick, language), f"{place:>2}. ", "    ")


def _overview(recommendations: Recommendations, language: str) -> Iterator[str]:
    for line in overview.explain(recommendations, language).split("\n"):
        yield _wrapped(line, "", "")


def _wrapped(text: str, first: str, others: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=others)

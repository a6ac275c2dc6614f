"""The list of recommendations as a person reads it in a terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date

from netzwerkwandel.model import Channel
from netzwerkwandel.recommend import ReasonKind, Recommendation, Recommendations
from netzwerkwandel.show.naming import called, printable
from netzwerkwandel.show.reasons import explain
from netzwerkwandel.show.texts import catalogue
from netzwerkwandel.show.texts.catalogue import Catalogue


WIDTH = 100
WIDEST_NAME = 34


def table(recommendations: Recommendations, name: str, language: str = "en") -> str:
    """Write the recommendations as a table, then the reasons for each.

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
    title = texts.say("list title", who=printable(name))
    if not recommendations:
        return f"{title}\n\n{texts.say('list empty')}"
    rows = [_head(texts), *(_row(texts, i, pick) for i, pick in enumerate(recommendations, 1))]
    considered = texts.say(
        "list considered", recommendations.candidates, picks=texts.number(len(recommendations))
    )
    reasons = "\n".join(_reasons(texts, recommendations))
    return "\n".join(
        [title, "", *_aligned(rows), "", considered, "", texts.say("list why"), "", reasons]
    )


def _head(texts: Catalogue) -> list[str]:
    columns = ("name", "last", "counts", "reach")
    return ["", *(texts.say(f"column {column}") for column in columns)]


def _row(texts: Catalogue, place: int, pick: Recommendation) -> list[str]:
    values = {reason.kind: dict(reason.values) for reason in pick.reasons}
    last = values.get(ReasonKind.SILENCE, {}).get("last")
    history = values.get(ReasonKind.HISTORY, {})
    counts = [texts.say(f"channel {c}", int(str(history[c]))) for c in Channel if c in history]
    people = values.get(ReasonKind.REACH, {}).get("people", 0)
    when = texts.day(last) if isinstance(last, date) else texts.say("never")
    name = _shortened(called(pick.contact, texts), WIDEST_NAME)
    return [str(place), name, when, ", ".join(counts), texts.number(int(str(people)))]


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


def _reasons(texts: Catalogue, recommendations: Recommendations) -> Iterator[str]:
    for place, pick in enumerate(recommendations, 1):
        text = f"{called(pick.contact, texts)}: {explain(pick, texts.language)}"
        yield textwrap.fill(text, WIDTH, initial_indent=f"{place:>2}. ", subsequent_indent="    ")

"""A list of recommendations as it is looked at: a table in a terminal, and HTML in a notebook."""

from __future__ import annotations

import textwrap
import unicodedata
from datetime import date
from html import escape

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import ReasonKind, Recommendation, Recommendations
from netzwerkwandel.texts import Catalogue, Language, printable


WIDTH = 100
WIDEST_NAME = 34
CELL = "text-align: left; vertical-align: top; padding: 0.3em 0.8em"


def table(recommendations: Recommendations, name: str, language: Language | None = None) -> str:
    """Write the recommendations as a table, the reasons for each, and the list as a whole.

    Parameters
    ----------
    recommendations : Recommendations
        Whom to talk to.
    name : str
        What to call the person who asks.
    language : str or Catalogue, optional
        ``"en"``, ``"de"``, or a catalogue of one's own; by default that of the list.

    Returns
    -------
    str
        Lines for a terminal, without an address in them.

    Raises
    ------
    InvalidArgumentError
        If there are no texts in that language, or this is no list.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> picks = nw.recommend(network, ego="ada", n=1)
    >>> print(table(picks, "Ada").splitlines()[0])
    Whom Ada could talk to next
    """
    check_kind("recommendations", recommendations, Recommendations)
    texts = recommendations.texts_in(language)
    parts = [texts.say("list title", who=printable(check_kind("name", name, str)))]
    if recommendations:
        columns = ("name", "function", "last", "reach")
        rows = [["", *(texts.say(f"column {column}") for column in columns)]]
        for place, pick in enumerate(recommendations, 1):
            who = _shortened(called(pick.contact, texts), WIDEST_NAME)
            facts = {reason.kind: reason for reason in pick.reasons}
            reach = facts[ReasonKind.REACH]["people"] if ReasonKind.REACH in facts else None
            new = texts.number(reach) if isinstance(reach, int) else ""
            cells = (_function_of(pick, texts), _last_contact(pick, texts), new)
            rows.append([str(place), who, *cells])
        reasons = [
            _wrapped(pick.explain(texts), f"{place:>2}. ", "    ")
            for place, pick in enumerate(recommendations, 1)
        ]
        parts += ["\n".join(_aligned(rows)), texts.say("list why"), "\n".join(reasons)]
        parts.append(texts.say("list overview"))
    parts.append("\n".join(map(_wrapped, recommendations.explain(texts).split("\n"))))
    return "\n\n".join(parts)


def html(recommendations: Recommendations, language: Language | None = None) -> str:
    """Write the recommendations as a table for a notebook or a page, and below it the overview.

    Parameters
    ----------
    recommendations : Recommendations
        Whom to talk to.
    language : str or Catalogue, optional
        ``"en"``, ``"de"``, or a catalogue of one's own; by default that of the list.

    Returns
    -------
    str
        One ``div``; whatever an export says is text in it and no markup.

    Raises
    ------
    InvalidArgumentError
        If there are no texts in that language, or this is no list.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> html(nw.recommend(network, ego="ada", n=1)).count("<td")
    3
    """
    check_kind("recommendations", recommendations, Recommendations)
    texts = recommendations.texts_in(language)
    parts = [f'<div lang="{escape(texts.language)}">']
    if recommendations:
        columns = ("name", "function", "last", "why")
        head = "".join(
            f'<th scope="col" style="{CELL}">{escape(texts.say(f"column {column}"))}</th>'
            for column in columns
        )
        parts += ["<table>", f"<thead>\n<tr>{head}</tr>\n</thead>", "<tbody>"]
        for pick in recommendations:
            # dir="auto", as a name may be written from right to left beside an English reason.
            who = escape(called(pick.contact, texts))
            values = (_function_of(pick, texts), _last_contact(pick, texts), pick.explain(texts))
            cells = "".join(f'<td style="{CELL}">{escape(cell)}</td>' for cell in values)
            parts.append(f'<tr><th scope="row" dir="auto" style="{CELL}">{who}</th>{cells}</tr>')
        parts += ["</tbody>", "</table>"]
    parts += [f"<p>{escape(line)}</p>" for line in recommendations.explain(texts).split("\n")]
    return "\n".join([*parts, "</div>"])


def _function_of(pick: Recommendation, texts: Catalogue) -> str:
    """Say what a contact could bring."""
    return pick.label(texts)


def _last_contact(pick: Recommendation, texts: Catalogue) -> str:
    """Name the day of the last contact; empty where the data knows no days."""
    for reason in pick.reasons:
        if reason.kind is ReasonKind.NEVER:
            return "" if "shown" in dict(reason.values) else texts.say("never")
        if reason.kind is ReasonKind.SILENCE:
            last = reason["last"]
            return texts.day(last) if isinstance(last, date) else ""
    return ""


def _aligned(rows: list[list[str]]) -> list[str]:
    """Write rows with their columns below each other, and a rule below the first."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    # str.ljust counts letters, and a terminal gives some of them two columns (王) or none (the
    # accent of a decomposed é), so the blanks are counted by the columns.
    lines = [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return lines


def _shortened(text: str, width: int) -> str:
    """Cut a text to a width, with an ellipsis where something is cut."""
    if _width(text) <= width:
        return text
    while _width(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def _width(text: str) -> int:
    """The columns that a text takes in a terminal: East Asian letters two, accents none."""
    # "W" and "F" are wide and full-width in Unicode; "Mn" and "Me" are marks set on another letter.
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in {"Mn", "Me"} for c in text)


def _wrapped(text: str, first: str = "", others: str = "") -> str:
    """Break a text into lines of a terminal."""
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=others)

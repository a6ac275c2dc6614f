"""A list of recommendations in a terminal."""

from __future__ import annotations

import textwrap
import unicodedata

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import ReasonKind, Recommendations
from netzwerkwandel.show.views.advice import last_contact
from netzwerkwandel.texts import Language, printable


WIDTH = 100
WIDEST_NAME = 34


def table(recommendations: Recommendations, name: str, language: Language | None = None) -> str:
    """Write the recommendations as a table, the reasons for each, and the list as a whole.

    Parameters
    ----------
    recommendations : Recommendations
        Whom to talk to.
    name : str
        What to call the person who asks; empty to speak to her.
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
    who = printable(check_kind("name", name, str))
    parts = [texts.say("list title", who=who) if who else texts.say("report list")]
    if recommendations:
        columns = ("name", "function", "last", "reach")
        rows = [["", *(texts.say(f"column {column}") for column in columns)]]
        for place, pick in enumerate(recommendations, 1):
            who = _shortened(called(pick.contact, texts), WIDEST_NAME)
            facts = {reason.kind: reason for reason in pick.reasons}
            reach = facts[ReasonKind.REACH]["people"] if ReasonKind.REACH in facts else None
            new = texts.number(reach) if isinstance(reach, int) else ""
            cells = (pick.label(texts), last_contact(pick, texts), new)
            rows.append([str(place), who, *cells])
        reasons = [
            _wrapped(pick.explain(texts), f"{place:>2}. ", "    ")
            for place, pick in enumerate(recommendations, 1)
        ]
        parts += ["\n".join(_aligned(rows)), texts.say("list why"), "\n".join(reasons)]
        parts.append(texts.say("list overview"))
    parts.append("\n".join(map(_wrapped, recommendations.explain(texts).split("\n"))))
    return "\n\n".join(parts)


def _aligned(rows: list[list[str]]) -> list[str]:
    """Write rows with their columns below each other, and a rule below the first.

    A column in which nothing stands below its head is left out.
    """
    columns = [column for column in zip(*rows, strict=True) if any(column[1:])]
    rows = [list(row) for row in zip(*columns, strict=True)]
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
    text = text[: 4 * width]  # a letter may have several accents, each of no width
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

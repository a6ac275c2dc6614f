from __future__ import annotations

from html import escape

from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import Recommendation, Recommendations, overview
from netzwerkwandel.recommending.reason_wording import explain
from netzwerkwandel.show.columns import function_of, last_contact
from netzwerkwandel.texts import Catalogue, catalogue


_CELL = "text-align: left; vertical-align: top; padding: 0.3em 0.8em"


def html(recommendations: Recommendations, language: str = "en") -> str:
    """Write the recommendations as a table for a notebook or a page, and below it the overview.

    Parameters
    ----------
    recommendations : Recommendations
        Whom to talk to.
    language : str
        ``"en"`` or ``"de"``.
    """
    texts = catalogue(language)
    parts = [f'<div lang="{escape(texts.language)}">']
    if recommendations:
        parts.append(_table(texts, recommendations))
    parts += [
        f"<p>{escape(line)}</p>" for line in overview.explain(recommendations, language).split("\n")
    ]
    return "\n".join([*parts, "</div>"])


def _table(texts: Catalogue, recommendations: Recommendations) -> str:
    columns = ("name", "function", "last", "why")
    head = "".join(
        f'<th scope="col" style="{_CELL}">{escape(texts.say(f"column {column}"))}</th>'
        for column in columns
    )
    rows = "\n".join(_row(texts, pick) for pick in recommendations)
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(texts: Catalogue, pick: Recommendation) -> str:
    name = f'<th scope="row" dir="auto" style="{_CELL}">{escape(called(pick.contact, texts))}</th>'
    cells = (
        function_of(pick, texts),
        last_contact(pick, texts),
        explain(pick, texts.language),
    )
    others = "".join(f'<td style="{_CELL}">{escape(cell)}</td>' for cell in cells)
    return f"<tr>{name}{others}</tr>"

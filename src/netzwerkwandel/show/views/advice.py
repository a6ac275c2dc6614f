"""What is told of whom to talk to, of introductions, and of what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import (
    Introduction,
    Question,
    ReasonKind,
    Recommendation,
    Recommendations,
)
from netzwerkwandel.show.views.view import Row, Whole, explained, who
from netzwerkwandel.texts import Catalogue


def last_contact(pick: Recommendation, texts: Catalogue) -> str:
    """Name the day of the last contact; empty where the data shows none, which is not "never"."""
    for reason in pick.reasons:
        if reason.kind is ReasonKind.SILENCE:
            last = reason["last"]
            return texts.day(last) if isinstance(last, date) else ""
    return ""


ROWS: Mapping[type, Row] = {
    Recommendation: Row(
        "shown pick",
        {
            "column name": who,
            "column function": lambda pick, texts: pick.label(texts),
            "column last": last_contact,
            "column why": explained,
        },
        {"column opening": lambda pick, texts: pick.opening(texts)},
    ),
    Introduction: Row(
        "shown introduction",
        {
            "column name": who,
            "column through": lambda one, texts: called(one.through, texts),
            "column why": explained,
        },
    ),
    Question: Row(
        "shown question",
        {
            "column question": lambda one, texts: one.question(texts),
            "column why": lambda one, texts: one.why(texts),
            "column answer": lambda one, texts: one.answers(texts),
        },
    ),
    PossibleDuplicate: Row(
        "shown duplicate",
        {
            "column name": lambda group, texts: group.in_short(texts),
            "column speaks": lambda group, texts: texts.listing(
                [texts.say(f"same {reason}") for reason in group.reasons]
            ),
            "column likelihood": lambda group, texts: texts.percent(group.likelihood),
        },
    ),
}

WHOLES: Mapping[type, Whole] = {
    Recommendations: Whole(lambda picks: picks.picks, explained, is_told_below=True),
}

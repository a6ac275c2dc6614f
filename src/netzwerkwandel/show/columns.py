"""What a table says of a recommendation, the same in a terminal as in a notebook."""

from __future__ import annotations

from datetime import date

from netzwerkwandel.recommending import ReasonKind, Recommendation
from netzwerkwandel.texts import Catalogue


def function_of(pick: Recommendation, texts: Catalogue) -> str:
    """Name what a contact adds to the list; empty where that is none of the six functions."""
    return "" if pick.function is None else texts.say(f"function {pick.function}")


def last_contact(pick: Recommendation, texts: Catalogue) -> str:
    """Name the day of the last contact; empty where the data knows no days."""
    for reason in pick.reasons:
        if reason.kind is ReasonKind.NEVER:
            return texts.say("never")
        if reason.kind is ReasonKind.SILENCE:
            last = reason["last"]
            return texts.day(last) if isinstance(last, date) else ""
    return ""


def new_people(pick: Recommendation, texts: Catalogue) -> str:
    """Say how many people a contact knows whom the one who asks does not."""
    reach = [reason["people"] for reason in pick.reasons if reason.kind is ReasonKind.REACH]
    return texts.number(sum(people for people in reach if isinstance(people, int)))

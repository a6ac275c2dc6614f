"""What is told of a change, of what was tried, and of what came of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

import attrs

from netzwerkwandel.change import (
    ExperimentEffect,
    NetworkChange,
    RankedExperiment,
    ReconnectedTie,
    SuggestionEffect,
)
from netzwerkwandel.change.experiment_effect import title_of
from netzwerkwandel.model import Answer, Experiment, Suggestion
from netzwerkwandel.model.moments import DAYS_A_YEAR
from netzwerkwandel.show.views.view import (
    EXPLAINED,
    Row,
    Whole,
    count,
    day,
    explained,
    functions,
    percent,
    who,
)
from netzwerkwandel.texts import Catalogue


@attrs.frozen
class Figure:
    """One figure of a change, by its name."""

    of: NetworkChange
    name: str
    value: float

    def written(self, texts: Catalogue) -> str:
        """Its value with two places, a whole one with none, and nothing where it is not known."""
        if math.isnan(self.value):
            return ""
        if self.value == int(self.value):
            return texts.number(int(self.value))
        point = "." if texts.thousands == "," else ","
        return f"{self.value:.2f}".replace(".", point)


def _days(tried: Experiment, until: date | None, texts: Catalogue) -> str:
    ends = [day(tried.started, texts), day(until, texts)]
    return " – ".join(filter(None, dict.fromkeys(ends)))


def _answer(value: Suggestion, texts: Catalogue) -> str:
    return "" if value.answer is Answer.OPEN else texts.say(f"came {value.answer}")


ROWS: Mapping[type, Row] = {
    ExperimentEffect: Row(
        "shown experiment",
        {
            "column title": lambda one, texts: title_of(one.experiment, texts),
            "column days": lambda one, texts: _days(one.experiment, one.until, texts),
            "column met": count("met"),
            "column new": count("new"),
            "column apart": count("non_redundant"),
            "column second": count("second_contact"),
        },
        EXPLAINED,
    ),
    RankedExperiment: Row(
        "shown planned",
        {
            "column title": lambda one, texts: title_of(one.experiment, texts),
            "column expected": explained,
        },
    ),
    Experiment: Row(
        "shown experiment",
        {
            "column title": title_of,
            "column days": lambda one, texts: _days(one, one.ended, texts),
            "column fields": lambda one, _: one.field,
            "column met": count("met"),
        },
    ),
    SuggestionEffect: Row(
        "shown suggestion",
        {
            "column name": who,
            "column on": lambda one, texts: day(one.suggestion.on, texts),
            "column came": lambda one, texts: _answer(one.suggestion, texts),
            "column brought": lambda one, texts: functions(one.suggestion.brought, texts),
            "column people met": lambda one, texts: texts.number(
                len({*one.suggestion.introduced, *one.met})
            ),
        },
        EXPLAINED,
    ),
    Suggestion: Row(
        "shown suggestion",
        {
            "column on": lambda one, texts: day(one.on, texts),
            "column came": _answer,
            "column brought": lambda one, texts: functions(one.brought, texts),
            "column people met": count("introduced"),
        },
    ),
    ReconnectedTie: Row(
        "shown reconnected",
        {
            "column name": who,
            "column on": lambda one, texts: day(one.when.date(), texts),
            "column silence": lambda one, texts: texts.span(int(one.silence * DAYS_A_YEAR)),
            "column people met": count("people"),
        },
        EXPLAINED,
    ),
    NetworkChange: Row(
        "shown step",
        {
            "column until": lambda step, texts: (
                "" if step.moments[1] is None else texts.day(step.moments[1].date())
            ),
            "column contacts": lambda step, texts: texts.number(int(step.contacts.after)),
            "column new": count("came"),
            "column woken": count("reconnected"),
            "column quiet": count("went"),
            "column core": lambda step, texts: percent(step.to_inner_circle.share.after, texts),
        },
        EXPLAINED,
    ),
    Figure: Row(
        "shown figure",
        {
            "column meaning": lambda one, texts: one.of.meaning(one.name, texts),
            "column value": Figure.written,
        },
    ),
}

WHOLES: Mapping[type, Whole] = {
    NetworkChange: Whole(
        lambda change: [Figure(change, *each) for each in change.figures().items()],
        explained,
        is_folded=True,
    ),
}

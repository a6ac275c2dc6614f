"""What was tried and what is planned, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from netzwerkwandel.change import ExperimentEffect, RankedExperiment, RankedExperiments
from netzwerkwandel.model import Experiment
from netzwerkwandel.texts import Catalogue, catalogue, printable


USUAL_HOURS = 10.0
"""The hours that are spoken of where fewer than one, or none, are planned."""


def explain_effect(effect: ExperimentEffect, language: str = "en") -> str:
    """Say whom an experiment led to and what came of it, a line for each subject."""
    texts = catalogue(language)
    days = texts.day(effect.experiment.started), texts.day(effect.until)
    title = _title(texts, effect.experiment)
    lines = (
        texts.say("experiment span", title=title, started=days[0], until=days[1]),
        " ".join(_people(texts, effect)),
        " ".join(_gains(texts, effect)) if effect.new else "",
    )
    return "\n".join(line for line in lines if line)


def _title(texts: Catalogue, experiment: Experiment) -> str:
    return printable(experiment.title) or texts.say("experiment nameless")


def _people(texts: Catalogue, effect: ExperimentEffect) -> Iterator[str]:
    met, new = len(effect.met), len(effect.new)
    if not met:
        yield texts.say("experiment met none")
        return
    yield texts.say(f"experiment met {'stated' if effect.met_is_stated else 'found'}", met)
    if not new:
        yield texts.say("experiment new none", met)
    elif effect.met_is_stated:
        yield texts.say("experiment new all" if new == met else "experiment new some", new)
    if effect.shared:
        yield texts.say("experiment shared", len(effect.shared))


def _gains(texts: Catalogue, effect: ExperimentEffect) -> Iterator[str]:
    counts = {
        "apart": len(effect.non_redundant),
        "circles": effect.new_circles,
        "second": len(effect.second_contact),
    }
    for name, n in counts.items():
        if n:
            yield texts.say(f"experiment {name}", n)
    if not effect.second_contact:
        yield texts.say("experiment second none")
    if effect.functions_gained:
        named = [texts.say(f"function {function}") for function in effect.functions_gained]
        yield texts.say("change gained", functions=texts.listing(named))
    if effect.experiment.hours:
        each = effect.experiment.hours / len(effect.new)
        yield texts.say("experiment effort", hours=_hours(texts, each))


def explain_ranking(ranked: RankedExperiments, language: str = "en") -> str:
    """Say what each idea may lead to, a line for each, and how sure that is."""
    return "\n".join(_ranking(catalogue(language), ranked))


def _ranking(texts: Catalogue, ranked: RankedExperiments) -> Iterator[str]:
    yield texts.say("planned title" if ranked else "planned none")
    for each in ranked:
        yield _idea(texts, each)
    unsure = [_title(texts, each.experiment) for each in ranked if each.is_uncertain]
    if unsure:
        yield texts.say("planned unsure", titles=texts.listing(list(dict.fromkeys(unsure))))
    if ranked.explores_long:
        yield texts.say("planned again")


def _idea(texts: Catalogue, idea: RankedExperiment) -> str:
    planned = idea.experiment.hours or 0.0
    hours = planned if planned >= 1 else USUAL_HOURS
    low, high = math.floor(idea.interval[0] * hours), math.ceil(idea.interval[1] * hours)
    people = round(idea.per_hour * hours)
    return texts.say(
        "planned people" if people else "planned nobody",
        people,
        title=_title(texts, idea.experiment),
        hours=_hours(texts, hours),
        low=texts.number(low),
        high=texts.number(high),
    )


def _hours(texts: Catalogue, hours: float) -> str:
    return texts.say("hours", max(round(hours), 1))

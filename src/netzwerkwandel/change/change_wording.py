"""What changed in a network, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from netzwerkwandel.change import NetworkChange
from netzwerkwandel.texts import Catalogue, catalogue


NOTICEABLE = 0.02
"""The relative change of constraint from which a network is said to have opened or closed."""

ANOTHER_SHAPE = 0.05
"""The distance of two social signatures, up to ln 2, from which they are said to differ."""


def explain(change: NetworkChange, language: str = "en") -> str:
    """Say what changed, a line for each subject; what the data cannot tell is left out."""
    texts = catalogue(language)
    return "\n".join(line for line in _lines(texts, change) if line)


def _lines(texts: Catalogue, change: NetworkChange) -> Iterator[str]:
    before, after = change.moments
    if before is not None and after is not None:
        days = texts.day(before.date()), texts.day(after.date())
        yield texts.say("change span", before=days[0], after=days[1])
    yield texts.say("change contacts", change.contacts[1], before=texts.number(change.contacts[0]))
    yield _moves(texts, change)
    yield " ".join(_attention(texts, change))
    yield " ".join(_structure(texts, change))
    yield " ".join(_functions(texts, change))
    yield _level(texts, change)


def _moves(texts: Catalogue, change: NetworkChange) -> str:
    counts = {"came": len(change.came), "woke": len(change.woke), "went": len(change.went)}
    moves = [texts.say(f"change {name}", n) for name, n in counts.items() if n]
    if not moves:
        return ""
    turnover = texts.say("change turnover", share=texts.percent(change.turnover))
    return f"{texts.sentence([texts.listing(moves)])} {turnover}"


def _attention(texts: Catalogue, change: NetworkChange) -> Iterator[str]:
    shares = {
        "core": change.core.share,
        "new": change.new.share,
        "woken": change.woken.share,
        "field": change.in_field.share,
    }
    for name, (before, after) in shares.items():
        if math.isnan(before) or math.isnan(after) or not (before or after):
            continue
        yield texts.say(f"change {name}", before=texts.percent(before), after=texts.percent(after))
    if not math.isnan(change.signature_distance):
        another = change.signature_distance >= ANOTHER_SHAPE
        yield texts.say(f"change shape {'more' if another else 'less'}")


def _structure(texts: Catalogue, change: NetworkChange) -> Iterator[str]:
    before, after = change.constraint
    if not (math.isnan(before) or math.isnan(after)):
        yield texts.say(f"change structure {_direction(before, after, NOTICEABLE * before)}")
    yield texts.say("change circles", change.circles[1], before=texts.number(change.circles[0]))


def _functions(texts: Catalogue, change: NetworkChange) -> Iterator[str]:
    for name, functions in (("gained", change.functions_gained), ("lost", change.functions_lost)):
        if functions:
            named = texts.listing([texts.say(f"function {function}") for function in functions])
            yield texts.say(f"change {name}", functions=named)


def _level(texts: Catalogue, change: NetworkChange) -> str:
    before, after = change.level
    if math.isnan(before) or math.isnan(after) or not (before or after):
        return ""
    return texts.say(f"change level {_direction(before, after, 0.0)}")


def _direction(before: float, after: float, least: float) -> str:
    if after > before + least:
        return "more"
    return "less" if after < before - least else "alike"


def meaning(figure: str, language: str = "en") -> str:
    """Say in a sentence what a figure of a change means; see ``NetworkChange.meaning``."""
    return catalogue(language).say(f"figure {figure}")

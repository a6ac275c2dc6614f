"""The list as a whole, in plain words: what it lacks, what it changes, how it compares."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netzwerkwandel.model import Function
from netzwerkwandel.recommending import Comparison, Recommendations, Shortfall, ShortfallKind
from netzwerkwandel.scoring import NetworkCoverage
from netzwerkwandel.texts import Catalogue, catalogue


NOTICEABLE = 0.02
"""The relative change of constraint from which a network is said to open or close."""

DIFFERENT = 0.05
"""The difference of two shares, each from 0 to 1, from which one is said to be more."""


def explain(recommendations: Recommendations, language: str = "en") -> str:
    """Say what is known of the list as a whole, a line for each subject."""
    return "\n".join(line for line in _lines(catalogue(language), recommendations) if line)


def _lines(texts: Catalogue, recommendations: Recommendations) -> Iterator[str]:
    chosen = len(recommendations)
    if chosen:
        picks = texts.number(chosen)
        yield texts.say("list considered", recommendations.candidates, picks=picks)
    else:
        yield texts.say("shortfall nobody")
    unheld = [
        shortfall.function
        for shortfall in recommendations.shortfalls
        if shortfall.kind is ShortfallKind.SAFE_BASE
    ]
    yield " ".join(_shortfalls(texts, recommendations.shortfalls))
    yield texts.say("shortfall safe base", functions=_named(texts, unheld)) if unheld else ""
    yield " ".join(_coverage(texts, recommendations.coverage, unheld))
    if chosen:
        before, after = recommendations.effect.constraint
        yield texts.say(f"effect {_level(after, before, NOTICEABLE * before)}")
    if recommendations.comparison is not None and recommendations.comparison.own.contacts:
        yield " ".join(_comparison(texts, recommendations.comparison))


def _shortfalls(texts: Catalogue, shortfalls: Collection[Shortfall]) -> Iterator[str]:
    for shortfall in shortfalls:
        match shortfall.kind:
            case ShortfallKind.FUNCTION:
                functions = _named(texts, [shortfall.function])
                yield texts.say("shortfall function", shortfall.n, functions=functions)
            case ShortfallKind.FEWER if shortfall.n:
                yield texts.say("shortfall fewer", shortfall.n)
            case ShortfallKind.FEW_CANDIDATES | ShortfallKind.ONE_CIRCLE:
                yield texts.say(f"shortfall {shortfall.kind}", shortfall.n)


def _coverage(
    texts: Catalogue, coverage: NetworkCoverage, told: Collection[Function | None]
) -> Iterator[str]:
    """Name what the network lacks, save what was told, and what hangs on few."""
    one = coverage.single_points
    core = [function for function in coverage.core_only if function not in one]
    if not (coverage.missing or one or core):
        yield texts.say("coverage whole", functions=_named(texts, list(Function)))
    missing = [function for function in coverage.missing if function not in told]
    for name, functions in (("missing", missing), ("one", one), ("core", core)):
        if functions:
            yield texts.say(f"coverage {name}", len(functions), functions=_named(texts, functions))


def _named(texts: Catalogue, functions: Collection[Function | None]) -> str:
    return texts.listing([texts.say(f"function {function}") for function in functions])


def _comparison(texts: Catalogue, comparison: Comparison) -> Iterator[str]:
    listed, own = comparison.suggested, comparison.own
    both = len(comparison.in_both)
    share = "none" if not both else "all" if both == own.contacts else "some"
    yield texts.say(f"compare both {share}", own.contacts, both=texts.number(both))
    if not listed.contacts:
        return
    past = _level(listed.shared_time, own.shared_time, DIFFERENT)
    overlap = _level(listed.redundancy, own.redundancy, DIFFERENT)
    yield texts.say(f"compare past {past}")
    yield texts.say(f"compare overlap {overlap}")
    if listed.asleep or own.asleep:
        yield texts.say("compare asleep", listed.asleep, own=texts.number(own.asleep))
    yield _added(texts, comparison)


def _added(texts: Catalogue, comparison: Comparison) -> str:
    added = {"circles": comparison.added_circles, "people": comparison.added_people}
    parts = [texts.say(f"compare {name}", n) for name, n in added.items() if n]
    if not parts:
        return texts.say("compare adds nothing")
    return texts.say("compare adds", parts=texts.listing(parts))


def _level(value: float, other: float, least: float) -> str:
    """Whether a value is less or more than another, or about alike."""
    if value < other - least:
        return "less"
    return "more" if value > other + least else "alike"

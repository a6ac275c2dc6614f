from __future__ import annotations

from netzwerkwandel.model import Channel
from netzwerkwandel.recommend import Reason, ReasonKind, Recommendation
from netzwerkwandel.show.texts import catalogue
from netzwerkwandel.show.texts.catalogue import Catalogue


ASLEEP = 365
"""Days without contact from which one says so, rather than when the last one was."""


def explain(recommendation: Recommendation, language: str = "en") -> str:
    """Say why to talk to a person, in one sentence; see ``Recommendation.explain``."""
    texts = catalogue(language)
    by_kind = {reason.kind: reason for reason in recommendation.reasons}
    silence = by_kind.get(ReasonKind.SILENCE)
    asleep = silence is not None and _number(silence, "days") >= ASLEEP
    clauses = [_clause(texts, reason, asleep=asleep) for reason in recommendation.reasons]
    if not clauses:
        return ""
    sentence = "; ".join(clauses) + "."
    return sentence[0].upper() + sentence[1:]


def _clause(texts: Catalogue, reason: Reason, *, asleep: bool) -> str:
    match reason.kind:
        case ReasonKind.SILENCE:
            return _silence(texts, _number(reason, "days"), asleep=asleep)
        case ReasonKind.NEVER:
            return texts.say("reason never")
        case ReasonKind.HISTORY:
            return _history(texts, reason, asleep=asleep)
        case ReasonKind.RELATION:
            return texts.say(f"relation {reason['relation']}")
        case ReasonKind.REACH:
            return texts.say("reason reach", _number(reason, "people"))
        case ReasonKind.CLOSEST:
            return _closest(texts, _number(reason, "knowing"), _number(reason, "closest"))
        case ReasonKind.FIELD:
            return texts.say("reason field", field=str(reason["field"]))


def _silence(texts: Catalogue, days: int, *, asleep: bool) -> str:
    if days < 1:
        return texts.say("reason today")
    return texts.say("reason silence" if asleep else "reason recent", span=texts.span(days))


def _history(texts: Catalogue, reason: Reason, *, asleep: bool) -> str:
    values = dict(reason.values)
    counts = [
        texts.say(f"channel {channel}", int(str(values[channel])))
        for channel in Channel
        if channel in values
    ]
    name = "reason before" if asleep else "reason so far"
    span = _number(reason, "span")
    if span < 1:
        return texts.say(f"{name} once", counts=texts.listing(counts))
    return texts.say(name, counts=texts.listing(counts), span=texts.span(span))


def _closest(texts: Catalogue, knowing: int, closest: int) -> str:
    few = texts.word(closest)
    if not knowing:
        return texts.say("reason closest none", closest, few=few)
    if closest == 1:
        return texts.say("reason closest only")
    return texts.say("reason closest some", knowing, knowing=texts.word(knowing), few=few)


def _number(reason: Reason, name: str) -> int:
    value = reason[name]
    assert isinstance(value, int)
    return value

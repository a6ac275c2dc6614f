from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from netzwerkwandel.model import Channel
from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation
from netzwerkwandel.texts import Catalogue, catalogue, printable


FEW = 3
"""Who knows one of so many of the closest contacts, or fewer, is of another circle."""
ASLEEP = 365
"""Days without contact from which one says so, rather than when the last one was."""

Reasons = Mapping[ReasonKind, Reason]


def explain(recommendation: Recommendation, language: str = "en") -> str:
    """Say who somebody is, when you were in touch and how to begin: a sentence for each."""
    texts = catalogue(language)
    reasons = {reason.kind: reason for reason in recommendation.reasons}
    who = called(recommendation.contact, texts)
    clauses = (_portrait(texts, reasons, who), _story(texts, reasons), _first_step(texts, reasons))
    return " ".join(texts.sentence(sentence) for sentence in clauses if sentence)


def facts(texts: Catalogue, reasons: Reasons) -> str:
    """List what is said of a person, as it stands after the name; empty where that is nothing."""
    return texts.listing(list(_facts(texts, reasons)))


def _portrait(texts: Catalogue, reasons: Reasons, who: str) -> list[str]:
    told = facts(texts, reasons)
    return [f"{who} {told}" if told else texts.say("reason known", who=who)]


def _facts(texts: Catalogue, reasons: Reasons) -> Iterator[str]:
    told = [fact for reason in reasons.values() for fact in _fact(texts, reason)]
    yield from told
    reach, closest = reasons.get(ReasonKind.REACH), reasons.get(ReasonKind.CLOSEST)
    new = "" if reach is None else texts.say("reason reach", _number(reach, "people"))
    if closest is not None and (_is_apart(closest) or not (new or told)):
        yield _closest(texts, closest, new)
    elif new:
        yield new


def _is_apart(closest: Reason) -> bool:
    """Whether so few of the closest contacts know somebody that it is worth saying."""
    return _number(closest, "knowing") * FEW <= _number(closest, "closest")


def _fact(texts: Catalogue, reason: Reason) -> Iterator[str]:
    match reason.kind:
        case ReasonKind.RELATION:
            yield texts.say(f"relation {reason['relation']}")
        case ReasonKind.FIELD:
            yield texts.say("reason field", field=_field(reason))
        case ReasonKind.IN_FIELD:
            yield texts.say("reason in field", _number(reason, "people"))
        case ReasonKind.MOVED:
            yield _move(texts, reason)
        case ReasonKind.CHANGED_CAREER:
            yield texts.say("reason changed career")
        case ReasonKind.FUNCTION:
            functions = str(reason["functions"]).split(",")
            named = texts.listing([texts.say(f"function {function}") for function in functions])
            yield texts.say("reason function", functions=named)


def _move(texts: Catalogue, reason: Reason) -> str:
    values = dict(reason.values)
    organisation = printable(str(values.get("organisation", "")))
    position = printable(str(values.get("position", "")))
    since = values["since"]
    assert isinstance(since, date)
    month = f"{texts.months[since.month - 1]} {since.year}"
    at = " at" if values["new"] == "position" and organisation else ""
    name = f"reason new {values['new']}{at}"
    return texts.say(name, organisation=organisation, position=position, month=month)


def _closest(texts: Catalogue, reason: Reason, new: str) -> str:
    knowing, closest = _number(reason, "knowing"), _number(reason, "closest")
    share = "none" if not knowing else "all" if knowing == closest else "some"
    name = f"reason reach closest {share}" if new else f"reason closest {share}"
    few, some = texts.word(closest), texts.word(knowing)
    return texts.say(name, closest, reach=new, few=few, knowing=some)


def _story(texts: Catalogue, reasons: Reasons) -> list[str]:
    if ReasonKind.NEVER in reasons:
        return [texts.say("reason never")]
    silence, history = reasons.get(ReasonKind.SILENCE), reasons.get(ReasonKind.HISTORY)
    told = [] if silence is None else [_silence(texts, _number(silence, "days"))]
    if history is not None:
        told.append(_history(texts, history, asleep=_is_asleep(reasons)))
    return told


def _silence(texts: Catalogue, days: int) -> str:
    if days < 1:
        return texts.say("reason today")
    return texts.say("reason silence" if days >= ASLEEP else "reason recent", span=texts.span(days))


def _history(texts: Catalogue, reason: Reason, *, asleep: bool) -> str:
    values = dict(reason.values)
    numbers = {c: _number(reason, c) for c in Channel if c in values}
    counts = texts.listing([texts.say(f"channel {channel}", n) for channel, n in numbers.items()])
    name = "reason before" if asleep else "reason so far"
    span, total = _number(reason, "span"), sum(numbers.values())
    if span < 1:
        return texts.say(f"{name} once", total, counts=counts)
    return texts.say(name, total, counts=counts, span=texts.span(span))


def _first_step(texts: Catalogue, reasons: Reasons) -> list[str]:
    begin = reasons.get(ReasonKind.FIRST_STEP)
    if begin is None:
        return []
    values = dict(begin.values)
    step = texts.say(f"step {values['way']}")
    more = _more(texts, reasons)
    clauses = [texts.say("step and", step=step, more=more) if more else step]
    last = values.get("last")
    if isinstance(last, date):
        clauses.insert(0, texts.say(f"last {values['channel']}", last=texts.day(last)))
    return clauses


def _more(texts: Catalogue, reasons: Reasons) -> str:
    """What one could ask, or may expect."""
    if ReasonKind.CHANGED_CAREER in reasons:
        return texts.say("more change")
    if ReasonKind.FIELD in reasons:
        return texts.say("more field", field=_field(reasons[ReasonKind.FIELD]))
    if ReasonKind.MOVED in reasons:
        return texts.say("more moved")
    if ReasonKind.REACH in reasons:
        return texts.say("more reach")
    return texts.say("more asleep") if _is_asleep(reasons) else ""


def _field(reason: Reason) -> str:
    return printable(str(reason["field"]))


def _is_asleep(reasons: Reasons) -> bool:
    silence = reasons.get(ReasonKind.SILENCE)
    return silence is not None and _number(silence, "days") >= ASLEEP


def _number(reason: Reason, name: str) -> int:
    value = reason[name]
    assert isinstance(value, int)
    return value

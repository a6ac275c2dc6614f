"""What every list promises, whatever network it is made of, for tests to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

import netzwerkwandel as nw
from netzwerkwandel.network import Ties
from netzwerkwandel.recommending import Recommendations, ShortfallKind
from netzwerkwandel.scoring import function_amounts
from netzwerkwandel.scoring._function_coverage import SERVES
from netzwerkwandel.scoring.six_functions import outside
from netzwerkwandel.texts import LANGUAGES, catalogue


A_MONTH = 30 * 86_400
TRACES = re.compile(r"[{}@]|\bnan\b|\bNone\b|  |\.\.|;\.|, \.")


def broken(network: nw.Network, picks: Recommendations, goal: nw.Goal | None) -> list[str]:
    """Say which promises a list of a network's owner breaks."""
    ties = network.ties_of()
    row_of = {network.keys[i]: row for row, i in enumerate(ties.target.tolist())}
    amounts = function_amounts(ties, goal)
    problems = [*_of_the_whole(network, picks), *_of_who_is_one(network, picks), *_of_texts(picks)]
    for pick in picks:
        row = row_of[pick.contact.key]
        of_pick = [
            *_of_label(ties, row, pick, amounts[:, row], goal),
            *_of_contact(ties, row, pick),
        ]
        problems += [f"{problem}: {pick.contact.key}" for problem in of_pick]
    return problems


def _of_label(ties: Ties, row: int, pick, amounts, goal) -> Iterator[str]:
    """A label is above the threshold, has its fact, and of the inner circle is support."""
    facts = [r for r in pick.reasons if r.kind is nw.ReasonKind.BRINGS]
    if pick.function is None:
        if facts:
            yield "a fact without a label"
        return
    if amounts[tuple(nw.Function).index(pick.function)] < SERVES:
        yield "a label below the threshold"
    if [fact["function"] for fact in facts] != [pick.function]:
        yield "a label without its fact"
        return
    because = str(facts[0]["because"])
    channels = {i.channel for i in ties.interactions_of(row)}
    wrote = not channels <= {nw.Channel.MEETING, nw.Channel.CALL}
    is_true = {
        "stated": lambda: ties.serves(pick.function)[row],
        "close": lambda: pick.function is nw.Function.SUPPORT,
        "trust": lambda: ties.trust_is_stated[row],
        "answer": lambda: ties.answers[row] == 1 and ties.silence[row] < 1 and wrote,
        "answered": lambda: ties.answers[row] == 1 and ties.silence[row] >= 1 and wrote,
        "meet": lambda: ties.answers[row] == 1 and ties.silence[row] < 1 and not wrote,
        "meet before": lambda: ties.answers[row] == 1 and ties.silence[row] >= 1 and not wrote,
        "reach": lambda: ties.reach[row] > 0,
        "renewed": lambda: ties.silence[row] >= 1,
        "field": lambda: goal is not None and ties.in_field(goal)[row] > 0,
        "change": lambda: ties.changed_career[row],
        "way": lambda: any(ties.has_relation(r)[row] for r in ("mentor", "role model")),
    }
    if not is_true[because]():
        yield f"a fact that is not so ({because})"
    if outside(ties)[row] == 0 and pick.function is not nw.Function.SUPPORT:
        yield "one of the inner circle said to bring something else than support"


def _of_contact(ties: Ties, row: int, pick) -> Iterator[str]:
    as_of = ties.network.as_of
    if as_of is None:
        return
    if as_of.timestamp() - ties.last_talk[row] < A_MONTH:
        yield "somebody just met or phoned"
    if ties.ended_in_conflict[row]:
        yield "somebody parted from in a quarrel"
    (step,) = (r for r in pick.reasons if r.kind is nw.ReasonKind.FIRST_STEP)
    values = dict(step.values)
    if values["way"] == "call" and not any(k.startswith("tel:") for k in pick.contact.keys):
        yield "a call without a number"
    if values.get("question") == "long silent" and not ties.silence[row] >= 1:
        yield "a start with somebody in touch"
    for reason in pick.reasons:
        if reason.kind is nw.ReasonKind.CLOSEST and not ties.relations_known[row] > 0:
            yield "said to know none of some, of whom nobody is known whom she knows"
        if reason.kind is nw.ReasonKind.SILENCE:
            days = int((as_of.timestamp() - ties.last_contact[row]) // 86_400)
            if reason["days"] != days:
                yield "a wrong silence"


def _of_the_whole(network: nw.Network, picks: Recommendations) -> Iterator[str]:
    """The overview contradicts no label and no reason."""
    labels = {pick.function for pick in picks if pick.function is not None}
    if labels.intersection(picks.coverage.missing):
        yield "a label that nobody serves, says the overview"
    for function in labels:
        listed = {pick.contact.key for pick in picks if pick.function is function}
        if not listed <= set(picks.coverage[function].keys):
            yield "a label that the overview does not count"
    kinds = {reason.kind for pick in picks for reason in pick.reasons}
    for short in picks.shortfalls:
        if short.kind is ShortfallKind.SAFE_BASE and short.function in labels:
            yield "a label for what nobody gives, says the shortfall"
        if short.kind is ShortfallKind.CANNOT_SHOW and labels.intersection(short.functions):
            yield "a label for what cannot be shown"
        if short.kind is ShortfallKind.NO_FIELD and nw.ReasonKind.FIELD in kinds:
            yield "a field in which nobody works"
        if short.kind is ShortfallKind.NOBODY and len(picks):
            yield "nobody, and a list"
    if not 0 <= picks.certificate <= 1:
        yield "a certificate that is no share"


def _of_who_is_one(network: nw.Network, picks: Recommendations) -> Iterator[str]:
    for group in set(map(id, network.open_questions.values())):
        named = [p for p in picks if id(network.open_questions.get(p.contact.key)) == group]
        if len(named) > 1:
            yield "two who may be one person"


def _of_texts(picks: Recommendations) -> Iterator[str]:
    for language in LANGUAGES:
        texts = catalogue(language)
        told: dict[str, object] = {}
        for pick in picks:
            name = pick.contact.label.partition("@")[0]
            text = pick.explain(language).replace(name, "X")
            # Of two who are alike in all that is told, the words are the same.
            facts = [(reason.kind, reason.values) for reason in pick.reasons]
            if told.setdefault(text, facts) != facts:
                yield "two of whom one text tells different facts"
            for formal in (False, True):
                if TRACES.search(pick.opening(language, formal=formal)):
                    yield "an opening with a trace of how it is made"
            if TRACES.search(text):
                yield f"a text with a trace of how it is made ({text})"
            if pick.function is not None:
                named = texts.say(f"function {pick.function}")
                whole = picks.explain(language)
                nobody = texts.say("has missing", 1, functions=named)
                if nobody in whole:
                    yield "the overview says that nobody brings what a label says"
        if TRACES.search(picks.explain(language)):
            yield "an overview with a trace of how it is made"

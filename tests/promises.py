"""What every list promises, whatever network it is made of, for tests to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import netzwerkwandel as nw
from netzwerkwandel.network import Ties
from netzwerkwandel.recommending import Recommendations, ShortfallKind
from netzwerkwandel.recommending.first_steps import AFTER_SILENCE
from netzwerkwandel.scoring import function_amounts
from netzwerkwandel.scoring._function_coverage import SERVES
from netzwerkwandel.scoring.six_functions import outside
from netzwerkwandel.texts import LANGUAGES, catalogue


A_MONTH, TO_FEW = 30 * 86_400, 4
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
        problems += [f"{problem}: {pick.contact.key}, {pick.function}" for problem in of_pick]
    return problems


def of_the_inner_circle(network: nw.Network, picks: Recommendations) -> list[str]:
    """Say of whom of the inner circle a list says that she brings something else than support.

    By a label whatever is stated; by the coverage unless it is stated.
    """
    ties = network.ties_of()
    inner = {network.keys[i]: row for row, i in enumerate(ties.target.tolist())}
    inner = {key: row for key, row in inner.items() if outside(ties)[row] == 0}
    labels = [(p.contact.key, p.function) for p in picks if p.contact.key in inner and p.function]
    labels += [
        (key, function)
        for function in nw.Function
        for key in picks.coverage[function].keys
        if key in inner and not ties.serves(function)[inner[key]]
    ]
    return [
        f"{key} of the inner circle is said to bring {function}"
        for key, function in labels
        if function is not nw.Function.SUPPORT
    ]


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


def _of_contact(ties: Ties, row: int, pick) -> Iterator[str]:
    """Nobody just met, phoned or introduced, or parted from, and a start that fits."""
    as_of = ties.network.as_of
    if as_of is None:
        return
    if as_of.timestamp() - ties.last_talk[row] < A_MONTH:
        yield "somebody just met or phoned"
    introduced = [made for made in ties.network.suggestions if pick.contact.key in made.introduced]
    if any(as_of.date() - made.talked < timedelta(days=30) for made in introduced):
        yield "somebody just introduced"
    if ties.ended_in_conflict[row]:
        yield "somebody parted from in a quarrel"
    (step,) = (r for r in pick.reasons if r.kind is nw.ReasonKind.FIRST_STEP)
    values = dict(step.values)
    if values["way"] == "call" and not any(k.startswith("tel:") for k in pick.contact.keys):
        yield "a call without a number"
    if values.get("question") in AFTER_SILENCE and not ties.silence[row] >= 1:
        yield "a start with somebody in touch"
    yield from _of_facts(ties, row, pick, {reason.kind: reason for reason in pick.reasons})


def _of_facts(ties: Ties, row: int, pick, told) -> Iterator[str]:
    """What is said of contact is so, and nothing is said that is not known."""
    kinds, last = nw.ReasonKind, ties.last_contact[row]
    if kinds.CLOSEST in told and not ties.relations_known[row] > 0:
        yield "said to know none of some, of whom nobody is known whom she knows"
    if kinds.SILENCE in told and kinds.INTRODUCED not in told:
        days = int((ties.network.as_of.timestamp() - last) // 86_400)
        if told[kinds.SILENCE]["days"] != days:
            yield "a wrong silence"
    if kinds.AT_WORK in told and "change" in pick.opening("en"):
        yield "a letter that tells of a change who could carry it to work"
    relies = pick.function is not None and not ties.serves(pick.function)[row]
    if kinds.DOUBT in told and (relies or kinds.SILENCE in told):
        yield "something said of who may be somebody else"
    if any(reason.waits for reason in pick.reasons):
        written = [i for i in ties.interactions_of(row) if i.sender == pick.contact.key]
        if ties.answers[row] != 0.5 or not written or len(written[-1].participants) > TO_FEW:
            yield "an answer that is not due"


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

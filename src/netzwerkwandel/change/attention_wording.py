"""Where attention goes, who holds, and which ties woke, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from netzwerkwandel.change._safe_base import Holder, SafeBase
from netzwerkwandel.change.drift import Drift
from netzwerkwandel.change.woken import WokenTie, WokenTies
from netzwerkwandel.model.naming import called
from netzwerkwandel.texts import Catalogue, catalogue


SHOWN = 10
"""How many wakings are told, the latest ones."""
NOTICEABLE = 1.02
"""How many times constraint rises at least without a tie that is said to keep a network open."""


def explain_drift(drift: Drift, language: str = "en") -> str:
    """Say where attention goes, and whether more of it goes to the familiar again."""
    texts = catalogue(language)
    return " ".join(_drift(texts, drift)) or texts.say("attention unknown")


def _drift(texts: Catalogue, drift: Drift) -> Iterator[str]:
    shares = {"lately": drift.lately, "baseline": drift.baseline, "earlier": drift.earlier}
    if not drift.is_known:
        return
    for name, share in shares.items():
        if not math.isnan(share):
            yield texts.say(f"attention {name}", share=texts.percent(share))
    if not drift.is_sliding:
        yield texts.say("attention steady")
        return
    yield texts.say("attention slides")
    if drift.since is not None:
        month = f"{texts.months[drift.since.month - 1]} {drift.since.year}"
        yield texts.say("attention since", month=month)
    yield texts.say("attention natural")


def explain_safe_base(base: SafeBase, language: str = "en") -> str:
    """Say who holds, whether that is enough, and what hangs on whom, a line for each subject."""
    texts = catalogue(language)
    return "\n".join(line for line in _base(texts, base) if line)


def _base(texts: Catalogue, base: SafeBase) -> Iterator[str]:
    count = len(base.holders)
    who = _names(texts, base.holders)
    yield texts.say("base holders", count, who=who) if count else texts.say("base nobody")
    yield " ".join(_ground(texts, base))
    yield " ".join(_at_stake(texts, base.holders))
    if base.may_hold_back:
        old = texts.say("base old", len(base.may_hold_back))
        yield f"{old} {texts.say('base free')}"


def _names(texts: Catalogue, holders: Sequence[Holder]) -> str:
    return texts.listing([called(holder.contact, texts) for holder in holders])


def _ground(texts: Catalogue, base: SafeBase) -> Iterator[str]:
    count = len(base.holders)
    if base.circles > 1:
        yield texts.say("base circles", base.circles)
    elif count > 1:
        yield texts.say("base one circle")
    if 0 < count < base.floor:
        yield texts.say("base few", base.floor - count)


def _at_stake(texts: Catalogue, holders: Sequence[Holder]) -> Iterator[str]:
    for holder in holders:
        if holder.only_one_for:
            named = [texts.say(f"function {function}") for function in holder.only_one_for]
            who = called(holder.contact, texts)
            yield texts.say("base only", functions=texts.listing(named), who=who)
    opening = [each for each in holders if each.constraint[1] > each.constraint[0] * NOTICEABLE]
    if opening:
        yield texts.say("base opens", len(opening), who=_names(texts, opening))


def explain_woken(woken: WokenTies, language: str = "en") -> str:
    """Say which ties woke, by what first steps, and what followed, a line for each waking."""
    texts = catalogue(language)
    if not woken:
        return texts.say("woken nobody")
    return "\n".join(_woken(texts, woken))


def _woken(texts: Catalogue, woken: WokenTies) -> Iterator[str]:
    steps = [texts.say(f"channel {way}", count) for way, count in woken.first_steps.items()]
    own = sum(tie.by_owner and not tie.by_contact for tie in woken)
    parts = [
        texts.say("woken count", len({tie.contact.key for tie in woken})),
        texts.say("woken steps", len(woken), steps=texts.listing(steps)),
    ]
    if own:
        parts.append(texts.say("woken own", own))
    yield " ".join(parts)
    yield from (_waking(texts, tie) for tie in woken[-SHOWN:])
    if len(woken) > SHOWN:
        yield texts.say("woken earlier", len(woken) - SHOWN)


def _waking(texts: Catalogue, tie: WokenTie) -> str:
    brought = []
    if tie.days:
        brought.append(texts.say("woken days", tie.days))
    if tie.people:
        brought.append(texts.say("woken people", len(tie.people)))
    if not brought:
        brought.append(texts.say("woken once"))
    span = texts.span(int(tie.slept * 365.25))
    who = called(tie.contact, texts)
    return texts.say("woken tie", who=who, span=span, brought=texts.listing(brought))

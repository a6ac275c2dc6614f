"""Recommendations made by hand, for tests of how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import attrs

from netzwerkwandel.model import Contact, Function
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.recommending import (
    ListEffect,
    Reason,
    ReasonKind,
    Recommendation,
    Recommendations,
)
from netzwerkwandel.scoring import FunctionCoverage, NetworkCoverage


Served: TypeAlias = Mapping[Function, tuple[str, ...]]
TWO = ("ana", "ben")


def pick(name: str, people: int = 7, function: Function | None = Function.IDEAS) -> Recommendation:
    """Somebody who wrote three mails until 4 May 2024."""
    reasons = [
        Reason(ReasonKind.SILENCE, {"days": 900, "last": date(2024, 5, 4)}),
        Reason(ReasonKind.HISTORY, {"mail": 3, "span": 0}),
        Reason(ReasonKind.REACH, {"people": people}),
        Reason(ReasonKind.FIRST_STEP, {"way": "message", "question": "reach"}),
    ]
    if function is not None:
        brings = {"function": str(function), "because": "stated"}
        reasons.insert(3, Reason(ReasonKind.BRINGS, brings))
    return Recommendation(
        contact=Contact(key="somebody", name=name),
        function=function,
        score=1.0,
        gain=1.0,
        reasons=tuple(reasons),
    )


def coverage(served: Served, core: frozenset[Function] = frozenset()) -> NetworkCoverage:
    """Who serves each function: two people where nothing is said."""
    return NetworkCoverage(
        tuple(_coverage(f, served.get(f, TWO), core_only=f in core) for f in Function)
    )


def _coverage(function: Function, people: tuple[str, ...], *, core_only: bool) -> FunctionCoverage:
    n = len(people)
    return FunctionCoverage(
        function=function,
        keys=people,
        amounts=(0.5,) * n,
        is_stated=(False,) * n,
        circles=n,
        concentration=1 / n if n else float("nan"),
        core_only=core_only,
    )


LIST = Recommendations(
    picks=(),
    candidates=1234,
    certificate=1.0,
    coverage=coverage({}),
    effect=ListEffect(effective_size=Shift(8.0, 8.5), constraint=Shift(0.3, 0.25)),
)


def listed(*picks: Recommendation, **changes: object) -> Recommendations:
    """A list of some people."""
    return attrs.evolve(LIST, picks=picks, **changes)

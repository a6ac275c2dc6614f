from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum, unique

import attrs
import numpy as np

from netzwerkwandel.model import Function
from netzwerkwandel.network import IntArray
from netzwerkwandel.recommending.wishes import Wishes


ENOUGH_CANDIDATES = 10
"""Among fewer there is little to choose (Walter, Levin & Murnighan 2015 asked for ten)."""


@unique
class ShortfallKind(StrEnum):
    """What a list could not do."""

    NOBODY = "nobody"
    FEWER = "fewer"
    FEW_CANDIDATES = "few candidates"
    ONE_CIRCLE = "one circle"
    SAFE_BASE = "safe base"
    FUNCTION = "function"


@attrs.frozen
class Shortfall:
    """Something that a list could not do, said plainly; a text of it is made in each language.

    Parameters
    ----------
    kind : ShortfallKind
        What it is about.
    function : Function or None
        The function that is not covered, or has fewer people than wanted.
    n : int
        How many there are: people on the list, candidates, or people who serve the function.
    """

    kind: ShortfallKind
    function: Function | None = None
    n: int = 0


def shortfalls(
    wishes: Wishes,
    base: Collection[Function],
    circles: IntArray,
    serving: IntArray,
    chosen: int,
) -> tuple[Shortfall, ...]:
    """Say what a list could not do.

    Parameters
    ----------
    wishes : Wishes
        What was wanted.
    base : collection of Function
        What nobody of the network gives who is awake.
    circles : IntArray, shape (n_candidates,)
        Whose circle each candidate belongs to.
    serving : IntArray, shape (n_functions,)
        How many of the list serve each function.
    chosen : int
        How many are on the list.
    """
    found = []
    if not len(circles):
        found.append(Shortfall(ShortfallKind.NOBODY))
    elif chosen < wishes.n:
        found.append(Shortfall(ShortfallKind.FEWER, n=chosen))
    if 0 < len(circles) < ENOUGH_CANDIDATES:
        found.append(Shortfall(ShortfallKind.FEW_CANDIDATES, n=len(circles)))
    if len(circles) > 1 and len(np.unique(circles)) == 1:
        found.append(Shortfall(ShortfallKind.ONE_CIRCLE))
    for function, n in zip(Function, serving.tolist(), strict=True):
        if function in base and n == 0:
            found.append(Shortfall(ShortfallKind.SAFE_BASE, function))
        if n < wishes.at_least.get(function, 0):
            found.append(Shortfall(ShortfallKind.FUNCTION, function, n))
    return tuple(found)

"""Who does not come into question for a list, and why: each for one reason."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, unique
from typing import TypeAlias

import attrs
import numpy as np

from netzwerkwandel.network import BoolArray, IntArray
from netzwerkwandel.texts import Catalogue


@unique
class RuledOutReason(StrEnum):
    """Why somebody does not come into question; of several reasons the first of these counts."""

    EXCLUDED = "excluded"
    AT_WORK = "at work"
    QUARREL = "quarrel"
    JUST_TALKED_TO = "just talked to"
    ANSWERED = "answered"
    OFFICE = "office"
    NEVER_ANSWERED = "never answered"
    INNER_CIRCLE = "inner circle"
    NOTHING_SPEAKS = "nothing speaks"
    LOOKALIKE = "lookalike"


RuledOut: TypeAlias = tuple[tuple[RuledOutReason, int], ...]
"""How many for each reason, in the order of the reasons; none that rules nobody out."""


@attrs.frozen(eq=False)
class RulesOut:
    """For which of the reasons each contact is ruled out.

    Parameters
    ----------
    by : mapping of RuledOutReason to BoolArray, shape (n_rows,)
        Whom each of the reasons rules out; one that is missing rules out nobody.
    """

    by: Mapping[RuledOutReason, BoolArray]

    def anybody_of(self, *reasons: RuledOutReason) -> BoolArray:
        """Who is ruled out for any of some reasons."""
        some: BoolArray = np.logical_or.reduce([self.by[each] for each in reasons])
        return some

    def counted(self, left: IntArray) -> RuledOut:
        """Count those who are out, each for the first reason; the rest is too like somebody else.

        Parameters
        ----------
        left : IntArray
            The rows of those who come into question.
        """
        some = next(iter(self.by.values()))
        is_out = np.ones(len(some), dtype=np.bool_)
        is_out[left] = False
        counts = []
        for reason in RuledOutReason:
            # Rows out T T F F, by the first reason T F F F and the second T T T F: one each.
            here = is_out & self.by.get(reason, np.True_)
            counts.append((reason, int(here.sum())))
            is_out &= ~here
        return tuple((reason, n) for reason, n in counts if n)


def told(ruled_out: RuledOut, texts: Catalogue) -> str:
    """Say how many are out for which reason, in one sentence; nothing where nobody is."""
    parts = [texts.say(f"out {reason}", n) for reason, n in ruled_out]
    if not parts:
        return ""
    return texts.say("ruled out", sum(n for _, n in ruled_out), parts="; ".join(parts))

"""New touches beside those that were laid out before, so that what is new costs what is new."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    FrozenArrays,
    IntArray,
    find_sorted,
    inserted,
    spans,
)
from netzwerkwandel.network.touches import Touches


FEW = 10_000
"""To lay out so many touches anew takes no time."""

A = TypeVar("A", FloatArray, IntArray, BoolArray)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Additions(FrozenArrays):
    """What was added to touches: that of a few pairs, while all others are as they were.

    Parameters
    ----------
    known : Touches
        What was laid out before.
    added : Touches
        Touches of the same people by other interactions, which are numbered among themselves.
    places : IntArray, shape (n_added_interactions,)
        Where these interactions stand among all, in order.
    """

    known: Touches
    added: Touches
    places: IntArray

    @classmethod
    def none(cls, known: Touches) -> Additions:
        """Nothing was added."""
        nothing = attrs.evolve(Touches.none(), people=known.people)
        return cls(known=known, added=nothing, places=np.zeros(0, dtype=np.int64))

    def with_more(self, new: Touches, places: IntArray) -> Additions:
        """Add more, by interactions that stand at some places among all."""
        before = renumbered(self.places, places)
        both = np.sort(np.r_[before, places])
        at, new_at = np.searchsorted(both, before), np.searchsorted(both, places)
        return Additions(known=self.known, added=joined(self.added, at, new, new_at), places=both)

    def is_much(self, few: int = FEW) -> bool:
        """Whether more than a few touches, and an eighth of all, are no more where they were."""
        return len(self.fresh) > max(len(self.known) // 8, few)

    @cached_property
    def together(self) -> Touches:
        """All touches, laid out as one."""
        at = renumbered(np.arange(len(self.known.moments)), self.places)
        return joined(self.known, at, self.added, self.places)

    @cached_property
    def events(self) -> IntArray:
        """Which of all interactions those of ``fresh`` are, in order."""
        return np.sort(np.r_[renumbered(self._before[1], self.places), self.places])

    def numbers(self, events: IntArray) -> IntArray:
        """The numbers of known interactions among all."""
        return renumbered(events, self.places)

    @cached_property
    def fresh(self) -> Touches:
        """All touches of the pairs that have new ones, old and new."""
        before, events = self._before
        at = np.searchsorted(self.events, renumbered(events, self.places))
        return joined(before, at, self.added, np.searchsorted(self.events, self.places))

    @cached_property
    def _before(self) -> tuple[Touches, IntArray]:
        """The known touches of the changed pairs, and which of the known interactions theirs are.

        Touches in the interactions 7 9 7 are in the first, the second and the first of 7 9.
        """
        known, place = self.known, self._place[self._place >= 0]
        rows, starts = spans(known.starts[place], np.append(known.starts, len(known))[place + 1])
        events, event = np.unique(known.event[rows], return_inverse=True)
        touches = Touches(
            people=known.people,
            codes=known.codes[place],
            starts=starts[:-1],
            event=event,
            by_first=known.by_first[rows],
            by_second=known.by_second[rows],
            moments=known.moments[events],
            worth=known.worth[events],
            channels=known.channels[events],
        )
        return touches, events

    # Pairs are in the order of their codes. Where the known ones are [3 17 25] and 17 and 20 have
    # new touches, all are [3 17 20 25]: the changed ones have the numbers ``changed`` = [1 2] among
    # them, of which 20 is new (``place`` = [1 -1]), and stands before the known number 2.

    @cached_property
    def _place(self) -> IntArray:
        """Which of the known pairs each changed one is; -1 for a new one."""
        return find_sorted(self.known.codes, self.added.codes)

    @cached_property
    def changed(self) -> IntArray:
        """The number of each changed pair among all, as in ``fresh``, shape (n_changed,)."""
        is_new = self._place < 0
        before: IntArray = np.cumsum(is_new) - is_new
        return np.searchsorted(self.known.codes, self.added.codes) + before

    @cached_property
    def new(self) -> IntArray:
        """Which of the changed pairs are new, shape (n_new,)."""
        return np.flatnonzero(self._place < 0)

    @cached_property
    def codes(self) -> IntArray:
        """The code of each pair, known or new, in order."""
        if not len(self.new):
            return self.known.codes
        return self.by_pair(self.known.codes, self.added.codes)

    def by_pair(self, known: A, fresh: A) -> A:
        """Put what is told of each changed pair among what is told of each known one."""
        at = self.changed[self.new] - np.arange(len(self.new))
        values = inserted(known, at, fresh[self.new]) if len(at) else known.copy()
        values[self.changed] = fresh[: len(self.changed)]
        return values


def renumbered(events: IntArray, places: IntArray) -> IntArray:
    """The numbers of interactions once others stand at some places: 0 2 4 of 0 1 2, at 1 and 3."""
    return events + np.searchsorted(places - np.arange(len(places)), events, side="right")


def joined(known: Touches, at: IntArray, new: Touches, new_at: IntArray) -> Touches:
    """Lay out touches by interactions that stand at some places, and others, as one."""
    n = len(at) + len(new_at)
    of_events = {}
    for name in ("moments", "worth", "channels"):
        old, more = getattr(known, name), getattr(new, name)
        of_events[name] = np.empty(n, dtype=old.dtype)
        of_events[name][at], of_events[name][new_at] = old, more
    return Touches.laid_out(
        people=known.people,
        pair=np.r_[known.pair, new.pair],
        of=np.r_[at[known.event], new_at[new.event]],
        by_first=np.r_[known.by_first, new.by_first],
        by_second=np.r_[known.by_second, new.by_second],
        **of_events,
    )

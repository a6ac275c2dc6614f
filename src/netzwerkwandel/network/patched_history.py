"""The history of each pair of people where a few have new touches, and most are as they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Channel
from netzwerkwandel.network.additions import Additions
from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    column,
    find_sorted,
    put,
)
from netzwerkwandel.network.history import History


A = TypeVar("A", FloatArray, IntArray)


@attrs.frozen(eq=False)
class PatchedHistory(History):
    """As ``History``; what the new touches change is put in among what was known.

    Parameters
    ----------
    touches : Touches
        Those that were laid out before.
    tie_strength, as_of
        As for ``History``.
    additions : Additions
        What was added since.
    """

    additions: Additions

    @classmethod
    def beside(cls, known: History, additions: Additions) -> PatchedHistory:
        """Put what was added beside what is known, and has perhaps been asked before."""
        made = cls(known.touches, known.tie_strength, known.as_of, additions)
        put(made, "_known", known)
        return made

    @cached_property
    def _known(self) -> History:
        return History(self.touches, self.tie_strength, self.as_of)

    @property
    @override
    def laid_out(self) -> History:
        return self._known

    @cached_property
    def _fresh(self) -> History:
        return History(self.additions.fresh, self.tie_strength, self.as_of)

    def __len__(self) -> int:
        return len(self.additions.codes)

    @column
    def strength(self) -> FloatArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.strength, self._fresh.strength)

    @column
    def peak_strength(self) -> FloatArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.peak_strength, self._fresh.peak_strength)

    @column
    def days(self) -> IntArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.days, self._fresh.days)

    @column
    def rhythm(self) -> FloatArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.rhythm, self._fresh.rhythm)

    @column
    def variation(self) -> FloatArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.variation, self._fresh.variation)

    @column
    def memory(self) -> FloatArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.memory, self._fresh.memory)

    @column
    def one_sided(self) -> BoolArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.one_sided, self._fresh.one_sided)

    @column
    def direct(self) -> BoolArray:
        """As in ``History``."""
        return self.additions.by_pair(self._known.direct, self._fresh.direct)

    def first(self, pairs: IntArray) -> FloatArray:
        """As in ``History``."""
        return self._asked(pairs, History.first)

    def last(self, pairs: IntArray) -> FloatArray:
        """As in ``History``."""
        return self._asked(pairs, History.last)

    def rhythm_of(self, pairs: IntArray) -> FloatArray:
        """As in ``History``."""
        return self._asked(pairs, History.rhythm_of)

    def initiated(self, pairs: IntArray) -> IntArray:
        """As in ``History``."""
        return self._asked(pairs, History.initiated)

    def talks(self, pairs: IntArray) -> IntArray:
        """As in ``History``."""
        return self._asked(pairs, History.talks)

    def last_talk(self, pairs: IntArray) -> FloatArray:
        """As in ``History``."""
        return self._asked(pairs, History.last_talk)

    def touches_by(self, channel: Channel) -> IntArray:
        """As in ``History``."""
        known, fresh = self._known.touches_by(channel), self._fresh.touches_by(channel)
        return self.additions.by_pair(known, fresh)

    def stretch(self, pair: int) -> tuple[int, int] | None:
        """As in ``History``."""
        changed, known = self._numbers(np.array([pair]))
        return self._known.stretch(int(known[0])) if changed[0] < 0 else None

    def events(self, pair: int) -> IntArray:
        """As in ``History``."""
        changed, known = self._numbers(np.array([pair]))
        if changed[0] >= 0:
            return self.additions.events[self._fresh.events(int(changed[0]))]
        return self.additions.numbers(self._known.events(int(known[0])))

    def _numbers(self, pairs: IntArray) -> tuple[IntArray, IntArray]:
        """Which of the changed pairs some are, or -1, and which of the known ones the others."""
        additions = self.additions
        before = np.searchsorted(additions.changed[additions.new], pairs)
        return find_sorted(additions.changed, pairs), pairs - before

    def _asked(self, pairs: IntArray, ask: Callable[[History, IntArray], A]) -> A:
        """What is asked of some pairs, of each where its touches are."""
        changed, known = self._numbers(pairs)
        answers = ask(self._known, known)
        rows = np.flatnonzero(changed >= 0)
        answers[rows] = ask(self._fresh, changed[rows])
        return answers

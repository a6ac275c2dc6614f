"""What is known of the past once and for all: kept, however often later moments ask for it.

The first contact of two people, their rhythm, who reached out how often: none of it is another one
tomorrow, unless something new happens. So a list after each new mail, or one each morning, works
out once what there was before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, find_sorted
from netzwerkwandel.network.decay import ExponentialDecay


A = TypeVar("A", bound=npt.NDArray[Any])


@attrs.frozen(eq=False)
class Lasting:
    """What was said of touches to whoever asked when all of them were over.

    Parameters
    ----------
    n_pairs : int
        How many pairs of people there are.
    strengths : dict
        For each decay, the strengths right after each day of contact, and the highest up to then.
    columns : dict
        A value of each pair, by what it tells.
    answers : dict
        The same, where it was only asked about some pairs, and about which.
    latest : dict
        What was told of some pairs as of the moment asked about last, where not all touches were
        over: of which pairs, in order, and where the touches of each ended by then.
    """

    n_pairs: int
    strengths: dict[ExponentialDecay, tuple[FloatArray, FloatArray]] = attrs.field(factory=dict)
    columns: dict[str, npt.NDArray[Any]] = attrs.field(factory=dict)
    answers: dict[str, tuple[BoolArray, npt.NDArray[Any]]] = attrs.field(factory=dict)
    latest: dict[str, tuple[IntArray, IntArray, npt.NDArray[Any]]] = attrs.field(factory=dict)

    def column(self, name: str, compute: Callable[[], A]) -> A:
        """A column, computed when it is asked for first."""
        if name not in self.columns:
            self.columns[name] = compute()
        return cast("A", self.columns[name])

    def answer(self, name: str, pairs: IntArray, ask: Callable[[IntArray], A]) -> A:
        """What is told of some pairs, each of which is asked about once."""
        # Asked about the pairs [2 5 6] when 5 is known: 2 and 6 are asked about, and stand beside
        # it then. They are marked as known when they do, since other threads may ask meanwhile.
        known, values = self.answers.get(name, (None, None))
        missing = pairs if known is None else pairs[~known[pairs]]
        if len(missing) or known is None or values is None:
            fresh = ask(missing)
            room = self.n_pairs + 1, *fresh.shape[1:]
            known, values = self.answers.setdefault(
                name, (np.zeros(room[0], dtype=np.bool_), np.zeros(room, dtype=fresh.dtype))
            )
            values[missing] = fresh
            known[missing] = True
        return cast("A", values[pairs])

    def answer_until(
        self, name: str, pairs: IntArray, ends: IntArray, ask: Callable[[IntArray], A]
    ) -> A:
        """What is told of some pairs by their touches up to an end: asked anew where it moved."""
        # Told of the pairs [2 5 6] that ended at [4 9 9], and asked about 2, 6 and 7 that end at
        # 4, 11 and 12: of 2 it is known, and 6 and 7 are asked about. What is kept is replaced, not
        # changed, since other threads may ask of other moments meanwhile.
        known = self.latest.get(name)
        if known is None or not len(known[0]):
            values = ask(pairs)
        else:
            at = find_sorted(known[0], pairs)
            missing = np.flatnonzero((at < 0) | (known[1][at] != ends))
            values = cast("A", known[2][at])
            if len(missing):
                values[missing] = ask(pairs[missing])
        order = np.argsort(pairs, kind="stable")
        self.latest[name] = pairs[order], ends[order], values[order]
        return values

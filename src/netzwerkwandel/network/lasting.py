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

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
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
    """

    n_pairs: int
    strengths: dict[ExponentialDecay, tuple[FloatArray, FloatArray]] = attrs.field(factory=dict)
    columns: dict[str, npt.NDArray[Any]] = attrs.field(factory=dict)
    answers: dict[str, tuple[BoolArray, npt.NDArray[Any]]] = attrs.field(factory=dict)

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

"""The ties of some people at a time, so that the columns of everybody need not be there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, wraps
from itertools import pairwise
from typing import Any, Protocol, TypeVar, cast

import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import IntArray, column


PORTION = 500_000
"""So many ties at a time: few enough for their columns, and enough for compiled loops."""


class Portion(Protocol):
    """Some ties, or a portion of all."""

    @property
    def positions(self) -> IntArray:
        """Which directed ties of the network the rows are."""

    @property
    def whole(self) -> object:
        """All ties of the network, where these are a portion of them, or None."""


A = TypeVar("A", bound=npt.NDArray[Any])
P = TypeVar("P", bound=Portion)


def of_the_whole(compute: Callable[[P], A]) -> cached_property[A]:
    """Make a column that costs less for everybody at once: a portion reads it off the whole."""

    @wraps(compute)
    def read(self: P) -> A:
        if self.whole is None:
            return compute(self)
        return cast("A", getattr(self.whole, compute.__name__)[self.positions])

    return column(read)


def portions(indptr: IntArray, rows: int) -> Iterator[IntArray]:
    """Divide the ties of everybody, so that nobody's are parted.

    Parameters
    ----------
    indptr : IntArray, shape (n_contacts + 1,)
        Where each person's ties begin, and those of the last end.
    rows : int
        About how many at a time; a portion ends with the person who reaches so many more.

    Yields
    ------
    IntArray
        The directed ties of some people, in order.

    Examples
    --------
    Three people with two ties each: three rows are reached by the second of them.

    >>> [ties.tolist() for ties in portions(np.array([0, 2, 4, 6]), rows=3)]
    [[0, 1, 2, 3], [4, 5]]
    """
    last = int(indptr[-1])
    ends = indptr[np.searchsorted(indptr, np.arange(rows, last, rows))]
    for begin, end in pairwise(np.unique(np.r_[0, ends, last]).tolist()):
        yield np.arange(begin, end)

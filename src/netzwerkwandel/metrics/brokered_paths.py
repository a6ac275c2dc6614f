"""Counting paths a, v, b by the classes of the three, without going through them."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.edges import symmetric_csr
from netzwerkwandel.network.kernels.common_contacts import common_contacts


@attrs.frozen(eq=False)
class Arcs:
    """Ties in both directions, and whether there is an arc that way, and one back."""

    indptr: IntArray
    indices: IntArray
    there: BoolArray
    back: BoolArray

    @classmethod
    def between(cls, a: IntArray, b: IntArray, n: int) -> Arcs:
        """Lay out arcs from a to b among n people; none is a loop, and repeated ones count once."""
        indptr, indices, _ = symmetric_csr(a, b, np.ones(len(a)), n)
        sources = np.repeat(np.arange(n), np.diff(indptr))
        arcs = a * n + b
        there = np.isin(sources * n + indices, arcs)
        return cls(indptr, indices, there, np.isin(indices * n + sources, arcs))

    @property
    def n(self) -> int:
        """How many people there are."""
        return len(self.indptr) - 1

    @property
    def sources(self) -> IntArray:
        """Where each tie starts."""
        return np.repeat(np.arange(self.n), np.diff(self.indptr))


def open_paths(arcs: Arcs, classes: IntArray) -> FloatArray:
    """Count the paths a, v, b without an arc from a to b, by role and v.

    Parameters
    ----------
    arcs : Arcs
        The arcs.
    classes : IntArray, shape (n_contacts,)
        The class of each person, numbered from 0.

    Returns
    -------
    FloatArray, shape (5, n_contacts)
        Coordinator, itinerant, representative, gatekeeper, liaison.
    """
    return (_paths(arcs, classes) - _closed(arcs, classes)).astype(np.float64)


def expected_paths(arcs: Arcs, classes: IntArray) -> FloatArray:
    """Count what ``open_paths`` would if as many arcs fell at random."""
    n = arcs.n
    density = int(arcs.there.sum()) / max(n * (n - 1), 1)
    sizes = np.bincount(classes)
    own = sizes[classes]
    rest = n - own
    squares = int((sizes * sizes).sum()) - own * own
    pairs = np.stack(
        [
            (own - 1) * (own - 2),
            squares - rest,
            rest * (own - 1),
            rest * (own - 1),
            rest * rest - squares,
        ]
    )
    expected: FloatArray = density**2 * (1 - density) * pairs
    return expected


def _paths(arcs: Arcs, classes: IntArray) -> IntArray:
    """Count, in each role, the paths a, v, b with a and b different, whether these are tied."""
    sources, n = arcs.sources, arcs.n
    own = classes[arcs.indices] == classes[sources]

    def count(which: BoolArray) -> IntArray:
        return np.bincount(sources[which], minlength=n)

    given, taken = count(arcs.there), count(arcs.back)
    given_own, taken_own = count(arcs.there & own), count(arcs.back & own)
    given_rest, taken_rest = given - given_own, taken - taken_own
    both = arcs.there & arcs.back
    within = given_own * taken_own
    one_class = _of_one_class(arcs, classes) - within
    return np.stack(
        [
            within - count(both & own),
            one_class - count(both & ~own),
            taken_own * given_rest,
            taken_rest * given_own,
            taken_rest * given_rest - one_class,
        ]
    )


def _of_one_class(arcs: Arcs, classes: IntArray) -> IntArray:
    """For each v, the sum over all classes of arcs from the class times arcs to it."""
    n_classes = int(classes.max(initial=0)) + 1
    code, group = np.unique(arcs.sources * n_classes + classes[arcs.indices], return_inverse=True)
    given = np.bincount(group[arcs.there], minlength=len(code))
    taken = np.bincount(group[arcs.back], minlength=len(code))
    return np.bincount(code // n_classes, given * taken, minlength=arcs.n).astype(np.int64)


def _closed(arcs: Arcs, classes: IntArray) -> IntArray:
    """Count, in each role, the paths a, v, b whose ends are tied from a to b."""
    counts = np.zeros((5, arcs.n), dtype=np.int64)
    sources = arcs.sources
    rows = np.flatnonzero(arcs.there)
    i, j = sources[rows], arcs.indices[rows]
    for row, to_middle, from_end in common_contacts(arcs.indptr, arcs.indices, i, j):
        path = arcs.there[to_middle] & arcs.back[from_end]
        tie, middle = rows[row[path]], arcs.indices[to_middle[path]]
        role = _role(classes[sources[tie]], classes[middle], classes[arcs.indices[tie]])
        counts += np.bincount(role * arcs.n + middle, minlength=5 * arcs.n).reshape(5, arcs.n)
    return counts


def _role(a: IntArray, v: IntArray, b: IntArray) -> IntArray:
    return np.select([(a == v) & (v == b), a == b, a == v, v == b], [0, 1, 2, 3], default=4)

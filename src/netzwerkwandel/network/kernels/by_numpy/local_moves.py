"""Moving people between groups, one after the other, for as long as it makes the groups closer."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray


LEAST_GAIN = 1e-12
"""What a move must bring, of a modularity of at most 1; less is rounding."""


def local_moves(
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    resolution: float,
) -> IntArray:
    """Move each in turn to the group it gains most from, until nobody gains.

    Parameters
    ----------
    indptr, indices, weights : arrays, shapes (n + 1,), (n_ties,) and (n_ties,)
        A symmetric network without loops, whose weights sum to at most 1.
    masses : FloatArray, shape (n,)
        The summed weight of each one's ties, to itself too.
    groups : IntArray, shape (n,)
        The groups to begin with, numbered from 0 to at most n - 1.
    resolution : float
        What ties between groups weigh against ties within; more gives smaller groups.

    Returns
    -------
    IntArray, shape (n,)
        The groups. Whoever has a lower place moves first, and of equal gains counts the group
        that is met first.
    """
    # Single numbers are read from a list several times as fast as from an array.
    n, moved = len(groups), groups.tolist()
    sums = np.bincount(groups, masses, minlength=n).tolist()
    graph = (indptr.tolist(), indices.tolist(), weights.tolist(), masses.tolist())
    move(*graph, moved, sums, [0.0] * n, [0] * n, resolution)
    return np.array(moved, dtype=np.int64)


def move(
    indptr: Sequence[int],
    indices: Sequence[int],
    weights: Sequence[float],
    masses: Sequence[float],
    groups: MutableSequence[int],
    sums: MutableSequence[float],
    links: MutableSequence[float],
    met: MutableSequence[int],
    resolution: float,
) -> None:
    """Do it, in lists or in arrays; ``links`` must be 0 all over, and is again at the end.

    This is also what numba compiles. What somebody i gains in a group is its ``links`` to i less
    what chance would give: ``resolution`` times i's mass times the group's, i itself left out.
    """
    moved = True
    while moved:
        moved = False
        for i in range(len(groups)):
            # Add up i's ties by group, and list each group as it is met: of three ties to groups
            # 4, 2, 4 with weights .1, .2, .1, links[4] is .2, links[2] is .2, and met is 4, 2.
            own = groups[i]
            sums[own] -= masses[i]
            count = 0
            for k in range(indptr[i], indptr[i + 1]):
                group = groups[indices[k]]
                if links[group] == 0.0:
                    met[count] = group
                    count += 1
                links[group] += weights[k]
            best, most = own, links[own] - resolution * masses[i] * sums[own]
            for c in range(count):
                group = met[c]
                gain = links[group] - resolution * masses[i] * sums[group]
                links[group] = 0.0
                if gain > most + LEAST_GAIN:
                    best, most = group, gain
            sums[best] += masses[i]
            if best != own:
                groups[i] = best
                moved = True

"""Who is tied to both ends of a tie, by bisection of all candidates at once."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import IntArray, find_ties


def look_up(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, reached: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """For ties given by their two ends, find every q that is tied to both, in the order of q.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    i, j : IntArray, shape (n_rows,)
        The ends of each tie, at least one.
    reached : IntArray, shape (n_rows,)
        How many candidates there are up to each row: the smaller degree of each, summed.

    Returns
    -------
    tuple of three IntArray
        The row, the tie (i, q), and the tie (j, q).
    """
    # The candidates of a row are the contacts of whichever end has fewer, here called near. For
    # two rows, whose near ends have ties 4, 5, 6 and ties 0, 1:
    #
    #     counts     3 2         reached    3 5
    #     row        0 0 0 1 1
    #     near tie   4 5 6 0 1   which is the place 0 1 2 3 4 plus 4 - 0 or 0 - 3
    #
    # Each candidate is then looked for among the contacts of the far end.
    counts = np.diff(reached, prepend=0)
    from_source = counts == indptr[i + 1] - indptr[i]
    near, far = np.where(from_source, i, j), np.where(from_source, j, i)
    row = np.repeat(np.arange(len(near)), counts)
    near_tie = np.repeat(indptr[near] - reached + counts, counts) + np.arange(len(row))
    far_tie = find_ties(indptr, indices, far[row], indices[near_tie])
    closed = far_tie >= 0
    row, near_tie, far_tie = row[closed], near_tie[closed], far_tie[closed]
    of_source = from_source[row]
    return row, np.where(of_source, near_tie, far_tie), np.where(of_source, far_tie, near_tie)

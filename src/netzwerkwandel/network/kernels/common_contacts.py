"""The people whom both ends of a tie know, for ties asked one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.table import look_up


CHUNK = 4_000_000
"""Candidates looked at in one step; bounds the memory, never the result."""


def common_contacts(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, chunk: int = CHUNK
) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """For ties (i, j), find every q that is tied to both: the closed triads they are in.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    i, j : IntArray, shape (n_rows,)
        The ends of the ties asked about.
    chunk : int
        How many candidates to look at in one step.

    Yields
    ------
    tuple of three IntArray
        The row (an index into ``i`` and ``j``), the tie (i, q), and the tie (j, q), in the order of
        the rows and of q.

    Notes
    -----
    For each tie the shorter of the two lists of neighbours is gone through and each candidate
    looked up in the other: time grows with the sum over the ties asked of the smaller degree.
    """
    # ``reached`` counts the candidates up to each row. A step ends with the last row that still
    # fits; with 3, 2, 4, 9 candidates and steps of 6 these are rows 0 1, then 2, then 3.
    reached = np.cumsum(np.minimum(indptr[i + 1] - indptr[i], indptr[j + 1] - indptr[j]))
    begin = 0
    while begin < len(i):
        before = int(reached[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(reached, before + chunk, side="right")))
        part = slice(begin, end)
        row, iq, jq = look_up(indptr, indices, i[part], j[part], reached[part] - before)
        yield row + begin, iq, jq
        begin = end

"""How far the two ends of a tie are from each other without it, searched from both ends."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.kernels.by_numba.loops import compiled
from netzwerkwandel.network.kernels.by_numba.threads import threaded


@threaded(
    result=lambda indptr, indices, i, j, longest: np.full(len(i), np.inf),  # noqa: ARG005
    size=lambda _, indices, *__: len(indices),
)
def tie_spans(thread, threads, indptr, indices, i, j, longest, spans):
    """Let each thread search with notes of its own on whom it has seen."""
    n = len(indptr) - 1 if thread < len(i) else 0
    seen = np.full(n, -1, dtype=np.int64)
    queues = np.empty((2, n), dtype=np.int64)
    for row in range(thread, len(i), threads):
        # Marks rise from tie to tie, so that nobody has to be unmarked in between.
        spans[row] = _span(indptr, indices, i[row], j[row], longest, 2 * row, seen, queues)


@compiled
def _span(indptr, indices, i, j, longest, mark, seen, queues):
    """Search on, a step at a time from the end where it costs less, until the two searches meet."""
    ends = (i, j)
    begin, size = np.zeros(2, dtype=np.int64), np.ones(2, dtype=np.int64)
    cost = np.zeros(2, dtype=np.int64)
    for side in range(2):
        queues[side, 0] = ends[side]
        seen[ends[side]] = mark + side
        cost[side] = indptr[ends[side] + 1] - indptr[ends[side]]
    span = 0
    while span < longest:
        span += 1
        side = 0 if cost[0] <= cost[1] else 1
        last, cost[side] = size[side], 0
        for place in range(begin[side], last):
            here = queues[side, place]
            for k in range(indptr[here], indptr[here + 1]):
                there = indices[k]
                along = (here == i and there == j) or (here == j and there == i)
                if along or seen[there] == mark + side:
                    continue
                if seen[there] == mark + 1 - side:
                    return float(span)
                seen[there] = mark + side
                queues[side, size[side]] = there
                size[side] += 1
                cost[side] += indptr[there + 1] - indptr[there]
        begin[side] = last
        if size[side] == last:
            return np.inf
    return np.inf

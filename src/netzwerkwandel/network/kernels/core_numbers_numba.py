"""The peeling behind k-cores, person by person in the order of what is left of her ties."""

# mypy: disable-error-code="no-untyped-call, untyped-decorator, no-untyped-def"
# ruff: noqa: ANN001, ANN201
from __future__ import annotations

import numba
import numpy as np


@numba.njit(cache=True)
def peel(indptr, indices):
    """Batagelj and Zaversnik's bucket sort: each tie is looked at twice."""
    n = len(indptr) - 1
    core = np.empty(n, dtype=np.int64)
    most = 0
    for v in range(n):
        core[v] = indptr[v + 1] - indptr[v]
        most = max(most, core[v])
    begin = np.zeros(most + 2, dtype=np.int64)
    for v in range(n):
        begin[core[v] + 1] += 1
    for d in range(most + 1):
        begin[d + 1] += begin[d]
    order = np.empty(n, dtype=np.int64)
    place = np.empty(n, dtype=np.int64)
    free = begin[:-1].copy()
    for v in range(n):
        place[v] = free[core[v]]
        order[place[v]] = v
        free[core[v]] += 1
    for i in range(n):
        v = order[i]
        for k in range(indptr[v], indptr[v + 1]):
            u = indices[k]
            if core[u] > core[v]:
                first = begin[core[u]]
                other = order[first]
                order[first], order[place[u]] = u, other
                place[other], place[u] = place[u], first
                begin[core[u]] += 1
                core[u] -= 1
    return core

"""What each contact is worth within her person's circle: computed circle by circle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, run_lengths, run_starts
from netzwerkwandel.network.csr import Alters, Csr


A = TypeVar("A", FloatArray, IntArray)

CHUNK = 4_000_000
"""Candidates for ties among contacts looked at in one step; bounds the memory, not the result."""


def for_each_tie(
    csr: Csr, rows: IntArray, compute: Callable[[Alters], A], *, chunk: int = CHUNK
) -> A:
    """Compute a value for each contact within its person's circle, and pick those asked about.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    compute : callable
        From ``Alters`` to one value for each of its contacts.
    chunk : int
        How many candidates to look at in one step; at least those of one person.

    Returns
    -------
    array, shape (n_rows,)
        One value for each row.

    Notes
    -----
    Costs the circles of the rows' people only, and the memory of some of them at a time.
    """
    source = csr.sources[rows]
    begin = run_starts(source)
    egos, which = np.unique(source[begin], return_inverse=True)
    if len(egos) == 1:
        values = compute(csr.alters_of(int(egos[0])))
    else:
        parts = (csr.alters(some) for some in portions(csr, egos, chunk))
        values = np.concatenate([compute(part) for part in parts])
    # The values stand tie by tie for the people asked about only. Of the people 3 and 7, whose ties
    # are 10 and 11, and 40 to 42, they are [v10 v11 v40 v41 v42]: the value of a tie stands at its
    # own place plus 0 - 10 for a tie of person 3, and plus 2 - 40 for one of person 7.
    shift = np.cumsum(csr.degree[egos]) - csr.degree[egos] - csr.indptr[egos]
    picked: A = values[rows + np.repeat(shift[which], run_lengths(begin, len(rows)))]
    return picked


def all_ties_of_sources(csr: Csr, rows: IntArray) -> IntArray:
    """Which directed ties the people have from whom some ties start, in order."""
    source = csr.sources[rows]
    ties, _ = csr.ties_of(np.unique(source[run_starts(source)]))
    return ties


def portions(csr: Csr, egos: IntArray, chunk: int) -> list[IntArray]:
    """Divide people so that no portion looks at many more candidates than ``chunk``; at least one.

    A circle of n people has at most n (n - 1) ties, and each is looked up by the smaller degree.
    """
    ties, starts = csr.ties_of(egos)
    degree = csr.degree
    own = np.repeat(degree[egos], degree[egos])
    # The candidates up to the end of each person, such as 30, 55, 70, 130 with a chunk of 50, fall
    # into the portions 0, 1, 1, 2: a new one begins wherever that number changes.
    reached = np.cumsum(np.minimum(own, degree[csr.indices[ties]]))
    portion = reached[starts[1:] - 1] // chunk
    return np.split(egos, np.flatnonzero(np.diff(portion)) + 1)

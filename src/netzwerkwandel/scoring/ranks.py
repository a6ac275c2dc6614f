from __future__ import annotations

import numpy as np

from netzwerkwandel.network import FloatArray, IntArray
from netzwerkwandel.network.arrays import runs
from netzwerkwandel.network.kernels.row_ranks import row_ranks


def ranks(scores: FloatArray, group: IntArray) -> FloatArray:
    """Rank within groups, as a share of the group; equal scores share their mean rank.

    Who has no score, nan, stands below all who have one: the last of those who are asleep still
    stands above all who are awake.

    Parameters
    ----------
    scores : FloatArray, shape (n_rows,)
        The scores.
    group : IntArray, shape (n_rows,)
        The group of each, in any order; in order it is faster.

    Returns
    -------
    FloatArray, shape (n_rows,)
        From above 0 to 1; nan where the score is.
    """
    if np.any(group[1:] < group[:-1]):
        order = np.argsort(group, kind="stable")
        share = np.empty(len(scores))
        share[order] = ranks(scores[order], group[order])
        return share
    return row_ranks(scores, np.r_[runs(group), len(group)])

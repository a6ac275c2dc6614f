from __future__ import annotations

import numpy as np

from netzwerkwandel.network import FloatArray, IntArray
from netzwerkwandel.network.arrays import runs
from netzwerkwandel.network.kernels.row_ranks import row_ranks


def ranks(scores: FloatArray, group: IntArray) -> FloatArray:
    """Rank within groups, as a share of the group; equal scores share their mean rank.

    Parameters
    ----------
    scores : FloatArray, shape (n_rows,)
        The scores; nan is passed over.
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

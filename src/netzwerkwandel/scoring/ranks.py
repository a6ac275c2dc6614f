from __future__ import annotations

import numpy as np

from netzwerkwandel.network import FloatArray, IntArray


def ranks(scores: FloatArray, group: IntArray) -> FloatArray:
    """Rank within groups, as a share of the group; equal scores share their mean rank."""
    share = np.full(len(scores), np.nan)
    known = np.flatnonzero(~np.isnan(scores))
    if not len(known):
        return share
    order = known[np.lexsort((scores[known], group[known]))]
    value, of = scores[order], group[order]
    new_group = np.r_[True, of[1:] != of[:-1]]
    new_value = new_group | np.r_[True, value[1:] != value[:-1]]
    group_start = np.flatnonzero(new_group)
    group_size = np.diff(np.r_[group_start, len(order)])
    start = np.flatnonzero(new_value)
    end = np.r_[start[1:], len(order)]
    run = np.cumsum(new_value) - 1
    which = np.cumsum(new_group) - 1
    mean_rank = ((start + end + 1) / 2)[run] - group_start[which]
    share[order] = mean_rank / group_size[which]
    return share

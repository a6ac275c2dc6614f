"""The people tied to both ends of a tie: how many are there?"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np

from netzwerkwandel.network.arrays import BoolArray, IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.common_contacts import common_contacts
from netzwerkwandel.network.kernels.table import symmetric_sums


OneSided = Callable[[IntArray], BoolArray]
"""From directed ties to whether only one of the two is known to have reached out."""


def count_common_contacts(csr: Csr, rows: IntArray, one_sided: OneSided | None = None) -> IntArray:
    """Count for some ties the people tied to both: over all ties at once if most are asked about.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    one_sided : callable, optional
        Which ties are not mutual; then only those count to whom both are mutually tied.

    Returns
    -------
    IntArray, shape (n_rows,)
        One number for each row.
    """
    if 2 * len(rows) <= len(csr):
        counts = np.zeros(len(rows), dtype=np.int64)
        i, j = csr.sources[rows], csr.indices[rows]
        for row, iq, jq in common_contacts(csr.indptr, csr.indices, i, j):
            counted = row if one_sided is None else row[~(one_sided(iq) | one_sided(jq))]
            counts += np.bincount(counted, minlength=len(rows))
        return counts
    # With weights of 1 for a tie that counts and 0 for another, Σ_q z(i, q) z(j, q) is the count of
    # those q to whom both ties count: one pass over all closed triads has it for everybody.
    o = csr.orientation
    slot, _ = o.slots_of(csr.indptr, csr.indices)
    counting = np.ones(len(o.up))
    if one_sided is not None:
        counting[slot] = ~one_sided(np.arange(len(csr)))
    sums, _ = symmetric_sums(attrs.evolve(o, weights=counting), np.zeros(csr.n_contacts))
    everybody: IntArray = sums[slot[rows], 1].astype(np.int64)
    return everybody

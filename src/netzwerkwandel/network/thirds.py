"""The people tied to both ends of a tie: how many are there?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.common_contacts import common_contacts
from netzwerkwandel.network.kernels.table import symmetric_sums


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


def count_thirds(network: Network, rows: IntArray, *, mutual: bool = False) -> IntArray:
    """Count for some ties the people tied to both: over all ties at once if most are asked about.

    Parameters
    ----------
    network : Network
        The network.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    mutual : bool
        Whether only those count to whom both are mutually tied.

    Returns
    -------
    IntArray, shape (n_rows,)
        One number for each row.
    """
    if 2 * len(rows) > len(network.indices):
        return _of_everybody(network, mutual=mutual)[rows]
    measured = network.measured if mutual else None
    counts = np.zeros(len(rows), dtype=np.int64)
    i, j = network.sources[rows], network.indices[rows]
    for row, iq, jq in common_contacts(network.indptr, network.indices, i, j):
        found = row
        if measured is not None:
            found = row[~(measured.one_sided(iq) | measured.one_sided(jq))]
        counts += np.bincount(found, minlength=len(rows))
    return counts


def _of_everybody(network: Network, *, mutual: bool) -> IntArray:
    o = network.orientation
    slot, _ = o.slots_of(network.indptr, network.indices)
    counted = np.ones(len(o.up))
    if mutual and network.measured is not None:
        counted[slot] = ~network.measured.one_sided(np.arange(len(network.indices)))
    sums, _ = symmetric_sums(attrs.evolve(o, weights=counted), np.zeros(network.n_contacts))
    thirds: IntArray = sums[slot, 1].astype(np.int64)
    return thirds

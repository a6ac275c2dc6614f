from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.dyads import row_dyads, slot_dyads


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


@attrs.frozen(eq=False)
class Dyadic:
    """What each of some ties is worth to the person who has it, within her own circle.

    Parameters
    ----------
    constraint : FloatArray, shape (n_rows,)
        Burt's dyadic constraint in the ego model.
    redundancy : FloatArray, shape (n_rows,)
        Burt's dyadic redundancy in the ego model, from 0 to 1.
    """

    constraint: FloatArray
    redundancy: FloatArray


def dyadic(network: Network, rows: IntArray) -> Dyadic:
    """Work out some ties: over everybody's at once if they are most, else at their own cost.

    Parameters
    ----------
    network : Network
        The network.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.

    Returns
    -------
    Dyadic
        One value for each row.
    """
    if 2 * len(rows) > len(network.indices):
        return _of_everybody(network, rows)
    people = np.unique(np.searchsorted(network.indptr, rows, side="right") - 1)
    dyads = row_dyads(network, people, "ego")
    order = np.argsort(dyads.positions)
    at = order[np.searchsorted(dyads.positions[order], rows)]
    constraint, redundancy = dyads.by_row()
    return Dyadic(constraint[at], np.minimum(redundancy[at], 1.0))


def _of_everybody(network: Network, rows: IntArray) -> Dyadic:
    constraint, redundancy = slot_dyads(network, "ego").by_tie(network)
    return Dyadic(constraint[rows], np.minimum(redundancy[rows], 1.0))

"""Whom contacts know whom the person herself does not."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network import IntArray, Ties
from netzwerkwandel.network.arrays import row_positions, spans
from netzwerkwandel.network.carried import MadeOf


def new_people(ties: Ties, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Whom do some contacts know whom the person herself does not?

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray, shape (n_some,)
        The rows of the contacts.

    Returns
    -------
    tuple of two IntArray, shape (n_ways,)
        For each tie that leads from one of them to a new person: whose it is, as a place in
        ``rows``, and its position among the ties of the network.
    """
    starts, positions = ties.network.carried.once(
        "new people", MadeOf.SIDES, lambda: _all_new_people(ties), ties.positions
    )
    some, of_row = spans(starts[rows], starts[rows + 1])
    return np.repeat(np.arange(len(rows)), np.diff(of_row)), positions[some]


def _all_new_people(ties: Ties) -> tuple[IntArray, IntArray]:
    """Where the ties to new people begin of each row, and their positions."""
    # Ties of 0: 1 and 2. Ties of 1: 0, 2 and 3; of 2: 0, 1, 3 and 4. Of both rows the ties that
    # lead on are 0 2 3 | 0 1 3 4, of which 3 | 3 4 are new: they begin at 0 and 1, and end at 3.
    network = ties.network
    known = np.zeros(network.n_contacts, dtype=bool)
    known[ties.target] = True
    known[ties.source] = True
    positions, starts = row_positions(network.indptr, ties.target)
    new = np.flatnonzero(~known[network.indices[positions]] & network.direct(positions))
    return np.searchsorted(new, starts), positions[new]

from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import BoolArray, Network, Ties
from netzwerkwandel.network.circles import all_ties_of_sources, owner_ranks


CLOSE = 0.75
"""The closeness from which a contact is of the inner circle, whoever else she knows."""
DEEP = 0.5
"""The depth in the core, over that of the deepest, from which a strong contact belongs to it."""
HANDFUL = 5
"""So many of the strongest living ties are of the inner circle in any case."""
A_FIFTH = 5
"""But no more than one contact in so many."""


def inner_circle(network: Network, ego: Key | int | None = None) -> BoolArray:
    """Who are the familiar ones: close now, or deep among those who all know each other?

    Strength alone would take in whoever only writes much, and closeness alone leave out the quiet
    colleague of ten years. Own definition: everybody whose tie is not dormant, and is stated or
    estimated to be close (``Ties.closeness`` of at least 0.75), or one of the five strongest, or of
    the strongest fifth and deep in the core (``Ties.core`` at least half of the deepest one's). The
    five are never more than a fifth of all contacts.

    Parameters
    ----------
    network : Network
        The network.
    ego : str, int or None
        The person: a key, an index, or None for the one whose data this is.

    Returns
    -------
    BoolArray, shape (n_ties,)
        One value for each contact, in the order of ``network.ties_of(ego)``.

    Raises
    ------
    InvalidArgumentError
        If the network is none.
    NotFoundError
        If nobody has the key.
    InvalidNetworkError
        If the network is nobody's and no ego is named.

    See Also
    --------
    ego_core : The core by structure alone, with a test of whether it is more than chance.

    Examples
    --------
    Of Mara's five contacts one is by far the strongest; two others know each other, and are not
    close for that alone.

    >>> network = Network.from_edges(
    ...     ["mara", "mara", "mara", "mara", "mara", "ana"],
    ...     ["ana", "ben", "eva", "finn", "gil", "ben"],
    ...     [1.0, 1.0, 50.0, 0.5, 0.5, 1.0],
    ... )
    >>> inner_circle(network, "mara")
    array([False, False,  True, False, False])
    """
    return inner_circle_of(check_kind("network", network, Network).ties_of(ego))


def inner_circle_of(ties: Ties) -> BoolArray:
    """Say who of each person's contacts is of her inner circle."""
    csr, rows = ties.network.csr, ties.positions
    whole = all_ties_of_sources(csr, rows)
    if not np.array_equal(whole, rows):
        of_all = inner_circle_of(Ties(ties.network, whole))
        return of_all[np.searchsorted(whole, rows)]
    people = int(ties.source.max(initial=-1)) + 1
    deepest = np.zeros(people)
    np.maximum.at(deepest, ties.source, ties.core)
    deepest = deepest[ties.source]
    # Of 10 living ties with the strengths 9 7 5 5 3 1 1 1 1 1 the strongest fifth are 2 of them:
    # the places from above, by the mean rank among equals, are 1 2 3.5 3.5 5 and 8, and two are
    # not beyond 2. Where all are equal none stands out, and none is taken for one of the strongest.
    lives = ~ties.is_dormant
    strength = np.where(lives & (ties.strength > 0), ties.strength, np.nan)
    degree = ties.network.degree[ties.source]
    place = (1 - owner_ranks(strength, ties.source)) * degree + 1
    deep = (ties.core >= DEEP * deepest) & (deepest > 0)
    strong = place <= np.where(deep, degree // A_FIFTH, np.minimum(HANDFUL, degree // A_FIFTH))
    inner: BoolArray = lives & (strong | (ties.closeness >= CLOSE))
    return inner

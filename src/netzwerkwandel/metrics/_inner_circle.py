from __future__ import annotations

from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import BoolArray, Network, Ties


CLOSE = 0.75
"""The closeness from which a contact is of the inner circle, whoever else she knows."""
DEEP = 0.5
"""The depth in the core, over that of the deepest, from which a contact is of the inner circle."""


def inner_circle(network: Network, ego: Key | int | None = None) -> BoolArray:
    """Who are the familiar ones: close now, or deep among those who all know each other?

    Closeness alone would leave out the quiet colleague of ten years, and the core of a network
    alone (``ego_core``) the partner who knows none of them. Own definition: everybody whose tie is
    not dormant, and has a ``Ties.closeness`` of at least 0.75 or a ``Ties.core`` of at least half
    of the deepest one's.

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
    Mara's two colleagues know each other; her friend knows neither, and is close.

    >>> network = Network.from_edges(
    ...     ["mara", "mara", "mara", "mara", "ana"],
    ...     ["ana", "ben", "eva", "finn", "ben"],
    ...     [1.0, 1.0, 50.0, 0.5, 1.0],
    ... )
    >>> inner_circle(network, "mara")
    array([ True,  True, False, False])
    """
    return inner_circle_of(check_kind("network", network, Network).ties_of(ego))


def inner_circle_of(ties: Ties) -> BoolArray:
    """Say who of one person's contacts is of her inner circle."""
    deepest = ties.core.max(initial=0.0)
    deep = (ties.core >= DEEP * deepest) & (deepest > 0)
    inner: BoolArray = ~ties.is_dormant & (deep | (ties.closeness >= CLOSE))
    return inner

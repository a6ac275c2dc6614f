from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind, check_positive
from netzwerkwandel.network import IntArray, Network
from netzwerkwandel.network.circles import grouped_alters


def circles(network: Network, ego: Key | int | None = None, *, resolution: float = 1.0) -> IntArray:
    r"""Which circles does a person move in: who of her contacts belongs with whom?

    The person herself is left out, and her contacts are grouped so that those of one circle know
    each other and those of different circles do not: by modularity [1]_,

    .. math:: Q = \sum_c \left( \frac{L_c}{W} - \gamma \frac{K_c^2}{4 W^2} \right)

    where :math:`L_c` is the summed weight of the ties within circle *c*, :math:`K_c` that of all
    its members' ties to other contacts, *W* that of all ties among the contacts.

    Parameters
    ----------
    network : Network
        The network.
    ego : str, int or None
        The person: a key, an index, or None for the one whose data this is.
    resolution : float
        :math:`\gamma`, above 0: more gives smaller circles.

    Returns
    -------
    IntArray, shape (n_ties,)
        One number for each contact, in the order of ``network.ties_of(ego)``: from 0, larger
        circles first, then by the first key in them. A contact who knows none of the others is a
        circle of one.

    Raises
    ------
    InvalidArgumentError
        If ``resolution`` is not above 0 and finite, or the network is none.
    NotFoundError
        If nobody has the key.
    InvalidNetworkError
        If the network is nobody's and no ego is named.

    See Also
    --------
    Ties.circle : The same for every tie at once.

    Notes
    -----
    Contacts move one by one to the circle where Q gains most, then whole circles, then contacts
    again, until nobody gains (the moves of the Louvain method [2]_, without chance: in the order
    of keys). A circle that does not hang together is parted. The result depends on the keys and
    ties only, never on their order. The greatest Q of all is not sought: that is NP-hard.

    Each round takes time in proportion to the ties among the contacts; there are few. Modularity
    overlooks circles that are very small beside the rest; a higher resolution finds them.

    References
    ----------
    .. [1] Newman, M. E. J. and Girvan, M. (2004). "Finding and evaluating community structure in
       networks." Physical Review E 69(2), 026113. https://doi.org/10.1103/PhysRevE.69.026113
    .. [2] Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008). "Fast unfolding
       of communities in large networks." Journal of Statistical Mechanics 2008(10), P10008.
       https://doi.org/10.1088/1742-5468/2008/10/P10008

    Examples
    --------
    Mara knows two from the choir and three from work.

    >>> choir, work = [("ada", "ben")], [("eva", "fay"), ("eva", "gil"), ("fay", "gil")]
    >>> mara = [("mara", key) for key in ("ada", "ben", "eva", "fay", "gil")]
    >>> network = Network.from_edges(*zip(*choir, *work, *mara))
    >>> circles(network, "mara")
    array([1, 1, 0, 0, 0])
    """
    check_kind("network", network, Network)
    check_positive("resolution", resolution)
    ties = network.ties_of(ego)
    contacts = network.csr.alters(np.unique(ties.source))
    keys = [network.keys[i] for i in ties.target.tolist()]
    return grouped_alters(contacts, keys, resolution)

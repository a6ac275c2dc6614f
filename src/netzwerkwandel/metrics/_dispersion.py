from __future__ import annotations

import numpy as np

from netzwerkwandel.metrics.asked import places
from netzwerkwandel.model.arguments import check_kind, check_not_negative
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.circles import for_each_tie
from netzwerkwandel.network.kernels.table import absolute_dispersion
from netzwerkwandel.network.network import Network


def dispersion(
    network: Network,
    *,
    normalised: bool = False,
    alpha: float = 1.0,
    b: float = 0.0,
    c: float = 0.0,
    rows: IntArray | None = None,
) -> FloatArray:
    r"""Whose contacts does somebody know across all circles of a person's life?

    The dispersion of the tie from u to v counts the pairs of their mutual contacts who are not
    tied to each other and share no contact among u's contacts but v:

    .. math:: disp(u, v) = \sum_{s < t \in C_{uv}} d_v(s, t)

    It is high for a partner or a spouse, who knows family, work and old friends alike [1]_.

    Parameters
    ----------
    network : Network
        Who is tied to whom; weights do not matter.
    normalised : bool
        Give :math:`(disp + b)^\alpha / (emb + c)` with emb the number of mutual contacts; where
        emb + c is 0, the numerator alone.
    alpha, b, c : float
        Finite, alpha and b and c at least 0.
    rows : IntArray, shape (n_rows,), optional
        The directed ties asked about, by their place in the network; by default all.

    Returns
    -------
    FloatArray, shape (n_ties,) or (n_rows,)
        One value for each directed tie, at least 0; it differs in the two directions. 0 for a tie
        without mutual contacts, if b is 0.

    Raises
    ------
    InvalidArgumentError
        If alpha, b or c is negative or not finite, a row is no tie of the network, or the network
        is none.

    See Also
    --------
    embeddedness : The number of mutual contacts.

    Notes
    -----
    Time grows, for each person, with the number of paths of two ties among her contacts; memory
    with the ties among the contacts of some people.

    References
    ----------
    .. [1] Backstrom, L., Kleinberg, J. (2013). "Romantic Partnerships and the Dispersion of Social
       Ties: A Network Analysis of Relationship Status on Facebook."
       https://arxiv.org/abs/1310.6753

    Examples
    --------
    Two friends of u who only have v in common:

    >>> network = Network.from_edges(list("uuuvv"), list("vstst"))
    >>> ties = network.ties_of("u")
    >>> dispersion(network, rows=ties.positions)
    array([0., 0., 1.])
    """
    check_kind("network", network, Network)
    check_kind("normalised", normalised, bool)
    for name, value in (("alpha", alpha), ("b", b), ("c", c)):
        check_not_negative(name, value)
    n_ties = len(network.indices)
    wanted = np.arange(n_ties) if rows is None else places("rows", rows, n_ties)
    if not len(wanted):
        return np.zeros(0)
    dispersed = for_each_tie(
        network.csr, wanted, lambda of: absolute_dispersion(of.indptr, of.indices, of.owner)
    ).astype(np.float64)
    if not normalised:
        return dispersed
    # How many of a person's contacts a contact is tied to is what both have in common.
    embedded = for_each_tie(network.csr, wanted, lambda of: np.diff(of.indptr)) + c
    spread: FloatArray = (dispersed + b) ** alpha / np.where(embedded == 0, 1.0, embedded)
    return spread

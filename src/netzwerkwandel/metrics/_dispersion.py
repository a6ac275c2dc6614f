from __future__ import annotations

import math

import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.network.alters import Alters, for_each_tie
from netzwerkwandel.network.arrays import FloatArray, IntArray
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
    tied to each other, and of whom v is the only contact that both have among u's contacts:

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
        If alpha, b or c is negative or not finite, or a row is no tie of the network.

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
    for name, value in (("alpha", alpha), ("b", b), ("c", c)):
        if not (math.isfinite(value) and value >= 0):
            raise InvalidArgumentError(f"{name} must be finite and >= 0, got {value!r}")
    wanted = _wanted(network, rows)
    if not len(wanted):
        return np.zeros(0)
    dispersed = for_each_tie(network, wanted, _dispersed).astype(np.float64)
    if not normalised:
        return dispersed
    embedded = for_each_tie(network, wanted, _embedded) + c
    spread: FloatArray = (dispersed + b) ** alpha / np.where(embedded == 0, 1.0, embedded)
    return spread


def _wanted(network: Network, rows: IntArray | None) -> IntArray:
    ties = len(network.indices)
    if rows is None:
        return np.arange(ties)
    wanted = np.asarray(rows)
    if len(wanted) and not (wanted.dtype.kind in "iu" and 0 <= wanted.min() <= wanted.max() < ties):
        raise InvalidArgumentError(f"rows must be whole numbers from 0 to {ties - 1}")
    return wanted.astype(np.int64)


def _embedded(alters: Alters) -> IntArray:
    return np.diff(alters.indptr)


def _dispersed(alters: Alters) -> IntArray:
    return absolute_dispersion(alters.indptr, alters.indices, alters.owner)

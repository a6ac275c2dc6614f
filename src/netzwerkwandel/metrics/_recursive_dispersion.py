from __future__ import annotations

import numpy as np

from netzwerkwandel.metrics.asked import places
from netzwerkwandel.model.arguments import check_count, check_kind
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.circles import for_each_tie
from netzwerkwandel.network.csr import Alters
from netzwerkwandel.network.kernels.by_numpy.circles import dispersed_pairs
from netzwerkwandel.network.network import Network


def recursive_dispersion(
    network: Network, *, rounds: int = 3, rows: IntArray | None = None
) -> FloatArray:
    r"""Who knows people from all circles of a person's life, people who do so themselves?

    Each contact *v* of *u* begins with :math:`x_v = 1`; then, in each round [1]_,

    .. math::
        x_v \leftarrow \frac{\sum_{w \in C_{uv}} x_w^2
        + 2 \sum_{s < t \in C_{uv}} d_v(s, t)\, x_s x_t}{|C_{uv}|}

    over the contacts :math:`C_{uv}` that both have, with :math:`d_v(s, t)` as in ``dispersion``.
    After one round :math:`x_v` is 1 plus twice the normalised dispersion; the authors found the
    third to tell partners best.

    Parameters
    ----------
    network : Network
        Who is tied to whom; weights do not matter.
    rounds : int
        How many, at least 1. Values grow as the square in each.
    rows : IntArray, shape (n_rows,), optional
        The directed ties asked about, by their place in the network; by default all.

    Returns
    -------
    FloatArray, shape (n_ties,) or (n_rows,)
        One value for each directed tie, at least 0; it differs in the two directions. 0 for a tie
        without mutual contacts; infinite where many rounds go beyond the numbers there are.

    Raises
    ------
    InvalidArgumentError
        If ``rounds`` is below 1, a row is no tie of the network, or the network is none.

    See Also
    --------
    dispersion : The count of pairs alone.

    Notes
    -----
    Each round costs what ``dispersion`` does. All contacts go on at once, from the values of the
    round before, as the formula is written; an implementation proposed for networkx goes on one by
    one, weighs with the dispersion of whole ties, and gives other values.

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
    >>> recursive_dispersion(network, rounds=1, rows=ties.positions)
    array([1., 1., 2.])
    """
    check_kind("network", network, Network)
    check_count("rounds", rounds, least=1)
    n_ties = len(network.indices)
    wanted = np.arange(n_ties) if rows is None else places("rows", rows, n_ties)
    if not len(wanted):
        return np.zeros(0)

    def of(alters: Alters) -> FloatArray:
        embedded = np.diff(alters.indptr).astype(np.float64)
        values = np.ones(len(embedded))
        for _ in range(rounds):
            with np.errstate(over="ignore"):
                values = _next(alters, values) / np.maximum(embedded, 1.0)
        return values

    return for_each_tie(network.csr, wanted, of)


def _next(alters: Alters, values: FloatArray) -> FloatArray:
    """What each contact's mutual contacts, and the pairs whom she alone joins, add up to."""
    squares = values * values
    summed = np.zeros(len(values))
    summed += np.bincount(alters.sources, squares[alters.indices], minlength=len(values))
    for s, middle, t in dispersed_pairs(alters.indptr, alters.indices, alters.owner):
        summed += 2.0 * np.bincount(middle, values[s] * values[t], minlength=len(values))
    return summed

from __future__ import annotations

import numpy as np

from netzwerkwandel.metrics.degree_null import PermutationTest, degree_test
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import IntArray, Network
from netzwerkwandel.network.kernels.table import core_numbers


def core_number(network: Network) -> IntArray:
    """How deep does each person sit in the network, counted in ties?

    The core number of a person is the largest *k* for which she belongs to a *k*-core: a group in
    which everybody is tied to at least *k* others of the group [1]_. Weights do not enter.

    Parameters
    ----------
    network : Network
        The network.

    Returns
    -------
    IntArray, shape (n_contacts,)
        In the order of ``network.keys``, from 0 (without ties) to the degree.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    core_periphery : One core and one periphery.

    Notes
    -----
    Time grows with the number of ties [2]_. In small networks, and wherever numba is not
    installed, people are taken off in waves, all of one wave at once; long chains make many waves.

    References
    ----------
    .. [1] Seidman, S. B. (1983). "Network structure and minimum degree." Social Networks 5(3),
       269-287. https://doi.org/10.1016/0378-8733(83)90028-X
    .. [2] Batagelj, V. and Zaversnik, M. (2003). "An O(m) Algorithm for Cores Decomposition of
       Networks." arXiv:cs/0310049.

    Examples
    --------
    Three who know each other, and a fourth who knows one of them.

    >>> network = Network.from_edges(["a", "a", "b", "c"], ["b", "c", "c", "d"])
    >>> core_number(network)
    array([2, 2, 2, 1])
    """
    check_kind("network", network, Network)
    return core_numbers(network.indptr, network.indices)


def core_number_test(
    network: Network, *, rng: np.random.Generator, samples: int = 199
) -> PermutationTest:
    """Do people sit deeper in the network than their degrees bring about?

    The mean core number is compared with networks of the same degrees.

    Parameters
    ----------
    network : Network
        The network.
    rng : numpy.random.Generator
        Where chance comes from.
    samples : int
        How many shuffled networks to compare with; at least 1.

    Returns
    -------
    PermutationTest
        A small p-value: ties lie closer together than the degrees bring about.

    Raises
    ------
    InvalidArgumentError
        If ``samples`` is no whole number of at least 1, ``rng`` no generator, or the network none.

    See Also
    --------
    degree_test : How the networks are shuffled.

    Examples
    --------
    Two circles of four: everybody knows three who know each other.

    >>> from itertools import combinations
    >>> ties = [*combinations("abcd", 2), *combinations("efgh", 2)]
    >>> network = Network.from_edges(*zip(*ties))
    >>> found = core_number_test(network, rng=np.random.default_rng(1), samples=19)
    >>> found.observed
    3.0
    """

    def depth(shuffled: Network) -> float:
        return float(core_number(shuffled).sum()) / max(shuffled.n_contacts, 1)

    return degree_test(network, depth, rng=rng, samples=samples)

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.metrics.degree_null import PermutationTest, degree_test
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import BoolArray, FloatArray, Network


@attrs.frozen(kw_only=True, eq=False)
class CorePeriphery(ColumnarResult):
    """Who belongs to the core, and how far is that from the ideal?

    Parameters
    ----------
    core : BoolArray, shape (n_contacts,)
        Whether each person belongs to the core.
    cost : float
        The ties missing within the core and the ties too many within the periphery, together.
    concentration : float
        The share of all ties (of their weight, if weighted) that lies within the core, from 0 to
        1; 0 without ties.
    """

    core: BoolArray
    cost: float
    concentration: float

    @property
    def size(self) -> int:
        """How many people the core has."""
        return int(self.core.sum())


def core_periphery(network: Network, *, weighted: bool = False) -> CorePeriphery:
    r"""Who is the core of the network, and who its periphery?

    Ideally all of the core are tied to each other and nobody of the periphery to another of it;
    ties between the two do not count. The division that comes closest is found exactly [1]_: the
    *k* people of highest degree, for the *k* that minimises

    .. math:: Z(k) = \frac{k (k - 1)}{2} + m - \sum_{i=1}^{k} d_i

    where *m* is the number of ties and :math:`d_1 \ge d_2 \ge \dots` are the degrees.

    Parameters
    ----------
    network : Network
        The network.
    weighted : bool
        Whether ties count by their weight over the largest weight of all, rather than as 1. Then
        *m* and *d* are sums of these, and the division is exact for the sum of absolute
        differences from the ideal [2]_.

    Returns
    -------
    CorePeriphery
        The core, of at least one person where there is a tie.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    core_periphery_test : Whether the degrees alone explain it.
    coreness : The same idea by degrees, not by yes and no.

    Notes
    -----
    There may be several best divisions. Of two best sizes the one that parts no people of equal
    degree is taken, otherwise the smaller; if some of equal degree must be chosen, the first by
    key are. Time grows as n log n.

    The cost depends on the degrees alone, so it says nothing that they do not.

    References
    ----------
    .. [1] Lip, S. Z. W. (2011). "A Fast Algorithm for the Discrete Core/Periphery Bipartitioning
       Problem." arXiv:1102.5511.
    .. [2] Fasino, D. and Rinaldi, F. (2020). "A Fast and Exact Greedy Algorithm for the
       Core–Periphery Problem." Symmetry 12(1), 94. https://doi.org/10.3390/sym12010094

    Examples
    --------
    In a star one person is the core.

    >>> star = core_periphery(Network.from_edges([0, 0, 0], [1, 2, 3]))
    >>> star.core
    array([ True, False, False, False])
    >>> star.cost
    0.0
    """
    check_kind("network", network, Network)
    check_kind("weighted", weighted, bool)
    weights = np.ones(len(network.indices))
    if weighted:
        # The least weights may vanish beside the largest; they are 0 then.
        with np.errstate(under="ignore"):
            weights = network.weights / network.weights.max(initial=0.0)
    sums = np.bincount(network.sources, weights, minlength=network.n_contacts).astype(np.float64)
    total = float(weights.sum()) / 2
    core, cost = bipartition(sums, total, network.keys)
    within = core[network.sources] & core[network.indices]
    inside = float(weights[within].sum()) / 2
    return CorePeriphery(
        about=About.people(network.keys),
        core=core,
        cost=cost,
        concentration=inside / total if total else 0.0,
    )


def core_periphery_test(
    network: Network, *, rng: np.random.Generator, samples: int = 199, weighted: bool = False
) -> PermutationTest:
    """Is the core more than the sum of people who have many ties?

    The share of ties that lies within the core is compared with networks of the same degrees. The
    cost of the division cannot be: it depends on the degrees alone. That one core and one
    periphery often do not go beyond the degrees is a known finding [1]_.

    Parameters
    ----------
    network : Network
        The network.
    rng : numpy.random.Generator
        Where chance comes from.
    samples : int
        How many shuffled networks to compare with; at least 1.
    weighted : bool
        As for ``core_periphery``; weights stay with the ties that are shuffled.

    Returns
    -------
    PermutationTest
        A small p-value: the core is more than the degrees bring about.

    Raises
    ------
    InvalidArgumentError
        If ``samples`` is no whole number of at least 1, ``rng`` no generator, or the network none.

    See Also
    --------
    degree_test : How the networks are shuffled.

    References
    ----------
    .. [1] Kojaku, S. and Masuda, N. (2018). "Core-periphery structure requires something else in
       the network." New Journal of Physics 20, 043012.

    Examples
    --------
    A star has a core of one, whatever is shuffled.

    >>> star = Network.from_edges([0, 0, 0, 0], [1, 2, 3, 4])
    >>> core_periphery_test(star, rng=np.random.default_rng(1), samples=9).p_value
    0.5
    """

    def concentration(shuffled: Network) -> float:
        return core_periphery(shuffled, weighted=weighted).concentration

    return degree_test(network, concentration, rng=rng, samples=samples)


def bipartition(sums: FloatArray, total: float, keys: Sequence[Key]) -> tuple[BoolArray, float]:
    """Divide people into a core where all know each other and a periphery where nobody does.

    Parameters
    ----------
    sums : FloatArray, shape (n_contacts,)
        The summed weight of each person's ties, each weight from 0 to 1.
    total : float
        The summed weight of all ties, each counted once.
    keys : sequence of str
        The people's keys, which decide among equals.

    Returns
    -------
    tuple of BoolArray, shape (n_contacts,), and float
        Who belongs to the core, and what is missing of the ideal: with each person that goes over
        to the core it changes by ``size - sums``, so it falls as long as people have more than
        the core has members. Of two best sizes the one that parts no equals is taken, else the
        smaller.
    """
    # With the sums [3 2 2 1] from above and the places [0 1 2 3]: 3 > 0 and 2 > 1 join the core,
    # and 2 > 2 is not so: the size is 2. That parts two equals. But the third has just as many as
    # the core has members, and is as good in it as out: with her it is 3, which parts nobody.
    falling = np.sort(sums)[::-1]
    places = np.arange(len(sums))
    size = int(np.count_nonzero(falling > places))
    if 0 < size < len(sums) and falling[size - 1] == falling[size] == size:
        size += size + 1 == len(sums) or falling[size + 1] < falling[size]
    core = np.zeros(len(sums), dtype=bool)
    if size:
        core = sums > falling[size - 1]
        equals = np.flatnonzero(sums == falling[size - 1])
        by_key = sorted(equals.tolist(), key=lambda person: keys[person])
        core[by_key[: size - int(core.sum())]] = True
    return core, size * (size - 1) / 2 + total - float(falling[:size].sum())

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics.degree_null import PermutationTest, degree_test
from netzwerkwandel.model.arguments import check_count, check_kind, check_positive
from netzwerkwandel.network import FloatArray, IntArray, Network


_STEP = 0.75
"""How far each value goes, in logarithms, to where it would fit best."""


def coreness(
    network: Network,
    *,
    weighted: bool = False,
    tolerance: float = 1e-8,
    iterations: int = 100_000,
) -> FloatArray:
    r"""How close is each person to the core of the network?

    The values whose products come closest to the ties (MINRES [1]_): they minimise

    .. math:: \sum_{i \ne j} (a_{ij} - c_i c_j)^2, \qquad 0 \le c_i \le 1

    where :math:`a_{ij}` is 1 for a tie and 0 for none. Where no bound is met, the minimum is the
    fixed point :math:`c_i = \sum_j a_{ij} c_j / \sum_{j \ne i} c_j^2`.

    Parameters
    ----------
    network : Network
        The network.
    weighted : bool
        Whether :math:`a_{ij}` is the weight of the tie over the largest of all, rather than 1.
    tolerance : float
        How little all values must change in one step for the search to end; above 0.
    iterations : int
        After how many steps it is given up.

    Returns
    -------
    FloatArray, shape (n_contacts,)
        In the order of ``network.keys``, from 0 (without ties) to 1.

    Raises
    ------
    InvalidArgumentError
        If the tolerance is not above 0, or not reached; or if the network is none.

    See Also
    --------
    core_periphery : One core and one periphery, exactly.

    Notes
    -----
    Each step costs one pass over the ties: every value goes three quarters of the way (in
    logarithms) to where it would fit best if the others stayed. If all went all the way, they
    would go back and forth for ever.

    The bound by 1 is there because without it some networks, a star for one, have no minimum, and
    the values of hubs grow without end: the Heywood case [2]_.

    In the result no value alone could fit better. There may be other such results where a network
    has several cores; the search begins with the degrees (the summed weights), and
    people in equal positions get equal values, but for rounding.

    References
    ----------
    .. [1] Boyd, J. P., Fitzgerald, W. J., Mahutga, M. C. and Smith, D. A. (2010). "Computing
       continuous core/periphery structures for social relations data with MINRES/SVD." Social
       Networks.
    .. [2] Harman, H. H. and Fukuda, Y. (1966). "Resolution of the Heywood case in the minres
       solution." Psychometrika.

    Examples
    --------
    >>> coreness(Network.from_edges(["a", "b", "c"], ["b", "c", "d"])).round(3)
    array([0.453, 1.   , 1.   , 0.453])
    """
    check_kind("network", network, Network)
    check_kind("weighted", weighted, bool)
    check_count("iterations", iterations, 1)
    check_positive("tolerance", tolerance)
    pattern = _Pattern.of(network, weighted=weighted)
    values = pattern.beginning()
    for _ in range(iterations):
        after = pattern.step(values)
        if np.abs(after - values).max(initial=0.0) <= tolerance:
            return after
        values = after
    raise InvalidArgumentError(
        f"tolerance {tolerance} is not reached after {iterations} steps: allow more of either"
    )


def coreness_test(
    network: Network, *, rng: np.random.Generator, samples: int = 199, weighted: bool = False
) -> PermutationTest:
    """Do products of corenesses fit the ties better than the degrees bring about?

    The share of the summed squares of all ties that the products account for is compared with
    networks of the same degrees.

    Parameters
    ----------
    network : Network
        The network.
    rng : numpy.random.Generator
        Where chance comes from.
    samples : int
        How many shuffled networks to compare with; at least 1.
    weighted : bool
        As for ``coreness``; weights stay with the ties that are shuffled.

    Returns
    -------
    PermutationTest
        A small p-value: there is more of a core than the degrees bring about.

    Raises
    ------
    InvalidArgumentError
        If ``samples`` is no whole number of at least 1, ``rng`` no generator, or the network none.

    See Also
    --------
    degree_test : How the networks are shuffled.

    Examples
    --------
    Degrees alone make a star, so all shuffled networks are that star again.

    >>> star = Network.from_edges([0, 0, 0, 0], [1, 2, 3, 4])
    >>> coreness_test(star, rng=np.random.default_rng(1), samples=9).p_value
    0.5
    """

    def fit(shuffled: Network) -> float:
        pattern = _Pattern.of(shuffled, weighted=weighted)
        return pattern.explained(coreness(shuffled, weighted=weighted))

    return degree_test(network, fit, rng=rng, samples=samples)


@attrs.frozen(eq=False)
class _Pattern:
    """The ties to be matched, each in both directions, the largest 1."""

    source: IntArray
    target: IntArray
    weights: FloatArray
    n: int

    @classmethod
    def of(cls, network: Network, *, weighted: bool) -> _Pattern:
        weights = network.weights if weighted else np.ones(len(network.indices))
        with np.errstate(under="ignore"):
            relative = weights / weights.max(initial=0.0)
        return cls(network.sources, network.indices, relative, network.n_contacts)

    def beginning(self) -> FloatArray:
        sums = np.bincount(self.source, self.weights, minlength=self.n)
        total = float(sums.sum())
        values: FloatArray = sums / np.sqrt(total) if total else sums.astype(np.float64)
        return np.minimum(values, 1.0)

    def best(self, values: FloatArray) -> FloatArray:
        """Where each value would fit best if the others stayed."""
        with np.errstate(under="ignore"):
            received = np.bincount(self.source, self.weights * values[self.target], self.n)
            squares = values * values
        others = squares.sum() - squares
        best = np.zeros(self.n)
        np.divide(received, others, out=best, where=others > 0)
        return best

    def step(self, values: FloatArray) -> FloatArray:
        """Let each value go a part of the way to where it would fit best, and not beyond 1."""
        with np.errstate(under="ignore"):
            return np.minimum(values ** (1 - _STEP) * self.best(values) ** _STEP, 1.0)

    def explained(self, values: FloatArray) -> float:
        """The share of the ties' summed squares that products of values account for."""
        # Of sum a² the products leave sum (a - c_i c_j)², so they account for
        # 2 sum a c_i c_j - sum (c_i c_j)²; the last is taken over all pairs at once, i = j left
        # out: sum_i c_i² (sum_j c_j² - c_i²). With 1 at both ends of
        # a lone tie (which is there both ways, so that a² adds up to 2): (4 - 2) / 2 = 1.
        with np.errstate(under="ignore"):
            squares = values * values
            products = self.weights * values[self.source] * values[self.target]
            gained = 2 * float(products.sum()) - float(squares @ (squares.sum() - squares))
            total = float(self.weights @ self.weights)
        return gained / total if total else 0.0

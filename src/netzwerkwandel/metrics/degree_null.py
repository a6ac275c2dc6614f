"""Is what is seen in a network more than what its degrees alone would bring about?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.columns import ColumnarResult
from netzwerkwandel.model.arguments import check_callable, check_count, check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.arrays import find_sorted
from netzwerkwandel.network.csr import Csr


_ROUNDING = 1e-12

Progress: TypeAlias = Callable[[int, int], None]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PermutationTest(ColumnarResult):
    """How does a value compare with those that chance brings about?

    As a table it has a row for each sample.

    Parameters
    ----------
    observed : float
        The value in the network itself.
    shuffled : FloatArray, shape (samples,)
        The values that chance brought about.
    of : {"groups", "ties"}
        What was shuffled: who belongs to which group, or whom the ties lead to.
    """

    observed: float
    shuffled: FloatArray
    of: Literal["groups", "ties"]

    @override
    def __repr__(self) -> str:
        told = f"observed={self.observed:.6g}, p_value={self.p_value:.4g}, samples={self.samples:,}"
        return f"PermutationTest({told})"

    @property
    def samples(self) -> int:
        """How many values chance brought about."""
        return len(self.shuffled)

    @property
    def p_value(self) -> float:
        """How often chance goes beyond the value; what equals it counts half (mid-p [1]_).

        The network itself is one of those that equal it: from 1 / (2 (samples + 1)) to nearly 1. A
        value that chance always brings about has 0.5. Counted in full, equals would make a test of
        few possible values far too cautious. Where there is no value (nan), there is no p-value; a
        shuffled network without one is left out.

        References
        ----------
        .. [1] Lancaster, H. O. (1961). "Significance Tests in Discrete Distributions." Journal of
           the American Statistical Association 56(294), 223-234.
        """
        if np.isnan(self.observed):
            return float("nan")
        margin = _ROUNDING * abs(self.observed)
        beyond = int(np.count_nonzero(self.shuffled > self.observed + margin))
        equal = int(np.count_nonzero(np.abs(self.shuffled - self.observed) <= margin))
        there = int(np.count_nonzero(~np.isnan(self.shuffled)))
        return (beyond + (1 + equal) / 2) / (1 + there)

    @property
    def two_sided(self) -> float:
        """The p-value of a value that is unlike chance, be it greater or smaller."""
        return 2 * min(self.p_value, 1 - self.p_value)


def degree_test(
    network: Network,
    statistic: Callable[[Network], float],
    *,
    rng: np.random.Generator,
    samples: int = 199,
    rounds: int = 10,
    progress: Progress | None = None,
) -> PermutationTest:
    """Do the degrees alone explain a value of the network?

    The network is compared with others in which everybody has as many ties as in it, but to whom
    is left to chance: pairs of ties exchange an end, as long as no tie comes twice.

    Parameters
    ----------
    network : Network
        The network.
    statistic : callable
        From a network to the value; greater means more of what is looked for.
    rng : numpy.random.Generator
        Where chance comes from. The same state gives the same result.
    samples : int
        How many shuffled networks to compare with; at least 1.
    rounds : int
        How many rounds of exchanges lie between one network and the next; at least 1. In each,
        half of the ties try one.
    progress : callable, optional
        Called with the number of samples done and of all of them.

    Returns
    -------
    PermutationTest
        The value, those of the shuffled networks, and the p-value.

    Raises
    ------
    InvalidArgumentError
        If ``samples`` or ``rounds`` is no whole number of at least 1, the network is none, the
        statistic cannot be called, or ``rng`` is no generator.

    Notes
    -----
    Weights stay with the ties, of which one end changes: the degrees and the weights that there
    are stay as they are, each person's summed weight does not.

    The exchanges are a reversible walk on the networks of these degrees, each as likely as any
    other in the long run. The network itself stands at a random place of one long walk, so the
    p-value is right however slowly the walk forgets where it was [1]_. Below 0.05 the degrees do
    not explain the value. What equals the value counts half in it (mid-p [2]_):
    ``PermutationTest.p_value``.

    References
    ----------
    .. [1] Besag, J. and Clifford, P. (1989). "Generalized Monte Carlo significance tests."
       Biometrika 76(4), 633-642. https://doi.org/10.1093/biomet/76.4.633
    .. [2] Lancaster, H. O. (1961). "Significance Tests in Discrete Distributions." Journal of the
       American Statistical Association 56(294), 223-234.

    Examples
    --------
    Eight people in two circles of four: nobody of the one knows anybody of the other.

    >>> from itertools import combinations
    >>> ties = [*combinations("abcd", 2), *combinations("efgh", 2)]
    >>> network = Network.from_edges(*zip(*ties))
    >>> def closed(network: Network) -> float:
    ...     return float(network.ties().embeddedness.sum())
    >>> found = degree_test(network, closed, rng=np.random.default_rng(1), samples=99)
    >>> found.p_value < 0.05
    True
    """
    check_kind("network", network, Network)
    check_kind("rng", rng, np.random.Generator)
    check_count("samples", samples, 1)
    check_count("rounds", rounds, 1)
    if progress is not None:
        check_callable("progress", progress)
    if not callable(statistic):
        raise InvalidArgumentError(f"statistic must be callable, got {shown(statistic)}")
    # The walk being reversible, the steps before the network are drawn as those after it are.
    before = int(rng.integers(samples + 1))
    once, values = network.sources < network.indices, []
    for steps in (before, samples - before):
        a, b, weights = network.sources[once], network.indices[once], network.weights[once]
        for _ in range(steps):
            for _ in range(rounds):
                a, b = _exchange(a, b, network.n_contacts, rng)
            shuffled = Csr.symmetric(a, b, weights, network.n_contacts)
            values.append(statistic(network.with_ties(shuffled)))
            if progress is not None:
                progress(len(values), samples)
    return PermutationTest(
        observed=float(statistic(network)), shuffled=np.array(values, dtype=np.float64), of="ties"
    )


def _exchange(
    a: IntArray, b: IntArray, n: int, rng: np.random.Generator
) -> tuple[IntArray, IntArray]:
    """Let random pairs of ties (a, b), (c, d) become (a, d), (c, b), all of them at once.

    A pair stays as it is if its new ties are there already, are loops, or are wanted by another
    pair too; and if another pair wants one of its old ties. The last makes the way back exactly
    as likely as the way there.
    """
    # Six people, the ties  0: 0-1   1: 2-3   2: 4-5   3: 4-0.  Each is turned round by chance, so
    # that either end may be the one it gives away; here none is. A random order puts two and two
    # together, and chance again leaves out some of these pairs of ties; here it leaves out none:
    #
    #     first   0: 0-1    2: 4-5
    #     second  1: 2-3    3: 4-0
    #     new     0-3, 2-1  4-0, 4-5     the ends of first, then those of second exchanged
    #
    # A tie is one number, low * n + high, so that 2-1 is 8 whichever way it leads. 0-3 and 2-1 are
    # not there yet, and wanted once: the first pair becomes 0-3, 2-1. 4-0 and 4-5 are there
    # already: the second pair stays.
    turned = rng.random(len(a)) < 0.5
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    order = rng.permutation(len(a))
    half = len(a) // 2
    first, second = order[:half], order[half : 2 * half]
    chosen = rng.random(half) < 0.5
    first, second = first[chosen], second[chosen]
    old = _code(a, b, n)
    new = np.concatenate([_code(a[first], b[second], n), _code(a[second], b[first], n)])
    _, group, times = np.unique(new, return_inverse=True, return_counts=True)
    loop = np.concatenate([a[first] == b[second], a[second] == b[first]])
    good = ~loop & (times[group] == 1) & (find_sorted(np.sort(old), new) < 0)
    wanted = find_sorted(np.sort(new), old) >= 0
    # Both new ties of a pair must be good: the first half of ``new`` has one, the second the other.
    swap = good[: len(first)] & good[len(first) :] & ~wanted[first] & ~wanted[second]
    first, second = first[swap], second[swap]
    b[first], b[second] = b[second], b[first]
    return a, b


def _code(a: IntArray, b: IntArray, n: int) -> IntArray:
    code: IntArray = np.minimum(a, b) * n + np.maximum(a, b)
    return code

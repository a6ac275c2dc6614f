from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np

from netzwerkwandel.metrics.degree_null import PermutationTest, Progress
from netzwerkwandel.metrics.groups import Grouped, Groups
from netzwerkwandel.model.arguments import check_callable, check_count, check_kind
from netzwerkwandel.network import Network


def permutation_test(
    network: Network,
    groups: Groups,
    statistic: Callable[[Network, Sequence[Hashable]], float],
    *,
    rng: np.random.Generator,
    samples: int = 199,
    progress: Progress | None = None,
) -> PermutationTest:
    """Does it matter who belongs to which group, or would any people do as well?

    The network stays as it is, and the groups are handed out among the people anew: each shuffled
    order is as likely as the one there is if groups have nothing to do with ties [1]_.

    Parameters
    ----------
    network : Network
        The network.
    groups : sequence, shape (n_contacts,), mapping or str
        What is known of each person, in the order of ``network.keys``, or by key; or the name of an
        attribute. Who has none (None, nan, or no entry) keeps none.
    statistic : callable
        From the network and the group of each person, in the order of ``network.keys``, to the
        value; greater means more of what is looked for.
    rng : numpy.random.Generator
        Where chance comes from. The same state gives the same result.
    samples : int
        How many shuffled orders to compare with; at least 1.
    progress : callable, optional
        Called with the number of samples done and of all of them.

    Returns
    -------
    PermutationTest
        The value, those of the shuffled groups, and the p-values, in which what equals the value
        counts half (mid-p [2]_): ``PermutationTest.p_value``.

    Raises
    ------
    InvalidArgumentError
        If ``samples`` is no whole number of at least 1, the network is none, there is not one group
        for each person, the statistic cannot be called, or ``rng`` is no generator.

    See Also
    --------
    degree_test : Groups stay, and ties are shuffled.

    References
    ----------
    .. [1] Hubert, L. J. (1987). Assignment Methods in Combinatorial Data Analysis. Marcel Dekker.
    .. [2] Lancaster, H. O. (1961). "Significance Tests in Discrete Distributions." Journal of the
       American Statistical Association 56(294), 223-234.

    Examples
    --------
    Lawyers know lawyers, and designers know designers.

    >>> from itertools import combinations
    >>> from netzwerkwandel.metrics import ei_index
    >>> ties = [*combinations("abcd", 2), *combinations("efgh", 2)]
    >>> network = Network.from_edges(*zip(*ties))
    >>> fields = dict.fromkeys("abcd", "law") | dict.fromkeys("efgh", "design")
    >>> def alike(network: Network, fields: list[str]) -> float:
    ...     return -float(ei_index(network, fields).mean())
    >>> found = permutation_test(network, fields, alike, rng=np.random.default_rng(1))
    >>> found
    PermutationTest(observed=1, p_value=0.02, samples=199)
    """
    check_kind("network", network, Network)
    check_callable("statistic", statistic)
    check_kind("rng", rng, np.random.Generator)
    check_count("samples", samples, 1)
    if progress is not None:
        check_callable("progress", progress)
    grouped = Grouped.of(network, "groups", groups)
    known = np.flatnonzero(grouped.numbers >= 0)

    def named(numbers: Sequence[int]) -> list[Hashable]:
        return [None if number < 0 else grouped.labels[number] for number in numbers]

    observed, values = float(statistic(network, named(grouped.numbers.tolist()))), []
    for done in range(samples):
        numbers = grouped.numbers.copy()
        numbers[known] = rng.permutation(numbers[known])
        values.append(float(statistic(network, named(numbers.tolist()))))
        if progress is not None:
            progress(done + 1, samples)
    return PermutationTest(
        observed=observed, shuffled=np.array(values, dtype=np.float64), of="groups"
    )

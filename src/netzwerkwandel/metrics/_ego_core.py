from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics._core_periphery import core_periphery
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.metrics.degree_null import PermutationTest, degree_test
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import BoolArray, FloatArray, Network, Ties
from netzwerkwandel.network.circles import owner_ranks
from netzwerkwandel.network.csr import Csr


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EgoCore(ColumnarResult):
    """How deep in a person's core does each of her contacts sit, and who is it made of?

    Parameters
    ----------
    depth : FloatArray, shape (n_ties,)
        From 0 to 1.
    core : BoolArray, shape (n_ties,)
        Whether the contact belongs to the core.
    """

    depth: FloatArray
    core: BoolArray


def ego_core(network: Network, ego: Key | int | None = None) -> EgoCore:
    r"""Who is the core of a person's own network: strong contacts who know each other?

    .. math:: core_j = \sqrt[3]{r_j \cdot red_{ij} \cdot k_j / k_{max}}

    where :math:`r_j` is the rank of the strength of contact *j* over the number of contacts (equals
    share the middle of their places), :math:`red_{ij}` the contact's redundancy seen from the
    person *i*, and :math:`k_j` its core number among the contacts, *i* left out.

    The set is the core of the contacts' own network (as ``core_periphery`` finds it), in which a
    tie between *j* and *q* weighs :math:`\sqrt{r_j r_q}`, over the largest of these.

    Parameters
    ----------
    network : Network
        The network.
    ego : str, int or None
        The person: a key, an index, or None for the one whose data this is.

    Returns
    -------
    EgoCore
        ``depth`` and ``core``, in the order of ``network.ties_of(ego)``. The depth is 0 for a
        contact who knows none of the others; without ties among contacts there is no core.

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
    Ties.core : The depth for every tie at once.
    ego_core_test : Whether the contacts' degrees alone explain the core.

    Notes
    -----
    Ranks are taken, not strengths, since a few ties are far stronger than all others.

    Own definition, out of measures of structural holes, k-cores and core and periphery.

    Examples
    --------
    Mara's two colleagues know each other; her friend, to whom she is closer, knows neither.

    >>> network = Network.from_edges(
    ...     ["mara", "mara", "mara", "ana"], ["ana", "ben", "eva", "ben"], [1.0, 1.0, 5.0, 1.0]
    ... )
    >>> ego_core(network, "mara").core
    array([ True,  True, False])
    """
    ties = check_kind("network", network, Network).ties_of(ego)
    circle = _circle(network, ties)
    division = core_periphery(_weighed(circle, _ranks(ties)), weighted=True)
    return EgoCore(
        about=About.people(network.keys, ties.target),
        depth=ties.core.copy(),
        core=division.core,
    )


def ego_core_test(
    network: Network,
    ego: Key | int | None = None,
    *,
    rng: np.random.Generator,
    samples: int = 199,
) -> PermutationTest:
    """Is a person's core more than the sum of contacts who know many of the others?

    The share of the ties among her contacts that lies within the core, weighed as ``ego_core``
    does, is compared with networks in which each contact knows as many of the others, but whom is
    left to chance. Strengths stay with the contacts; the core is found anew in each.

    Parameters
    ----------
    network : Network
        The network.
    ego : str, int or None
        The person: a key, an index, or None for the one whose data this is.
    rng : numpy.random.Generator
        Where chance comes from.
    samples : int
        How many shuffled networks to compare with; at least 1.

    Returns
    -------
    PermutationTest
        A small p-value: the core is more than the degrees bring about.

    Raises
    ------
    InvalidArgumentError
        If ``samples`` is no whole number of at least 1, ``rng`` no generator, or the network none.
    NotFoundError
        If nobody has the key.
    InvalidNetworkError
        If the network is nobody's and no ego is named.

    See Also
    --------
    degree_test : How the networks are shuffled.

    Examples
    --------
    Of Mara's five contacts three know each other, as they would have to with these degrees.

    >>> network = Network.from_edges(list("mmmmmabc"), list("abcdebca"))
    >>> ego_core_test(network, "m", rng=np.random.default_rng(1), samples=9).p_value
    0.5
    """
    ties = check_kind("network", network, Network).ties_of(ego)
    strong = _ranks(ties)

    def concentration(circle: Network) -> float:
        return core_periphery(_weighed(circle, strong), weighted=True).concentration

    return degree_test(_circle(network, ties), concentration, rng=rng, samples=samples)


def _circle(network: Network, ties: Ties) -> Network:
    """The contacts' own network, without the person."""
    return Network(
        keys=tuple(network.keys[i] for i in ties.target.tolist()),
        csr=network.csr.alters(np.unique(ties.source)),
    )


def _ranks(ties: Ties) -> FloatArray:
    return owner_ranks(ties.strength, np.zeros(len(ties), dtype=np.int64))


def _weighed(circle: Network, strong: FloatArray) -> Network:
    weights = np.sqrt(strong[circle.sources] * strong[circle.indices])
    return circle.with_ties(Csr(circle.indptr, circle.indices, weights))

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.metrics.columns import Columns
from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.dyads import Model, check_model, row_dyads, slot_dyads
from netzwerkwandel.network.network import Network


Nodes = Sequence[Key] | Sequence[int] | IntArray | None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class StructuralHoles(Columns):
    """The measures of structural holes of many people, as named columns.

    Every column has the shape (n_people,) and is nan for a person without ties, ``degree`` apart.

    Parameters
    ----------
    degree : FloatArray
        n, the number of contacts.
    constraint : FloatArray
        Burt's aggregate constraint C, above 0, at most 1.125 where all weights are equal.
    constraint_size, constraint_density, constraint_hierarchy : FloatArray
        Its three parts by Everett and Borgatti; they add up to C.
    normalised_constraint : FloatArray
        (C - 1/n) / (max - 1/n): from 0 to 1 where all weights are equal, comparable between people
        with few and with many contacts; 1 at one contact.
    effective_size : FloatArray
        From 1 to n: the contacts less what is redundant in them.
    efficiency : FloatArray
        Effective size over n.
    hierarchy : FloatArray
        From 0 (every contact constrains alike) to 1 (one alone does); 1 at one contact.
    density : FloatArray
        The share of the pairs of contacts who are tied, from 0 to 1; nan below two contacts.
    """

    degree: FloatArray
    constraint: FloatArray
    constraint_size: FloatArray
    constraint_density: FloatArray
    constraint_hierarchy: FloatArray
    normalised_constraint: FloatArray
    effective_size: FloatArray
    efficiency: FloatArray
    hierarchy: FloatArray
    density: FloatArray


def structural_holes(
    network: Network, *, model: Model = "whole", nodes: Nodes = None
) -> StructuralHoles:
    r"""Who bridges gaps between people, and who is caught in one circle? All measures in one pass.

    With :math:`z_{ij}` the weight of a tie, :math:`s_i = \sum_k z_{ik}`, :math:`p_{ij} = z_{ij} /
    s_i`, N(i) the contacts of i and n their number:

    .. math::
        C_i = \sum_{j} \Bigl(p_{ij} + \sum_{q} p_{iq} p_{qj}\Bigr)^2, \qquad
        ES_i = \sum_{j} \Bigl(1 - \sum_{q} p_{iq} \frac{z_{jq}}{\max_k z_{jk}}\Bigr)

    over j in N(i) and q in N(i) other than j [1]_ [2]_; the three parts and the normalisation of C
    by [3]_; hierarchy is the Coleman-Theil index of the :math:`c_{ij}` [1]_.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Whether q's strength and j's largest weight are taken over all their ties, as in networkx
        and igraph, or only over those within i's own circle, as in UCINET and in surveys. For a
        network collected by one person the ego model is the honest one.
    nodes : sequence of keys or indices, optional
        The people asked about, in this order; by default everybody.

    Returns
    -------
    StructuralHoles
        Named columns, one value for each person.

    Raises
    ------
    InvalidArgumentError
        If there is no such model.
    NotFoundError
        If somebody is not there.

    Notes
    -----
    For everybody each closed triad is looked at once in the whole model and three times in the ego
    model: time grows with the number of ties times the square root of it at worst. For some people
    only their neighbourhoods are looked at, with the same results to the last bit.

    References
    ----------
    .. [1] Burt, R. S. (1992). Structural Holes. Harvard University Press, chapter 2.
    .. [2] Borgatti, S. P. (1997). "Structural Holes: Unpacking Burt's Redundancy Measures."
       Connections 20(1), 35-38.
    .. [3] Everett, M. G., Borgatti, S. P. (2020). "Unpacking Burt's constraint measure." Social
       Networks 62, 50-57.

    Examples
    --------
    In the middle of a path one bridges; in a triangle nobody does.

    >>> path = Network.from_edges(["a", "b"], ["b", "c"])
    >>> structural_holes(path).constraint
    array([1. , 0.5, 1. ])
    >>> triangle = Network.from_edges(["a", "b", "c"], ["b", "c", "a"])
    >>> structural_holes(triangle, nodes=["a"]).effective_size
    array([1.])
    """
    check_model(model)
    if nodes is None:
        slots = slot_dyads(network, model)
        return _columns(network.degree, slots.node_sums(network), slots.triads_of(network))
    people = indices_of(network, nodes)
    rows = row_dyads(network, people, model)
    return _columns(np.diff(rows.starts), rows.node_sums(), rows.triads())


def _columns(n: IntArray, sums: FloatArray, triads: IntArray) -> StructuralHoles:
    degree = n.astype(np.float64)
    some, several = np.where(n > 0, degree, np.nan), np.where(n > 1, degree, np.nan)
    constraint = np.where(n > 0, sums[:, 0], np.nan)
    effective = np.where(n > 0, sums[:, 5], np.nan)
    return StructuralHoles(
        degree=degree,
        constraint=constraint,
        constraint_size=np.where(n > 0, sums[:, 1], np.nan),
        constraint_density=np.where(n > 0, sums[:, 2], np.nan),
        constraint_hierarchy=np.where(n > 0, sums[:, 3], np.nan),
        normalised_constraint=normalised(constraint, some),
        effective_size=effective,
        efficiency=effective / some,
        hierarchy=_hierarchy(constraint, sums[:, 4], some),
        density=triads / (several * (several - 1) / 2),
    )


def normalised(constraint: FloatArray, n: FloatArray) -> FloatArray:
    """The greatest constraint is a clique's up to 7 contacts, from 8 on that of one go-between."""
    clique = (2 * n - 1) ** 2 / n**3
    shadow = (n + 1) ** 2 * (n**2 + 4 * n - 4) / (4 * n**4)
    least = 1 / n
    several = np.where(n > 1, n, np.nan)
    span = np.maximum(clique, shadow) - 1 / several
    return np.where(n == 1, 1.0, (constraint - least) / span)


def _hierarchy(constraint: FloatArray, entropy: FloatArray, n: FloatArray) -> FloatArray:
    several = np.where(n > 1, n, np.nan)
    disorder = (entropy / constraint + np.log(several / constraint)) / np.log(several)
    return np.where(n == 1, 1.0, np.clip(disorder, 0.0, 1.0))


def constraint(network: Network, *, model: Model = "whole", nodes: Nodes = None) -> FloatArray:
    """How closed is the circle around each person? Burt's constraint; low is open.

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Over all ties of the others, or over those within each circle.
    nodes : sequence of keys or indices, optional
        The people asked about; by default everybody.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        Above 0, and at times above 1; nan for a person without ties.

    Examples
    --------
    >>> constraint(Network.from_edges(["a", "b", "c"], ["b", "c", "a"]))
    array([1.125, 1.125, 1.125])
    """
    check_model(model)
    if nodes is not None:
        return structural_holes(network, model=model, nodes=nodes).constraint
    sums = slot_dyads(network, model, shared=False).node_sums(network)
    return np.where(network.degree > 0, sums[:, 0], np.nan)


def effective_size(network: Network, *, model: Model = "whole", nodes: Nodes = None) -> FloatArray:
    """How many contacts does each person have that do not repeat each other? Burt's effective size.

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Over all ties of the others, or over those within each circle.
    nodes : sequence of keys or indices, optional
        The people asked about; by default everybody.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        From 1 to the number of contacts; nan for a person without ties.

    Examples
    --------
    >>> effective_size(Network.from_edges(["a", "a", "a"], ["b", "c", "d"]))
    array([3., 1., 1., 1.])
    """
    return structural_holes(network, model=model, nodes=nodes).effective_size


def efficiency(network: Network, *, model: Model = "whole", nodes: Nodes = None) -> FloatArray:
    """What share of each person's contacts is not redundant? Effective size over contacts.

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Over all ties of the others, or over those within each circle.
    nodes : sequence of keys or indices, optional
        The people asked about; by default everybody.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        Above 0, at most 1; nan for a person without ties.

    Examples
    --------
    >>> efficiency(Network.from_edges(["a", "b", "c"], ["b", "c", "a"]))
    array([0.5, 0.5, 0.5])
    """
    return structural_holes(network, model=model, nodes=nodes).efficiency


def hierarchy(network: Network, *, model: Model = "whole", nodes: Nodes = None) -> FloatArray:
    """Does one contact alone constrain a person, or do all alike?

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Over all ties of the others, or over those within each circle.
    nodes : sequence of keys or indices, optional
        The people asked about; by default everybody.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        From 0 (all alike) to 1 (one alone); 1 at one contact, nan without ties.

    Examples
    --------
    >>> hierarchy(Network.from_edges(["a", "a"], ["b", "c"]))
    array([0., 1., 1.])
    """
    return structural_holes(network, model=model, nodes=nodes).hierarchy


def density(network: Network, *, nodes: Nodes = None) -> FloatArray:
    """How many of each person's contacts know each other?

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    nodes : sequence of keys or indices, optional
        The people asked about; by default everybody.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        The share of the pairs of contacts who are tied, from 0 to 1; nan below two contacts.

    Examples
    --------
    >>> density(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([1.        , 1.        , 0.33333333,        nan])
    """
    return structural_holes(network, nodes=nodes).density


def local_constraint(network: Network, *, model: Model = "whole") -> FloatArray:
    r"""Which contact holds a person back? The dyadic constraint of every tie.

    .. math:: c_{ij} = \Bigl(p_{ij} + \sum_q p_{iq} p_{qj}\Bigr)^2

    See ``structural_holes`` for the two models and the sources.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Over all ties of the others, or over those within each circle.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, above 0; a person's sum to her constraint.

    Examples
    --------
    >>> local_constraint(Network.from_edges(["a", "b"], ["b", "c"]))
    array([1.  , 0.25, 0.25, 1.  ])
    """
    return _dyadic(network, model)[0]


def redundancy(network: Network, *, model: Model = "whole") -> FloatArray:
    r"""How much of what a contact can reach does a person reach without this contact?

    .. math:: red_{ij} = \sum_q p_{iq} \frac{z_{jq}}{\max_k z_{jk}}

    See ``structural_holes`` for the two models and the sources.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    model : {"whole", "ego"}
        Over all ties of the others, or over those within each circle.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, from 0 to below 1.

    Examples
    --------
    >>> redundancy(Network.from_edges(["a", "b", "c"], ["b", "c", "a"]))
    array([0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    """
    return _dyadic(network, model)[1]


def _dyadic(network: Network, model: Model) -> tuple[FloatArray, FloatArray]:
    check_model(model)
    return slot_dyads(network, model).by_tie(network)


def indices_of(network: Network, nodes: Sequence[Key] | Sequence[int] | IntArray) -> IntArray:
    """Return the indices of people given by key or by index.

    Raises
    ------
    NotFoundError
        If somebody is not there.
    """
    people = [network.index_of(node) if isinstance(node, str) else int(node) for node in nodes]
    for person in people:
        if not 0 <= person < network.n_contacts:
            raise NotFoundError("contact of this network", str(person))
    return np.array(people, dtype=np.int64)

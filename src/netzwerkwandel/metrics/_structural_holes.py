from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics.asked import Nodes, indices_of
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.metrics.tie_totals import TieTotals, normalised, tie_totals
from netzwerkwandel.network import FloatArray, Network
from netzwerkwandel.network.slot_dyads import Model


@attrs.frozen(eq=False, repr=False, kw_only=True)
class StructuralHoles(ColumnarResult):
    """The measures of structural holes of many people, as named columns.

    Every column has the shape (n_people,) and is nan for a person without ties, ``degree`` apart.

    Parameters
    ----------
    model : {"whole", "ego"}
        The model that the values are of; see ``structural_holes``.
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

    model: Model
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
    network: Network, *, model: Model | None = None, nodes: Nodes = None
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
    model : {"whole", "ego"}, optional
        Whether q's strength and j's largest weight are taken over all their ties, as in networkx
        and igraph, or only over those within i's own circle, as in UCINET and in surveys. By
        default the ego model where the network is somebody's own (``network.ego``), since one
        person's data know little of what others do elsewhere; the whole model otherwise.
    nodes : sequence of keys or indices, optional
        The people asked about, in this order; by default everybody.

    Returns
    -------
    StructuralHoles
        Named columns, one value for each person, and the model they are of.

    Raises
    ------
    InvalidArgumentError
        If there is no such model, or the network or the nodes are none.
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
       Networks 62, 50-57. https://doi.org/10.1016/j.socnet.2020.02.001

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
    totals = tie_totals(network, model, nodes)
    places = None if nodes is None else indices_of(network, nodes)
    return holes_of(totals, About.people(network.keys, places))


def holes_of(totals: TieTotals, about: About | None = None) -> StructuralHoles:
    """Work out all the measures from what each person's ties add up to."""
    sums = totals.sums
    return StructuralHoles(
        about=about,
        model=totals.model,
        degree=totals.degree.astype(np.float64),
        constraint=sums.constraint,
        constraint_size=sums.size,
        constraint_density=sums.density,
        constraint_hierarchy=sums.hierarchy,
        normalised_constraint=normalised(sums.constraint, totals.n),
        effective_size=sums.effective,
        efficiency=sums.effective / totals.n,
        hierarchy=totals.hierarchy(),
        density=totals.density(),
    )


def constraint(network: Network, *, model: Model | None = None, nodes: Nodes = None) -> FloatArray:
    """How closed is the circle around each person? Burt's constraint; low is open.

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network, model, nodes
        As for ``structural_holes``.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        Above 0, and at times above 1; nan for a person without ties.

    Raises
    ------
    InvalidArgumentError, NotFoundError
        As for ``structural_holes``.

    Examples
    --------
    >>> constraint(Network.from_edges(["a", "b", "c"], ["b", "c", "a"]))
    array([1.125, 1.125, 1.125])
    """
    return tie_totals(network, model, nodes, shared=False).sums.constraint


def effective_size(
    network: Network, *, model: Model | None = None, nodes: Nodes = None
) -> FloatArray:
    """How many contacts does each person have that do not repeat each other? Burt's effective size.

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network, model, nodes
        As for ``structural_holes``.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        From 1 to the number of contacts; nan for a person without ties.

    Raises
    ------
    InvalidArgumentError, NotFoundError
        As for ``structural_holes``.

    Examples
    --------
    >>> effective_size(Network.from_edges(["a", "a", "a"], ["b", "c", "d"]))
    array([3., 1., 1., 1.])
    """
    return tie_totals(network, model, nodes).sums.effective


def efficiency(network: Network, *, model: Model | None = None, nodes: Nodes = None) -> FloatArray:
    """What share of each person's contacts is not redundant? Effective size over contacts.

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network, model, nodes
        As for ``structural_holes``.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        Above 0, at most 1; nan for a person without ties.

    Raises
    ------
    InvalidArgumentError, NotFoundError
        As for ``structural_holes``.

    Examples
    --------
    >>> efficiency(Network.from_edges(["a", "b", "c"], ["b", "c", "a"]))
    array([0.5, 0.5, 0.5])
    """
    totals = tie_totals(network, model, nodes)
    return totals.sums.effective / totals.n


def hierarchy(network: Network, *, model: Model | None = None, nodes: Nodes = None) -> FloatArray:
    """Does one contact alone constrain a person, or do all alike?

    See ``structural_holes`` for the formula, the two models and the sources.

    Parameters
    ----------
    network, model, nodes
        As for ``structural_holes``.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        From 0 (all alike) to 1 (one alone); 1 at one contact, nan without ties.

    Raises
    ------
    InvalidArgumentError, NotFoundError
        As for ``structural_holes``.

    Examples
    --------
    >>> hierarchy(Network.from_edges(["a", "a"], ["b", "c"]))
    array([0., 1., 1.])
    """
    return tie_totals(network, model, nodes, shared=False).hierarchy()


def density(network: Network, *, nodes: Nodes = None) -> FloatArray:
    """How many of each person's contacts know each other?

    Parameters
    ----------
    network, nodes
        As for ``structural_holes``; the two models do not differ in density.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        The share of the pairs of contacts who are tied, from 0 to 1; nan below two contacts.

    Raises
    ------
    InvalidArgumentError, NotFoundError
        As for ``structural_holes``.

    Examples
    --------
    >>> density(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([1.        , 1.        , 0.33333333,        nan])
    """
    return tie_totals(network, "whole", nodes).density()

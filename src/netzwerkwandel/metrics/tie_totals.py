"""What each person's ties add up to: the sums that the measures of structural holes follow from."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, shown_choice
from netzwerkwandel.metrics.asked import Nodes, indices_of
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network, Ties
from netzwerkwandel.network.arrays import reduce_rows
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
)
from netzwerkwandel.network.row_dyads import row_dyads
from netzwerkwandel.network.slot_dyads import Model, slot_dyads


@attrs.frozen(eq=False, kw_only=True)
class TieTotals:
    """What each person's ties add up to: every measure of her follows from these sums alone.

    Parameters
    ----------
    model : {"whole", "ego"}
        The model of the sums.
    degree : IntArray, shape (n_people,)
        The number of contacts.
    n : FloatArray, shape (n_people,)
        The same as a number to divide by, nan where there are none.
    sums : TieSums
        What a person's ties add up to; nan where there are none.
    triads : IntArray
        How many ties there are among the contacts.
    """

    model: Model
    degree: IntArray
    n: FloatArray
    sums: TieSums
    triads: IntArray

    def hierarchy(self) -> FloatArray:
        """The Coleman-Theil index: 0 where all contacts constrain alike, 1 where one alone does."""
        # With r = c n / C, a contact's constraint over that of the mean contact, the index is
        # sum(r ln r) / (n ln n). Taken apart, only sum(c ln c) needs the single contacts:
        #     sum(r ln r) / n = sum(c ln c) / C + ln(n / C)
        # Two contacts of 0.25 each: -0.693 / 0.5 + ln 4 = 0, so all alike. One contact alone is
        # 1 by convention (Burt 1992), since ln n is 0 there.
        several = np.where(self.n > 1, self.n, np.nan)
        constraint = self.sums.constraint
        uneven = self.sums.entropy / constraint + np.log(several / constraint)
        return np.where(self.n == 1, 1.0, np.clip(uneven / np.log(several), 0.0, 1.0))

    def density(self) -> FloatArray:
        """The share of the pairs of contacts who are tied, nan below two contacts."""
        several = np.where(self.n > 1, self.n, np.nan)
        density: FloatArray = self.triads / (several * (several - 1) / 2)
        return density


def tie_totals(
    network: Network, model: Model | None, nodes: Nodes, *, shared: bool = True
) -> TieTotals:
    """Add up the ties of everybody or of some.

    Parameters
    ----------
    network, model, nodes
        As for ``structural_holes``.
    shared : bool
        Whether ``sums.effective`` and ``triads`` are wanted; else they mean nothing, and the pass
        over everybody's closed triads may cost less.

    Returns
    -------
    TieTotals
        One value for each person.
    """
    chosen = model_of(network, model)
    if nodes is not None:
        return totals_of(network.csr, indices_of(network, nodes), chosen)
    csr = network.csr
    slots = slot_dyads(csr, chosen, shared=shared)
    sums, triads = slots.node_sums(csr), slots.triads_of(csr)
    del slots  # Sixteen bytes for each tie, which nobody needs any more.
    return _totals(chosen, csr.degree, sums, triads)


def totals_of(csr: Csr, people: IntArray, model: Model) -> TieTotals:
    """Add up the ties of some people, given by index, at the cost of their neighbourhoods only."""
    rows = row_dyads(csr, people, model)
    return _totals(model, np.diff(rows.starts), rows.node_sums(), rows.triads())


def _totals(model: Model, degree: IntArray, sums: TieSums, triads: IntArray) -> TieTotals:
    tied = degree > 0
    return TieTotals(
        model=model,
        degree=degree,
        n=np.where(tied, degree, np.nan),
        sums=TieSums(*(np.where(tied, column, np.nan) for column in sums)),
        triads=triads,
    )


def model_of(network: Network, model: Model | None) -> Model:
    """Choose the model: the one named, else the ego model in a network that is somebody's own.

    Raises
    ------
    InvalidArgumentError
        If there is no such model, or the network is none.
    """
    check_kind("network", network, Network)
    if model is None:
        return "whole" if network.ego is None else "ego"
    return check_model(model)


def check_model(model: Model) -> Model:
    """Refuse what is no model."""
    if model not in ("whole", "ego"):
        raise InvalidArgumentError(f"model must be 'whole' or 'ego', got {shown_choice(model)}")
    return model


def normalised(constraint: FloatArray, n: FloatArray) -> FloatArray:
    """Place constraint between the least and the greatest that n contacts of equal weight allow.

    Parameters
    ----------
    constraint : FloatArray
        Burt's constraint.
    n : FloatArray
        The number of contacts, nan where there are none.

    Returns
    -------
    FloatArray
        (C - least) / (greatest - least); 1 at one contact, where the two are the same.
    """
    least, all_tied, one_tied_to_all = span_of_constraint(n)
    several = np.where(n > 1, n, np.nan)
    span = np.maximum(all_tied, one_tied_to_all) - 1 / several
    return np.where(n == 1, 1.0, (constraint - least) / span)


def span_of_constraint(n: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Give the least constraint that n contacts of equal weight allow, and the greatest two.

    Parameters
    ----------
    n : FloatArray
        The number of contacts.

    Returns
    -------
    three FloatArray
        The least; that of a circle where all are tied; and where one is tied to all the others.

    Notes
    -----
    The least is 1/n: no two contacts are tied. The greatest [1]_ is that of one of two circles:

    - all n contacts are tied to each other. Each takes 1/n of the time, and (n - 1) others pass
      on 1/n of theirs: n (1/n + (n - 1)/n²)² = (2n - 1)² / n³;
    - one contact is tied to all the others, who are tied to nobody else. To this one each of the
      (n - 1) others passes on half of the time, to each other this one passes on 1/n of it:
      (1/n + (n - 1)/2n)² + (n - 1) (1/n + 1/n²)² = (n + 1)² (n² + 4n - 4) / 4n⁴.

    Up to seven contacts the first is greater (0.493 and 0.487 at seven), from eight on the second
    (0.439 and 0.455 at eight).

    References
    ----------
    .. [1] Everett, M. G., Borgatti, S. P. (2020). "Unpacking Burt's constraint measure." Social
       Networks 62, 50-57. https://doi.org/10.1016/j.socnet.2020.02.001
    """
    all_tied = (2 * n - 1) ** 2 / n**3
    one_tied_to_all = (n + 1) ** 2 * (n**2 + 4 * n - 4) / (4 * n**4)
    return 1 / n, all_tied, one_tied_to_all


@attrs.frozen
class OwnHoles:
    """How open a person's own network is, in the ego model.

    Parameters
    ----------
    effective_size : float
        How many contacts there are that do not repeat each other; nan without any.
    constraint : float
        How closed the network is; lower is more open; nan without contacts.
    """

    effective_size: float
    constraint: float


def own_holes(ties: Ties) -> OwnHoles:
    """Measure one person's own network by the columns of all her ties.

    Examples
    --------
    >>> star = Network.from_edges(["ada", "ada"], ["ben", "eva"])
    >>> own_holes(star.ties_of("ada"))
    OwnHoles(effective_size=2.0, constraint=0.5)
    """
    if not len(ties):
        return OwnHoles(np.nan, np.nan)
    return OwnHoles(float((1.0 - ties.redundancy).sum()), float(ties.constraint.sum()))


def own_holes_with(ties: Ties, weights: FloatArray) -> OwnHoles:
    """Measure one person's own network anew, as it would be with other weights of her ties.

    Parameters
    ----------
    ties : Ties
        All ties of one person, at least one.
    weights : FloatArray, shape (n_rows,)
        Their weights; 0 for a tie that is not there.
    """
    # What a contact shares with others counts as far as both are tied to the person. Ties among her
    # contacts are there in both directions: the row of a contact j holds z(j, q) of every other q.
    circle = ties.network.csr.alters_of(int(ties.source[0]))
    is_left = weights > 0
    within = np.where(is_left[circle.sources] & is_left[circle.indices], circle.weights, 0.0)
    reach = weights + reduce_rows(np.add, within, circle.indptr, 0.0)
    share = np.divide(weights, reach, out=np.zeros(len(weights)), where=is_left)
    through = reduce_rows(np.add, share[circle.indices] * within, circle.indptr, 0.0)
    shared = reduce_rows(np.add, weights[circle.indices] * within, circle.indptr, 0.0)
    largest = np.maximum(reduce_rows(np.maximum, within, circle.indptr, 0.0), weights)
    if not is_left.any():
        return OwnHoles(np.nan, np.nan)
    strength = weights.sum()
    constraint = dyadic_constraint(weights, through, strength)[is_left]
    repeated = dyadic_redundancy(shared[is_left], strength, largest[is_left])
    return OwnHoles(float((1.0 - repeated).sum()), float(constraint.sum()))

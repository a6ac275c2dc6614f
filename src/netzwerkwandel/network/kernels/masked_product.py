"""The one primitive: for every tie (i, j), a sum over the people q tied to both.

The product of two sparse matrices, asked only where there is a tie. Each function here runs in
numba where it is installed and in numpy elsewhere, with the same result to the last bit save for
the logarithm.
"""

from __future__ import annotations

from typing import Any

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels import masked_product_numpy
from netzwerkwandel.network.kernels.backend import threads_for, uses_numba
from netzwerkwandel.network.orientation import Orientation


def symmetric_sums(
    o: Orientation, factor: FloatArray, *, shared: bool = True
) -> tuple[FloatArray, IntArray]:
    """For every tie, Σ_q z(i, q) f(q) z(q, j) and Σ_q z(i, q) z(q, j); each person's closed triads.

    Parameters
    ----------
    o : Orientation
        The network.
    factor : FloatArray, shape (n_contacts,)
        f, by rank.
    shared : bool
        Whether the second sum and the triads are wanted; else they may be 0.

    Returns
    -------
    tuple of FloatArray, shape (n_slots, 2), and IntArray, shape (n_contacts,)
        The two sums, and the triads by rank.
    """
    if not uses_numba():
        return masked_product_numpy.symmetric_sums(o, factor, shared=shared)
    with threads_for(len(o.up)) as threads:
        sums, triads = _numba().symmetric_sums(*_arrays(o), factor, threads)
    return sums, triads


def circle_sums(o: Orientation) -> tuple[FloatArray, FloatArray]:
    """For every tie in both directions, Σ_q z(j, q) and max_q z(j, q) over the q tied to both.

    Returns
    -------
    two FloatArray, shape (n_slots, 2)
        Seen from the lower end, and from the higher.
    """
    if not uses_numba():
        return masked_product_numpy.circle_sums(o)
    with threads_for(len(o.up)) as threads:
        total, largest = _numba().circle_sums(*_arrays(o), threads)
    return total, largest


def directed_sums(o: Orientation, x: FloatArray) -> FloatArray:
    """For every tie in both directions, Σ_q x(i, q) z(q, j) over the q tied to both.

    Parameters
    ----------
    o : Orientation
        The network.
    x : FloatArray, shape (n_slots, 2)
        x of each tie from its lower to its higher end, and back.

    Returns
    -------
    FloatArray, shape (n_slots, 2)
        Seen from the lower end, and from the higher.
    """
    if not uses_numba():
        return masked_product_numpy.directed_sums(o, x)
    with threads_for(len(o.up)) as threads:
        sums: FloatArray = _numba().directed_sums(*_arrays(o), x, threads)
    return sums


def node_sums(
    o: Orientation,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    *,
    each: bool,
) -> FloatArray:
    """For every person, the sums of ``tie_terms`` over her ties.

    Parameters
    ----------
    o : Orientation
        The network.
    through : FloatArray, shape (n_slots, 1) or (n_slots, 2)
        As ``tie_terms`` wants it, one for both directions or one for each.
    shared : FloatArray, shape (n_slots,)
        The same.
    strength : FloatArray, shape (n_contacts,)
        By rank.
    largest : FloatArray, shape (n_slots, 2) or (n_contacts, 1)
        The other's largest weight for each tie, or each person's.
    each : bool
        Whether it is for each tie.

    Returns
    -------
    FloatArray, shape (n_contacts, 6)
        By rank.
    """
    if not uses_numba():
        return masked_product_numpy.node_sums(o, through, shared, strength, largest, each=each)
    from netzwerkwandel.network.kernels import node_sums_numba

    ties = o.up_ptr, o.up, o.weights
    with threads_for(len(o.up)) as threads:
        return node_sums_numba.node_sums(
            *ties, through, shared, strength, largest, each=each, threads=threads
        )


def row_sums(
    starts: IntArray,
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
) -> FloatArray:
    """For people asked one by one, the sums of ``tie_terms`` over their ties, laid out in runs."""
    if not uses_numba():
        return masked_product_numpy.row_sums(starts, weight, through, shared, strength, largest)
    from netzwerkwandel.network.kernels import node_sums_numba

    sums: FloatArray = node_sums_numba.row_sums(starts, weight, through, shared, strength, largest)
    return sums


def _arrays(o: Orientation) -> tuple[Any, ...]:
    return (o.up_ptr, o.up, o.weights, *o.down)


def _numba() -> Any:
    from netzwerkwandel.network.kernels import masked_product_numba

    return masked_product_numba

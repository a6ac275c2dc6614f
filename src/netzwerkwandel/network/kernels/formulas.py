"""What one tie adds to the measures of structural holes: written once, for every engine."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from netzwerkwandel.network.arrays import FloatArray


SMALLEST = 5e-324


class TieSums(NamedTuple):
    """What ties add up to, of one tie (i, j) or of all of i's: p is j's share, x what q passes on.

    Parameters
    ----------
    constraint : FloatArray
        (p + x)², the dyadic constraint c.
    size, density, hierarchy : FloatArray
        Its three parts p², 2px and x², by Everett and Borgatti.
    entropy : FloatArray
        c ln c, of which the Coleman-Theil hierarchy is made.
    effective : FloatArray
        What is not redundant in j. These add up more exactly than their count less all redundancy.
    """

    constraint: FloatArray
    size: FloatArray
    density: FloatArray
    hierarchy: FloatArray
    entropy: FloatArray
    effective: FloatArray


def dyadic_constraint(weight: FloatArray, through: FloatArray, strength: FloatArray) -> FloatArray:
    """How much j constrains i; the arguments are those of ``tie_terms``."""
    spent = weight / strength + through / strength
    return spent * spent


def dyadic_redundancy(shared: FloatArray, strength: FloatArray, largest: FloatArray) -> FloatArray:
    """How much of j's reach i has without j; the arguments are those of ``tie_terms``."""
    return shared / (strength * largest)


def logarithm(constraint: FloatArray) -> FloatArray:
    """The ln c that ``tie_terms`` wants, with c ln c = 0 where c is 0.

    Every engine asks numpy: on some processors it has a logarithm of its own, which may differ
    from the compiler's in the last place. All else are sums and products, and never differ.
    """
    logarithms: FloatArray = np.log(constraint + SMALLEST)
    return logarithms


def tie_terms(
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    log_constraint: FloatArray,
) -> TieSums:
    r"""What the tie (i, j) adds to the measures of i.

    Parameters
    ----------
    weight : FloatArray
        z(i, j).
    through : FloatArray
        Σ_q z(i, q) p(q, j): what reaches j through others; p_iq p_qj summed, times i's strength.
    shared : FloatArray
        Σ_q z(i, q) z(j, q).
    strength : FloatArray
        i's strength Σ_k z(i, k).
    largest : FloatArray
        j's largest weight.
    log_constraint : FloatArray
        The ``logarithm`` of the ``dyadic_constraint``.

    Returns
    -------
    TieSums
        Of numbers where numbers are given, as compiled code does.
    """
    direct, indirect = weight / strength, through / strength
    constraint = dyadic_constraint(weight, through, strength)
    return TieSums(
        constraint,
        direct * direct,
        2.0 * direct * indirect,
        indirect * indirect,
        constraint * log_constraint,
        1.0 - dyadic_redundancy(shared, strength, largest),
    )

"""What one tie adds to the measures of structural holes: written once, for every engine."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from netzwerkwandel.network.arrays import FloatArray


SMALLEST = 5e-324


class TieSums(NamedTuple):
    """What a person's ties add up to: the first terms of ``TieTerms``, under the same names.

    Each has the shape (n_people,).
    """

    constraint: FloatArray
    size: FloatArray
    density: FloatArray
    hierarchy: FloatArray
    entropy: FloatArray
    effective: FloatArray


class TieTerms(NamedTuple):
    """What the tie (i, j) adds to the measures of i, with p its share and x what goes through q.

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
    redundancy : FloatArray
        What is. It is wanted by tie only, so it comes after all that is summed.
    """

    constraint: FloatArray
    size: FloatArray
    density: FloatArray
    hierarchy: FloatArray
    entropy: FloatArray
    effective: FloatArray
    redundancy: FloatArray


def tie_terms(
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
) -> TieTerms:
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

    Returns
    -------
    TieTerms
        Of numbers where numbers are given, as compiled code does.
    """
    direct = weight / strength
    indirect = through / strength
    constraint = (direct + indirect) * (direct + indirect)
    redundancy = shared / (strength * largest)
    return TieTerms(
        constraint,
        direct * direct,
        2.0 * direct * indirect,
        indirect * indirect,
        constraint * np.log(constraint + SMALLEST),
        1.0 - redundancy,
        redundancy,
    )

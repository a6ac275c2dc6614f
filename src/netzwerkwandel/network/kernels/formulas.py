"""What one tie adds to the measures of structural holes: written once, for numpy and for numba."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray


SMALLEST = 5e-324


def tie_terms(
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
) -> tuple[FloatArray, ...]:
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
    tuple of FloatArray
        Dyadic constraint c; its three parts p², 2px and x²; c ln c; what is not redundant in j,
        of which many add up more exactly than their count less what is; dyadic redundancy.
    """
    direct = weight / strength
    indirect = through / strength
    constraint = (direct + indirect) * (direct + indirect)
    redundancy = shared / (strength * largest)
    return (
        constraint,
        direct * direct,
        2.0 * direct * indirect,
        indirect * indirect,
        constraint * np.log(constraint + SMALLEST),
        1.0 - redundancy,
        redundancy,
    )

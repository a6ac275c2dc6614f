"""Who came and who went, and how much of a network that is: turnover and social signature."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network import FloatArray


def jaccard(before: AbstractSet[Key], after: AbstractSet[Key]) -> float:
    """How much of two sets of people is the same, from 0 (nobody) to 1; of two empty ones 1.

    Examples
    --------
    >>> jaccard({"ana", "ben"}, {"ben", "cem"})
    0.3333333333333333
    """
    either = len(before | after)
    return len(before & after) / either if either else 1.0


def ruzicka(before: Mapping[Key, float], after: Mapping[Key, float]) -> float:
    r"""How much of two distributions of strength is the same, from 0 to 1; of two empty ones 1.

    .. math:: \frac{\sum_j \min(s_j, s'_j)}{\sum_j \max(s_j, s'_j)}

    Examples
    --------
    >>> ruzicka({"ana": 2.0, "ben": 1.0}, {"ana": 1.0})
    0.3333333333333333
    """
    # One row for each person of either moment, 0 where she is not there, such as
    #
    #          before  after    min  max
    #     ana     2.0    1.0    1.0  2.0
    #     ben     1.0    0.0    0.0  1.0     1.0 / 3.0 of the strength is the same
    #
    # in the order of keys, so that the sums do not depend on the order of a set.
    people = sorted(before.keys() | after.keys())
    pairs = np.array([(before.get(key, 0.0), after.get(key, 0.0)) for key in people]).reshape(-1, 2)
    most = float(pairs.max(axis=1).sum()) if len(pairs) else 0.0
    return float(pairs.min(axis=1).sum()) / most if most > 0 else 1.0


def signature(strength: FloatArray) -> FloatArray:
    """How does a person spread strength over her contacts? The shares, largest first.

    Parameters
    ----------
    strength : FloatArray, shape (n_contacts,)
        At least 0.

    Returns
    -------
    FloatArray, shape (n_contacts,)
        Summing to 1; empty if there is no strength.
    """
    falling = np.sort(strength)[::-1]
    total = falling.sum()
    return falling / total if total > 0 else np.zeros(0)


def signature_distance(one: FloatArray, other: FloatArray) -> float:
    r"""How different are two ways to spread strength over contacts, whoever they are?

    The Jensen-Shannon divergence of two social signatures,

    .. math:: H\Bigl(\frac{P + Q}{2}\Bigr) - \frac{H(P) + H(Q)}{2}, \qquad H(P) = -\sum p \ln p

    the shorter one padded with zeros [1]_.

    Parameters
    ----------
    one, other : FloatArray
        Shares that sum to 1, largest first, as ``signature`` gives them.

    Returns
    -------
    float
        From 0 (alike) to ln 2; nan if one is empty.

    References
    ----------
    .. [1] Saramäki, J., et al. (2014). "Persistence of social signatures in human communication."
       PNAS 111(3), 942-947. https://doi.org/10.1073/pnas.1308540110

    Examples
    --------
    >>> import numpy as np
    >>> round(signature_distance(np.array([0.5, 0.3, 0.2]), np.array([0.6, 0.3, 0.1])), 6)
    0.010771
    """
    if not len(one) or not len(other):
        return float("nan")
    longest = max(len(one), len(other))
    p, q = (np.pad(shares, (0, longest - len(shares))) for shares in (one, other))
    # two equal signatures may come out a rounding below 0
    return max(_entropy((p + q) / 2) - (_entropy(p) + _entropy(q)) / 2, 0.0)


def _entropy(shares: FloatArray) -> float:
    # p ln p goes to 0 with p, and is left out where p is 0
    some = shares[shares > 0]
    return float(-(some * np.log(some)).sum())

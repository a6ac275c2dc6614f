"""How scores are ranked: what is equal, who stands where, and the best of each person."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_count, check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.arrays import run_starts
from netzwerkwandel.network.kernels.table import row_bests, row_ranks
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores


_BITS = 40  # of the 53 of a float: 40 bits are 12 decimal digits, and leave 13 bits to round away


def rounded(scores: FloatArray) -> FloatArray:
    """Round to about 12 significant digits: the last bits of a score differ between machines.

    Whatever is ranked is rounded first, so that equal is equal everywhere.
    """
    # A float is mantissa * 2**exponent with 0.5 <= mantissa < 1, which frexp takes apart. With 3
    # bits in place of 40: 0.30000000000000004 = 0.6 * 2**-1 -> 0.6 * 8 = 4.8 -> 5 -> 5 * 2**(-1-3)
    # = 0.3125, and so does 0.3. The arrays are reused (out=), as there may be millions of ties;
    # where the largest floats round up to infinity, that is what they compare as.
    mantissa, exponent = np.frexp(scores)
    mantissa *= 2.0**_BITS
    np.rint(mantissa, out=mantissa)
    exponent -= _BITS
    with np.errstate(over="ignore"):
        nearest: FloatArray = np.ldexp(mantissa, exponent, out=mantissa)
    return nearest


def rounded_number(score: float) -> float:
    """Round one score as ``rounded`` does."""
    mantissa, exponent = math.frexp(score)
    return math.ldexp(round(math.ldexp(mantissa, _BITS)), exponent - _BITS)


def ranks(scores: FloatArray, group: IntArray) -> FloatArray:
    """Rank within groups, as a share of the group; equal scores share their mean rank.

    Whoever has no score, nan, stands below all who have one: the last of those whose tie is
    dormant still stands above all whose tie is not.

    Parameters
    ----------
    scores : FloatArray, shape (n_rows,)
        The scores.
    group : IntArray, shape (n_rows,)
        The group of each, in any order; in order it is faster.

    Returns
    -------
    FloatArray, shape (n_rows,)
        From above 0 to 1; nan where the score is.

    Examples
    --------
    >>> ranks(np.array([0.2, 0.9, 0.2, np.nan]), np.array([7, 7, 7, 7]))
    array([0.625, 1.   , 0.625,   nan])
    """
    if np.any(group[1:] < group[:-1]):
        # Sort the rows by group, rank, and put each share back where its row came from:
        # groups 5 3 5 -> order 1 0 2 -> shares of rows 1, 0, 2 -> written to places 1, 0, 2.
        order = np.argsort(group, kind="stable")
        share = np.empty(len(scores))
        share[order] = ranks(scores[order], group[order])
        return share
    return row_ranks(scores, np.append(run_starts(group), len(group)))


def argsort_keys(keys: Sequence[Key]) -> IntArray:
    """Return the indices that sort keys, by code points and so on every machine alike."""
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)


def top_contacts(network: Network, strategy: ScoringStrategy, n: int = 5) -> IntArray:
    """Whom should each person of the network talk to first?

    For everybody at once, and by score alone: no set is chosen, and nobody is left out for being
    an office or one-sided, as ``recommend`` does for one person.

    Parameters
    ----------
    network : Network
        Of one person or of many.
    strategy : ScoringStrategy
        What counts.
    n : int
        How many for each, at least 1.

    Returns
    -------
    IntArray, shape (n_contacts, n)
        Row by row, the indices in ``network.keys`` of each person's contacts with the highest
        scores, the highest first, equal ones in the order of their keys; -1 where there are fewer.
        A contact without a score is left out, and so is one after a conflict.

    Raises
    ------
    InvalidArgumentError
        If ``network`` is no ``Network``, or ``n`` is not a whole number of at least 1.
    StrategyError
        As ``score``.

    Notes
    -----
    Scores are compared by about 12 significant digits, so that equal is equal on every machine.
    Costs the scores, one pass over them, and sorting the keys once. In a large network the strategy
    is asked about some thousand people at a time, each with all of her ties.

    Examples
    --------
    >>> from netzwerkwandel.scoring import NewInformation
    >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> top_contacts(network, NewInformation(), n=2)
    array([[ 1,  2],
           [ 0,  3],
           [ 0, -1],
           [ 1, -1]])
    """
    check_kind("network", network, Network)
    check_count("n", n, 1)
    # The place of each key among all, to break ties by: keys c a b -> order 1 2 0 -> places 2 0 1.
    place = np.empty(len(network.keys), dtype=np.int64)
    place[argsort_keys(network.keys)] = np.arange(len(place))
    best = np.full((len(place), int(n)), -1)
    for ties in network.portions():
        scores = rounded(checked_scores(strategy, ties))
        starts = run_starts(ties.source)
        ends = np.append(starts, len(ties))
        best[ties.source[starts]] = row_bests(scores, ends, ties.target, place, int(n))
    return best

from __future__ import annotations

import numpy as np

from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.network import IntArray, Network
from netzwerkwandel.network.kernels.row_bests import row_bests
from netzwerkwandel.scoring.strategy import ScoringStrategy, rounded, score


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
        Who has no score is not there, nor is a tie that ended in conflict.

    Raises
    ------
    InvalidArgumentError
        If ``n`` is not a whole number of at least 1.
    StrategyError
        As ``score``.

    Notes
    -----
    Scores are compared by about 12 significant digits, so that equal is equal on every machine.
    Costs the scores, one pass over them, and sorting the keys once.

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
    check_count("n", n, 1)
    scores = rounded(score(network, strategy))
    place = _places(network.keys)
    return row_bests(scores, network.indptr, network.indices, place, int(n))


def _places(keys: tuple[str, ...]) -> IntArray:
    """The place of each key in the order of all keys."""
    place = np.empty(len(keys), dtype=np.int64)
    place[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return place

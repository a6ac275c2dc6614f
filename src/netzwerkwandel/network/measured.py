"""What interactions tell of each directed tie of a network."""

from __future__ import annotations

import attrs

from netzwerkwandel.network.arrays import BoolArray, IntArray
from netzwerkwandel.network.history import History


@attrs.frozen(kw_only=True, eq=False)
class Measured:
    """The history behind each tie.

    Parameters
    ----------
    pair : IntArray, shape (n_ties,)
        The pair of each directed tie in ``history``; both directions have the same.
    history : History
        What the contacts of each pair amount to.
    """

    pair: IntArray
    history: History

    def one_sided(self, positions: IntArray) -> BoolArray:
        """Say of some directed ties whether only one of the two is known to have reached out."""
        return self.history.one_sided[self.pair[positions]]

"""Whom contacts know beside the person who asks: how many people, and how many new to her."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    FloatArray,
    IntArray,
    reduce_rows,
    run_lengths,
    run_starts,
)
from netzwerkwandel.network.snapshot import Snapshot


DIRECT = 1.0 * 2**20
"""What marks a relation of direct contact where relations of both kinds are counted at once."""

LISTED = 0.1
"""What having stood on one list of recipients counts for beside a relation of direct contact."""

USUAL = 0.5
"""The share of new relations that is taken to be usual of one contact more than there are."""

PRIOR = 3.0
"""So many relations of the usual kind are added to those known of each contact."""


@attrs.frozen(eq=False)
class OtherRelations:
    """The relations of each contact, the one to the person who asks left out.

    Parameters
    ----------
    direct, listed : FloatArray, shape (n_rows,)
        With how many people the contact is in direct contact, and with how many she only stood on
        one list of recipients.
    new_direct, new_listed : FloatArray, shape (n_rows,)
        How many of these the person who asks is not tied to.
    """

    direct: FloatArray
    listed: FloatArray
    new_direct: FloatArray
    new_listed: FloatArray

    @classmethod
    def of(cls, network: Snapshot, rows: IntArray) -> OtherRelations:
        """Count them for some directed ties, at the cost of the ties of their contacts."""
        # Both kinds are counted in one sum: 3 direct ones and 5 by a list are 3 * 2**20 + 5. Such
        # whole numbers are exact in any order, so that one person's counts are those of everybody.
        csr = network.csr
        marks = np.where(network.direct(np.arange(len(csr))), DIRECT, 1.0)
        known = reduce_rows(np.add, marks, csr.indptr, 0.0)[csr.indices[rows]] - marks[rows]
        new = known - csr.sum_to_common_contacts(rows, marks)
        return cls(*np.divmod(known, DIRECT), *np.divmod(new, DIRECT))

    def new_share(self, source: IntArray) -> FloatArray:
        """How much of what they know is new, drawn to what is usual among a person's contacts.

        Parameters
        ----------
        source : IntArray, shape (n_rows,)
            The person of each row, who must have all of her rows here.
        """
        # Ana knows 6 people, 5 of them new; Ben 2, none of them new; of Eva nothing is known. As if
        # three more relations were known of each, none of them new, they show 5 / 9, 0 and 0, of
        # which the median is 0. With a half for one contact more, usual is (3 * 0 + 0.5) / 4 =
        # 0.125, and drawn to it by three relations they have 0.60, 0.08 and 0.125: of Ben it is
        # known that he knows nobody new, and Eva may.
        known, new = self.direct + LISTED * self.listed, self.new_direct + LISTED * self.new_listed
        shown = new / (known + PRIOR)
        order = np.lexsort((shown, source))
        starts = run_starts(source[order])
        sizes = run_lengths(starts, len(order))
        middle, upper = (shown[order[starts + half]] for half in ((sizes - 1) // 2, sizes // 2))
        usual = np.repeat(((middle + upper) / 2 * sizes + USUAL) / (sizes + 1), sizes)
        share = np.empty(len(order))
        share[order] = (new[order] + PRIOR * usual) / (known[order] + PRIOR)
        return share

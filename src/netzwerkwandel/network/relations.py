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
from netzwerkwandel.network.kernels.table import row_medians
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
    def of(cls, counted: FloatArray) -> OtherRelations:
        """Tell apart what ``count_relations`` counted."""
        known, new = counted.T
        return cls(*np.divmod(known, DIRECT), *np.divmod(new, DIRECT))

    @classmethod
    def all_direct(cls, degree: IntArray, shared: IntArray) -> OtherRelations:
        """Tell them where every tie is direct: by each contact's ties, and the contacts shared."""
        known, none = (degree - 1).astype(np.float64), np.zeros(len(degree))
        return cls(known, none, known - shared, none)

    def new_share(self, source: IntArray) -> FloatArray:
        """How much of what they know is new, drawn to what is usual among a person's contacts.

        Parameters
        ----------
        source : IntArray, shape (n_rows,)
            The person of each row, in order; each must have all of her rows here.
        """
        # Ana knows 6 people, 5 of them new; Ben 2, none of them new; of Eva nothing is known. As if
        # three more relations were known of each, none of them new, they show 5 / 9, 0 and 0, of
        # which the median is 0. With a half for one contact more, usual is (3 * 0 + 0.5) / 4 =
        # 0.125, and drawn to it by three relations they have 0.60, 0.08 and 0.125: of Ben it is
        # known that he knows nobody new, and Eva may.
        known, new = self.direct + LISTED * self.listed, self.new_direct + LISTED * self.new_listed
        shown = new / (known + PRIOR)
        starts = run_starts(source)
        sizes = run_lengths(starts, len(source))
        middle = row_medians(shown, np.append(starts, len(source)))
        usual = np.repeat((middle * sizes + USUAL) / (sizes + 1), sizes)
        share: FloatArray = (new + PRIOR * usual) / (known + PRIOR)
        return share


def count_relations(network: Snapshot, rows: IntArray) -> FloatArray:
    """Count those of the contacts of some directed ties, at the cost of the contacts' ties.

    Returns
    -------
    FloatArray, shape (n_rows, 2)
        All, and those to people whom the person who asks is not tied to; both kinds in one number.
    """
    # 3 direct ones and 5 by a list are 3 * 2**20 + 5. Such whole numbers are exact in any order, so
    # that one person's counts are those of everybody.
    csr = network.csr
    marks = np.where(network.direct(np.arange(len(csr))), DIRECT, 1.0)
    known = reduce_rows(np.add, marks, csr.indptr, 0.0)[csr.indices[rows]] - marks[rows]
    return np.column_stack([known, known - csr.sum_to_common_contacts(rows, marks)])

"""What interactions tell of each pair of people."""

from __future__ import annotations

import attrs

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray


@attrs.frozen(kw_only=True, eq=False)
class Measured:
    """What interactions tell of each pair of people who were ever in contact.

    Times are seconds since 1970 in UTC, nan where there never was a contact.

    Parameters
    ----------
    pair : IntArray, shape (n_ties,)
        The pair of each directed tie; both directions have the same.
    strength, peak_strength : FloatArray, shape (n_pairs,)
        Decayed strength now and at its highest; 0 without any contact.
    first, last : FloatArray, shape (n_pairs,)
        The first and last contact.
    rhythm : FloatArray, shape (n_pairs,)
        The median number of days between days of contact, nan below three of them.
    variation, memory : FloatArray, shape (n_pairs,)
        How the intervals between days of contact vary, and whether long ones follow long ones; as
        in ``Intervals``.
    days : IntArray, shape (n_pairs,)
        Distinct days of contact.
    initiated : IntArray, shape (n_pairs, 2)
        Days on which the first, and the second, reached out; a meeting counts for both.
    contacts : IntArray, shape (n_pairs, n_channels)
        Contacts by channel, in the order of ``Channel``.
    event_ptr : IntArray, shape (n_pairs + 1,)
        Where the contacts of each pair begin in ``events``.
    events : IntArray
        Which of the network's interactions each contact was, in the order of time.
    """

    pair: IntArray
    strength: FloatArray
    peak_strength: FloatArray
    first: FloatArray
    last: FloatArray
    rhythm: FloatArray
    variation: FloatArray
    memory: FloatArray
    days: IntArray
    initiated: IntArray
    contacts: IntArray
    event_ptr: IntArray
    events: IntArray

    def one_sided(self, positions: IntArray) -> BoolArray:
        """Say of some directed ties whether only one of the two is known to have reached out."""
        days = self.initiated[self.pair[positions]]
        alone: BoolArray = (days.max(axis=1) > 0) & (days.min(axis=1) == 0)
        return alone

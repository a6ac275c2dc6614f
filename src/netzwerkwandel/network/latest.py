"""The network that was looked at last, from which the next one takes what is the same in both.

Nothing is taken for the same because of how the two came about: it is compared.
"""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.carried import MadeOf
from netzwerkwandel.network.snapshot import Snapshot


@attrs.define(eq=False, slots=False)
class Latest:
    """Holds the network that was looked at last; a pickle forgets it.

    Parameters
    ----------
    network : Snapshot or None
        That network.
    """

    network: Snapshot | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return Latest, ()


def carry_over(before: Snapshot, after: Snapshot) -> None:
    """Let a network know what was worked out of another one of the same records, and still holds.

    Parameters
    ----------
    before : Snapshot
        A network.
    after : Snapshot
        One of the same records, in which more happened, or as of another moment. Where the same
        people have a tie, it was given the same ``contacts``, not others that are equal.
    """
    if after.contacts is not before.contacts:
        return
    holds = {MadeOf.PEOPLE}
    if after.csr.ties_as(before.csr):
        after.csr.take_circles(before.csr)
        holds |= {MadeOf.TIES, *([MadeOf.SIDES] if _are_sides_as(before, after) else [])}
    known = list(before.carried.known.items())
    after.carried.known.update((name, each) for name, each in known if each.made_of in holds)


def _are_sides_as(before: Snapshot, after: Snapshot) -> bool:
    """Whether, on the same ties, the same people reached out and the same is stated."""
    if all(each.made_of is not MadeOf.SIDES for each in list(before.carried.known.values())):
        return False  # then nobody asked, and to compare them would be for nothing
    return (
        before.history.is_measured == after.history.is_measured
        and np.array_equal(before.pair, after.pair)
        and np.array_equal(before.history.direct, after.history.direct)
        and np.array_equal(before.history.one_sided, after.history.one_sided)
        and np.array_equal(before.statements.position, after.statements.position)
    )

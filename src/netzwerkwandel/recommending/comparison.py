from __future__ import annotations

from collections.abc import Iterable

import attrs
import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.model.keys import counted
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties


@attrs.frozen(kw_only=True)
class Portrait:
    """What are some contacts like, taken together?

    Parameters
    ----------
    contacts : int
        How many there are.
    redundancy : float
        Mean redundancy, 0 to 1: how much of what they know comes from elsewhere too.
    shared_time : float
        Mean of how much past time was shared, 0 to 1.
    core : float
        Mean depth in the core, 0 to 1.
    asleep : int
        How many of the ties are dormant.
    circles : int
        How many circles they belong to.
    new_people : int
        How many people they know whom the person who asks does not.
    """

    contacts: int
    redundancy: float
    shared_time: float
    core: float
    asleep: int
    circles: int
    new_people: int


@attrs.frozen(kw_only=True)
class Comparison:
    """How do the people one would have called differ from those on the list?

    In uncertain times one seeks the familiar; to see it is enough.

    Parameters
    ----------
    suggested : Portrait
        Of the list.
    own : Portrait
        Of one's own choice.
    in_both : sequence of str
        The keys of those who are on both.
    added_circles : int
        Circles that the list leads into and one's own choice does not.
    added_people : int
        New people whom the list leads to and one's own choice does not.
    """

    suggested: Portrait
    own: Portrait
    in_both: tuple[Key, ...] = attrs.field(repr=counted)
    added_circles: int
    added_people: int


def compare(network: Network, ties: Ties, suggested: IntArray, own: IntArray) -> Comparison:
    """Compare two choices of contacts, given by their rows."""
    circles = [set(ties.circle[rows].tolist()) for rows in (suggested, own)]
    people = [_new_people(network, ties, rows) for rows in (suggested, own)]
    both = np.intersect1d(suggested, own)
    return Comparison(
        suggested=_portrait(ties, suggested, len(circles[0]), people[0]),
        own=_portrait(ties, own, len(circles[1]), people[1]),
        in_both=tuple(sorted(network.keys[i] for i in ties.target[both].tolist())),
        added_circles=len(circles[0] - circles[1]),
        added_people=int((people[0] & ~people[1]).sum()),
    )


def _portrait(ties: Ties, rows: IntArray, circles: int, people: BoolArray) -> Portrait:
    return Portrait(
        contacts=len(rows),
        redundancy=_mean(ties.redundancy[rows]),
        shared_time=_mean(ties.shared_time[rows]),
        core=_mean(ties.core[rows]),
        asleep=int(ties.is_dormant[rows].sum()),
        circles=circles,
        new_people=int(people.sum()),
    )


def _mean(values: FloatArray) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _new_people(network: Network, ties: Ties, rows: Iterable[int]) -> BoolArray:
    new = np.zeros(network.n_contacts, dtype=bool)
    for contact in ties.target[np.asarray(rows)].tolist():
        new[network.indices[network.indptr[contact] : network.indptr[contact + 1]]] = True
    new[ties.target] = False
    new[ties.source] = False
    return new

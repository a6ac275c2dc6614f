"""From interactions to touches: of those who took part, who was in touch with whom?"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, InteractionColumns, Key
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import FloatArray, IntArray, run_starts
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.touches import Touches


_TOGETHER = np.array([channel in {Channel.MEETING, Channel.CALL} for channel in CHANNELS])
_EXACT = 2**53
"""Up to here a float is as exact as a whole number."""


def touches_of(
    columns: InteractionColumns,
    number: Mapping[Key, int],
    people: int,
    me: int,
    tie_strength: TieStrength,
) -> Touches:
    """Take interactions apart into touches between two people each.

    The owner sees all of her own touches, so sharing a recipient list is none for her. Of the
    others she sees only what they share with her, so for them it is the evidence that there is.

    Parameters
    ----------
    columns : InteractionColumns
        What happened.
    number : mapping of str to int
        Which person each key belongs to.
    people : int
        How many people there are.
    me : int
        The owner.
    tie_strength : TieStrength
        What a touch is worth.
    """
    person = np.array([*(number[key] for key in columns.people), -1], dtype=np.int64)
    sender = person[columns.sender]
    channel, when = columns.channel, seconds(columns.at)
    # Each took part once, though perhaps by two addresses. One number for event and person sorts
    # and compares both at once: with 10 people, (event 0, person 3) twice and (1, 2) are 3, 3, 12.
    event = np.repeat(np.arange(len(columns)), np.diff(columns.starts))
    code = np.sort(event * people + person[columns.participants])
    event, who = np.divmod(code[run_starts(code)], max(people, 1))
    size = np.bincount(event, minlength=len(columns))
    weight = _weights(channel.astype(np.int64), size, tie_strength)
    first, second, of = _pairs(event, who, size, np.flatnonzero(weight > 0))
    by_first, by_second = sender[of] == first, sender[of] == second
    together = _TOGETHER[channel[of]]
    direct = together | (sender[of] < 0) | by_first | by_second
    seen = np.flatnonzero(direct | ((first != me) & (second != me)))
    pair = first[seen] * people + second[seen]
    # One number for pair and interaction is sorted much faster than the two, as long as it fits.
    if people**2 * len(columns) < 2**63:
        order = seen[np.argsort(pair * len(columns) + of[seen])]
    else:
        order = seen[np.lexsort((of[seen], pair))]
    event = of[order]
    return Touches(
        people=people,
        pair=first[order] * people + second[order],
        when=when[event],
        weight=weight[event],
        channel=channel[event],
        by_first=(together | by_first)[order],
        by_second=(together | by_second)[order],
        event=event,
        moments=when,
    )


def seconds(at: IntArray) -> FloatArray:
    """Seconds of microseconds, each the nearest float to it, as ``datetime.timestamp`` has it."""
    moments: FloatArray = at / 1e6
    far = np.flatnonzero(np.abs(at) > _EXACT)
    moments[far] = [moment / 1_000_000 for moment in at[far].tolist()]
    return moments


def _weights(channel: IntArray, size: IntArray, tie_strength: TieStrength) -> FloatArray:
    """The weight of each interaction, asked once for each channel and number of people."""
    sizes = int(size.max(initial=0)) + 1
    codes, where = np.unique(channel * sizes + size, return_inverse=True)
    weights = np.zeros(len(codes))
    for place, (by, people) in enumerate(zip(*np.divmod(codes, sizes), strict=True)):
        if people > 1:
            weight = tie_strength.weight(CHANNELS[by], int(people))
            if not (math.isfinite(weight) and weight >= 0):
                raise InvalidArgumentError(
                    f"the weight of a touch must be finite and >= 0, got {weight} for "
                    f"{CHANNELS[by].value!r} among {people} from {tie_strength!r}"
                )
            weights[place] = weight
    return weights[where]


def _pairs(
    event: IntArray, who: IntArray, size: IntArray, wanted: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """All pairs of the people of each wanted interaction: first, second, and which interaction."""
    # Interactions of equally many people make a table, a row for each: [2 5 9] of event 4, and
    # [2 3 7] of event 6. The columns (0, 1), (0, 2) and (1, 2) of it are all pairs at once:
    # first [2 2 5 | 2 2 3], second [5 9 9 | 3 7 7], of [4 4 4 | 6 6 6].
    none = np.zeros(0, dtype=np.int64)
    start = np.searchsorted(event, wanted)
    parts = [(none, none, none)]
    for n in np.unique(size[wanted]).tolist():
        same = size[wanted] == n
        rows = who[start[same][:, None] + np.arange(n)]
        i, j = np.triu_indices(n, 1)
        parts.append((rows[:, i].ravel(), rows[:, j].ravel(), np.repeat(wanted[same], len(i))))
    first, second, of = map(np.concatenate, zip(*parts, strict=True))
    return first, second, of

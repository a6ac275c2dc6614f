"""From interactions to numbers: what happened when, by which channel, and who took part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter, methodcaller

import attrs
import numpy as np

from netzwerkwandel.model import Interaction, InteractionColumns, Key
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray


_EXACT = 2**53
"""Up to here a float is as exact as a whole number."""


@attrs.frozen(kw_only=True, eq=False)
class Events:
    """Interactions as columns, in their order.

    Parameters
    ----------
    when : FloatArray, shape (n_interactions,)
        Seconds since 1970 in UTC.
    channel : SmallIntArray, shape (n_interactions,)
        The channel, in the order of ``Channel``.
    sender : IntArray, shape (n_interactions,)
        The number of who wrote or called; -1 where nobody did.
    counts : IntArray, shape (n_interactions,)
        By how many keys people took part in each.
    who : IntArray, shape (counts.sum(),)
        The numbers of those who took part, one interaction after the other.
    """

    when: FloatArray
    channel: SmallIntArray
    sender: IntArray
    counts: IntArray
    who: IntArray

    def __len__(self) -> int:
        return len(self.when)


def events(interactions: Sequence[Interaction], number: Mapping[Key, int]) -> Events:
    """Lay out interactions, given which person each key belongs to."""
    if isinstance(interactions, InteractionColumns):
        return _of_columns(interactions, number)
    return _of_objects(interactions, number)


def _of_columns(columns: InteractionColumns, number: Mapping[Key, int]) -> Events:
    person = np.array([*(number[key] for key in columns.people), -1], dtype=np.int64)
    return Events(
        when=_seconds(columns.at),
        channel=columns.channel,
        sender=person[columns.sender],
        counts=np.diff(columns.starts),
        who=person[columns.participants],
    )


def _seconds(at: IntArray) -> FloatArray:
    """Seconds of microseconds, each the nearest float to it, as ``datetime.timestamp`` has it."""
    seconds = at / 1e6
    far = np.flatnonzero(np.abs(at) > _EXACT)
    seconds[far] = [moment / 1_000_000 for moment in at[far].tolist()]
    return seconds


def _of_objects(interactions: Sequence[Interaction], number: Mapping[Key, int]) -> Events:
    n = len(interactions)
    participants = [event.participants for event in interactions]
    counts = np.fromiter(map(len, participants), np.int64, n)
    took_part = map(number.__getitem__, chain.from_iterable(participants))
    or_nobody: dict[Key | None, int] = dict(number.items())
    or_nobody[None] = -1
    senders = map(or_nobody.__getitem__, map(attrgetter("sender"), interactions))
    moments = map(methodcaller("timestamp"), map(attrgetter("when"), interactions))
    return Events(
        when=np.fromiter(moments, np.float64, n),
        channel=_channels(interactions),
        sender=np.fromiter(senders, np.int64, n),
        counts=counts,
        who=np.fromiter(took_part, np.int64, int(counts.sum())),
    )


def _channels(interactions: Sequence[Interaction]) -> SmallIntArray:
    """The number of each channel; told apart as objects, since their hash is slow."""
    number = {id(channel): place for place, channel in enumerate(CHANNELS)}
    channels = map(number.__getitem__, map(id, map(attrgetter("channel"), interactions)))
    return np.fromiter(channels, np.int8, len(interactions))

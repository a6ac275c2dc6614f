from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import combinations

import attrs
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders import ago
from netzwerkwandel.model import Channel, Interaction, InteractionColumns
from netzwerkwandel.network import TieStrength
from netzwerkwandel.network.touches import Touches, seconds
from strategies import interactions


NUMBER = {"ann": 0, "ben": 1, "ben too": 1, "cleo": 2}
ME = 0
OFFSETS = [
    timezone(timedelta(microseconds=offset)) for offset in (0, 3_600_000_007, -86_399_999_999)
]


@st.composite
def any_interactions(draw: st.DrawFn) -> list[Interaction]:
    """Interactions at all times that there are."""
    some = st.lists(interactions([*NUMBER]), unique_by=lambda each: each.key, max_size=6)
    moments = st.builds(datetime.replace, st.datetimes(), tzinfo=st.sampled_from(OFFSETS))
    return [attrs.evolve(each, when=draw(moments)) for each in draw(some)]


def one_by_one(columns: InteractionColumns) -> list[tuple[object, ...]]:
    """Pair, interaction, moment, weight, channel, and who reached out, as they are defined."""
    touches = []
    for event, each in enumerate(columns):
        people = sorted({NUMBER[key] for key in each.participants})
        sender = None if each.sender is None else NUMBER[each.sender]
        weight = TieStrength().weight(each.channel, len(people)) if len(people) > 1 else 0.0
        together = each.channel in {Channel.MEETING, Channel.CALL}
        for a, b in combinations(people, 2) if weight > 0 else ():
            if not together and sender is not None and sender not in {a, b} and ME in {a, b}:
                continue
            out = (together or sender == a, together or sender == b)
            when = each.when.timestamp()
            touches.append((3 * a + b, event, when, weight, each.channel, *out))
    return sorted(touches, key=lambda touch: touch[:2])


@given(any_interactions())
def test_every_pair_of_those_who_took_part_was_in_touch_as_defined(happened):
    columns = InteractionColumns.from_interactions(happened)

    touches = Touches.of_interactions(columns, NUMBER, 3, ME, TieStrength())

    channel = [[*Channel][i] for i in touches.channel]
    numbers = [touches.pair, touches.event, touches.when, touches.weight]
    out = [touches.by_first.tolist(), touches.by_second.tolist()]
    laid_out = zip(*(each.tolist() for each in numbers), channel, *out, strict=True)
    assert list(laid_out) == one_by_one(columns)
    assert touches.moments.tolist() == [each.when.timestamp() for each in columns]


def test_a_moment_in_far_years_is_the_float_nearest_to_it():
    years = (1, 1683, 1969, 1970, 2254, 2256, 9999)
    happened = [
        Interaction(
            key=f"{year}:{i}",
            when=datetime(year, 7, 1, 3, 7, 9, 7 * i, tzinfo=UTC),
            participants=["ann"],
        )
        for year in years
        for i in range(200)
    ]
    columns = InteractionColumns.from_interactions(happened)

    assert seconds(np.asarray(columns.at)).tolist() == [each.when.timestamp() for each in columns]


def test_who_took_part_by_two_addresses_is_one_person():
    talk = Interaction(
        key="talk",
        when=ago(1),
        channel="call",
        participants=["ann", "ben", "ben too"],
        sender="ann",
    )
    lunch = Interaction(key="lunch", when=ago(2), channel="meeting", participants=["cleo"])
    columns = InteractionColumns.from_interactions([talk, lunch])

    touches = Touches.of_interactions(columns, NUMBER, 3, ME, TieStrength())

    assert (touches.pair.tolist(), touches.event.tolist()) == ([1], [1])
    assert touches.weight.tolist() == [TieStrength().weight(Channel.CALL, 2)]
    assert touches.moments.tolist() == [ago(2).timestamp(), ago(1).timestamp()]

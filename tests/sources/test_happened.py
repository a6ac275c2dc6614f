"""What many sources tell is put together as what two of them tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import Channel, Interaction, InteractionColumns
from netzwerkwandel.sources.happened import Happened, merged


NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
PEOPLE = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=4, unique=True)


def interactions(keys):
    """Some interactions, each key once, with senders, hours and places of their own."""
    return st.lists(
        st.builds(
            lambda key, minutes, people, is_sent, hours: Interaction(
                key=key,
                when=NOON + timedelta(minutes=minutes),
                participants=people,
                sender=people[0] if is_sent else None,
                channel=Channel.MAIL if is_sent else Channel.MEETING,
                duration=hours,
            ),
            keys,
            st.integers(0, 3),
            PEOPLE,
            st.booleans(),
            st.sampled_from([None, 1.5]),
        ),
        max_size=3,
        unique_by=lambda each: each.key,
    )


@given(
    st.lists(interactions(st.integers(0, 10**9).map(str)), min_size=17, max_size=30),
    st.lists(interactions(st.sampled_from("xyz")), max_size=4),
)
def test_many_sources_are_joined_at_once_as_they_are_two_by_two(several, repeating):
    parts = [InteractionColumns.from_interactions(each) for each in [*several, *repeating]]
    whole, repeated = merged(parts)
    one_by_one = reduce(InteractionColumns.joined, parts)
    assert list(whole) == list(one_by_one)
    assert whole.people == one_by_one.people
    assert sum(repeated) == sum(map(len, parts)) - len(whole)


@pytest.mark.parametrize("count", [0, 1, 17, 40])
def test_what_tells_nothing_adds_nothing(count):
    whole, repeated = merged([InteractionColumns.from_interactions(())] * count)
    assert (len(whole), repeated) == (0, [0] * count)


def test_what_happened_at_one_moment_is_in_the_order_of_its_keys():
    happened = Happened(Channel.MAIL)
    for key, at in (("d", 5), ("c", 3), ("b", 5), ("a", 9), ("e", 3)):
        happened.add(key, at, [0, 1], sender=0)
    assert happened.columns(["ana", "ben"]).keys == ("c", "e", "b", "d", "a")

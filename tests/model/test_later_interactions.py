"""What happened later, among what was known, is the same as both joined."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel import Channel, Interaction
from netzwerkwandel.model import InteractionColumns
from netzwerkwandel.model.later_interactions import LaterInteractions, told_of


NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
CHANNELS = (Channel.MAIL, Channel.MEETING)


def happened(*numbers: int) -> InteractionColumns:
    """One interaction for each number: three of them at each moment, every fourth with a third."""
    return InteractionColumns.from_interactions(
        Interaction(
            key=f"{n % 3}:{n}",
            when=NOON + timedelta(days=n // 3),
            channel=CHANNELS[n % 2],
            participants=["ben", "eva", *(["noor"] if n % 4 == 0 else [])],
        )
        for n in numbers
    )


@given(st.lists(st.sets(st.integers(0, 20)), min_size=1, max_size=4))
def test_they_tell_the_same_as_both_joined(parts):
    known = later = LaterInteractions.after(happened(*parts[0]))
    seen, whole = set(parts[0]), happened(*parts[0])
    for part in parts[1:]:
        assert later.shared_with(happened(*part)) == {f"{n % 3}:{n}" for n in part & seen}
        news = happened(*(part - seen))
        both = whole.joined(news)
        in_both = [both.keys.index(key) for key in news.keys]
        assert later.places_for(news).tolist() == in_both
        later, whole, seen = later.with_more(news), both, seen | part
    rows = np.arange(len(whole))
    assert (len(later), repr(later)) == (len(whole), repr(whole))
    keys, channels = told_of(later, rows)
    assert (keys, channels.tolist()) == (whole.keys, whole.channel.tolist())
    assert told_of(whole, rows)[0] == whole.keys
    assert [later[i] for i in rows.tolist()] == list(whole)
    assert later == whole == later.laid_out()
    assert later[1:3] == whole[1:3]
    assert hash(later) == hash(whole)
    assert len(known) == len(parts[0])


def test_they_are_chosen_from_joined_and_pickled_like_any():
    later = LaterInteractions.after(happened(1, 5)).with_more(happened(3))
    assert later.take([0, 2]) == happened(1, 5)
    assert later.joined(happened(4)) == happened(1, 3, 4, 5)
    assert later.joined(happened(3)) is later
    unpickled = pickle.loads(pickle.dumps(later))
    assert type(unpickled) is InteractionColumns
    assert unpickled == later


def test_a_name_that_no_columns_have_is_no_name_of_theirs():
    later = LaterInteractions.after(happened(1))
    with pytest.raises(AttributeError, match="has no colour"):
        _ = later.colour  # type: ignore[attr-defined]
    with pytest.raises(IndexError):
        _ = later[1]

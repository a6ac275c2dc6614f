"""The turns of a group in columns, beside the rule told in a loop."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.sources.happened import NOBODY
from netzwerkwandel.sources.turns import DAY, MOST_REACHED, Turns, last_others


HOUR = DAY // 24
PEOPLE = 6
TURN = st.tuples(
    st.sampled_from([0, 1, 3 * HOUR, 11 * HOUR, 30 * HOUR]),  # after the turn before
    st.integers(0, PEOPLE - 1),
    st.sampled_from([NOBODY, NOBODY, NOBODY, 0, 5]),
)


def told(turns, rank):
    """What the rule says, a turn at a time."""
    wrote: list[int] = []  # who wrote last comes first
    left: dict[int, int] = {}
    began: dict[tuple[int, int], int] = {}
    times: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for at, last, sender, answered in turns:
        others = [who for who in wrote if who != sender][:3]
        near = [who for who in others if at - left[who] <= DAY]
        day = at // DAY, sender
        began.setdefault(day, at)
        times[day].update(near if answered == NOBODY else [answered])
        wrote, left[sender] = [sender, *(who for who in wrote if who != sender)], last
    return {
        (began[day], day[1]): sorted(each, key=lambda who: (-each[who], rank[who]))[:MOST_REACHED]
        for day, each in times.items()
        if each
    }


def columns(turns):
    return Turns(*np.array(turns, dtype=np.int64).reshape(-1, 4).T)


@given(st.lists(TURN, max_size=60), st.permutations(range(PEOPLE)))
def test_columns_and_a_loop_tell_the_same(steps, rank):
    at, turns = DAY, []
    for after, sender, answered in steps:
        at += after
        turns.append((at, at + HOUR // 2, sender, NOBODY if answered == sender else answered))

    days = columns(turns).days(np.array(rank, dtype=np.int64))

    assert {(at, sender): whom for at, sender, whom in days} == told(turns, rank)


def test_turns_in_any_order_are_put_into_that_of_time():
    turns = [(5, 6, 0, NOBODY), (1, 2, 1, 0), (5, 5, 2, NOBODY)]

    ordered = columns(turns).in_time()

    assert ordered.first.tolist() == [1, 5, 5]
    assert (ordered.sender.tolist(), ordered.answered.tolist()) == ([1, 2, 0], [0, NOBODY, NOBODY])


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_have_nobody_before_them(n):
    assert last_others(np.arange(n)).tolist() == [[-1, -1, -1], [0, -1, -1]][:n]


def test_many_turns_are_looked_at_some_days_at_a_time():
    turns = [(n * HOUR // 40, n * HOUR // 40, n % 3, NOBODY) for n in range(70_000)]

    days = list(columns(turns).days(np.arange(3)))

    assert len(days) == 3 * len({at // DAY for at, *_ in turns})
    assert all(len(whom) == 2 for _, _, whom in days[3:])

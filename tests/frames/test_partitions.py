from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel import Network, frames, metrics
from netzwerkwandel.frames.partitions import TaskTies, blocks_of, of_task, tasks_of


def test_a_tie_goes_to_the_tasks_of_its_blocks_and_at_most_one_more():
    row, task = tasks_of(np.array([0, 1, 2]), np.array([0, 0, 2]), 3)

    # Three digits to the base of 3, the last repeated: {0} {0 1} {0 2}, {0 1} {0 1 2}, ...
    assert row.tolist() == [0, 0, 0, 1, 1, 2, 2, 2]
    digits = [f"{t // 9}{t // 3 % 3}{t % 3}" for t in task.tolist()]
    assert digits[:3] == ["000", "011", "022"]
    assert sorted(digits[3:5]) == ["011", "012"]
    assert sorted(digits[5:]) == ["022", "122", "222"]


def test_the_block_of_a_key_is_the_same_everywhere_and_always():
    numbers = blocks_of(np.array([0, 1, 2, 3, 10**15, -1]), 7)
    texts = blocks_of(np.array(["ada", "ben", "eva", "jörg"], dtype=object), 7)

    assert numbers.tolist() == [0, 6, 1, 4, 1, 0]
    assert texts.tolist() == [1, 5, 6, 2]


@pytest.mark.parametrize("keys", [2 * np.arange(7_000), np.array([f"p{i}" for i in range(7_000)])])
def test_blocks_are_of_about_one_size(keys: np.ndarray):
    sizes = np.bincount(blocks_of(keys, 7))

    assert 900 < sizes.min() <= sizes.max() < 1_100


@pytest.mark.parametrize("blocks", [1, 2, 3, 5])
def test_each_triad_is_counted_by_exactly_one_task(blocks: int):
    n = 12
    i, j = (np.array(end) for end in zip(*combinations(range(n), 2), strict=True))
    block = blocks_of(np.arange(n), blocks)
    row, task = tasks_of(block[i], block[j], blocks)
    found: Counter[tuple[int, int]] = Counter()

    for each in np.unique(task):
        rows = row[task == each]
        ties = TaskTies(i[rows], j[rows], np.ones(len(rows)), n)
        blocks_there = np.unique(np.r_[block[i[rows]], block[j[rows]]])
        is_inside = (block[i[rows]] == block[j[rows]]) & (len(blocks_there) > 1)
        sums = of_task(ties, is_inside, lambda some, _: some.common())
        for a, b, common in zip(i[rows], j[rows], sums["common"], strict=True):
            found[int(a), int(b)] += int(common)

    # In a circle where all are tied, each pair has n - 2 others in common.
    assert set(found.values()) == {n - 2}
    assert len(found) == len(i)


ties = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 100)).filter(
        lambda tie: tie[0] != tie[1]
    ),
    min_size=1,
    max_size=60,
)


@given(
    ties=ties,
    blocks=st.integers(1, 4),
    model=st.sampled_from(["whole", "ego"]),
    plan=st.sampled_from(["partitions", "joins"]),
)
def test_any_ties_are_measured_as_by_the_metrics(ties, blocks, model, plan):
    a, b, weight = (list(column) for column in zip(*ties, strict=True))
    frame = pl.DataFrame({"a": a, "b": b, "w": weight})
    named = [[f"{person}" for person in end] for end in (a, b)]
    wanted = metrics.structural_holes(Network.from_edges(*named, weight), model=model)

    found = frames.structural_holes(frame, "a", "b", "w", model=model, plan=plan, blocks=blocks)

    for name, values in wanted.to_dict().items():
        np.testing.assert_allclose(found[name], values, rtol=1e-9, atol=1e-9, err_msg=name)


@pytest.mark.parametrize("blocks", [1, 2])
def test_both_directions_of_a_tie_are_one_tie_within_a_block_and_between_two(blocks: int):
    source, target, weight = [1, 2, 3, 2, 3, 0], [2, 1, 1, 3, 2, 1], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    frame = pl.DataFrame({"a": source, "b": target, "w": weight})
    assert blocks_of(np.arange(4), 2).tolist() == [0, 1, 0, 0]

    found = frames.structural_holes(frame, "a", "b", "w", plan="partitions", blocks=blocks)

    wanted = metrics.structural_holes(Network.from_edges(source, target, weight))
    assert found["degree"].to_list() == wanted.degree.tolist() == [1, 3, 2, 2]
    np.testing.assert_allclose(found["constraint"], wanted.constraint, rtol=1e-12)

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError
from netzwerkwandel.metrics import two_mode_holes


ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5)), min_size=1, max_size=25)


def by_definition(rows: Sequence[tuple[int, int]], i: int) -> dict[str, float]:
    """Both papers, word by word, with sets."""
    groups_of: dict[int, set[int]] = {}
    members: dict[int, set[int]] = {}
    for person, group in rows:
        groups_of.setdefault(person, set()).add(group)
        members.setdefault(group, set()).add(person)
    mine = groups_of[i]
    contacts = set().union(*(members[g] for g in mine)) - {i}
    shared = [g for g in mine if members[g] - {i}]
    path = 0.0
    for a in mine:
        through = sum(
            1 / len(mine) / len(members[b]) / len(groups_of[j])
            for b in mine - {a}
            for j in members[b] - {i}
            if a in groups_of[j]
        )
        path += (1 / len(mine) + through) ** 2
    if not contacts:
        none = float("nan")
        return {"effective_size": none, "constraint": none, "path_constraint": path, "contacts": 0}
    redundant = sum(
        sum(any({k, j} <= members[g] for g in mine) for k in contacts - {j}) / len(contacts)
        for j in contacts
    )
    return {
        "groups": len(mine),
        "contacts": len(contacts),
        "constraint": sum((len(mine & groups_of[j]) / len(shared)) ** 2 for j in contacts),
        "effective_size": len(contacts) - redundant,
        "efficiency": 1 - redundant / len(contacts),
        "path_constraint": path,
    }


@given(ROWS)
def test_it_is_what_both_papers_say(rows: list[tuple[int, int]]):
    found = two_mode_holes(*zip(*rows, strict=True))

    assert found.keys == tuple(map(str, sorted({person for person, _ in rows})))
    for place, key in enumerate(found.keys):
        for name, expected in by_definition(rows, int(key)).items():
            value = getattr(found, name)[place]
            assert value == pytest.approx(expected, rel=1e-12, nan_ok=True), (name, key)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_what_stands_there_twice_do_not_matter(rows, random):
    again = [*rows, *rows]
    random.shuffle(again)

    found = two_mode_holes(*zip(*again, strict=True)).to_dict()

    np.testing.assert_equal(found, two_mode_holes(*zip(*rows, strict=True)).to_dict())


@given(ROWS)
def test_texts_are_as_good_as_numbers(rows: list[tuple[int, int]]):
    numbers = two_mode_holes(*zip(*rows, strict=True)).to_dict()

    texts = two_mode_holes(*zip(*((f"p{a}", f"g{b}") for a, b in rows), strict=True)).to_dict()

    np.testing.assert_equal(texts, numbers)


def test_who_is_in_one_group_with_all_others_is_caught_and_who_joins_pairs_is_not():
    one_group = two_mode_holes(["a", "b", "c", "d"], [1, 1, 1, 1])
    star = [("hub", i) for i in range(4)] + [(f"p{i}", i) for i in range(4)]
    joins = two_mode_holes(*zip(*star, strict=True))

    assert one_group.constraint.tolist() == [3.0] * 4
    assert one_group.effective_size.tolist() == [1.0] * 4
    assert joins.effective_size[0] == 4.0
    assert joins.constraint[0] == pytest.approx(4 / 16)


def test_without_rows_there_is_nobody_and_a_table_has_keys():
    assert len(two_mode_holes([], [])) == 0
    pytest.importorskip("polars")
    frame = two_mode_holes(["b", "a"], ["x", "x"]).to_frame("polars")
    assert frame.columns[0] == "key"
    assert frame["key"].to_list() == ["a", "b"]


@pytest.mark.parametrize(
    ("people", "groups"), [([None], ["x"]), (["a"], [float("nan")]), (["a"], [""]), ("ab", [1, 2])]
)
def test_who_is_not_named_is_refused(people: object, groups: object):
    with pytest.raises(InvalidNetworkError):
        two_mode_holes(people, groups)


def test_lists_are_of_one_length():
    with pytest.raises(InvalidArgumentError, match="one length"):
        two_mode_holes(["a", "b"], [1])

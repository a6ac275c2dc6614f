from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import MARA, life, path
from netzwerkwandel.model import Contact, Goal, Tie
from netzwerkwandel.network import Network
from netzwerkwandel.network.field_levels import field_levels


GOAL = Goal(fields=["ux research"])


def field_life(pairs: list[tuple[str, str]], inside: set[str]) -> Network:
    """People of one letter, some of the field; m is Mara."""
    keys = sorted({key for pair in pairs for key in pair} | inside)
    key = {letter: MARA if letter == "m" else f"person:{letter}" for letter in keys}
    people = [Contact(key=key[k], fields=["UX research"] if k in inside else []) for k in keys]
    return life(ties=[Tie(a=key[a], b=key[b]) for a, b in pairs], people=people)


def levels(network: Network) -> dict[str, float]:
    letters = ["m" if key == MARA else key.removeprefix("person:") for key in network.keys]
    inside = field_levels(network.csr, network.members(GOAL))
    return dict(zip(letters, inside.tolist(), strict=True))


def slow_levels(pairs: list[tuple[str, str]], inside: set[str]) -> dict[str, float]:
    """The definition: core numbers by networkx, and for the others the largest k that holds."""
    graph = nx.Graph(pairs)
    members = graph.subgraph(inside)
    core = nx.core_number(members)
    most = max(core.values(), default=0) or 1
    found = {"m": 0.0}
    for person in graph:
        near = [core[other] for other in graph[person] if other in core]
        k = max((k for k in range(len(near) + 1) if sum(c >= k for c in near) >= k), default=0)
        found[person] = min(core.get(person, k) / most, 1.0)
    return found


@given(
    st.lists(st.sampled_from([*itertools.combinations("mabcdefg", 2)]), min_size=1, unique=True),
    st.sets(st.sampled_from("mabcdefg")),
)
def test_levels_are_core_numbers_among_the_people_of_the_field(pairs, inside):
    assert levels(field_life(pairs, inside)) == pytest.approx(slow_levels(pairs, inside))


def test_newcomers_stand_where_their_contacts_would_put_them():
    inner = [*itertools.combinations("abcd", 2)]
    at_the_edge = [("d", "e"), ("m", "e")]
    well_tied = [("n", "a"), ("n", "b"), ("x", "y")]

    found = levels(field_life([*inner, *at_the_edge, *well_tied], set("abcde")))

    assert found["a"] == found["b"] == found["c"] == found["d"] == 1.0
    assert found["e"] == pytest.approx(1 / 3)
    assert found["m"] == pytest.approx(1 / 3)
    assert found["n"] == pytest.approx(2 / 3)
    assert found["x"] == found["y"] == 0.0


def test_a_newcomer_with_many_contacts_of_the_field_stands_no_further_inside_than_anybody():
    found = levels(field_life([("a", "b"), ("m", "a"), ("m", "b"), ("m", "c")], set("abc")))

    assert found == {"a": 1.0, "b": 1.0, "c": 0.0, "m": 1.0}


def test_where_nobody_of_the_field_knows_another_nobody_stands_inside():
    assert set(levels(field_life([("m", "a"), ("m", "b")], set("ab"))).values()) == {0.0}


@pytest.mark.parametrize("network", [path(), life(), Network.from_edges([], [])])
def test_where_nobody_is_known_to_be_of_the_field_nobody_stands_inside(network):
    found = field_levels(network.csr, network.members(GOAL))

    assert found.shape == (network.n_contacts,)
    assert not np.any(found)

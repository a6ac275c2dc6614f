from __future__ import annotations

import itertools
import math
from collections import Counter
from datetime import UTC, datetime

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_networks, path
from metrics.generated import cases
from netzwerkwandel import Contact, Records, Tie
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.metrics import composition, ei_index
from netzwerkwandel.network import Network


GROUPS = st.sampled_from(["law", "design", "care", None])


def by_definition(network: Network, groups: list[str | None], i: int) -> dict[str, float]:
    """Each index by loops over people, as its definition has it."""
    nan = math.nan
    people = [j for j in range(network.n_contacts) if groups[j] is not None]
    contacts = set(network.ties_of(network.keys[i]).target.tolist()) & set(people)
    others = [j for j in people if j != i]
    n, kinds = len(contacts), len({groups[j] for j in people})
    own = groups[i] is not None
    inside = sum(groups[j] == groups[i] for j in contacts)
    alike = sum(groups[j] == groups[i] for j in others)
    q = alike / len(others) if others and own else nan
    shares = [count / n for count in Counter(groups[j] for j in contacts).values()]
    pairs = list(itertools.permutations(others, 2))
    differ = np.mean([groups[a] != groups[b] for a, b in pairs]) if pairs else 0.0
    a, b = inside, n - inside
    c, d = alike - inside, len(others) - alike - b
    share = inside / n if n and own else nan
    scaled = nan
    if own and 0 < q < 1 and n:
        scaled = (share - q) / ((1 - q) if share >= q else q)
    blau = 1 - sum(p * p for p in shares) if n else nan
    return {
        "known": n,
        "ei": (b - a) / n if n and own else nan,
        "ei_expected": 1 - 2 * q,
        "coleman": scaled,
        "yule": (a * d - b * c) / (a * d + b * c) if own and a * d + b * c else nan,
        "blau": blau,
        "blau_expected": (n - 1) / n * differ if n else nan,
        "iqv": blau / (1 - 1 / kinds) if kinds > 1 else nan,
        "entropy": -sum(p * math.log(p) for p in shares) if n else nan,
    }


@given(cases(), st.data())
def test_every_index_is_what_its_definition_says(case, data):
    network = case.network
    n = network.n_contacts
    groups = data.draw(st.lists(GROUPS, min_size=n, max_size=n))

    found = composition(network, groups).to_dict()

    for i in range(n):
        for name, value in by_definition(network, groups, i).items():
            assert found[name][i] == pytest.approx(value, abs=1e-12, nan_ok=True), (name, i)


@given(cases(), st.data(), st.permutations(["law", "design", "care"]))
def test_what_groups_are_called_does_not_matter(case, data, names):
    n = case.network.n_contacts
    groups = data.draw(st.lists(GROUPS, min_size=n, max_size=n))
    called = dict(zip(["law", "design", "care"], names, strict=True))

    one = composition(case.network, groups).to_dict()
    other = composition(case.network, [called.get(group) for group in groups]).to_dict()

    for name, values in one.items():
        np.testing.assert_allclose(other[name], values, atol=1e-12, err_msg=name)


@given(cases(), st.data())
def test_some_people_are_as_all_people(case, data):
    network, n = case.network, case.network.n_contacts
    groups = data.draw(st.lists(GROUPS, min_size=n, max_size=n))
    keys = data.draw(st.lists(st.sampled_from(network.keys))) if n else []

    some = composition(network, dict(zip(network.keys, groups, strict=True)), nodes=keys).to_dict()
    everybody = composition(network, groups).to_dict()

    for name, values in everybody.items():
        expected = [values[network.index_of(key)] for key in keys]
        np.testing.assert_array_equal(some[name], np.array(expected), err_msg=name)


@pytest.mark.slow
def test_what_is_expected_is_what_contacts_drawn_at_random_are():
    """Four contacts of eleven others, drawn anew ten thousand times."""
    random = np.random.default_rng(3)
    groups = list("aaaaabbbbccc")
    seen = [[], []]
    for _ in range(10_000):
        contacts = 1 + random.permutation(11)[:4]
        of = Counter(groups[j] for j in contacts)
        seen[0].append(1 - 2 * of["a"] / 4)
        seen[1].append(1 - sum((count / 4) ** 2 for count in of.values()))
    network = Network.from_edges([0] * 4, [1, 2, 3, 4], keys=list("abcdefghijkl"))

    found = composition(network, groups, nodes=["a"])

    assert found.ei_expected[0] == pytest.approx(np.mean(seen[0]), abs=0.02)
    assert found.blau_expected[0] == pytest.approx(np.mean(seen[1]), abs=0.01)


def test_the_extremes_are_those_of_the_definitions():
    network = Network.from_edges([0, 0, 1, 1], [2, 3, 2, 3])  # 0, 1 know 2, 3, and not each other

    apart = composition(network, list("aabb"))
    alike = composition(network, list("abab"))

    assert apart.ei.tolist() == [1.0] * 4
    assert apart.coleman.tolist() == apart.yule.tolist() == [-1.0] * 4
    assert apart.blau.tolist() == [0.0] * 4
    assert alike.ei.tolist() == [0.0] * 4
    assert alike.iqv.tolist() == [1.0] * 4
    assert alike.entropy == pytest.approx([math.log(2)] * 4)


def test_where_nothing_is_known_nothing_is_said():
    found = composition(path(3), [None, None, "a"])

    assert found.known.tolist() == [0, 1, 0]
    assert np.isnan(found.ei).all()
    assert np.isnan(found.iqv).all()
    assert found.blau[1] == 0.0
    assert np.isnan(found.blau[[0, 2]]).all()


@pytest.mark.parametrize("name", edge_networks())
def test_networks_at_the_edge_are_measured(name: str):
    network = edge_networks()[name]

    found = composition(network, ["a"] * network.n_contacts)

    assert len(found.known) == network.n_contacts
    assert found.known.tolist() == network.degree.tolist()
    assert set(found.ei[network.degree > 0].tolist()) <= {-1.0}


def test_what_cannot_be_answered_is_refused():
    with pytest.raises(InvalidArgumentError, match="groups must be one for each of 3 people"):
        ei_index(path(3), ["a"])
    with pytest.raises(NotFoundError):
        ei_index(path(3), ["a"] * 3, nodes=["nobody"])


def test_groups_may_be_an_attribute_of_the_graph():
    graph = nx.Graph([("ada", "ben"), ("ada", "cem")])
    nx.set_node_attributes(graph, {"ada": "law", "ben": "law"}, "field")
    network = Network.from_networkx(graph)

    found = composition(network, "field", nodes=["ada"])

    assert found.known.tolist() == [1]
    assert found.ei.tolist() == [-1.0]
    with pytest.raises(InvalidArgumentError, match="attribute must be one of"):
        composition(network, "employer")


def test_groups_may_be_what_records_say_of_contacts():
    people = [
        Contact(key="me", organisation="Contoso"),
        Contact(key="ben", organisation="Contoso"),
        Contact(key="eva", organisation="Rivale"),
        Contact(key="cem"),
    ]
    ties = [Tie(a="me", b=key) for key in ("ben", "eva", "cem")]
    records = Records(contacts=people, ties=ties, me="me")
    network = Network.from_records(records, as_of=datetime(2026, 3, 1, tzinfo=UTC))

    found = composition(network, "organisation", nodes=["me"])

    assert found.known.tolist() == [2]
    assert found.ei.tolist() == [0.0]
    with pytest.raises(InvalidArgumentError, match="attribute must be one of"):
        composition(network, "salary")

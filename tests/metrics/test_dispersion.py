from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import clique, edge_networks, network, path
from metrics.by_tie import by_tie, circles, pairs, scaled, shuffled, twice
from metrics.generated import Case, cases
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._dispersion import dispersion
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.by_numpy.circles import appear_once
from netzwerkwandel.network.kernels.engines import use_kernel


pytestmark = pytest.mark.usefixtures("kernel")


def slow_dispersion(around: dict[str, set[str]], u: str, v: str) -> int:
    """The definition: pairs of mutual contacts with no tie and no other contact of u between."""
    return sum(
        t not in around[s] and not (around[s] & around[t] & around[u]) - {v}
        for s, t in pairs(around[u] & around[v])
    )


def backstrom_and_kleinberg() -> Network:
    """The figure of their paper: u and her contacts a to k."""
    ties = "ab ac bc bd be bf cd cf ch df ef fh hj hk ij ik jk".split()
    ties += [f"u{contact}" for contact in "abcdefghijk"]
    return network((a, b, 1.0) for a, b in ties)


@given(cases())
def test_dispersion_is_what_the_definition_says(case: Case):
    around = circles(case.network)

    found = by_tie(case.network, dispersion(case.network))

    assert found == {(u, v): slow_dispersion(around, u, v) for u, v in found}


@given(cases(), st.sampled_from([(1.0, 0.0, 0.0), (0.61, 0.0, 5.0), (0.5, 2.0, 0.0)]))
def test_normalised_dispersion_is_that_of_networkx(case: Case, parameters):
    alpha, b, c = parameters
    graph = case.network.to_networkx()

    found = dispersion(case.network, normalised=True, alpha=alpha, b=b, c=c)

    for (u, v), value in by_tie(case.network, found).items():
        expected = nx.dispersion(graph, u, v, normalized=True, alpha=alpha, b=b, c=c)
        assert value == pytest.approx(expected, rel=1e-12)


def test_the_figure_of_backstrom_and_kleinberg():
    figure = backstrom_and_kleinberg()
    ties = figure.ties_of("u")
    contacts = [figure.keys[i] for i in ties.target]

    plain = dispersion(figure, rows=ties.positions)
    normalised = dispersion(figure, rows=ties.positions, normalised=True)

    assert dict(zip(contacts, plain.tolist(), strict=True)) == {
        "a": 0, "b": 1, "c": 1, "d": 0, "e": 0, "f": 1, "g": 0, "h": 4, "i": 0, "j": 0, "k": 0,
    }  # fmt: skip
    spread = dict(zip(contacts, normalised.tolist(), strict=True))
    assert (spread.pop("h"), spread.pop("b"), spread.pop("c"), spread.pop("f")) == (
        1,
        0.2,
        0.2,
        0.2,
    )
    assert set(spread.values()) == {0.0}


def test_dispersion_is_seen_from_one_side():
    ties = ["uv", "us", "ut", "vs", "vt", "vw", "sw", "tw"]
    some = network((a, b, 1.0) for a, b in ties)

    values = by_tie(some, dispersion(some))

    assert (values["u", "v"], values["v", "u"]) == (1.0, 0.0)


@pytest.mark.parametrize("name", edge_networks())
def test_there_is_a_value_for_every_tie_of_any_network(name: str):
    some = edge_networks()[name]

    for values in (dispersion(some), dispersion(some, normalised=True)):
        assert values.shape == some.indices.shape
        assert (values >= 0).all()
        assert np.isfinite(values).all()


def test_whoever_shares_no_contact_or_only_those_who_know_each_other_disperses_nothing():
    assert dispersion(path(3), normalised=True).tolist() == [0.0] * 4
    assert dispersion(clique("abcde"), normalised=True).tolist() == [0.0] * 20


@given(cases(), st.data())
def test_ties_asked_about_alone_have_the_same_value(case: Case, data: st.DataObject):
    everything = dispersion(case.network, normalised=True, b=0.1)
    ties = len(everything)
    rows = data.draw(st.lists(st.integers(0, ties - 1), max_size=6)) if ties else []

    some = dispersion(case.network, normalised=True, b=0.1, rows=np.array(rows, dtype=np.int64))

    assert some.tolist() == everything[rows].tolist()


@given(cases(), st.integers(0, 99))
def test_dispersion_does_not_see_numbers_weights_or_strangers(case: Case, seed: int):
    once = by_tie(case.network, dispersion(case.network))

    for other in (shuffled(case.network, seed), scaled(case.network, 0.5), twice(case.network)):
        found = by_tie(other, dispersion(other))
        assert {tie: found[tie] for tie in once} == once


@pytest.mark.parametrize("chunk", [1, 5, 100])
def test_the_size_of_a_step_changes_nothing(chunk: int):
    graph = nx.gnp_random_graph(25, 0.35, seed=4)
    some = Network.from_networkx(graph)
    whole = dispersion(some)

    assert whole.any()
    with use_kernel("numpy", chunk=chunk):
        assert dispersion(some).tolist() == whole.tolist()


@given(st.lists(st.integers(0, 20)), st.sampled_from([0, 1, 1_000_000]))
def test_what_appears_once_is_found_by_table_and_by_sorting(codes: list[int], dense: int):
    once = [place for place, code in enumerate(codes) if codes.count(code) == 1]

    assert sorted(appear_once(np.array(codes, dtype=np.int64), 21, dense).tolist()) == once


def test_a_hub_of_many_pairs_costs_no_table_of_all_pairs():
    friends = np.arange(30_000)
    hub = np.full(30_000, 30_000)
    some = Network.from_edges(
        np.r_[friends[::3], friends[::3], hub], np.r_[friends[1::3], friends[2::3], friends]
    )
    ties = some.ties_of("30000")

    values = dispersion(some, rows=ties.positions)

    assert values.tolist() == [1.0, 0.0, 0.0] * 10_000


@pytest.mark.parametrize("name", ["alpha", "b", "c"])
@pytest.mark.parametrize("value", [-0.1, math.nan, math.inf])
def test_parameters_are_finite_and_not_negative(name: str, value: float):
    with pytest.raises(InvalidArgumentError, match=f"{name} must be finite and >= 0"):
        dispersion(path(3), normalised=True, **{name: value})


@pytest.mark.parametrize("rows", [[4], [-1], [0.5], ["a"]])
def test_only_ties_that_there_are_may_be_asked_about(rows: list[object]):
    with pytest.raises(InvalidArgumentError, match="rows must be whole numbers from 0 to 3"):
        dispersion(path(3), rows=np.array(rows))

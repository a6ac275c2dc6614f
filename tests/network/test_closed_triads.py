from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, edge_networks, network
from compiled import compiled
from metrics.test_kernels import crowd
from netzwerkwandel.network import IntArray, Network
from netzwerkwandel.network.arrays import IN_CACHE, find_ties
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.engines import use_kernel


def slow_triads(made: Network, rows: list[int]) -> set[tuple[int, int, int]]:
    """The definition: for each tie (i, j), every q tied to both, as (row, tie iq, tie jq)."""
    tie = {
        pair: at
        for at, pair in enumerate(zip(made.sources.tolist(), made.indices.tolist(), strict=True))
    }
    found = set()
    for row, at in enumerate(rows):
        i, j = int(made.sources[at]), int(made.indices[at])
        for q in range(made.n_contacts):
            if (i, q) in tie and (j, q) in tie:
                found.add((row, tie[i, q], tie[j, q]))
    return found


def fast_triads(made: Network, rows: list[int], **chunk: int) -> list[tuple[int, int, int]]:
    asked = np.array(rows, dtype=np.int64)
    i, j = made.sources[asked], made.indices[asked]
    parts = made.csr.common_contacts(i, j, **chunk)
    return [row for part in parts for row in zip(*(a.tolist() for a in part), strict=True)]


@given(edge_lists(), st.integers(1, 40), st.randoms(use_true_random=False))
def test_every_closed_triad_is_found_once_whatever_the_chunk(kernel: str, edges, chunk, random):
    made = network(edges)
    rows = random.sample(range(len(made.indices)), random.randint(0, len(made.indices)))

    found = fast_triads(made, rows, chunk=chunk)

    assert len(found) == len(set(found))
    assert set(found) == slow_triads(made, rows)


@pytest.mark.parametrize("name", edge_networks())
def test_edge_networks_have_the_triads_they_have_in_order(kernel: str, name: str):
    made = edge_networks()[name]
    rows = list(range(len(made.indices)))

    assert fast_triads(made, rows) == sorted(slow_triads(made, rows))


@pytest.mark.parametrize("outward", [True, False])
def test_a_hub_is_looked_up_and_not_gone_through(kernel: str, outward: bool):
    hub = [("a", f"x{i:03}", 1.0) for i in range(500)]
    made = network([*hub, ("x000", "x499", 1.0)])
    own = slice(made.indptr[0], made.indptr[1])
    ties = np.arange(len(made.indices))
    rows = ties[own] if outward else ties[made.indices == 0]

    i, j = made.sources[rows], made.indices[rows]
    parts = list(made.csr.common_contacts(i, j, chunk=100))

    assert len(parts) <= 8
    assert sum(len(row) for row, _, _ in parts) == 2


def by_kernel(name: str, made: Network, rows: IntArray, **how: int) -> list[list[int]]:
    i, j = made.sources[rows], made.indices[rows]
    with use_kernel(name, **how):
        found = made.csr.common_contacts(i, j)
        return np.concatenate([np.stack(part) for part in found], axis=1).tolist()


@compiled
@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("rows", ["in order", "in no order", "few"])
def test_both_kernels_find_the_same_in_the_same_order(rows: str, threads: int):
    """Some know few and some are hubs: tables and bisections, long runs of one source and short."""
    made = crowd(people=600, ties=12_000, seed=1)
    chosen = np.arange(len(made.indices))
    if rows == "in no order":
        chosen = np.random.default_rng(2).permutation(chosen)
    if rows == "few":
        chosen = chosen[::97]

    found = by_kernel("numba", made, chosen, threads=threads)

    assert found == by_kernel("numpy", made, chosen)
    assert len(found[0]) > 1_000


@compiled
@given(edge_lists(), st.integers(1, 5), st.randoms(use_true_random=False))
def test_however_rows_are_shared_out_the_same_is_found(edges, threads: int, random):
    from netzwerkwandel.network.kernels.by_numba.circles import look_up

    made = network(edges)
    rows = np.array(random.sample(range(len(made.indices)), len(made.indices)))
    i, j = made.sources[rows], made.indices[rows]
    reached = np.cumsum(np.minimum(made.degree[i], made.degree[j]))

    with use_kernel("numba", threads=threads):
        found = look_up(made.indptr, made.indices, i, j, reached)

    assert np.transpose(found).tolist() == sorted(map(list, slow_triads(made, rows.tolist())))


@given(edge_lists())
def test_ties_are_found_where_they_are_and_nowhere_else(edges):
    made = network(edges, keys=list("abcdefghz"))
    tie = {
        pair: at
        for at, pair in enumerate(zip(made.sources.tolist(), made.indices.tolist(), strict=True))
    }
    pairs = list(itertools.product(range(9), repeat=2))

    found = find_ties(
        made.indptr, made.indices, np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    )

    assert found.tolist() == [tie.get(pair, -1) for pair in pairs]


def test_in_a_network_without_ties_none_is_found():
    made = Network.from_edges([], [], keys=["a", "b"])

    assert find_ties(made.indptr, made.indices, np.array([0, 1]), np.array([1, 0])).tolist() == [
        -1,
        -1,
    ]


def test_each_of_many_ties_is_found_as_if_it_were_the_only_one():
    """More than are looked for at once."""
    rng = np.random.default_rng(1)
    a, b = rng.integers(0, 400, (2, 3_000))
    made = Csr.symmetric(a[a != b], b[a != b], np.ones(np.count_nonzero(a != b)), 400)
    i, q = np.divmod(rng.permutation(400 * 400), 400)
    places = {(p, o): t for t, (p, o) in enumerate(zip(made.sources, made.indices, strict=True))}

    found = find_ties(made.indptr, made.indices, i, q)

    assert len(i) > IN_CACHE
    assert found.tolist() == [places.get(tie, -1) for tie in zip(i, q, strict=True)]

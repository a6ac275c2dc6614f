from __future__ import annotations

import inspect
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiled import EACH_ENGINE, compiled, needs_numba
from metrics.comparison import MODELS, assert_same
from metrics.generated import Case, cases
from netzwerkwandel import metrics as measures
from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError
from netzwerkwandel.network import Network
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels import engines, table
from netzwerkwandel.network.kernels.by_numpy.triad_sums import symmetric_sums as by_numpy_sums
from netzwerkwandel.network.kernels.by_numpy.triad_sums import triads
from netzwerkwandel.network.kernels.engines import ENGINES, engine_for, may_use, use_kernel
from netzwerkwandel.network.kernels.table import Kernel
from netzwerkwandel.network.orientation import Orientation, orient


KERNELS = [each for each in vars(table).values() if isinstance(each, Kernel)]


def crowd(people: int, ties: int, seed: int) -> Network:
    """A weighted network with a few hubs and many who know few."""
    chance = np.random.default_rng(seed)
    source = chance.integers(0, people, ties)
    target = (people * chance.random(ties) ** 3).astype(np.int64)
    apart = source != target
    return Network.from_edges(source[apart], target[apart], chance.lognormal(0, 2, apart.sum()))


def all_by(kernel: str, made: Network, model: str, **how: int) -> dict[str, list[float]]:
    fresh = Network(keys=made.keys, csr=Csr(made.indptr, made.indices, made.weights))
    with use_kernel(kernel, **how):
        return {
            **measures.structural_holes(fresh, model=model).to_dict(),
            "local_constraint": measures.local_constraint(fresh, model=model).tolist(),
            "redundancy": measures.redundancy(fresh, model=model).tolist(),
        }


@compiled
@given(case=cases(), model=st.sampled_from(MODELS))
def test_both_kernels_agree(case: Case, model: str):
    made = case.network

    assert_same(all_by("numba", made, model), all_by("numpy", made, model))


@compiled
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", [1, 2])
def test_both_kernels_agree_on_hubs_and_long_rows(model: str, seed: int):
    made = crowd(people=2_000, ties=20_000, seed=seed)

    assert_same(all_by("numba", made, model), all_by("numpy", made, model))


@compiled
@pytest.mark.parametrize("model", MODELS)
def test_the_number_of_threads_does_not_show_in_the_result(model: str):
    made = crowd(people=1_000, ties=15_000, seed=3)

    alone = all_by("numba", made, model, threads=1)

    assert_same(all_by("numba", made, model, threads=3), alone)


@compiled
@pytest.mark.parametrize("weights", ["unlike", "all 1"])
@pytest.mark.parametrize("threads", [1, 2, 5])
def test_the_rounds_of_the_threads_do_not_show_in_the_result(threads: int, weights: str):
    from netzwerkwandel.network.kernels.by_numba.triad_sums import symmetric_sums_in_rounds

    o = crowd(people=1_000, ties=15_000, seed=4).orientation
    factor = np.arange(1.0, 1_001.0) / 7
    if weights == "all 1":
        o = o.with_weights(np.ones(len(o.up)))
    expected, expected_triads = by_numpy_sums(o, factor)

    at_once, triads_at_once = symmetric_sums_in_rounds(o, factor, threads=1)
    in_rounds, triads_too = symmetric_sums_in_rounds(o, factor, threads=threads, step=1_000)

    np.testing.assert_array_equal(at_once, expected)
    np.testing.assert_array_equal(triads_at_once, expected_triads)
    np.testing.assert_array_equal(in_rounds, at_once)
    np.testing.assert_array_equal(triads_too, triads_at_once)


@compiled
@pytest.mark.parametrize("threads", [1, 2])
def test_places_of_eight_bytes_do_not_show_in_the_result(threads: int):
    from netzwerkwandel.network.kernels.by_numba.orientation import up_rows
    from netzwerkwandel.network.kernels.by_numba.triad_sums import symmetric_sums_in_rounds

    csr = crowd(people=500, ties=6_000, seed=6).csr
    small, factor = csr.orientation, np.arange(1.0, 501.0) / 7
    order, rank = small.order.astype(np.int64), small.rank.astype(np.int64)

    with use_kernel("numba", threads=threads):
        up_ptr, up, weights, down = up_rows(csr.indptr, csr.indices, csr.weights, rank)
    large = Orientation(
        order=order, rank=rank, up_ptr=up_ptr, up=up, weights=weights, down=list(down)
    )

    for name in ("up_ptr", "up", "weights"):
        np.testing.assert_array_equal(getattr(large, name), getattr(small, name))
    for found, expected in zip(large.arrays, small.arrays, strict=True):
        np.testing.assert_array_equal(found, expected)
    found, triads_of = symmetric_sums_in_rounds(large, factor, threads, step=1_000)
    expected, expected_triads = by_numpy_sums(small, factor)
    np.testing.assert_array_equal(found, expected)
    np.testing.assert_array_equal(triads_of, expected_triads)


@pytest.mark.parametrize("engine", EACH_ENGINE)
@given(case=cases())
def test_ties_are_oriented_in_order_with_or_without_weights(engine: str, case: Case):
    made = case.network
    rank, ties = made.orientation.rank, []
    for u, v, weight in zip(made.sources, made.indices, made.weights, strict=True):
        if rank[u] < rank[v]:
            ties.append((int(rank[u]), int(rank[v]), float(weight)))
    ties.sort()

    with use_kernel(engine):
        weighted = orient(made.indptr, made.indices, made.weights)
        plain = orient(made.indptr, made.indices, None)
        down_ptr, down = weighted.arrays.down_ptr, weighted.arrays.down

    for o, weights in ((weighted, [tie[2] for tie in ties]), (plain, [1.0] * len(ties))):
        assert list(zip(o.low.tolist(), o.up.tolist(), strict=True)) == [tie[:2] for tie in ties]
        assert o.weights.tolist() == weights
    by_higher = sorted((high, slot, low) for slot, (low, high, _) in enumerate(ties))
    high = np.repeat(np.arange(len(rank)), np.diff(down_ptr))
    assert list(zip(high.tolist(), *down.T.tolist(), strict=True)) == by_higher


@compiled
@pytest.mark.parametrize("model", MODELS)
def test_both_kernels_agree_where_all_ties_weigh_1(model: str):
    made = crowd(people=10_000, ties=60_000, seed=5)
    alike = Network(keys=made.keys, csr=Csr(made.indptr, made.indices, np.ones(len(made.indices))))

    assert_same(all_by("numba", alike, model, threads=2), all_by("numpy", alike, model))


@pytest.mark.parametrize("engine", EACH_ENGINE)
@given(case=cases(), chunk=st.integers(1, 40), model=st.sampled_from(MODELS))
def test_the_size_of_a_chunk_does_not_show_in_the_result(
    engine: str, case: Case, chunk: int, model: str
):
    made = case.network

    assert_same(all_by(engine, made, model, chunk=chunk), all_by(engine, made, model))


@given(case=cases(), table=st.integers(0, 6))
def test_who_is_found_by_table_and_who_by_search_does_not_show(case: Case, table: int):
    o = case.network.orientation

    def all_triads(**how: int) -> list[list[int]]:
        return [part.tolist() for slots in triads(o, **how) for part in slots]

    assert all_triads(table=table) == all_triads()


@needs_numba
def test_an_engine_runs_for_as_long_as_it_is_asked_for():
    def runs(size: int) -> str:
        return engine_for(size, {"numba": 1_000})

    with use_kernel("numpy"):
        assert runs(5_000) == "numpy"
        with use_kernel("numba"):
            assert runs(5) == "numba"
        assert runs(5_000) == "numpy"
    assert runs(5_000) == "numba"
    assert runs(5) == "numpy"


def test_without_numba_the_loops_run_in_numpy(monkeypatch):
    monkeypatch.setattr(engines, "installed", lambda name: name != "numba")

    assert engine_for(10**9, {"numba": 1}) == "numpy"
    assert not may_use("numba")
    with (
        pytest.raises(MissingExtraError, match=r"netzwerkwandel\[fast\]"),
        use_kernel("numba"),
    ):
        pass


def test_what_an_engine_does_not_have_runs_in_numpy_whatever_is_asked_for(monkeypatch):
    monkeypatch.setattr(engines, "installed", lambda _: True)

    with use_kernel("numba"):
        assert engine_for(10**9, {}) == "numpy"


@pytest.mark.parametrize(("argument", "number"), [("threads", 0), ("chunk", -1)])
def test_nothing_runs_in_less_than_one_thread_or_step(argument: str, number: int):
    with (
        pytest.raises(InvalidArgumentError, match=f"{argument} must be >= 1"),
        use_kernel("numpy", **{argument: number}),
    ):
        pass


@needs_numba
@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.__name__)
def test_every_form_of_a_kernel_has_one_signature(kernel: Kernel[..., object]):
    forms = [list(inspect.signature(kernel.on(engine)).parameters) for engine in ENGINES]

    assert forms == [forms[0]] * len(ENGINES)


def test_a_kernel_that_does_not_exist_is_refused():
    with pytest.raises(InvalidArgumentError, match="'fortran'"), use_kernel("fortran"):
        pass


def test_numba_is_compiled_anew_when_the_formulas_change():
    pytest.importorskip("numba")
    from netzwerkwandel.network.kernels import formulas
    from netzwerkwandel.network.kernels.by_numba import tie_sums

    source = Path(formulas.__file__).read_bytes()
    digest = blake2b(source, digest_size=8).hexdigest()

    assert digest == tie_sums.FORMULAS, "write the new digest into FORMULAS"

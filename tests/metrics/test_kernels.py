from __future__ import annotations

import importlib.util
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.comparison import MODELS, assert_agrees, assert_same
from metrics.generated import Case, cases
from netzwerkwandel import metrics as measures
from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels import backend, masked_product_numpy
from netzwerkwandel.network.kernels.backend import use_kernel, uses_numba


HAS_NUMBA = importlib.util.find_spec("numba") is not None
needs_numba = pytest.mark.skipif(not HAS_NUMBA, reason="numba is not installed")


def crowd(people: int, ties: int, seed: int) -> Network:
    """A weighted network with a few hubs and many who know few."""
    chance = np.random.default_rng(seed)
    source = chance.integers(0, people, ties)
    target = (people * chance.random(ties) ** 3).astype(np.int64)
    apart = source != target
    return Network.from_edges(source[apart], target[apart], chance.lognormal(0, 2, apart.sum()))


def all_by(kernel: str, made: Network, model: str) -> dict[str, list[float]]:
    fresh = Network(keys=made.keys, indptr=made.indptr, indices=made.indices, weights=made.weights)
    with use_kernel(kernel):
        return {
            **measures.structural_holes(fresh, model=model).to_dict(),
            "local_constraint": measures.local_constraint(fresh, model=model).tolist(),
            "redundancy": measures.redundancy(fresh, model=model).tolist(),
        }


@needs_numba
@given(case=cases(), model=st.sampled_from(MODELS))
def test_both_kernels_agree(case: Case, model: str):
    made = case.network

    assert_agrees(all_by("numba", made, model), all_by("numpy", made, model))


@needs_numba
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", [1, 2])
def test_both_kernels_agree_on_hubs_and_long_rows(model: str, seed: int):
    made = crowd(people=2_000, ties=20_000, seed=seed)

    assert_agrees(all_by("numba", made, model), all_by("numpy", made, model))


@needs_numba
@pytest.mark.parametrize("model", MODELS)
def test_the_number_of_threads_does_not_show_in_the_result(model: str):
    import numba

    made = crowd(people=1_000, ties=15_000, seed=3)
    before = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        alone = all_by("numba", made, model)
    finally:
        numba.set_num_threads(before)

    assert_same(all_by("numba", made, model), alone)


@needs_numba
@pytest.mark.parametrize("threads", [1, 2, 5])
def test_the_rounds_of_the_threads_do_not_show_in_the_result(monkeypatch, threads: int):
    from netzwerkwandel.network.kernels import masked_product_numba

    made = crowd(people=1_000, ties=15_000, seed=4)
    o = made.orientation
    arrays = o.up_ptr, o.up, o.weights, *o.down, np.arange(1.0, 1_001.0) / 7
    at_once, triads = masked_product_numba.symmetric_sums(*arrays, 1)

    monkeypatch.setattr(masked_product_numba, "STEP", 1_000)
    in_rounds, triads_too = masked_product_numba.symmetric_sums(*arrays, threads)

    np.testing.assert_array_equal(in_rounds, at_once)
    np.testing.assert_array_equal(triads_too, triads)


@given(case=cases(), chunk=st.integers(1, 40), model=st.sampled_from(MODELS))
def test_the_size_of_a_chunk_does_not_show_in_the_result(case: Case, chunk: int, model: str):
    made = case.network
    whole = all_by("numpy", made, model)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(masked_product_numpy, "CHUNK", chunk)
        patch.setattr(masked_product_numpy.triads, "__defaults__", (chunk,))
        cut = all_by("numpy", made, model)

    assert_same(cut, whole)


@given(case=cases(), table=st.integers(0, 6), model=st.sampled_from(MODELS))
def test_who_is_found_by_table_and_who_by_search_does_not_show(case: Case, table: int, model: str):
    made = case.network
    whole = all_by("numpy", made, model)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(masked_product_numpy, "TABLE", table)
        assert_same(all_by("numpy", made, model), whole)


def test_a_kernel_holds_for_as_long_as_it_is_asked_for(monkeypatch):
    monkeypatch.setattr(backend, "_has_numba", lambda: True)

    with use_kernel("numpy"):
        assert not uses_numba()
        with use_kernel("numba"):
            assert uses_numba()
        assert not uses_numba()
    assert uses_numba()


def test_without_numba_the_loops_run_in_numpy(monkeypatch):
    monkeypatch.setattr(backend, "_has_numba", lambda: False)

    assert not uses_numba()
    with (
        pytest.raises(MissingExtraError, match=r"netzwerkwandel\[fast\]"),
        use_kernel("numba"),
    ):
        pass


def test_a_kernel_that_does_not_exist_is_refused():
    with pytest.raises(InvalidArgumentError, match="'fortran'"), use_kernel("fortran"):
        pass


def test_numba_is_compiled_anew_when_the_formulas_change():
    pytest.importorskip("numba")
    from netzwerkwandel.network.kernels import formulas, node_sums_numba

    source = Path(formulas.__file__).read_bytes()
    digest = blake2b(source, digest_size=8).hexdigest()

    assert digest == node_sums_numba.FORMULAS, "write the new digest into FORMULAS"

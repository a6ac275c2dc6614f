"""Once a compiled form is loaded it runs small work too, and never makes it wait for a compiler."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from compiled import needs_numba
from metrics.test_kernels import crowd
from netzwerkwandel import metrics as measures
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.by_numpy import rows
from netzwerkwandel.network.kernels.engines import Beginnings, use_kernel
from netzwerkwandel.network.kernels.table import Kernel


pytestmark = [needs_numba, pytest.mark.slow]

COLD = 1_000
VALUES = np.random.default_rng(1).random(2 * COLD)
Runs = Callable[..., str]
Loops = Callable[[Beginnings], Runs]


@pytest.fixture
def loops(monkeypatch: pytest.MonkeyPatch) -> Loops:
    """Give kernels that nobody has loaded yet, which say where they run for so many values."""
    from netzwerkwandel.network.kernels.by_numba import rows as compiled

    by_numba, ran = compiled.row_ranks, []

    def seen(values: np.ndarray, row_ptr: np.ndarray) -> np.ndarray:
        ran.append("numba")
        return by_numba(values, row_ptr)

    monkeypatch.setattr(compiled, "row_ranks", seen)

    def made(begun: Beginnings) -> Runs:
        kernel = Kernel(rows.row_ranks, lambda values, _: len(values), begun, numba=COLD)

        def run(size: int, values: np.ndarray = VALUES) -> str:
            ran.clear()
            found = kernel(values[:size], np.array([0, size]))
            np.testing.assert_array_equal(found, rows.row_ranks(values[:size], np.array([0, size])))
            return ran[0] if ran else "numpy"

        return run

    return made


@pytest.fixture
def runs(loops: Loops) -> Runs:
    """The same, where the first work that is worth it is worth beginning with numba for."""
    return loops(Beginnings(enough=1.0))


def test_numba_is_begun_with_for_enough_work_at_once(loops: Loops):
    one = loops(Beginnings(enough=2.0))

    assert one(2 * COLD) == "numba"


def test_numba_is_begun_with_for_enough_work_little_by_little(loops: Loops):
    one = loops(Beginnings(enough=2.5))

    assert [one(COLD - 1) for _ in range(9)] == ["numpy"] * 9
    assert one(COLD) == "numpy"
    assert one(COLD) == "numpy"
    assert one(COLD - 1) == "numpy"
    assert one(COLD) == "numba"


def test_once_numba_is_in_use_each_loop_that_is_worth_it_runs_in_it(loops: Loops):
    begun = Beginnings(enough=2.0)
    one, other = loops(begun), loops(begun)

    assert other(COLD) == "numpy"
    with use_kernel("numba"):
        one(5)
    assert other(COLD - 1) == "numpy"
    assert other(COLD) == "numba"


def test_what_was_asked_of_numpy_is_no_reason_to_begin_with_numba(loops: Loops):
    one = loops(Beginnings(enough=2.0))

    with use_kernel("numpy"):
        assert [one(COLD) for _ in range(5)] == ["numpy"] * 5
    assert one(COLD) == "numpy"
    assert one(COLD) == "numba"


def test_small_work_runs_in_numba_once_large_work_has(runs: Runs):
    assert runs(COLD - 1) == "numpy"
    assert runs(COLD) == "numba"
    assert runs(COLD - 1) == "numba"
    assert runs(1) == "numba"


def test_small_work_runs_in_numba_once_it_was_asked_for(runs: Runs):
    with use_kernel("numba"):
        runs(5)

    assert runs(5) == "numba"
    with use_kernel("numpy"):
        assert runs(5) == "numpy"


def test_nothing_at_all_loads_nothing(runs: Runs):
    with use_kernel("numba"):
        runs(0)

    assert runs(5) == "numpy"


def read_only() -> np.ndarray:
    values = VALUES.copy()
    values.flags.writeable = False
    return values


@pytest.mark.parametrize(
    "other",
    [VALUES.astype(np.float32), np.repeat(VALUES, 2)[::2], read_only()],
    ids=["fewer bytes", "strides", "read only"],
)
def test_a_form_is_loaded_for_arguments_of_the_same_types_only(runs: Runs, other: np.ndarray):
    runs(COLD)

    assert runs(5, other) == "numpy"
    assert runs(COLD, other) == "numba"
    assert runs(5, other) == "numba"


def compiled_forms() -> int:
    """How many machine codes there are by now of all compiled functions."""
    modules = [each for name, each in sys.modules.items() if ".kernels.by_numba." in name]
    forms = [each for module in modules for each in vars(module).values()]
    functions = {
        id(function): function for each in forms for function in [getattr(each, "loop", each)]
    }.values()
    return sum(len(each.signatures) for each in functions if hasattr(each, "signatures"))


def measure_everything(network: Network, nodes: list[int]) -> None:
    for model in ("whole", "ego"):
        measures.structural_holes(network, model=model)
        measures.structural_holes(network, model=model, nodes=nodes)
        measures.local_constraint(network, model=model)
        measures.redundancy(network, model=model)
    measures.dispersion(network)
    measures.core_number(network)
    measures.local_bridges(network)
    _ = network.ties().core, network.ties().circle


@pytest.mark.parametrize(
    "small",
    [
        partial(Network.from_edges, [], [], keys=["a", "b"]),
        partial(Network.from_edges, ["a"], ["b"]),
        partial(Network.from_edges, list("aab"), list("bcc"), [1, 2, 3]),
        partial(crowd, people=300, ties=2_000, seed=1),
    ],
    ids=["no tie", "one tie", "a triangle", "a crowd"],
)
def test_small_work_is_never_compiled_for(small: Callable[[], Network]):
    with use_kernel("numba"):
        measure_everything(crowd(people=100, ties=500, seed=1), [0])
    before = compiled_forms()

    network = small()
    measure_everything(network, [0])

    assert compiled_forms() == before

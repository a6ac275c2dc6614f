"""Hot loops in processes of their own: what is imported, forked children, pools of others."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from compiled import needs_numba


RANKS = """
import os, signal, sys, threading, time
import numpy as np
from netzwerkwandel.network.kernels.engines import use_kernel
from netzwerkwandel.network.kernels.table import row_ranks

values, row_ptr = np.random.default_rng(1).random(1_000), np.arange(0, 1_001, 10)

def ranks(values=values):
    with use_kernel("numba", threads=2):
        return row_ranks(values, row_ptr).tolist()

def in_a_child(work):
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        os._exit(0 if work() else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, status
"""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes do not fork here")


def run(script: str, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr


def test_small_work_waits_for_no_compiler():
    run(
        """
import sys
import netzwerkwandel as nw

chance = __import__("random").Random(1)
ties = [(a, b) for a in range(300) for b in chance.sample(range(300), 8) if a != b]
network = nw.Network.from_edges([a for a, _ in ties], [b for _, b in ties])
for model in ("whole", "ego"):
    nw.metrics.structural_holes(network, model=model)
nw.metrics.dispersion(network)
nw.metrics.core_number(network)
network.ties().core, network.ties().circle
assert "numba" not in sys.modules
"""
    )


@pytest.mark.slow
@needs_numba
@needs_fork
def test_a_forked_child_measures_what_its_parent_did():
    run(
        RANKS
        + """
expected = ranks()
in_a_child(lambda: ranks() == expected)
"""
    )


@pytest.mark.slow
@needs_numba
@needs_fork
def test_a_child_lives_where_others_have_used_the_threads_of_numba():
    run(
        RANKS
        + """
import numba

@numba.njit(parallel=True)
def foreign(n):
    total = 0
    for k in numba.prange(n):
        total += k
    return total

assert foreign(100) == 4_950
expected = ranks()
in_a_child(lambda: ranks() == expected)
"""
    )


@pytest.mark.slow
@needs_numba
@needs_fork
def test_a_process_forks_when_nobody_compiles():
    """Else the child would wait without end for a compiler that was left behind in the parent."""
    run(
        RANKS
        + """
from numba.core.compiler_lock import global_compiler_lock

expected, compiling = ranks(), threading.Event()

def compile_for_long():
    with global_compiler_lock:
        compiling.set()
        time.sleep(0.3)

threading.Thread(target=compile_for_long).start()
compiling.wait()
in_a_child(lambda: ranks(values.astype(np.float32)) is not None and ranks() == expected)
"""
    )


@pytest.mark.slow
@needs_numba
def test_many_threads_measure_at_once_where_numba_can_only_run_one():
    run(
        RANKS
        + """
expected, found = ranks(), []
threads = [threading.Thread(target=lambda: found.append(ranks())) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert found == [expected] * 8
""",
        NUMBA_THREADING_LAYER="workqueue",
    )


@needs_numba
@pytest.mark.parametrize("failing", [0, 1, 2])
def test_what_fails_in_a_thread_fails_in_the_caller(failing: int):
    from netzwerkwandel.network.kernels.by_numba.threads import share_out

    done = []

    def work(thread: int) -> None:
        if thread == failing:
            raise MemoryError
        done.append(thread)

    with pytest.raises(MemoryError):
        share_out(3, work)

    assert sorted(done) == sorted({0, 1, 2} - {failing})

"""Lists and measures in forked and spawned processes, and in threads.

Each also beside an app's own loops in parallel, by each of numba's threading layers: OpenMP ends a
forked process that uses it, and workqueue one that is used by two threads at once.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


pytest.importorskip("numba")

PROGRAM = """
import multiprocessing, sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
import numpy as np
import netzwerkwandel as nw
from netzwerkwandel.network.kernels.engines import use_kernel

way, layer = sys.argv[1:]
if layer:
    import numba

    @numba.njit(parallel=True)
    def own(values):
        for i in numba.prange(len(values)):
            values[i] += 1
        return values

    try:
        own(np.zeros(100_000))
    except ValueError:
        sys.exit(print("no layer"))
    assert numba.threading_layer() == layer

rng = np.random.default_rng(1)
a, b = rng.integers(0, 3000, (2, 30000))
apart = a != b
NETWORK = nw.Network.from_edges(a[apart].tolist(), b[apart].tolist())

def measured(turn):
    with use_kernel("numba", threads=2):
        holes = nw.metrics.structural_holes(NETWORK)
    picks = nw.recommend(NETWORK, ego=0, n=3)
    return float(np.nansum(holes.constraint)), [pick.contact.key for pick in picks]

if __name__ == "__main__":
    if way != "Pool(fork), first in a child":
        right = measured(0)
    if way.startswith("Pool"):
        method = "spawn" if "spawn" in way else "fork"
        with multiprocessing.get_context(method).Pool(2) as pool:
            several = pool.map(measured, range(4))
    elif way == "ProcessPoolExecutor":
        with ProcessPoolExecutor(2) as pool:
            several = list(pool.map(measured, range(4)))
    else:
        with ThreadPoolExecutor(8) as pool:
            several = list(pool.map(measured, range(8)))
    right = measured(0)
    assert all(each == right for each in several), (right, several)
    print("right")
"""
POOLS = ("Pool(fork)", "Pool(fork), first in a child", "Pool(spawn)", "ProcessPoolExecutor")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.parametrize("layer", ["", "workqueue", "omp", "tbb"])
@pytest.mark.parametrize("way", [*POOLS, "8 threads"])
def test_children_and_threads_measure_what_their_parent_does(tmp_path, way, layer):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    environment = {**os.environ, **({"NUMBA_THREADING_LAYER": layer} if layer else {})}

    done = subprocess.run(
        [sys.executable, program, way, layer],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
    )

    if done.stdout == "no layer\n":
        pytest.skip(f"numba has no layer {layer} here")
    assert (done.returncode, done.stdout) == (0, "right\n"), done.stderr[-2000:]

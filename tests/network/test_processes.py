"""Lists and measures in forked and spawned processes, and in threads, under each layer of numba."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


PROGRAM = """
import multiprocessing, sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
import numpy as np
import netzwerkwandel as nw

rng = np.random.default_rng(1)
a, b = rng.integers(0, 3000, (2, 30000))
apart = a != b
NETWORK = nw.Network.from_edges(a[apart].tolist(), b[apart].tolist())

def measured(turn):
    holes = nw.metrics.structural_holes(NETWORK)
    picks = nw.recommend(NETWORK, ego=0, n=3)
    return float(np.nansum(holes.constraint)), [pick.contact.key for pick in picks]

if __name__ == "__main__":
    way = sys.argv[1]
    if way != "first in a child":
        right = measured(0)
    if way in ("fork", "spawn", "first in a child"):
        method = "spawn" if way == "spawn" else "fork"
        with multiprocessing.get_context(method).Pool(2) as pool:
            several = pool.map(measured, range(4))
    elif way == "executor":
        with ProcessPoolExecutor(2) as pool:
            several = list(pool.map(measured, range(4)))
    else:
        with ThreadPoolExecutor(8) as pool:
            several = list(pool.map(measured, range(8)))
    right = measured(0)
    assert all(each == right for each in several), (right, several)
    print("right")
"""
WAYS = ("fork", "spawn", "executor", "threads", "first in a child")
CASES = [
    *((way, "") for way in WAYS),
    *((way, layer) for way in ("fork", "threads") for layer in ("workqueue", "omp", "tbb")),
]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.parametrize(("way", "layer"), CASES)
def test_children_and_threads_measure_what_their_parent_does(tmp_path, way, layer):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    environment = {**os.environ, **({"NUMBA_THREADING_LAYER": layer} if layer else {})}

    done = subprocess.run(
        [sys.executable, program, way],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
    )

    if "No threading layer could be loaded" in done.stderr or "not be loaded" in done.stderr:
        pytest.skip(f"numba has no layer {layer} here")
    assert (done.returncode, done.stdout) == (0, "right\n"), done.stderr[-2000:]

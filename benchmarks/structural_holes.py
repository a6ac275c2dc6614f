"""How fast are structural holes found, and in how much memory, beside other packages?

``python benchmarks/structural_holes.py`` makes every kind of network of ``graphs.py``, checks on a
small one of each kind that all packages find the same constraint, and measures them on the full
ones, each in a process of its own. It prints the tables of ``benchmarks/README.md``. Needs Linux,
and the extra ``bench``; what is not installed is left out.

Of several runs the fastest counts, each on a structure newly built, so that nobody gains by what an
earlier run left behind. Building the structure is not counted, nor a first run on a small network,
which compiles what is compiled. Everything else is: orders, indices, results. The columns `fast`
and numpy only say how many times as fast those two of this library are.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

from graphs import KINDS, Edges
from peers import PEERS


MB = 1_000_000
RUNS = 5
ENOUGH_SECONDS = 15


def agree() -> None:
    """Check that all packages find the same constraint on a small network of every kind."""
    for kind in KINDS.values():
        edges = kind.small()
        found = {
            peer.name: peer.constraint(peer.run(peer.build(edges)))
            for peer in PEERS.values()
            if peer.constraint is not None and peer.installed
        }
        expected = next(iter(found.values()))
        for name, values in found.items():
            np.testing.assert_allclose(values, expected, rtol=1e-9, err_msg=f"{name}, {kind.name}")


def measure(name: str, path: Path, runs: int) -> dict[str, float]:
    """Measure in this process: the fewest seconds, of wall and of CPU; MB in all and beyond."""
    peer = PEERS[name]
    peer.run(peer.build(KINDS["lfr"].small()))
    edges = Edges(**np.load(path))
    seconds: list[float] = []
    cpu: list[float] = []
    while len(seconds) < runs and sum(seconds) < ENOUGH_SECONDS:
        structure = peer.build(edges)
        before = _memory_now()
        start, start_cpu = time.perf_counter(), time.process_time()
        result = peer.run(structure)
        seconds.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
        if len(seconds) == 1:
            beyond = _status("VmHWM") - before
        del structure, result
    whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MB
    return {"seconds": min(seconds), "cpu": min(cpu), "whole": whole, "beyond": beyond}


def _memory_now() -> float:
    """Give what is unused back to the system, and let the peak begin anew."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _status("VmRSS")


def _status(field: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (line,) = [line for line in lines if line.startswith(f"{field}:")]
    return int(line.split()[1]) * 1024 / MB


def measure_apart(name: str, path: Path, options: argparse.Namespace) -> dict[str, float] | str:
    """Measure in a process of its own; why not, where it takes too long or too much."""

    def bound() -> None:
        most = int(options.memory * 1_000 * MB)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))

    command = [sys.executable, __file__, "--measure", name, "--graph", str(path)]
    command += ["--runs", str(options.runs)]
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            timeout=options.timeout,
            preexec_fn=bound,
        )
    except subprocess.TimeoutExpired:
        return f"over {options.timeout:.0f} s"
    if done.returncode:
        print(done.stderr[-2_000:], file=sys.stderr)
        return f"over {options.memory:.0f} GB" if "emory" in done.stderr else "failed"
    return json.loads(done.stdout)


def compare(kind: str, path: Path, options: argparse.Namespace) -> None:
    """Print the table of one kind of network."""
    edges = KINDS[kind].full()
    np.savez(path, people=edges.people, source=edges.source, target=edges.target)
    degree = np.bincount(np.r_[edges.source, edges.target])
    print(f"\n### {KINDS[kind].name}\n")
    print(
        f"{edges.people:,} people, {len(edges.source):,} ties, "
        f"average degree {degree.mean():.1f}, highest {degree.max():,}.\n"
    )
    del edges, degree
    print("| | seconds | `fast` | numpy only | CPU seconds | MB beyond the graph | MB in all |")
    print("|---|---|---|---|---|---|---|")
    results: dict[str, dict[str, float] | str] = {}
    for name in options.peers:
        if not PEERS[name].installed or (name == "dense" and kind != "dense"):
            continue
        results[name] = measure_apart(name, path, options)
        print(_row(name, results), flush=True)


def _row(name: str, results: dict[str, dict[str, float] | str]) -> str:
    title, result = PEERS[name].name, results[name]
    if isinstance(result, str):
        return f"| {title} | {result} | | | | | |"
    ratios = [_ratio(result, results.get(own)) for own in ("fast", "numpy")]
    return (
        f"| {title} | {result['seconds']:.3f} | {ratios[0]} | {ratios[1]} "
        f"| {result['cpu']:.3f} | {result['beyond']:,.0f} | {result['whole']:,.0f} |"
    )


def _ratio(other: dict[str, float], own: dict[str, float] | str | None) -> str:
    if own is None or isinstance(own, str) or own is other:
        return ""
    return f"{other['seconds'] / own['seconds']:.1f} x"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--runs", type=int, default=RUNS, help="of which the fastest counts")
    parser.add_argument("--timeout", type=float, default=300, help="seconds for each process")
    parser.add_argument("--memory", type=float, default=10, help="GB for each process")
    parser.add_argument("--measure", choices=PEERS, help=argparse.SUPPRESS)
    parser.add_argument("--graph", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.measure:
        print(json.dumps(measure(options.measure, options.graph, options.runs)))
        return
    agree()
    print(f"All agree on constraint. {os.cpu_count()} cores, Python {sys.version.split()[0]}.")
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.kinds:
            compare(kind, Path(folder) / f"{kind}.npz", options)


if __name__ == "__main__":
    main()

"""How long does the timeline of a busy person take, ten years by quarters?

``python benchmarks/ten_years.py`` makes the records of ``busy_records.py`` and prints the table of
``benchmarks/README.md``. Of several runs the fastest counts; a first one on something small
compiles what is compiled.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import netzwerkwandel as nw
from busy_records import AS_OF, busy_records
from netzwerkwandel.network import Chronicle
from netzwerkwandel.network.kernels.engines import use_kernel


RUNS = 3
GOAL = nw.Goal(fields=["ux research"])
SINCE = AS_OF.replace(year=AS_OF.year - 10)


def timeline(records: nw.Records) -> nw.Timeline:
    """Ten years by quarters."""
    return nw.timeline(records, as_of=AS_OF, since=SINCE, goal=GOAL)


def fastest(run: Callable[[], object]) -> float:
    """The fewest seconds of several runs."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Print the table."""
    small, large = busy_records(500, 10_000), busy_records(5_000, 1_000_000)
    print("| seconds | `fast` | numpy only |\n|---|---|---|")
    rows: dict[str, list[float]] = {"lay out the records": [], "timeline, that included": []}
    for kernel in ("numba", "numpy"):
        with use_kernel(kernel):
            timeline(small)
            laid_out = fastest(lambda: Chronicle.from_records(large))
            rows["lay out the records"].append(laid_out)
            rows["timeline, that included"].append(fastest(lambda: timeline(large)))
    for name, (fast, numpy) in rows.items():
        print(f"| {name} | {fast:.2f} | {numpy:.2f} |")


if __name__ == "__main__":
    main()

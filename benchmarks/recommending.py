"""How long does a list take, for one busy person and for everybody in a large network?

``python benchmarks/recommending.py`` measures each part in a process of its own, numba first on
something small so that what is compiled is compiled, and prints the tables of
``benchmarks/README.md``. Of several lists the fastest counts. Where the time goes is told by the
profiler, in the same run for the large network and in one more for one person; its rows may contain
one another. CPU seconds are those of all threads, and say more where other work is running.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import resource
import subprocess
import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import attrs
import networkx as nx

import netzwerkwandel as nw
from busy_records import AS_OF, busy_records
from graphs import KINDS
from netzwerkwandel.network.kernels.engines import ENGINES, use_kernel
from netzwerkwandel.scoring import default_strategy


T = TypeVar("T")
Results = dict[str, float]

GOAL = nw.Goal(fields=["ux research"])
RUNS = 5
HISTORY = {
    "strength",
    "peak_strength",
    "first",
    "last",
    "days",
    "rhythm",
    "initiated",
    "by_channel",
}
PARTS = {
    "columns: history of each tie": ("network/history.py", HISTORY),
    "columns: redundancy": ("network/dyads.py", {"redundancy"}),
    "columns: people tied to both": ("network/csr.py", {"count_common_contacts"}),
    "columns: core": ("network/ties.py", {"core"}),
    "columns: circle": ("network/ties.py", {"circle"}),
    "columns: what is known of each contact": ("network/ties.py", {"of_contacts"}),
    "default blend, the columns it reads included": ("scoring/blend.py", {"score"}),
    "ranks": ("scoring/ranking.py", {"ranks"}),
    "what the network covers": ("scoring/_function_coverage.py", {"cover"}),
    "choice": ("recommending/choice.py", {"choose"}),
    "what it would change": ("recommending/overview.py", {"list_effect"}),
    "picks and reasons": ("recommending/_recommend.py", {"_picks"}),
    "order of the keys": ("scoring/ranking.py", {"argsort_keys"}),
    "the best five of each": ("network/kernels/table.py", {"row_bests"}),
}


def one_person(people: int = 5_000, interactions: int = 1_000_000) -> Results:
    """Her records, her network, and a list of ten from it, newly built each time.

    Once more from a network that has kept the history of its ties, as when only the goal changed.
    """
    results: Results = {}
    recommend_to(nw.Network.from_records(busy_records(1_000, 20_000), as_of=AS_OF))
    records = _timed(results, "records", partial(busy_records, people, interactions))
    build = partial(nw.Network.from_records, records, as_of=AS_OF)
    network = _timed(results, "build the network", build)
    _fastest(results, "recommend ten", build)
    recommend_to(network)
    _fastest(results, "recommend ten, the history kept", partial(attrs.evolve, network))
    profile = cProfile.Profile()
    profile.runcall(recommend_to, build())
    return {**results, **_parts(profile), "ties": len(network.indices) // 2}


def _fastest(results: Results, name: str, made: Callable[[], nw.Network]) -> None:
    runs: list[Results] = [{} for _ in range(RUNS)]
    for seconds in runs:
        _timed(seconds, name, partial(recommend_to, made()))
    results.update({row: min(seconds[row] for seconds in runs) for row in runs[0]})


def recommend_to(network: nw.Network) -> nw.Recommendations:
    return nw.recommend(network, goal=GOAL, n=10)


def everybody() -> Results:
    """A score for every tie of ten million, and the best five contacts for each of a million."""
    results: Results = {}
    small = KINDS["large"].small()
    nw.top_contacts(nw.Network.from_edges(small.source, small.target), default_strategy())
    edges = KINDS["large"].full()
    build = partial(nw.Network.from_edges, edges.source, edges.target)
    network = _timed(results, "build the network", build)
    del edges, build
    profile = cProfile.Profile()
    _timed(
        results,
        "scores and the best five",
        lambda: profile.runcall(nw.top_contacts, network, default_strategy(), 5),
    )
    return {**results, **_parts(profile), "ties": len(network.indices) // 2}


def plain_loop(people: int = 20_000) -> Results:
    """The same five for everybody as a plain loop over a networkx graph, on fewer people.

    Where all ties weigh the same and none sleeps, the default blend comes down to two of three
    parts the rank of what is not redundant (common contacts over all of ego's), and one part the
    rank of what is not core (redundancy times the core number among ego's contacts over the largest
    of these). So the five must be those that ``top_contacts`` finds.
    """
    edges = KINDS["large"].make(people)
    graph = nx.Graph(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    results: Results = {}
    found = _timed(
        results, "scores and the best five", lambda: {ego: _best(graph, ego) for ego in graph}
    )
    network = nw.Network.from_edges(edges.source, edges.target)
    for ego, row in enumerate(nw.top_contacts(network, default_strategy()).tolist()):
        assert found.get(ego, []) == [contact for contact in row if contact >= 0], ego
    return {**results, "ties": graph.number_of_edges()}


def _best(graph: nx.Graph[int], ego: int) -> list[int]:
    contacts = graph[ego]
    redundancy = {v: len(contacts.keys() & graph[v].keys()) / len(contacts) for v in contacts}
    cores = nx.core_number(graph.subgraph(contacts))
    largest = max(*cores.values(), 1)
    novel = _ranks({v: -redundancy[v] for v in contacts})
    outside = _ranks({v: -redundancy[v] * cores[v] / largest for v in contacts})
    score = {v: round((2 * novel[v] + outside[v]) / 3, 12) for v in contacts}
    return sorted(contacts, key=lambda v: (-score[v], str(v)))[:5]


def _ranks(values: dict[int, float]) -> dict[int, float]:
    """Each value's place from below, equals sharing theirs, over how many there are."""
    in_order = sorted(round(value, 12) for value in values.values())
    return {
        v: (bisect_left(in_order, round(value, 12)) + bisect_right(in_order, round(value, 12)) + 1)
        / (2 * len(in_order))
        for v, value in values.items()
    }


def _timed(results: Results, name: str, work: Callable[[], T]) -> T:
    start, start_cpu = time.perf_counter(), time.process_time()
    value = work()
    results[name] = time.perf_counter() - start
    results[f"{name}: CPU"] = time.process_time() - start_cpu
    return value


def _parts(profile: cProfile.Profile) -> Results:
    """Seconds within each part, whatever it called."""
    within = {
        part: sum(
            row[3]
            for (file, _, name), row in pstats.Stats(profile).stats.items()
            if name in functions and file.endswith(f"netzwerkwandel/{place}")
        )
        for part, (place, functions) in PARTS.items()
    }
    return {f"- {part}": seconds for part, seconds in within.items() if seconds}


MEASURED = {"one person": one_person, "everybody": everybody, "plain loop": plain_loop}


def measure_apart(name: str, kernel: str) -> Results:
    command = [sys.executable, __file__, "--measure", name, "--kernel", kernel]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    results: Results = json.loads(done.stdout)
    return results


def report(title: str, columns: dict[str, Results]) -> None:
    print(f"\n### {title}\n\n| seconds | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}")
    for row in dict.fromkeys(row for results in columns.values() for row in results):
        digits = 0 if row in {"ties", "peak MB"} else 3
        cells = [f"{r[row]:,.{digits}f}" if row in r else "" for r in columns.values()]
        print(f"| {row} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["one person", "everybody"], default=None)
    parser.add_argument("--measure", choices=MEASURED, help=argparse.SUPPRESS)
    parser.add_argument("--kernel", choices=ENGINES, default="numba", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        with use_kernel(options.kernel):
            results = MEASURED[options.measure]()
        results["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        print(json.dumps(results))
        return
    if options.only in {None, "one person"}:
        columns = {kernel: measure_apart("one person", kernel) for kernel in ENGINES}
        report("One person with 5,000 contacts and 1,000,000 interactions", columns)
    if options.only in {None, "everybody"}:
        columns = {
            "`fast`, ten million ties": measure_apart("everybody", "numba"),
            "a plain loop over networkx": measure_apart("plain loop", "numpy"),
        }
        report("Everybody among a million", columns)


if __name__ == "__main__":
    main()

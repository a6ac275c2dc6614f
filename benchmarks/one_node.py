"""How long does it take to know the structural holes of one person among ten million ties?

``python benchmarks/one_node.py`` asks for one person at a time, a thousand people of about average
degree and a thousand of any, and prints the times. What a network finds out once, when the first
person is asked about, is printed apart.
"""

from __future__ import annotations

import time

import numpy as np

from graphs import KINDS, SEED, IntArray
from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import ENGINES, use_kernel


ASKED = 1_000


def seconds_of(network: Network, person: int) -> float:
    start = time.perf_counter()
    structural_holes(network, nodes=[person])
    return time.perf_counter() - start


def report(network: Network, people: IntArray, title: str) -> None:
    asked = np.random.default_rng(SEED).choice(people, ASKED)
    milliseconds = 1_000 * np.array([seconds_of(network, int(person)) for person in asked])
    median, most = np.median(milliseconds), np.percentile(milliseconds, 99)
    degrees = network.degree[asked]
    print(f"| {title} | {np.median(degrees):.0f} | {degrees.max()} | {median:.3f} | {most:.3f} |")


def main() -> None:
    small = KINDS["large"].small()
    seconds_of(Network.from_edges(small.source, small.target), 0)
    edges = KINDS["large"].full()
    network = Network.from_edges(edges.source, edges.target)
    print(f"{network!r}; the first answer takes {1_000 * seconds_of(network, 0):.2f} ms\n")
    mean = network.degree.mean()
    average = np.flatnonzero(np.abs(network.degree - mean) < mean / 5)
    print("| one person | median degree | highest | median ms | 99 of 100 within ms |")
    print("|---|---|---|---|---|")
    for kernel in ENGINES:
        with use_kernel(kernel):
            report(network, average, f"about average degree, {kernel}")
            report(network, np.flatnonzero(network.degree), f"any degree, {kernel}")


if __name__ == "__main__":
    main()

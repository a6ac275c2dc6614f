"""What is small is instant, and what is new costs what is new: each told as a ratio.

``python benchmarks/ratios.py`` prints the table of ``benchmarks/README.md``. Both sides of a ratio
are run by turns in one process and counted in its CPU seconds, which others on the machine hardly
change; those of processes of their own are their CPU seconds. The middle one of five counts.
"""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from statistics import median

import numpy as np

import netzwerkwandel as nw
from busy_records import AS_OF, ME, busy_records
from graphs import KINDS, SEED
from netzwerkwandel import sample
from netzwerkwandel.network.csr import Csr
from peers import PEERS


RUNS = 5
GOAL = nw.Goal(fields=["ux research"])
USED = "import netzwerkwandel as nw; nw.read_exports, nw.recommend"
SPEED_EXTRAS = ("numba", "phonenumbers", "matplotlib", "jinja2", "tqdm", "psycopg")

Seconds = list[float]


def main() -> None:
    """Print the table."""
    print("| what | seconds | of | seconds | ratio |\n|---|---|---|---|---|")
    show("sample, command line, all extras, cold cache", "the same, numpy only", *command_line())
    show("`import netzwerkwandel`", "numpy, attrs and networkx imported", *imported())
    show("the same and `read_exports`, `recommend`", "numpy, attrs, networkx", *imported(USED))
    show("pickle and unpickle a network", "build it from edges", *pickled())
    records = busy_records(5_000, 1_000_000)
    show("one new mail of 1,000,000 to the next list", "everything anew", *one_new_mail(records))
    show("of this, to the next network", "its network anew", *one_new_mail(records, listed=False))
    show("timeline of 40 quarters", "one `Network.from_records`", *timeline(records))
    for kind in KINDS if PEERS["networkit"].installed else ():
        name = KINDS[kind].name
        show(f"{name}: all of `structural_holes`", "NetworKit: triangles of each tie", *holes(kind))


def show(what: str, of: str, seconds: Seconds, other: Seconds) -> None:
    """Print a row."""
    first, second = median(seconds), median(other)
    print(f"| {what} | {first:.3f} | {of} | {second:.3f} | {first / second:.2f} |", flush=True)


def command_line() -> tuple[Seconds, Seconds]:
    """The first list of the sample as a stranger gets it, with extras for speed and without."""
    with sample.sample_exports() as exports:
        run = f"sys.argv = ['', {str(exports)!r}, '--as-of', '{sample.AS_OF.date()}']; "
        run += "runpy.run_module('netzwerkwandel', run_name='__main__')"
        hide = f"sys.modules.update(dict.fromkeys({SPEED_EXTRAS})); "
        start = "import runpy, sys; "
        both = [(child(start + run), child(start + hide + run)) for _ in range(RUNS)]
    return [with_all for with_all, _ in both], [without for _, without in both]


def imported(ours: str = "import netzwerkwandel") -> tuple[Seconds, Seconds]:
    """What waiting for the first line of a script costs, with compiled files in place."""
    both = [(child(ours), child("import numpy, attrs, networkx")) for _ in range(RUNS + 1)]
    # The first of each compiles.
    return [seconds for seconds, _ in both[1:]], [seconds for _, seconds in both[1:]]


def child(script: str) -> float:
    """CPU seconds of a process of its own with an empty cache of compiled code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "NUMBA_CACHE_DIR": cache}
        subprocess.run([sys.executable, "-c", script], check=True, env=environment, stdout=-3)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pickled() -> tuple[Seconds, Seconds]:
    """A network of 286,000 ties among 60,000 people, some of them parallel."""
    source, target = np.random.default_rng(SEED).integers(0, 60_000, (2, 286_000))
    source, target = source[source != target], target[source != target]
    network = nw.Network.from_edges(source, target)
    return by_turns(
        lambda: pickle.loads(pickle.dumps(network, pickle.HIGHEST_PROTOCOL)),
        lambda: nw.Network.from_edges(source, target),
    )


def one_new_mail(records: nw.Records, *, listed: bool = True) -> tuple[Seconds, Seconds]:
    """Mails come in one by one, each of another contact, and she looks at the list after each."""
    number = count()
    held = [nw.Chronicle.from_records(records)]
    people = [contact.key for contact in records.contacts if contact.key != ME]

    def look(network: nw.Network) -> None:
        if listed:
            nw.recommend(network, goal=GOAL)

    def what_is_new() -> None:
        i = next(number)
        mail = nw.Interaction(
            key=f"new {i}",
            when=AS_OF - timedelta(minutes=60 - i),
            channel=nw.Channel.MAIL,
            sender=people[97 * i],
            participants=[ME, people[97 * i]],
        )
        held[0] = held[0].with_interactions([mail])
        look(held[0].network(AS_OF))

    # The first also sorts what is known once and for all.
    look(held[0].network(AS_OF))
    what_is_new()
    return by_turns(
        what_is_new, lambda: look(nw.Network.from_records(held[0].records, as_of=AS_OF))
    )


def timeline(records: nw.Records) -> tuple[Seconds, Seconds]:
    """Ten years by quarters."""
    since = AS_OF.replace(year=AS_OF.year - 10)
    return by_turns(
        lambda: nw.timeline(records, as_of=AS_OF, since=since, goal=GOAL),
        lambda: nw.Network.from_records(records, as_of=AS_OF),
    )


def holes(kind: str) -> tuple[Seconds, Seconds]:
    """All of ``structural_holes``, and NetworKit's triangles of each tie, of one network.

    With ``OMP_NUM_THREADS=1 NUMBA_NUM_THREADS=1``, as threads that wait for others use CPU, too.
    """
    ours, other = PEERS["fast"], PEERS["networkit"]
    for peer in (ours, other):
        peer.run(peer.build(KINDS["lfr"].small()))
    edges = KINDS[kind].full()
    network, structure = ours.build(edges), other.build(edges)

    def newly_built() -> nw.Network:
        return network.with_ties(Csr(network.indptr, network.indices, network.weights))

    return by_turns(lambda: ours.run(newly_built()), lambda: other.run(structure))


def by_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[Seconds, Seconds]:
    """CPU seconds of both, five times each."""
    seconds: tuple[Seconds, Seconds] = ([], [])
    for _ in range(RUNS):
        for run, taken in zip((first, second), seconds, strict=True):
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    return seconds


if __name__ == "__main__":
    main()

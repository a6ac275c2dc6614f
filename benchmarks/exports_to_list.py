"""Ten years of a busy person, from export files to the printed list, part by part.

python benchmarks/exports_to_list.py [--mails 100000] [--events 8000] [--connections 3000]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import busy_person
import netzwerkwandel as nw
from netzwerkwandel.identity.people import people
from netzwerkwandel.show import table


def main() -> None:
    options = _options()
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        with _timed(seconds, "write the exports (not counted)"):
            busy_person.write_busy_person(
                Path(folder),
                mails=options.mails,
                events=options.events,
                connections=options.connections,
            )
        with _timed(seconds, "read and identify"):
            records = nw.read_exports(folder, me=[busy_person.ME_ADDRESS], as_of=busy_person.AS_OF)
    with _timed(seconds, "identify alone, once more (in the line above)"):
        people(records.found, records.merged, records.kept_apart)
    with _timed(seconds, "build the network"):
        network = nw.Network.from_records(records, as_of=busy_person.AS_OF)
    with _timed(seconds, "recommend ten"):
        picks = nw.recommend(network)
    with _timed(seconds, "print the list"):
        text = table(picks, "me")
    with _timed(seconds, "possible duplicates"):
        pairs = records.possible_duplicates()
    print(text.partition("\n\nWhy")[0])
    print()
    print(records, network, f"{len(pairs)} possible duplicates", sep="\n")
    print()
    for part, spent in seconds.items():
        print(f"{spent:8.2f} s  {part}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{peak:8.0f} MB peak memory, writing the exports included")


@contextmanager
def _timed(seconds: dict[str, float], part: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    seconds[part] = time.perf_counter() - begin


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=8_000)
    parser.add_argument("--connections", type=int, default=3_000)
    return parser.parse_args()


if __name__ == "__main__":
    main()

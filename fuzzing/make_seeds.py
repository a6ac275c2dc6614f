"""Write what the fuzzer begins with: the beginnings of the sample's exports, in one archive.

python fuzzing/make_seeds.py read_exports_fuzzer_seed_corpus.zip
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

from read_exports_fuzzer import NAMES

from netzwerkwandel import sample


SHORT = 3_000
"""Bytes of each: short ones are tried more often."""


def main(place: str) -> None:
    """Write a seed for each file of a kind that the fuzzer knows; its first byte says which."""
    kinds = {Path(name).suffix: bytes([place]) for place, name in enumerate(NAMES)}
    with sample.sample_exports() as folder, ZipFile(place, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in kinds:
                content = path.read_bytes()
                whole = path.suffix == ".zip"
                seed = kinds[path.suffix] + (content if whole else content[:SHORT])
                archive.writestr(path.name, seed)


if __name__ == "__main__":
    main(sys.argv[1])

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from hypothesis import example, given
from hypothesis import strategies as st


FOLDER = Path(__file__).parents[1] / "fuzzing"
MAIL = (
    b"From: Ben <ben@example.org>\nTo: me@example.org\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nhi"
)
CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ben\nEMAIL:ben@example.org\nEND:VCARD\n"


def test_the_fuzzer_begins_with_exports_that_can_be_read(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds.zip"
    subprocess.run([sys.executable, FOLDER / "make_seeds.py", seeds], check=True)

    with ZipFile(seeds) as archive:
        assert len(archive.namelist()) >= 3
        for name in archive.namelist():
            run_target(archive.read(name))


@example(b"\x01" + MAIL)
@example(b"\x00From x Mon Mar  2 10:00:00 2026\n" + MAIL)
@example(b"\x03" + CARD)
@example(b"\x05PK\x03\x04")
@given(st.binary(max_size=300))
def test_the_target_of_the_fuzzer_holds(data: bytes) -> None:
    run_target(data)


def run_target(data: bytes) -> None:
    sys.path.insert(0, str(FOLDER))
    try:
        from read_exports_fuzzer import test_one_input as run
    finally:
        sys.path.remove(str(FOLDER))

    run(data)

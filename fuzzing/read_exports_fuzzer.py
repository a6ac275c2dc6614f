"""A target for OSS-Fuzz: any bytes at all give records and a report, or an error of the library.

Run it with atheris (``pip install atheris``), or on a file that it found:

    python fuzzing/read_exports_fuzzer.py -max_total_time=60
    python fuzzing/read_exports_fuzzer.py crash-...
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory


NAMES = (
    *("a.mbox", "a.eml", "a.ics", "a.vcf", "Connections.csv", "a.zip", "a.mbox.gz"),
    *("WhatsApp Chat with A.txt", "calls.xml", "result.json", "main.jsonl", "book.ldif"),
    *("a.emlx", "a.msg", "a.olm", "a.html", "chat.db"),
)
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)


def test_one_input(data: bytes) -> None:
    """Read some bytes as one file; its first byte chooses the name."""
    import netzwerkwandel as nw

    if not data:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / NAMES[data[0] % len(NAMES)]
        path.write_bytes(data[1:])
        try:
            records = nw.read_exports(path, me=["me@example.org"], as_of=AS_OF)
        except nw.NetzwerkwandelError:
            return
        # What is read can be kept: nothing is taken that does not come back.
        with nw.open_storage(":memory:") as storage:
            storage.save(records)
            assert storage.load() == records
        assert nw.import_json(nw.export_json(records)) == records


def main() -> None:
    """Fuzz until something goes wrong."""
    import atheris

    with atheris.instrument_imports(include=["netzwerkwandel"]):
        import netzwerkwandel  # noqa: F401 (it is instrumented)
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

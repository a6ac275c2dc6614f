"""What is read side by side is what is read in one go."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.mail.parts import mbox_parts, read_parts
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.planning import plan, read_groups
from netzwerkwandel.sources.reader import ReadContext
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.walk import walk
from sources.exports_folder import AS_OF, GOOD, MAIL, write
from sources.test_mail import mail, mbox


QUOTED = b"look:\n\n" + mbox(mail(77, sender="dora@example.org"))
PIECES = st.sampled_from(
    [
        mail(1),
        mail(2, To="eva@example.org, ben@example.org"),
        mail(1),
        mail(3, Delivered_To="ana@example.org"),
        mail(4, Date="yesterday"),
        mail(5, Content_Length=len(QUOTED)).partition(b"\n\n")[0] + b"\n\n" + QUOTED + b"\n",
        mail(6, Content_Length=9).partition(b"\n\n")[0] + b"\n\n" + QUOTED + b"\n",
        mail(7, List_Post="<mailto:eva@example.org>", List_Id="<x>"),
        b"X" * 999 + b"\n\n",
    ]
)


def in_parts(parts, side_by_side):
    records = MailRecords(Tally("mail", "a.mbox"), as_of=AS_OF, timezone=parts[0].timezone)
    read_parts(parts, records, side_by_side)
    return records.reading(frozenset())


@pytest.mark.slow
@given(st.lists(PIECES, min_size=2, max_size=9), st.integers(2, 12))
@settings(max_examples=60, deadline=None)
def test_a_mailbox_read_in_parts_is_the_mailbox(pieces, count):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.mbox")
        path.write_bytes(
            mbox(mail(90), *pieces, line=b"From - Mon Mar 11 09:00:00 2024\n").replace(
                b"\n\nX", b"\n\nFrom X"
            )
        )
        file = SourceFile.from_path(path, "a.mbox")
        whole = read_mail([file], "a.mbox", as_of=AS_OF)
        parts = mbox_parts(file, count, as_of=AS_OF, smallest=64)

        assert len(parts) > 1
        assert in_parts(parts, map) == whole


def test_a_huge_mail_and_one_that_is_cut_off_are_read_in_parts(tmp_path):
    huge = mail(3) + b"A long text.\n" * 2_000
    text = mbox(mail(1), mail(2), huge, mail(4), mail(5))

    for cut in (len(text), len(text) - 60, len(text) - 200, 3_000):
        path = tmp_path / "a.mbox"
        path.write_bytes(text[:cut])
        file = SourceFile.from_path(path, "a.mbox")
        parts = mbox_parts(file, 4, as_of=AS_OF, smallest=200)

        assert in_parts(parts, map) == read_mail([file], "a.mbox", as_of=AS_OF)


@pytest.mark.slow
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_it_does_not_matter_how_processes_are_started(tmp_path, method):
    path = tmp_path / "a.mbox"
    path.write_bytes(mbox(*(mail(n, To=f"person{n % 7}@example.org") for n in range(60))))
    file = SourceFile.from_path(path, "a.mbox")
    parts = mbox_parts(file, 2, as_of=AS_OF, smallest=1_000)

    with multiprocessing.get_context(method).Pool(2) as pool:
        assert in_parts(parts, pool.map) == read_mail([file], "a.mbox", as_of=AS_OF)


def test_processes_read_what_one_process_reads(tmp_path):
    write(tmp_path, GOOD)

    alone, together = (nw.read_exports(tmp_path, as_of=AS_OF, workers=n) for n in (1, 2))

    assert alone == together
    assert alone.reports == together.reports


def test_what_cannot_travel_to_another_process_is_read_here(tmp_path):
    write(tmp_path, GOOD | {"calls.txt": b"Number;Time\n+4930901820;2026-03-04\n"})

    class Here(nw.Reader):
        kind = "phone log"

        def looks_like(self, head, name):
            return head.startswith(b"Number;Time")

        def read(self, source, context):
            tally = Tally(self.kind, source.where)
            tally.use()
            return nw.sources.Reading(report=tally.report())

    records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[*nw.READERS, Here()], workers=2)

    assert [r.used for r in records.reports if r.kind == "phone log"] == [1]


def test_the_bar_comes_to_its_end_with_processes_too(tmp_path):
    write(tmp_path, GOOD)
    groups, _ = plan(walk([tmp_path], []), nw.READERS)
    told = []

    read_groups(groups, ReadContext(as_of=AS_OF, workers=2), [], told.append)

    assert sum(told) == sum(file.size for group in groups for file in group.files)


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2", True])
def test_workers_are_a_whole_number(tmp_path, workers):
    write(tmp_path, {"a.eml": MAIL})
    with pytest.raises(InvalidArgumentError, match="workers"):
        nw.read_exports(tmp_path, as_of=AS_OF, workers=workers)


SLOW = """
import sys, time
import netzwerkwandel as nw
from netzwerkwandel.sources import Reading, Tally

class Slow(nw.Reader):
    kind = "slow"
    def looks_like(self, head, name):
        return head == b"slow"
    def read(self, source, context):
        print("reading", flush=True)
        time.sleep(60)

nw.read_exports(sys.argv[1], readers=[Slow()], workers=int(sys.argv[2]))
"""


class Interrupting(tzinfo):
    """A time zone in which somebody presses Ctrl-C when it is asked for the n-th time."""

    def __init__(self, n):
        self.left = n

    def utcoffset(self, _):
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return timedelta(0)

    def dst(self, _):
        return timedelta(0)

    def tzname(self, _):
        return "X"


SERIES = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20260105T090000
%sRRULE:FREQ=DAILY
ATTENDEE:mailto:ana@example.org
ATTENDEE:mailto:ben@example.org
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    "more", [b"", b"RDATE:20260106T100000\n"], ids=["a rule", "by the library"]
)
@pytest.mark.parametrize("zipped", [False, True], ids=["a file", "in a zip archive"])
@pytest.mark.parametrize("n", [0, 1, 5, 40])
def test_an_interrupt_comes_through_from_the_midst_of_a_series(tmp_path, more, zipped, n):
    write(tmp_path, {"a.ics": SERIES % more})
    if zipped:
        with ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.write(tmp_path / "a.ics", "a.ics")
        (tmp_path / "a.ics").unlink()
    with pytest.raises(KeyboardInterrupt, match="nothing of it was kept"):
        nw.read_exports(tmp_path, as_of=AS_OF, timezone=Interrupting(n))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends a signal as a terminal does")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_ends_all_processes_within_a_second_or_two(tmp_path, workers):
    write(tmp_path, {"in/a": b"slow", "in/b": b"slow", "slow.py": SLOW.encode()})
    command = [sys.executable, str(tmp_path / "slow.py"), str(tmp_path / "in"), workers]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=30)

    # A second, and what a busy machine adds to it.
    assert time.monotonic() - begin < 3
    assert process.returncode != 0
    assert b"nothing of it was kept" in error

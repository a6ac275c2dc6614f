"""How fast is a big mailbox read, and in how much memory, beside what Python brings for it?

``python benchmarks/mailbox_reading.py --size 1000`` writes an mbox of about 1,000 MB with 60 mails
to the MB, attachments included, the same one every time, and reads it in three ways, each in a
process of its own: by iterating ``mailbox.mbox``; by the same work with the standard library
(mailbox, BytesHeaderParser, getaddresses, dates); and with ``read_mail``. With ``--small`` there
are no attachments, and 530 mails to the MB. ``--files 100000`` writes a Maildir of so many files in
place of the mbox, and compares ``read_exports`` with opening and reading each of them. All ways are
taken by turns, ``--rounds`` times; what counts is the time of the processor, the middle one of all
rounds, and the ratio in each round. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import email.parser
import email.utils
import json
import mailbox
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from netzwerkwandel.sources.exports import read_exports
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail


MAILS_PER_MB, SMALL_MAILS_PER_MB = 60, 530
MB = 1_000_000
AS_OF = datetime(2026, 1, 1, tzinfo=UTC)

_HEADERS = """\
From {sender} {envelope}
Return-Path: <{sender}>
Delivered-To: mara@example.org
Received: from mx.example.net (mx.example.net [192.0.2.17])
\tby mail.example.org (Postfix) with ESMTPS id 4F1B2C{number:06d}
\tfor <mara@example.org>; {date}
Received: from out.example.com (out.example.com [198.51.100.7])
\tby mx.example.net (Postfix) with ESMTP id {number:08x};
\t{date}
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s1;
\th=from:to:cc:subject:date:message-id; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
\tb={signature}
X-Spam-Status: No, score=-1.9 required=5.0 tests=BAYES_00,DKIM_SIGNED,
\tDKIM_VALID autolearn=ham version=3.4.6
MIME-Version: 1.0
Message-ID: <{number}.{signature:.12}@example.com>
References: <{earlier}.x@example.com> <{earlier}.y@example.com>
Date: {date}
From: "{last}, {first}" <{sender}>
To: Mara Vogt <mara@example.org>
Cc: {copies}
Subject: Mail {number}
"""


def write_mailbox(path: Path, megabytes: float, *, small: bool = False) -> int:
    """Write an mbox of about this size; the number of mails in it."""
    chance = random.Random(20260301)
    attachment = base64.encodebytes(chance.randbytes(200_000))
    count = max(1, round(megabytes * (SMALL_MAILS_PER_MB if small else MAILS_PER_MB)))
    with path.open("wb") as out:
        for number in range(count):
            for part in _mail(chance, number, b"" if small else attachment):
                out.write(part)
    return count


def _mail(chance: random.Random, number: int, attachment: bytes) -> Iterator[bytes]:
    # A few people write most of the mails, as everywhere.
    people = [int(3_000 * chance.random() ** 3) for _ in range(chance.randrange(1, 5))]
    moment = datetime(2004, 1, 5, tzinfo=UTC) + timedelta(minutes=97 * number)
    headers = _HEADERS.format(
        sender=f"person{people[0]}@example.com",
        envelope=moment.strftime("%a %b %d %H:%M:%S %Y"),
        date=moment.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        number=number,
        earlier=number // 2,
        signature=base64.b64encode(chance.randbytes(256)).decode(),
        last=f"Lastname{people[0]}",
        first="Ben",
        copies=", ".join(f"Ben Lastname{n} <person{n}@example.com>" for n in people),
    )
    yield headers.encode()
    text = b"A line of text, as people write it, not longer than a line.\n"
    if not attachment:
        yield b"Content-Type: text/plain\n\n" + text * chance.randrange(1, 12) + b"\n"
        return
    if chance.random() < 0.8:
        yield b"Content-Type: text/plain\n\n" + text * chance.randrange(1, 60) + b"\n"
        return
    yield b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\n' + text * 5
    yield b"--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
    start = 77 * chance.randrange(1_000)
    yield attachment[start : start + 77 * chance.randrange(600, 1_200)] + b"--b--\n\n"


def read_with_mailbox(path: Path) -> int:
    with contextlib.closing(mailbox.mbox(path, create=False)) as mails:
        return sum(1 for _ in mails)


def read_with_standard_library(path: Path) -> int:
    """Who wrote to whom and when: what ``read_mail`` does, save for lists, machines and copies."""
    parser = email.parser.BytesHeaderParser()
    read = 0
    with contextlib.closing(mailbox.mbox(path, create=False)) as mails:
        for key in mails.iterkeys():
            headers = parser.parsebytes(mails.get_bytes(key))
            email.utils.getaddresses(headers.get_all("From", []))
            email.utils.getaddresses([*headers.get_all("To", []), *headers.get_all("Cc", [])])
            email.utils.getaddresses(headers.get_all("Delivered-To", []))
            email.utils.parsedate_to_datetime(headers["Date"])
            read += headers["Message-ID"] is not None
    return read


def read_with_netzwerkwandel(path: Path) -> int:
    return read_mail([SourceFile.from_path(path)], path.name, as_of=AS_OF).report.read


def open_and_read(folder: Path) -> int:
    return sum(1 for path in (folder / "cur").iterdir() if path.read_bytes())


def read_folder(folder: Path) -> int:
    return read_exports(folder, me=["mara@example.org"], as_of=AS_OF).reports[0].read


READERS: dict[str, Callable[[Path], int]] = {
    "mailbox.mbox": read_with_mailbox,
    "stdlib, all": read_with_standard_library,
    "read_mail": read_with_netzwerkwandel,
}
READERS_OF_FILES: dict[str, Callable[[Path], int]] = {
    "open and read": open_and_read,
    "read_exports": read_folder,
}


def measure(reader: str, path: Path) -> dict[str, float]:
    """Read in this process: seconds of the processor, peak MB, mails."""
    start = time.process_time()
    mails = (READERS | READERS_OF_FILES)[reader](path)
    seconds = time.process_time() - start
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MB
    return {"seconds": seconds, "peak": peak, "mails": mails}


def measure_apart(reader: str, path: Path) -> dict[str, float]:
    """Read in a process of its own."""
    command = [sys.executable, __file__, "--measure", reader, "--keep", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def by_turns(readers: Iterable[str], path: Path, rounds: int) -> dict[str, list[dict[str, float]]]:
    """Measure each reader in each round."""
    results: dict[str, list[dict[str, float]]] = {reader: [] for reader in readers}
    for _ in range(rounds):
        for reader, its in results.items():
            its.append(measure_apart(reader, path))
    return results


def middle(results: list[dict[str, float]], what: str) -> float:
    return statistics.median(result[what] for result in results)


def in_each_round(one: list[dict[str, float]], other: list[dict[str, float]]) -> str:
    """Write how many times as long as the other one took, in each round."""
    pairs = zip(one, other, strict=True)
    return ", ".join(f"{a['seconds'] / b['seconds']:.1f}" for a, b in pairs)


def compare(path: Path, megabytes: float, *, small: bool = False, rounds: int = 3) -> None:
    mails = write_mailbox(path, megabytes, small=small)
    size = path.stat().st_size / MB
    print(f"{size:,.0f} MB, {mails:,} mails")
    print(f"{'':14}{'seconds':>9}{'MB/s':>9}{'mails/s':>10}{'peak MB':>9}")
    results = by_turns(READERS, path, rounds)
    for reader, its in results.items():
        seconds = middle(its, "seconds")
        print(
            f"{reader:14}{seconds:9.2f}{size / seconds:9,.0f}"
            f"{its[0]['mails'] / seconds:10,.0f}{middle(its, 'peak'):9.0f}"
        )
    for reader in list(READERS)[:-1]:
        times = in_each_round(results[reader], results["read_mail"])
        print(f"read_mail is {times} times as fast as {reader}")


def compare_files(folder: Path, files: int, *, rounds: int = 3) -> None:
    """Write a Maildir, and compare reading it with opening and reading each file."""
    chance = random.Random(20260301)
    (folder / "cur").mkdir(parents=True)
    for number in range(files):
        text = b"".join(_mail(chance, number, b"")).partition(b"\n")[2]
        (folder / "cur" / f"{1_300_000_000 + number}.M{number}P1.host:2,S").write_bytes(text)
    results = by_turns(READERS_OF_FILES, folder, rounds)
    for reader, its in results.items():
        seconds, peak = middle(its, "seconds"), middle(its, "peak")
        print(f"{reader:14}{seconds:9.2f} s{peak:9.0f} MB peak")
    times = in_each_round(results["read_exports"], results["open and read"])
    print(f"read_exports takes {times} times as long as opening and reading the files")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=float, default=1_000, help="MB to write and read")
    parser.add_argument("--small", action="store_true", help="mails without attachments")
    parser.add_argument("--files", type=int, help="a Maildir of so many mails in place of an mbox")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is taken")
    parser.add_argument("--keep", type=Path, help="write the mbox here, and leave it there")
    parser.add_argument("--measure", choices=[*READERS, *READERS_OF_FILES], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.keep)))
    elif options.files:
        with tempfile.TemporaryDirectory() as folder:
            compare_files(Path(folder) / "mail", options.files, rounds=options.rounds)
    elif options.keep:
        compare(options.keep, options.size, small=options.small, rounds=options.rounds)
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "big.mbox"
            compare(path, options.size, small=options.small, rounds=options.rounds)


if __name__ == "__main__":
    main()

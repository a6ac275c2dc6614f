"""How fast are gigabytes of chats and calls read, and in how much memory?

``python benchmarks/chats_reading.py whatsapp --size 1000`` writes chats of 40,000 messages each, as
a phone exports them, until they are 1,000 MB; ``one`` writes them into one file, ``messenger``
parts of 10,000 messages, as Meta does, and ``calls`` one backup of calls. What is written is the
same every time. All of it, and half of it, is read by ``read_exports``, each in a process of its
own: twice as much should take twice as long, and no more memory. CPU seconds. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import netzwerkwandel as nw


MB = 1_000_000
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
START = datetime(2010, 1, 1, tzinfo=UTC)
OF_A_CHAT, OF_A_PART = 40_000, 10_000
WORDS = (
    *("ja", "nein", "heute", "morgen", "schön", "Kaffee?", "bin", "gleich", "da", "😂", "um"),
    *("danke", "bis", "später", "Grüße", "wie", "war", "dein", "Tag", "ruf", "mich", "an", "gern"),
)

Part = tuple[str, bytes]


def whatsapp() -> Iterator[Part]:
    """Give chats of two, one after the other."""
    chance = random.Random(20260601)
    for number in count():
        other = f"Ben Lastname{number}"
        lines = "".join(_lines(chance, ("Mara Vogt", other), OF_A_CHAT))
        yield f"WhatsApp Chat mit {other}.txt", lines.encode()


def one_whatsapp() -> Iterator[Part]:
    """Give the lines of one chat of many people, without end."""
    chance, people = random.Random(20260601), tuple(f"Ben Lastname{n}" for n in range(40))
    while True:
        yield "WhatsApp Chat mit Alumni.txt", "".join(_lines(chance, people, OF_A_CHAT)).encode()


def _lines(chance: random.Random, people: tuple[str, ...], many: int) -> Iterator[str]:
    when = START
    for _ in range(many):
        # A talk of some twenty-five messages, and then a day or three without.
        is_over = chance.random() < 0.04
        when += timedelta(minutes=chance.randrange(5) if not is_over else chance.randrange(5_000))
        if when > AS_OF:
            when = START
        yield f"{when:%d.%m.%y, %H:%M} - {chance.choice(people)}: {_text(chance)}\n"


def _text(chance: random.Random) -> str:
    end = "\n" if chance.random() < 0.05 else " "
    return end.join(chance.choices(WORDS, k=chance.randrange(1, 12)))


def messenger() -> Iterator[Part]:
    """Give the parts of chats, as Meta writes them."""
    chance = random.Random(20260601)
    for number in count():
        people = ("Mara Vogt", f"Ben Lastname{number // 4}")
        began = START + timedelta(days=number % 900)
        messages = [
            {
                "sender_name": chance.choice(people),
                "timestamp_ms": int((began + timedelta(minutes=37 * n)).timestamp() * 1000),
                "content": _text(chance).encode().decode("latin-1"),
                "is_geoblocked_for_viewer": False,
                "is_unsent_image_by_messenger_kid_parent": False,
            }
            for n in range(OF_A_PART)
        ]
        chat = {"participants": [{"name": name} for name in people], "messages": messages}
        folder = f"your_activity_across_facebook/messages/inbox/ben_{number // 4}"
        data = json.dumps(chat, indent=2).encode()
        yield f"{folder}/message_{number % 4 + 1}.json", data


def calls() -> Iterator[Part]:
    """Give the beginning of a backup of calls, and more and more of them."""
    chance = random.Random(20260601)
    yield "calls.xml", b"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls>\n"
    while True:
        rows = (_call(chance) for _ in range(OF_A_PART))
        yield "calls.xml", "".join(rows).encode()


def _call(chance: random.Random) -> str:
    who = int(3_000 * chance.random() ** 3)
    at = int(START.timestamp() * 1000) + chance.randrange(500_000_000_000)
    return (
        f'  <call number="+49170{who:07d}" duration="{chance.randrange(3000)}" date="{at}" '
        f'type="{chance.randrange(1, 4)}" presentation="1" subscription_id="null" '
        f'post_dial_digits="" subscription_component_name="null" readable_date="x" '
        f'contact_name="Ben Lastname{who}" />\n'
    )


KINDS: dict[str, Callable[[], Iterator[Part]]] = {
    "whatsapp": whatsapp,
    "one": one_whatsapp,
    "messenger": messenger,
    "calls": calls,
}
ENDS = {"calls.xml": b"</calls>\n"}


def write(kind: str, folder: Path, megabytes: float) -> int:
    """Write so much of a kind into a folder; how many bytes it is."""
    written = 0
    for name, data in KINDS[kind]():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as out:
            out.write(data)
        written += len(data)
        if written >= megabytes * MB:
            with path.open("ab") as out:
                out.write(ENDS.get(name, b""))
            return written
    raise AssertionError("there is always more")


def read(folder: str, *, progress: bool) -> None:
    """Read a folder, and print what there was and what it took."""
    nw.READERS  # noqa: B018 (what is imported late is no part of reading)
    begin = time.process_time()
    records = nw.read_exports(folder, as_of=AS_OF, progress=progress)
    spent = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    used = sum(report.used for report in records.reports)
    told = {"seconds": spent, "peak": peak, "used": used, "people": len(records.contacts)}
    print(json.dumps(told))


def measure(kind: str, megabytes: float, *, progress: bool = False) -> dict[str, float]:
    """Write so much of a kind, and read it in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        size = write(kind, Path(folder), megabytes)
        command = [sys.executable, __file__, "read", folder, *(["--progress"] if progress else [])]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    measured: dict[str, float] = json.loads(told.stdout)
    return {"MB": size / MB} | measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=[*KINDS, "read"])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--size", type=float, default=100, help="in MB")
    parser.add_argument("--progress", action="store_true")
    options = parser.parse_args()
    if options.kind == "read":
        read(options.folder, progress=options.progress)
        return
    for size in (options.size / 2, options.size):
        told = measure(options.kind, size, progress=options.progress)
        speed = told["MB"] / told["seconds"]
        print(
            f"{told['MB']:,.0f} MB, {told['used']:,} records of {told['people']:,} people: "
            f"{told['seconds']:.1f} s, {speed:.1f} MB/s, at most {told['peak']:.0f} MB"
        )


if __name__ == "__main__":
    main()

"""Small files as Outlook saves them: a compound file (OLE2) with the parts of a message."""

from __future__ import annotations

import struct
from itertools import pairwise


SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4_096  # shorter parts would lie in a file within the file


def compound(tree):
    """A compound file of parts by name; a mapping is a folder of such parts."""
    entries = [["Root Entry", 5, FREE, END, 0]]
    sectors = []

    def add(name, content):
        number = len(entries)
        entry = [name, 2, FREE, END, 0]
        entries.append(entry)
        if isinstance(content, dict):
            entry[1] = 1
            entry[2] = chain(content)
        else:
            data = content.ljust(SMALLEST, b"\0")
            entry[3], entry[4] = (len(sectors), data), len(data)
            sectors.append(data)
        return number

    siblings = {}

    def chain(parts):
        numbers = [add(name, content) for name, content in parts.items()]
        # In a tree that leans to one side, each points to the next.
        siblings.update(pairwise(numbers))
        return numbers[0] if numbers else FREE

    entries[0][2] = chain(tree)
    table, body = [], b""
    for entry in entries:
        if isinstance(entry[3], tuple):
            data = entry[3][1]
            entry[3] = len(table)
            count = -(-len(data) // SECTOR)
            table += [*range(len(table) + 1, len(table) + count), END]
            body += data.ljust(count * SECTOR, b"\0")
    directory = b""
    for number, (name, kind, child, start, size) in enumerate(entries):
        wide = name.encode("utf-16-le") + b"\0\0"
        directory += wide.ljust(64, b"\0") + struct.pack(
            "<HBBIII16sIQQIQ",
            *(len(wide), kind, 1, FREE, siblings.get(number, FREE), child),
            *(b"", 0, 0, 0, start, size),
        )
    at = len(table)
    count = -(-len(directory) // SECTOR)
    table += [*range(at + 1, at + count), END]
    body += directory.ljust(count * SECTOR, b"\0")
    fats = 1
    while (len(table) + fats) * 4 > fats * SECTOR:
        fats += 1
    first = len(table)
    table += [FAT] * fats
    body += struct.pack(f"<{len(table)}I", *table).ljust(fats * SECTOR, b"\xff")
    places = [*range(first, first + fats)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack(
        "<16s5H6s9I",
        *(b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, fats, at, 0, SMALLEST, END, 0, END, 0),
    )
    return head + struct.pack("<109I", *places, *[FREE] * (109 - fats)) + body


def text(value):
    return value.encode("utf-16-le")


def fixed(begin, **values):
    """The properties of fixed length, by their tag in hexadecimal behind a letter for the kind."""
    kinds = {"n": 0x0003, "t": 0x0040}
    rows = [
        struct.pack("<HHIQ", kinds[name[0]], int(name[1:], 16), 6, value)
        for name, value in values.items()
    ]
    return b"\0" * begin + b"".join(rows)


def filetime(moment):
    return int((moment.timestamp() + 11_644_473_600) * 10_000_000)

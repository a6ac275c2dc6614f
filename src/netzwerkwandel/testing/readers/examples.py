"""Exports to try a reader on: as they are, cut, and changed; and who forgets to close them."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias

import attrs
from typing_extensions import override

from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.reader import Source


Files: TypeAlias = Mapping[str, bytes]
"""The files of one export, by their names."""

CHANGED = 24
"""So many times each file of an example is changed."""

# What formats are made of, and what no format is.
_HARD = (
    *(b"", b"\0", b"\r", b"\n\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\x8e", b"\xed\xa0\xbd"),
    *(b'"', b"'", b",", b";", b"{[", b"]}", b"<", b"&#55357;", b"\\", b"9" * 400, b"-1", b"null"),
)


@attrs.define
class Streams:
    """What was opened, and how much of it was read."""

    opened: int = 0
    closed: int = 0
    read: int = 0


class _Watched(io.BytesIO):
    """A file in memory that notes what is done with it."""

    def __init__(self, data: bytes, streams: Streams) -> None:
        super().__init__(data)
        self._streams = streams
        streams.opened += 1

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._streams.read += len(data)
        return data

    @override
    def close(self) -> None:
        self._streams.closed += not self.closed
        super().close()

    def __del__(self) -> None:
        # Who forgets a stream leaves it to Python to close it, some time.
        self._streams.closed -= not self.closed


def source_of(files: Files, folder: str = "exports", streams: Streams | None = None) -> Source:
    """Make the source of some files, as if they lay in a folder."""
    streams = Streams() if streams is None else streams
    several = [
        SourceFile(f"{folder}/{name}", partial(_Watched, data, streams), len(data))
        for name, data in files.items()
    ]
    return Source(several, several[0].where if len(several) == 1 else folder)


def changed(files: Files, chance: random.Random) -> Iterator[Files]:
    """Change each file in many places, one at a time; what changed is the same for one chance."""
    for name, data in files.items():
        for number in range(CHANGED):
            yield {**files, name: _changed(data, number, chance)}


def _changed(data: bytes, number: int, chance: random.Random) -> bytes:
    begin, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    hard = chance.choice(_HARD)
    if number % 4 == 0:
        return data[:begin]
    if number % 4 == 1:
        return data[:begin] + hard + data[begin:]
    if number % 4 == 2:
        return data[:begin] + hard + data[end:]
    noise = bytes(chance.randrange(256) for _ in range(8))
    return data[:end] + noise + data[begin:]

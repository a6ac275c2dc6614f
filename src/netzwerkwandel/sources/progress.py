"""A bar for long reads, where tqdm is installed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import attrs
from typing_extensions import Buffer, override

from netzwerkwandel.sources.files import SourceFile


Advance = Callable[[int], object]


@contextmanager
def progress_bar(*, wanted: bool, total: int) -> Iterator[Advance]:
    """Show how many bytes are read of a total; does nothing where tqdm is not installed."""
    if not wanted:
        yield _ignore
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield _ignore
        return
    with tqdm(total=total, unit="B", unit_scale=True, desc="reading", leave=False) as bar:
        yield bar.update


def _ignore(_amount: int) -> None:
    return


def counted(file: SourceFile, advance: Advance) -> SourceFile:
    """Make a file that tells how many bytes were read of it."""
    return attrs.evolve(
        file, opener=lambda: io.BufferedReader(_Counted(file.open(), advance), 1 << 20)
    )


class _Counted(io.RawIOBase):
    def __init__(self, stream: BinaryIO, advance: Advance) -> None:
        self._stream, self._advance = stream, advance

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        with memoryview(buffer) as view:
            data = self._stream.read(len(view))
            view[: len(data)] = data
        self._advance(len(data))
        return len(data)

    @override
    def close(self) -> None:
        self._stream.close()
        super().close()

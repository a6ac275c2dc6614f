"""A bar for long reads, where tqdm is installed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import attrs
from typing_extensions import override

from netzwerkwandel.sources.files import Gzipped, SourceFile, unzipped


Advance = Callable[[int], object]


@contextmanager
def progress_bar(total: int) -> Iterator[Advance | None]:
    """Show how many bytes are read of a total; None where tqdm is not installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        yield None
        return
    with tqdm(total=total, unit="B", unit_scale=True, desc="reading", leave=False) as bar:
        yield bar.update


def metered(file: SourceFile, advance: Advance) -> SourceFile:
    """Make a file that tells how many bytes were read of it: its size at most, and packed ones."""
    if isinstance(file.opener, Gzipped):
        return unzipped(metered(file.opener.file, advance), file.opener.limits)
    meter = _Meter(file.size, advance)
    return attrs.evolve(file, opener=lambda: _Counted(file.open(), meter))


class _Meter:
    """Passes on no more than a size, however often a file is opened."""

    def __init__(self, size: int, advance: Advance) -> None:
        self._left, self._advance = size, advance

    def add(self, amount: int) -> None:
        passed = min(amount, self._left)
        self._left -= passed
        if passed:
            self._advance(passed)


class _Counted(io.BufferedIOBase, BinaryIO):
    def __init__(self, stream: BinaryIO, meter: _Meter) -> None:
        self._stream, self._meter = stream, meter

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        data = self._stream.read(-1 if size is None else size)
        self._meter.add(len(data))
        return data

    @override
    def close(self) -> None:
        self._stream.close()
        super().close()

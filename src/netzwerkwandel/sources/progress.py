"""A bar for long reads, where tqdm is installed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import Any, BinaryIO, TypeVar

import attrs
from typing_extensions import override

from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.unpacking import Gzipped, unzipped
from netzwerkwandel.texts import Catalogue


Advance = Callable[[int], object]
T = TypeVar("T", bound=Sized)


class ProgressBar:
    """A bar that says what is going on, from the first file that is looked at to the last step.

    Parameters
    ----------
    bar : tqdm
        What shows it.
    texts : Catalogue
        The words.
    """

    def __init__(self, bar: Any, texts: Catalogue) -> None:
        self._bar, self._say = bar, texts.say

    def looking(self, opened: Iterable[T]) -> Iterator[T]:
        """Count the files that are looked at, of which nobody knows how many there are."""
        number = 0
        for files in opened:
            number += len(files)
            self._bar.set_description(self._say("progress file", number), refresh=False)
            self._bar.update(0)
            yield files

    def reading(self, total: int) -> None:
        """Begin with the reading of so many bytes."""
        self._bar.set_description(self._say("progress reading"), refresh=False)
        self._bar.reset(total=total)

    def advance(self, amount: int) -> None:
        """Say that the work on so many bytes is done."""
        self._bar.update(amount)

    def joining(self) -> None:
        """Begin to find out who is who, after all is read."""
        self._bar.set_description(self._say("progress joining"))


@contextmanager
def progress_bar(texts: Catalogue) -> Iterator[ProgressBar | None]:
    """Show a bar, in a terminal or a notebook; None where tqdm is not installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        yield None
        return
    first = texts.say("progress looking")
    with tqdm(total=None, unit="B", unit_scale=True, desc=first, leave=False) as bar:
        yield ProgressBar(bar, texts)


def metered(file: SourceFile, advance: Advance) -> SourceFile:
    """Make a file that tells how many bytes were read of it: its size at most, and packed ones."""
    if isinstance(file.opener, Gzipped):
        return unzipped(metered(file.opener.file, advance), file.opener.limits)
    return attrs.evolve(file, opener=_Metered(file, Meter(file.size, advance)))


def unmetered(file: SourceFile) -> SourceFile:
    """Give a file of which no reading is told to the bar.

    For a reader that works on after it has read, and says itself how far it is, by
    ``ReadContext.advance``; or that gives the file to another process.

    Examples
    --------
    >>> read = []
    >>> file = metered(SourceFile.from_bytes(b"Ana"), read.append)
    >>> unmetered(file).read(9), file.read(9), read
    (b'Ana', b'Ana', [3])
    """
    if isinstance(file.opener, Gzipped):
        return unzipped(unmetered(file.opener.file), file.opener.limits)
    return file.opener.file if isinstance(file.opener, _Metered) else file


class Meter:
    """Passes on no more than a size, however often a file is opened."""

    def __init__(self, size: int, advance: Advance) -> None:
        self.left, self._advance = size, advance

    def add(self, amount: int) -> None:
        """Pass on an amount, or what is left of the size."""
        passed = min(amount, self.left)
        self.left -= passed
        if passed:
            self._advance(passed)


@attrs.frozen
class _Metered:
    """Opens a file of which every byte is told that is read."""

    file: SourceFile
    meter: Meter

    def __call__(self) -> BinaryIO:
        return _Counted(self.file.open(), self.meter)


class _Counted(io.BufferedIOBase, BinaryIO):
    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
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

"""Files to read from, wherever they are, and the first bytes of those on disk."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

import attrs

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.takeouts import as_one_tree


HEAD = 65_536
_AT_FIRST = 16_384
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, ExportFormatError)


@attrs.frozen
class OnDisk:
    """Opens a file on disk."""

    path: str

    def __call__(self) -> BinaryIO:
        """Open it, from the start."""
        return open(self.path, "rb")  # noqa: PTH123

    def head(self, size: int) -> bytes:
        """Read its first bytes, or all of it where that is less."""
        return head_on_disk(self.path, size)


def head_on_disk(path: str, size: int = HEAD) -> bytes:
    """Read the first bytes of the file at a path, or all of it where that is less."""
    # A buffered stream for each of a hundred thousand small files takes twice the time.
    number = os.open(path, _READ)
    try:
        data = fresh = os.read(number, wanted := min(size, _AT_FIRST))
        try:
            while fresh and len(data) < size:
                # After less than was wanted most likely nothing follows: one byte tells.
                wanted = size - len(data) if len(fresh) == wanted else 1
                data += (fresh := os.read(number, wanted))
        except OSError:
            # What there is before the place where it breaks off; who reads on is told once more.
            return data
        return data
    finally:
        os.close(number)


@attrs.frozen(repr=False)
class SourceFile:
    """One file of an export: a name to report, and a way to open it.

    Parameters
    ----------
    where : str
        What to call it in a report: the path as the user gave it, and the path inside an archive.
    opener : callable
        Opens it anew each time, as a binary stream positioned at the start. Raises OSError or
        ExportFormatError where it cannot be read; so may the stream's ``read``, once it has given
        all that came before.
    size : int
        Bytes on disk or in the archive, for showing progress; 0 where it is not known.
    """

    where: str
    opener: Callable[[], BinaryIO]
    size: int = 0

    @classmethod
    def from_path(cls, path: str | os.PathLike[str], where: str | None = None) -> SourceFile:
        """Make the file of a path; nothing is opened yet."""
        name = shown_file(os.fspath(path)) if where is None else where
        try:
            size = Path(path).stat().st_size
        except OSError:
            # That it cannot be read is told where it is opened.
            size = 0
        return cls(name, OnDisk(os.fspath(path)), size)

    @classmethod
    def from_bytes(cls, data: bytes, where: str = "<bytes>") -> SourceFile:
        """Make a file of bytes in memory."""
        return cls(where, partial(io.BytesIO, data), len(data))

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.where.replace("\\", "/").rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path without its last part; the archives of one takeout are one folder."""
        return as_one_tree(self.where.replace("\\", "/").rpartition("/")[0])

    def open(self) -> BinaryIO:
        """Open the file as a binary stream, from the start."""
        return self.opener()

    def head(self, size: int = HEAD) -> bytes:
        """Read the first bytes, or what can be read of them where the file breaks off."""
        if isinstance(self.opener, OnDisk):
            return self.opener.head(size)
        with self.open() as stream:
            return read_head(stream, size)

    def read(self, limit: int) -> bytes:
        """Read the whole file, or refuse it where it is larger than a limit.

        Raises
        ------
        ExportFormatError
            If it is larger, or broken.
        """
        with self.open() as stream:
            data = read_up_to(stream, limit + 1, likely=self.size)
        if len(data) > limit:
            raise ExportFormatError(
                self.where, f"a file of this kind must be under {limit:,} bytes"
            )
        return data


def read_up_to(stream: BinaryIO, size: int, *, likely: int) -> bytes:
    """Read this many bytes, or all there are, from a stream that may give fewer at a time.

    Room is made for as many as it is likely to have: for hundreds of megabytes that a limit allows
    it would take longer than to read a small file.
    """
    parts: list[bytes] = []
    left, room = size, likely + 1
    while left > 0 and (fresh := stream.read(min(left, room))):
        parts.append(fresh)
        left -= len(fresh)
        room = max(2 * room, HEAD)
    return b"".join(parts)


def read_head(stream: BinaryIO, size: int = HEAD) -> bytes:
    """Read this many bytes, or what there is before the place where a stream breaks off."""
    parts: list[bytes] = []
    left = size
    try:
        while left > 0 and (fresh := stream.read(left)):
            parts.append(fresh)
            left -= len(fresh)
    except UNREADABLE:
        # Who reads on is told once more; a file of which nothing can be read is none.
        if not parts:
            raise
    return b"".join(parts)


def shown_file(name: str) -> str:
    r"""Make a file's name fit to be shown: what cannot be printed becomes a replacement character.

    Examples
    --------
    >>> shown_file("caf\udce9\x1b[1m.ics")
    'caf��[1m.ics'
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else "\ufffd" for c in name)

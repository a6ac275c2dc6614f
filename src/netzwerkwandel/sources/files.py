"""Files to read from, wherever they lie: on disk, gzipped, or in a zip archive."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import attrs

from netzwerkwandel.errors import ExportFormatError


HEAD = 65_536


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
        name = shown(os.fspath(path)) if where is None else where
        file = Path(path)
        try:
            size = file.stat().st_size
        except OSError:
            # That it cannot be read is told where it is opened.
            size = 0
        return cls(name, lambda: file.open("rb"), size)

    @classmethod
    def from_bytes(cls, data: bytes, where: str = "<bytes>") -> SourceFile:
        """Make a file of bytes in memory."""
        return cls(where, lambda: io.BytesIO(data), len(data))

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.where.replace("\\", "/").rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path without its last part."""
        return self.where.replace("\\", "/").rpartition("/")[0]

    def open(self) -> BinaryIO:
        """Open the file as a binary stream, from the start."""
        return self.opener()

    def head(self, size: int = HEAD) -> bytes:
        """Read the first bytes."""
        with self.open() as stream:
            return read_up_to(stream, size)

    def read(self, limit: int) -> bytes:
        """Read the whole file, or refuse it where it is larger than a limit.

        Raises
        ------
        ExportFormatError
            If it is larger, or broken.
        """
        data = self.head(limit + 1)
        if len(data) > limit:
            raise ExportFormatError(
                self.where, f"a file of this kind must be under {limit:,} bytes"
            )
        return data


def read_up_to(stream: BinaryIO, size: int) -> bytes:
    """Read this many bytes, or all there are, from a stream that may give fewer at a time."""
    parts: list[bytes] = []
    left = size
    while left > 0 and (fresh := stream.read(left)):
        parts.append(fresh)
        left -= len(fresh)
    return b"".join(parts)


def shown(name: str) -> str:
    r"""Make a file's name fit to be shown: what cannot be printed becomes a replacement character.

    Examples
    --------
    >>> shown("caf\udce9\x1b[1m.ics")
    'caf��[1m.ics'
    """
    return "".join(c if c.isprintable() else "\ufffd" for c in name)

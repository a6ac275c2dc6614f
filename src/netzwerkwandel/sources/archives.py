"""Compressed files: zip archives and gzip, opened within limits that no honest export reaches."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO

from typing_extensions import Buffer, override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile


MOST_ENTRIES = 200_000
MOST_BYTES = 400 * 1024**3
MOST_RATIO = 250
"""How many times its compressed size a file may have; text stays far below."""
SMALL = 20 * 1024**2
"""Below this many bytes no ratio is a danger."""

BROKEN_STREAM = (OSError, EOFError, zlib.error, zipfile.BadZipFile)
"""What a stream raises when the file behind it is cut off or damaged."""


def is_zip(head: bytes) -> bool:
    """Say whether a file begins as a zip archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_gzip(head: bytes) -> bool:
    """Say whether a file begins as a gzip file does."""
    return head.startswith(b"\x1f\x8b\x08")


def zip_members(file: SourceFile, stack: ExitStack) -> Iterator[SourceFile]:
    """List the files of a zip archive, which stays open as long as the stack.

    Raises
    ------
    ExportFormatError
        If it is damaged, or passes a limit on entries, size or ratio.
    """
    try:
        stream = stack.enter_context(file.open())
        archive = stack.enter_context(zipfile.ZipFile(stream))
    except (*BROKEN_STREAM, ValueError, NotImplementedError) as error:
        raise ExportFormatError(file.where, f"the zip archive cannot be opened: {error}") from error
    members = [member for member in archive.infolist() if not member.is_dir()]
    _check_limits(file, members)
    for member in members:
        where = f"{file.where}/{member.filename}"
        yield SourceFile(where, _Member(archive, member, where), member.file_size)


def _check_limits(file: SourceFile, members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    packed = file.size or sum(member.compress_size for member in members)
    if len(members) > MOST_ENTRIES:
        reason = f"a zip archive must have at most {MOST_ENTRIES:,} files, got {len(members):,}"
    elif total > MOST_BYTES:
        reason = f"a zip archive must unpack to at most {MOST_BYTES:,} bytes, got {total:,}"
    elif total > SMALL and total > MOST_RATIO * packed:
        reason = (
            f"a zip archive must unpack to at most {MOST_RATIO} times its size, "
            f"got {total:,} bytes from {packed:,}"
        )
    else:
        return
    raise ExportFormatError(file.where, reason)


class _Member:
    """Opens one file of an archive."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> None:
        self.archive, self.member, self.where = archive, member, where

    def __call__(self) -> BinaryIO:
        try:
            stream = self.archive.open(self.member)
        except RuntimeError as error:
            raise ExportFormatError(self.where, "the file is encrypted") from error
        except (*BROKEN_STREAM, NotImplementedError) as error:
            raise ExportFormatError(self.where, f"the file cannot be unpacked: {error}") from error
        return io.BufferedReader(stream)


def unzipped(file: SourceFile) -> SourceFile:
    """Give the content of a gzip file as a file of its own, within the limit on its ratio."""
    return SourceFile(file.where, lambda: _open_gzip(file), file.size)


def _open_gzip(file: SourceFile) -> BinaryIO:
    limit = max(SMALL, MOST_RATIO * file.size) if file.size else MOST_BYTES
    return io.BufferedReader(_Unzipped(file.open(), file.where, limit))


class _Unzipped(io.RawIOBase):
    """The content of a gzip stream, up to a limit; closes the stream with itself."""

    def __init__(self, packed: BinaryIO, where: str, limit: int) -> None:
        self._packed, self._content = packed, gzip.GzipFile(fileobj=packed)
        self._where, self._left = where, limit

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        with memoryview(buffer) as view:
            data = self._content.read(len(view))
            view[: len(data)] = data
        self._left -= len(data)
        if self._left < 0:
            reason = f"a gzip file must unpack to at most {MOST_RATIO} times its size"
            raise ExportFormatError(self._where, reason)
        return len(data)

    @override
    def close(self) -> None:
        self._content.close()
        self._packed.close()
        super().close()

"""Compressed files: zip archives and gzip, opened within limits that no honest export reaches."""

from __future__ import annotations

import gzip
import io
import os
import struct
import zipfile
import zlib
from typing import BinaryIO

import attrs
from typing_extensions import Buffer, override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile, shown


MOST_ENTRIES = 200_000
MOST_BYTES = 400 * 1024**3
MOST_RATIO = 250
"""How many times its compressed size a file may have; text stays far below."""
SMALL = 20 * 1024**2
"""Below this many bytes no ratio is a danger."""

_AT_ONCE = 1 << 18
_METHODS = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
_ENCRYPTED = 1
_DAMAGED = (
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_REASON = "it is cut off or damaged"


def is_zip(head: bytes) -> bool:
    """Say whether a file begins as a zip archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_gzip(head: bytes) -> bool:
    """Say whether a file begins as a gzip file does."""
    return head.startswith(b"\x1f\x8b\x08")


def is_tar(head: bytes) -> bool:
    """Say whether a file begins as a tar archive does."""
    return head[257:262] == b"ustar"


def zip_members(file: SourceFile) -> list[SourceFile]:
    """List the files of a zip archive, in the order of their names.

    Nothing is unpacked to disk, and the archive is open only while it is read. So a name in it can
    lead nowhere, and any number of archives can be in use.

    Raises
    ------
    ExportFormatError
        If it is damaged, or passes a limit on entries, size or ratio.
    """
    try:
        archive = zipfile.ZipFile(_Reopened(file))
    except _DAMAGED as error:
        reason = f"the zip archive cannot be opened: {_REASON}"
        raise ExportFormatError(file.where, reason) from error
    members = [each for each in archive.infolist() if not each.filename.endswith("/")]
    _check_limits(file, members)
    members.sort(key=lambda member: (member.filename, member.header_offset))
    return [_member(file, archive, member) for member in members]


def _member(file: SourceFile, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> SourceFile:
    where = f"{file.where}/{shown(member.filename)}"
    return SourceFile(where, lambda: _open_member(archive, member, where), member.file_size)


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> BinaryIO:
    if member.flag_bits & _ENCRYPTED:
        raise ExportFormatError(where, "it is encrypted")
    if member.compress_type not in _METHODS:
        reason = "it is packed in a way that is not known here; unpack the archive first"
        raise ExportFormatError(where, reason)
    try:
        content = archive.open(member)
    except (*_DAMAGED, RuntimeError) as error:
        raise ExportFormatError(where, _REASON) from error
    assert isinstance(content, zipfile.ZipExtFile)
    return _Unpacked(content, where, member.file_size)


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


@attrs.frozen
class Gzipped:
    """Opens the content of a gzip file, within the limit on its ratio."""

    file: SourceFile

    def __call__(self) -> BinaryIO:
        """Open it, from the start."""
        size = self.file.size
        limit = max(SMALL, MOST_RATIO * size) if size else MOST_BYTES
        packed = self.file.open()
        return _Unpacked(gzip.GzipFile(mode="rb", fileobj=packed), self.file.where, limit, packed)


def unzipped(file: SourceFile) -> SourceFile:
    """Give the content of a gzip file as a file of its own."""
    return SourceFile(file.where, Gzipped(file), file.size)


class _Unpacked(io.BufferedIOBase, BinaryIO):
    """Content as it is unpacked: all there is before the place where it breaks, then the error."""

    def __init__(
        self,
        content: gzip.GzipFile | zipfile.ZipExtFile,
        where: str,
        limit: int,
        packed: BinaryIO | None = None,
    ) -> None:
        self._content, self._packed = content, packed
        self._where, self._left = where, limit
        self._broken: ExportFormatError | None = None

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        wanted = self._left + 1 if size is None or size < 0 else size
        parts: list[bytes] = []
        while wanted > 0 and (fresh := self._some(min(wanted, _AT_ONCE))):
            parts.append(fresh)
            wanted -= len(fresh)
        if self._broken is not None and not parts and wanted:
            raise self._broken
        return b"".join(parts)

    def _some(self, size: int) -> bytes:
        if self._broken is not None:
            return b""
        try:
            fresh = self._content.read1(size)
        except _DAMAGED as error:
            self._broken = ExportFormatError(self._where, _REASON)
            self._broken.__cause__ = error
            return b""
        self._left -= len(fresh)
        if self._left < 0:
            reason = f"it unpacks to more than {MOST_RATIO} times its size"
            self._broken = ExportFormatError(self._where, reason)
        return fresh

    @override
    def close(self) -> None:
        self._content.close()
        if self._packed is not None:
            self._packed.close()
        super().close()


class _Reopened(io.RawIOBase, BinaryIO):
    """A file that is open only while something is read from it."""

    def __init__(self, file: SourceFile) -> None:
        self._file, self._place = file, 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if whence == os.SEEK_END:
            with self._file.open() as stream:
                offset = stream.seek(offset, whence)
        elif whence == os.SEEK_CUR:
            offset += self._place
        self._place = offset
        return offset

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        with memoryview(buffer) as view, self._file.open() as stream:
            stream.seek(self._place)
            data = stream.read(len(view))
            view[: len(data)] = data
        self._place += len(data)
        return len(data)

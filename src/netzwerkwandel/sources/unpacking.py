"""What is in files that are packed: gzipped, or in a zip archive, within limits."""

from __future__ import annotations

import gzip
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

import attrs
from typing_extensions import Buffer, override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile, shown_file


@attrs.frozen
class UnpackingLimits:
    """What no honest export reaches, and what a small file could be made to unpack to.

    Parameters
    ----------
    entries : int
        How many files a zip archive may have.
    size : int
        How many bytes it may unpack to.
    ratio : int
        How many times its compressed size a file may have. Text is packed to a tenth or so; a file
        that is nothing but zeros, to a thousandth.
    small : int
        Below this many bytes no ratio is a danger.
    """

    entries: int = 200_000
    size: int = 400 * 1024**3
    ratio: int = 250
    small: int = 20 * 1024**2

    def refusal(self, file: SourceFile, members: Sequence[zipfile.ZipInfo]) -> str | None:
        """Say why a zip archive is refused; None if it is not.

        This goes by the sizes that it states; that they are true is checked while unpacking.
        """
        total = sum(member.file_size for member in members)
        packed = file.size or sum(member.compress_size for member in members)
        if len(members) > self.entries:
            return f"a zip archive must have at most {self.entries:,} files, got {len(members):,}"
        if total > self.size:
            return f"a zip archive must unpack to at most {self.size:,} bytes, got {total:,}"
        if total > self.small and total > self.ratio * packed:
            return (
                f"a zip archive must unpack to at most {self.ratio} times its size, "
                f"got {total:,} bytes from {packed:,}"
            )
        # A small archive may list one entry many times, or entries that lie within each other.
        end = 0
        for member in sorted(members, key=lambda each: each.header_offset):
            if member.header_offset < end:
                return (
                    "the files of a zip archive must lie one after the other, got some that overlap"
                )
            end = member.header_offset + member.compress_size + _LOCAL_HEADER
        return None


LIMITS = UnpackingLimits()

_AT_ONCE = 1 << 18
_METHODS = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
_ENCRYPTED = 1
_LOCAL_HEADER = 30
# All of these are raised by zipfile, gzip and zlib when bytes are wrong, found by trying.
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


def zip_members(file: SourceFile, limits: UnpackingLimits = LIMITS) -> list[SourceFile]:
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
    refusal = limits.refusal(file, members)
    if refusal is not None:
        raise ExportFormatError(file.where, refusal)
    # What stands there twice under one name, with the same content, is read once.
    once = {(each.filename, each.CRC, each.file_size): each for each in reversed(members)}
    members = sorted(once.values(), key=lambda each: (each.filename, each.header_offset))
    names = (f"{file.where}/{shown_file(member.filename)}" for member in members)
    openers = (ZipMember(archive, *each, limits) for each in zip(members, names, strict=True))
    return [SourceFile(each.where, each, each.member.file_size) for each in openers]


@attrs.frozen
class ZipMember:
    """Opens one file of a zip archive, within the size that the archive states."""

    archive: zipfile.ZipFile
    member: zipfile.ZipInfo
    where: str
    limits: UnpackingLimits

    def __call__(self) -> BinaryIO:
        """Open it, from the start."""
        if self.member.flag_bits & _ENCRYPTED:
            raise ExportFormatError(self.where, "it is encrypted")
        if self.member.compress_type not in _METHODS:
            reason = "it is packed in a way that is not known here; unpack the archive first"
            raise ExportFormatError(self.where, reason)
        try:
            content = self.archive.open(self.member)
        except (*_DAMAGED, RuntimeError) as error:
            raise ExportFormatError(self.where, _REASON) from error
        assert isinstance(content, zipfile.ZipExtFile)
        return _Unpacked(content, self.where, self.member.file_size, self.limits)


@attrs.frozen
class Gzipped:
    """Opens the content of a gzip file, within the limit on its ratio."""

    file: SourceFile
    limits: UnpackingLimits = LIMITS

    def __call__(self) -> BinaryIO:
        """Open it, from the start."""
        size, limits = self.file.size, self.limits
        most = max(limits.small, limits.ratio * size) if size else limits.size
        packed = self.file.open()
        content = gzip.GzipFile(mode="rb", fileobj=packed)
        return _Unpacked(content, self.file.where, most, limits, packed)


def unzipped(file: SourceFile, limits: UnpackingLimits = LIMITS) -> SourceFile:
    """Give the content of a gzip file as a file of its own."""
    return SourceFile(file.where, Gzipped(file, limits), file.size)


class _Unpacked(io.BufferedIOBase, BinaryIO):
    """Content as it is unpacked: all there is before the place where it breaks, then the error."""

    def __init__(
        self,
        content: gzip.GzipFile | zipfile.ZipExtFile,
        where: str,
        most: int,
        limits: UnpackingLimits,
        packed: BinaryIO | None = None,
    ) -> None:
        self._content, self._packed = content, packed
        self._where, self._left, self._limits = where, most, limits
        self._broken: ExportFormatError | None = None

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        # Whatever comes beyond what may come is enough to know: one byte more is asked for.
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
            reason = f"it unpacks to more than {self._limits.ratio} times its size"
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

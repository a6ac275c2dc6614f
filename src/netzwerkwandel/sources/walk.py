"""From paths to files: folders are walked, zip archives opened, gzip unpacked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, NotFoundError, shown
from netzwerkwandel.model import Problem
from netzwerkwandel.sources.files import HEAD, SourceFile, head_on_disk, shown_file
from netzwerkwandel.sources.opened import (
    BYTES_AT_ONCE,
    FILES_AT_ONCE,
    FilesOnDisk,
    Opened,
    OpenedFiles,
    together,
)
from netzwerkwandel.sources.unpacking import LIMITS, UnpackingLimits, unzipped, zip_members


_PACKED = (b"PK", b"\x1f\x8b")
_TAR, _USTAR = slice(257, 262), b"ustar"
_LINK = "a link to a folder is not followed; name the folder itself"
_NEITHER = "it is neither a file nor a folder"
_TO_UNPACK = "an archive of this kind, or inside another, must be unpacked first"


def walk(
    paths: Iterable[object], problems: list[Problem], *, limits: UnpackingLimits = LIMITS
) -> Iterator[OpenedFiles]:
    """Give every file under some paths once, with its first bytes, in the order of their names.

    Those that are found one after another are given together, some hundred at a time.

    Links to files are followed. Links to folders only where they are named in ``paths``: a link
    may lead back, or to the whole disk.

    Parameters
    ----------
    paths : paths
        Files, folders and zip archives.
    problems : list of Problem
        Takes what cannot be opened.
    limits : UnpackingLimits
        How large what is unpacked may be.

    Raises
    ------
    InvalidArgumentError
        If something is no path.
    NotFoundError
        If a path does not exist.
    """
    starts: set[Path] = set()
    for path in paths:
        if not isinstance(path, str | os.PathLike) or isinstance(os.fspath(path), bytes):
            raise InvalidArgumentError(
                f"paths must be files or folders, each an argument of its own, got {shown(path)}"
            )
        starts.add(Path(path))
    for start in sorted(starts):
        if not os.path.lexists(start):
            raise NotFoundError("file or folder", shown_file(str(start)))
    found = _Walk(problems, limits)
    for start in sorted(starts):
        yield from found.under(str(start))


@attrs.frozen
class _Walk:
    """The way through folders and archives, on which each file is opened once."""

    problems: list[Problem]
    limits: UnpackingLimits
    seen: set[str] = attrs.field(factory=set)

    def under(self, start: str) -> Iterator[OpenedFiles]:
        """Give the files under a path, or the one that it is."""
        waiting: list[_Path | _Files] = [_Path(start)]
        while waiting:
            here = waiting.pop()
            if isinstance(here, _Files):
                yield from self._files(here)
                continue
            # Under its real path, a file that is reached by two ways is read once.
            if here.real in self.seen:
                continue
            try:
                here = here.followed()
                if here.real not in self.seen:
                    yield from together(self._at(here, waiting, is_start=here.path == start))
            except OSError as error:
                self.problems.append(problem_of(error, shown_file(here.path)))

    def _files(self, files: _Files) -> Iterator[OpenedFiles]:
        # A hundred thousand go this way, nearly all of which are what they seem to be: so what is
        # asked of each is asked of some hundred at once.
        above, names = files.real, files.names
        if not self.seen.isdisjoint(map(above.__add__, names)):
            names = [name for name in names if above + name not in self.seen]
        begin = 0
        while begin < len(names):
            found, heads, begin = self._some_of(files.path, names, begin)
            self.seen.update(map(above.__add__, found.names))
            are_alone: list[int] = []
            if may_be_packed(heads) or "\\" in "".join(found.names):
                those = enumerate(zip(found.names, heads, strict=True))
                are_alone = [n for n, (name, head) in those if is_packed(head) or "\\" in name]
            after = 0
            for place in are_alone:
                if after < place:
                    yield OpenedFiles(found[after:place], heads[after:place])
                yield from together(self._opened(found[place], heads[place]))
                after = place + 1
            if after < len(heads):
                yield OpenedFiles(found[after:], heads[after:])

    def _some_of(
        self, above: str, names: Sequence[str], begin: int
    ) -> tuple[FilesOnDisk, list[bytes], int]:
        """Open some files of a folder from one on; the last number is where the next ones begin."""
        found = FilesOnDisk(above, [], [])
        heads: list[bytes] = []
        size, end = 0, begin
        for name in names[begin : begin + FILES_AT_ONCE]:
            end += 1
            path = above + name
            try:
                head = head_on_disk(path)
                its_size = len(head)
                # To ask for the size of each small file takes as long as to open it.
                if its_size >= HEAD:
                    its_size = os.stat(path).st_size  # noqa: PTH116
            except OSError as error:
                self.problems.append(problem_of(error, shown_file(path)))
                continue
            found.names.append(name)
            found.sizes.append(its_size)
            heads.append(head)
            size += len(head)
            if size > BYTES_AT_ONCE:
                break
        return found, heads, end

    def _at(
        self, here: _Path, waiting: list[_Path | _Files], *, is_start: bool
    ) -> Iterator[Opened]:
        """Give the file at a path; what a folder there has waits for its turn."""
        if here.kind is _Kind.FILE:
            yield from self._opened(SourceFile.from_path(here.path))
        elif here.kind is _Kind.FOLDER and (is_start or not Path(here.path).is_symlink()):
            # The last of the list is taken next: so the names come in order.
            waiting += reversed(here.within())
        else:
            # A pipe would wait for ever, a device never end.
            reason = _LINK if here.kind is _Kind.FOLDER else _NEITHER
            self.problems.append(Problem(shown_file(here.path), reason))
            return
        self.seen.add(here.real)

    def _opened(
        self, file: SourceFile, head: bytes | None = None, *, packed: bool = False
    ) -> Iterator[Opened]:
        try:
            head = file.head() if head is None else head
            if is_gzip(head):
                file, packed = unzipped(file, self.limits), True
                head = file.head()
            # An archive in an archive multiplies whatever a limit allows, and no export is one.
            if is_tar(head) or (is_zip(head) and packed):
                self.problems.append(Problem(file.where, _TO_UNPACK))
            elif is_zip(head):
                for member in zip_members(file, self.limits):
                    yield from self._opened(member, packed=True)
            else:
                yield file, head
        except (ExportFormatError, OSError) as error:
            self.problems.append(problem_of(error, file.where))


class _Kind(IntEnum):
    """What a path is; nothing yet of a link, which has to be followed first."""

    UNKNOWN, FILE, FOLDER, OTHER = range(4)


class _Path(NamedTuple):
    """A path that is still to be walked, where it is really, and what it is."""

    path: str
    real: str = ""
    kind: _Kind = _Kind.UNKNOWN

    def followed(self) -> _Path:
        """The same, when a link was followed."""
        real = self.real or os.path.realpath(self.path)
        mode = os.stat(self.path).st_mode  # noqa: PTH116
        if stat.S_ISREG(mode):
            return _Path(self.path, real, _Kind.FILE)
        return _Path(self.path, real, _Kind.FOLDER if stat.S_ISDIR(mode) else _Kind.OTHER)

    def within(self) -> list[_Path | _Files]:
        """What a folder has, in order, as far as it tells: of a link nothing but its path."""
        above = "" if self.path == os.curdir else os.path.join(self.path, "")  # noqa: PTH118
        real = self.real.rstrip(os.sep) + os.sep
        names: list[str] = []
        others: dict[str, _Path] = {}
        with os.scandir(self.path) as entries:
            for entry in entries:
                name = entry.name
                names.append(name)
                if not entry.is_file(follow_symlinks=False):
                    is_link = entry.is_symlink()
                    others[name] = _Path(above + name, "" if is_link else real + name)
        found: list[_Path | _Files] = []
        for is_other, several in groupby(sorted(names), others.__contains__):
            if is_other:
                found += map(others.__getitem__, several)
            else:
                found.append(_Files(above, real, list(several)))
        return found


class _Files(NamedTuple):
    """Files of a folder with nothing else between them, in order: where it is, and really is."""

    path: str
    real: str
    names: list[str]


def problem_of(error: ExportFormatError | OSError, where: str) -> Problem:
    """Say of a file that cannot be read what is wrong with it."""
    if isinstance(error, ExportFormatError):
        return Problem(error.where, error.reason)
    return Problem(where, f"it cannot be read: {error.strerror or 'it is damaged'}")


def is_packed(head: bytes) -> bool:
    """Say whether a file begins as one of these archives does, or as a gzip file."""
    return head.startswith(_PACKED) or is_tar(head)


def may_be_packed(heads: Sequence[bytes]) -> bool:
    """Say whether any of some files may begin as ``is_packed`` says."""
    begins, tars = {head[:2] for head in heads}, {head[_TAR] for head in heads}
    return not begins.isdisjoint(_PACKED) or _USTAR in tars


def is_zip(head: bytes) -> bool:
    """Say whether a file begins as a zip archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_gzip(head: bytes) -> bool:
    """Say whether a file begins as a gzip file does."""
    return head.startswith(b"\x1f\x8b\x08")


def is_tar(head: bytes) -> bool:
    """Say whether a file begins as a tar archive does."""
    return head[_TAR] == _USTAR

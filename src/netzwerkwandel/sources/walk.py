"""From paths to files: folders are walked, zip archives opened, gzip unpacked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Problem
from netzwerkwandel.sources.files import (
    LIMITS,
    OnDisk,
    SourceFile,
    UnpackingLimits,
    shown_file,
    unzipped,
    zip_members,
)


_LINK = "a link to a folder is not followed; name the folder itself"
_TO_UNPACK = "an archive of this kind, or inside another, must be unpacked first"


def walk(
    paths: Iterable[object], problems: list[Problem], *, limits: UnpackingLimits = LIMITS
) -> Iterator[tuple[SourceFile, bytes]]:
    """Give every file under some paths once, with its first bytes, in the order of their names.

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
                f"paths must be files or folders, each an argument of its own, got {path!r:.80}"
            )
        starts.add(Path(path))
    for start in sorted(starts):
        if not os.path.lexists(start):
            raise NotFoundError("file or folder", shown_file(str(start)))
    seen: set[str] = set()
    for start in sorted(starts):
        for file in _files(start, seen, problems):
            yield from _opened(file, problems, limits)


def _files(start: Path, seen: set[str], problems: list[Problem]) -> Iterator[SourceFile]:
    # Each path, and where it is really; None where a link has to be followed to know that.
    waiting: list[tuple[str, str | None]] = [(str(start), None)]
    while waiting:
        path, real = waiting.pop()
        # Under its real path, a file that is reached by two ways is read once.
        real = real or os.path.realpath(path)
        if real in seen:
            continue
        where = shown_file(path)
        try:
            # A Path would take longer than the rest for a hundred thousand small files.
            status = os.stat(path)  # noqa: PTH116
            if stat.S_ISDIR(status.st_mode) and path != str(start) and Path(path).is_symlink():
                problems.append(Problem(where, _LINK))
                continue
            if stat.S_ISDIR(status.st_mode):
                # The last of the list is taken next: so the names come in order.
                waiting += sorted(_within(path, real), reverse=True)
            elif stat.S_ISREG(status.st_mode):
                yield SourceFile(where, OnDisk(path), status.st_size)
            else:
                # A pipe would wait for ever, a device never end.
                problems.append(Problem(where, "it is neither a file nor a folder"))
                continue
            seen.add(real)
        except OSError as error:
            problems.append(problem_of(error, where))


def _within(folder: str, real: str) -> Iterator[tuple[str, str | None]]:
    """Give what a folder has: each path, and its real one, which costs time only for a link."""
    within = real.rstrip(os.sep) + os.sep
    with os.scandir(folder) as entries:
        for entry in entries:
            path = entry.name if folder == os.curdir else entry.path
            yield path, None if entry.is_symlink() else within + entry.name


def _opened(
    file: SourceFile, problems: list[Problem], limits: UnpackingLimits, *, packed: bool = False
) -> Iterator[tuple[SourceFile, bytes]]:
    try:
        head = file.head()
        if is_gzip(head):
            file, packed = unzipped(file, limits), True
            head = file.head()
        # An archive in an archive multiplies whatever a limit allows, and no export is one.
        if is_tar(head) or (is_zip(head) and packed):
            problems.append(Problem(file.where, _TO_UNPACK))
        elif is_zip(head):
            for member in zip_members(file, limits):
                yield from _opened(member, problems, limits, packed=True)
        else:
            yield file, head
    except (ExportFormatError, OSError) as error:
        problems.append(problem_of(error, file.where))


def problem_of(error: ExportFormatError | OSError, where: str) -> Problem:
    """Say of a file that cannot be read what is wrong with it."""
    if isinstance(error, ExportFormatError):
        return Problem(error.where, error.reason)
    return Problem(where, f"it cannot be read: {error.strerror or 'it is damaged'}")


def is_zip(head: bytes) -> bool:
    """Say whether a file begins as a zip archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_gzip(head: bytes) -> bool:
    """Say whether a file begins as a gzip file does."""
    return head.startswith(b"\x1f\x8b\x08")


def is_tar(head: bytes) -> bool:
    """Say whether a file begins as a tar archive does."""
    return head[257:262] == b"ustar"

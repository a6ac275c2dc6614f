"""From paths to files: folders are walked, zip archives opened, gzip unpacked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import attrs

from netzwerkwandel.errors import ExportFormatError, NotFoundError
from netzwerkwandel.model import Problem
from netzwerkwandel.sources.archives import BROKEN_STREAM, is_gzip, is_zip, unzipped, zip_members
from netzwerkwandel.sources.files import SourceFile


@attrs.frozen
class Opened:
    """A file and how it begins.

    Parameters
    ----------
    file : SourceFile
        The file, unpacked if it was gzipped.
    head : bytes
        Its first bytes.
    """

    file: SourceFile
    head: bytes


def walk(
    paths: Iterable[str | os.PathLike[str]], stack: ExitStack, problems: list[Problem]
) -> Iterator[Opened]:
    """Give every file under some paths once, in the order of their names.

    Parameters
    ----------
    paths : paths
        Files, folders and zip archives.
    stack : ExitStack
        Keeps archives open.
    problems : list of Problem
        Takes what cannot be opened.

    Raises
    ------
    NotFoundError
        If a path does not exist.
    """
    seen: set[str] = set()
    for path in sorted({Path(path) for path in paths}):
        if not os.path.lexists(path):
            raise NotFoundError("file or folder", str(path))
        for file in _files(path, seen, problems):
            yield from _opened(file, stack, problems)


def _files(path: Path, seen: set[str], problems: list[Problem]) -> Iterator[SourceFile]:
    if path.is_dir():
        try:
            children = sorted(path.iterdir())
        except OSError as error:
            problems.append(Problem(str(path), f"the folder cannot be read: {error.strerror}"))
            return
        for child in children:
            if not (child.is_symlink() and child.is_dir()):
                yield from _files(child, seen, problems)
        return
    real = os.path.realpath(path)
    if real in seen or not path.is_file():
        return
    seen.add(real)
    yield SourceFile(str(path), lambda: path.open("rb"), path.stat().st_size)


def _opened(
    file: SourceFile, stack: ExitStack, problems: list[Problem], *, packed: bool = True
) -> Iterator[Opened]:
    try:
        head = file.head()
        if is_gzip(head):
            file = unzipped(file)
            head = file.head()
        if not is_zip(head):
            yield Opened(file, head)
        elif packed:
            members = sorted(zip_members(file, stack), key=lambda member: member.where)
            for member in members:
                yield from _opened(member, stack, problems, packed=False)
        else:
            problems.append(Problem(file.where, "an archive inside an archive must be unpacked"))
    except ExportFormatError as error:
        problems.append(Problem(error.where, error.reason))
    except BROKEN_STREAM as error:
        problems.append(Problem(file.where, f"the file cannot be read: {error}"))

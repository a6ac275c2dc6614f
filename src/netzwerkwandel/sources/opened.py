"""Files that were found together, with their first bytes: many small ones are no objects each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias, overload

import attrs
from typing_extensions import override

from netzwerkwandel.sources.files import OnDisk, SourceFile, shown_file


Opened: TypeAlias = tuple[SourceFile, bytes]
"""A file, with its first 64 kB."""

FILES_AT_ONCE = 256
BYTES_AT_ONCE = 1 << 22
"""So many files are found together, or fewer where their first bytes are so many."""


@attrs.frozen(eq=False, repr=False)
class FilesOnDisk(Sequence[SourceFile]):
    """Files of one folder: a hundred thousand names, and no hundred thousand objects.

    Parameters
    ----------
    folder : str
        The path before their names, with what parts it from them.
    names : list of str
        Their names, none of which has a slash or a backslash.
    sizes : list of int
        How many bytes each has.

    Examples
    --------
    >>> FilesOnDisk("mail/", ["1.eml", "2.eml"], [700, 900])[1].where
    'mail/2.eml'
    """

    folder: str
    names: list[str]
    sizes: list[int]

    @overload
    def __getitem__(self, place: int) -> SourceFile: ...
    @overload
    def __getitem__(self, place: slice) -> FilesOnDisk: ...

    @override
    def __getitem__(self, place: int | slice) -> SourceFile | FilesOnDisk:
        if isinstance(place, slice):
            return FilesOnDisk(self.folder, self.names[place], self.sizes[place])
        path = self.folder + self.names[place]
        return SourceFile(shown_file(path), OnDisk(path), self.sizes[place])

    @override
    def __len__(self) -> int:
        return len(self.names)

    def wheres(self) -> list[str]:
        """What to call each in a report."""
        wheres = list(map(self.folder.__add__, self.names))
        return wheres if all(map(str.isprintable, wheres)) else list(map(shown_file, wheres))


@attrs.frozen(eq=False, repr=False)
class OpenedFiles(Sequence[Opened]):
    """Files that were found together, with the first 64 kB of each.

    Examples
    --------
    >>> file = SourceFile.from_bytes(b"Ana")
    >>> [(file.name, head) for file, head in OpenedFiles([file], [file.head()])]
    [('<bytes>', b'Ana')]
    """

    files: Sequence[SourceFile]
    heads: Sequence[bytes]

    @classmethod
    def of(cls, files: Sequence[Opened]) -> OpenedFiles:
        """The same files, where they are not given so."""
        if isinstance(files, OpenedFiles):
            return files
        return cls([file for file, _ in files], [head for _, head in files])

    def by_folder(self) -> Iterator[tuple[str, OpenedFiles]]:
        """Give those of one folder that follow each other, and the path before their names."""
        if isinstance(self.files, FilesOnDisk):
            yield shown_file(self.files.folder), self
            return
        paths = [file.where.removesuffix(file.name) for file in self.files]
        bounds = [n for n in range(len(paths)) if not n or paths[n] != paths[n - 1]]
        for begin, end in pairwise([*bounds, len(paths)]):
            yield paths[begin], self[begin:end]

    def wheres(self) -> list[str]:
        """What to call each in a report."""
        if isinstance(self.files, FilesOnDisk):
            return self.files.wheres()
        return [file.where for file in self.files]

    @overload
    def __getitem__(self, place: int) -> Opened: ...
    @overload
    def __getitem__(self, place: slice) -> OpenedFiles: ...

    @override
    def __getitem__(self, place: int | slice) -> Opened | OpenedFiles:
        if isinstance(place, slice):
            return OpenedFiles(self.files[place], self.heads[place])
        return self.files[place], self.heads[place]

    @override
    def __len__(self) -> int:
        return len(self.heads)


def together(opened: Iterable[Opened]) -> Iterator[OpenedFiles]:
    """Put files that were found one after another together."""
    files: list[SourceFile] = []
    heads: list[bytes] = []
    size = 0
    for file, head in opened:
        files.append(file)
        heads.append(head)
        size += len(head)
        if len(files) == FILES_AT_ONCE or size > BYTES_AT_ONCE:
            yield OpenedFiles(files, heads)
            files, heads, size = [], [], 0
    if files:
        yield OpenedFiles(files, heads)

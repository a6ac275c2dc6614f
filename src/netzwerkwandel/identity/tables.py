"""Tables of names that are written as text: a head, and what belongs to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from netzwerkwandel.identity.spelling import fold


Entry = tuple[str, list[str]]


def entries(table: str) -> Iterator[Entry]:
    """Read ``head:one,two`` between blanks.

    Examples
    --------
    >>> list(entries("gim:kim,ghim u:woo"))
    [('gim', ['kim', 'ghim']), ('u', ['woo'])]
    """
    for pair in table.split():
        head, _, written = pair.partition(":")
        yield head, written.split(",")


def by_written(
    told: Iterable[tuple[str, Iterable[str]]], form: Callable[[str], str] = fold
) -> dict[str, frozenset[str]]:
    """For each way to write something, in one form, of which heads it is one.

    Examples
    --------
    >>> sorted(by_written(entries("jeong:chung,jung chung:chung"))["chung"])
    ['chung', 'jeong']
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for head, several in told:
        for written in several:
            found[form(written)].add(head)
    return {written: frozenset(heads) for written, heads in found.items()}

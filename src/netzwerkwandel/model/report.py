from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import attrs

from netzwerkwandel.model.validation import check_key, source_kind
from netzwerkwandel.model.vocabularies import SkipReason, SourceKind


@attrs.frozen
class Problem:
    """A record or file that could not be read: where is it, and what is wrong with it?

    Parameters
    ----------
    where : str
        The file, and the place in it.
    reason : str
        What is wrong, as the rule that was broken.

    Examples
    --------
    >>> print(Problem("old.mbox, message 3", "the date 'yesterday' cannot be read"))
    old.mbox, message 3: the date 'yesterday' cannot be read
    """

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def _counts(
    value: Mapping[SkipReason, int] | Iterable[tuple[SkipReason, int]],
) -> tuple[tuple[SkipReason, int], ...]:
    pairs = value.items() if isinstance(value, Mapping) else value
    return tuple(sorted((reason, n) for reason, n in pairs if n))


def _problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class SourceReport:
    """What was read from one export, what was left out, and why?

    Parameters
    ----------
    kind : SourceKind or str
        The kind of export; a text that is no ``SourceKind`` is that of a reader of one's own.
    where : str
        The file, folder or archive.
    read : int
        Records seen (mails, occurrences, rows, cards). Always ``used`` plus all of ``skipped``.
    used : int
        Records that became contacts, ties or interactions.
    skipped : pairs of SkipReason and int
        How many were left out, for each reason; ``dict(report.skipped)`` is a mapping.
    addresses : int
        Distinct addresses or profiles seen, before anything was left out.
    first, last : datetime or None
        The span of dates of the records used.
    problems : tuple of Problem
        What could not be read, and where; at most the first hundred of a file.
    """

    kind: SourceKind | str = attrs.field(converter=source_kind, validator=check_key)
    where: str
    read: int = 0
    used: int = 0
    skipped: tuple[tuple[SkipReason, int], ...] = attrs.field(default=(), converter=_counts)
    addresses: int = 0
    first: datetime | None = None
    last: datetime | None = None
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_problems)

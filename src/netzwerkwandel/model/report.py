from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from netzwerkwandel.model.validation import (
    check_key,
    check_number_of,
    check_optional_moment,
    check_text,
    check_values,
    fixed_offset,
    named,
    nobody_reason,
    skipped,
    source_kind,
    values,
)
from netzwerkwandel.model.vocabularies import NobodyReason, SkipReason, SourceKind


@attrs.frozen
class Problem:
    """A record or file that could not be read: where is it, and what is wrong with it?

    Parameters
    ----------
    where : str
        The file, and the place in it.
    reason : str
        What is wrong, as the rule that was broken.

    Raises
    ------
    InvalidRecordError
        If one of the two is no text.

    Examples
    --------
    >>> print(Problem("old.mbox, message 3", "the date 'yesterday' cannot be read"))
    old.mbox, message 3: the date 'yesterday' cannot be read
    """

    where: str = attrs.field(validator=check_text)
    reason: str = attrs.field(validator=check_text)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@attrs.frozen(kw_only=True)
class Nobodies:
    """Addresses that are no person's for one reason: what are they, and how many more are there?

    Parameters
    ----------
    reason : NobodyReason
        Why they are nobody's.
    named : sequence of str
        What some of them are called, without the address: a name and the domain, or the domain.
    more : int
        How many more of such names there are.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field.

    Examples
    --------
    >>> Nobodies(reason="a list", named=["lists.example.org"]).more
    0
    """

    reason: NobodyReason = attrs.field(converter=nobody_reason)
    named: tuple[str, ...] = attrs.field(default=(), converter=named)
    more: int = attrs.field(default=0, validator=check_number_of)


def _problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return values(value)


def _nobodies(value: Iterable[Nobodies]) -> tuple[Nobodies, ...]:
    return values(value)


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
    nobodies : tuple of Nobodies
        Which addresses are no person's, and why: of each reason a few, and how many more.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field.

    Examples
    --------
    >>> SourceReport(kind="diary", where="diary.txt", read=3, used=3).read
    3
    """

    kind: SourceKind | str = attrs.field(converter=source_kind, validator=check_key)
    where: str = attrs.field(validator=check_text)
    read: int = attrs.field(default=0, validator=check_number_of)
    used: int = attrs.field(default=0, validator=check_number_of)
    skipped: tuple[tuple[SkipReason, int], ...] = attrs.field(default=(), converter=skipped)
    addresses: int = attrs.field(default=0, validator=check_number_of)
    first: datetime | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(fixed_offset),
        validator=check_optional_moment,
    )
    last: datetime | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(fixed_offset),
        validator=check_optional_moment,
    )
    problems: tuple[Problem, ...] = attrs.field(
        default=(), converter=_problems, validator=check_values(Problem)
    )
    nobodies: tuple[Nobodies, ...] = attrs.field(
        default=(), converter=_nobodies, validator=check_values(Nobodies)
    )

from __future__ import annotations

import re
from datetime import date

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
from netzwerkwandel.model.arguments import check_date, check_kind
from netzwerkwandel.model.keys import Key, without_addresses
from netzwerkwandel.model.validation import (
    check_amount,
    check_day,
    check_key,
    check_keys,
    check_optional_day,
    check_text,
    experiment_kind,
    sorted_texts,
)
from netzwerkwandel.model.vocabularies import ExperimentKind
from netzwerkwandel.texts import Stated, cut


ENOUGH_LETTERS = 8
"""A single word of so many letters tells one thing from others."""

_WORD = re.compile(r"\w{2,}")
_SMALL_WORDS = frozenset(
    [
        *("am", "an", "at", "bei", "beim", "das", "dem", "den", "der", "des", "die", "ein"),
        *("eine", "for", "für", "im", "in", "mit", "of", "on", "the", "und", "and", "with"),
        *("von", "vom", "zu", "zum", "zur"),
    ]
)


def _telling_words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold())) - _SMALL_WORDS


LONGEST_TITLE = 120
"""A title is cut after so many letters in a repr."""


@attrs.frozen(kw_only=True, repr=False)
class Experiment(Stated):
    """A test of a possible future: what was tried, when, and who was met by it?

    Parameters
    ----------
    key, title : str
        Its stable name, and what a person calls it.
    started : date
        The first day.
    ended : date or None
        The last day; None while it goes on.
    field : str
        The field of work that it looks into.
    kind : ExperimentKind
        Exploratory (opens a field) or confirmatory (tests a plan).
    hours : float or None
        The hours put into it.
    met : sequence of str
        The people met by it, by key; kept sorted.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field, or it ends before it starts.

    Examples
    --------
    >>> Experiment(key="course-1", title="Evening course", started=date(2025, 9, 1))
    Experiment('Evening course', 2025-09-01 to now)
    """

    key: Key = attrs.field(validator=check_key)
    title: str = attrs.field(validator=check_text)
    started: date = attrs.field(validator=check_day)
    ended: date | None = attrs.field(default=None, validator=check_optional_day)
    field: str = attrs.field(default="", validator=check_text)
    kind: ExperimentKind = attrs.field(
        default=ExperimentKind.EXPLORATORY, converter=experiment_kind
    )
    hours: float | None = attrs.field(default=None, validator=check_amount)
    met: tuple[Key, ...] = attrs.field(default=(), converter=sorted_texts, validator=check_keys)

    def __attrs_post_init__(self) -> None:
        if self.ended is not None and self.ended < self.started:
            raise InvalidRecordError(
                f"ended must not be before started ({self.started}), got {self.ended} "
                f"in Experiment {shown(self.key)}"
            )

    def includes(self, day: date) -> bool:
        """Say whether a day is one of its days.

        Parameters
        ----------
        day : date
            The day.

        Returns
        -------
        bool
            True from its first to its last day; without a last one it goes on.

        Raises
        ------
        InvalidArgumentError
            If ``day`` is no date, or a moment of one.
        """
        check_date("day", day)
        return self.started <= day and (self.ended is None or day <= self.ended)

    def is_called(self, title: str) -> bool:
        """Say whether an entry of a calendar is of it, by what the entry is called.

        Parameters
        ----------
        title : str
            The title of the entry.

        Returns
        -------
        bool
            Whether all telling words of the shorter of the two titles stand in the longer one, and
            are more than one short word.

        Raises
        ------
        InvalidArgumentError
            If ``title`` is no text.

        Examples
        --------
        >>> course = Experiment(key="1", title="Course UX Research", started=date(2025, 9, 1))
        >>> course.is_called("UX Research (course), week 3"), course.is_called("Course")
        (True, False)
        """
        check_kind("title", title, str)
        shorter, longer = sorted((_telling_words(self.title), _telling_words(title)), key=len)
        letters = sum(map(len, shorter))
        return shorter <= longer and (len(shorter) > 1 or letters >= ENOUGH_LETTERS)

    def __repr__(self) -> str:
        title = cut(without_addresses(self.title), LONGEST_TITLE)
        return f"Experiment({title!r}, {self.started} to {self.ended or 'now'})"

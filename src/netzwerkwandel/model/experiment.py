from __future__ import annotations

from datetime import date

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
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


@attrs.frozen(kw_only=True, repr=False)
class Experiment:
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

    def __repr__(self) -> str:
        title = without_addresses(self.title)
        return f"Experiment({title!r}, {self.started} to {self.ended or 'now'})"

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.validation import Field, check_optional_day, check_texts, refuse, texts


@attrs.frozen(kw_only=True)
class Goal:
    """Where is the change heading, and since when?

    Parameters
    ----------
    fields : sequence of str
        The fields of work that the person could imagine; at least one.
    since : date or None
        When the change began.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field.

    Examples
    --------
    >>> Goal(fields=["ux research"], since=date(2026, 1, 1))
    Goal(fields=('ux research',), since=datetime.date(2026, 1, 1))
    """

    fields: tuple[str, ...] = attrs.field(converter=texts, validator=check_texts)
    since: date | None = attrs.field(default=None, validator=check_optional_day)

    def __attrs_post_init__(self) -> None:
        if not self.fields:
            raise InvalidRecordError("fields must name at least one field of work in Goal")


def check_optional_goal(instance: object, field: Field, value: Any) -> None:
    """A goal, or None for not known."""
    if not (value is None or isinstance(value, Goal)):
        raise refuse(instance, field, "a Goal or None", value)

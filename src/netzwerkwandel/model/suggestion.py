from __future__ import annotations

from datetime import date

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
from netzwerkwandel.model.arguments import check_date
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import (
    answer,
    brought,
    check_day,
    check_key,
    check_keys,
    check_optional_day,
    check_text,
    optional_function,
    sorted_texts,
)
from netzwerkwandel.model.vocabularies import Answer, Function
from netzwerkwandel.texts import Stated


CHOSEN = "chosen:"
"""So begins the key of somebody whom no list suggested."""


@attrs.frozen(kw_only=True, repr=False)
class Suggestion(Stated):
    """Somebody was suggested as the next to talk to, or chosen by herself: what became of it?

    Parameters
    ----------
    key : str
        Its stable name; it begins with ``chosen:`` where no list had suggested her.
    contact : str
        Whom, by key.
    on : date
        The day on which she was suggested.
    function : Function or None
        What was hoped for.
    answer : Answer
        Open, none (asked, and no answer came), talked, declined, or not now.
    talked : date or None
        The day on which the two talked.
    brought : set of Function
        The functions that it brought.
    introduced : sequence of str
        The people met through it, by key; kept sorted.
    again : date or None
        The day from which she may be suggested again.
    notes : str
        Free text of the user's own.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field, or the two talked before she was suggested.

    Examples
    --------
    >>> Suggestion(key="s-1", contact="mailto:ben@example.org", on=date(2026, 11, 1))
    Suggestion(2026-11-01, open)
    """

    key: Key = attrs.field(validator=check_key)
    contact: Key = attrs.field(validator=check_key)
    on: date = attrs.field(validator=check_day)
    function: Function | None = attrs.field(default=None, converter=optional_function)
    answer: Answer = attrs.field(default=Answer.OPEN, converter=answer)
    talked: date | None = attrs.field(default=None, validator=check_optional_day)
    brought: frozenset[Function] = attrs.field(default=frozenset(), converter=brought)
    introduced: tuple[Key, ...] = attrs.field(
        default=(), converter=sorted_texts, validator=check_keys
    )
    again: date | None = attrs.field(default=None, validator=check_optional_day)
    notes: str = attrs.field(default="", validator=check_text)

    def __attrs_post_init__(self) -> None:
        if self.talked is not None and self.talked < self.on:
            raise InvalidRecordError(
                f"talked must not be before on ({self.on}), got {self.talked} "
                f"in Suggestion {shown(self.key)}"
            )

    @property
    def is_chosen(self) -> bool:
        """Whether no list suggested her, and the person chose her herself."""
        return self.key.startswith(CHOSEN)

    def as_known(self, day: date) -> Suggestion:
        """Say what was known of it by a day: a talk that came later is open still.

        Parameters
        ----------
        day : date
            The day.

        Returns
        -------
        Suggestion
            The same, or one without what came of it.

        Raises
        ------
        InvalidArgumentError
            If it is no day.

        Examples
        --------
        >>> made = {"key": "s-1", "contact": "card:ben", "on": date(2026, 11, 1)}
        >>> talked = Suggestion(**made, answer="talked", talked=date(2026, 11, 9))
        >>> talked.as_known(date(2026, 11, 8))
        Suggestion(2026-11-01, open)
        """
        check_date("day", day)
        if self.talked is None or self.talked <= day:
            return self
        return attrs.evolve(
            self, answer=Answer.OPEN, talked=None, brought=(), introduced=(), again=None
        )

    def rules_out(self, day: date) -> bool:
        """Say whether she is not to be suggested on a day: talked to, declined, or put off.

        Parameters
        ----------
        day : date
            The day.

        Returns
        -------
        bool
            True until ``again``; without one for good, but for what is open or was not answered.

        Raises
        ------
        InvalidArgumentError
            If it is no day.

        Examples
        --------
        >>> made = {"key": "s-1", "contact": "card:ben", "on": date(2026, 11, 1)}
        >>> put_off = Suggestion(**made, answer="not now", again=date(2027, 1, 1))
        >>> put_off.rules_out(date(2026, 12, 31)), put_off.rules_out(date(2027, 1, 1))
        (True, False)
        """
        check_date("day", day)
        if self.again is not None:
            return day < self.again
        return self.answer not in (Answer.OPEN, Answer.NONE)

    def __repr__(self) -> str:
        return f"Suggestion({self.on}, {self.answer})"

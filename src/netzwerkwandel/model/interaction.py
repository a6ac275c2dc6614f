from __future__ import annotations

from datetime import datetime

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import (
    channel,
    check_amount,
    check_key,
    check_keys,
    check_moment,
    check_optional_key,
    fixed_offset,
    sorted_texts,
)
from netzwerkwandel.model.vocabularies import Channel


@attrs.frozen(kw_only=True, repr=False)
class Interaction:
    """What happened between people: who was in contact with whom, when, and how?

    One meeting of twelve is one interaction, not sixty-six ties.

    Parameters
    ----------
    key : str
        The stable name of what happened, so that reading it twice counts it once.
    when : datetime
        Aware: with a time zone. Kept with the offset from UTC that it has there.
    participants : sequence of str
        Everyone who took part, the sender included, by key; kept sorted.
    channel : Channel
        A mail, unless something else is said.
    sender : str or None
        Who wrote or called; None where nobody did, as in a meeting.
    duration : float or None
        In hours.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field, nobody took part, or the sender did not.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> Interaction(
    ...     key="meeting:1",
    ...     when=datetime(2026, 3, 4, 9, tzinfo=UTC),
    ...     channel="meeting",
    ...     participants=["mailto:ben@example.org", "mailto:mara@example.org"],
    ... )
    Interaction(meeting, 2026-03-04T09:00:00+00:00, 2 people)
    """

    key: Key = attrs.field(validator=check_key)
    when: datetime = attrs.field(converter=fixed_offset, validator=check_moment)
    participants: tuple[Key, ...] = attrs.field(converter=sorted_texts, validator=check_keys)
    channel: Channel = attrs.field(default=Channel.MAIL, converter=channel)
    sender: Key | None = attrs.field(default=None, validator=check_optional_key)
    duration: float | None = attrs.field(default=None, validator=check_amount)

    def __attrs_post_init__(self) -> None:
        if not self.participants:
            raise InvalidRecordError(
                f"participants must not be empty in Interaction {shown(self.key)}"
            )
        if self.sender is not None and self.sender not in self.participants:
            raise InvalidRecordError(f"the sender must take part in Interaction {shown(self.key)}")

    def __repr__(self) -> str:
        return (
            f"Interaction({self.channel}, {self.when.isoformat()}, {len(self.participants)} people)"
        )


def is_news(event: Interaction, known: Interaction | None) -> bool:
    """Say whether what happened was not known, or tells more than the copy that is known."""
    return known is None or (event != known and more_complete(known, event) is event)


def more_complete(one: Interaction, other: Interaction) -> Interaction:
    """Choose of two copies of what happened the one that tells more; the order is no matter."""
    return max(one, other, key=lambda event: (len(event.participants), repr(attrs.astuple(event))))

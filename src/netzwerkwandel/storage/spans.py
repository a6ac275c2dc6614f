"""Spans of time over interactions."""

from __future__ import annotations

from datetime import datetime

from netzwerkwandel.errors import InvalidArgumentError


def check_span(since: datetime | None, until: datetime | None) -> None:
    """Refuse a moment without a time zone."""
    for name, moment in (("since", since), ("until", until)):
        if moment is not None and moment.utcoffset() is None:
            raise InvalidArgumentError(
                f"{name} must be a datetime with a time zone, got {moment!r}"
            )

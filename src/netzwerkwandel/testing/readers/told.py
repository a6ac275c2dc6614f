"""What a reading tells: all texts of it, and what of it must hold together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

import attrs

from netzwerkwandel.model import ME, InteractionColumns, Key
from netzwerkwandel.sources.reading import Reading


def texts_in(value: object) -> Iterator[str]:
    """Every text that stands anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, InteractionColumns):
        yield from (*value.keys, *value.people)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_in(key)
            yield from texts_in(inner)
    elif isinstance(value, Sequence | AbstractSet) and not isinstance(value, bytes):
        for inner in value:
            yield from texts_in(inner)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from texts_in(getattr(value, field.name))


def without_report(reading: Reading) -> tuple[object, ...]:
    """What it tells of people, wherever the files lie."""
    met = {key: sorted(who) for key, who in reading.met.items()}
    interactions = sorted(reading.interactions, key=lambda event: event.key)
    return reading.contacts, reading.ties, interactions, reading.owner_evidence, met


def nobodies(reading: Reading) -> set[Key]:
    """Who takes part in something or is tied to somebody, and has no contact."""
    people = {key for event in reading.interactions for key in event.participants}
    people |= {key for tie in reading.ties for key in (tie.a, tie.b)}
    people |= {event.sender for event in reading.interactions if event.sender is not None}
    return people - {ME} - {contact.key for contact in reading.contacts}


def last_moment(reading: Reading) -> datetime | None:
    """When the last of it happened."""
    return max((event.when for event in reading.interactions), default=None)

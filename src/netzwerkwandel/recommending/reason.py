"""A fact that speaks for talking to somebody, as numbers and dates, without words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum, unique
from typing import TypeAlias

import attrs
from typing_extensions import TypedDict, override

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Key
from netzwerkwandel.model.as_dict import AsDict, Id
from netzwerkwandel.model.keys import counted
from netzwerkwandel.model.validation import texts


@unique
class ReasonKind(StrEnum):
    """What a reason is about."""

    SILENCE = "silence"
    NEVER = "never"
    HISTORY = "history"
    RELATION = "relation"
    EXPERIMENT = "experiment"
    INTRODUCED = "introduced"
    REACH = "reach"
    CLOSEST = "closest"
    FIELD = "field"
    MOVED = "moved"
    CHANGED_CAREER = "changed career"
    FUNCTION = "function"
    IN_FIELD = "in field"
    WORK = "work"
    BRINGS = "brings"
    UNANSWERED = "unanswered"
    AT_WORK = "at work"
    FIRST_STEP = "first step"
    DOUBT = "may be the same person as another contact"


Value: TypeAlias = int | str | date


def _values(
    value: Mapping[str, Value] | Iterable[tuple[str, Value]],
) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted(value.items() if isinstance(value, Mapping) else value))


class ReasonDocument(TypedDict):
    """A fact that speaks for talking to somebody."""

    kind: ReasonKind
    values: dict[str, int | str]
    interactions: list[Id]


@attrs.frozen
class Reason(AsDict[ReasonDocument]):
    """A fact that speaks for talking to someone; a text of it is made in each language.

    Parameters
    ----------
    kind : ReasonKind
        What it is about.
    values : mapping of str to int, str or date
        The numbers and dates in it; kept as sorted pairs.
    interactions : sequence of str
        The keys of the interactions behind it, the oldest first.

    Examples
    --------
    >>> Reason(ReasonKind.REACH, {"people": 12})["people"]
    12
    """

    kind: ReasonKind
    values: tuple[tuple[str, Value], ...] = attrs.field(converter=_values)
    interactions: tuple[Key, ...] = attrs.field(default=(), converter=texts, repr=counted)

    @override
    def _as_dict(self) -> dict[str, object]:
        values = {n: v.isoformat() if isinstance(v, date) else v for n, v in self.values}
        return {"kind": str(self.kind), "values": values, "interactions": list(self.interactions)}

    @property
    def waits(self) -> bool:
        """Whether it is a message that waits for an answer, and not one that went to many."""
        return self.kind is ReasonKind.UNANSWERED and "many" not in dict(self.values)

    def __getitem__(self, name: str) -> Value:
        for key, value in self.values:
            if key == name:
                return value
        raise NotFoundError("value of a reason", name)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum, unique

import attrs
import numpy as np

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Channel, Contact, Function, Goal, Key, Relation
from netzwerkwandel.model.addresses import without_addresses
from netzwerkwandel.model.keys import counted
from netzwerkwandel.model.moments import EPOCH
from netzwerkwandel.network import IntArray, Network, Ties
from netzwerkwandel.network.arrays import find_ties
from netzwerkwandel.network.fields import matching_field
from netzwerkwandel.scoring import rounded


CLOSEST = 10
"""How many of a person's strongest ties are called her closest contacts."""

_TALKS = frozenset({Channel.MEETING, Channel.CALL})
_NO_EMPLOYER = frozenset(
    [
        *("confidential", "freelance", "freelancer", "freiberufler", "freiberuflich"),
        *("independent", "n/a", "none", "retired", "self employed", "self-employed"),
        *("selbständig", "selbstständig", "stealth", "stealth startup", "student", "various"),
    ]
)


@unique
class ReasonKind(StrEnum):
    """What a reason is about."""

    SILENCE = "silence"
    NEVER = "never"
    HISTORY = "history"
    RELATION = "relation"
    REACH = "reach"
    CLOSEST = "closest"
    FIELD = "field"
    MOVED = "moved"
    CHANGED_CAREER = "changed career"
    FUNCTION = "function"
    IN_FIELD = "in field"
    FIRST_STEP = "first step"


Value = int | str | date


def _values(
    value: Mapping[str, Value] | Iterable[tuple[str, Value]],
) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted(value.items() if isinstance(value, Mapping) else value))


def _keys(value: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(value)


@attrs.frozen
class Reason:
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
    interactions: tuple[Key, ...] = attrs.field(default=(), converter=_keys, repr=counted)

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON; dates become text."""
        values = {n: v.isoformat() if isinstance(v, date) else v for n, v in self.values}
        return {"kind": str(self.kind), "values": values, "interactions": list(self.interactions)}

    def __getitem__(self, name: str) -> Value:
        for key, value in self.values:
            if key == name:
                return value
        raise NotFoundError("value of a reason", name)


class ReasonFinder:
    """Finds the reasons for rows of a person's ties."""

    def __init__(self, network: Network, ties: Ties, goal: Goal | None) -> None:
        self._network, self._ties, self._goal = network, ties, goal
        self._relations = {relation: ties.has_relation(relation) for relation in Relation}
        self._functions_stated = {function: ties.serves(function) for function in Function}
        self._closest = _closest(ties)

    def reasons(self, row: int) -> tuple[Reason, ...]:
        """List the reasons for one row, the plainest first."""
        found = (
            self._relation(row),
            self._silence(row),
            self._history(row),
            self._reach(row),
            self._known_to_closest(row),
            self._field(row),
            self._moved(row),
            self._changed_career(row),
            self._functions(row),
            self._first_step(row),
        )
        return tuple(reason for reason in found if reason is not None)

    def _relation(self, row: int) -> Reason | None:
        weak = {Relation.CONNECTION, Relation.ACQUAINTANCE}
        moved = self._moved(row)
        if moved is not None and moved["new"] == "employer":
            weak.add(Relation.COLLEAGUE)  # an export said so before the move
        known = [r for r, mask in self._relations.items() if mask[row] and r not in weak]
        return Reason(ReasonKind.RELATION, {"relation": str(known[0])}) if known else None

    def _silence(self, row: int) -> Reason | None:
        last, as_of = self._ties.last_contact[row], self._network.as_of
        if as_of is None:
            return None
        if np.isnan(last):
            return Reason(ReasonKind.NEVER, {})
        days = int((as_of.timestamp() - last) // 86_400)
        when = (EPOCH + timedelta(seconds=float(last))).date()
        behind = [event.key for event in self._ties.interactions_of(row)[-1:]]
        return Reason(ReasonKind.SILENCE, [("days", days), ("last", when)], behind)

    def _history(self, row: int) -> Reason | None:
        events = self._ties.interactions_of(row)
        if not events:
            return None
        counts = Counter(str(event.channel) for event in events)
        span = self._ties.last_contact[row] - self._ties.first_contact[row]
        behind = [event.key for event in events]
        return Reason(ReasonKind.HISTORY, [*counts.items(), ("span", int(span // 86_400))], behind)

    def _reach(self, row: int) -> Reason | None:
        people = int(self._ties.reach[row])
        return Reason(ReasonKind.REACH, {"people": people}) if people > 0 else None

    def _known_to_closest(self, row: int) -> Reason | None:
        closest = self._closest[self._closest != self._ties.target[row]]
        if not len(closest):
            return None
        contact = np.full(len(closest), self._ties.target[row])
        network = self._network
        knowing = find_ties(network.indptr, network.indices, contact, closest) >= 0
        values = {"knowing": int(knowing.sum()), "closest": len(closest)}
        return Reason(ReasonKind.CLOSEST, values)

    def _field(self, row: int) -> Reason | None:
        if self._goal is None or not self._network.contacts:
            return None
        field = matching_field(self._network.contacts[self._ties.target[row]], self._goal)
        return None if field is None else Reason(ReasonKind.FIELD, {"field": field})

    def _moved(self, row: int) -> Reason | None:
        network = self._network
        if not network.contacts or network.as_of is None:
            return None
        return _move(network.contacts[self._ties.target[row]], network.as_of)

    def _changed_career(self, row: int) -> Reason | None:
        return Reason(ReasonKind.CHANGED_CAREER, {}) if self._ties.changed_career[row] else None

    def _functions(self, row: int) -> Reason | None:
        stated = [str(function) for function, mask in self._functions_stated.items() if mask[row]]
        return Reason(ReasonKind.FUNCTION, {"functions": ",".join(stated)}) if stated else None

    def _first_step(self, row: int) -> Reason:
        """How to begin: with whom the tie sleeps, a talk is better than a letter."""
        talked = [event for event in self._ties.interactions_of(row) if event.channel in _TALKS]
        way = Channel.CALL if talked or self._ties.is_dormant[row] else Channel.MESSAGE
        values: list[tuple[str, Value]] = [("way", str(way))]
        if talked:
            last = talked[-1]
            values += [("last", last.when.date()), ("channel", str(last.channel))]
        return Reason(ReasonKind.FIRST_STEP, values, [event.key for event in talked[-1:]])


def _closest(ties: Ties) -> IntArray:
    """The contacts with the strongest ties now, at most ``CLOSEST``, equal ones in key order."""
    order = np.argsort(-rounded(ties.strength), kind="stable")[:CLOSEST]
    return ties.target[order[ties.strength[order] > 0]]


def _move(contact: Contact, as_of: datetime) -> Reason | None:
    """Say where to, or to what, somebody moved since the day on which the work before was told."""
    before = contact.earlier_work[-1] if contact.earlier_work else None
    if before is None or before.seen is None or contact.seen is None:
        return None
    if contact.seen > as_of.astimezone(UTC).date():
        return None
    organisation, position = _employer(contact), _shown(contact.position)
    if organisation and before.organisation and contact.organisation != before.organisation:
        new = "employer"
    elif position and before.position and contact.position != before.position:
        new = "position"
    else:
        return None
    values: dict[str, Value] = {"new": new, "since": before.seen}
    told = {"organisation": organisation, "position": position}
    return Reason(ReasonKind.MOVED, values | {name: text for name, text in told.items() if text})


def _employer(contact: Contact) -> str:
    """The name of the employer; empty for who says to have none."""
    name = _shown(contact.organisation)
    return "" if name.casefold() in _NO_EMPLOYER else name


def _shown(text: str) -> str:
    """A text of an export as it may be shown; empty where it names nothing."""
    plain = without_addresses(text).strip()
    return plain if any(map(str.isalnum, plain)) else ""

"""From records to a network: who was in contact with whom, and what is stated of them."""

from __future__ import annotations

import math
from bisect import bisect_right
from datetime import datetime

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Interaction, Records, Tie
from netzwerkwandel.network.arrays import LEAST_WEIGHT, FloatArray, IntArray
from netzwerkwandel.network.edges import symmetric_csr
from netzwerkwandel.network.history import Contacts, History
from netzwerkwandel.network.measured import Measured
from netzwerkwandel.network.network import Network
from netzwerkwandel.network.stated import Stated, stated
from netzwerkwandel.network.strength import TieStrength


CHANNELS = tuple(Channel)
_TOGETHER = np.array([channel in {Channel.MEETING, Channel.CALL} for channel in CHANNELS])


def build(records: Records, *, as_of: datetime, strength: TieStrength) -> Network:
    """Build the network of one person's records; see ``Network.from_records``."""
    if getattr(as_of, "tzinfo", None) is None or as_of.utcoffset() is None:
        raise InvalidArgumentError(f"as_of must be a datetime with a time zone, got {as_of!r}")
    if records.me is None:
        raise InvalidArgumentError(
            "a network is seen from its owner: the records must say who that is (me=...)"
        )
    number = {contact.key: i for i, contact in enumerate(records.contacts)}
    person = {key: number[of] for key, of in records.person_of.items()}
    me = person[records.me]
    history = _contacts(records.interactions, person, me, as_of, strength).history(
        strength, as_of.timestamp()
    )
    statements = _statements(records.ties, person, as_of)
    return _assemble(records, me, as_of, strength, history, statements)


@attrs.frozen(eq=False)
class _Statements:
    """Stated ties by the numbers of the two people."""

    a: IntArray
    b: IntArray
    ties: tuple[Tie, ...]


def _statements(ties: tuple[Tie, ...], person: dict[str, int], as_of: datetime) -> _Statements:
    known = [
        (person[tie.a], person[tie.b], tie)
        for tie in ties
        if tie.since is None or tie.since <= as_of.date()
    ]
    known = [row for row in known if row[0] != row[1]]
    return _Statements(
        np.array([row[0] for row in known], dtype=np.int64),
        np.array([row[1] for row in known], dtype=np.int64),
        tuple(row[2] for row in known),
    )


def _contacts(
    interactions: tuple[Interaction, ...],
    person: dict[str, int],
    me: int,
    as_of: datetime,
    strength: TieStrength,
) -> Contacts:
    """Take interactions apart into contacts between two people each.

    The owner sees all of her own contacts, so sharing a recipient list is none for her. Of the
    others she sees only what they share with her, so for them it is the evidence that there is.
    """
    past = interactions[: bisect_right(interactions, as_of, key=lambda event: event.when)]
    event, who = _attendance(past, person)
    channel = np.array([CHANNELS.index(e.channel) for e in past], dtype=np.int64)
    when = np.array([e.when.timestamp() for e in past], dtype=np.float64)
    sender = np.array([-1 if e.sender is None else person[e.sender] for e in past], dtype=np.int64)
    size = np.bincount(event, minlength=len(past))
    weight = _weights(channel, size, strength)
    first, second, of = _pairs(event, who, size, np.flatnonzero(weight > 0))
    direct = (
        _TOGETHER[channel[of]] | (sender[of] < 0) | (sender[of] == first) | (sender[of] == second)
    )
    seen = direct | ((first != me) & (second != me))
    first, second, of = first[seen], second[seen], of[seen]
    return Contacts(
        people=max(person.values()) + 1,
        first=first,
        second=second,
        when=when[of],
        weight=weight[of],
        channel=channel[of],
        by_first=_TOGETHER[channel[of]] | (sender[of] == first),
        by_second=_TOGETHER[channel[of]] | (sender[of] == second),
        event=of,
    )


def _attendance(past: tuple[Interaction, ...], person: dict[str, int]) -> tuple[IntArray, IntArray]:
    """Who took part in what, each person once though she may have taken part by two addresses."""
    who = np.array([person[key] for event in past for key in event.participants], dtype=np.int64)
    event = np.repeat(
        np.arange(len(past)), np.array([len(e.participants) for e in past], dtype=np.int64)
    )
    people = max(person.values()) + 1
    code = np.unique(event * people + who)
    return code // people, code % people


def _weights(channel: IntArray, size: IntArray, strength: TieStrength) -> FloatArray:
    """The weight of each interaction, asked once for each channel and number of people."""
    sizes = int(size.max(initial=0)) + 1
    codes, where = np.unique(channel * sizes + size, return_inverse=True)
    weights = [
        _weight(strength, CHANNELS[code // sizes], code % sizes) if code % sizes > 1 else 0.0
        for code in codes.tolist()
    ]
    return np.array(weights, dtype=np.float64)[where]


def _weight(strength: TieStrength, channel: Channel, people: int) -> float:
    weight = strength.weight(channel, people)
    if not (math.isfinite(weight) and weight >= 0):
        raise InvalidArgumentError(
            f"the weight of a contact must be finite and >= 0, got {weight} for {channel.value!r} "
            f"among {people} from {strength!r}"
        )
    return weight


def _pairs(
    event: IntArray, who: IntArray, size: IntArray, wanted: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """All pairs of the people of each wanted interaction: first, second, and which interaction."""
    start = np.searchsorted(event, wanted)
    first: list[IntArray] = []
    second: list[IntArray] = []
    of: list[IntArray] = []
    for n in np.unique(size[wanted]).tolist():
        same = size[wanted] == n
        rows = who[start[same][:, None] + np.arange(n)]
        i, j = np.triu_indices(n, 1)
        first.append(rows[:, i].ravel())
        second.append(rows[:, j].ravel())
        of.append(np.repeat(wanted[same], len(i)))
    return _joined(first), _joined(second), _joined(of)


def _joined(parts: list[IntArray]) -> IntArray:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _assemble(
    records: Records,
    me: int,
    as_of: datetime,
    strength: TieStrength,
    history: History,
    statements: _Statements,
) -> Network:
    """Number the people who have a tie, and lay their ties out.

    Saying a thing twice does not make it stronger, and a contact too faint to write down as a
    number is still a tie.
    """
    there = np.unique(np.r_[me, history.first, history.second, statements.a, statements.b])
    a = np.searchsorted(there, np.r_[history.first, statements.a])
    b = np.searchsorted(there, np.r_[history.second, statements.b])
    n = len(there)
    pairs, of = np.unique(np.minimum(a, b) * n + np.maximum(a, b), return_inverse=True)
    weights = np.full(len(pairs), LEAST_WEIGHT)
    worth = np.r_[history.columns["strength"], np.full(len(statements.ties), strength.stated)]
    np.maximum.at(weights, of, worth)
    indptr, indices, weights = symmetric_csr(pairs // n, pairs % n, weights, n)
    source = np.repeat(np.arange(n), np.diff(indptr))
    contacts = tuple(records.contacts[i] for i in there.tolist())
    return Network(
        keys=tuple(contact.key for contact in contacts),
        indptr=indptr,
        indices=indices,
        weights=weights,
        ego=int(np.searchsorted(there, me)),
        contacts=contacts,
        interactions=records.interactions,
        as_of=as_of,
        measured=_measured(history, there, source, indices),
        stated=_stated(statements, there, source, indices),
        tie_strength=strength,
    )


def _measured(history: History, there: IntArray, source: IntArray, target: IntArray) -> Measured:
    n, unmeasured = len(there), len(history.first)
    known = np.searchsorted(there, history.first) * n + np.searchsorted(there, history.second)
    low, high = np.minimum(source, target), np.maximum(source, target)
    pair = _find(known, low * n + high, missing=unmeasured)
    return Measured(
        pair=pair,
        event_ptr=np.r_[history.event_ptr, len(history.events)],
        events=history.events,
        **history.with_blank(),
    )


def _stated(statements: _Statements, there: IntArray, source: IntArray, target: IntArray) -> Stated:
    """Hang each statement on both directions of its tie."""
    n = len(there)
    a, b = np.searchsorted(there, statements.a), np.searchsorted(there, statements.b)
    code = source * n + target
    return stated(
        statements.ties, np.searchsorted(code, a * n + b), np.searchsorted(code, b * n + a)
    )


def _find(sorted_codes: IntArray, codes: IntArray, *, missing: int) -> IntArray:
    """Find where codes stand in a sorted array, or say ``missing``."""
    if not len(sorted_codes):
        return np.full(len(codes), missing, dtype=np.int64)
    at = np.minimum(np.searchsorted(sorted_codes, codes), len(sorted_codes) - 1)
    return np.where(sorted_codes[at] == codes, at, missing)

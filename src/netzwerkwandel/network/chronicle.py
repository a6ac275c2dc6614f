"""From records to a network: who was in contact with whom, and what is stated of them."""

from __future__ import annotations

import math
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


@attrs.frozen(eq=False)
class Chronicle:
    """What happened in one person's records, laid out once to be looked at as of any moment.

    Parameters
    ----------
    records : Records
        The records.
    rules : TieStrength
        How strength is measured.
    me : int
        Which of the records' contacts their owner is.
    person : dict of str to int
        Which of the records' contacts each key belongs to.
    contacts : Contacts
        All contacts of any two people, by their numbers.
    """

    records: Records
    rules: TieStrength
    me: int
    person: dict[str, int]
    contacts: Contacts

    def network(self, as_of: datetime) -> Network:
        """The network as of a moment; see ``Network.from_records``."""
        check_moment(as_of)
        history = History(self.contacts, self.rules, as_of.timestamp())
        statements = _statements(self.records.ties, self.person, as_of)
        return _assemble(self, as_of, history, statements)


def chronicle(records: Records, rules: TieStrength) -> Chronicle:
    """Lay out the records of one person.

    Raises
    ------
    InvalidArgumentError
        If the records have no owner.
    """
    if records.me is None:
        raise InvalidArgumentError(
            "a network is seen from its owner: the records must say who that is (me=...)"
        )
    number = {contact.key: i for i, contact in enumerate(records.contacts)}
    person = {key: number[of] for key, of in records.person_of.items()}
    me = person[records.me]
    return Chronicle(records, rules, me, person, _contacts(records, person, me, rules))


def check_moment(as_of: datetime) -> None:
    """Refuse a moment without a time zone."""
    if getattr(as_of, "tzinfo", None) is None or as_of.utcoffset() is None:
        raise InvalidArgumentError(f"as_of must be a datetime with a time zone, got {as_of!r}")


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


def _contacts(records: Records, person: dict[str, int], me: int, rules: TieStrength) -> Contacts:
    """Take interactions apart into contacts between two people each.

    The owner sees all of her own contacts, so sharing a recipient list is none for her. Of the
    others she sees only what they share with her, so for them it is the evidence that there is.
    """
    events = records.interactions
    event, who = _attendance(events, person)
    channel = np.array([CHANNELS.index(e.channel) for e in events], dtype=np.int64)
    when = np.array([e.when.timestamp() for e in events], dtype=np.float64)
    sender = np.array(
        [-1 if e.sender is None else person[e.sender] for e in events], dtype=np.int64
    )
    size = np.bincount(event, minlength=len(events))
    weight = _weights(channel, size, rules)
    first, second, of = _pairs(event, who, size, np.flatnonzero(weight > 0))
    by_first, by_second = sender[of] == first, sender[of] == second
    together = _TOGETHER[channel[of]]
    direct = together | (sender[of] < 0) | by_first | by_second
    seen = direct | ((first != me) & (second != me))
    people = max(person.values()) + 1
    return Contacts.sorted(
        people=people,
        pair=(first * people + second)[seen],
        when=when[of[seen]],
        weight=weight[of[seen]],
        channel=channel[of[seen]],
        by_first=(together | by_first)[seen],
        by_second=(together | by_second)[seen],
        event=of[seen],
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
    chronicle: Chronicle, as_of: datetime, history: History, statements: _Statements
) -> Network:
    """Number the people who have a tie, and lay their ties out.

    Saying a thing twice does not make it stronger, and a contact too faint to write down as a
    number is still a tie.
    """
    records, rules = chronicle.records, chronicle.rules
    first, second = history.first_person, history.second_person
    there = np.unique(np.r_[chronicle.me, first, second, statements.a, statements.b])
    a = np.searchsorted(there, np.r_[first, statements.a])
    b = np.searchsorted(there, np.r_[second, statements.b])
    n = len(there)
    pairs, of = np.unique(np.minimum(a, b) * n + np.maximum(a, b), return_inverse=True)
    weights = np.full(len(pairs), LEAST_WEIGHT)
    worth = np.r_[history.strength[:-1], np.full(len(statements.ties), rules.stated)]
    np.maximum.at(weights, of, worth)
    indptr, indices, weights = symmetric_csr(pairs // n, pairs % n, weights, n)
    source = np.repeat(np.arange(n), np.diff(indptr))
    contacts = tuple(records.contacts[i] for i in there.tolist())
    return Network(
        keys=tuple(contact.key for contact in contacts),
        indptr=indptr,
        indices=indices,
        weights=weights,
        ego=int(np.searchsorted(there, chronicle.me)),
        contacts=contacts,
        interactions=records.interactions,
        as_of=as_of,
        measured=_measured(history, there, source, indices),
        stated=_stated(statements, there, source, indices),
        tie_strength=rules,
    )


def _measured(history: History, there: IntArray, source: IntArray, target: IntArray) -> Measured:
    n = len(there)
    first, second = history.first_person, history.second_person
    known = np.searchsorted(there, first) * n + np.searchsorted(there, second)
    low, high = np.minimum(source, target), np.maximum(source, target)
    pair = _find(known, low * n + high, missing=len(history))
    return Measured(pair=pair, history=history)


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

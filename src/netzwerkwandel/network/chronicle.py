"""From records to a network: who was in contact with whom, and what is stated of them."""

from __future__ import annotations

import math
from datetime import datetime

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Key, Tie
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import LEAST_WEIGHT, FloatArray, IntArray, runs
from netzwerkwandel.network.contacts import Contacts
from netzwerkwandel.network.events import Events, events
from netzwerkwandel.network.history import History
from netzwerkwandel.network.measured import Measured
from netzwerkwandel.network.network import Network
from netzwerkwandel.network.stated import Stated, stated
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.records import Records


_TOGETHER = np.array([channel in {Channel.MEETING, Channel.CALL} for channel in CHANNELS])


@attrs.frozen(eq=False)
class Chronicle:
    """What happened in one person's records, laid out once to be looked at as of any moment.

    Parameters
    ----------
    records : Records
        The records.
    tie_strength : TieStrength
        How strength is measured.
    me : int
        Which of the records' contacts their owner is.
    contacts : Contacts
        All contacts of any two people, by their numbers.
    statements : tuple of Tie
        What is stated of two people who are not one.
    pair : IntArray, shape (n_pairs,)
        Every pair that is ever in contact or stated, as ``a * people + b`` with a < b, sorted.
    in_contact : IntArray, shape (n_pairs,)
        Which pair of ``contacts`` each is; their number for a pair that is only stated.
    stated_ends : IntArray, shape (n_statements, 2)
        The two people of each statement, in its order.
    stated_pair : IntArray, shape (n_statements,)
        Which pair each statement is about.
    stated : Stated
        What they say, as said and then from the other side; where they hang is not filled in.
    ties : tuple of three IntArray, shape (2 n_pairs,)
        Both directions of each pair, by source and then by target: source, target and the pair.
    """

    records: Records
    tie_strength: TieStrength
    me: int
    contacts: Contacts
    statements: tuple[Tie, ...]
    pair: IntArray
    in_contact: IntArray
    stated_ends: IntArray
    stated_pair: IntArray
    stated: Stated
    ties: tuple[IntArray, IntArray, IntArray]

    @classmethod
    def from_records(cls, records: Records, *, strength: TieStrength | None = None) -> Chronicle:
        """Lay out the records of one person, to be looked at as of any moment.

        Parameters
        ----------
        records : Records
            One person's data.
        strength : TieStrength, optional
            How strength is measured.

        Raises
        ------
        InvalidArgumentError
            If the records have no owner.
        """
        if records.me is None:
            raise InvalidArgumentError(
                "a network is seen from its owner: the records must say who that is (me=...)"
            )
        tie_strength = TieStrength() if strength is None else strength
        number = _numbers(records)
        people, me = len(records.contacts), number[records.me]
        contacts = _contacts(records, number, me, tie_strength)
        statements = tuple(tie for tie in records.ties if number[tie.a] != number[tie.b])
        ends = np.array([(number[t.a], number[t.b]) for t in statements], dtype=np.int64).reshape(
            -1, 2
        )
        code = ends.min(axis=1) * people + ends.max(axis=1)
        in_touch = contacts.pair[contacts.starts]
        pair = np.union1d(in_touch, code)
        a, b = pair // people, pair % people
        order = np.lexsort((np.r_[b, a], np.r_[a, b]))
        nowhere = np.zeros(len(statements), dtype=np.int64)
        return cls(
            records=records,
            tie_strength=tie_strength,
            me=me,
            contacts=contacts,
            statements=statements,
            pair=pair,
            in_contact=_find(in_touch, pair, missing=len(in_touch)),
            stated_ends=ends,
            stated_pair=np.searchsorted(pair, code),
            stated=stated(statements, nowhere, nowhere),
            ties=(np.r_[a, b][order], np.r_[b, a][order], order % max(len(pair), 1)),
        )

    def network(self, as_of: datetime) -> Network:
        """The network as of a moment; see ``Network.from_records``.

        Saying a thing twice does not make it stronger, and a contact too faint to write down as a
        number is still a tie.
        """
        check_aware("as_of", as_of)
        history = History(self.contacts, self.tie_strength, as_of.timestamp())
        known = np.array([_is_known(tie, as_of) for tie in self.statements], dtype=np.bool_)
        weights = np.zeros(len(self.pair))
        measured = self.in_contact < len(history)
        weights[measured] = _at_least(history.strength, history.days)[self.in_contact[measured]]
        stated = self.stated_pair[known]
        weights[stated] = np.maximum(weights[stated], self.tie_strength.stated)
        return self._laid_out(as_of, history, weights, np.flatnonzero(known))

    def _laid_out(
        self, as_of: datetime, history: History, weights: FloatArray, known: IntArray
    ) -> Network:
        """Number the people who have a tie, and lay their ties out."""
        source, target, pair = self.ties
        rows = np.flatnonzero(weights[pair] > 0)
        source, target, pair = source[rows], target[rows], pair[rows]
        present = np.zeros(len(self.records.contacts), dtype=bool)
        present[source] = True
        present[self.me] = True
        there, number = np.flatnonzero(present), np.cumsum(present) - 1
        contacts = tuple(self.records.contacts[i] for i in there.tolist())
        return Network(
            keys=tuple(contact.key for contact in contacts),
            indptr=np.searchsorted(source, np.append(there, len(present))),
            indices=number[target],
            weights=weights[pair],
            ego=int(number[self.me]),
            contacts=contacts,
            interactions=self.records.interactions,
            as_of=as_of,
            measured=Measured(pair=self.in_contact[pair], history=history),
            stated=self._stated(source * len(present) + target, known),
            tie_strength=self.tie_strength,
        )

    def _stated(self, code: IntArray, known: IntArray) -> Stated:
        """Hang each statement on both directions of its tie, as it is said and from the other side.

        ``code`` are the ties that there are, and ``known`` the statements.
        """
        people = len(self.records.contacts)
        a, b = self.stated_ends[known].T
        there, back = (np.searchsorted(code, c) for c in (a * people + b, b * people + a))
        both = np.r_[known, known + len(self.statements)]
        return attrs.evolve(self.stated.take(both), position=np.r_[there, back])


def _is_known(tie: Tie, as_of: datetime) -> bool:
    return tie.since is None or tie.since <= as_of.date()


def _at_least(strength: FloatArray, days: IntArray) -> FloatArray:
    """The weight of pairs by their strength: 0 only where there was no contact."""
    return np.where(days > 0, np.maximum(strength, LEAST_WEIGHT), 0.0)


def as_chronicle(records: Records | Chronicle, strength: TieStrength | None) -> Chronicle:
    """Lay out records, or take what was laid out before: for functions that can be given either.

    Parameters
    ----------
    records : Records or Chronicle
        What happened.
    strength : TieStrength or None
        How strength is measured; None for the chronicle's own way, and the usual one for records.

    Raises
    ------
    InvalidArgumentError
        If ``records`` is neither, the records have no owner, or a chronicle was laid out with
        another strength.
    """
    if not isinstance(records, Chronicle):
        check_kind("records", records, Records)
        return Chronicle.from_records(records, strength=strength)
    if strength is not None and strength != records.tie_strength:
        raise InvalidArgumentError(
            "strength is the chronicle's own, and must not be another one, got "
            f"{strength!r} for a chronicle with {records.tie_strength!r}"
        )
    return records


def _numbers(records: Records) -> dict[Key, int]:
    """Which of the records' contacts each key belongs to."""
    number = {contact.key: i for i, contact in enumerate(records.contacts)}
    return {key: number[of] for key, of in records.person_of.items()}


def _contacts(records: Records, number: dict[Key, int], me: int, rules: TieStrength) -> Contacts:
    """Take interactions apart into contacts between two people each.

    The owner sees all of her own contacts, so sharing a recipient list is none for her. Of the
    others she sees only what they share with her, so for them it is the evidence that there is.
    """
    happened, people = events(records.interactions, number), len(records.contacts)
    event, who = _attendance(happened, people)
    channel, when, sender = happened.channel, happened.when, happened.sender
    size = np.bincount(event, minlength=len(happened))
    weight = _weights(channel.astype(np.int64), size, rules)
    first, second, of = _pairs(event, who, size, np.flatnonzero(weight > 0))
    wrote = sender[of]
    by_first, by_second = wrote == first, wrote == second
    together = _TOGETHER[channel[of]]
    direct = together | (wrote < 0) | by_first | by_second
    seen = direct | ((first != me) & (second != me))
    pair, of = (first * people + second)[seen], of[seen]
    order = _by_pair(pair, of, people, len(happened))
    event = of[order]
    return Contacts(
        people=people,
        pair=pair[order],
        when=when[event],
        weight=weight[event],
        channel=channel[event],
        by_first=(together | by_first)[seen][order],
        by_second=(together | by_second)[seen][order],
        event=event,
        moments=when,
    )


def _by_pair(pair: IntArray, of: IntArray, people: int, n_events: int) -> IntArray:
    """The order of pairs, and of events for each; one number for both is sorted much faster."""
    if people**2 * n_events < 2**63:
        return np.argsort(pair * n_events + of)
    return np.lexsort((of, pair))


def _attendance(happened: Events, people: int) -> tuple[IntArray, IntArray]:
    """Who took part in what, each person once though she may have taken part by two addresses."""
    event = np.repeat(np.arange(len(happened)), happened.counts)
    code = np.sort(event * people + happened.who)
    code = code[runs(code)]
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


def _find(sorted_codes: IntArray, codes: IntArray, *, missing: int) -> IntArray:
    """Find where codes stand in a sorted array, or say ``missing``."""
    if not len(sorted_codes):
        return np.full(len(codes), missing, dtype=np.int64)
    at = np.minimum(np.searchsorted(sorted_codes, codes), len(sorted_codes) - 1)
    return np.where(sorted_codes[at] == codes, at, missing)

"""The mails of a mailbox, in columns: a million mails are no million objects."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

import attrs
import numpy as np

from netzwerkwandel.model import Channel
from netzwerkwandel.model.arrays import BoolArray, IntArray, SmallIntArray, starts_of
from netzwerkwandel.sources.tools import Happened


_OWNER = 0
_DIGEST = 16


class TakenMails:
    """Takes mails one after the other, and says in the end which of them count.

    A mailbox is a person as one header writes him or her; people and mailboxes are the numbers that
    an ``AddressBook`` gives them. Mailbox 0 is the owner's.

    Examples
    --------
    >>> mails = TakenMails()
    >>> digests, nobody, false = [b"sixteen bytes of"] * 2, [[], []], [False, False]
    >>> mails.add(digests, [0, 0], [[0, 1], [0, 1]], nobody, nobody, false, false)
    >>> counted = mails.counted([0, 1], mine=set(), is_known=False)
    >>> counted.times_named(2), counted.nobody_else, counted.twice
    (array([1, 1]), 0, 1)
    """

    def __init__(self) -> None:
        # The digests of all mails, one after another, and so their mailboxes, with how many there
        # are of each.
        self._digests = bytearray()
        self._at: array[int] = array("q")
        self._named: array[int] = array("i")
        self._names: array[int] = array("i")
        self._delivered: array[int] = array("i")
        self._receivers: array[int] = array("i")
        self._resent: array[int] = array("i")
        self._resenders: array[int] = array("i")
        self._names_one = bytearray()
        self._is_chat = bytearray()

    def add(
        self,
        digests: Iterable[bytes],
        at: Sequence[int],
        named: Sequence[Sequence[int]],
        delivered: Sequence[Sequence[int]],
        resent: Sequence[Sequence[int]],
        names_one: Iterable[bool],
        is_chat: Iterable[bool],
    ) -> None:
        """Take mails.

        Parameters
        ----------
        digests : iterable of bytes
            What the same mail in another folder has, too: 16 bytes of each.
        at : sequence of int
            Microseconds since 1970.
        named : sequence of sequences of int
            The mailboxes of those who take part in each, as often as the headers name them, the
            sender first.
        delivered : sequence of sequences of int
            The mailboxes to which a mail server says that it delivered each.
        resent : sequence of sequences of int
            The mailboxes of those who sent each on as it was, and to whom.
        names_one : iterable of bool
            Whether the headers name the sender alone.
        is_chat : iterable of bool
            Whether it is a chat, of which nobody but who wrote is ever named.
        """
        self._digests += b"".join(digests)
        self._at.extend(at)
        self._named.extend(chain.from_iterable(named))
        self._names.extend(map(len, named))
        self._delivered.extend(chain.from_iterable(delivered))
        self._receivers.extend(map(len, delivered))
        self._resent.extend(chain.from_iterable(resent))
        self._resenders.extend(map(len, resent))
        self._names_one.extend(names_one)
        self._is_chat.extend(is_chat)

    def absorb(self, later: TakenMails, mailbox: Sequence[int]) -> None:
        """Take the mails that were taken elsewhere, given the number here of each mailbox there."""
        self._digests += later._digests
        self._at.extend(later._at)
        self._named.extend([mailbox[n] for n in later._named])
        self._names.extend(later._names)
        self._delivered.extend([mailbox[n] for n in later._delivered])
        self._receivers.extend(later._receivers)
        self._resent.extend([mailbox[n] for n in later._resent])
        self._resenders.extend(later._resenders)
        self._names_one += later._names_one
        self._is_chat += later._is_chat

    def counted(
        self, person: Sequence[int], *, mine: Collection[int], is_known: bool
    ) -> CountedMails:
        """Leave out the mails of the owner to nobody else, and all but the first of each mail.

        Parameters
        ----------
        person : sequence of int
            The person of each mailbox.
        mine : collection of int
            Which people are the owner.
        is_known : bool
            Whether any of her addresses is known, be it one that no mail names.
        """
        names, named = self._who_takes_part(person, mine)
        persons = np.array(person, np.int32)[named]
        starts = starts_of(names)[:-1]
        is_one = np.minimum.reduceat(persons, starts) == np.maximum.reduceat(persons, starts)
        is_others = np.logical_or.reduceat(~_flags(mine, len(person))[persons], starts)
        # A mail of somebody to nobody lies here because its owner got it as a blind copy, and a
        # chat that Gmail keeps names only who wrote.
        may_be = np.frombuffer(self._names_one, np.bool_)
        if not is_known:
            may_be = may_be & np.frombuffer(self._is_chat, np.bool_)
        blind = is_one & is_others & may_be
        if blind.any():
            named, names = np.insert(named, np.cumsum(names)[blind], _OWNER), names + blind
        between = is_others & (blind | ~is_one)
        first = self._first_ones(np.flatnonzero(between))
        kept = _flags(first.tolist(), len(names))
        receivers = np.array(self._receivers, np.int64)
        return CountedMails(
            digests=np.frombuffer(self._digests, f"V{_DIGEST}")[first].tobytes(),
            at=np.array(self._at)[first],
            named=named[np.repeat(kept, names)],
            names=names[first],
            delivered=np.array(self._delivered, np.int32)[np.repeat(kept, receivers)],
            receivers=receivers[first],
            nobody_else=len(names) - int(between.sum()),
            twice=int(between.sum()) - len(first),
        )

    def _who_takes_part(
        self, person: Sequence[int], mine: Collection[int]
    ) -> tuple[IntArray, SmallIntArray]:
        """How many mailboxes take part in each mail, and which, the sender first.

        Besides those whom it names: the owner, to whom it was delivered as a blind copy or under a
        name that forwards; and who sent it on to her, or to whom she did (RFC 5322, 3.6.6).
        """
        names, named = np.array(self._names, np.int64), np.array(self._named, np.int32)
        if not mine or not (self._delivered or self._resent):
            return names, named
        is_mine = _flags(mine, len(person))[np.array(person, np.int32)]
        delivered, resent = np.array(self._delivered, np.int32), np.array(self._resent, np.int32)
        every = np.arange(len(names))
        got = np.repeat(every, np.array(self._receivers, np.int64))
        sent_on = np.repeat(every, np.array(self._resenders, np.int64))
        hers, passed = is_mine[delivered], np.isin(sent_on, sent_on[is_mine[resent]])
        # Two mails that name 5 6 and 5, of which the second was delivered to her, who is 7: behind
        # the rows 0 0 1 of 5 6 5 comes a 1 of 7, and in the order of the rows stand 5 6 and 5 7.
        rows = np.concatenate([np.repeat(every, names), sent_on[passed], got[hers]])
        several = np.concatenate([named, resent[passed], delivered[hers]])
        in_order = np.argsort(rows, kind="stable")
        return np.bincount(rows, minlength=len(names)), several[in_order]

    def _first_ones(self, rows: IntArray) -> IntArray:
        """Of mails that were taken twice, out of two folders, only the first."""
        if len(rows) < 2:
            return rows
        halves = np.frombuffer(self._digests, np.uint64).reshape(-1, 2)[rows]
        # What is equal stands side by side then, in the order in which it was taken.
        order = np.lexsort(halves.T)
        again = (halves[order[1:]] == halves[order[:-1]]).all(axis=1)
        return np.delete(rows, order[1:][again])


@attrs.frozen(eq=False, kw_only=True)
class CountedMails:
    """The mails that count, in columns.

    Parameters
    ----------
    digests, at, named, names, delivered, receivers
        As ``TakenMails.add`` took them, one mail after another, and how many mailboxes each has.
    nobody_else, twice : int
        How many others are not between two people, or were taken before.
    """

    digests: bytes
    at: IntArray
    named: SmallIntArray
    names: IntArray
    delivered: SmallIntArray
    receivers: IntArray
    nobody_else: int
    twice: int

    def happened(self, person: Sequence[int]) -> Happened:
        """Give what happened, between the persons of the mailboxes."""
        rows, everybody = len(self.names), len(person)
        persons = np.array(person, np.int64)[self.named]
        # Whoever is named twice takes part once: of the rows 0 0 1 and the persons 5 5 5, among 9,
        # there are 5 5 14, and of these 5 and 14 are kept: person 5 in row 0, and in row 1.
        each = _once(np.repeat(np.arange(rows), self.names) * everybody + persons)
        written = self.digests.hex()
        return Happened(
            Channel.MAIL,
            keys=[
                f"mail:{written[at : at + 2 * _DIGEST]}"
                for at in range(0, len(written), 2 * _DIGEST)
            ],
            at=array("q", self.at.tobytes()),
            senders=array("q", persons[starts_of(self.names)[:-1]].tobytes()),
            counts=array("q", np.bincount(each // everybody, minlength=rows).tobytes()),
            participants=array("q", (each % everybody).tobytes()),
            hours=array("d", np.full(rows, np.nan).tobytes()),
        )

    def times_named(self, mailboxes: int) -> IntArray:
        """How often is each mailbox named, of so many?"""
        return np.bincount(self.named, minlength=mailboxes)

    def times_delivered(self, person: Sequence[int]) -> IntArray:
        """How many mails were delivered to each person, given the person of each mailbox?"""
        if not len(self.delivered):
            return np.zeros(0, np.int64)
        people, everybody = np.array(person, np.int64)[self.delivered], len(person)
        rows = np.repeat(np.arange(len(self.receivers)), self.receivers)
        # Whoever got one mail at two addresses got one mail, as above.
        return np.bincount(_once(rows * everybody + people) % everybody)


def _once(numbers: IntArray) -> IntArray:
    """Give each number once, in order; numpy's ``unique`` takes several times as long."""
    in_order = np.sort(numbers)
    is_new = np.ones(len(in_order), np.bool_)
    np.not_equal(in_order[1:], in_order[:-1], out=is_new[1:])
    return in_order[is_new]


def _flags(numbers: Collection[int], count: int) -> BoolArray:
    flags = np.zeros(count, np.bool_)
    flags[list(numbers)] = True
    return flags

"""The mails of a mailbox that count, in columns: a million mails are no million objects."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from netzwerkwandel.model import Channel, Key
from netzwerkwandel.sources.tools import Happened


class Mail(NamedTuple):
    """What is kept of one mail.

    People and mailboxes are the numbers that an ``AddressBook`` gives them; a mailbox is a person
    as one header writes him or her.
    """

    key: Key
    at: int
    """Microseconds since 1970."""
    persons: Sequence[int]
    """Who takes part, each once."""
    sender: int
    named: Sequence[int]
    """The mailboxes of those who take part, each as often as the headers name it."""
    delivered: Sequence[int]
    """The mailboxes to which a mail server says that it delivered the mail."""


class TakenMails:
    """Takes mails one after the other, each once, and gives them back in that order.

    Examples
    --------
    >>> mails = TakenMails()
    >>> mail = Mail("mail:1", 0, [0, 1], 1, named=[2, 3], delivered=[])
    >>> mails.add(*mail), mails.add(*mail), len(list(mails))
    (True, False, 1)
    """

    def __init__(self) -> None:
        self.happened = Happened(Channel.MAIL)
        """What happened, without the mailboxes."""
        self._seen: set[Key] = set()
        # The mailboxes of all mails, one mail after another, and how many there are of each.
        self._named: array[int] = array("i")
        self._delivered: array[int] = array("i")
        self._names: array[int] = array("i")
        self._receivers: array[int] = array("i")

    def add(
        self,
        key: Key,
        at: int,
        persons: Collection[int],
        sender: int,
        named: Sequence[int],
        delivered: Sequence[int],
    ) -> bool:
        """Take a mail; False where it was taken before, out of another folder."""
        if key in self._seen:
            return False
        self._seen.add(key)
        self.happened.add(key, at, persons, sender=sender)
        self._named.extend(named)
        self._delivered.extend(delivered)
        self._names.append(len(named))
        self._receivers.append(len(delivered))
        return True

    def __iter__(self) -> Iterator[Mail]:
        named = delivered = 0
        for row, (key, at, persons, sender) in enumerate(self.happened.rows()):
            ends = named + self._names[row], delivered + self._receivers[row]
            there = self._named[named : ends[0]], self._delivered[delivered : ends[1]]
            yield Mail(key, at, persons, sender, *there)
            named, delivered = ends

    def absorb(self, later: TakenMails, person: Sequence[int], mailbox: Sequence[int]) -> int:
        """Take the mails that were taken elsewhere; how many of them were taken here, too.

        Parameters
        ----------
        later : TakenMails
            The mails.
        person, mailbox : sequence of int
            The number here of each person and each mailbox there.
        """
        before = len(self._seen)
        for key, at, persons, sender, named, delivered in later:
            people = [person[p] for p in persons]
            names, receivers = [mailbox[n] for n in named], [mailbox[n] for n in delivered]
            self.add(key, at, people, person[sender], names, receivers)
        return len(later._seen) - (len(self._seen) - before)

    def times_named(self, mailboxes: int) -> np.ndarray:
        """How often is each mailbox named, of so many?"""
        return np.bincount(np.array(self._named, dtype=np.int64), minlength=mailboxes)

    def times_delivered(self, person: Sequence[int]) -> np.ndarray:
        """How many mails were delivered to each person, given the person of each mailbox?"""
        people = np.array(person, np.int64)[np.array(self._delivered, np.int64)]
        rows = np.repeat(np.arange(len(self._receivers)), self._receivers)
        # Whoever got one mail at two addresses got one mail: of the rows 0 0 1 and the persons
        # 5 5 5, among 9, there are 5 5 14, and each of these once is counted: person 5 twice.
        everybody = len(person)
        return np.bincount(np.unique(rows * everybody + people) % everybody)

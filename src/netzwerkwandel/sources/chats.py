"""Chats: who was in touch with whom by the messages that people wrote into one and the same place.

A message of a mailing program names whom it is for. A message of a chat is read by all who are in
it, and a group of sixty is no sixty acquaintances: so one rule, for all readers of chats, says whom
a message is for.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

import attrs
import numpy as np

from netzwerkwandel.model import Channel, InteractionColumns, Key
from netzwerkwandel.model.arrays import IntArray
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.sources.happened import NOBODY, Happened
from netzwerkwandel.sources.keys import digest
from netzwerkwandel.sources.turns import DAY, Turns


def _moments() -> array[int]:
    return array("q")


def _people() -> array[int]:
    return array("i")


class Chats:
    """Turns the messages of chats into what happened between people: the rule for all of them.

    - In a chat of two, a message is for the other.
    - In a group, it is for whoever it answers, where the export says so; else for the last three
      others who wrote in the 24 hours before it. So two who write to each other are in touch, and
      whoever only reads is known and not in touch. A message that nobody follows is for nobody.
    - What somebody wrote in one chat on one day (UTC) is one interaction, at the moment of its
      first message, with all for whom it was: in a group with the five for whom most of it was.
      Days are what the strength of a tie counts, and a copy of the same chat has the same days.

    Parameters
    ----------
    service : str
        What the keys of the interactions begin with, such as ``"whatsapp"``.

    Examples
    --------
    Ben asks, Eva answers, and sixty others say nothing: Ben and Eva are in touch.

    >>> from datetime import UTC, timedelta
    >>> chats, noon = Chats("whatsapp"), datetime(2026, 3, 4, 12, tzinfo=UTC)
    >>> group = chats.chat("alumni", is_group=True)
    >>> group.add("ben", noon)
    >>> group.add("eva", noon + timedelta(minutes=5))
    >>> [(event.sender, event.participants) for event in chats.interactions()]
    [('eva', ('ben', 'eva'))]

    In a chat of two, nobody has to answer:

    >>> chats = Chats("sms")
    >>> chats.chat("ben", members=["me:", "ben"]).add("me:", noon)
    >>> [(event.sender, event.participants) for event in chats.interactions()]
    [('me:', ('ben', 'me:'))]
    """

    def __init__(self, service: str) -> None:
        self.service = service
        self._number: dict[Key, int] = {}
        self._chats: dict[str, Chat] = {}

    def chat(self, name: str, *, members: Collection[Key] = (), is_group: bool = False) -> Chat:
        """Give the chat of a name: the same one each time, as an export has one in several files.

        Parameters
        ----------
        name : str
            What tells this chat from others each time it is exported: the service's own id where
            there is one, or the title. It is not kept, only a digest of it.
        members : collection of str
            The keys of those who could write in it, as far as they are known; in a chat of two
            both, for one of them may never have written.
        is_group : bool
            Whether it is known to be a group; else it is one if more than two are known of it.
        """
        chat = self._chats.get(name)
        if chat is None:
            chat = self._chats[name] = Chat(self._number)
        chat.members.update(self._number.setdefault(key, len(self._number)) for key in members)
        chat.is_group |= is_group
        return chat

    def interactions(self) -> InteractionColumns:
        """Give what happened in all of them, in columns, as a ``Reading`` takes it."""
        happened, people = Happened(Channel.MESSAGE), list(self._number)
        # Of equals, whoever has the smaller key: no order of files changes anything.
        rank = np.empty(len(people), dtype=np.int64)
        rank[sorted(range(len(people)), key=people.__getitem__)] = np.arange(len(people))
        called = [digest(key) for key in people]
        for name, chat in self._chats.items():
            begin = f"{self.service}:{digest(name)}"
            for at, sender, reached in chat.days(rank):
                key = f"{begin}:{at // DAY}:{called[sender]}"
                happened.add(key, at, [sender, *reached], sender=sender)
        return happened.columns(people)


@attrs.define(eq=False)
class Chat:
    """One chat: takes its messages, in any order.

    Of several messages that follow each other and are of one person and day, a turn, only the first
    and the last moment are held.

    Parameters
    ----------
    number : dict of str to int
        The number of each person, which grows with them.
    """

    number: dict[Key, int]
    members: set[int] = attrs.field(factory=set, init=False)
    is_group: bool = attrs.field(default=False, init=False)
    _first: array[int] = attrs.field(factory=_moments, init=False)
    _last: array[int] = attrs.field(factory=_moments, init=False)
    _senders: array[int] = attrs.field(factory=_people, init=False)
    _answered: array[int] = attrs.field(factory=_people, init=False)

    def add(self, sender: Key, when: datetime | int, *, answers: Key | None = None) -> None:
        """Add a message.

        Parameters
        ----------
        sender : str
            Who wrote it.
        when : datetime or int
            Its moment, aware, or in microseconds since 1970 in UTC.
        answers : str, optional
            Whose message it answers, where the export says so.
        """
        at = when if isinstance(when, int) else microseconds(when)
        who = self.number.setdefault(sender, len(self.number))
        to = NOBODY if answers is None else self.number.setdefault(answers, len(self.number))
        if to == who:
            to = NOBODY
        if self._senders and self._is_more_of_the_last(who, at, to):
            self._first[-1] = min(self._first[-1], at)
            self._last[-1] = max(self._last[-1], at)
            return
        self._first.append(at)
        self._last.append(at)
        self._senders.append(who)
        self._answered.append(to)

    def add_turns(
        self, people: Sequence[Key], sender: IntArray, first: IntArray, last: IntArray
    ) -> None:
        """Add turns, in columns: messages that follow each other and are of one person and day.

        Parameters
        ----------
        people : sequence of str
            Who may have written.
        sender : IntArray, shape (n_turns,)
            Who wrote each, as a place in ``people``.
        first, last : IntArray, shape (n_turns,)
            The first and the last moment of each, in microseconds since 1970 in UTC.
        """
        number = [self.number.setdefault(key, len(self.number)) for key in people]
        self._first.frombytes(first.astype(np.int64).tobytes())
        self._last.frombytes(last.astype(np.int64).tobytes())
        self._senders.frombytes(np.array(number, dtype=np.intc)[sender].tobytes())
        self._answered.frombytes(np.full(len(sender), NOBODY, dtype=np.intc).tobytes())

    def _is_more_of_the_last(self, who: int, at: int, to: int) -> bool:
        is_same = self._senders[-1] == who and self._answered[-1] == to
        return is_same and self._first[-1] // DAY == at // DAY

    def days(self, rank: IntArray) -> Iterator[tuple[int, int, list[int]]]:
        """For whom was what each wrote on a day: the first moment, who wrote, and for whom.

        Days on which it was for nobody are left out; ``rank`` says in which order people come.
        """
        self.members.update(self._senders)
        if not self.is_group and len(self.members) <= 2:
            return self._of_two()
        columns = (self._first, self._last, self._senders, self._answered)
        return Turns(*(np.array(each, dtype=np.int64) for each in columns)).in_time().days(rank)

    def _of_two(self) -> Iterator[tuple[int, int, list[int]]]:
        first, senders = np.asarray(self._first), np.asarray(self._senders)
        days = first // DAY
        # Of each day and sender the first: of days 7 7 8 7 and senders 0 1 1 0 the rows 0 1 2.
        in_order = np.lexsort((first, senders, days))
        changes = (np.diff(days[in_order]) != 0) | (np.diff(senders[in_order]) != 0)
        began = in_order[np.r_[True, changes]] if len(in_order) else in_order
        for at, sender in zip(first[began].tolist(), senders[began].tolist(), strict=True):
            if others := [who for who in self.members if who != sender]:
                yield at, sender, others

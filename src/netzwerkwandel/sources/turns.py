"""The turns of a group: for whom each was, by who wrote before, and what a day of them tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs
import numpy as np

from netzwerkwandel.model.arrays import IntArray
from netzwerkwandel.sources.happened import NOBODY


DAY = 86_400_000_000
"""A day, in microseconds."""
WINDOW_HOURS = 24
"""A message of a group is for those who wrote within so many hours before it: the last three."""
MOST_REACHED = 5
"""Of a day of somebody who writes to many, so many count: those whom she wrote to most often."""

_WINDOW = WINDOW_HOURS * DAY // 24
_AT_ONCE = 1 << 14


@attrs.frozen(eq=False)
class Turns:
    """The turns of a group in columns: messages in a row that are of one person and day.

    Parameters
    ----------
    first, last : IntArray, shape (n_turns,)
        The first and the last moment of each, in microseconds.
    sender, answered : IntArray, shape (n_turns,)
        Who wrote each, and whom it answers; ``NOBODY`` where it answers none.
    """

    first: IntArray
    last: IntArray
    sender: IntArray
    answered: IntArray

    def in_time(self) -> Turns:
        """The same in the order of time."""
        rows = np.lexsort((self.last, self.first))
        return Turns(self.first[rows], self.last[rows], self.sender[rows], self.answered[rows])

    def days(self, rank: IntArray) -> Iterator[tuple[int, int, list[int]]]:
        """For whom was what each wrote on a day, of turns that are in the order of time.

        Gives the first moment, who wrote, and for whom: those for whom most of it was. Days on
        which it was for nobody are left out.

        Parameters
        ----------
        rank : IntArray, shape (n_people,)
            The order in which people come of whom it was as much for one as for the other.
        """
        # What one writes on after another is one block: of the senders 7 7 8 7 the blocks are
        # 0 0 1 2, which begin at 0 2 3.
        begins = np.flatnonzero(np.diff(self.sender, prepend=NOBODY))
        ends = np.flatnonzero(np.diff(self.sender, append=NOBODY))
        block = np.repeat(np.arange(len(begins)), ends - begins + 1)
        writer, left = self.sender[begins], self.last[ends]
        before = last_others(writer)
        for rows in self._some_days():
            latest = before[block[rows]]
            is_for = (latest != NOBODY) & (self.first[rows, None] - left[latest] <= _WINDOW)
            answers = self.answered[rows] != NOBODY
            is_for[answers] = False
            row, place = np.nonzero(is_for)
            answer = np.flatnonzero(answers)
            who = np.r_[writer[latest[row, place]], self.answered[rows[answer]]]
            yield from self._told(rows, np.r_[row, answer], who, rank)

    def _some_days(self) -> Iterator[IntArray]:
        """The rows of some whole days at a time: a group may have a million."""
        starts = np.flatnonzero(np.diff(self.first // DAY, prepend=NOBODY))
        some = np.unique(np.searchsorted(starts, np.arange(0, len(self.first), _AT_ONCE)))
        edges = [*starts[some[some < len(starts)]].tolist(), len(self.first)]
        return (np.arange(begin, end) for begin, end in pairwise(edges))

    def _told(
        self, rows: IntArray, row: IntArray, who: IntArray, rank: IntArray
    ) -> Iterator[tuple[int, int, list[int]]]:
        """What is told of some days, by for ``whom`` the turns are: each in a place of ``rows``."""
        people = len(rank)
        sent, begin, of = np.unique(
            self.first[rows] // DAY * people + self.sender[rows],
            return_index=True,
            return_inverse=True,
        )
        pairs, times = np.unique(of[row] * people + who, return_counts=True)
        place, whom = np.divmod(pairs, people)
        in_order = np.lexsort((rank[whom], -times, place))
        edges = np.searchsorted(place, np.arange(len(sent) + 1)).tolist()
        told = whom[in_order].tolist()
        moments, senders = self.first[rows[begin]].tolist(), (sent % people).tolist()
        for at, sender, (start, end) in zip(moments, senders, pairwise(edges), strict=True):
            if start < end:
                yield at, sender, told[start : min(end, start + MOST_REACHED)]


def last_others(writer: IntArray) -> IntArray:
    """Say for each block of a group which blocks before it are the last of three other people.

    Parameters
    ----------
    writer : IntArray, shape (n_blocks,)
        Who wrote each; no two in a row are of one person.

    Returns
    -------
    IntArray, shape (n_blocks, 3)
        The last first; ``NOBODY`` where nobody else wrote before.

    Examples
    --------
    >>> last_others(np.array([7, 8, 7, 9, 8])).tolist()
    [[-1, -1, -1], [0, -1, -1], [1, -1, -1], [2, 1, -1], [3, 2, -1]]
    """
    # Think of all in the order in which they wrote last, the last in front. Whoever writes goes to
    # the front, and those who stood before her move back by one; the rest stays. So the second of
    # the others is new only if the writer did not stand second, and then it is who did; the third
    # only if she stood neither second nor third, and then it is who stood third before.
    blocks = np.arange(len(writer))
    stood_second = np.r_[[False] * 2, writer[2:] == writer[:-2]][: len(writer)]
    second = np.maximum.accumulate(np.where(stood_second, NOBODY, blocks - 2))
    second = np.maximum(second, NOBODY)
    third_before = np.r_[NOBODY, second[:-1]][: len(writer)]
    stays = stood_second | (third_before != NOBODY) & (writer[third_before] == writer)
    third = np.maximum.accumulate(np.where(stays, NOBODY, third_before))
    return np.stack([blocks - 1, second, third], axis=1)

"""What is stated of the directed ties of a network, as arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum

import attrs
import numpy as np

from netzwerkwandel.model import Key, Relation, Suggestion, Tie
from netzwerkwandel.model.moments import EPOCH, SECONDS_A_DAY
from netzwerkwandel.network.arrays import BoolArray, FloatArray, FrozenArrays, IntArray, find_sorted


_SEEN_FROM_THE_OTHER_SIDE = {
    Relation.BOSS: Relation.REPORT,
    Relation.REPORT: Relation.BOSS,
    Relation.FORMER_BOSS: Relation.FORMER_REPORT,
    Relation.FORMER_REPORT: Relation.FORMER_BOSS,
    Relation.CLIENT: Relation.SUPPLIER,
    Relation.SUPPLIER: Relation.CLIENT,
}
_ONE_SIDED = frozenset({Relation.MENTOR, Relation.ROLE_MODEL})


@attrs.frozen(kw_only=True, eq=False)
class Statements(FrozenArrays):
    """What is stated of the directed ties, one row for each statement and direction.

    Parameters
    ----------
    position : IntArray, shape (n_statements,)
        The directed tie that each statement is about.
    relations : IntArray, shape (n_statements,)
        What the second person is to the first: a bit for each of ``Relation``, in its order.
    functions : IntArray, shape (n_statements,)
        The functions that are served: a bit for each of ``Function``.
    closeness, trust : FloatArray, shape (n_statements,)
        From 0 to 1, nan where nothing is stated.
    ended_in_conflict : BoolArray, shape (n_statements,)
        Whether the tie ended so.
    since : FloatArray, shape (n_statements,)
        Since when it is stated to be, in seconds since 1970; nan where that is not said.
    """

    position: IntArray
    relations: IntArray
    functions: IntArray
    closeness: FloatArray
    trust: FloatArray
    ended_in_conflict: BoolArray
    since: FloatArray

    @classmethod
    def none(cls) -> Statements:
        """Nothing is stated of anybody."""
        return cls.of((), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))

    @classmethod
    def of(cls, ties: Iterable[Tie], there: IntArray, back: IntArray) -> Statements:
        """Write statements down as arrays: as they are said, and then from the other side.

        Parameters
        ----------
        ties : iterable of Tie
            The statements.
        there, back : IntArray, shape (n_statements,)
            The directed tie of each, as stated and as seen from the other side.
        """
        said = tuple(ties)
        twice = (*said, *said)
        # What the first person is to the second: where she is his boss, he is her report.
        turned = [
            {_SEEN_FROM_THE_OTHER_SIDE.get(relation, relation) for relation in tie.relations}
            for tie in said
        ]
        relations = [*(tie.relations for tie in said), *(some - _ONE_SIDED for some in turned)]
        first, days = EPOCH.date(), [tie.since for tie in said]
        since = [np.nan if day is None else (day - first).days * SECONDS_A_DAY for day in days]
        return cls(
            position=np.r_[there, back],
            relations=np.array([_bits(some) for some in relations], dtype=np.int64),
            functions=np.array([_bits(tie.functions) for tie in twice], dtype=np.int64),
            closeness=np.array([tie.closeness for tie in twice], dtype=np.float64),
            trust=np.array([tie.trust for tie in twice], dtype=np.float64),
            ended_in_conflict=np.array([tie.ended_in_conflict for tie in twice], dtype=np.bool_),
            since=np.array(since + since, dtype=np.float64),
        )

    def __len__(self) -> int:
        return len(self.position)

    def any_of(self, n: int, rows: BoolArray) -> BoolArray:
        """Whether any of the statements of a mask is about each of n ties, shape (n,)."""
        told = np.zeros(n, dtype=np.bool_)
        told[self.position[rows]] = True
        return told

    def most_of(self, n: int, values: FloatArray) -> FloatArray:
        """The most that a statement says about each of n ties, nan where none does, shape (n,)."""
        most = np.full(n, np.nan)
        np.fmax.at(most, self.position, values)
        return most

    def least_of(self, n: int, values: FloatArray) -> FloatArray:
        """The least that a statement says about each of n ties, nan where none does, shape (n,)."""
        return -self.most_of(n, -values)

    def take(self, rows: IntArray | BoolArray) -> Statements:
        """Some of the statements."""
        return Statements(**{name: getattr(self, name)[rows] for name in _COLUMNS})

    def with_more(self, other: Statements) -> Statements:
        """These statements, and others about ties of the same network."""
        both = {name: np.r_[getattr(self, name), getattr(other, name)] for name in _COLUMNS}
        return Statements(**both)

    def about(self, ties: IntArray) -> Statements:
        """The statements about some directed ties, ``position`` then saying which of them."""
        if not len(self):
            return self
        # Of the ties [40 7 9] asked about, in order [7 9 40], statements about 9 and 8 would stand
        # at 1 and 1: there is the tie 9, so that the first is kept, as one about the third tie
        # asked about, and the second is about another tie.
        order = np.argsort(ties, kind="stable")
        place = find_sorted(ties[order], self.position)
        kept = np.flatnonzero(place >= 0)
        return attrs.evolve(self.take(kept), position=order[place[kept]])


def told_by_talks(
    suggestions: Iterable[Suggestion], me: Key, person_of: Mapping[Key, Key]
) -> Iterator[Tie]:
    """State what talks brought: the functions that somebody served, and whom she introduced.

    It holds from the day of the talk on. Two keys may have become one person's since.
    """
    for each in suggestions:
        if each.talked is None:
            continue
        if each.brought and person_of[each.contact] != person_of[me]:
            yield Tie(a=me, b=each.contact, functions=each.brought, since=each.talked)
        for who in each.introduced:
            for one in sorted({me, each.contact}):
                if person_of[one] != person_of[who]:
                    met = {Relation.ACQUAINTANCE}
                    yield Tie(a=one, b=who, relations=met, since=each.talked)


_COLUMNS = tuple(field.name for field in attrs.fields(Statements))


def bit(member: Enum) -> int:
    """The bit that stands for a member of a vocabulary."""
    return 1 << tuple(type(member)).index(member)


def _bits(members: Collection[Enum]) -> int:
    return sum(map(bit, members))

"""What is stated of the directed ties of a network, as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

import attrs
import numpy as np

from netzwerkwandel.model import Function, Relation, Tie
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray


E = TypeVar("E", bound=Enum)

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
class Stated:
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
    """

    position: IntArray
    relations: IntArray
    functions: IntArray
    closeness: FloatArray
    trust: FloatArray
    ended_in_conflict: BoolArray

    def take(self, rows: IntArray | BoolArray) -> Stated:
        """Some of the statements."""
        return Stated(
            **{field.name: getattr(self, field.name)[rows] for field in attrs.fields(Stated)}
        )

    def about(self, ties: IntArray) -> Stated:
        """The statements about some directed ties, ``position`` then saying which of them."""
        order = np.argsort(ties, kind="stable")
        at = np.searchsorted(ties, self.position, sorter=order)
        at = order[np.minimum(at, max(len(ties) - 1, 0))] if len(ties) else at
        found = np.flatnonzero(ties[at] == self.position) if len(ties) else at[:0]
        return attrs.evolve(self.take(found), position=at[found])


def stated(ties: Iterable[Tie], there: IntArray, back: IntArray) -> Stated:
    """Write statements down as arrays, in both directions.

    Parameters
    ----------
    ties : iterable of Tie
        The statements.
    there, back : IntArray, shape (n_statements,)
        The directed tie of each, as stated and as seen from the other side.
    """
    known = tuple(ties)
    sides = [
        [_bits(Relation, _seen(tie.relations, as_stated=as_stated)) for tie in known]
        for as_stated in (True, False)
    ]
    one = Stated(
        position=there,
        relations=np.array(sides[0], dtype=np.int64),
        functions=np.array([_bits(Function, tie.functions) for tie in known], dtype=np.int64),
        closeness=np.array([tie.closeness for tie in known], dtype=np.float64),
        trust=np.array([tie.trust for tie in known], dtype=np.float64),
        ended_in_conflict=np.array([tie.ended_in_conflict for tie in known], dtype=np.bool_),
    )
    other = attrs.evolve(one, position=back, relations=np.array(sides[1], dtype=np.int64))
    return Stated(
        **{
            field.name: np.r_[getattr(one, field.name), getattr(other, field.name)]
            for field in attrs.fields(Stated)
        }
    )


def bit(member: Enum) -> int:
    """The bit that stands for a member of a vocabulary."""
    return 1 << tuple(type(member)).index(member)


def _bits(vocabulary: type[E], members: frozenset[E]) -> int:
    return sum(1 << place for place, member in enumerate(vocabulary) if member in members)


def _seen(relations: frozenset[Relation], *, as_stated: bool) -> frozenset[Relation]:
    """The relations of a statement, as stated or from the other side."""
    if as_stated:
        return relations
    turned = (_SEEN_FROM_THE_OTHER_SIDE.get(relation, relation) for relation in relations)
    return frozenset(relation for relation in turned if relation not in _ONE_SIDED)

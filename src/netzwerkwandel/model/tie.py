from __future__ import annotations

from datetime import date
from typing import TypeVar

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import (
    check_bool,
    check_key,
    check_optional_day,
    check_optional_share,
    functions,
    relations,
)
from netzwerkwandel.model.vocabularies import Function, Relation
from netzwerkwandel.texts import Stated


T = TypeVar("T")


def _known(*values: T | None) -> list[T]:
    return [value for value in values if value is not None]


@attrs.frozen(kw_only=True, repr=False)
class Tie(Stated):
    """What is stated of two people: how are they related, and what is the tie good for?

    What is *measured* (strength, silence, redundancy) is computed from interactions and never
    stored here.

    Parameters
    ----------
    a, b : str
        The two people, in any order. What a relation says, it says of ``b`` as seen from ``a``:
        ``Relation.BOSS`` means that b is a's boss.
    relations : set of Relation
        Any number of relations.
    functions : set of Function
        Those of the six functions that b is known to serve for a.
    closeness, trust : float or None
        From 0 to 1.
    since : date or None
        When the two met, or since when this holds. Several statements about the same two people
        hold beside each other, each from its day on; of one day they are one.
    ended_in_conflict : bool
        Such a tie is never recommended.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field, or the two people are one.

    Examples
    --------
    >>> Tie(a="me:", b="mailto:ben@example.org", relations={"former boss"}, trust=0.9)
    Tie(former boss)
    """

    a: Key = attrs.field(validator=check_key)
    b: Key = attrs.field(validator=check_key)
    relations: frozenset[Relation] = attrs.field(default=frozenset(), converter=relations)
    functions: frozenset[Function] = attrs.field(default=frozenset(), converter=functions)
    closeness: float | None = attrs.field(default=None, validator=check_optional_share)
    trust: float | None = attrs.field(default=None, validator=check_optional_share)
    since: date | None = attrs.field(default=None, validator=check_optional_day)
    ended_in_conflict: bool = attrs.field(default=False, validator=check_bool)

    def __attrs_post_init__(self) -> None:
        if self.a == self.b:
            raise InvalidRecordError(f"a tie joins two people, got {shown(self.a)} twice in Tie")

    @property
    def key(self) -> tuple[Key, Key, str]:
        """What names this statement: of whom, and since when (``""`` for not known)."""
        return self.a, self.b, "" if self.since is None else self.since.isoformat()

    def and_also(self, other: Tie) -> Tie:
        """Join two statements about the same two people from the same day on.

        It does not matter which of the two is asked.

        Parameters
        ----------
        other : Tie
            A statement of the same ``key``.

        Returns
        -------
        Tie
            With all relations and functions, the most of closeness and of trust, and a conflict
            where either tells of one.
        """
        return attrs.evolve(
            self,
            relations=self.relations | other.relations,
            functions=self.functions | other.functions,
            closeness=max(_known(self.closeness, other.closeness), default=None),
            trust=max(_known(self.trust, other.trust), default=None),
            ended_in_conflict=self.ended_in_conflict or other.ended_in_conflict,
        )

    def __repr__(self) -> str:
        return f"Tie({', '.join(sorted(self.relations)) or 'no relation stated'})"

"""What an older and a newer export state of the same two people, made one statement."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import attrs

from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.vocabularies import Relation


_FORMER = {
    Relation.COLLEAGUE: Relation.FORMER_COLLEAGUE,
    Relation.BOSS: Relation.FORMER_BOSS,
    Relation.REPORT: Relation.FORMER_REPORT,
}
_REPLACES = MappingProxyType({**_FORMER, **{former: now for now, former in _FORMER.items()}})


def updated_tie(older: Tie, newer: Tie) -> Tie:
    """Bring what was stated of two people up to date: what of it still holds?

    As ``Tie.and_also``, save that the newer statement wins where the two differ: a current
    colleague, boss or report that it calls a former one is no current one any more, and the other
    way round; and closeness and trust are the newer's where it states them. A conflict stays one.

    Parameters
    ----------
    older, newer : Tie
        Two statements about the same two people, seen from the same side.

    Returns
    -------
    Tie
        ``updated_tie(updated_tie(older, newer), newer)`` is the same again.

    Examples
    --------
    >>> older = Tie(a="me:", b="linkedin:ben", relations={"colleague", "friend"}, trust=0.9)
    >>> newer = Tie(a="me:", b="linkedin:ben", relations={"former colleague"})
    >>> updated_tie(older, newer), updated_tie(older, newer).trust
    (Tie(former colleague, friend), 0.9)
    """
    outdated = {_REPLACES[relation] for relation in newer.relations if relation in _REPLACES}
    still_holds = attrs.evolve(
        older,
        relations=older.relations - outdated,
        closeness=older.closeness if newer.closeness is None else None,
        trust=older.trust if newer.trust is None else None,
    )
    return still_holds.and_also(newer)


def updated_ties(older: Iterable[Tie], newer: Iterable[Tie]) -> tuple[Tie, ...]:
    """Bring ties up to date by newer ones; who is named in one of the two only stays as stated.

    Parameters
    ----------
    older, newer : sequences of Tie
        Each with at most one tie of the same ``key``.
    """
    ties = {tie.key: tie for tie in older}
    for tie in newer:
        ties[tie.key] = updated_tie(ties[tie.key], tie) if tie.key in ties else tie
    return tuple(ties.values())

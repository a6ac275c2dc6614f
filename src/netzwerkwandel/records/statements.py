"""What an older and a newer export state of the same two people, made one statement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from itertools import chain
from types import MappingProxyType

import attrs

from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.vocabularies import Relation, SourceKind


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


def connections(ties: Iterable[Tie]) -> dict[Key, date | None]:
    """Since when the owner is connected with whom, by the key in the archive."""
    return {tie.b: tie.since for tie in ties if Relation.CONNECTION in tie.relations}


def last_archive(ties: Iterable[Tie], reports: Iterable[SourceReport]) -> datetime | None:
    """Of when the last LinkedIn archive is that lists connections."""
    if not connections(ties):
        return None
    archives = [report.last for report in reports if report.kind is SourceKind.LINKEDIN]
    return max((last for last in archives if last is not None), default=None)


def updated_ties(*stated: Iterable[Tie]) -> tuple[Tie, ...]:
    """Bring ties up to date by newer ones; who is named only once stays as stated.

    Parameters
    ----------
    *stated : sequences of Tie
        The older before the newer, each with at most one tie of the same ``key``.
    """
    if len(stated) == 1:
        return tuple(stated[0])
    ties: dict[tuple[Key, Key, str], Tie] = {}
    for tie in chain.from_iterable(stated):
        key = tie.key
        known = ties.get(key)
        ties[key] = tie if known is None else updated_tie(known, tie)
    return tuple(ties.values())


def restated(
    ties: Iterable[Tie], person_of: Mapping[Key, Key], stated: Tie, given: Collection[str]
) -> list[Tie]:
    """Put what is given in place of what was stated of the same two people of the same day.

    Where nothing was stated, this is the first statement. That an archive lists the two as
    connected stays: it is the archive's statement, not hers.
    """
    values = {name: getattr(stated, name) for name in given}
    now, is_first = [], True
    for tie in ties:
        both = person_of[tie.a], person_of[tie.b], tie.since
        if both != (stated.a, stated.b, stated.since):
            now.append(tie)
            continue
        is_first = False
        listed = tie.relations & {Relation.CONNECTION}
        relations = values.get("relations", tie.relations) | listed
        now.append(attrs.evolve(tie, **{**values, "relations": relations}))
    return [*now, stated] if is_first else now

"""The order in which records keep what they are given, so that equal data are equal records."""

from __future__ import annotations

from collections.abc import Iterable

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.contact import Contact, contact_order
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.validation import instances


Pairs = frozenset[tuple[Key, Key]]

NO_INTERACTIONS = InteractionColumns.from_interactions(())


def contacts_in_order(value: Iterable[Contact]) -> tuple[Contact, ...]:
    """Contacts by key."""
    return tuple(sorted(instances(Contact, "contacts", value), key=contact_order))


def ties_in_order(value: Iterable[Tie]) -> tuple[Tie, ...]:
    """Ties by the two people and the day; what is stated of the same two of one day is one tie."""
    ties: dict[tuple[Key, Key, str], Tie] = {}
    for tie in instances(Tie, "ties", value):
        ties[tie.key] = tie.and_also(ties[tie.key]) if tie.key in ties else tie
    return tuple(ties[key] for key in sorted(ties))


def interactions_in_columns(value: Iterable[Interaction]) -> InteractionColumns:
    """Interactions by moment and key, as columns."""
    return InteractionColumns.from_interactions(value)


def experiments_in_order(value: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """Experiments by first day."""
    experiments = instances(Experiment, "experiments", value)
    return tuple(sorted(experiments, key=lambda each: (each.started, each.key)))


def reports_of_both(
    before: Iterable[SourceReport], newer: Iterable[SourceReport]
) -> list[SourceReport]:
    """Reports of both; of two about one source the newer."""
    fresh = tuple(newer)
    read = {(report.where, report.kind) for report in fresh}
    return [*(report for report in before if (report.where, report.kind) not in read), *fresh]


def named_in(
    ties: Iterable[Tie],
    interactions: InteractionColumns,
    experiments: Iterable[Experiment],
    me: Key | None,
) -> dict[str, set[Key]]:
    """Who is named where, by any key."""
    return {
        "ties": {key for tie in ties for key in (tie.a, tie.b)},
        "interactions": set(interactions.people),
        "experiments": {key for experiment in experiments for key in experiment.met},
        "me": set() if me is None else {me},
    }


def merged_in_order(value: Iterable[Iterable[Key]]) -> Pairs:
    """Pairs of keys that are one person, each the same in either order."""
    return _pairs_in_order("merged", value)


def kept_apart_in_order(value: Iterable[Iterable[Key]]) -> Pairs:
    """Pairs of keys that are two people, each the same in either order."""
    return _pairs_in_order("kept_apart", value)


def _pairs_in_order(name: str, value: Iterable[Iterable[Key]]) -> Pairs:
    pairs = []
    for pair in instances(object, name, value):
        keys = list(pair) if isinstance(pair, Iterable) and not isinstance(pair, str) else []
        if len(keys) != 2 or not all(isinstance(key, str) for key in keys):
            raise InvalidRecordError(f"{name}: a pair must be two keys, got {pair!r} in Records")
        pairs.append(pair_in_order(*keys))
    return frozenset(pairs)


def pair_in_order(a: Key, b: Key) -> tuple[Key, Key]:
    """Two keys, the smaller first."""
    return (a, b) if a < b else (b, a)

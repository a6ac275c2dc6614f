"""What records are made of, and the order in which they keep it: equal data are equal records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise, starmap
from operator import attrgetter, lt

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
from netzwerkwandel.model.contact import Contact, in_contact_order
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.goal import Goal, check_optional_goal
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.suggestion import Suggestion
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.validation import (
    check_key,
    check_optional_key,
    check_optional_language,
    instances,
    me_evidence,
)
from netzwerkwandel.model.vocabularies import Answer, MeEvidence


Pairs = frozenset[tuple[Key, Key]]

NO_INTERACTIONS = InteractionColumns.from_interactions(())

_BOTH = attrgetter("a", "b")


def contacts_in_order(value: Iterable[Contact]) -> tuple[Contact, ...]:
    """Contacts by key."""
    return in_contact_order(instances(Contact, "contacts", value))


def ties_in_order(value: Iterable[Tie]) -> tuple[Tie, ...]:
    """Ties by the two people and the day; what is stated of the same two of one day is one tie."""
    several = instances(Tie, "ties", value)
    # Most are in order already, each of another two people.
    if all(starmap(lt, pairwise(map(_BOTH, several)))):
        return several
    ties: dict[tuple[Key, Key, str], Tie] = {}
    for tie in several:
        key = tie.key
        known = ties.get(key)
        ties[key] = tie if known is None else tie.and_also(known)
    return tuple(ties[key] for key in sorted(ties))


def interactions_in_columns(value: Iterable[Interaction]) -> InteractionColumns:
    """Interactions by moment and key, as columns."""
    return InteractionColumns.from_interactions(value)


def experiments_in_order(value: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """Experiments by first day."""
    experiments = instances(Experiment, "experiments", value)
    return tuple(sorted(experiments, key=lambda each: (each.started, each.key)))


def suggestions_in_order(value: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Suggestions by day."""
    suggestions = instances(Suggestion, "suggestions", value)
    return tuple(sorted(suggestions, key=lambda each: (each.on, each.key)))


def suggestions_of_both(
    before: Iterable[Suggestion], newer: Iterable[Suggestion]
) -> list[Suggestion]:
    """Suggestions of both; of two of one name the newer, save that an answer is not lost again."""
    known = {each.key: each for each in before}
    for each in newer:
        if each.answer is not Answer.OPEN or each.key not in known:
            known[each.key] = each
    return list(known.values())


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
    suggestions: Iterable[Suggestion] = (),
) -> dict[str, set[Key]]:
    """Who is named where, by any key."""
    return {
        "ties": set(chain.from_iterable(map(_BOTH, ties))),
        "interactions": set(interactions.people),
        "experiments": {key for experiment in experiments for key in experiment.met},
        "suggestions": {key for each in suggestions for key in (each.contact, *each.introduced)},
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
            raise InvalidRecordError(
                f"{name}: a pair must be two keys, got {shown(pair)} in Records"
            )
        pairs.append(pair_in_order(*keys))
    return frozenset(pairs)


def pair_in_order(a: Key, b: Key) -> tuple[Key, Key]:
    """Two keys, the smaller first."""
    return (a, b) if a < b else (b, a)


def found_in_order(value: Iterable[Contact]) -> tuple[Contact, ...]:
    """Contacts as found by key, several for one person, each once."""
    ordered = in_contact_order(instances(Contact, "found", value))
    if len({each.key for each in ordered}) == len(ordered):
        return ordered
    # What is equal stands side by side; all of it is compared only where the key is the same.
    fresh = (b for a, b in pairwise(ordered) if a.key != b.key or a != b)
    return (*ordered[:1], *fresh)


def reports_in_order(value: Iterable[SourceReport]) -> tuple[SourceReport, ...]:
    """Reports by source."""
    reports = instances(SourceReport, "reports", value)
    return tuple(sorted(reports, key=lambda report: (report.where, report.kind)))


@attrs.frozen(kw_only=True, repr=False)
class Found:
    """Everything that exports said of the person behind one key, as they said it.

    Parameters
    ----------
    key : str
        The key.
    contacts : sequence of Contact
        At least one, all of this key, each once; kept in order.

    Raises
    ------
    InvalidRecordError
        If there is none, or one of another key.

    Examples
    --------
    >>> key = "mailto:ben@example.org"
    >>> Found(key=key, contacts=[Contact(key=key, name="Ben"), Contact(key=key, name="B. Okafor")])
    Found(2 contacts)
    """

    key: Key = attrs.field(validator=check_key)
    contacts: tuple[Contact, ...] = attrs.field(converter=found_in_order)

    def __attrs_post_init__(self) -> None:
        keys = {contact.key for contact in self.contacts}
        if keys != {self.key}:
            raise InvalidRecordError(
                f"contacts must all have the key {shown(self.key)}, got {shown(sorted(keys))} "
                "in Found"
            )

    def __repr__(self) -> str:
        return f"Found({len(self.contacts)} contact{'' if len(self.contacts) == 1 else 's'})"


@attrs.frozen(kw_only=True, repr=False)
class Origin:
    """Whose data is this, and where was it read?

    Parameters
    ----------
    me : str or None
        A key of the person whose data it is.
    me_evidence : MeEvidence
        How she was recognised.
    reports : sequence of SourceReport
        What was read, what was left out, and why.
    goal : Goal or None
        Where her change is heading.
    language : str or None
        In which language she is told things.

    Examples
    --------
    >>> Origin(me="me:")
    Origin(0 reports)
    """

    me: Key | None = attrs.field(default=None, validator=check_optional_key)
    me_evidence: MeEvidence = attrs.field(default=MeEvidence.GIVEN, converter=me_evidence)
    reports: tuple[SourceReport, ...] = attrs.field(default=(), converter=reports_in_order)
    goal: Goal | None = attrs.field(default=None, validator=check_optional_goal)
    language: str | None = attrs.field(default=None, validator=check_optional_language)

    def __repr__(self) -> str:
        return f"Origin({len(self.reports)} report{'' if len(self.reports) == 1 else 's'})"

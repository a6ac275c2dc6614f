"""What the table of each kind of result says: its rows, and its columns by their headings."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change import (
    ExperimentEffect,
    NetworkChange,
    RankedExperiment,
    ReconnectedTie,
    SafeBase,
    SuggestionEffect,
    Supporter,
)
from netzwerkwandel.change.experiment_effect import title_of
from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.model import Answer, Contact, Experiment, Function, Suggestion, Tie
from netzwerkwandel.model.moments import DAYS_A_YEAR
from netzwerkwandel.model.naming import called, named_functions
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.network.tie_rows import TieRows
from netzwerkwandel.recommending import (
    Introduction,
    Question,
    ReasonKind,
    Recommendation,
    Recommendations,
)
from netzwerkwandel.records import Records
from netzwerkwandel.records.records_change import Move, RecordsChange
from netzwerkwandel.scoring import FunctionCoverage, NetworkCoverage
from netzwerkwandel.texts import Catalogue, Explained


Cell: TypeAlias = Callable[[Any, Catalogue], str]
"""What a column says of a row; of any row, as each view knows its own kind."""

NAMED = 3
"""So many people are named in a cell; the others are counted."""


@attrs.frozen
class Row:
    """How one thing of a kind is looked at as a row; the first column names it.

    Parameters
    ----------
    caption : str
        The phrase for so many of them.
    columns : mapping of str to callable
        By the phrase of the heading.
    folds : mapping of str to callable
        What waits behind a click, by the phrase to click on.
    """

    caption: str
    columns: Mapping[str, Cell]
    folds: Mapping[str, Cell] = attrs.field(factory=dict)


def no_words(_value: object, _texts: Catalogue) -> str:
    """Tell nothing: the table says it."""
    return ""


@attrs.frozen
class Whole:
    """How a thing with many in it is looked at.

    Parameters
    ----------
    rows : callable
        What stands in its table.
    told : callable
        What is said of the whole.
    is_folded : bool
        Whether the table waits behind a click.
    is_told_below : bool
        Whether the table comes first.
    """

    rows: Callable[[Any], Sequence[object]]
    told: Cell = no_words
    is_folded: bool = False
    is_told_below: bool = False


@attrs.frozen
class Figure:
    """One figure of a change, by its name."""

    of: NetworkChange
    name: str
    value: float


@attrs.frozen
class TieRow:
    """One row of ties."""

    ties: TieRows
    row: int

    @property
    def contact(self) -> Contact:
        """To whom it leads."""
        network = self.ties.network
        who = int(self.ties.target[self.row])
        return network.contacts[who] if network.contacts else Contact(key=network.keys[who])

    def value(self, column: str) -> float:
        """What a column says of it."""
        return float(getattr(self.ties, column)[self.row])


def explained(value: Explained, texts: Catalogue) -> str:
    """Tell it in words."""
    return value.explain(texts)


def _who(value: Any, texts: Catalogue) -> str:
    return called(value.contact, texts)


def _count(name: str) -> Cell:
    return lambda value, texts: texts.number(len(getattr(value, name)))


def _several(people: Sequence[Contact], texts: Catalogue) -> str:
    """Name some, and count the others."""
    names = [called(each, texts) for each in people[:NAMED]]
    if more := len(people) - len(names):
        names.append(texts.say("summary more", more))
        return ", ".join(names[:-1]) + f" {names[-1]}"
    return texts.listing(names)


def _functions(functions: Any, texts: Catalogue) -> str:
    return named_functions([each for each in Function if each in functions], texts)


def _day(day: date | None, texts: Catalogue) -> str:
    return "" if day is None else texts.day(day)


def _days(tried: Experiment, texts: Catalogue) -> str:
    ends = [_day(tried.started, texts), _day(tried.ended, texts)]
    return " – ".join(filter(None, dict.fromkeys(ends)))


def _percent(share: float, texts: Catalogue) -> str:
    return "" if math.isnan(share) else texts.percent(share)


def _decimal(value: float, texts: Catalogue) -> str:
    """Write a number with two places, a whole one with none."""
    if math.isnan(value):
        return ""
    if value == int(value):
        return texts.number(int(value))
    point = "." if texts.thousands == "," else ","
    return f"{value:.2f}".replace(".", point)


def last_contact(pick: Recommendation, texts: Catalogue) -> str:
    """Name the day of the last contact; empty where the data knows no days."""
    for reason in pick.reasons:
        if reason.kind is ReasonKind.NEVER:
            return "" if "shown" in dict(reason.values) else texts.say("never")
        if reason.kind is ReasonKind.SILENCE:
            last = reason["last"]
            return texts.day(last) if isinstance(last, date) else ""
    return ""


def _silence(row: TieRow, texts: Catalogue) -> str:
    if not row.ties.network.history.is_measured:
        return ""
    if math.isnan(silence := row.value("silence")):
        return texts.say("never")
    return texts.say("cell ago", span=texts.span(int(silence * DAYS_A_YEAR)))


def _sleeps(row: TieRow, texts: Catalogue) -> str:
    return texts.say("ask yes") if row.value("is_dormant") else ""


def _answer(value: Suggestion, texts: Catalogue) -> str:
    return "" if value.answer is Answer.OPEN else texts.say(f"came {value.answer}")


def _likely(group: PossibleDuplicate, texts: Catalogue) -> str:
    return texts.listing([texts.say(f"same {reason}") for reason in group.reasons])


def _held_by(covered: FunctionCoverage, texts: Catalogue) -> str:
    """On whom it stands, and whether that is a danger."""
    names = _several(covered.contacts, texts)
    if covered.core_only:
        return texts.say("cell core only", names=names) if names else texts.say("cell core")
    return names


def _work(contact: Contact, _: Catalogue) -> str:
    return ", ".join(filter(None, (contact.position, contact.organisation)))


def _moment(change: NetworkChange, texts: Catalogue) -> str:
    return "" if change.moments[1] is None else texts.day(change.moments[1].date())


EXPLAINED: Mapping[str, Cell] = {"column words": explained}

ROWS: Mapping[type, Row] = {
    Contact: Row(
        "shown contact",
        {
            "column name": called,
            "column work": _work,
            "column fields": lambda contact, _: ", ".join(contact.fields),
        },
    ),
    Recommendation: Row(
        "shown pick",
        {
            "column name": _who,
            "column function": lambda pick, texts: pick.label(texts),
            "column last": last_contact,
            "column why": explained,
        },
        {"column opening": lambda pick, texts: pick.opening(texts)},
    ),
    Introduction: Row(
        "shown introduction",
        {
            "column name": _who,
            "column through": lambda one, texts: called(one.through, texts),
            "column why": explained,
        },
    ),
    Question: Row(
        "shown question",
        {
            "column question": lambda one, texts: one.question(texts),
            "column why": lambda one, texts: one.why(texts),
            "column answer": lambda one, texts: one.answers(texts),
        },
    ),
    PossibleDuplicate: Row(
        "shown duplicate",
        {
            "column name": lambda group, texts: group.in_short(texts),
            "column speaks": _likely,
            "column likelihood": lambda group, texts: texts.percent(group.likelihood),
        },
    ),
    FunctionCoverage: Row(
        "shown function",
        {
            "column served": lambda one, texts: texts.say(f"function {one.function}"),
            "column people": _count("keys"),
            "column circles": lambda one, texts: texts.number(one.circles),
            "column held": _held_by,
        },
    ),
    Supporter: Row(
        "shown supporter",
        {
            "column name": _who,
            "column support": lambda one, texts: texts.percent(one.support),
            "column alone": lambda one, texts: _functions(one.only_one_for, texts),
        },
    ),
    ExperimentEffect: Row(
        "shown experiment",
        {
            "column title": lambda one, texts: title_of(one.experiment, texts),
            "column days": lambda one, texts: _days(one.experiment, texts),
            "column met": _count("met"),
            "column new": _count("new"),
            "column apart": _count("non_redundant"),
            "column second": _count("second_contact"),
        },
        EXPLAINED,
    ),
    RankedExperiment: Row(
        "shown planned",
        {
            "column title": lambda one, texts: title_of(one.experiment, texts),
            "column expected": explained,
        },
    ),
    Experiment: Row(
        "shown experiment",
        {
            "column title": title_of,
            "column days": _days,
            "column fields": lambda one, _: one.field,
            "column met": _count("met"),
        },
    ),
    SuggestionEffect: Row(
        "shown suggestion",
        {
            "column name": _who,
            "column on": lambda one, texts: _day(one.suggestion.on, texts),
            "column came": lambda one, texts: _answer(one.suggestion, texts),
            "column brought": lambda one, texts: _functions(one.suggestion.brought, texts),
            "column people met": lambda one, texts: texts.number(
                len({*one.suggestion.introduced, *one.met})
            ),
        },
        EXPLAINED,
    ),
    Suggestion: Row(
        "shown suggestion",
        {
            "column on": lambda one, texts: _day(one.on, texts),
            "column came": _answer,
            "column brought": lambda one, texts: _functions(one.brought, texts),
            "column people met": _count("introduced"),
        },
    ),
    ReconnectedTie: Row(
        "shown reconnected",
        {
            "column name": _who,
            "column on": lambda one, texts: _day(one.when.date(), texts),
            "column silence": lambda one, texts: texts.span(int(one.silence * DAYS_A_YEAR)),
            "column people met": _count("people"),
        },
        EXPLAINED,
    ),
    NetworkChange: Row(
        "shown step",
        {
            "column until": _moment,
            "column contacts": lambda step, texts: texts.number(int(step.contacts.after)),
            "column new": _count("came"),
            "column woken": _count("reconnected"),
            "column quiet": _count("went"),
            "column core": lambda step, texts: _percent(step.to_inner_circle.share.after, texts),
        },
        EXPLAINED,
    ),
    Figure: Row(
        "shown figure",
        {
            "column meaning": lambda one, texts: one.of.meaning(one.name, texts),
            "column value": lambda one, texts: _decimal(one.value, texts),
        },
    ),
    TieRow: Row(
        "shown tie",
        {
            "column name": _who,
            "column silent": _silence,
            "column sleeps": _sleeps,
            "column trust": lambda row, texts: _percent(row.value("trust"), texts),
        },
    ),
    Tie: Row(
        "shown stated",
        {
            "column relation": lambda tie, texts: texts.listing(
                [texts.say(f"relation {each}") for each in sorted(tie.relations)]
            ),
            "column brought": lambda tie, texts: _functions(tie.functions, texts),
            "column since": lambda tie, texts: _day(tie.since, texts),
        },
    ),
    Move: Row("shown move", {"column name": _who, "column what": explained}),
}


@attrs.frozen(eq=False)
class TieRowsInOrder(Sequence[TieRow]):
    """Rows of ties, each made when it is asked for: of millions a few are looked at."""

    ties: TieRows
    order: Sequence[int]

    @overload
    def __getitem__(self, index: int) -> TieRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[TieRow]: ...
    @override
    def __getitem__(self, index: int | slice) -> TieRow | list[TieRow]:
        rows = self.order[index]
        return (
            TieRow(self.ties, rows)
            if isinstance(rows, int)
            else [TieRow(self.ties, r) for r in rows]
        )

    @override
    def __len__(self) -> int:
        return len(self.order)


def _own_ties(network: Network) -> Sequence[TieRow]:
    """The owner's ties, the strongest first."""
    if network.ego is None:
        return ()
    ties = network.ties_of()
    return TieRowsInOrder(ties, np.argsort(-ties.strength, kind="stable").tolist())


def _network(network: Network, texts: Catalogue) -> str:
    people, pairs = len(network.keys), texts.number(len(network.csr) // 2)
    if network.as_of is None:
        return texts.say("shown network", people, pairs=pairs)
    return texts.say("shown network on", people, pairs=pairs, day=texts.day(network.as_of.date()))


def _by_name(records: Records) -> Sequence[Contact]:
    return sorted(records.contacts, key=lambda each: (each.name.casefold(), each.key))


WHOLES: Mapping[type, Whole] = {
    Recommendations: Whole(lambda picks: picks.picks, explained, is_told_below=True),
    Records: Whole(_by_name, lambda records, texts: records.summary(texts), is_folded=True),
    Network: Whole(_own_ties, _network),
    Ties: Whole(lambda ties: TieRowsInOrder(ties, range(len(ties)))),
    NetworkChange: Whole(
        lambda change: [Figure(change, *each) for each in change.figures().items()],
        explained,
        is_folded=True,
    ),
    SafeBase: Whole(lambda base: base.supporters, explained),
    NetworkCoverage: Whole(lambda coverage: coverage.functions, explained),
    RecordsChange: Whole(lambda change: change.moved, explained, is_folded=True),
}

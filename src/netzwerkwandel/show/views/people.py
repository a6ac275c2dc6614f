"""What is told of records, and of the network of people in them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change import SafeBase, Supporter
from netzwerkwandel.model import Contact, Tie
from netzwerkwandel.model.moments import DAYS_A_YEAR
from netzwerkwandel.model.naming import called
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.network.tie_rows import TieRows
from netzwerkwandel.records import Records
from netzwerkwandel.records.records_change import Move, RecordsChange
from netzwerkwandel.scoring import FunctionCoverage, NetworkCoverage
from netzwerkwandel.show.counted import counted
from netzwerkwandel.show.views.view import (
    Row,
    Whole,
    count,
    day,
    explained,
    functions,
    percent,
    who,
)
from netzwerkwandel.texts import Catalogue


NAMED = 3
"""So many people are named in a cell; the others are counted."""


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
        return network.contact(who) if network.contacts else Contact(key=network.keys[who])

    def value(self, column: str) -> float:
        """What a column says of it."""
        return float(getattr(self.ties, column)[self.row])

    def silent(self, texts: Catalogue) -> str:
        """How long ago the last contact was; empty where the data shows none."""
        if math.isnan(silence := self.value("silence")):
            return ""
        return texts.say("cell ago", span=texts.span(int(silence * DAYS_A_YEAR)))

    def sleeps(self, texts: Catalogue) -> str:
        """Whether the contact is asleep."""
        return texts.say("ask yes") if self.value("is_dormant") else ""


@attrs.frozen(eq=False)
class TieRowsInOrder(Sequence[TieRow]):
    """Rows of ties, each made when it is asked for: of millions a few are looked at."""

    ties: TieRows
    order: Sequence[int]

    @classmethod
    def of_owner(cls, network: Network) -> Sequence[TieRow]:
        """The owner's ties, the strongest first."""
        if network.ego is None:
            return ()
        ties = network.ties_of()
        return cls(ties, np.argsort(-ties.strength, kind="stable").tolist())

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


def _held_by(covered: FunctionCoverage, texts: Catalogue) -> str:
    """On whom it stands: some are named; and whether that is a danger."""
    some = [called(each, texts) for each in covered.contacts[:NAMED]]
    names = texts.listing(some)
    if more := len(covered.contacts) - len(some):
        names = f"{', '.join(some)} {texts.say('summary more', more)}"
    if covered.core_only:
        return texts.say("cell core only", names=names) if names else texts.say("cell core")
    return names


def _network(network: Network, texts: Catalogue) -> str:
    people, pairs = len(network.keys), texts.number(len(network.csr) // 2)
    parts = "" if network.ego is None else counted(network, texts)
    if network.as_of is None:
        told = texts.say("shown network", people, pairs=pairs)
    else:
        day = texts.day(network.as_of.date())
        told = texts.say("shown network on", people, pairs=pairs, day=day)
    return f"{told} {parts}".rstrip()


ROWS: Mapping[type, Row] = {
    Contact: Row(
        "shown contact",
        {
            "column name": called,
            "column work": lambda contact, _: ", ".join(
                filter(None, (contact.position, contact.organisation))
            ),
            "column fields": lambda contact, _: ", ".join(contact.fields),
        },
    ),
    TieRow: Row(
        "shown tie",
        {
            "column name": who,
            "column silent": TieRow.silent,
            "column sleeps": TieRow.sleeps,
            "column trust": lambda row, texts: percent(row.value("trust"), texts),
        },
    ),
    Tie: Row(
        "shown stated",
        {
            "column relation": lambda tie, texts: texts.listing(
                [texts.say(f"relation {each}") for each in sorted(tie.relations)]
            ),
            "column brought": lambda tie, texts: functions(tie.functions, texts),
            "column since": lambda tie, texts: day(tie.since, texts),
        },
    ),
    FunctionCoverage: Row(
        "shown function",
        {
            "column served": lambda one, texts: texts.say(f"function {one.function}"),
            "column people": count("keys"),
            "column circles": lambda one, texts: texts.number(one.circles),
            "column held": _held_by,
        },
    ),
    Supporter: Row(
        "shown supporter",
        {
            "column name": who,
            "column support": lambda one, texts: texts.percent(one.support),
            "column alone": lambda one, texts: functions(one.only_one_for, texts),
        },
    ),
    Move: Row("shown move", {"column name": who, "column what": explained}),
}

WHOLES: Mapping[type, Whole] = {
    Records: Whole(
        lambda records: sorted(
            (records.contact(each.key) for each in records.contacts),
            key=lambda each: (each.name.casefold(), each.key),
        ),
        lambda records, texts: records.summary(texts),
        is_folded=True,
    ),
    RecordsChange: Whole(lambda change: change.moved, explained, is_folded=True),
    Network: Whole(TieRowsInOrder.of_owner, _network),
    Ties: Whole(lambda ties: TieRowsInOrder(ties, range(len(ties)))),
    NetworkCoverage: Whole(lambda coverage: coverage.functions, explained),
    SafeBase: Whole(lambda base: base.supporters, explained),
}

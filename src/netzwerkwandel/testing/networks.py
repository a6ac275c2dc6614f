"""Small and ugly networks: what data of people is like, and the edges of what there can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import TypeVar

import attrs
import numpy as np

from netzwerkwandel.model import Channel, Contact, Function, Goal, Interaction, Relation
from netzwerkwandel.model import Tie as Statement
from netzwerkwandel.network.arrays import GREATEST_WEIGHT, LEAST_WEIGHT
from netzwerkwandel.records import Records
from netzwerkwandel.testing.cases import Case, EdgeCase, LifeCase


AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
ME = "person:me"

_OTHERS = tuple(f"person:{number:02}" for number in range(13))
_FIELDS = ("ux research", "teaching")
_PLACES_OF_FIELD = ("fields", "position", "communities", "", "")
# In days: of today, of this month, of this year, on either side of the three years after which a
# tie is dormant, and of sixteen years ago.
_SILENCES = (0.5, 20.0, 200.0, 900.0, 1500.0, 6000.0)
_SPACINGS = (1.0, 14.0, 90.0)
_SHARES = (None, 0.0, 0.3, 0.8, 1.0)

T = TypeVar("T")


def ugly_cases(goals: Sequence[Goal]) -> tuple[Case, ...]:
    """The networks that a strategy is checked on, with people in the fields of these goals."""
    fields = tuple(field for goal in goals for field in goal.fields) or _FIELDS
    pairs = [*combinations("abcd", 2), ("d", "e"), *combinations("efghi", 2)]
    circles = tuple((a, b, 0.5 + number % 5 * 3.0) for number, (a, b) in enumerate(pairs))
    # The faintest and the loudest tie there can be, side by side: sums and ratios of them must stay
    # finite, and one must not swallow the other.
    least, most = LEAST_WEIGHT, GREATEST_WEIGHT
    faint_and_loud = (("a", "b", least), ("a", "c", most), ("b", "c", least), ("a", "d", 1.0))
    one_statement = Records(
        contacts=[Contact(key=ME), Contact(key="person:01")],
        ties=[Statement(a=ME, b="person:01", trust=0.5)],
        me=ME,
    )
    return (
        EdgeCase("one person alone", alone=("a",)),
        EdgeCase("a single tie", (("a", "b", 1.0),)),
        EdgeCase("a hub", tuple(("m", leaf, 1.0 + i) for i, leaf in enumerate("abcdefghijkl"))),
        EdgeCase("two circles, a bridge and one alone", circles, alone=("z",)),
        EdgeCase("faint and loud ties", faint_and_loud),
        LifeCase("an owner without ties", Records(contacts=[Contact(key=ME)], me=ME), AS_OF),
        LifeCase("one statement", one_statement, AS_OF),
        *(
            LifeCase(f"a life, seed {seed}", _Life(fields, seed).records(), AS_OF)
            for seed in (1, 2, 3)
        ),
    )


@attrs.frozen
class _Life:
    """A life that is drawn by lot, the same for the same seed."""

    fields: Sequence[str]
    rng: np.random.Generator = attrs.field(converter=np.random.default_rng)

    def records(self) -> Records:
        """Draw it: with each other person alone, in gatherings, and what is stated."""
        # The order of the draws is a part of the life: one more changes all that follow.
        events = [event for key in _OTHERS for event in self._alone_with(key)]
        people = [Contact(key=ME, name="Mara"), *map(self._person, _OTHERS)]
        statements = [self._statement() for _ in range(24)]
        gatherings = [self._gathering(number) for number in range(14)]
        return Records(contacts=people, ties=statements, interactions=[*events, *gatherings], me=ME)

    def _pick(self, options: Sequence[T]) -> T:
        return options[int(self.rng.integers(len(options)))]

    def _some(self, options: Sequence[T], share: float) -> list[T]:
        return [option for option in options if self.rng.random() < share]

    def _person(self, key: str) -> Contact:
        """In a field by what she does, by what she is, by whom she meets, or not in any."""
        field, place = self._pick(self.fields), self._pick(_PLACES_OF_FIELD)
        return Contact(
            key=key,
            name=f"Ann {key.removeprefix('person:')}",
            organisation=self._pick(("", "Acme", "Beta")),
            position=field if place == "position" else self._pick(("", "Clerk")),
            fields=[field] if place == "fields" else [],
            communities=[field] if place == "communities" else [],
            changed_career=self._pick((None, False, True)),
        )

    def _alone_with(self, key: str) -> list[Interaction]:
        """What happened between the owner and one other, at her own rhythm, up to some silence."""
        silence, spacing = self._pick(_SILENCES), self._pick(_SPACINGS)
        writers = self._pick(((ME,), (key,), (ME, key)))
        return [
            self._event(f"{key}:{i}", silence + spacing * i, [ME, key], self._pick(writers))
            for i in range(int(self.rng.integers(12)))
        ]

    def _gathering(self, number: int) -> Interaction:
        people = sorted({self._pick((ME, *_OTHERS)) for _ in range(5)})
        days = float(self.rng.integers(3000))
        return self._event(f"gathering:{number}", days, people, self._pick(people))

    def _event(self, key: str, days: float, people: Sequence[str], sender: str) -> Interaction:
        channel = self._pick(tuple(Channel))
        return Interaction(
            key=key,
            when=AS_OF - timedelta(days=days),
            participants=people,
            channel=channel,
            sender=None if channel is Channel.MEETING else sender,
        )

    def _statement(self) -> Statement:
        a, b = self.rng.permutation(len(_OTHERS))[:2].tolist()
        # Seven in ten are about the owner, since a strategy mostly scores her ties.
        one = ME if self.rng.random() < 0.7 else _OTHERS[a]
        return Statement(
            a=one,
            b=_OTHERS[b],
            relations=self._some(tuple(Relation), 0.25),
            functions=self._some(tuple(Function), 0.2),
            trust=self._pick(_SHARES),
            closeness=self._pick(_SHARES),
            ended_in_conflict=self.rng.random() < 0.15,
        )

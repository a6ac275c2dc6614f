"""Networks that a check can turn around: the same people under other names, titles or strangers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import attrs
import numpy as np

from netzwerkwandel.model import Contact, Goal, Interaction, Key
from netzwerkwandel.network import Network
from netzwerkwandel.network.fields import FieldMatcher
from netzwerkwandel.records import Records


_TITLE = "President, Founder, Head, Chief, Director, Manager, Senior Partner, Professor"


class Case(Protocol):
    """A network that a strategy is checked on."""

    @property
    def name(self) -> str:
        """What it is, in words."""

    @property
    def ego(self) -> Key | None:
        """Whose contacts get to know strangers."""

    def network(self) -> Network:
        """Build it."""

    def renamed(self) -> tuple[Case, Mapping[Key, Key]]:
        """Give everybody another key, so that the people stand in another order."""

    def dressed(self, goals: Sequence[Goal], *, keep_field: bool) -> Case:
        """Change every name, organisation and position."""

    def among_strangers(self, times: int) -> Case:
        """Let each of ego's contacts know so many dozens of people whom nobody else knows."""


@attrs.frozen
class LifeCase:
    """A network that is built from records."""

    name: str
    records: Records
    as_of: datetime

    @property
    def ego(self) -> Key | None:
        """The owner."""
        me = self.records.me
        return None if me is None else self.records.person_of[me]

    def network(self) -> Network:
        """Build it."""
        return Network.from_records(self.records, as_of=self.as_of)

    def renamed(self) -> tuple[LifeCase, Mapping[Key, Key]]:
        """Give everybody another key; the old one stays known, so that events still name her."""
        # The old key becomes an alias, so that no interaction has to be written anew.
        names = _new_names([contact.key for contact in self.records.contacts])
        people = [
            attrs.evolve(c, key=names[c.key], aliases=[c.key, *c.aliases])
            for c in self.records.contacts
        ]
        return self._with(people, self.records.interactions), names

    def dressed(self, goals: Sequence[Goal], *, keep_field: bool) -> LifeCase:
        """Change every name, organisation and position, and keep who is in the field or not."""
        people = [_dressed(c, goals, keep_field=keep_field) for c in self.records.contacts]
        return self._with(people, self.records.interactions)

    def among_strangers(self, times: int) -> LifeCase:
        """Let each of the owner's contacts write to people whom nobody else knows."""
        network = self.network()
        people, letters = [*self.records.contacts], [*self.records.interactions]
        for number, target in enumerate(network.ties_of().target.tolist()):
            for letter in range(times):
                strangers = _strangers(number, letter)
                people += [Contact(key=key, name=key) for key in strangers]
                letters.append(
                    Interaction(
                        key=f"stranger:{number}:{letter}",
                        # Of late, so that it would count for much if it counted.
                        when=self.as_of - timedelta(days=10),
                        participants=[network.keys[target], *strangers],
                        sender=network.keys[target],
                    )
                )
        return self._with(people, letters)

    def _with(self, people: Sequence[Contact], letters: Sequence[Interaction]) -> LifeCase:
        known = self.records
        records = Records(contacts=people, ties=known.ties, interactions=letters, me=known.me)
        return attrs.evolve(self, records=records)


@attrs.frozen
class EdgeCase:
    """A network of weighted ties, of which nothing else is known."""

    name: str
    edges: tuple[tuple[Key, Key, float], ...] = ()
    alone: tuple[Key, ...] = ()

    @property
    def ego(self) -> Key | None:
        """One end of the first tie."""
        return self.edges[0][0] if self.edges else None

    @property
    def _keys(self) -> list[Key]:
        return sorted({*self.alone, *(key for a, b, _ in self.edges for key in (a, b))})

    def network(self) -> Network:
        """Build it."""
        a, b, weight = ([edge[i] for edge in self.edges] for i in range(3))
        return Network.from_edges(a, b, weight, keys=self._keys)

    def renamed(self) -> tuple[EdgeCase, Mapping[Key, Key]]:
        """Give everybody another key."""
        names = _new_names(self._keys)
        edges = tuple((names[a], names[b], weight) for a, b, weight in self.edges)
        return EdgeCase(self.name, edges, tuple(names[key] for key in self.alone)), names

    def dressed(self, goals: Sequence[Goal], *, keep_field: bool) -> EdgeCase:  # noqa: ARG002
        """Stay as it is: nobody has a title."""
        return self

    def among_strangers(self, times: int) -> EdgeCase:
        """Tie each of ego's contacts to people whom nobody else knows, more strongly than any."""
        of = sorted({b if a == self.ego else a for a, b, _ in self.edges if self.ego in {a, b}})
        loudest = max((weight for _, _, weight in self.edges), default=1.0)
        new = [
            (key, stranger, loudest)
            for number, key in enumerate(of)
            for letter in range(times)
            for stranger in _strangers(number, letter)
        ]
        return attrs.evolve(self, edges=(*self.edges, *new))


def _new_names(keys: Sequence[Key]) -> dict[Key, Key]:
    places = np.random.default_rng(len(keys)).permutation(len(keys)).tolist()
    return {key: f"renamed:{place:06}" for key, place in zip(keys, places, strict=True)}


def _strangers(number: int, letter: int) -> list[Key]:
    """A dozen strangers."""
    return [f"stranger:{number:04}:{letter}:{i}" for i in range(12)]


def _dressed(contact: Contact, goals: Sequence[Goal], *, keep_field: bool) -> Contact:
    words = " ".join(field for goal in goals for field in goal.fields)
    important = attrs.evolve(
        contact,
        name=f"Dr. {contact.label} of Renown",
        organisation=f"{contact.organisation} World Bank",
        position=f"{_TITLE}, {words}",
    )
    if not keep_field:
        return important
    # The title above names the goal's field. Where who is in the field must stay as it is, that is
    # left out; and if the long title still moves somebody in or out, she keeps her own.
    dressed = attrs.evolve(important, position=f"{_TITLE}, {contact.position}")
    if all(_is_in(dressed, goal) == _is_in(contact, goal) for goal in goals):
        return dressed
    return attrs.evolve(dressed, position=contact.position)


def _is_in(contact: Contact, goal: Goal) -> bool:
    return FieldMatcher().first_field(contact, goal.fields) is not None

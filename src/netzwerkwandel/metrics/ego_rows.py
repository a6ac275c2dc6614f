"""The three tables of a survey of egos, put together: who has which alters, and which ties."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.ego_tables import ALTER, EGO, SOURCE, TARGET, EgoTable
from netzwerkwandel.model import Key
from netzwerkwandel.network import Network
from netzwerkwandel.network.attributes import Attributes
from netzwerkwandel.network.csr import Csr


@attrs.define(eq=False)
class EgoRows:
    """The tables, with each ego's alters and ties by their rows."""

    egos: dict[Key, int]
    alters: list[Key]
    said_of_egos: dict[str, list[Hashable]]
    said_of_alters: dict[str, list[Hashable]]
    strengths: list[float] | None = None
    alters_of: dict[Key, dict[Key, int]] = attrs.field(factory=dict)
    ties_of: dict[Key, list[tuple[Key, Key, float]]] | None = None

    @classmethod
    def of(cls, egos: EgoTable, alters: EgoTable, ego: str | None, alter: str | None) -> EgoRows:
        """Read who the egos and the alters are, each under her columns' names."""
        of_ego, of_alter = egos.named("ego", ego, EGO), alters.named("alter", alter, ALTER)
        keys = egos.keys(of_ego)
        numbers = {key: row for row, key in enumerate(keys)}
        if len(numbers) < len(keys):
            twice = next(key for row, key in enumerate(keys) if numbers[key] != row)
            raise InvalidArgumentError(
                f"each ego must have one row of egos, got {shown(twice)} twice"
            )
        known = [of_alter, alters.named("ego", ego, EGO)]
        return cls(numbers, alters.keys(of_alter), egos.rest([of_ego]), alters.rest(known))

    def place_alters(self, egos: list[Key]) -> None:
        """Say which alters each ego has."""
        self.alters_of = {key: {} for key in self.egos}
        for row, (ego, alter) in enumerate(zip(egos, self.alters, strict=True)):
            if ego not in self.alters_of:
                raise InvalidArgumentError(
                    f"each ego of alters must have a row of egos, got {shown(ego)} in row {row}"
                )
            if self.alters_of[ego].setdefault(alter, row) != row:
                raise InvalidArgumentError(
                    f"an ego must name each alter once, got {shown(alter)} again in row {row}"
                )

    def place_ties(
        self, table: EgoTable, names: tuple[str | None, ...], weight: str | None
    ) -> None:
        """Say which ties the alters of each ego have."""
        columns = zip(("ego", "source", "target"), names, (EGO, SOURCE, TARGET), strict=True)
        ends = [table.keys(table.named(*each)) for each in columns]
        weights = [1.0] * len(table)
        if weight is not None:
            weights = table.numbers(table.named("tie_weight", weight, ()))
        ties_of: dict[Key, list[tuple[Key, Key, float]]] = {key: [] for key in self.egos}
        for row, (ego, a, b, strength) in enumerate(zip(*ends, weights, strict=True)):
            there = self.alters_of.get(ego, {})
            if a not in there or b not in there:
                raise InvalidArgumentError(
                    f"a tie must join two alters of its ego, got {shown(a if b in there else b)} "
                    f"in row {row} of ties"
                )
            ties_of[ego].append((f"{ego}/{a}", f"{ego}/{b}", strength))
        self.ties_of = ties_of

    def network(self, egos: Sequence[Key], owner: Key | None = None) -> Network:
        """Make the network of some egos, side by side, which may be the own of one of them."""
        keys: list[Key] = []
        ties: list[tuple[Key, Key, float]] = []
        people: dict[str, dict[int, object]] = {
            name: {} for name in [*self.said_of_egos, *self.said_of_alters]
        }
        for ego in egos:
            self._say(people, self.said_of_egos, self.egos[ego], len(keys))
            keys.append(ego)
            for alter, row in self.alters_of[ego].items():
                self._say(people, self.said_of_alters, row, len(keys))
                keys.append(f"{ego}/{alter}")
                strength = 1.0 if self.strengths is None else self.strengths[row]
                ties.append((ego, keys[-1], strength))
            ties += () if self.ties_of is None else self.ties_of[ego]
        source, target, weights = zip(*ties, strict=True) if ties else ((), (), ())
        made = Network.from_edges(source, target, list(weights), keys=keys)
        number = None if owner is None else made.index_of(owner)
        return attrs.evolve(made, ego=number, attributes=Attributes(people))

    def supposed(self, own: Network) -> Iterator[Network]:
        """Make what an ego's network might be as well: nothing, where ties were asked about.

        That two of her alters know each other, and that all of them do.
        """
        if self.ties_of is not None or own.ego is None:
            return
        alters = own.indices[own.csr.ties_of(np.array([own.ego]))[0]]
        a, b = np.triu_indices(len(alters), 1)
        once = own.sources < own.indices
        for n in sorted({min(1, len(a)), len(a)} - {0}):
            source = np.concatenate([own.sources[once], alters[a[:n]]])
            target = np.concatenate([own.indices[once], alters[b[:n]]])
            weights = np.concatenate([own.weights[once], np.ones(n)])
            yield own.with_ties(Csr.symmetric(source, target, weights, own.n_contacts))

    @staticmethod
    def _say(
        people: dict[str, dict[int, object]],
        said: Mapping[str, Sequence[Hashable]],
        row: int,
        place: int,
    ) -> None:
        for name, values in said.items():
            if values[row] is not None:
                people[name][place] = values[row]

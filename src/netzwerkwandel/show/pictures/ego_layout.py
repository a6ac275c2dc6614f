"""Where everybody stands around a person, as data: sectors are circles, and farther is weaker."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum, unique

import attrs
import numpy as np

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Key
from netzwerkwandel.model.naming import name_shown
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.network.snapshot import Snapshot
from netzwerkwandel.show.pictures.names import ShortNames, shortened
from netzwerkwandel.texts import Catalogue, printable


SECTOR_FROM = 3
"""So many who know each other have a sector of their own; all others share one."""

MOST_GAP = 0.05
"""Between two sectors there is so much of a turn, in radians, or less where there are many."""


@unique
class Ring(StrEnum):
    """How near somebody stands."""

    INNER = "inner"
    LIVING = "living"
    ASLEEP = "asleep"
    NEVER = "never"


# From where to where each ring goes; the edge of the picture is 1.
RADII: Mapping[Ring, tuple[float, float]] = {
    Ring.INNER: (0.17, 0.36),
    Ring.LIVING: (0.44, 0.68),
    Ring.ASLEEP: (0.76, 0.97),
    Ring.NEVER: (0.76, 0.97),
}
BORDERS = (0.40, 0.72, 1.0)

APART, STEPS = 0.085, tuple(i * 0.01 for i in range(24))
"""So far apart are those on the list, and by these steps a free place is looked for."""


@attrs.frozen(kw_only=True)
class Person:
    """Somebody in the picture.

    Parameters
    ----------
    key, name : str
        Who, and how she is called there.
    angle, radius : float
        Where: clockwise from the top in radians, and from 0 (the middle) to 1.
    ring : Ring
        How near.
    place : int
        Her place on the list, from 1; 0 if she is not on it.
    strength : float
        How strong the tie is, or was at its highest if it is asleep.
    """

    key: Key
    name: str
    angle: float
    radius: float
    ring: Ring
    place: int
    strength: float

    @property
    def x(self) -> float:
        """How far to the right, from -1 to 1."""
        return self.radius * math.sin(self.angle)

    @property
    def y(self) -> float:
        """How far up, from -1 to 1."""
        return self.radius * math.cos(self.angle)


@attrs.frozen
class Sector:
    """A circle of people who know each other, from one angle to another; or all who do not."""

    start: float
    end: float
    keys: tuple[Key, ...]
    label: str

    def angles(self) -> dict[Key, float]:
        """Where each of them stands: everybody has a slice of it."""
        step = (self.end - self.start) / len(self.keys)
        return {key: self.start + (i + 0.5) * step for i, key in enumerate(self.keys)}

    def angle_of_another(self, key: Key) -> float:
        """Where somebody stands in it who is not of it: by her key alone."""
        return self.start + int.from_bytes(_hash(key)) / 2**64 * (self.end - self.start)


@attrs.frozen
class EgoLayout:
    """Everybody around a person, and the circles they stand in.

    The owner is called nothing where she has no name: she is spoken to.
    """

    me: str
    people: tuple[Person, ...]
    sectors: tuple[Sector, ...]

    def counted(self, ring: Ring) -> int:
        """How many stand in a ring."""
        return sum(person.ring is ring for person in self.people)

    @property
    def suggested(self) -> tuple[Person, ...]:
        """Those on the list, in its order."""
        return tuple(sorted((p for p in self.people if p.place), key=lambda p: p.place))


def ego_layout(
    network: Network,
    texts: Catalogue,
    *,
    ego: Key | int | None = None,
    listed: Sequence[Key] = (),
    like: Network | None = None,
    initials: bool = False,
) -> EgoLayout:
    """Place everybody around a person.

    A person's angle depends only on her key and on who knows whom in ``like``: with the same
    ``like`` she keeps her angle at every moment, and only comes nearer or goes.

    Parameters
    ----------
    network : Network
        Who stands how near.
    texts : Catalogue
        The words.
    ego : str, int or None
        The person in the middle, if not the owner of the network.
    listed : sequence of str
        The keys of those who are suggested, in the order of the list.
    like : Network, optional
        Whose circles are the sectors; by default those of ``network``.
    initials : bool
        Whether people are called by their initials.

    Returns
    -------
    EgoLayout
        Everybody once, in the order of the keys.
    """
    ties = network.ties_of(ego)
    number = network.ego if ego is None else ego
    middle = network.index_of(number) if isinstance(number, str) else number
    assert middle is not None
    around = _Around(
        ties, texts, ShortNames.of(network.contacts, texts, initials=initials, owner=network.ego)
    )
    there = (
        around if like is None else attrs.evolve(around, ties=like.ties_of(network.keys[middle]))
    )
    sectors = there.sectors()
    angles = {key: angle for sector in sectors for key, angle in sector.angles().items()}
    last = sectors[-1] if sectors else Sector(0.0, 2 * math.pi, (), "")
    keys = [network.keys[i] for i in ties.target.tolist()]
    turns = [angles[key] if key in angles else last.angle_of_another(key) for key in keys]
    rings, strength = around.rings(), around.strength
    radii = around.radii(rings)
    places = {key: place for place, key in enumerate(listed, 1)}
    on_list = sorted(
        (row for row, key in enumerate(keys) if key in places), key=lambda r: places[keys[r]]
    )
    _set_apart(on_list, turns, radii)
    people = tuple(
        Person(
            key=keys[row],
            name=around.name(target),
            angle=turns[row],
            radius=float(radii[row]),
            ring=rings[row],
            place=places.get(keys[row], 0),
            strength=float(strength[row]),
        )
        for row, target in enumerate(ties.target.tolist())
    )
    is_spoken_to = middle == network.ego and not name_shown(network.contact(middle))
    return EgoLayout("" if is_spoken_to else around.name(middle), people, sectors)


@attrs.frozen
class _Around:
    """Everybody whom a person knows, and how they are called."""

    ties: Ties
    texts: Catalogue
    short: ShortNames

    def name(self, number: int) -> str:
        """What somebody is called, by her number in the network."""
        return self.short.of_one(self.ties.network.contact(number))

    def rings(self) -> list[Ring]:
        """How near each contact stands; where nothing was measured, nobody is asleep."""
        network: Snapshot = self.ties.network
        never = np.isnan(self.ties.silence) & network.history.is_measured
        nearness = [inner_circle_of(self.ties), self.ties.is_dormant, never]
        kinds = np.select(nearness, [0, 2, 3], 1)
        return [tuple(Ring)[kind] for kind in kinds.tolist()]

    def radii(self, rings: Sequence[Ring]) -> FloatArray:
        """Spread each ring's people over it by rank, the strongest innermost.

        Equals keep their order. Of the strengths 5 9 1 the ranks are 1 0 2, and of three people the
        middle one stands half way.
        """
        radii, strength = np.zeros(len(self.ties)), self.strength
        for ring, (low, high) in RADII.items():
            rows = np.flatnonzero([each is ring for each in rings])
            rows = rows[np.argsort(-strength[rows], kind="stable")]
            radii[rows] = low + (high - low) * (np.arange(len(rows)) + 0.5) / max(len(rows), 1)
        return radii

    @property
    def strength(self) -> FloatArray:
        """How strong each tie is, or was at its highest if it is asleep."""
        return np.where(self.ties.is_dormant, self.ties.peak_strength, self.ties.strength)

    def sectors(self) -> tuple[Sector, ...]:
        """Cut the turn into circles; a small one has a little more than its share, for its name."""
        keys, circles = self.ties.network.keys, self.circles()
        gap = min(MOST_GAP, 0.2 * 2 * math.pi / max(len(circles), 1))
        weights = [len(rows) + 2.0 for _, rows in circles]
        turn, sectors, start = 2 * math.pi - gap * len(circles), [], gap / 2
        for (label, rows), weight in zip(circles, weights, strict=True):
            end = start + turn * weight / sum(weights)
            # By a hash: people who came at one time are about as strong, and would lie in a heap.
            some = sorted((keys[i] for i in self.ties.target[rows].tolist()), key=_hash)
            sectors.append(Sector(start, end, tuple(some), label))
            start = end + gap
        return tuple(sectors)

    def circles(self) -> list[tuple[str, list[int]]]:
        """The rows of each circle, those known for longest first, and at last all who are alone.

        A circle is as old as the first of it whom the person came to know: this does not change
        when others come, so that new circles follow the old ones and do not push between them.
        """
        since = np.nan_to_num(self.ties.acquainted, nan=np.inf).tolist()
        number = self.ties.circle.tolist()
        size, alone = Counter(number), list[tuple[float, int]]()
        groups: dict[int, list[tuple[float, int]]] = {}
        for row, (day, circle) in enumerate(zip(since, number, strict=True)):
            is_alone = size[circle] < SECTOR_FROM
            (alone if is_alone else groups.setdefault(circle, [])).append((day, row))
        # The rows are in the order of the keys, so that equals stay in that order.
        ordered = [[row for _, row in each] for each in sorted(map(sorted, groups.values()))]
        last = [(self.texts.say("picture alone"), [row for _, row in sorted(alone)])]
        return [(self.label(rows), rows) for rows in ordered] + (last if alone else [])

    def label(self, rows: Sequence[int]) -> str:
        """Name a circle by the employer of most of its people, or else by who is nearest in it."""
        ties = self.ties
        contacts = [ties.network.contact(i) for i in ties.target[rows].tolist()]
        employers = Counter(printable(each.organisation) for each in contacts)
        employer, n = employers.most_common(1)[0]
        if employer and self.short.initials is None and 2 * n >= len(rows):
            return shortened(employer)
        nearest = max(rows, key=lambda row: (ties.peak_strength[row], -row))
        return self.texts.say("picture circle", who=self.name(int(ties.target[nearest])))


def _hash(key: Key) -> bytes:
    """The same on every machine, and as good as by chance."""
    return hashlib.blake2b(key.encode(), digest_size=8).digest()


def _set_apart(rows: Sequence[int], angles: Sequence[float], radii: FloatArray) -> None:
    """Move those on the list a little nearer or farther, where one would hide another.

    Nobody leaves her ring, and everybody keeps her angle.
    """
    placed: list[complex] = []
    for row in rows:
        turn = complex(math.cos(angles[row]), math.sin(angles[row]))
        low, high = next(ring for ring in RADII.values() if ring[0] <= radii[row] <= ring[1])
        tries = (radii[row] + step * way for step in STEPS for way in (1, -1))
        inside = [radius for radius in tries if low <= radius <= high]
        far = [r for r in inside if all(abs(r * turn - other) >= APART for other in placed)]
        radii[row] = far[0] if far else radii[row]
        placed.append(float(radii[row]) * turn)

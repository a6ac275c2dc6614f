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
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.network.snapshot import Snapshot
from netzwerkwandel.show.pictures.names import short_name, shortened
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


@attrs.frozen
class EgoLayout:
    """Everybody around a person, and the circles they stand in."""

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
    there = ties if like is None else like.ties_of(network.keys[middle])
    sectors = _sectors(there, texts, initials=initials)
    angles = {key: angle for sector in sectors for key, angle in _angles(sector).items()}
    rings, radii = _rings(ties), np.zeros(len(ties))
    strength = np.where(ties.is_dormant, ties.peak_strength, ties.strength)
    for ring in Ring:
        rows = np.flatnonzero([each is ring for each in rings])
        radii[rows] = _radii(strength[rows], *RADII[ring])
    places = {key: place for place, key in enumerate(listed, 1)}
    keys = [network.keys[i] for i in ties.target.tolist()]
    turns = [angles[key] if key in angles else _hashed(key, sectors) for key in keys]
    on_list = sorted(
        (row for row, key in enumerate(keys) if key in places), key=lambda r: places[keys[r]]
    )
    _set_apart(on_list, turns, radii)

    def named(i: int) -> str:
        return short_name(network.contact(i), texts, initials=initials)

    people = tuple(
        Person(
            key=keys[row],
            name=named(target),
            angle=turns[row],
            radius=float(radii[row]),
            ring=rings[row],
            place=places.get(keys[row], 0),
            strength=float(strength[row]),
        )
        for row, target in enumerate(ties.target.tolist())
    )
    return EgoLayout(named(middle), people, sectors)


def _sectors(ties: Ties, texts: Catalogue, *, initials: bool) -> tuple[Sector, ...]:
    """Cut the turn into circles, those known for longest first, and at last all who are alone.

    A circle is as old as the first of it whom the person came to know: this does not change when
    others come, so that new circles follow the old ones and do not push between them.
    """
    since = np.nan_to_num(ties.acquainted, nan=np.inf).tolist()
    size = Counter(ties.circle.tolist())
    groups: dict[bool, dict[int, list[tuple[float, int]]]] = {False: {}, True: {}}
    for row, (day, circle) in enumerate(zip(since, ties.circle.tolist(), strict=True)):
        is_alone = size[circle] < SECTOR_FROM
        groups[is_alone].setdefault(-1 if is_alone else circle, []).append((day, row))
    # The rows are in the order of the keys, so that equals stay in that order.
    ordered = [*sorted(sorted(group) for group in groups[False].values())]
    ordered += [sorted(group) for group in groups[True].values()]
    gap = min(MOST_GAP, 0.2 * 2 * math.pi / max(len(ordered), 1))
    # A little more than its share for a small circle, so that its name finds room.
    weights = [len(group) + 2.0 for group in ordered]
    turn, sectors, start = 2 * math.pi - gap * len(ordered), [], gap / 2
    for number, (group, weight) in enumerate(zip(ordered, weights, strict=True)):
        end = start + turn * weight / sum(weights)
        rows = [row for _, row in group]
        label = texts.say("picture alone")
        if number < len(groups[False]):
            label = _label(ties, rows, texts, initials=initials)
        # By a hash, since people who came at one time are about as strong, and would lie in a heap.
        keys = sorted((ties.network.keys[i] for i in ties.target[rows].tolist()), key=_hash)
        sectors.append(Sector(start, end, tuple(keys), label))
        start = end + gap
    return tuple(sectors)


def _label(ties: Ties, rows: Sequence[int], texts: Catalogue, *, initials: bool) -> str:
    """Name a circle by the employer of most of its people, or else by who is nearest in it."""
    contacts = {row: ties.network.contact(int(ties.target[row])) for row in rows}
    employers = Counter(printable(each.organisation) for each in contacts.values())
    employer, n = employers.most_common(1)[0]
    if employer and not initials and 2 * n >= len(rows):
        return shortened(employer)
    nearest = max(rows, key=lambda row: (ties.peak_strength[row], -row))
    return texts.say("picture circle", who=short_name(contacts[nearest], texts, initials=initials))


def _angles(sector: Sector) -> dict[Key, float]:
    """Each person of a circle has a slice of it."""
    step = (sector.end - sector.start) / len(sector.keys)
    return {key: sector.start + (i + 0.5) * step for i, key in enumerate(sector.keys)}


def _hash(key: Key) -> bytes:
    """The same on every machine, and as good as by chance."""
    return hashlib.blake2b(key.encode(), digest_size=8).digest()


def _hashed(key: Key, sectors: Sequence[Sector]) -> float:
    """Where somebody stands who is not in ``like``: by her key alone, in the last sector."""
    share = int.from_bytes(_hash(key)) / 2**64
    start, end = (sectors[-1].start, sectors[-1].end) if sectors else (0.0, 2 * math.pi)
    return start + share * (end - start)


def _rings(ties: Ties) -> list[Ring]:
    """How near each contact stands; where nothing was measured, nobody is asleep."""
    inner, asleep = inner_circle_of(ties), ties.is_dormant
    network: Snapshot = ties.network
    never = np.isnan(ties.silence) & network.history.is_measured
    kinds = np.select([inner, asleep, never], [0, 2, 3], 1)
    return [tuple(Ring)[kind] for kind in kinds.tolist()]


def _radii(strength: FloatArray, low: float, high: float) -> FloatArray:
    """Spread a ring's people over it by rank, the strongest innermost; equals keep their order.

    Of the strengths 5 9 1 the ranks are 1 0 2, and of three people the middle one stands half way.
    """
    rank = np.empty(len(strength))
    rank[np.argsort(-strength, kind="stable")] = np.arange(len(strength))
    return low + (high - low) * (rank + 0.5) / max(len(strength), 1)


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

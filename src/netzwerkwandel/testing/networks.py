"""Small and ugly networks: what data of people is like, and the edges of what there can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import TypeVar

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
_SILENCES = (0.5, 20.0, 200.0, 900.0, 1500.0, 6000.0)
_SPACINGS = (1.0, 14.0, 90.0)
_SHARES = (None, 0.0, 0.3, 0.8, 1.0)

T = TypeVar("T")


def ugly_cases(goals: Sequence[Goal]) -> tuple[Case, ...]:
    """The networks that a strategy is checked on, with people in the fields of these goals."""
    fields = tuple(field for goal in goals for field in goal.fields) or _FIELDS
    return (
        EdgeCase("one person alone", alone=("a",)),
        EdgeCase("a single tie", (("a", "b", 1.0),)),
        EdgeCase("a hub", tuple(("m", leaf, 1.0 + i) for i, leaf in enumerate("abcdefghijkl"))),
        EdgeCase("two circles, a bridge and one alone", _circles(), alone=("z",)),
        EdgeCase("faint and loud ties", _faint_and_loud()),
        LifeCase("an owner without ties", Records(contacts=[Contact(key=ME)], me=ME), AS_OF),
        LifeCase("one statement", _stated_only(), AS_OF),
        *(LifeCase(f"a life, seed {seed}", _life(seed, fields), AS_OF) for seed in (1, 2, 3)),
    )


def _circles() -> tuple[tuple[str, str, float], ...]:
    pairs = [*combinations("abcd", 2), ("d", "e"), *combinations("efghi", 2)]
    return tuple((a, b, 0.5 + number % 5 * 3.0) for number, (a, b) in enumerate(pairs))


def _faint_and_loud() -> tuple[tuple[str, str, float], ...]:
    least, most = LEAST_WEIGHT, GREATEST_WEIGHT
    return (("a", "b", least), ("a", "c", most), ("b", "c", least), ("a", "d", 1.0))


def _stated_only() -> Records:
    people = [Contact(key=ME), Contact(key="person:01")]
    return Records(contacts=people, ties=[Statement(a=ME, b="person:01", trust=0.5)], me=ME)


def _life(seed: int, fields: Sequence[str]) -> Records:
    rng = np.random.default_rng(seed)
    events = [event for key in _OTHERS for event in _alone_with(rng, key)]
    return Records(
        contacts=[Contact(key=ME, name="Mara"), *(_person(rng, key, fields) for key in _OTHERS)],
        ties=[_statement(rng) for _ in range(24)],
        interactions=[*events, *(_gathering(rng, number) for number in range(14))],
        me=ME,
    )


def _pick(rng: np.random.Generator, options: Sequence[T]) -> T:
    return options[int(rng.integers(len(options)))]


def _some(rng: np.random.Generator, options: Sequence[T], share: float) -> list[T]:
    return [option for option in options if rng.random() < share]


def _person(rng: np.random.Generator, key: str, fields: Sequence[str]) -> Contact:
    """In a field by what she does, by what she is, by whom she meets, or not in any."""
    field, place = _pick(rng, fields), _pick(rng, ("fields", "position", "communities", "", ""))
    return Contact(
        key=key,
        name=f"Ann {key.removeprefix('person:')}",
        organisation=_pick(rng, ("", "Acme", "Beta")),
        position=field if place == "position" else _pick(rng, ("", "Clerk")),
        fields=[field] if place == "fields" else [],
        communities=[field] if place == "communities" else [],
        changed_career=_pick(rng, (None, False, True)),
    )


def _alone_with(rng: np.random.Generator, key: str) -> list[Interaction]:
    """What happened between the owner and one other, at her own rhythm, up to some silence."""
    silence, spacing = _pick(rng, _SILENCES), _pick(rng, _SPACINGS)
    writers = _pick(rng, ((ME,), (key,), (ME, key)))
    return [
        _event(rng, f"{key}:{i}", silence + spacing * i, [ME, key], _pick(rng, writers))
        for i in range(int(rng.integers(12)))
    ]


def _gathering(rng: np.random.Generator, number: int) -> Interaction:
    people = sorted({_pick(rng, (ME, *_OTHERS)) for _ in range(5)})
    days = float(rng.integers(3000))
    return _event(rng, f"gathering:{number}", days, people, _pick(rng, people))


def _event(
    rng: np.random.Generator, key: str, days: float, people: Sequence[str], sender: str
) -> Interaction:
    channel = _pick(rng, tuple(Channel))
    return Interaction(
        key=key,
        when=AS_OF - timedelta(days=days),
        participants=people,
        channel=channel,
        sender=None if channel is Channel.MEETING else sender,
    )


def _statement(rng: np.random.Generator) -> Statement:
    a, b = rng.permutation(len(_OTHERS))[:2].tolist()
    one = ME if rng.random() < 0.7 else _OTHERS[a]
    return Statement(
        a=one,
        b=_OTHERS[b],
        relations=_some(rng, tuple(Relation), 0.25),
        functions=_some(rng, tuple(Function), 0.2),
        trust=_pick(rng, _SHARES),
        closeness=_pick(rng, _SHARES),
        ended_in_conflict=rng.random() < 0.15,
    )

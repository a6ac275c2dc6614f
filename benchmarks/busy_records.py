"""The records of a person with very many contacts, who does not exist; seeded, by numpy alone.

She has moved through a hundred circles of fifty people, each of them for a few years, and wrote to
most people seldom and to few often. Her contacts write to her with people in copy whom she does not
know.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from graphs import SEED, IntArray
from netzwerkwandel.model import Channel, Contact, Interaction, Relation, Tie
from netzwerkwandel.records import Records


AS_OF = datetime(2026, 3, 1, tzinfo=UTC)
YEARS = 12
CIRCLE = 50
FIELDS = ("sales", "law", "teaching", "ux research", "biology")
RELATIONS = (Relation.FORMER_COLLEAGUE, Relation.CLIENT, Relation.FRIEND, Relation.FORMER_BOSS)
ME = "me"


def busy_records(contacts: int, interactions: int) -> Records:
    """So many people with whom she was in contact herself, and so many times in all."""
    rng = np.random.default_rng(SEED)
    people = [f"person {i:06}" for i in range(contacts)]
    strangers = [f"stranger {i:06}" for i in range(contacts)]
    known = [
        Contact(key=key, name=key.title(), fields=[FIELDS[i % len(FIELDS)]])
        for i, key in enumerate(people)
    ]
    known += [Contact(key=key, name=key.title()) for key in (*strangers, ME)]
    stated = [
        Tie(a=ME, b=people[i], relations=[RELATIONS[i % len(RELATIONS)]])
        for i in rng.choice(contacts, contacts // 20, replace=False).tolist()
    ]
    happened = _interactions(rng, people, strangers, interactions)
    return Records(contacts=known, ties=stated, interactions=happened, me=ME)


def _interactions(
    rng: np.random.Generator, people: list[str], strangers: list[str], count: int
) -> Iterator[Interaction]:
    """Six of ten are mails to one person or from one, three to several, one is a meeting."""
    whom = _whom(rng, len(people), count)
    when = _when(rng, whom // CIRCLE).tolist()
    kind = rng.random(count).tolist()
    mine = (rng.random(count) < 0.5).tolist()
    others = rng.integers(0, CIRCLE, (count, 3)).tolist()
    for i, first in enumerate(whom.tolist()):
        circle = first - first % CIRCLE
        contact = people[first]
        group = {ME, contact}
        if kind[i] > 0.6:
            group |= {people[circle + other] for other in others[i]}
        if kind[i] > 0.8 and not mine[i]:
            group.add(strangers[circle + others[i][0]])
        meeting = kind[i] > 0.9 and mine[i]
        yield Interaction(
            key=f"event {i}",
            when=AS_OF - timedelta(minutes=when[i]),
            channel=Channel.MEETING if meeting else Channel.MAIL,
            sender=None if meeting else ME if mine[i] else contact,
            participants=group,
        )


def _whom(rng: np.random.Generator, people: int, count: int) -> IntArray:
    """Everybody once, and the rest to some far more often than to others."""
    share = rng.lognormal(0, 1.5, people)
    return np.r_[np.arange(people), rng.choice(people, count - people, p=share / share.sum())]


def _when(rng: np.random.Generator, circle: IntArray) -> IntArray:
    """Minutes ago: each circle had its two years."""
    ended = rng.uniform(0, YEARS - 2, int(circle.max()) + 1)
    years = ended[circle] + rng.uniform(0, 2, len(circle))
    return (years * 365.25 * 24 * 60).astype(np.int64)

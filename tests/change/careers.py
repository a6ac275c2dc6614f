"""Careers in which the truth is known: who is core, when attention slid back, what was tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

import attrs
import numpy as np

from netzwerkwandel.model import Channel, Contact, Experiment, Goal, Interaction, Key
from netzwerkwandel.records import Records


ME = "mailto:mara@example.org"
CORE = tuple(f"mailto:core{i}@example.org" for i in range(6))
EDGE = tuple(f"mailto:edge{i}@example.org" for i in range(25))
ASLEEP = tuple(f"mailto:asleep{i}@example.org" for i in range(5))
BEGAN = date(2022, 1, 3)
GOAL = Goal(fields=["ux research"], since=date(2024, 1, 1))
AS_OF = datetime(2025, 7, 1, tzinfo=UTC)

USUAL, OPEN, BACK = 0.6, 0.35, 0.65
"""The share of contacts with the core before the goal, since, and after sliding back."""


@attrs.frozen(kw_only=True)
class Trial:
    """An experiment with a true rate of new contacts per hour.

    Parameters
    ----------
    started : date
        When.
    hours : int
        How long; an hour a day, from its start on.
    rate : float
        New contacts per hour.
    field, kind : str
        Of what kind.
    """

    started: date
    hours: int
    rate: float
    field: str = ""
    kind: str = "exploratory"

    @property
    def key(self) -> str:
        return f"{self.field}:{self.kind}:{self.started}"


def career(
    seed: int,
    *,
    slides: date | None = None,
    opens: bool = True,
    wakes: Sequence[date] = (),
    trials: Sequence[Trial] = (),
    a_week: float = 20.0,
) -> Records:
    """Draw a career of three and a half years around ``GOAL.since``, until ``AS_OF``.

    Parameters
    ----------
    seed : int
        Of all chance.
    slides : date, optional
        From when on attention goes back into the core; never, if not given.
    opens : bool
        Whether attention moves out of the core when the goal begins.
    wakes : sequence of date
        The weeks in which the sleeping contacts are written to, one after the other.
    trials : sequence of Trial
        What is tried, and how many people are met by it.
    a_week : float
        How many contacts there are in a week, on average.
    """
    rng = np.random.default_rng(seed)
    met = {trial.key: _people(rng, trial) for trial in trials}
    events = [*_asleep(rng), *_everyday(rng, slides, a_week, opens=opens)]
    events += [_contact(rng, day, who) for day, who in zip(wakes, ASLEEP, strict=False)]
    for trial in trials:
        events += _meetings(rng, trial, met[trial.key])
    people = {ME, *CORE, *EDGE, *ASLEEP, *(key for keys in met.values() for key in keys)}
    return Records(
        contacts=[Contact(key=key, name=key[7:].partition("@")[0]) for key in people],
        interactions=events,
        experiments=[
            Experiment(
                key=trial.key,
                title=trial.key,
                started=trial.started,
                ended=trial.started + timedelta(days=trial.hours),
                hours=trial.hours,
                field=trial.field,
                kind=trial.kind,
                met=met[trial.key],
            )
            for trial in trials
        ],
        me=ME,
    )


def _everyday(
    rng: np.random.Generator, slides: date | None, a_week: float, *, opens: bool
) -> Iterator[Interaction]:
    """Week after week, some contacts with the core and some with others; now and then a week off.

    What is a little more or less in one week is so in the next: the log-odds of the share wander.
    """
    wander = 0.0
    day = BEGAN
    while day < AS_OF.date():
        wander = 0.3 * wander + rng.normal(0, 0.3)
        odds = _share(day, slides, opens=opens)
        share = 1 / (1 + (1 - odds) / odds * np.exp(-wander))
        busy = rng.random() > 0.08
        for _ in range(rng.poisson(a_week) if busy else 0):
            if rng.random() >= share:
                yield _contact(rng, day, EDGE[rng.integers(len(EDGE))])
            elif rng.random() < 0.1:
                yield _meeting(rng, day, *rng.choice(CORE, 2, replace=False).tolist())
            else:
                yield _contact(rng, day, CORE[rng.integers(len(CORE))])
        day += timedelta(days=7)


def _share(day: date, slides: date | None, *, opens: bool) -> float:
    assert GOAL.since is not None
    if slides is not None and day >= slides:
        return BACK
    return OPEN if opens and day >= GOAL.since else USUAL


def _asleep(rng: np.random.Generator) -> Iterator[Interaction]:
    """Contacts of long ago, every month for two years."""
    for who in ASLEEP:
        for month in range(24):
            yield _contact(rng, date(2014, 1, 6) + timedelta(days=30 * month), who)


def _people(rng: np.random.Generator, trial: Trial) -> tuple[Key, ...]:
    count = int(rng.poisson(trial.rate * trial.hours))
    return tuple(f"mailto:{trial.key}:{i}@example.org" for i in range(count))


def _meetings(rng: np.random.Generator, trial: Trial, met: Sequence[Key]) -> Iterator[Interaction]:
    """Each of the people is met once in its span, alone."""
    for who in met:
        day = trial.started + timedelta(days=int(rng.integers(trial.hours)))
        yield _meeting(rng, day, who, days=1)


def _contact(rng: np.random.Generator, day: date, who: Key) -> Interaction:
    """A mail in the week that begins with a day, either way."""
    sender = ME if rng.random() < 0.5 else who
    when = _moment(rng, day, 7)
    return Interaction(
        key=f"mail:{when.isoformat()}:{who}", when=when, participants=[ME, who], sender=sender
    )


def _meeting(rng: np.random.Generator, day: date, *who: Key, days: int = 7) -> Interaction:
    when = _moment(rng, day, days)
    return Interaction(
        key=f"meeting:{when.isoformat()}:{who[0]}",
        when=when,
        participants=[ME, *who],
        channel=Channel.MEETING,
    )


def _moment(rng: np.random.Generator, day: date, days: int) -> datetime:
    after = timedelta(microseconds=int(rng.integers(days * 86_400 * 10**6)))
    return datetime.combine(day, time.min, UTC) + after

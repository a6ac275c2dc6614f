"""Records in which something was tried, for tests of what it brought."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs
from hypothesis import strategies as st

from builders import ANA, BEN, CEM, DAN, MARA, records
from netzwerkwandel.model import Channel, Experiment, Function, Interaction, Tie
from netzwerkwandel.records import Records


START = date(2026, 3, 1)
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
PEOPLE = [ANA, BEN, CEM, DAN, "mailto:eva@example.org"]

_NEARBY = st.integers(-40, 80).map(lambda number: START + timedelta(days=number))


def day(number: float) -> datetime:
    """Noon so many days after the first experiment began."""
    return datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=number)


def experiment(**values: object) -> Experiment:
    """A course of a month."""
    given = {"key": "course", "title": "Course", "started": START, "ended": date(2026, 3, 31)}
    return Experiment(**(given | values))


def tried(found: Records, **values: object) -> Records:
    """The records with one experiment more."""
    return attrs.evolve(found, experiments=[*found.experiments, experiment(**values)])


@st.composite
def _events(draw: st.DrawFn) -> Interaction:
    people = draw(st.lists(st.sampled_from([MARA, *PEOPLE]), min_size=1, max_size=4, unique=True))
    return Interaction(
        key=draw(st.uuids()).hex,
        when=datetime.combine(draw(_NEARBY), datetime.min.time(), UTC),
        channel=draw(st.sampled_from(Channel)),
        participants=people,
        sender=draw(st.none() | st.sampled_from(people)),
    )


@st.composite
def _ties(draw: st.DrawFn) -> Tie:
    pair = st.lists(st.sampled_from([MARA, *PEOPLE]), min_size=2, max_size=2, unique=True)
    a, b = draw(pair)
    functions = draw(st.frozensets(st.sampled_from(Function), max_size=2))
    return Tie(a=a, b=b, functions=functions, since=draw(st.none() | _NEARBY))


@st.composite
def _experiments(draw: st.DrawFn, key: str) -> Experiment:
    started = draw(_NEARBY)
    days = draw(st.none() | st.integers(0, 40))
    return Experiment(
        key=key,
        title=key,
        started=started,
        ended=None if days is None else started + timedelta(days=days),
        hours=draw(st.none() | st.integers(0, 20)),
        kind=draw(st.sampled_from(["exploratory", "confirmatory"])),
        met=draw(st.lists(st.sampled_from([MARA, *PEOPLE]), max_size=2)),
    )


@st.composite
def lives(draw: st.DrawFn) -> Records:
    """Mara's records of a few months with a few people, in which something was tried."""
    events = draw(st.lists(_events(), max_size=12, unique_by=lambda event: event.key))
    found = records(*events, ties=draw(st.lists(_ties(), max_size=3)), people=PEOPLE)
    tries = [draw(_experiments(key)) for key in "abc"[: draw(st.integers(1, 3))]]
    return attrs.evolve(found, experiments=tries)

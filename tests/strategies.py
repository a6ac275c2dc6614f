"""Builders of domain objects for Hypothesis; small pools, so that people share keys and names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from netzwerkwandel.model import (
    ME,
    Answer,
    Channel,
    Contact,
    Experiment,
    ExperimentKind,
    Function,
    Goal,
    Interaction,
    Relation,
    Suggestion,
    Tie,
    Work,
)
from netzwerkwandel.records import Records


EMAILS = [
    "ben@example.org",
    "BEN@Example.org",
    "b.okafor@example.com",
    "ben.okafor@gmail.com",
    "benokafor+jobs@googlemail.com",
    "anna@münchen.example",
    "anna@xn--mnchen-3ya.example",
    "fam@example.org",
    "info@example.org",
    "not an address",
]
PHONES = ["+49 170 1234567", "0049 (0)170 1234567", "0170 1234567", "030 7654321", "112"]
PROFILES = [
    "https://www.linkedin.com/in/ben-okafor/",
    "linkedin.com/in/anna",
    "https://git.example/ben",
    "nowhere",
]
NAMES = [
    "",
    "Ben Okafor",
    "Okafor, Ben",
    "Benjamin Okafor",
    "B. Okafor",
    "Ben",
    "BEN OKAFOR",
    "Anna Meier",
    "Anna Schulz",
    "A. Meier",
    "Andreas Meier",
    "Dr. Anna Meier, MBA",
    "Bernd Meier",
    "李明",
]
KEYS = [
    "mailto:ben@example.org",
    "mailto:benokafor@gmail.com",
    "mailto:fam@example.org",
    "mailto:info@example.org",
    "linkedin:ben-okafor",
    "linkedin:anna",
    "tel:+491701234567",
    "card:1",
    "card:2",
    "card:3",
    "card:4",
    ME,
]
FIELDS = ["ux research", "Pflege", "data"]

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
texts = any_text.filter(lambda text: text.strip())
keys = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40
).filter(lambda text: text.strip())
moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - Hypothesis adds the time zone
    max_value=datetime(2030, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1))
shares = st.none() | st.floats(0, 1)


def some(pool: list[str]) -> st.SearchStrategy[list[str]]:
    """At most three of a pool."""
    return st.lists(st.sampled_from(pool), max_size=3, unique=True)


ORGANISATIONS = ["", "Acme GmbH", "ACME", "Beta", "..."]
POSITIONS = ["", "Nurse", "nurse", "Designer"]
SEEN = [date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1)]


def works() -> st.SearchStrategy[Work]:
    """Where somebody worked, as told on one of few days or without a date."""
    return st.builds(
        Work,
        organisation=st.sampled_from(ORGANISATIONS),
        position=st.sampled_from(POSITIONS),
        seen=st.none() | st.sampled_from(SEEN),
    )


def contacts(names: list[str] = NAMES) -> st.SearchStrategy[Contact]:
    """Contacts as sources find them."""
    return st.builds(
        Contact,
        key=st.sampled_from(KEYS),
        name=st.sampled_from(names),
        emails=some(EMAILS),
        phones=some(PHONES),
        profiles=some(PROFILES),
        organisation=st.sampled_from(ORGANISATIONS),
        position=st.sampled_from(POSITIONS),
        fields=some(FIELDS),
        communities=some(["choir"]),
        changed_career=st.none() | st.booleans(),
        notes=st.sampled_from(["", "met in Rome"]),
        aliases=st.lists(st.sampled_from(KEYS), max_size=1),
        seen=st.none() | st.sampled_from(SEEN),
        earlier_work=st.lists(works(), max_size=2),
    )


def pairs() -> st.SearchStrategy[frozenset[tuple[str, str]]]:
    """Decisions about pairs of keys, known and unknown ones."""
    pool = st.sampled_from([*KEYS, "mailto:anna@münchen.example", "card:unknown"])
    pair = st.tuples(pool, pool).filter(lambda two: two[0] < two[1])
    return st.frozensets(pair, max_size=4)


def ties(people: list[str]) -> st.SearchStrategy[Tie]:
    """Ties between two of some keys."""
    ends = st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True)
    return ends.flatmap(
        lambda two: st.builds(
            Tie,
            a=st.just(two[0]),
            b=st.just(two[1]),
            relations=st.frozensets(st.sampled_from(Relation), max_size=3),
            functions=st.frozensets(st.sampled_from(Function), max_size=3),
            closeness=shares,
            trust=shares,
            since=st.none() | days,
            ended_in_conflict=st.booleans(),
        )
    )


def interactions(people: list[str]) -> st.SearchStrategy[Interaction]:
    """Interactions of some keys, with a sender or without."""
    group = st.lists(st.sampled_from(people), min_size=1, max_size=4, unique=True)
    return group.flatmap(
        lambda participants: st.builds(
            Interaction,
            key=keys,
            when=moments,
            participants=st.just(participants),
            channel=st.sampled_from(Channel),
            sender=st.none() | st.sampled_from(participants),
            duration=st.none() | st.floats(0, 100),
        )
    )


@st.composite
def experiments(draw: st.DrawFn, people: list[str]) -> Experiment:
    """Experiments at which some keys were met."""
    started = draw(days)
    length = draw(st.none() | st.integers(0, 400))
    return Experiment(
        key=draw(keys),
        title=draw(any_text),
        started=started,
        ended=None if length is None else started + timedelta(days=length),
        field=draw(st.sampled_from(FIELDS)),
        kind=draw(st.sampled_from(ExperimentKind)),
        hours=draw(st.none() | st.floats(0, 1000)),
        met=draw(some(people)),
    )


@st.composite
def suggestions(draw: st.DrawFn, people: list[str]) -> list[Suggestion]:
    """Up to two suggestions of some people, and what became of them."""
    drawn = []
    for key in draw(st.lists(keys, max_size=2, unique=True)) if people else []:
        on, became = draw(days), draw(st.sampled_from(Answer))
        drawn.append(
            Suggestion(
                key=key,
                contact=draw(st.sampled_from(people)),
                on=on,
                function=draw(st.none() | st.sampled_from(Function)),
                answer=became,
                talked=on if became is Answer.TALKED else None,
                brought=draw(st.frozensets(st.sampled_from(Function), max_size=2)),
                introduced=draw(some(people)),
                again=draw(st.none() | days),
                notes=draw(any_text),
            )
        )
    return drawn


def goals() -> st.SearchStrategy[Goal]:
    """Goals with at least one field."""
    return st.builds(
        Goal,
        fields=st.lists(st.sampled_from(FIELDS), min_size=1),
        since=st.none() | days,
    )


@st.composite
def records(draw: st.DrawFn, most: int = 6) -> Records:
    """Records as found in sources, with who is who settled."""
    found = draw(st.lists(contacts(), min_size=2, max_size=most))
    people = sorted({contact.key for contact in found})
    unique = {"unique_by": lambda each: each.key, "max_size": 4}
    return Records.from_found(
        found,
        ties=draw(st.lists(ties(people), max_size=4)) if len(people) > 1 else (),
        interactions=draw(st.lists(interactions(people), **unique)),
        experiments=draw(st.lists(experiments(people), **unique)),
        me=draw(st.none() | st.sampled_from(people)),
    )

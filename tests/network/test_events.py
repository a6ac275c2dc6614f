from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, MARA, ago, mail, mailbox_life, meeting
from netzwerkwandel.model import Channel, Contact, Experiment, Interaction, InteractionColumns
from netzwerkwandel.network import Network
from netzwerkwandel.network.chronicle import Chronicle
from netzwerkwandel.network.events import events
from netzwerkwandel.records import Records
from strategies import interactions, records


NUMBER = {"ann": 0, "ben": 1, "ben too": 1, "cleo": 2}
OFFSETS = [
    timezone(timedelta(microseconds=offset)) for offset in (0, 3_600_000_007, -86_399_999_999)
]


def in_columns(known: Records) -> Records:
    """The same records, with columns for what happened."""
    columns = InteractionColumns.from_interactions(known.interactions)
    return attrs.evolve(known, interactions=columns)


def arrays_of(value: object) -> dict[str, tuple[object, bytes]]:
    """Every array that a value holds, to the last bit."""
    named = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    arrays = {name: each for name, each in named.items() if isinstance(each, np.ndarray)}
    return {name: (each.dtype, each.tobytes()) for name, each in arrays.items()}


def columns_of(network: Network) -> dict[str, bytes]:
    """Every measured column of every tie, to the last bit."""
    ties = network.ties()
    names = (
        "strength peak_strength silence rhythm is_dormant reciprocity contact_days first_contact "
        "last_contact talks"
    ).split()
    columns = {name: getattr(ties, name).tobytes() for name in names}
    return columns | {channel: ties.contacts_by(channel).tobytes() for channel in Channel}


def assert_alike(known: Records, as_of: datetime) -> None:
    """The network is the same, to the last bit, whichever way the interactions are kept."""
    first, second = (Network.from_records(each, as_of=as_of) for each in (known, in_columns(known)))

    assert first.keys == second.keys
    assert arrays_of(first) == arrays_of(second)
    assert arrays_of(first.measured) == arrays_of(second.measured)
    assert arrays_of(first.stated) == arrays_of(second.stated)
    assert columns_of(first) == columns_of(second)
    for row in range(len(first.indices)):
        assert first.ties().interactions_of(row) == second.ties().interactions_of(row)


@st.composite
def any_interactions(draw: st.DrawFn) -> list[Interaction]:
    """Interactions at all times that there are."""
    some = st.lists(interactions([*NUMBER]), unique_by=lambda each: each.key, max_size=6)
    moments = st.builds(datetime.replace, st.datetimes(), tzinfo=st.sampled_from(OFFSETS))
    return [attrs.evolve(each, when=draw(moments)) for each in draw(some)]


@given(any_interactions())
def test_columns_and_objects_are_the_same_events_to_the_last_bit(happened):
    columns = InteractionColumns.from_interactions(happened)

    first, second = events(tuple(columns), NUMBER), events(columns, NUMBER)

    assert arrays_of(first) == arrays_of(second)
    assert len(first) == len(second) == len(columns)


def test_a_moment_in_far_years_is_the_float_nearest_to_it():
    years = (1, 1683, 1969, 1970, 2254, 2256, 9999)
    happened = [
        Interaction(
            key=f"{year}:{i}",
            when=datetime(year, 7, 1, 3, 7, 9, 7 * i, tzinfo=UTC),
            participants=["ann"],
        )
        for year in years
        for i in range(200)
    ]
    columns = InteractionColumns.from_interactions(happened)

    assert events(columns, NUMBER).when.tolist() == [each.when.timestamp() for each in columns]


def test_events_say_who_did_what_by_number():
    talk = Interaction(
        key="talk",
        when=ago(1),
        channel="call",
        participants=["ann", "ben", "ben too"],
        sender="ann",
    )
    lunch = Interaction(key="lunch", when=ago(2), channel="meeting", participants=["cleo"])

    for happened in ((lunch, talk), InteractionColumns.from_interactions([talk, lunch])):
        found = events(happened, NUMBER)

        assert found.when.tolist() == [ago(2).timestamp(), ago(1).timestamp()]
        assert [list(Channel)[i] for i in found.channel] == [Channel.MEETING, Channel.CALL]
        assert found.sender.tolist() == [-1, 0]
        assert found.counts.tolist() == [1, 3]
        assert found.who.tolist() == [2, 0, 1, 1]


def test_a_network_from_columns_is_the_same_to_the_last_bit():
    assert_alike(mailbox_life(), AS_OF)
    assert_alike(mailbox_life(), ago(400))


@given(records().filter(lambda known: known.me is not None))
def test_any_network_from_columns_is_the_same_to_the_last_bit(known):
    assert_alike(known, datetime(2026, 1, 1, tzinfo=UTC))


def test_what_was_laid_out_of_columns_is_the_same_to_the_last_bit():
    known = mailbox_life()

    first, second = (Chronicle.from_records(each) for each in (known, in_columns(known)))

    assert arrays_of(first) == arrays_of(second)
    assert arrays_of(first.contacts) == arrays_of(second.contacts)


def busy_life() -> Records:
    """A life with a course, a sleeping tie that woke, and somebody met through another."""
    course = Experiment(key="course", title="Course", started=date(2026, 3, 1), met=[CEM])
    happened = [
        mail(ago(2500), MARA, ANA),
        mail(ago(2400), ANA, MARA),
        meeting(ago(200), MARA, CEM, BEN),
        mail(ago(100), MARA, ANA, BEN),
        mail(ago(90), ANA, MARA, CEM, channel=Channel.CALL),
    ]
    contacts = [Contact(key=key, name=f"{key[7:10]} Lee") for key in (MARA, ANA, BEN, CEM)]
    twin = Contact(key="card:1", name="Ana Lee", organisation="Acme")
    return Records(contacts=[*contacts, twin], interactions=happened, experiments=[course], me=MARA)


ASKED: dict[str, Callable[[Records], object]] = {
    "ties woken": lambda known: nw.ties_woken(known, as_of=AS_OF),
    "a timeline": lambda known: repr(attrs.asdict(nw.timeline(known))),
    "what experiments brought": lambda known: nw.experiment_effects(known, as_of=AS_OF),
    "no course": lambda known: nw.without_experiment(known, "course", as_of=AS_OF),
    "a summary": Records.summary,
    "possible duplicates": Records.possible_duplicates,
    "kept apart": lambda known: known.keep_apart(ANA, "card:1"),
    "merged": lambda known: known.merge(ANA, "card:1"),
}


@pytest.mark.parametrize("question", ASKED)
def test_whatever_is_asked_of_records_of_columns_is_answered_alike(question):
    known = busy_life()
    answer = ASKED[question](known)

    assert answer
    assert ASKED[question](in_columns(known)) == answer


def test_reasons_name_the_same_interactions():
    known = mailbox_life()

    first, second = (
        nw.recommend(Network.from_records(each, as_of=AS_OF), n=3)
        for each in (known, in_columns(known))
    )

    named = [[reason.interactions for reason in each.reasons] for each in first]
    assert any(any(reasons) for reasons in named)
    assert [[reason.interactions for reason in each.reasons] for each in second] == named

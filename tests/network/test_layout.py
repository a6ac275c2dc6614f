from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import attrs
import numpy as np
import pytest
from hypothesis import given

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, MARA, ago, mail, mailbox_life, meeting
from netzwerkwandel.model import Channel, Contact, Experiment, InteractionColumns
from netzwerkwandel.network import Network
from netzwerkwandel.network.chronicle import Chronicle
from netzwerkwandel.records import Records
from strategies import records


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
    return columns | {channel: ties.touches_by(channel).tobytes() for channel in Channel}


def assert_alike(known: Records, as_of: datetime) -> None:
    """The network is the same, to the last bit, whichever way the interactions are kept."""
    first, second = (Network.from_records(each, as_of=as_of) for each in (known, in_columns(known)))

    assert first.keys == second.keys
    assert arrays_of(first) == arrays_of(second)
    assert arrays_of(first.csr) == arrays_of(second.csr)
    assert arrays_of(first.statements) == arrays_of(second.statements)
    assert columns_of(first) == columns_of(second)
    for row in range(len(first.indices)):
        assert first.ties().interactions_of(row) == second.ties().interactions_of(row)


def test_a_network_from_columns_is_the_same_to_the_last_bit():
    assert_alike(mailbox_life(), AS_OF)
    assert_alike(mailbox_life(), ago(400))


@pytest.mark.slow
@given(records().filter(lambda known: known.me is not None))
def test_any_network_from_columns_is_the_same_to_the_last_bit(known):
    assert_alike(known, datetime(2026, 1, 1, tzinfo=UTC))


def test_what_was_laid_out_of_columns_is_the_same_to_the_last_bit():
    known = mailbox_life()

    first, second = (Chronicle.from_records(each) for each in (known, in_columns(known)))

    assert arrays_of(first) == arrays_of(second)
    assert arrays_of(first.touches) == arrays_of(second.touches)
    assert arrays_of(first.pairs) == arrays_of(second.pairs)


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


def test_what_a_talk_with_oneself_brought_is_nothing() -> None:
    """Two contacts have become one since: it was the owner who was suggested, or introduced."""
    day = date(2026, 1, 2)
    told = {"answer": "talked", "on": day, "talked": day, "brought": ["ideas"]}
    known = nw.Records(
        contacts=[
            nw.Contact(key=MARA, aliases=["card:mara"]),
            nw.Contact(key=BEN, aliases=["card:ben"]),
        ],
        suggestions=[
            nw.Suggestion(key="1", contact=MARA, **told),
            nw.Suggestion(key="2", contact=BEN, introduced=["card:ben", "card:mara"], **told),
        ],
        me=MARA,
    )

    network = nw.Network.from_records(known, as_of=AS_OF)

    assert network.ties_of().serves("ideas").tolist() == [True]

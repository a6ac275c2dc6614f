from __future__ import annotations

import math

import attrs
import numpy as np
import pytest

from builders import ANA, BEN, CEM, MARA, ago, borgatti_1997, edge_networks, life, mail, meeting
from metrics.by_tie import by_tie
from netzwerkwandel.metrics._burstiness import tie_burstiness
from netzwerkwandel.metrics._tie_measures import embeddedness
from netzwerkwandel.metrics._tie_vector import TieVector, tie_vector
from netzwerkwandel.model import Channel, Tie
from netzwerkwandel.network import Network


COLUMNS = [field.name for field in attrs.fields(TieVector) if field.name != "about"]


def of(network: Network, a: str, b: str) -> dict[str, float]:
    """Everything about one tie."""
    columns = tie_vector(network).to_dict()
    return {name: by_tie(network, values)[a, b] for name, values in columns.items()}


def test_a_tie_is_told_in_eight_columns():
    assert COLUMNS == [
        "closeness", "frequency", "duration", "contact_days", "reciprocity", "multiplexity",
        "regularity", "embeddedness",
    ]  # fmt: skip


def test_the_vector_of_a_tie_by_hand():
    events = [
        mail(ago(730.5), MARA, BEN),
        mail(ago(600.5), BEN, MARA),
        mail(ago(500.5), BEN, MARA, channel=Channel.MESSAGE),
        meeting(ago(365.25), MARA, BEN, ANA),
    ]
    ties = [Tie(a=MARA, b=BEN, relations=["friend", "former colleague"], closeness=0.8)]
    network = life(*events, ties=ties)

    vector = of(network, MARA, BEN)

    assert vector == {
        "closeness": 0.8,
        "frequency": 365.25 * 4 / 732,
        "duration": pytest.approx(1.0),
        "contact_days": 4,
        "reciprocity": pytest.approx(2 / 3),
        "multiplexity": 5,
        "regularity": pytest.approx(-by_tie(network, tie_burstiness(network))[MARA, BEN]),
        "embeddedness": 1,
    }
    assert of(network, BEN, MARA) == vector


def test_regularity_is_one_for_clockwork_and_below_zero_for_bursts():
    clockwork = life(*(mail(ago(7 * week), MARA, BEN) for week in range(1, 9)))
    bursts = life(*(mail(ago(day), MARA, BEN) for day in (1, 2, 3, 4, 900)))

    assert of(clockwork, MARA, BEN)["regularity"] == 1.0
    assert of(bursts, MARA, BEN)["regularity"] < -0.9


def test_contact_on_every_day_is_as_frequent_as_can_be():
    daily = life(*(mail(ago(day), MARA, BEN) for day in range(10)))

    assert of(daily, MARA, BEN)["frequency"] == 365.25


def test_frequency_falls_with_silence_and_duration_does_not_grow():
    lately = life(mail(ago(20), MARA, BEN), mail(ago(10), MARA, BEN))
    long_ago = life(mail(ago(2020), MARA, BEN), mail(ago(2010), MARA, BEN))

    now, then = of(lately, MARA, BEN), of(long_ago, MARA, BEN)

    assert now["frequency"] > 10 * then["frequency"]
    assert now["duration"] == pytest.approx(then["duration"])


def test_of_several_statements_the_closest_counts_and_relations_count_once():
    ties = [
        Tie(a=MARA, b=BEN, closeness=0.2, relations=["friend"]),
        Tie(a=BEN, b=MARA, closeness=0.7, relations=["friend", "classmate"]),
        Tie(a=MARA, b=BEN, relations=["peer"]),
    ]

    vector = of(life(ties=ties), BEN, MARA)

    assert (vector["closeness"], vector["multiplexity"]) == (0.7, 3)


def test_what_is_only_stated_has_no_times():
    vector = of(life(ties=[Tie(a=MARA, b=CEM, relations=["boss"])]), MARA, CEM)

    assert (vector["contact_days"], vector["multiplexity"], vector["embeddedness"]) == (0, 1, 0)
    unknown = ["closeness", "frequency", "duration", "reciprocity", "regularity"]
    assert all(math.isnan(vector[name]) for name in unknown)


def test_of_ties_without_records_only_what_they_share_is_known():
    network = borgatti_1997()

    vector = tie_vector(network)

    assert vector.embeddedness.tolist() == embeddedness(network).tolist()
    assert not vector.contact_days.any()
    assert not vector.multiplexity.any()
    assert np.isnan([vector.closeness, vector.frequency, vector.duration]).all()
    assert np.isnan([vector.reciprocity, vector.regularity]).all()


@pytest.mark.parametrize("name", edge_networks())
def test_there_is_a_value_for_every_tie_of_any_network(name: str):
    network = edge_networks()[name]

    vector = tie_vector(network)

    assert len(vector) == len(network.indices)
    assert {len(values) for values in vector.to_dict().values()} == {len(network.indices)}
    assert not (vector.frequency > 365.25).any()
    assert not (vector.duration < 0).any()


def test_columns_are_read_only():
    vector = tie_vector(borgatti_1997())

    for name in COLUMNS:
        with pytest.raises(ValueError, match="read-only"):
            getattr(vector, name)[0] = 1

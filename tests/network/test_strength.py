from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import AS_OF, BEN, MARA, ago, life, mail, meeting, records
from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError
from netzwerkwandel.model import Channel
from netzwerkwandel.network import (
    ExponentialDecay,
    FloatArray,
    Network,
    PowerLawDecay,
    TieStrength,
)


HALF_LIVES = st.floats(1e-3, 1e6)
DAYS = st.lists(st.integers(0, 40_000), min_size=1, max_size=12, unique=True).map(sorted)
PAIRS = st.lists(DAYS, min_size=1, max_size=5)


def slow_strength(days: list[int], weights: list[float], half_life: float, at: float) -> float:
    """The definition: every day of contact up to a moment, faded."""
    total = 0.0
    for day, weight in zip(days, weights, strict=True):
        if day <= at:
            total += weight * math.pow(2.0, -min((at - day) / half_life, 5000.0))
    return total


def accumulate(
    pairs: list[list[int]], weights: list[list[float]], half_life: float, as_of: float
) -> tuple[FloatArray, FloatArray]:
    starts = np.cumsum([0, *map(len, pairs)])[:-1]
    return TieStrength(decay=ExponentialDecay(half_life=half_life)).accumulate(
        starts, np.concatenate(pairs).astype(float), np.concatenate(weights), as_of
    )


def with_weights(pairs: list[list[int]]) -> list[list[float]]:
    return [[0.2 + (day % 7) for day in days] for days in pairs]


@given(PAIRS, HALF_LIVES)
@example([[20_000], [1]], 0.001)
@example([[0, 40_000], [0, 1]], 1e-3)
@example([[39_999, 40_000], [0, 40_000]], 1e-3)
def test_strength_now_is_the_faded_sum_of_the_days(pairs: list[list[int]], half_life: float):
    weights = with_weights(pairs)

    now, _ = accumulate(pairs, weights, half_life, 40_000.5)

    expected = [
        slow_strength(d, w, half_life, 40_000.5) for d, w in zip(pairs, weights, strict=True)
    ]
    np.testing.assert_allclose(now, expected, rtol=1e-9, atol=1e-300)


@given(PAIRS, HALF_LIVES)
@example([[20_000], [1]], 0.001)
def test_peak_strength_is_the_highest_that_it_was_on_any_day(
    pairs: list[list[int]], half_life: float
):
    weights = with_weights(pairs)

    _, peak = accumulate(pairs, weights, half_life, 40_000.5)

    expected = [
        max(slow_strength(d, w, half_life, at) for at in d)
        for d, w in zip(pairs, weights, strict=True)
    ]
    np.testing.assert_allclose(peak, expected, rtol=1e-9)


@given(PAIRS, HALF_LIVES)
def test_a_pair_has_the_same_strength_alone_as_among_others(pairs, half_life):
    weights = with_weights(pairs)

    together, _ = accumulate(pairs, weights, half_life, 40_000.5)

    alone = [
        accumulate([d], [w], half_life, 40_000.5)[0][0] for d, w in zip(pairs, weights, strict=True)
    ]
    assert together.tolist() == alone


@pytest.mark.parametrize("half_life", [5e-324, 1e-310, 1e-3, 1e308])
def test_no_half_life_overflows(half_life: float):
    now, peak = accumulate([[20_000], [1, 20_000]], [[1.0], [1.0, 1.0]], half_life, 20_001.0)

    assert np.isfinite(now).all()
    assert (peak >= 1.0).all()


def test_a_contact_counts_half_after_one_half_life_and_a_quarter_after_two():
    now, peak = accumulate([[0], [100]], [[8.0], [8.0]], 100.0, 200.0)

    assert now.tolist() == [2.0, 4.0]
    assert peak.tolist() == [8.0, 8.0]


def test_without_any_contact_there_is_no_strength():
    empty = np.zeros(0)

    now, peak = TieStrength().accumulate(np.zeros(0, dtype=np.int64), empty, empty, 0.0)

    assert len(now) == len(peak) == 0


def strengths(*events, strength: TieStrength | None = None) -> tuple[float, float]:
    network = Network.from_records(
        records(*events), as_of=AS_OF, strength=strength or TieStrength()
    )
    ties = network.ties_of(MARA)
    assert len(ties) == 1
    return float(ties.strength[0]), float(ties.peak_strength[0])


def test_days_are_counted_and_not_messages():
    one = mail(ago(10), MARA, BEN)
    forty = [mail(ago(10 - i / 100), MARA, BEN) for i in range(40)]

    assert strengths(*forty) == strengths(one)


def test_the_weightiest_contact_of_a_day_is_what_counts():
    both = strengths(mail(ago(9.9), MARA, BEN), meeting(ago(9.8), MARA, BEN))

    assert both == strengths(meeting(ago(9.8), MARA, BEN))
    assert both[1] == 3.0


def test_strength_fades_to_the_moment_and_the_peak_stays():
    now, peak = strengths(mail(ago(365), MARA, BEN))

    assert now == pytest.approx(0.5)
    assert peak == 1.0


def test_strength_fades_as_its_decay_says():
    slow = TieStrength(decay=PowerLawDecay(scale=365.0, exponent=2.0))

    assert strengths(mail(ago(365), MARA, BEN), strength=slow) == (0.25, 1.0)


@pytest.mark.parametrize("value", [365.0, None, ExponentialDecay])
def test_strength_fades_by_a_decay_and_nothing_else(value: object):
    with pytest.raises(InvalidArgumentError, match="decay must be a Decay, got"):
        TieStrength(decay=value)


@pytest.mark.parametrize(
    ("channel", "worth"),
    [
        (Channel.MEETING, 3.0),
        (Channel.CALL, 3.0),
        (Channel.MESSAGE, 1.0),
        (Channel.MAIL, 1.0),
        (Channel.RECOMMENDATION, 2.0),
        (Channel.SIGNAL, 0.2),
    ],
)
def test_every_channel_has_its_weight_between_two(channel: Channel, worth: float):
    assert TieStrength().weight(channel, 2) == worth


def test_of_n_people_each_pair_gets_one_part_of_n_less_one():
    strength = TieStrength()

    assert strength.weight(Channel.MEETING, 4) == 1.0
    assert strength.weight(Channel.MAIL, 5) == 0.25


def test_a_gathering_counts_up_to_the_limit_and_for_nothing_above():
    strength = TieStrength(largest_gathering=3)

    assert strength.weight(Channel.MEETING, 3) == 1.5
    assert strength.weight(Channel.MEETING, 4) == 0.0


def test_everybody_in_one_crowd_above_the_limit_ties_nobody():
    crowd = [f"mailto:p{i}@example.org" for i in range(20)]

    alone = life(meeting(ago(3), MARA, *crowd))

    assert alone.keys == (MARA,)
    assert len(life(meeting(ago(3), MARA, *crowd[:19])).ties_of()) == 19


@pytest.mark.parametrize(
    "name",
    [
        "largest_gathering",
        "stated",
        "half_bandwidth",
        "dormant_years",
        "dormant_rhythms",
        "shortest_sleep",
    ],
)
@pytest.mark.parametrize("value", [0, -1.0, math.nan, math.inf, True, "30", None])
def test_parameters_are_finite_and_positive(name: str, value: object):
    with pytest.raises(InvalidArgumentError, match=f"{name} must be finite and > 0, got"):
        TieStrength(**{name: value})


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan, True, "0.5", None])
def test_the_residue_is_a_share(value: object):
    with pytest.raises(InvalidArgumentError, match="residue must be a number from 0 to 1, got"):
        TieStrength(residue=value)


def test_every_channel_must_be_weighed():
    weights = dict(TieStrength().channels)
    del weights[Channel.CALL]

    with pytest.raises(InvalidArgumentError, match="'call' is missing in TieStrength"):
        TieStrength(channels=weights)


@pytest.mark.parametrize("weight", [-0.1, math.nan, math.inf])
def test_channels_weigh_a_finite_amount(weight: float):
    with pytest.raises(InvalidArgumentError, match="weight of a channel must be finite and >= 0"):
        TieStrength(channels={**dict(TieStrength().channels), Channel.CALL: weight})


def test_an_unknown_channel_is_named_with_those_that_there_are():
    with pytest.raises(InvalidRecordError, match=r"a Channel must be one of 'meeting', .*'pigeon'"):
        TieStrength(channels={**dict(TieStrength().channels), "pigeon": 1.0})


def test_a_channel_of_weight_nothing_ties_nobody():
    silent = TieStrength(channels={**dict(TieStrength().channels), Channel.SIGNAL: 0.0})
    signal = mail(ago(3), BEN, MARA, channel=Channel.SIGNAL)

    network = Network.from_records(records(signal), as_of=AS_OF, strength=silent)

    assert network.keys == (MARA,)


def test_models_of_strength_are_values():
    weights = dict(TieStrength().channels)

    assert TieStrength(channels=weights) == TieStrength()
    assert hash(TieStrength(channels=weights)) == hash(TieStrength())
    assert TieStrength(decay=ExponentialDecay(half_life=30.0)) != TieStrength()


def test_ties_too_faint_for_a_number_stay_ties():
    faint = TieStrength(decay=ExponentialDecay(half_life=0.001))
    events = meeting(ago(4000), MARA, BEN), meeting(ago(3000), MARA, BEN, "mailto:ana@example.org")

    network = Network.from_records(records(*events), as_of=AS_OF, strength=faint)

    assert (network.weights > 0).all()
    assert np.isfinite(network.weights).all()
    ties = network.ties_of()
    assert ties.strength.tolist() == [0.0, 0.0]
    np.testing.assert_allclose(ties.redundancy, [0.5, 0.5])
    assert np.isfinite(ties.novelty).all()

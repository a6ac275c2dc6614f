from __future__ import annotations

import math
import statistics
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, AS_OF, BEN, MARA, ago, edge_networks, life, mail, path
from metrics.by_tie import by_tie
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._burstiness import burstiness, memory, tie_burstiness, tie_memory


TIMES = st.lists(st.integers(-10_000, 10_000), min_size=3, max_size=12).filter(
    lambda times: len(set(times)) > 1
)


def slow_burstiness(times: list[float], *, finite_size: bool) -> float:
    """The definition, of the intervals between the times in order."""
    gaps = [float(b - a) for a, b in pairwise(sorted(times))]
    r, n = statistics.pstdev(gaps) / statistics.fmean(gaps), len(gaps)
    if not finite_size:
        return (r - 1) / (r + 1)
    most, least = math.sqrt(n + 1), math.sqrt(n - 1)
    return (most * r - least) / ((most - 2) * r + least)


def slow_memory(times: list[float]) -> float:
    """The definition: the correlation of intervals with the next."""
    gaps = [float(b - a) for a, b in pairwise(sorted(times))]
    here, after = gaps[:-1], gaps[1:]
    if len(here) < 2 or len(set(here)) < 2 or len(set(after)) < 2:
        return math.nan
    return statistics.correlation(here, after)


@given(TIMES, st.booleans())
def test_burstiness_is_what_the_formula_says(times: list[float], finite_size: bool):
    found = burstiness(times, finite_size=finite_size)

    assert found == pytest.approx(slow_burstiness(times, finite_size=finite_size), abs=1e-9)
    assert -1 - 1e-12 <= found <= 1 + 1e-12


@given(TIMES)
def test_memory_is_the_correlation_of_intervals_with_the_next(times: list[float]):
    assert memory(times) == pytest.approx(slow_memory(times), abs=1e-7, nan_ok=True)


@pytest.mark.parametrize(
    ("times", "plain", "finite"),
    [
        ([0, 1, 2, 3, 103], 0.249471, 0.936694),
        ([0, 1, 11, 12, 22, 23, 33], -0.1, -0.025815),
        ([0, 7, 14, 21], -1.0, -1.0),
        ([0, 0, 0, 0, 9], 1 / (2 + math.sqrt(3)), 1.0),
        ([0, 0, 5], 0.0, 1.0),
    ],
)
def test_numbers_that_were_checked(times: list[float], plain: float, finite: float):
    assert burstiness(times, finite_size=False) == pytest.approx(plain, abs=5e-7)
    assert burstiness(times) == pytest.approx(finite, abs=5e-7)


def test_long_and_short_intervals_that_take_turns_have_a_memory_of_minus_one():
    assert memory([0, 1, 11, 12, 22, 23, 33]) == -1.0
    assert memory([0, 1, 3, 6, 10]) == pytest.approx(1.0)


@pytest.mark.parametrize("times", [[], [3], [3, 9], [4, 4, 4, 4]])
def test_too_few_events_or_all_at_once_tell_nothing(times: list[float]):
    assert math.isnan(burstiness(times))
    assert math.isnan(burstiness(times, finite_size=False))
    assert math.isnan(memory(times))


def test_intervals_that_differ_by_rounding_only_do_not_vary():
    tenths = [0.1 * i for i in range(9)]

    assert burstiness(tenths) == -1.0
    assert math.isnan(memory(tenths))


@given(TIMES, st.sampled_from([1e-200, 1e-3, 3.0, 1e200]), st.randoms())
def test_neither_the_unit_nor_the_order_nor_the_direction_of_time_matters(times, unit, chance):
    other = [-unit * time for time in times]
    chance.shuffle(other)

    assert burstiness(other) == pytest.approx(burstiness(times), abs=1e-9)


@pytest.mark.slow
def test_events_at_random_are_near_zero_even_if_they_are_few():
    chance = np.random.default_rng(7)
    few = [np.cumsum(chance.exponential(size=7)) for _ in range(2_000)]

    finite = np.mean([burstiness(times) for times in few])
    plain = np.mean([burstiness(times, finite_size=False) for times in few])

    assert abs(finite) < 0.06
    assert plain < -0.12


MOMENTS = np.array(["2026-03-01", "NaT"], dtype="M8[D]")
NANOSECONDS = 1_700_000_000_000_000_000


@pytest.mark.parametrize("measure", [burstiness, memory])
@pytest.mark.parametrize("start", [NANOSECONDS, -(2**63), 2**63, 2**64 - 200])
def test_whole_numbers_keep_all_their_digits(measure, start: int):
    few = [0, 1, 3, 4, 104]

    assert measure([start + t for t in few]) == measure(few)


def test_moments_are_times():
    days = np.array([0, 1, 2, 3, 103], dtype="M8[ns]") + np.timedelta64(NANOSECONDS, "ns")

    assert burstiness(days) == burstiness([0, 1, 2, 3, 103])


@pytest.mark.parametrize(
    "times",
    [
        [0, 1, math.nan],
        [0, math.inf, 1],
        [[0, 1], [2, 3]],
        3.0,
        ["a"],
        [-1e308, 1e308],
        ["1", "2"],
        [True],
        MOMENTS,
    ],
)
@pytest.mark.parametrize("measure", [burstiness, memory])
def test_times_are_a_list_of_finite_numbers(measure, times):
    with pytest.raises(InvalidArgumentError, match="times must be"):
        measure(times)


DAYS = st.lists(st.integers(1, 4_000), min_size=1, max_size=12, unique=True)


@given(DAYS, DAYS)
def test_every_tie_has_the_burstiness_of_its_own_days_of_contact(bens: list[int], anas: list[int]):
    with_ben = [mail(ago(day), MARA, BEN) for day in bens]
    network = life(*with_ben, *(mail(ago(day), ANA, MARA) for day in anas))

    found = by_tie(network, tie_burstiness(network))
    plain = by_tie(network, tie_burstiness(network, finite_size=False))
    remembered = by_tie(network, tie_memory(network))

    for whom, days in ((BEN, bens), (ANA, anas)):
        for tie in ((MARA, whom), (whom, MARA)):
            np.testing.assert_allclose(found[tie], burstiness(days), atol=1e-12)
            np.testing.assert_allclose(plain[tie], burstiness(days, finite_size=False), atol=1e-12)
            np.testing.assert_allclose(remembered[tie], memory(days), atol=1e-9)


def test_ten_mails_in_one_day_are_no_burst():
    weekly = [mail(ago(7 * week + 0.5), MARA, BEN) for week in range(5)]
    chat = [mail(ago(14.4 + minute / 1440), BEN, MARA) for minute in range(10)]

    assert tie_burstiness(life(*weekly, *chat)).tolist() == [-1.0, -1.0]


def test_the_future_is_no_part_of_the_rhythm():
    past = [mail(ago(10 * i), MARA, BEN) for i in range(1, 5)]
    network = life(*past, mail(ago(-400), MARA, BEN))

    assert network.as_of == AS_OF
    assert tie_burstiness(network).tolist() == [-1.0, -1.0]


def test_without_records_nothing_is_known_of_times():
    assert np.isnan(tie_burstiness(path(3))).all()
    assert np.isnan(tie_memory(path(3))).all()


@pytest.mark.parametrize("name", edge_networks())
def test_there_is_a_value_for_every_tie_of_any_network(name: str):
    network = edge_networks()[name]

    for values in (tie_burstiness(network), tie_memory(network)):
        assert values.shape == network.indices.shape
        assert (np.isnan(values) | (np.abs(values) <= 1 + 1e-12)).all()

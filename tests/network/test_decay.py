from __future__ import annotations

import math
import pickle

import attrs
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.network import (
    Decay,
    ExponentialDecay,
    FloatArray,
    PowerLawDecay,
    SurvivalDecay,
)
from netzwerkwandel.network.kernels.engines import use_kernel


POSITIVE = st.floats(1e-3, 1e5)
DECAYS = st.one_of(
    st.builds(ExponentialDecay, half_life=POSITIVE),
    st.builds(PowerLawDecay, scale=POSITIVE, exponent=st.floats(0.01, 20.0)),
    st.builds(SurvivalDecay, half_life=POSITIVE, shape=st.floats(0.05, 1.0)),
)
PAIRS = st.lists(
    st.lists(st.integers(0, 9_000), min_size=1, max_size=12, unique=True).map(sorted),
    min_size=1,
    max_size=5,
)
AS_OF = 9_000.5


@attrs.frozen(kw_only=True)
class Forgets(Decay):
    """All is kept for some days, and nothing after them."""

    after: float

    def fade(self, days: FloatArray) -> FloatArray:
        return np.where(days < self.after, 1.0, 0.0)


def weights_of(days: list[int]) -> list[float]:
    return [0.2 + day % 7 for day in days]


def accumulate(kernel: Decay, pairs: list[list[int]], as_of: float = AS_OF):
    starts = np.cumsum([0, *map(len, pairs)])[:-1]
    weights = np.concatenate([weights_of(days) for days in pairs])
    return kernel.accumulate(starts, np.concatenate(pairs).astype(float), weights, as_of)


def slow_strength(kernel: Decay, days: list[int], at: float) -> float:
    """The definition: every day of contact up to a moment, faded."""
    return math.fsum(
        weight * float(kernel.kept(at - day))
        for day, weight in zip(days, weights_of(days), strict=True)
        if day <= at
    )


@given(DECAYS, PAIRS)
@example(Forgets(after=30.0), [[0, 10, 35], [8_999]])
def test_strength_is_the_faded_sum_of_the_days(kernel: Decay, pairs: list[list[int]]):
    now, peak = accumulate(kernel, pairs)

    np.testing.assert_allclose(now, [slow_strength(kernel, d, AS_OF) for d in pairs], rtol=1e-9)
    highest = [max(slow_strength(kernel, d, at) for at in d) for d in pairs]
    np.testing.assert_allclose(peak, highest, rtol=1e-9)


@given(DECAYS, PAIRS)
def test_no_day_between_contacts_is_higher_than_the_peak(kernel: Decay, pairs: list[list[int]]):
    _, peak = accumulate(kernel, pairs)

    for days, highest in zip(pairs, peak.tolist(), strict=True):
        for at in np.linspace(0, AS_OF, 50):
            assert slow_strength(kernel, days, at) <= highest * (1 + 1e-9)


@given(st.builds(ExponentialDecay, half_life=POSITIVE), PAIRS)
def test_the_exponential_scan_equals_the_sum_over_events(
    kernel: ExponentialDecay, pairs: list[list[int]]
):
    scan = accumulate(kernel, pairs)
    starts = np.cumsum([0, *map(len, pairs)])[:-1]
    weights = np.concatenate([weights_of(days) for days in pairs])

    sums = Decay.accumulate(kernel, starts, np.concatenate(pairs).astype(float), weights, AS_OF)

    np.testing.assert_allclose(scan, sums, rtol=1e-9)


@given(st.builds(ExponentialDecay, half_life=POSITIVE), PAIRS)
def test_update_by_update_equals_the_scan(kernel: ExponentialDecay, pairs: list[list[int]]):
    now, peak = accumulate(kernel, pairs)

    for pair, days in enumerate(pairs):
        strength, known, highest = 0.0, 0.0, 0.0
        for day, weight in zip(days, weights_of(days), strict=True):
            strength = float(kernel.update(strength, day - known, weight))
            known, highest = day, max(highest, strength)
        strength = float(kernel.update(strength, AS_OF - known, 0.0))
        assert strength == pytest.approx(now[pair], rel=1e-9)
        assert highest == pytest.approx(peak[pair], rel=1e-9)


def test_many_strengths_are_updated_at_once():
    updated = ExponentialDecay(half_life=10.0).update([4.0, 8.0], [10.0, 20.0], [1.0, 0.0])

    assert updated.tolist() == [3.0, 2.0]


@given(DECAYS, PAIRS)
def test_a_pair_has_the_same_strength_alone_as_among_others(kernel: Decay, pairs: list[list[int]]):
    together = np.stack(accumulate(kernel, pairs))

    alone = np.concatenate([accumulate(kernel, [days]) for days in pairs], axis=1)
    assert together.tolist() == alone.tolist()


@pytest.mark.parametrize("chunk", [1, 7, 50])
def test_the_size_of_a_step_changes_nothing(chunk: int):
    kernel = PowerLawDecay(scale=10.0, exponent=1.5)
    pairs = [list(range(0, 90, 3)), [5], list(range(40, 60))]
    whole = np.stack(accumulate(kernel, pairs))

    with use_kernel("numpy", chunk=chunk):
        assert np.stack(accumulate(kernel, pairs)).tolist() == whole.tolist()


@given(DECAYS, st.lists(st.floats(0, 1e6), min_size=1).map(sorted))
@example(PowerLawDecay(scale=5e-324, exponent=1.0), [0.0, 1.0, 1e308])
@example(PowerLawDecay(scale=1e308, exponent=1e308), [0.0, 1.0, 1e308, math.inf])
@example(ExponentialDecay(half_life=5e-324), [0.0, 1.0, 1e308, math.inf])
@example(SurvivalDecay(half_life=5e-324, shape=1.0), [0.0, 1.0, 1e308, math.inf])
@example(SurvivalDecay(half_life=1e308, shape=5e-324), [0.0, 1.0, math.inf])
def test_nothing_is_kept_that_was_lost(kernel: Decay, days: list[float]):
    kept = kernel.kept([0.0, *days])

    assert kept[0] == 1.0
    assert (np.diff(kept) <= 0).all()
    assert ((kept >= 0) & (kept <= 1)).all()


@pytest.mark.parametrize(
    ("kernel", "days", "kept"),
    [
        (ExponentialDecay(half_life=30.0), [30, 60, 90], [1 / 2, 1 / 4, 1 / 8]),
        (PowerLawDecay(scale=30.0, exponent=2.0), [30, 60, 90], [1 / 4, 1 / 9, 1 / 16]),
        (SurvivalDecay(half_life=30.0, shape=0.5), [30, 120, 270], [1 / 2, 1 / 4, 1 / 8]),
        (SurvivalDecay(half_life=30.0, shape=1.0), [30, 60, 90], [1 / 2, 1 / 4, 1 / 8]),
    ],
)
def test_each_form_keeps_what_its_formula_says(kernel: Decay, days, kept):
    np.testing.assert_allclose(kernel.kept(days), kept, rtol=1e-14)


def test_the_rate_of_loss_falls_with_age_in_survival_only():
    days = np.array([10.0, 20.0, 30.0, 40.0])

    def losses(kernel: Decay) -> FloatArray:
        return -np.diff(np.log(kernel.kept(days)))

    assert (np.diff(losses(SurvivalDecay(half_life=30.0, shape=0.6))) < 0).all()
    np.testing.assert_allclose(np.diff(losses(ExponentialDecay(half_life=30.0))), 0, atol=1e-14)


@pytest.mark.parametrize(
    "kernel",
    [
        ExponentialDecay(half_life=1.0),
        PowerLawDecay(scale=1.0, exponent=1.0),
        SurvivalDecay(half_life=1.0),
    ],
)
@pytest.mark.parametrize("days", [-1.0, -1e-300, math.nan, [3.0, -2.0]])
def test_time_never_runs_backwards(kernel: Decay, days):
    with pytest.raises(InvalidArgumentError, match=r">= 0, got (-|nan)"):
        kernel.kept(days)


@pytest.mark.parametrize(
    "kernel", [ExponentialDecay(half_life=30.0), PowerLawDecay(scale=30.0, exponent=1.0)]
)
@pytest.mark.parametrize(("pairs", "as_of"), [([[3, 9]], 8.0), ([[9, 3]], 20.0)])
def test_contacts_in_the_future_or_out_of_order_are_refused(kernel: Decay, pairs, as_of: float):
    with pytest.raises(InvalidArgumentError, match="must be >= 0, got -"):
        accumulate(kernel, pairs, as_of)


def test_an_update_never_goes_back_in_time():
    with pytest.raises(InvalidArgumentError, match="must be >= 0, got -1"):
        ExponentialDecay(half_life=30.0).update(1.0, -1.0, 1.0)


@pytest.mark.parametrize("kernel", [ExponentialDecay(half_life=1.0), Forgets(after=2.0)])
def test_without_pairs_there_is_nothing_to_sum(kernel: Decay):
    now, peak = kernel.accumulate(np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0), 5.0)

    assert len(now) == len(peak) == 0


@pytest.mark.parametrize(("retention", "years"), [(0.1, 0.3010299957), (0.5, 1.0), (0.25, 0.5)])
def test_the_half_life_follows_from_what_is_left_after_a_year(retention: float, years: float):
    kernel = ExponentialDecay.from_yearly_retention(retention)

    assert kernel.half_life / 365.25 == pytest.approx(years)
    assert float(kernel.kept(365.25)) == pytest.approx(retention)


@pytest.mark.parametrize("retention", [0, 1, 1.5, -0.1, math.nan, True, "0.1", None])
def test_what_is_left_after_a_year_is_a_share_of_some(retention: object):
    with pytest.raises(InvalidArgumentError, match="yearly retention must be above 0 and below 1"):
        ExponentialDecay.from_yearly_retention(retention)


@pytest.mark.parametrize("value", [0, -1.0, math.nan, math.inf, True, "30", None])
@pytest.mark.parametrize(
    ("form", "name", "others"),
    [
        (ExponentialDecay, "half_life", {}),
        (PowerLawDecay, "scale", {"exponent": 1.0}),
        (PowerLawDecay, "exponent", {"scale": 1.0}),
        (SurvivalDecay, "half_life", {}),
        (SurvivalDecay, "shape", {"half_life": 1.0}),
    ],
)
def test_parameters_are_finite_and_positive(form, name: str, others, value: object):
    with pytest.raises(InvalidArgumentError, match=f"{name} must be finite and > 0, got"):
        form(**{name: value}, **others)


def test_the_rate_of_loss_may_not_rise_with_age():
    with pytest.raises(InvalidArgumentError, match="shape must be a number from 0 to 1"):
        SurvivalDecay(half_life=1.0, shape=1.5)


def test_decays_are_values():
    kernel = SurvivalDecay(half_life=30.0, shape=0.7)

    assert pickle.loads(pickle.dumps(kernel)) == kernel
    assert hash(kernel) == hash(SurvivalDecay(half_life=30.0, shape=0.7))
    assert kernel != SurvivalDecay(half_life=30.0)
    assert repr(kernel) == "SurvivalDecay(half_life=30.0, shape=0.7)"

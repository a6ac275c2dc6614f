from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, BEN, CEM, DAN, MARA, mail, meeting, records
from netzwerkwandel.change import Drift, drift_to_core
from netzwerkwandel.change.persistence import SHORTEST_PART, split_gains
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Goal, Interaction, Tie
from netzwerkwandel.network import Chronicle
from netzwerkwandel.records import Records


GOAL = Goal(fields=["ux research"], since=date(2026, 1, 5))
BEGAN = datetime(2026, 1, 5, tzinfo=UTC)
OTHERS = (BEN, CEM, DAN)
CLOSE = Tie(a=MARA, b=ANA, closeness=0.9)


def week(number: int, core: int, others: int) -> Iterator[Interaction]:
    """Days of contact with Ana, the core, and with others, in a week counted from the goal."""
    noon = BEGAN + timedelta(days=7 * number, hours=12)
    for day in range(core):
        yield mail(noon + timedelta(days=day), MARA, ANA)
    for i in range(others):
        yield mail(noon + timedelta(days=i // 3), MARA, OTHERS[i % 3])


def weeks(numbers: range, core: int, others: int) -> list[Interaction]:
    return [event for number in numbers for event in week(number, core, others)]


def after(weeks_since: int) -> datetime:
    """The last hour of so many whole weeks since the goal."""
    return BEGAN + timedelta(days=7 * weeks_since, hours=-1)


def drift(events: list[Interaction], weeks_since: int, *, ties=(CLOSE,), **options) -> Drift:
    return of(records(*events, ties=ties), weeks_since, **options)


def of(found: Records | Chronicle, weeks_since: int, *, seed: int = 1, **options) -> Drift:
    given_options = {
        "goal": GOAL,
        "as_of": after(weeks_since),
        "rng": np.random.default_rng(seed),
        "samples": 500,
    }
    return drift_to_core(found, **(given_options | options))


def slid_back() -> list[Interaction]:
    """Half before the goal, a quarter after, and three quarters in the last 13 weeks of 26."""
    return [*weeks(range(-10, 0), 1, 1), *weeks(range(13), 1, 3), *weeks(range(13, 26), 3, 1)]


def test_the_shares_are_those_that_can_be_counted_by_hand():
    found = drift(slid_back(), 26)

    assert found.inner_circle == (ANA,)
    assert found.weeks == (10, 26, 13)
    assert (found.baseline, found.earlier, found.lately) == (0.5, 0.25, 0.75)
    assert found.over_baseline.value == found.over_baseline.low == found.over_baseline.high == 0.25
    assert found.over_earlier.value == found.over_earlier.low == found.over_earlier.high == 0.5
    assert found.is_sliding
    assert found.is_known


def test_a_chronicle_gives_the_same_as_its_records():
    lived = records(*slid_back(), ties=(CLOSE,))

    assert of(Chronicle.from_records(lived), 26) == of(lived, 26)


def test_it_began_in_the_month_of_the_week_in_which_the_share_rose():
    # the fourteenth week begins on 6 April
    assert drift(slid_back(), 26).since == date(2026, 4, 1)


def test_what_stays_as_it_is_is_no_drift():
    found = drift([*weeks(range(-10, 0), 1, 3), *weeks(range(26), 1, 3)], 26)

    assert (found.baseline, found.earlier, found.lately) == (0.25, 0.25, 0.25)
    assert found.over_baseline.value == 0
    assert found.since is None
    assert not found.is_sliding


def test_moving_out_of_the_core_is_no_drift():
    found = drift(
        [*weeks(range(-10, 0), 3, 1), *weeks(range(13), 1, 1), *weeks(range(13, 26), 1, 3)], 26
    )

    assert found.over_baseline.high == -0.5
    assert found.over_earlier.high == -0.25
    assert found.since is None
    assert not found.is_sliding


def test_more_than_before_the_goal_is_a_drift_though_it_did_not_rise_since():
    found = drift([*weeks(range(-10, 0), 1, 3), *weeks(range(26), 3, 1)], 26)

    assert found.over_baseline.is_above_zero
    assert not found.over_earlier.is_above_zero
    assert found.since is None
    assert found.is_sliding


def test_a_rise_long_ago_is_a_drift_though_lately_is_like_before():
    found = drift(
        [*weeks(range(-10, 0), 3, 1), *weeks(range(8), 1, 3), *weeks(range(8, 60), 3, 1)], 60
    )

    assert not found.over_baseline.is_above_zero
    assert found.since == date(2026, 3, 1)
    assert found.is_sliding


def test_with_each_contact_a_day_counts_once():
    def busy(number: int) -> list[Interaction]:
        morning = BEGAN + timedelta(days=7 * number, hours=8)
        calls = [mail(morning + timedelta(minutes=i), MARA, ANA) for i in range(5)]
        return [*calls, mail(morning, MARA, BEN), mail(morning, MARA, CEM)]

    found = drift([event for number in range(-10, 13) for event in busy(number)], 13)

    assert found.baseline == pytest.approx(1 / 3)


def test_a_meeting_counts_for_everybody_who_was_there():
    noon = [BEGAN + timedelta(days=7 * number, hours=12) for number in range(13)]

    found = drift([meeting(when, MARA, ANA, BEN) for when in noon], 13)

    assert found.inner_circle == (ANA,)
    assert found.lately == 0.5


def test_nothing_after_the_moment_is_seen():
    later = [*weeks(range(13), 1, 1), *weeks(range(13, 20), 5, 0)]
    last_hour = mail(after(13) + timedelta(minutes=30), MARA, BEN)

    found = drift([*weeks(range(-10, 0), 1, 1), *later, last_hour], 13)

    assert found.lately == 0.5
    assert found.weeks == (10, 13, 13)


def test_who_the_core_is_was_settled_when_the_goal_began():
    long = [BEGAN + timedelta(days=day) for day in range(-365, 0)]
    mine = [mail(when, *pair) for when in long for pair in ((MARA, ANA), (ANA, MARA))]
    new = [*weeks(range(13), 1, 0)] + [
        mail(BEGAN + timedelta(days=day, hours=3), *pair)
        for day in range(90)
        for pair in ((MARA, BEN), (BEN, MARA))
    ]

    assert drift([*mine, *new], 13, ties=()).inner_circle == (ANA,)


def test_weeks_without_contact_are_left_out_rather_than_counted_as_nothing():
    every_second = [*weeks(range(-20, 0, 2), 1, 1), *weeks(range(0, 40, 2), 1, 1)]

    found = drift(every_second, 40, ties=(CLOSE,))

    assert found.baseline == 0.5
    assert found.weeks == (10, 20, 6)


def test_a_span_of_fewer_than_eight_weeks_with_contact_says_nothing():
    found = drift([*weeks(range(-7, 0), 1, 1), *weeks(range(30), 1, 1)], 30)
    enough = drift([*weeks(range(-8, 0), 1, 1), *weeks(range(30), 1, 1)], 30)

    assert np.isnan([found.baseline, found.over_baseline.value, found.over_baseline.low]).all()
    assert found.over_earlier.value == 0
    assert found.is_known
    assert enough.baseline == 0.5


def test_soon_after_the_goal_there_is_no_earlier():
    found = drift([*weeks(range(-10, 0), 1, 3), *weeks(range(10), 3, 1)], 10)

    assert np.isnan(found.earlier)
    assert found.weeks == (10, 10, 10)
    assert found.over_baseline.value == 0.5


def test_a_rise_within_a_few_weeks_is_known_though_there_is_nothing_to_compare_them_with():
    found = drift([*weeks(range(6), 1, 3), *weeks(range(6, 12), 3, 1)], 12)

    assert np.isnan([found.baseline, found.earlier]).all()
    assert found.since == date(2026, 2, 1)
    assert found.is_known
    assert found.explain().startswith("Counted in days with contact, 50% of")


def test_on_its_first_day_a_goal_has_no_weeks():
    found = drift(weeks(range(-10, 0), 1, 1), 0, as_of=BEGAN)

    assert found.weeks == (10, 0, 0)
    assert not found.is_known
    assert not found.is_sliding


def test_what_is_usual_is_the_year_before_the_goal():
    old = [*weeks(range(-80, -52), 5, 0), *weeks(range(-52, 0), 1, 1)]

    assert drift([*old, *weeks(range(13), 1, 1)], 13).baseline == 0.5


def test_the_broken_week_after_the_goal_is_left_out():
    events = [*weeks(range(-10, 0), 1, 1), *weeks(range(26), 1, 1)]

    whole = drift(events, 26)
    broken = drift(events, 26, as_of=after(26) - timedelta(days=1))

    assert (whole.weeks[1], broken.weeks[1]) == (26, 25)


def test_without_a_core_nothing_can_be_said():
    found = drift([*weeks(range(-10, 0), 1, 1), *weeks(range(30), 1, 1)], 30, ties=())

    assert found.inner_circle == ()
    assert np.isnan([found.baseline, found.earlier, found.lately]).all()
    assert not found.is_known
    assert not found.is_sliding


def unsteady(seed: int) -> list[Interaction]:
    rng = np.random.default_rng(seed)
    return [
        event
        for number in range(-52, 40)
        for event in week(number, int(rng.integers(0, 7)), int(rng.integers(1, 8)))
    ]


def test_the_same_seed_gives_the_same_result_and_another_one_another_interval():
    events = unsteady(7)

    one, again, other = (drift(events, 40, seed=seed) for seed in (3, 3, 4))

    assert one == again
    assert one.over_baseline.value == other.over_baseline.value
    assert one.over_baseline.low != other.over_baseline.low


def test_intervals_are_as_wide_as_the_weeks_differ():
    events = unsteady(7)
    share = np.array([_share(events, number) for number in range(-52, 40)])
    before, past, recent = share[:52], share[52:79], share[79:]
    found = drift(events, 40, samples=4000)

    for difference, earlier in ((found.over_baseline, before), (found.over_earlier, past)):
        error = np.sqrt(earlier.var() / len(earlier) + recent.var() / len(recent))
        assert difference.value == pytest.approx(recent.mean() - earlier.mean())
        # 2.394 standard errors to either side hold 1 - 0.05 / 3
        assert difference.high - difference.low == pytest.approx(2 * 2.394 * error, rel=0.1)


def _share(events: list[Interaction], number: int) -> float:
    begin = BEGAN + timedelta(days=7 * number)
    some = [e for e in events if begin <= e.when < begin + timedelta(days=7)]
    return sum(ANA in e.participants for e in some) / len(some)


def test_the_surer_the_wider():
    events = unsteady(7)

    width = [
        found.over_earlier.high - found.over_earlier.low
        for found in (drift(events, 40, level=level) for level in (0.5, 0.9, 0.99))
    ]

    assert width == sorted(width)
    assert width[0] < width[2]


@given(
    st.lists(st.floats(0, 1), min_size=2 * SHORTEST_PART, max_size=20).map(np.array),
)
def test_a_split_gains_what_it_takes_from_the_sum_of_squares(share):
    def squares(part: np.ndarray) -> float:
        return float(((part - part.mean()) ** 2).sum())

    splits = range(SHORTEST_PART, len(share) - SHORTEST_PART + 1)
    gained = [squares(share) - squares(share[:k]) - squares(share[k:]) for k in splits]
    upward = [share[k:].mean() > share[:k].mean() for k in splits]

    found = split_gains(share[None, :])[0]

    np.testing.assert_allclose(found**2, gained, atol=1e-9)
    assert ((found > 1e-12) <= upward).all()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"goal": Goal(fields=["ux"])}, r"goal must say since when"),
        ({"as_of": BEGAN - timedelta(seconds=1)}, r"as_of must not be before the goal, got 2026"),
        ({"as_of": datetime.combine(date(2026, 9, 1), time.min)}, r"with a time zone"),
        ({"samples": 99}, r"samples must be a whole number of at least 100, got 99"),
        ({"level": 1.5}, r"level must be a number from 0 to 1, got 1.5"),
    ],
)
def test_what_cannot_be_answered_is_refused(options, message):
    with pytest.raises(InvalidArgumentError, match=message):
        drift([], 10, **options)


def test_records_of_nobody_are_refused():
    with pytest.raises(InvalidArgumentError, match="records must say who that is"):
        of(Records(contacts=[Contact(key=MARA)]), 10)


def test_a_drift_can_be_written_down():
    known = drift(slid_back(), 26).to_dict()
    unknown = drift([], 26).to_dict()

    assert json.loads(json.dumps(known))["since"] == "2026-04-01"
    assert known["over_earlier"] == [0.5, 0.5, 0.5]
    assert (unknown["baseline"], unknown["since"]) == (None, None)

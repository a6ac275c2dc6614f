from __future__ import annotations

import numpy as np
import pytest

from builders import ANA, AS_OF, BEN, MARA, ago, meeting, records
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics import bootstrap
from netzwerkwandel.metrics._bootstrap import Bootstrap
from netzwerkwandel.network import Network


def lunches(random: np.random.Generator, weeks: int = 60) -> list:
    """One lunch in each week, with Ana in three weeks of ten."""
    days = [ago(7.0 * week + 1) for week in range(weeks)]
    return [meeting(day, MARA, ANA if random.random() < 0.3 else BEN) for day in days]


def share_of_ana(network: Network) -> float:
    """Her share of all that happened."""
    ties = network.ties_of()
    people = [network.keys[i] for i in ties.target]
    days = dict(zip(people, ties.contact_days.tolist(), strict=True))
    return days.get(ANA, 0) / max(sum(days.values()), 1)


@pytest.mark.slow
def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    random, held, errors = np.random.default_rng(1), [], []
    for _ in range(60):
        found = bootstrap(
            records(*lunches(random)), share_of_ana, as_of=AS_OF, rng=random, samples=60, level=0.9
        )
        held.append(found.interval[0] <= 0.3 <= found.interval[1])
        errors.append(found.standard_error)

    assert np.mean(held) >= 0.78
    assert np.mean(errors) == pytest.approx(np.sqrt(0.3 * 0.7 / 60), rel=0.12)


def test_the_same_chance_gives_the_same_result_and_progress_is_told():
    some, told = records(*lunches(np.random.default_rng(1), 8)), []

    one, again = (
        bootstrap(
            some,
            share_of_ana,
            as_of=AS_OF,
            rng=np.random.default_rng(3),
            samples=4,
            progress=lambda done, of: told.append((done, of)),
        )
        for _ in range(2)
    )

    assert one.halves.tolist() == again.halves.tolist()
    assert told[:4] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_halves_have_half_of_the_weeks_and_nothing_after_the_moment():
    events = [*lunches(np.random.default_rng(1), 8), meeting(ago(-30), MARA, BEN)]

    def days(network: Network) -> float:
        return float(network.ties_of().contact_days.sum())

    found = bootstrap(records(*events), days, as_of=AS_OF, rng=np.random.default_rng(3), samples=5)

    assert found.observed == 8
    assert set(found.halves.tolist()) == {4.0}
    assert found.interval == (8.0, 8.0)


def test_the_interval_is_that_of_the_halves_around_the_value():
    found = Bootstrap(observed=10.0, halves=np.array([1.0, 2.0, 3.0, 6.0]), level=0.5)

    assert found.interval == pytest.approx((10.0 - 0.75, 10.0 + 1.25))
    assert found.standard_error == pytest.approx(np.std([1, 2, 3, 6]))


def test_it_says_in_a_line_what_was_found_and_has_the_samples_as_a_table():
    found = Bootstrap(observed=10.0, halves=np.array([1.0, 2.0, 3.0, 6.0]), level=0.5)

    assert repr(found) == "Bootstrap(observed=10, interval=(9.25, 11.25), level=0.5, samples=4)"
    assert found.to_dict() == {"halves": [1.0, 2.0, 3.0, 6.0]}
    pytest.importorskip("polars")
    assert found.to_frame("polars").columns == ["halves"]


def test_without_anything_that_happened_there_is_no_doubt():
    found = bootstrap(
        records(), lambda n: float(n.n_contacts), as_of=AS_OF, rng=np.random.default_rng(1)
    )

    assert found.interval == (found.observed, found.observed)


@pytest.mark.parametrize("level", [0, 1, "0.9", True])
def test_a_level_that_is_no_probability_is_refused(level: object):
    with pytest.raises(InvalidArgumentError, match="level must be a number between 0 and 1"):
        bootstrap(records(), lambda _: 0.0, as_of=AS_OF, rng=np.random.default_rng(1), level=level)

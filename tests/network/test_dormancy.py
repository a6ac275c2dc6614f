from __future__ import annotations

import attrs
import numpy as np
import pytest

from builders import (
    AS_OF,
    BEN,
    MARA,
    ago,
    life,
    meeting,
    records,
)
from netzwerkwandel.model import Tie
from netzwerkwandel.network import Network, Ties, TieStrength


def in_touch(*days: float, **rules: float) -> Ties:
    """The tie to Ben, met on days so long ago."""
    events = [meeting(ago(day), MARA, BEN) for day in days]
    return Network.from_records(
        records(*events), as_of=AS_OF, strength=TieStrength(**rules)
    ).ties_of()


@pytest.mark.parametrize(
    ("days", "asleep"),
    [
        ([3.0 * 365.25], True),
        ([3.0 * 365.25 - 0.01], False),
        ([900], False),
        ([4000], True),
    ],
)
def test_a_tie_sleeps_after_three_years(days: list[float], asleep: bool):
    assert in_touch(*days).is_dormant.tolist() == [asleep]


@pytest.mark.parametrize(("silence", "asleep"), [(400, False), (400.5, True), (600, True)])
def test_a_tie_sleeps_after_eight_times_its_own_rhythm(silence: float, asleep: bool):
    ties = in_touch(*(silence + 50 * i for i in range(5)))

    assert ties.rhythm.tolist() == [50.0]
    assert ties.is_dormant.tolist() == [asleep]


@pytest.mark.parametrize(("silence", "asleep"), [(31, False), (365, False), (366, True)])
def test_no_rhythm_makes_a_tie_sleep_within_a_year(silence: float, asleep: bool):
    ties = in_touch(*(silence + i for i in range(9)))

    assert ties.is_dormant.tolist() == [asleep]


def test_two_days_of_contact_are_no_rhythm():
    assert in_touch(400, 401).is_dormant.tolist() == [False]
    assert in_touch(400, 401, 402).is_dormant.tolist() == [True]


def test_the_rules_of_sleep_can_be_changed():
    assert in_touch(400, dormant_years=1.0).is_dormant.tolist() == [True]
    weekly = [400 + 7 * i for i in range(5)]
    assert in_touch(*weekly).is_dormant.tolist() == [True]
    assert in_touch(*weekly, dormant_rhythms=60.0).is_dormant.tolist() == [False]
    assert in_touch(*weekly, shortest_sleep=450.0).is_dormant.tolist() == [False]


def test_what_never_had_strength_cannot_sleep():
    ties = life(ties=[Tie(a=MARA, b=BEN, relations=["former boss"])]).ties_of()

    assert ties.peak_strength.tolist() == [0.0]
    assert ties.is_dormant.tolist() == [False]


def test_what_a_model_of_strength_takes_for_nothing_cannot_sleep():
    @attrs.frozen(kw_only=True)
    class Nothing(TieStrength):
        def accumulate(self, starts, days, weights, as_of):
            return np.zeros(len(starts)), np.zeros(len(starts))

    made = Network.from_records(
        records(meeting(ago(4000), MARA, BEN)), as_of=AS_OF, strength=Nothing()
    )

    assert made.ties_of().is_dormant.tolist() == [False]

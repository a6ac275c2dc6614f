from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    BEN,
    MARA,
    ago,
    edge_lists,
    life,
    meeting,
    network,
)
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import (
    NewInformation,
    checked_scores,
)
from scoring.shipped import scored_rows


def own_scores(made: Network, strategy: NewInformation) -> list[float]:
    return checked_scores(strategy, made.ties_of()).tolist()


@pytest.mark.parametrize("peak", [0.05, 0.35, 0.8])
def test_new_information_is_what_the_definition_says(peak: float):
    for row, score in scored_rows(NewInformation(peak=peak)):
        trust = row.trust if row.trust_is_stated else 0.5
        readiness = (1 + trust) / 2 * (1 - row.shared_time / 2)
        told = math.pow(row.bandwidth, peak / (1 - peak)) * (1 - row.intensity)
        assert score == pytest.approx(row.novelty * told * readiness, rel=1e-12)


@given(edge_lists(), st.floats(0.01, 0.99))
def test_without_history_it_is_novelty_and_the_weight_of_the_tie(edges, peak):
    ties = network(edges).ties()

    scores = checked_scores(NewInformation(peak=peak), ties)

    for row, weight in enumerate(ties.weight.tolist()):
        intensity = weight / (weight + 6.0)
        told = math.pow(intensity, peak / (1 - peak)) * (1 - intensity)
        assert scores[row] == pytest.approx(ties.novelty[row] * told * 3 / 4, rel=1e-9)


@given(st.floats(0.05, 0.95))
def test_with_novelty_equal_value_rises_and_falls_with_its_top_at_the_peak(peak: float):
    intensities = np.linspace(0.01, 0.99, 197)
    strengths = 6.0 * intensities / (1 - intensities)
    leaves = [f"x{i:03}" for i in range(len(strengths))]
    star = network(zip("a" * len(leaves), leaves, strengths.tolist(), strict=True))

    values = checked_scores(NewInformation(peak=peak), star.ties_of("a"))

    top = int(np.argmax(values))
    assert intensities[top] == pytest.approx(peak, abs=0.005)
    assert (np.diff(values[: top + 1]) > 0).all()
    assert (np.diff(values[top:]) < 0).all()


def test_a_bridge_is_worth_more_than_one_of_the_crowd():
    cliques = network([*((a, b, 2.0) for a, b in ("ab", "ac", "bc")), ("a", "z", 2.0)])
    ties = cliques.ties_of("a")

    scores = dict(
        zip(
            [cliques.keys[i] for i in ties.target],
            checked_scores(NewInformation(), ties).tolist(),
            strict=True,
        )
    )

    assert scores["z"] > scores["b"] == scores["c"]


def test_a_formerly_strong_tie_that_sleeps_is_worth_more_than_the_same_tie_in_use():
    def met(since: float) -> float:
        return own_scores(
            life(*(meeting(ago(since + 7 * i), MARA, BEN) for i in range(60))), NewInformation()
        )[0]

    assert met(2000.0) > met(1.0)


@pytest.mark.parametrize("peak", [0.0, 1.0, -0.2, 1.5, math.nan])
def test_the_peak_lies_between_nothing_and_all(peak: float):
    with pytest.raises(InvalidArgumentError, match="peak must lie between 0 and 1, got"):
        NewInformation(peak=peak)

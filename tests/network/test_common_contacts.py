"""Overlap and Simmelian thirds, as columns of ties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given

from builders import (
    ANA,
    BEN,
    MARA,
    ago,
    clique,
    edge_lists,
    edge_networks,
    life,
    mail,
    meeting,
    network,
)
from netzwerkwandel.model import Tie
from netzwerkwandel.network import Network
from netzwerkwandel.testing.networks import ugly_cases


NETWORKS = {**edge_networks(), **{case.name: case.network() for case in ugly_cases([])}}


def slow_simmelian(made: Network) -> list[int]:
    """The definition: whoever both are mutually tied to, if they are so themselves."""
    ties = made.ties()
    ends = list(zip(ties.source.tolist(), ties.target.tolist(), strict=True))
    mutual = {
        pair for pair, answers in zip(ends, ties.reciprocity.tolist(), strict=True) if answers != 0
    }
    people = range(made.n_contacts)
    return [
        sum((i, q) in mutual and (j, q) in mutual for q in people) if (i, j) in mutual else 0
        for i, j in ends
    ]


@pytest.mark.parametrize("name", NETWORKS)
def test_a_simmelian_tie_is_held_by_thirds_to_whom_both_are_mutually_tied(name):
    made = NETWORKS[name]

    assert made.ties().simmelian.tolist() == slow_simmelian(made)


def test_a_one_sided_tie_holds_nobody_and_is_not_held():
    lunch = meeting(ago(3), MARA, ANA)
    asked = [mail(ago(3), MARA, BEN), mail(ago(3), ANA, BEN)]
    answers = [mail(ago(2), BEN, MARA), mail(ago(2), BEN, ANA)]

    one_sided, mutual = (life(lunch, *asked, *more).ties_of() for more in ([], answers))

    assert one_sided.embeddedness.tolist() == mutual.embeddedness.tolist() == [1, 1]
    assert one_sided.simmelian.tolist() == [0, 0]
    assert mutual.simmelian.tolist() == [1, 1]


def test_a_stated_tie_is_taken_to_be_mutual():
    stated = [Tie(a=MARA, b=ANA), Tie(a=MARA, b=BEN), Tie(a=ANA, b=BEN)]

    assert life(ties=stated).ties_of().simmelian.tolist() == [1, 1]


@given(edge_lists())
def test_without_history_every_common_contact_holds_a_tie(edges):
    ties = network(edges).ties()

    assert ties.simmelian.tolist() == ties.embeddedness.tolist()


@given(edge_lists())
def test_overlap_is_who_is_tied_to_both_over_who_is_tied_to_either(edges):
    made = network(edges)
    near = {key: set() for key in made.keys}
    for a, b, _ in edges:
        near[a].add(b)
        near[b].add(a)
    ties = made.ties()

    for i, j, overlap in zip(
        ties.source.tolist(), ties.target.tolist(), ties.overlap.tolist(), strict=True
    ):
        one, other = made.keys[i], made.keys[j]
        either = (near[one] | near[other]) - {one, other}
        both = near[one] & near[other]
        assert overlap == pytest.approx(
            len(both) / len(either) if either else math.nan, nan_ok=True
        )


def test_overlap_of_two_who_know_nobody_else_is_not_known():
    assert all(map(math.isnan, network([("a", "b", 2.0)]).ties().overlap.tolist()))
    assert set(clique("abcd").ties().overlap.tolist()) == {1.0}

from __future__ import annotations

import numpy as np
import pytest

import netzwerkwandel as nw
from builders import ANA, BEN, CEM, DAN, MARA, ago, edge_networks, life, mail, meeting
from netzwerkwandel.metrics import inner_circle


EVA = "mailto:eva@example.org"


def inner(network: nw.Network) -> set[str]:
    ties = network.ties_of()
    return {network.keys[i] for i in ties.target[inner_circle(network)].tolist()}


def office(since: float = 1) -> list[nw.Interaction]:
    """Ana, Ben and Cem, who meet with Mara every week."""
    return [meeting(ago(since + 7 * week), MARA, ANA, BEN, CEM) for week in range(30)]


def test_colleagues_who_all_know_each_other_are_in_it_and_a_stray_contact_is_not():
    assert inner(life(*office(), mail(ago(3), MARA, DAN), mail(ago(2), DAN, MARA))) == {
        ANA,
        BEN,
        CEM,
    }


def test_who_is_close_is_in_it_though_she_knows_none_of_the_others():
    daily = [meeting(ago(day), MARA, EVA) for day in range(1, 90)]

    assert EVA in inner(life(*office(), *daily))


def test_closeness_counts_as_stated():
    seen = [mail(ago(3), MARA, DAN), mail(ago(2), DAN, MARA)]

    assert DAN in inner(life(*office(), *seen, ties=[nw.Tie(a=MARA, b=DAN, closeness=0.8)]))
    assert DAN not in inner(life(*office(), *seen, ties=[nw.Tie(a=MARA, b=DAN, closeness=0.7)]))


def test_whoever_sleeps_is_not_in_it():
    assert inner(life(*office(since=2000))) == set()


@pytest.mark.parametrize("name", edge_networks())
def test_every_network_has_one_value_for_each_contact(name: str):
    made = edge_networks()[name]

    for ego in range(made.n_contacts):
        found = inner_circle(made, ego)
        assert found.dtype == np.bool_
        assert found.shape == (made.degree[ego],)


def test_it_is_made_of_the_columns_by_the_documented_thresholds():
    network = life(*office(), *[meeting(ago(2 * day), MARA, DAN, EVA) for day in range(1, 9)])
    ties = network.ties_of()

    expected = (ties.closeness >= 0.75) | (ties.core >= 0.5 * ties.core.max())

    np.testing.assert_array_equal(inner_circle(network), expected & ~ties.is_dormant)

from __future__ import annotations

import numpy as np
import pytest

import netzwerkwandel as nw
from builders import ANA, BEN, CEM, DAN, MARA, ago, life, mail, meeting
from netzwerkwandel.recommending import recommend


EVA = "mailto:eva@example.org"


def made() -> nw.Network:
    """Ana, Ben and Cem are the daily circle; Dan sleeps and knows Eva, whom Mara does not."""
    daily = [meeting(ago(days), MARA, ANA, BEN, CEM) for days in range(1, 60, 3)]
    once = [meeting(ago(2000 + days), MARA, DAN) for days in range(0, 90, 10)]
    answered = [mail(ago(2001), DAN, MARA, EVA), mail(ago(2002), MARA, DAN)]
    return life(*daily, *once, *answered)


def test_without_a_choice_of_ones_own_there_is_no_comparison():
    assert recommend(made()).comparison is None


def test_the_familiar_shows_beside_the_list():
    found = recommend(made(), n=1, include=[DAN], compare_with=[ANA, BEN]).comparison

    assert found is not None
    assert (found.suggested.people, found.own.people) == (1, 2)
    assert (found.suggested.dormant, found.own.dormant) == (1, 0)
    assert (found.suggested.new_people, found.own.new_people) == (1, 0)
    assert (found.suggested.circles, found.own.circles) == (1, 1)
    assert (found.added_circles, found.added_people) == (1, 1)
    assert found.suggested.redundancy < found.own.redundancy
    assert found.suggested.shared_time < found.own.shared_time
    assert found.suggested.core < found.own.core
    assert found.in_both == ()


def test_means_are_over_those_compared():
    network = made()
    ties = network.ties_of()
    rows = [np.flatnonzero(ties.target == network.index_of(key))[0] for key in (ANA, DAN)]

    found = recommend(network, n=1, compare_with=[ANA, DAN]).comparison

    assert found is not None
    assert found.own.redundancy == pytest.approx(ties.redundancy[rows].mean())
    assert found.own.shared_time == pytest.approx(ties.shared_time[rows].mean())
    assert found.own.core == pytest.approx(ties.core[rows].mean())


def test_who_is_on_both_is_named():
    found = recommend(made(), n=1, include=[DAN], compare_with=[DAN, ANA]).comparison

    assert found is not None
    assert found.in_both == (DAN,)
    assert (found.added_circles, found.added_people) == (0, 0)


def test_nobody_to_compare_with_is_nobody():
    found = recommend(made(), compare_with=[]).comparison

    assert found is not None
    assert found.own.people == found.own.circles == found.own.new_people == 0
    assert np.isnan(found.own.redundancy)


def test_only_contacts_can_be_compared():
    with pytest.raises(nw.NotFoundError, match="contact of this person"):
        recommend(made(), compare_with=[EVA])
    with pytest.raises(nw.NotFoundError, match="nobody:knows"):
        recommend(made(), compare_with=["nobody:knows"])

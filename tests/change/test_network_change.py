from __future__ import annotations

import json
import math
from datetime import date, timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given

import netzwerkwandel as nw
from builders import (
    ANA,
    AS_OF,
    BEN,
    CEM,
    DAN,
    MARA,
    ago,
    edge_lists,
    edge_networks,
    life,
    mail,
    mailbox_life,
    meeting,
    network,
    records,
)
from netzwerkwandel.change import network_change
from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.model import Function
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.network import Network


def both_ways(days: float, *people: str) -> list[nw.Interaction]:
    pairs = [pair for person in people for pair in ((MARA, person), (person, MARA))]
    return [mail(ago(days), *pair) for pair in pairs]


def between(made: nw.Records, days: float, **options: object):
    """What changed from so many days ago until now."""
    before, after = (Network.from_records(made, as_of=AS_OF - timedelta(days=n)) for n in (days, 0))
    return network_change(before, after, **options)


def made() -> nw.Records:
    """Ana stays, Ben falls asleep, Cem wakes after five years, Dan comes and works in ux."""
    return records(
        *(meeting(ago(10 * i), MARA, ANA) for i in range(200)),
        *both_ways(1130, BEN),
        *both_ways(2000, CEM),
        *both_ways(100, CEM),
        *both_ways(90, DAN),
        people=[nw.Contact(key=DAN, name="Dan", position="UX Researcher")],
    )


def test_who_came_and_who_woke_and_who_went():
    change = between(made(), 365)

    assert change.came == (DAN,)
    assert change.reconnected == (CEM,)
    assert change.went == (BEN,)
    assert change.contacts == Shift(2, 3)
    assert change.turnover == pytest.approx(1 - 1 / 4)
    assert change.birth_rate == pytest.approx(2 / 3)
    assert change.death_rate == pytest.approx(1 / 2)


def test_attention_is_shared_out():
    change = between(made(), 365, goal=nw.Goal(fields=["ux research"], since=date(2026, 1, 1)))
    after = Network.from_records(made(), as_of=AS_OF).ties_of()
    share = dict(
        zip(
            [after.network.keys[i] for i in after.target],
            after.strength / after.strength.sum(),
            strict=True,
        )
    )

    assert change.to_field.share == Shift(0.0, pytest.approx(share[DAN]))
    assert change.to_new.share == Shift(0.0, pytest.approx(share[DAN]))
    assert change.to_reconnected.share.after == pytest.approx(share[CEM])
    assert change.to_inner_circle.share.after == pytest.approx(share[ANA])
    assert change.to_inner_circle.share.after + change.to_periphery.share.after == pytest.approx(1)
    months = 365 / (365.25 / 12)
    assert change.to_inner_circle.per_month == pytest.approx(37 / months)
    assert change.to_field.per_month == change.to_new.per_month == pytest.approx(1 / months)
    assert change.to_reconnected.per_month == pytest.approx(1 / months)


def test_without_a_goal_new_is_who_came_in_between():
    assert between(made(), 365).to_new.share.after > 0
    late = between(made(), 365, goal=nw.Goal(fields=["ux"], since=date(2026, 10, 30)))
    assert late.to_new.share.after == 0


def test_the_structure_is_that_of_each_network():
    change = between(made(), 365)

    for place, days in (("before", 365), ("after", 0)):
        then = Network.from_records(made(), as_of=AS_OF - timedelta(days=days))
        holes = structural_holes(then, model="ego", nodes=[MARA])
        normalised = holes.normalised_constraint[0]
        assert getattr(change.constraint, place) == pytest.approx(holes.constraint[0])
        assert getattr(change.normalised_constraint, place) == pytest.approx(normalised)
        assert getattr(change.effective_size, place) == pytest.approx(holes.effective_size[0])
        assert getattr(change.circles, place) == (np.bincount(then.ties_of().circle) > 1).sum()


def test_functions_gained_and_lost():
    stated = [
        nw.Tie(a=MARA, b=DAN, functions=["doors"]),
        nw.Tie(a=MARA, b=ANA, functions=["ideas"]),
    ]
    change = between(records(*both_ways(800, ANA), *both_ways(9, DAN), ties=stated[1:]), 365)
    since = nw.Tie(a=MARA, b=DAN, functions=["doors"], since=date(2026, 6, 1))
    gained = between(records(*both_ways(800, ANA), ties=[since, stated[1]]), 365)

    assert Function.IDEAS in change.functions.before
    assert gained.functions.gained == (Function.DOORS,)
    assert gained.functions.lost == ()


def test_silence_alone_makes_nobody_new_and_opens_no_network():
    # Ben was close, and is silent since 2019; only Ana, who is everyday life, goes on.
    asleep = [meeting(ago(2600 + 7 * i), MARA, BEN) for i in range(60)]
    everyday = [meeting(ago(3 * i), MARA, ANA, CEM) for i in range(900)]
    change = between(records(*asleep, *everyday), 365)

    assert change.functions.gained == change.gained_in_silence == (Function.DOORS,)
    assert change.gained_by_new == change.came == change.reconnected == ()
    told = change.explain("de")
    assert "Neu in deinem Netzwerk" not in told
    assert "Für offene Türen kommt jetzt jemand infrage, mit dem seither kein Kontakt war" in told
    assert "geöffnet" not in told


def test_a_network_opens_or_closes_by_people_and_otherwise_attention_moves():
    shift = Shift(0.5, 0.25)
    nothing = attrs.evolve(between(made(), 365), came=(), reconnected=(), constraint=shift)
    still = attrs.evolve(
        nothing,
        to_inner_circle=attrs.evolve(nothing.to_inner_circle, per_month=0.0),
        to_periphery=attrs.evolve(nothing.to_periphery, per_month=0.0),
    )

    assert "Your network has opened" in attrs.evolve(nothing, came=(DAN,)).explain("en")
    assert "Your network has opened" in attrs.evolve(nothing, reconnected=(CEM,)).explain("en")
    assert "Nobody came or woke up; less of your attention" in nothing.explain("en")
    assert "opened" not in nothing.explain("en")
    assert "attention rests" not in still.explain("en")
    closed = attrs.evolve(nothing, constraint=Shift(0.25, 0.5))
    assert "Nobody came or woke up; more of your attention" in closed.explain("en")


def test_a_function_is_new_by_whom_somebody_met_serves_it():
    stated = nw.Tie(a=MARA, b=DAN, functions=["doors"], since=date(2026, 6, 1))
    came = between(records(*both_ways(800, ANA), *both_ways(9, DAN), ties=[stated]), 365)
    known = between(records(*both_ways(800, ANA), ties=[stated]), 365)

    assert Function.DOORS in came.gained_by_new
    assert known.functions.gained == (Function.DOORS,)
    assert known.gained_by_new == known.gained_in_silence == ()
    assert "The data now shows somebody for open doors, too." in known.explain("en")


def test_the_way_inward():
    ux = [nw.Contact(key=key, position="UX") for key in (BEN, CEM, DAN)]
    together = [meeting(ago(days), MARA, BEN, CEM, DAN) for days in (10, 20)]
    alone = [meeting(ago(1000), BEN, CEM, DAN), *both_ways(900, BEN)]
    change = between(records(*alone, *together, people=ux), 365, goal=nw.Goal(fields=["ux"]))

    assert change.level.before < change.level.after == 1.0
    assert math.isnan(between(made(), 365).level.before)


# Properties


@given(edge_lists())
def test_a_network_and_itself_is_no_change(edges):
    one = network(edges)

    for ego in one.keys:
        change = network_change(one, one, ego=ego)
        assert change.came == change.went == change.reconnected == ()
        assert change.turnover == 0
        assert change.weighted_turnover == pytest.approx(0)
        assert change.signature_distance == 0 or math.isnan(change.signature_distance)
        assert change.functions.gained == change.functions.lost == ()
        attention = change.to_inner_circle.share
        for shift in (change.contacts, change.circles, change.constraint, attention):
            np.testing.assert_equal(shift.before, shift.after)


def test_a_life_and_itself_is_no_change():
    one = Network.from_records(mailbox_life(), as_of=AS_OF)
    change = network_change(one, one, goal=nw.Goal(fields=["ux"]))

    assert change.turnover == change.weighted_turnover == change.signature_distance == 0
    assert math.isnan(change.to_inner_circle.per_month)


@given(edge_lists(), edge_lists())
def test_turnover_is_the_same_both_ways(one, other):
    keys = sorted({person for a, b, _ in [*one, *other] for person in (a, b)} | {"a"})
    before, after = network(one, keys=keys), network(other, keys=keys)

    there, back = (network_change(*pair, ego="a") for pair in ((before, after), (after, before)))

    assert there.turnover == back.turnover
    assert there.weighted_turnover == pytest.approx(back.weighted_turnover)
    assert there.came == back.went
    np.testing.assert_equal(there.birth_rate, back.death_rate)
    np.testing.assert_allclose(there.signature_distance, back.signature_distance, atol=1e-12)


@pytest.mark.parametrize("name", edge_networks())
def test_every_network_can_be_compared_and_written_as_json(name: str):
    made = edge_networks()[name]

    for ego in range(made.n_contacts):
        change = network_change(made, made, ego=ego, goal=nw.Goal(fields=["ux"]))
        assert json.loads(json.dumps(change.to_dict(), allow_nan=False))["schema"] == 1


# What cannot be compared


def test_networks_of_two_people_cannot_be_compared():
    one = life(*both_ways(9, ANA))
    people = [nw.Contact(key=key) for key in (ANA, BEN)]
    hers = nw.Records(contacts=people, interactions=[mail(ago(9), ANA, BEN)], me=ANA)
    other = Network.from_records(hers, as_of=AS_OF)

    with pytest.raises(nw.InvalidArgumentError, match="both networks must be of one person"):
        network_change(one, other)


def test_after_is_not_earlier_than_before():
    before, after = (Network.from_records(made(), as_of=ago(days)) for days in (10, 20))

    with pytest.raises(nw.InvalidArgumentError, match="after must not be earlier than before"):
        network_change(before, after)


def test_somebody_must_be_named_and_there():
    with pytest.raises(nw.InvalidNetworkError, match="name an ego"):
        network_change(network([("a", "b", 1.0)]), network([("a", "b", 1.0)]))
    with pytest.raises(nw.NotFoundError):
        network_change(network([("a", "b", 1.0)]), network([("a", "b", 1.0)]), ego="z")


def test_an_empty_period_is_a_period():
    change = network_change(life(), life())

    assert change.contacts == Shift(0, 0)
    assert change.turnover == 0
    assert math.isnan(change.constraint.before)
    assert math.isnan(change.to_inner_circle.share.before)

from __future__ import annotations

import json
from datetime import date

import attrs
import numpy as np
import pytest

from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, life, mail, meeting, records, star
from netzwerkwandel import metrics
from netzwerkwandel.change import SafeBase, safe_base
from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, NotFoundError
from netzwerkwandel.model import Contact, Function, Goal, Interaction, Key, Tie
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import function_coverage


EVA = "mailto:eva@example.org"
GOAL = Goal(fields=["ux research"], since=date(2026, 1, 1))


def to_and_fro(who: Key, days: int = 60, answered: int | None = None) -> list[Interaction]:
    """Mails on so many days, and answers to so many of them."""
    answers = days if answered is None else answered
    return [
        *(mail(ago(2 * i + 1), MARA, who) for i in range(days)),
        *(mail(ago(2 * i + 1.2), who, MARA) for i in range(answers)),
    ]


def team(*who: Key) -> list[Interaction]:
    """A meeting every week."""
    return [meeting(ago(7 * i + 1), MARA, *who) for i in range(60)]


def supports(who: Key, **values: object) -> Tie:
    return Tie(a=MARA, b=who, functions={"support"}, **values)


def held_by(base: SafeBase) -> list[Key]:
    return [supporter.contact.key for supporter in base.supporters]


def test_who_is_close_mutual_and_supporting_holds():
    base = safe_base(life(*to_and_fro(BEN)))

    (ben,) = base.supporters
    assert ben.contact.key == BEN
    assert ben.closeness >= 0.5
    assert ben.reciprocity == 1
    assert ben.support >= 0.25
    assert not ben.support_is_stated


def test_who_is_not_close_does_not_hold():
    network = life(*to_and_fro(BEN, days=3), *to_and_fro(ANA), ties=[supports(BEN)])

    assert held_by(safe_base(network)) == [ANA]


@pytest.mark.parametrize(("answered", "holds"), [(29, False), (30, True)])
def test_who_reaches_out_less_than_half_as_often_does_not_hold(answered: int, holds: bool):
    network = life(*to_and_fro(BEN, answered=answered), ties=[supports(BEN, closeness=0.9)])

    assert bool(safe_base(network).supporters) == holds


def test_who_does_not_support_does_not_hold():
    # close by what is stated, but hardly trusted and with few contacts: support is 0.16
    tie = Tie(a=MARA, b=BEN, closeness=0.5, trust=0.0)

    assert not safe_base(life(*to_and_fro(BEN), ties=[tie])).supporters
    assert safe_base(life(*to_and_fro(BEN), ties=[attrs.evolve(tie, trust=1.0)])).supporters


@pytest.mark.parametrize(
    ("tie", "holds"),
    [
        (Tie(a=MARA, b=EVA, relations={"partner"}, trust=0.9), False),
        (Tie(a=MARA, b=EVA, closeness=0.9), False),
        (supports(EVA), False),
        (Tie(a=MARA, b=EVA, closeness=0.9, trust=0.9), True),
        (supports(EVA, closeness=0.9), True),
    ],
)
def test_of_whom_there_is_no_contact_it_must_be_stated(tie: Tie, holds: bool):
    assert bool(safe_base(life(ties=[tie])).supporters) == holds


def test_a_statement_does_not_make_one_sided_contact_mutual():
    tie = supports(BEN, closeness=0.9)

    assert not safe_base(life(*to_and_fro(BEN, answered=0), ties=[tie])).supporters


def test_who_sleeps_or_parted_in_conflict_does_not_hold():
    asleep = [mail(ago(2000 + i), *pair) for i in range(90) for pair in ((MARA, CEM), (CEM, MARA))]
    ties = [supports(CEM, closeness=0.9), supports(BEN, closeness=0.9, ended_in_conflict=True)]

    assert not safe_base(life(*asleep, *to_and_fro(BEN), ties=ties)).supporters


def test_who_sits_deep_in_the_old_core_may_hold_back():
    base = safe_base(life(*team(ANA, BEN, CEM), *to_and_fro(EVA)))

    assert held_by(base) == [EVA]
    assert base.may_hold_back == (ANA, BEN, CEM)


def test_whoever_would_not_hold_does_not_hold_back_either():
    parted = Tie(a=MARA, b=CEM, ended_in_conflict=True)

    base = safe_base(life(*team(ANA, BEN, CEM), ties=[parted]))

    assert base.may_hold_back == (ANA, BEN)


def of_the_team(*people: Contact, ties=(), events=()) -> SafeBase:
    network = life(*team(ANA, BEN, CEM), *events, people=people, ties=ties)
    return safe_base(network, goal=GOAL)


def test_stated_support_holds_from_within_the_core():
    assert held_by(of_the_team(ties=[supports(ANA)])) == [ANA]


def test_who_has_changed_career_does_not_hold_back():
    changed = Contact(key=ANA, name="Ana", changed_career=True)

    assert held_by(of_the_team(changed)) == [ANA]


def test_who_works_in_the_field_or_knows_somebody_there_does_not_hold_back():
    inside = Contact(key=ANA, name="Ana", fields=["UX research"])
    friend = Contact(key=EVA, name="Eva", fields=["UX research"])
    introduced = mail(ago(50), BEN, MARA, EVA)

    assert held_by(of_the_team(inside)) == [ANA, BEN, CEM]
    assert held_by(of_the_team(friend, events=[introduced])) == [BEN]


def test_the_fields_of_who_asks_open_nothing():
    mara = Contact(key=MARA, name="Mara", fields=["UX research"])

    assert held_by(of_the_team(mara)) == []


def test_without_a_goal_nobody_is_in_a_field():
    friend = Contact(key=EVA, name="Eva", fields=["UX research"])
    network = life(*team(ANA, BEN), mail(ago(50), BEN, MARA, EVA), people=[friend])

    assert not safe_base(network).supporters


def test_who_supports_most_comes_first_and_equals_by_key():
    network = life(
        *(event for who in (DAN, CEM, BEN) for event in to_and_fro(who)), ties=[supports(DAN)]
    )

    base = safe_base(network)

    assert held_by(base) == [DAN, BEN, CEM]
    assert base.supporters[0].support == 1
    assert base.supporters[0].support_is_stated


def test_it_is_enough_with_so_many_people_in_two_circles():
    apart = [event for who in (ANA, BEN, CEM) for event in to_and_fro(who)]
    ties = [supports(who) for who in (ANA, BEN, CEM)]
    scattered, together = life(*apart), life(*team(ANA, BEN, CEM), ties=ties)

    assert (safe_base(scattered).circles, safe_base(scattered).is_enough) == (3, True)
    assert (safe_base(together).circles, safe_base(together).is_enough) == (1, False)
    assert not safe_base(scattered, floor=4).is_enough
    assert safe_base(life(*to_and_fro(ANA)), floor=1).is_enough
    assert not safe_base(life(*to_and_fro(ANA)), floor=2).is_enough


def test_what_hangs_on_one_is_lost_with_her():
    network = life(*to_and_fro(BEN), *to_and_fro(CEM, days=2))
    alone = {f for f, covered in function_coverage(network).items() if covered.keys == (BEN,)}

    (ben,) = safe_base(network).supporters

    assert set(ben.only_one_for) == alone
    assert Function.SUPPORT in alone
    assert Function.INFORMATION not in alone


def test_what_hangs_on_one_may_hang_on_the_goal():
    changed = Contact(key=BEN, name="Ben", changed_career=True)
    inside = Contact(key=CEM, name="Cem", fields=["UX research"])
    close = [Tie(a=MARA, b=BEN, closeness=0.7, functions=["orientation", "support"])]
    network = life(*to_and_fro(CEM, days=2), ties=close, people=[changed, inside])

    with_goal = safe_base(network, goal=GOAL)
    without = safe_base(network)

    assert Function.ORIENTATION in without.supporters[0].only_one_for
    assert Function.ORIENTATION not in with_goal.supporters[0].only_one_for


def test_what_two_serve_hangs_on_nobody():
    network = life(*(event for who in (BEN, CEM) for event in to_and_fro(who)))

    assert [supporter.only_one_for for supporter in safe_base(network).supporters] == [(), ()]


def test_of_a_single_tie_everything_is_lost():
    (ben,) = safe_base(life(*to_and_fro(BEN))).supporters

    assert (ben.effective_size.before, ben.constraint.before) == (1, 1)
    assert np.isnan([ben.effective_size.after, ben.constraint.after]).all()


def test_of_three_who_do_not_know_each_other_one_is_lost():
    network = life(*(event for who in (ANA, BEN, CEM) for event in to_and_fro(who)))

    for supporter in safe_base(network).supporters:
        assert supporter.effective_size == Shift(3, 2)
        assert supporter.constraint == Shift(pytest.approx(1 / 3), pytest.approx(1 / 2))


def test_what_is_lost_is_measured_as_if_there_had_been_no_contact():
    """The network without what she had with the owner: nobody else sees the others otherwise."""
    ties = [supports(who) for who in (ANA, BEN, CEM)]
    events = [*team(ANA, BEN), *to_and_fro(BEN, days=20), *team(CEM, DAN), *to_and_fro(EVA)]
    network = life(*events, ties=ties)

    for supporter in safe_base(network).supporters:
        key = supporter.contact.key
        rows = [
            (network.keys[a], network.keys[b], float(weight))
            for a, b, weight in zip(
                network.sources.tolist(), network.indices.tolist(), network.weights, strict=True
            )
            if a < b and {network.keys[a], network.keys[b]} != {MARA, key}
        ]
        left = Network.from_edges(*map(list, zip(*rows, strict=True)))
        holes = metrics.structural_holes(left, model="ego", nodes=[MARA])
        assert supporter.effective_size.after == pytest.approx(holes.effective_size[0])
        assert supporter.constraint.after == pytest.approx(holes.constraint[0])
        before = metrics.structural_holes(network, model="ego", nodes=[MARA])
        assert supporter.effective_size.before == pytest.approx(before.effective_size[0])
        assert supporter.constraint.before == pytest.approx(before.constraint[0])


def test_somebody_else_may_ask():
    network = life(*to_and_fro(BEN))

    base = safe_base(network, ego=BEN)

    assert held_by(base) == [MARA]


def test_a_network_that_was_not_measured_shows_nobody_who_holds():
    assert safe_base(star(), ego="a") == SafeBase(supporters=(), may_hold_back=(), floor=3)


def test_a_life_without_ties_has_no_base():
    base = safe_base(life())

    assert (base.supporters, base.circles, base.is_enough) == ((), 0, False)


def test_it_can_be_written_down():
    base = safe_base(life(*to_and_fro(BEN)))
    written = base.to_dict(with_keys=True)

    assert json.loads(json.dumps(written)) == written
    (ben,) = written["supporters"]
    assert (ben["contact"], ben["effective_size"], ben["constraint"]) == (BEN, [1, None], [1, None])
    assert repr(base.supporters[0]) == "Supporter('Ben')"


@pytest.mark.parametrize("floor", [0, -1, 1.5, True])
def test_a_floor_that_is_no_number_of_people_is_refused(floor):
    with pytest.raises(InvalidArgumentError, match="floor must be a whole number of at least 1"):
        safe_base(life(), floor=floor)


def test_who_is_not_there_cannot_ask():
    with pytest.raises(NotFoundError):
        safe_base(life(), ego="mailto:nobody@example.org")
    with pytest.raises(InvalidNetworkError):
        safe_base(star())


def test_the_moment_is_that_of_the_network():
    found = records(*to_and_fro(BEN))

    assert held_by(safe_base(Network.from_records(found, as_of=AS_OF))) == [BEN]
    assert held_by(safe_base(Network.from_records(found, as_of=ago(119)))) == []

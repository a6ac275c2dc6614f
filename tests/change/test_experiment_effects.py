from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, BEN, CEM, DAN, MARA, mail, meeting, records
from change.experiments import AS_OF, day, experiment, lives, tried
from netzwerkwandel.change import (
    ExperimentEffect,
    ExperimentEffects,
    experiment_effects,
    without_experiment,
)
from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError
from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.model import Contact, Function, Tie
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.network import Chronicle, ExponentialDecay, Network, TieStrength
from netzwerkwandel.records import Records


UNFADING = TieStrength(decay=ExponentialDecay(half_life=1e15))
OLD_TEAM = meeting(day(-9), MARA, ANA, BEN)


def effects_of(found: Records, **given: object) -> ExperimentEffects:
    return experiment_effects(found, **({"as_of": AS_OF, "strength": UNFADING} | given))


def effect(found: Records, **given: object) -> ExperimentEffect:
    return effects_of(found, **given)[0]


def test_new_people_from_elsewhere_are_worth_each_of_them():
    """With 1.5 for each of the old team and 3 for each new one, of 9 in all."""
    lived = records(OLD_TEAM, meeting(day(1), MARA, CEM), meeting(day(2), MARA, DAN))

    found = effect(tried(lived, met=[CEM, DAN], hours=10.0))

    assert found.new == found.non_redundant == (CEM, DAN)
    assert found.new_circles == 2
    assert found.effective_size == Shift(pytest.approx(1), pytest.approx(4 - 1 / 6 - 1 / 6))
    assert found.constraint == Shift(pytest.approx(9 / 8), pytest.approx(2 / 16 + 2 / 9))
    assert found.figures()["effective_size"] == pytest.approx(8 / 3)
    assert found.per_hour()["effective_size"] == pytest.approx(4 / 15)
    assert found.per_hour()["constraint"] == pytest.approx((25 / 72 - 9 / 8) / 10)
    assert found.per_hour()["non_redundant"] == pytest.approx(0.2)


def test_somebody_whom_the_old_team_knows_adds_little():
    """Of 6 in all Mara gives 2.5 to each of the old team, and 1 to Dan, who is tied to both."""
    lived = records(OLD_TEAM, meeting(day(1), MARA, ANA, BEN, DAN))

    found = effect(tried(lived, met=[DAN]))

    assert (found.new, found.non_redundant, found.new_circles) == ((DAN,), (), 0)
    assert found.effective_size == Shift(pytest.approx(1), pytest.approx(3 - 5 / 6 - 2 * (29 / 60)))


@pytest.mark.parametrize(("others", "repeats_little"), [(3, False), (4, True)])
def test_a_tie_repeats_little_if_less_than_a_quarter_of_the_others_is_tied_to_it(
    others: int, repeats_little: bool
):
    """Dan knows Ana, whom Mara gives 3 of 3 * (others + 1); nothing fades."""
    old = [meeting(day(-9), MARA, other) for other in [ANA, *"bcde"[: others - 1]]]
    lived = records(*old, meeting(day(1), MARA, DAN), meeting(day(2), ANA, DAN))

    found = effect(tried(lived, met=[DAN]))

    assert (found.non_redundant == (DAN,)) is repeats_little


def test_new_people_who_know_each_other_are_one_new_circle():
    lived = records(OLD_TEAM, meeting(day(1), MARA, CEM, DAN))

    assert effect(tried(lived, met=[CEM, DAN])).new_circles == 1


def test_a_circle_in_which_somebody_was_known_is_not_new():
    lived = records(OLD_TEAM, meeting(day(-8), MARA, DAN), meeting(day(1), MARA, CEM, DAN))

    assert effect(tried(lived, met=[CEM])).new_circles == 0


def test_a_function_is_gained_that_nobody_else_serves():
    serves = Tie(a=MARA, b=CEM, functions=["orientation"])
    lived = records(OLD_TEAM, meeting(day(1), MARA, CEM), ties=[serves])

    found = effect(tried(lived, met=[CEM], hours=2))

    assert Function.ORIENTATION not in found.functions.before
    assert Function.ORIENTATION in found.functions.gained
    assert found.per_hour()["functions_gained"] == len(found.functions.gained) / 2


def test_a_function_is_not_gained_that_somebody_served():
    ties = [Tie(a=MARA, b=who, functions=["orientation"]) for who in (ANA, CEM)]
    lived = records(OLD_TEAM, meeting(day(1), MARA, CEM), ties=ties)

    found = effect(tried(lived, met=[CEM]))

    assert Function.ORIENTATION in found.functions.before
    assert Function.ORIENTATION not in found.functions.gained


def test_a_second_contact_is_one_on_another_day():
    once = [mail(day(1), CEM, MARA), mail(day(1.1), MARA, CEM)]
    twice = [mail(day(1), DAN, MARA), mail(day(70), MARA, DAN)]
    known = [mail(day(-9), ANA, MARA), mail(day(1), ANA, MARA)]

    found = effect(tried(records(*once, *twice, *known), met=[ANA, CEM, DAN]))

    assert found.second_contact == (DAN,)
    assert found.new == (CEM, DAN)
    assert found.met == (ANA, CEM, DAN)


def test_where_nothing_ties_to_it_those_of_its_days_are_told_apart_and_count_for_nothing():
    """The course that claims everybody: an evening a week, and a year of all other life."""
    days = {"a": -1, "b": 0, "c": 15, "d": 30, "e": 31}
    lived = records(*(meeting(day(number), MARA, who) for who, number in days.items()))

    found = effect(tried(lived, hours=10.0))

    assert found.in_those_days == ("b", "c", "d")
    assert found.met == found.new == found.non_redundant == ()
    assert found.new_circles == 0
    assert found.effective_size.before == found.effective_size.after
    assert not any(found.per_hour().values())
    assert found.until == date(2026, 3, 31)
    assert "3 other people, perhaps for other reasons" in found.explain()
    assert without_experiment(tried(lived), "course", as_of=AS_OF) == tried(lived)


def test_who_is_stated_and_whoever_was_met_with_her_were_met_by_it():
    lived = records(
        meeting(day(1), MARA, DAN, "a"),
        meeting(day(2), MARA, CEM),
        meeting(day(50), MARA, DAN, "b"),
        meeting(day(80), MARA, "b", "c"),
    )

    found = effect(tried(lived, met=[DAN]))

    assert found.met == found.new == ("a", "b", DAN)
    assert not found.met_is_stated
    assert found.in_those_days == (CEM,)


def test_who_alone_knew_somebody_before_introduced_her():
    lived = records(meeting(day(1), MARA, DAN), mail(day(2), DAN, "a"), meeting(day(3), MARA, "a"))

    assert effect(tried(lived, met=[DAN])).met == ("a", DAN)


def test_an_old_friend_who_comes_along_introduces_nobody_on_its_account():
    lived = records(meeting(day(-9), MARA, DAN), meeting(day(2), MARA, DAN, CEM))

    found = effect(tried(lived, met=[DAN]))

    assert (found.met, found.new, found.in_those_days) == ((DAN,), (), (CEM,))


def test_after_a_year_nobody_is_introduced_on_its_account_any_more():
    late = datetime(2027, 6, 1, tzinfo=UTC)
    lived = records(
        meeting(day(1), MARA, DAN), meeting(day(380), MARA, DAN, "a"), meeting(late, MARA, DAN, "b")
    )

    assert effect(tried(lived, met=[DAN]), as_of=late).met == ("a", DAN)


@pytest.mark.parametrize(
    ("title", "is_tied"),
    [
        ("A week at Studio Halbmond", True),
        ("studio-halbmond, shadowing", True),
        ("A week at a studio", False),
        ("Halbmond", False),
        ("", False),
    ],
)
def test_people_of_its_own_addresses_were_met_by_it(title: str, is_tied: bool):
    nele, ben = "mailto:nele@studio-halbmond.example", "mailto:ben@gmail.com"
    lived = records(meeting(day(1), MARA, nele), meeting(day(2), MARA, ben))

    found = effect(tried(lived, title=title))

    assert (found.met == (nele,), nele in found.in_those_days) == (is_tied, not is_tied)
    assert ben in found.in_those_days


def test_where_somebody_is_stated_nobody_else_is_found():
    found = effect(
        tried(records(meeting(day(1), MARA, CEM), meeting(day(2), MARA, DAN)), met=[DAN])
    )

    assert found.met == (DAN,)
    assert found.met_is_stated


def test_who_is_stated_to_be_met_elsewhere_is_of_no_other():
    lived = tried(records(meeting(day(1), MARA, CEM), meeting(day(2), MARA, DAN)), met=[DAN])

    found = {e.experiment.key: e.in_those_days for e in effects_of(tried(lived, key="walk"))}

    assert found == {"course": (CEM,), "walk": (CEM,)}


def test_who_is_stated_to_be_known_for_longer_is_not_found():
    tie = Tie(a=CEM, b=MARA, since=date(2026, 2, 1))

    assert effect(tried(records(meeting(day(1), MARA, CEM), ties=[tie]))).in_those_days == ()


def test_who_was_written_to_beside_the_owner_was_not_met():
    assert effect(tried(records(mail(day(1), ANA, MARA, CEM)))).in_those_days == (ANA,)


def test_while_it_goes_on_it_lasts_until_now():
    lived = tried(records(meeting(day(80), MARA, CEM), meeting(day(90), MARA, DAN)), ended=None)

    found = effect(lived, as_of=day(85))

    assert (found.until, found.in_those_days) == (day(85).date(), (CEM,))


def test_an_end_still_to_come_is_not_seen():
    found = effect(tried(records(), ended=date(2027, 1, 1)), as_of=day(5))

    assert found.until == day(5).date()


def test_what_has_not_started_is_not_there():
    lived = tried(tried(records()), key="later", started=day(6).date())

    keys = [each.experiment.key for each in effects_of(lived, as_of=day(5))]

    assert keys == ["course"]
    assert len(effects_of(lived, as_of=day(-1))) == 0


def test_on_its_first_day_it_is_there():
    assert len(effects_of(tried(records()), as_of=day(0))) == 1


def test_people_are_met_by_any_of_their_keys_and_the_owner_is_not():
    person = Contact(key=CEM, name="Cem", aliases=["card:cem"])
    lived = records(meeting(day(1), MARA, "card:cem"), people=[person])

    found = effect(tried(lived, met=["card:cem", CEM, MARA]))

    assert found.met == found.new == found.non_redundant == (CEM,)


def test_who_was_met_and_left_no_trace_is_new_without_a_tie():
    found = effect(tried(records(OLD_TEAM, people=[CEM]), met=[CEM]))

    assert (found.new, found.non_redundant) == ((CEM,), ())
    assert found.effective_size.before == found.effective_size.after


def test_what_goes_on_at_one_time_is_parallel_and_shares_its_people():
    both, walk = [CEM, DAN], {"started": date(2026, 3, 31), "ended": date(2026, 4, 2)}
    lived = records(meeting(day(31), MARA, CEM), meeting(day(3), MARA, DAN))
    lived = tried(tried(lived, met=both), key="walk", met=[CEM], **walk)
    lived = tried(lived, key="after", started=date(2026, 4, 3), ended=None)

    course, walk, after = effects_of(lived)

    assert [each.parallel for each in (course, walk, after)] == [("walk",), ("course",), ()]
    assert (course.new, walk.new) == ((CEM, DAN), (CEM,))
    assert course.shared == walk.shared == (CEM,)
    assert after.shared == ()


@pytest.mark.parametrize("hours", [None, 0])
def test_nothing_is_said_per_hour_where_there_are_none(hours: float | None):
    found = effect(tried(records(meeting(day(1), MARA, CEM)), met=[CEM], hours=hours))

    assert all(math.isnan(value) for value in found.per_hour().values())
    assert found.figures()["new"] == 1


def test_where_nobody_was_there_before_measures_have_no_meaning_without_it():
    found = effect(tried(records(meeting(day(1), MARA, CEM)), met=[CEM]))

    assert math.isnan(found.effective_size.before)
    assert found.effective_size.after == 1
    assert math.isnan(found.figures()["effective_size"])


def test_what_opens_a_field_and_what_tests_a_plan_are_told_apart():
    lived = tried(tried(records()), key="trial", kind="confirmatory")

    found = effects_of(lived)

    assert [each.experiment.key for each in found.exploratory] == ["course"]
    assert [each.experiment.key for each in found.confirmatory] == ["trial"]
    assert found.exploratory.as_of == found.as_of


def explored(*months: int, kind: str = "exploratory") -> list[dict[str, object]]:
    return [
        {"key": f"{month:02}", "started": date(2026, month, 1), "ended": None, "kind": kind}
        for month in months
    ]


@pytest.mark.parametrize(
    ("tries", "long"),
    [
        (explored(1, 2, 3), True),
        (explored(1, 2), False),
        (explored(1, 2, 3, kind="confirmatory"), False),
        ([*explored(1, 2), *explored(3, kind="confirmatory")], False),
        (explored(2, 3, 4), False),
    ],
)
def test_exploring_is_long_after_half_a_year_and_three_without_a_second_contact(tries, long):
    lived = records(meeting(datetime(2025, 1, 1, tzinfo=UTC), MARA, ANA))
    for each in tries:
        lived = tried(lived, **each)

    assert effects_of(lived, as_of=datetime(2026, 7, 15, tzinfo=UTC)).explores_long is long


@pytest.mark.parametrize(("number", "long"), [(0, True), (1, False), (2, False), (3, False)])
def test_exploring_is_not_long_after_a_second_contact(number: int, long: bool):
    again = [mail(datetime(2026, month, 9, tzinfo=UTC), CEM, MARA) for month in (6, 7)]
    lived = records(*again)
    for place, each in enumerate(explored(1, 2, 3, 4)):
        lived = tried(lived, met=[MARA, CEM] if place == number else [MARA], **each)

    assert effects_of(lived, as_of=datetime(2026, 8, 30, tzinfo=UTC)).explores_long is long


def test_effects_are_a_sequence_that_can_be_written_down():
    lived = records(OLD_TEAM, meeting(day(1), MARA, CEM))
    lived = tried(lived, met=[CEM], title="With cem@example.org")

    found = effects_of(lived)

    assert found[:1] == (found[0],)
    assert "example.org" not in repr(found) + repr(found[0])
    written = json.loads(json.dumps(found.to_dicts(with_keys=True), allow_nan=False))[0]
    assert written["schema"] == 1
    assert written["met"] == [CEM]
    assert "example.org" not in written["title"]
    assert written["per_hour"]["new"] is None
    assert (written["started"], written["until"]) == ("2026-03-01", "2026-03-31")


def test_people_who_do_not_exist_cannot_be_met():
    with pytest.raises(InvalidRecordError, match=r"may only name contacts .* 'n…'"):
        tried(records(), met=["nobody"])


def test_an_experiment_cannot_end_before_it_starts():
    with pytest.raises(InvalidRecordError, match="ended must not be before started"):
        experiment(ended=date(2026, 2, 28))


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(InvalidArgumentError, match="as_of must be a datetime with a time zone"):
        effects_of(records(), as_of=datetime(2026, 6, 1))  # noqa: DTZ001 (the point)


def test_records_of_nobody_are_refused():
    with pytest.raises(InvalidArgumentError, match="must say who that is"):
        effects_of(attrs.evolve(records(), me=None))


@given(lives(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(lived: Records, random):
    def mixed(values):
        return random.sample(values, len(values))

    other = attrs.evolve(
        lived,
        contacts=mixed(lived.contacts),
        ties=mixed(lived.ties),
        interactions=mixed(lived.interactions),
        experiments=mixed(lived.experiments),
    )

    assert effects_of(other).to_dicts(with_keys=True) == effects_of(lived).to_dicts(with_keys=True)


@given(lives())
def test_a_chronicle_gives_the_same_as_its_records(lived: Records):
    chronicle = Chronicle.from_records(lived, strength=UNFADING)

    effects = experiment_effects(chronicle, as_of=AS_OF)

    assert effects.to_dicts(with_keys=True) == effects_of(lived).to_dicts(with_keys=True)


@given(lives())
def test_what_happens_later_does_not_matter(lived: Records):
    now = day(10)
    past = attrs.evolve(
        lived,
        interactions=[event for event in lived.interactions if event.when <= now],
        experiments=[each for each in lived.experiments if each.started <= now.date()],
    )

    assert effects_of(lived, as_of=now).to_dicts(with_keys=True) == effects_of(
        past, as_of=now
    ).to_dicts(with_keys=True)


@given(lives())
def test_the_effect_is_the_difference_to_the_network_without_it(lived: Records):
    for each in effects_of(lived):
        left = without_experiment(lived, each.experiment, as_of=AS_OF, strength=UNFADING)
        for place, some in (("before", left), ("after", lived)):
            network = Network.from_records(some, as_of=AS_OF, strength=UNFADING)
            holes = structural_holes(network, model="ego", nodes=[MARA])
            both = pytest.approx(
                (holes.effective_size[0], holes.constraint[0]), nan_ok=True, rel=1e-12
            )
            shifts = (each.effective_size, each.constraint)
            assert tuple(getattr(shift, place) for shift in shifts) == both


@given(lives())
def test_those_counted_are_always_among_the_new_and_the_new_among_those_met(lived: Records):
    for each in effects_of(lived):
        new = set(each.new)
        assert new <= set(each.met)
        assert set(each.non_redundant) | set(each.second_contact) | set(each.shared) <= new
        assert MARA not in each.met
        assert each.new_circles <= len(new)

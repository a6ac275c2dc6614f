"""What a person can ask of a list, through ``recommend``."""

from __future__ import annotations

import attrs
import numpy as np
import pytest

import netzwerkwandel as nw
from builders import ANA, BEN, CEM, DAN, MARA, ago, life, mail, meeting, star
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.recommending import Recommendations, ShortfallKind, recommend
from netzwerkwandel.scoring import ScoringStrategy


PEOPLE = {ANA: "Ana", BEN: "Ben", CEM: "Cem", DAN: "Dan"}


@attrs.frozen
class ByName(ScoringStrategy):
    """The first letters first: Ana before Ben."""

    def score(self, ties: Ties) -> FloatArray:
        return 1.0 / (1.0 + ties.target)


def both_ways(days: float, *people: str) -> list[nw.Interaction]:
    pairs = [pair for p in people for pair in ((MARA, p, days + 1), (p, MARA, days))]
    return [mail(ago(day), a, b) for a, b, day in pairs]


def crowd(**changes: object) -> Network:
    """Ana, Ben and Cem meet now and then, Dan knows none of them; all mail Mara."""
    together = [meeting(ago(days), MARA, ANA, BEN, CEM) for days in (40, 80, 120)]
    return life(*together, *both_ways(30, *PEOPLE), **changes)


def keys(picks: Recommendations) -> list[str]:
    return [pick.contact.key for pick in picks]


def kinds(picks: Recommendations) -> set[ShortfallKind]:
    return {shortfall.kind for shortfall in picks.shortfalls}


def test_relations_and_functions_may_be_named_by_their_text_and_others_are_refused():
    ties = crowd(ties=[nw.Tie(a=MARA, b=BEN, relations=["peer"], functions=["doors"])]).ties_of()

    assert ties.has_relation("peer").sum() == ties.serves("doors").sum() == 1
    for ask in (ties.has_relation, ties.serves):
        with pytest.raises(nw.InvalidArgumentError, match="got 'b… o… b…'"):
            ask("boss of bosses")


def test_whoever_is_excluded_does_not_come_up():
    picks = recommend(crowd(), exclude=[ANA])

    assert ANA not in keys(picks)
    assert picks.candidates == 3


def test_whoever_is_included_comes_up_whatever_the_score():
    last = keys(recommend(crowd(), strategy=ByName()))[-1]

    assert keys(recommend(crowd(), strategy=ByName(), n=1, include=[last])) == [last]


def test_nobody_can_be_included_and_excluded_at_once():
    with pytest.raises(nw.InvalidArgumentError, match="'B…' is to be included and excluded"):
        recommend(crowd(), include=[BEN], exclude=[BEN])


def test_no_more_can_be_included_than_are_asked_for():
    with pytest.raises(nw.InvalidArgumentError, match="include names 2 people, and n asks for 1"):
        recommend(crowd(), include=[ANA, BEN], n=1)
    assert len(recommend(crowd(), include=[BEN, BEN], n=1)) == 1


def test_whoever_does_not_come_into_question_cannot_be_included():
    ended = nw.Tie(a=MARA, b=BEN, ended_in_conflict=True)

    with pytest.raises(nw.InvalidArgumentError, match="'B…' cannot be included: the tie ended"):
        recommend(crowd(ties=[ended]), include=[BEN])
    with pytest.raises(nw.NotFoundError, match="nobody:k…"):
        recommend(crowd(), include=["nobody:knows"])
    with pytest.raises(nw.NotFoundError, match="contact of this person"):
        recommend(crowd(), include=[MARA])


def test_of_each_circle_there_are_no_more_than_wanted():
    picks = recommend(crowd(), per_circle=1)

    assert len(picks) == 2
    assert DAN in keys(picks)
    assert ShortfallKind.FEWER in kinds(picks)


def test_a_function_has_as_many_as_wanted():
    stated = [nw.Tie(a=MARA, b=key, functions=["doors"]) for key in (CEM, DAN)]
    made = crowd(ties=stated)

    assert set(keys(recommend(made, n=2, at_least={nw.Function.DOORS: 2}))) == {CEM, DAN}


def test_a_function_that_too_few_serve_is_said():
    stated = [nw.Tie(a=MARA, b=DAN, functions=["doors"])]
    picks = recommend(crowd(ties=stated), n=2, strategy=ByName(), at_least={nw.Function.DOORS: 4})

    assert DAN in keys(picks)
    (said,) = [s for s in picks.shortfalls if s.kind is ShortfallKind.FUNCTION]
    assert (said.function, said.n) == (
        nw.Function.DOORS,
        sum(key in picks.coverage[nw.Function.DOORS].keys for key in keys(picks)),
    )


def test_the_hours_are_kept():
    assert len(recommend(crowd(), hours=2.5)) == 2
    assert len(recommend(crowd(), hours=0)) == 0
    assert len(recommend(crowd(), hours=1.0, cost=0.25)) == 4
    assert len(recommend(crowd(), hours=0.3, cost=0.1)) == 3
    assert keys(recommend(crowd(), hours=1.0, cost={ANA: 5, BEN: 5, CEM: 5})) == [DAN]


def test_what_a_contact_takes_can_be_asked_of_the_contact():
    def cost(contact: nw.Contact) -> float:
        return 1.0 if contact.key == CEM else 9.0

    assert keys(recommend(crowd(), hours=3.0, cost=cost)) == [CEM]


def test_those_included_must_fit_into_the_hours():
    with pytest.raises(nw.InvalidArgumentError, match="take 2 hours, and there are 1"):
        recommend(crowd(), include=[ANA, BEN], hours=1.0)


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"per_circle": 0}, "per_circle must be a whole number of at least 1, got 0"),
        ({"per_circle": 1.5}, "per_circle must be a whole number"),
        ({"at_least": {nw.Function.DOORS: -1}}, "at_least for doors must be a whole number"),
        ({"hours": -1.0}, "hours must be finite and >= 0, got -1.0"),
        ({"hours": float("nan")}, "hours must be finite"),
        ({"hours": 1.0, "cost": 0.0}, "a cost must be finite and > 0, got 0.0"),
        ({"cost": {ANA: float("inf")}}, "a cost must be finite"),
        ({"cost": "cheap"}, "cost must be a number, a number for each key, or a function"),
    ],
)
def test_wishes_outside_their_range_are_refused(wish: dict[str, object], message: str):
    with pytest.raises(nw.InvalidArgumentError, match=message):
        recommend(crowd(), **wish)


# What could not be found


def test_nobody_in_question_is_said_and_nothing_else_is_wrong():
    picks = recommend(life())

    assert kinds(picks) == {ShortfallKind.NOBODY}
    assert picks.certificate == 1.0
    assert np.isnan(picks.effect.constraint.before)
    assert np.isnan(picks.effect.constraint.after)


def test_few_candidates_are_said():
    assert ShortfallKind.FEW_CANDIDATES in kinds(recommend(star("bcdefghij"), ego="a"))
    assert ShortfallKind.FEW_CANDIDATES not in kinds(recommend(star("bcdefghijk"), ego="a"))


def test_one_circle_is_said():
    made = life(*(meeting(ago(days), MARA, ANA, BEN, CEM) for days in (40, 50)))

    assert ShortfallKind.ONE_CIRCLE in kinds(recommend(made))
    assert ShortfallKind.ONE_CIRCLE not in kinds(recommend(crowd()))


# The safe base


def missing(picks: Recommendations) -> set[nw.Function | None]:
    return {s.function for s in picks.shortfalls if s.kind is ShortfallKind.SAFE_BASE}


def test_who_gives_support_is_on_the_list_where_nobody_awake_does():
    friend = nw.Tie(a=MARA, b=DAN, functions=["support"])
    asleep = life(*both_ways(20, ANA, BEN, CEM), *both_ways(2000, DAN), ties=[friend])

    picks = recommend(asleep, strategy=ByName(), n=1)

    assert keys(picks) == [DAN]
    assert nw.Function.SUPPORT not in missing(picks)


def test_support_that_somebody_awake_gives_needs_no_place_on_the_list():
    friend = nw.Tie(a=MARA, b=DAN, functions=["support"])
    awake = life(*both_ways(2000, ANA), *both_ways(20, DAN), ties=[friend])

    picks = recommend(awake, strategy=ByName(), n=1)

    assert keys(picks) == [ANA]
    assert nw.Function.SUPPORT not in missing(picks)


def test_what_nobody_gives_is_said():
    faint = life(*both_ways(900, ANA))

    picks = recommend(faint)

    assert missing(picks) == {nw.Function.SUPPORT, nw.Function.FEEDBACK}


def test_what_the_data_cannot_show_of_anybody_is_said_once_and_is_no_finding():
    (unshown,) = [
        each
        for each in recommend(life(*both_ways(900, ANA))).shortfalls
        if each.kind is ShortfallKind.CANNOT_SHOW
    ]

    assert unshown.functions == (nw.Function.ORIENTATION,)

"""Who is missing on a list, and for which reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import attrs
import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, MARA, ago, mail, meeting, records
from netzwerkwandel import sample
from netzwerkwandel.recommending import RuledOutReason, recommend


def picks_of(
    *happened: nw.Interaction,
    ties: Iterable[nw.Tie] = (),
    people: Iterable[nw.Contact] = (),
    suggestions: Iterable[nw.Suggestion] = (),
    **asked: object,
) -> nw.Recommendations:
    known = attrs.evolve(records(*happened, ties=ties, people=people), suggestions=suggestions)
    return recommend(nw.Network.from_records(known, as_of=AS_OF), **asked)


def both_ways(days: float, who: str) -> list[nw.Interaction]:
    return [mail(ago(days), MARA, who), mail(ago(days - 1), who, MARA)]


INFO = nw.Contact(key="mailto:info@x.example", emails=["info@x.example"])
OUT = [
    (RuledOutReason.JUST_TALKED_TO, {}, [meeting(ago(3), MARA, BEN)]),
    (
        RuledOutReason.QUARREL,
        {"ties": [nw.Tie(a=MARA, b=BEN, ended_in_conflict=True)]},
        both_ways(900, BEN),
    ),
    (
        RuledOutReason.ANSWERED,
        {
            "suggestions": [
                nw.Suggestion(key="s", contact=BEN, on=ago(90).date(), answer="declined")
            ]
        },
        both_ways(900, BEN),
    ),
    (
        RuledOutReason.OFFICE,
        {"people": [INFO], "ties": [nw.Tie(a=MARA, b=INFO.key, relations=["friend"])]},
        both_ways(900, INFO.key),
    ),
]


@pytest.mark.parametrize(("reason", "known", "happened"), OUT, ids=[str(o[0]) for o in OUT])
def test_who_is_out_is_counted_for_her_reason(reason, known, happened) -> None:
    picks = picks_of(*happened, *both_ways(700, ANA), **known)

    assert dict(picks.ruled_out) == {reason: 1}


def test_whom_the_caller_leaves_out_is_counted_too() -> None:
    picks = picks_of(*both_ways(900, BEN), *both_ways(700, ANA), exclude=[BEN])

    assert dict(picks.ruled_out) == {RuledOutReason.EXCLUDED: 1}


def test_where_nobody_is_left_the_list_says_who_is_missing_and_why() -> None:
    met = [meeting(ago(day), MARA, who) for day, who in enumerate((ANA, BEN, CEM), 3)]

    told = picks_of(*met).explain("de")

    assert told.startswith(
        "Es gibt niemanden vorzuschlagen: Kein Kontakt in den Daten passt. Nicht infrage kommen 3 "
        "Menschen: 3, mit denen du im letzten Monat gesprochen hast."
    )
    assert "3 people do not come into question: 3 to whom you talked" in picks_of(*met).explain()
    assert "mit denen Sie im letzten Monat gesprochen haben" in picks_of(*met).explain("de-formal")


def test_where_the_list_is_full_it_says_nothing_of_it() -> None:
    picks = picks_of(*both_ways(900, BEN), *both_ways(700, ANA), meeting(ago(3), MARA, CEM), n=1)

    assert len(picks) == 1
    assert "do not come into question" not in picks.explain()
    assert dict(picks.ruled_out) == {RuledOutReason.JUST_TALKED_TO: 1}


@pytest.mark.parametrize("discreet", [False, True])
def test_everybody_is_in_question_or_out_for_one_reason(discreet) -> None:
    with sample.sample_exports() as folder:
        known = nw.read_exports(folder, as_of=sample.AS_OF)
    network = nw.Network.from_records(known, as_of=sample.AS_OF + timedelta(hours=1))

    picks = recommend(network, discreet=discreet)

    assert picks.candidates + sum(n for _, n in picks.ruled_out) == len(network.ties_of())
    assert (RuledOutReason.AT_WORK in dict(picks.ruled_out)) is discreet
    assert picks.to_dict(with_keys=True)["ruled_out"] == [
        {"reason": str(reason), "n": n} for reason, n in picks.ruled_out
    ]

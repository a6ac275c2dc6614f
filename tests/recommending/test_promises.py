"""What every list promises, over generated lives, the sample, and the mail of a real firm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from builders import AS_OF, MARA, ago, mail, meeting, records
from make_mail_networks import enron
from netzwerkwandel import sample
from netzwerkwandel.evaluation.views import Study
from netzwerkwandel.model import InteractionColumns
from netzwerkwandel.recommending.eligibility import are_eligible
from netzwerkwandel.scoring.amounts import function_strategies
from netzwerkwandel.scoring.six_functions import outside
from promises import broken, of_the_inner_circle


GRAPHS = Path(__file__).resolve().parents[3] / "shared" / "data" / "graphs"
GOAL = nw.Goal(fields=["ux research"])
PEOPLE = tuple(f"mailto:p{i}@example.org" for i in range(9))
STRANGERS = tuple(f"mailto:s{i}@example.org" for i in range(4))
POSITIONS = ("", "UX Researcher", "Head of Finance")

_days = st.sampled_from([0.5, 3, 20, 29, 31, 60, 200, 364, 366, 800, 1500, 4000])
_person = st.sampled_from(PEOPLE)


@st.composite
def _happened(draw: st.DrawFn) -> list[nw.Interaction]:
    """One thing that happens between Mara and somebody, and who is there as well."""
    who, when = draw(_person), ago(draw(_days) + draw(st.integers(0, 8)) / 100)
    others = draw(st.lists(st.sampled_from([*PEOPLE, *STRANGERS]), max_size=2))
    kind = draw(st.sampled_from(["to", "from", "both", "met", "called", "elsewhere"]))
    if kind == "met":
        return [meeting(when, MARA, who, *others)]
    if kind == "called":
        return [mail(when, MARA, who, channel=nw.Channel.CALL)]
    if kind == "elsewhere":
        return [mail(when, who, *others)] if set(others) - {who} else []
    back = mail(when - timedelta(minutes=1), who, MARA, *others)
    there = mail(when, MARA, who, *others)
    return {"to": [there], "from": [back], "both": [back, there]}[kind]


@st.composite
def _lives(draw: st.DrawFn) -> nw.Records:
    events = [e for some in draw(st.lists(_happened(), max_size=14)) for e in some]
    # A friend of every week, so that there is an inner circle.
    events += [meeting(ago(40 + 7 * i), MARA, PEOPLE[0]) for i in range(draw(st.integers(0, 9)))]
    ties = [
        nw.Tie(
            a=MARA,
            b=draw(_person),
            relations=draw(st.sets(st.sampled_from(nw.Relation), max_size=1)),
            functions=draw(st.sets(st.sampled_from(nw.Function), max_size=1)),
            trust=draw(st.sampled_from([None, 0.2, 0.9])),
            ended_in_conflict=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    people = [
        nw.Contact(
            key=key,
            name=draw(st.sampled_from(["Ana Berg", "Ben Okafor", "Cem Öz", f"P {i}"])),
            position=draw(st.sampled_from(POSITIONS)),
            organisation=draw(st.sampled_from(["", "Contoso, Inc."])),
            changed_career=draw(st.sampled_from([None, True])),
            phones=draw(st.sampled_from([(), ("+49 30 7654321",)])) if i == 3 else (),
        )
        for i, key in enumerate(PEOPLE)
    ]
    return records(*{e.key: e for e in events}.values(), ties=ties, people=people)


@pytest.mark.slow
@given(_lives(), st.sampled_from([None, GOAL]))
def test_every_list_of_a_generated_life_keeps_its_promises(lived: nw.Records, goal) -> None:
    network = nw.Network.from_records(lived, as_of=AS_OF)

    picks = nw.recommend(network, goal=goal)
    assert broken(network, picks, goal) + of_the_inner_circle(network, picks) == []


@pytest.mark.slow
@given(_lives(), st.sampled_from([None, GOAL]), st.sampled_from(nw.Function))
def test_whoever_of_the_inner_circle_is_named_is_named_for_support(lived, goal, stated) -> None:
    # Of all it is stated that they are good for something, and those are wanted who are.
    said = [nw.Tie(a=MARA, b=key, functions=[stated]) for key in PEOPLE]
    made = attrs.evolve(lived, ties=[*lived.ties, *said])
    network = nw.Network.from_records(made, as_of=AS_OF)
    strategy = function_strategies(goal)[stated]
    ties = network.ties_of()
    # Nobody of the inner circle is on a list unless she is asked for; and nobody, asked for or not,
    # with whom it ended in conflict.
    able = are_eligible(ties) & ~np.isnan(strategy.score(ties)) & ~ties.ended_in_conflict
    asked_for = {network.keys[i] for i in ties.target[(outside(ties) == 0) & able].tolist()}

    picks = nw.recommend(network, goal=goal, strategy=strategy, include=asked_for)

    assert asked_for <= {pick.contact.key for pick in picks}
    assert of_the_inner_circle(network, picks) == []


@pytest.fixture(scope="module")
def sampled() -> nw.Chronicle:
    with sample.sample_exports() as folder:
        return nw.Chronicle.from_records(nw.read_exports(folder, as_of=sample.AS_OF))


@pytest.mark.slow
@pytest.mark.parametrize("year", [2018, 2020, 2022, 2024, 2026])
def test_every_list_of_the_sample_keeps_its_promises(sampled: nw.Chronicle, year: int) -> None:
    network = sampled.network(datetime(year, 11, 1, tzinfo=UTC))

    for goal in (None, GOAL, nw.Goal(fields=["beekeeping"])):
        picks = nw.recommend(network, goal=goal, n=20)
        assert broken(network, picks, goal) + of_the_inner_circle(network, picks) == []
    assert broken(network, nw.recommend(network, goal=GOAL, discreet=True), GOAL) == []


@pytest.mark.slow
@pytest.mark.skipif(not (GRAPHS / "igraphdata").is_dir(), reason="igraphdata is not here")
@pytest.mark.parametrize("moment", [(2000, 9, 1), (2001, 9, 1)])
def test_every_list_of_a_real_firm_keeps_its_promises(moment) -> None:
    firm = enron(GRAPHS / "igraphdata")
    happened = InteractionColumns.from_interactions(firm.mails)
    study = Study(
        happened=happened,
        contacts={contact.key: contact for contact in firm.contacts},
        egos=happened.people[:40],
        dates=(datetime(*moment, tzinfo=UTC),),
        horizon=timedelta(days=90),
        least=10,
        pause=timedelta(days=365),
        strength=nw.TieStrength(),
    )
    looked_at = 0
    for _, view in study.views():
        if view is not None:
            looked_at += 1
            for goal in (None, firm.goal):
                picks = nw.recommend(view.network, goal=goal)
                assert broken(view.network, picks, goal) == []
                assert of_the_inner_circle(view.network, picks) == []
    assert looked_at > 5

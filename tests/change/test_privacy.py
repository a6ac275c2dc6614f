from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, MARA, ago, mail, meeting, records


GOAL = nw.Goal(fields=["ux research"], since=date(2026, 3, 1))


def results() -> dict[str, object]:
    """What can be asked of a life whose keys are addresses."""
    happened = [meeting(ago(3 * i), MARA, ANA, BEN) for i in range(200)]
    happened += [mail(ago(d), *pair) for d in (90, 4) for pair in ((MARA, CEM), (CEM, MARA))]
    course = nw.Experiment(key="course", title="Course", started=date(2026, 7, 1), met=[CEM])
    made = records(*happened, people=[nw.Contact(key=CEM, name="Cem", position="UX Researcher")])
    made = nw.Records(
        contacts=made.contacts, interactions=made.interactions, experiments=[course], me=MARA
    )
    network = nw.Network.from_records(made, as_of=AS_OF)
    before = nw.Network.from_records(made, as_of=AS_OF - timedelta(days=300))
    picks = nw.recommend(network, goal=GOAL, compare_with=[ANA], exclude=[BEN])
    effects = nw.experiment_effects(made, as_of=AS_OF)
    rng = np.random.default_rng(1)
    return {
        "picks": picks,
        "pick": picks[0],
        "reasons": picks[0].reasons,
        "coverage": picks.coverage.functions,
        "comparison": picks.comparison,
        "shortfalls": picks.shortfalls,
        "effect": picks.effect,
        "introductions": nw.introductions(network, GOAL),
        "change": nw.network_change(before, network, goal=GOAL),
        "timeline": nw.timeline(made, as_of=AS_OF)[0],
        "drift": nw.drift_to_core(made, goal=GOAL, as_of=AS_OF, rng=rng, samples=100),
        "safe base": nw.safe_base(network),
        "woken": tuple(nw.ties_woken(made, as_of=AS_OF)),
        "effects": tuple(effects),
        "ranked": tuple(nw.rank_experiments([course], effects)),
    }


@pytest.mark.parametrize("name", results())
def test_no_repr_shows_an_address(name: str):
    assert "@" not in repr(results()[name])

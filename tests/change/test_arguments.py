"""What is of a wrong kind is refused by name, by everything public that looks at change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import numpy as np
import pytest

import netzwerkwandel as nw
from builders import AS_OF, MARA, records


LIVED = records()
NETWORK = nw.Network.from_records(LIVED, as_of=AS_OF)
EFFECTS = nw.ExperimentEffects((), AS_OF)
GOAL = nw.Goal(fields=["ux"], since=date(2026, 1, 1))
NAIVE = datetime(2026, 1, 1)  # noqa: DTZ001

RIGHT: dict[Callable[..., object], dict[str, object]] = {
    nw.timeline: {"records": LIVED, "as_of": AS_OF},
    nw.drift_to_core: {
        "records": LIVED,
        "goal": GOAL,
        "as_of": AS_OF,
        "rng": np.random.default_rng(1),
    },
    nw.ties_woken: {"records": LIVED, "as_of": AS_OF},
    nw.network_change: {"before": NETWORK, "after": NETWORK},
    nw.safe_base: {"network": NETWORK},
    nw.experiment_effects: {"records": LIVED, "as_of": AS_OF},
    nw.without_experiment: {"records": LIVED, "experiment": "course", "as_of": AS_OF},
    nw.rank_experiments: {"planned": [], "past": EFFECTS},
}

WRONG = {
    "records": [NETWORK, "exports", None],
    "network": [LIVED, MARA],
    "before": ["x", LIVED],
    "after": ["x", LIVED],
    "goal": ["ux", 1],
    "as_of": [date(2026, 1, 1), "2026-01-01", NAIVE],
    "since": [date(2026, 1, 1), "2026-01-01", NAIVE],
    "every": ["day", 7, ["week"]],
    "rng": [3, None],
    "samples": [99, 1000.0, "many"],
    "level": ["sure", 1.5, None],
    "floor": [0, 1.5, "x"],
    "planned": [3, ["course"], "course"],
    "past": [[], LIVED],
}

OPTIONS = {
    nw.timeline: ["since", "every", "goal"],
    nw.drift_to_core: ["samples", "level"],
    nw.ties_woken: ["since"],
    nw.network_change: ["goal"],
    nw.safe_base: ["goal", "floor"],
    nw.experiment_effects: ["goal"],
    nw.without_experiment: [],
    nw.rank_experiments: ["level"],
}

CASES = [
    pytest.param(function, name, value, id=f"{function.__name__}-{name}-{place}")
    for function, given in RIGHT.items()
    for name in [*given, *OPTIONS[function]]
    for place, value in enumerate(WRONG.get(name, []))
]


@pytest.mark.parametrize(("function", "name", "value"), CASES)
def test_what_is_of_a_wrong_kind_is_refused_by_name(
    function: Callable[..., object], name: str, value: object
):
    with pytest.raises(nw.InvalidArgumentError, match=rf"\b{name}\b"):
        function(**(RIGHT[function] | {name: value}))

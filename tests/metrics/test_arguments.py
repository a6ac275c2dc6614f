"""Every measure answers a wrong argument by an error of the library that names the argument."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest

from builders import life, triangle
from netzwerkwandel import metrics as measures
from netzwerkwandel.errors import InvalidArgumentError, NetzwerkwandelError
from netzwerkwandel.model import Goal


MEASURES = {
    name: value
    for name in measures.__all__
    if inspect.isfunction(value := getattr(measures, name))
    and "network" in inspect.signature(value).parameters
}
NEEDED = {
    "rng": np.random.default_rng(0),
    "statistic": len,
    "classes": ["a", "b", "c"],
    "old": ["nursing"],
    "target": Goal(fields=["design"]),
    "ego": "a",
    "groups": ["x", "y", "y"],
}
WRONG: dict[str, list[Any]] = {
    "model": ["both", ["ego"], 1],
    "nodes": ["abc", 1, [None], [1.5]],
    "rng": [None, 1, np.random.RandomState(0)],
    "samples": [0, 1.5, "9", None],
    "rounds": [0, 1.5, "9", None],
    "statistic": [None, 1.0],
    "classes": [None, {"a": 1}, {"a", "b", "c"}, 3, ["a"]],
    "groups": [3, [1], ["ab"]],
    "old": [None, "nursing", []],
    "target": [None, "design", ["design"]],
    "resolution": [0, -1.0, np.inf, "1", None],
    "tolerance": [0, np.nan, "1", None],
    "iterations": [0, 1.5, None],
    "cutoff": [1, 2.5, "3"],
    "alpha": [-1, np.nan, "1", None],
    "b": [-1, "1"],
    "c": [-1, "1"],
    "rows": [3, [0.5], [99], [True], "0"],
}
CASES = [
    (name, argument, value)
    for name, measure in MEASURES.items()
    for argument in inspect.signature(measure).parameters
    for value in WRONG.get(argument, [])
]


def needed(measure: Any) -> dict[str, object]:
    taken = inspect.signature(measure).parameters
    return {
        name: value
        for name, value in NEEDED.items()
        if name in taken and (name != "groups" or taken[name].default is inspect.Parameter.empty)
    }


@pytest.mark.parametrize("wrong", ["none", "records", "graph", "ties"])
@pytest.mark.parametrize("name", MEASURES)
def test_what_is_no_network_is_refused(name: str, wrong: str):
    nx = pytest.importorskip("networkx")
    made = {
        "none": None,
        "records": life().contacts,
        "graph": nx.path_graph(3),
        "ties": triangle().ties(),
    }

    with pytest.raises(InvalidArgumentError, match="network must be a Network, got"):
        MEASURES[name](made[wrong], **needed(MEASURES[name]))


@pytest.mark.parametrize(("name", "argument", "value"), CASES)
def test_a_wrong_argument_is_named(name: str, argument: str, value: object):
    given = needed(MEASURES[name]) | {argument: value}

    with pytest.raises(NetzwerkwandelError, match=r"class" if argument == "classes" else argument):
        MEASURES[name](triangle(), **given)


@pytest.mark.parametrize("argument", sorted(set(WRONG)))
def test_every_argument_is_one_of_a_measure(argument: str):
    assert any(argument == of for _, of, _ in CASES)


@pytest.mark.parametrize("times", [None, "abc", [[1, 2]], [1, None], [0, np.inf], {1: 2}])
@pytest.mark.parametrize("measure", [measures.burstiness, measures.memory])
def test_times_must_be_numbers(measure, times):
    with pytest.raises(InvalidArgumentError, match="times must be"):
        measure(times)


@pytest.mark.parametrize("library", ["numpy", 1, ["pandas"]])
def test_a_library_of_data_frames_must_be_known(library):
    with pytest.raises(InvalidArgumentError, match="library must be"):
        measures.structural_holes(triangle()).to_frame(library)

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import netzwerkwandel as nw
from frame_engines import ENGINES, columns_of, every_engine, spark_frame
from netzwerkwandel import Network, frames, metrics


def columns(people: int = 40, ties: int = 150) -> dict[str, list[Any]]:
    """Ties of some circles, a hub, and two people apart: some parallel, in both directions."""
    rng = np.random.default_rng(5)
    a, b = rng.integers(0, people, (2, ties))
    hub = np.arange(1, people)
    a, b = np.r_[a[a != b], 0 * hub, people], np.r_[b[a != b], hub, people + 1]
    weight = rng.integers(1, 20, len(a)) / 4
    return {
        "a": [f"p{i:02d}" for i in a],
        "b": [f"p{i:02d}" for i in b],
        "weight": weight.tolist(),
    }


COLUMNS = columns()
NETWORK = Network.from_edges(*COLUMNS.values())


def close(found: dict[str, list[Any]], wanted: dict[str, Any]) -> None:
    assert list(found) == list(wanted)
    for name, values in wanted.items():
        if name in {"key", "source", "target"}:
            assert found[name] == list(values)
        else:
            assert {type(value) for value in found[name]} <= {int, float}
            np.testing.assert_allclose(found[name], values, rtol=1e-9, atol=1e-12, err_msg=name)


def holes(model: str) -> dict[str, Any]:
    return {"key": NETWORK.keys} | metrics.structural_holes(NETWORK, model=model).to_dict()


def of_ties(name: str, values: Any) -> dict[str, Any]:
    ends = ("source", NETWORK.sources), ("target", NETWORK.indices)
    return {end: [NETWORK.keys[i] for i in places] for end, places in ends} | {name: values}


@every_engine
@pytest.mark.parametrize("model", ["whole", "ego"])
def test_holes_are_those_of_the_metrics(engine: str, model: str):
    frame = ENGINES[engine](COLUMNS)

    found = frames.structural_holes(frame, "a", "b", "weight", model=model)

    assert type(found) is type(frame)
    close(columns_of(found, "key"), holes(model))


@every_engine
@pytest.mark.parametrize("model", ["whole", "ego"])
def test_measures_of_ties_are_those_of_the_metrics(engine: str, model: str):
    frame, by = ENGINES[engine](COLUMNS), ("source", "target")
    given = (frame, "a", "b", "weight")

    constraint = columns_of(frames.local_constraint(*given, model=model), *by)
    redundancy = columns_of(frames.redundancy(*given, model=model), *by)

    close(constraint, of_ties("local_constraint", metrics.local_constraint(NETWORK, model=model)))
    close(redundancy, of_ties("redundancy", metrics.redundancy(NETWORK, model=model)))


@every_engine
def test_what_does_not_know_weights_needs_none(engine: str):
    frame, by = ENGINES[engine](COLUMNS), ("source", "target")

    overlap = columns_of(frames.overlap(frame, "a", "b"), *by)
    reach = columns_of(frames.reach(frame, "a", "b"), *by)

    close(overlap, of_ties("overlap", metrics.overlap(NETWORK)))
    close(reach, of_ties("reach", NETWORK.ties().reach))
    assert np.isnan(overlap["overlap"][-1])


@pytest.mark.slow
@pytest.mark.parametrize("model", ["whole", "ego"])
def test_spark_finds_the_same(model: str):
    pytest.importorskip("pyspark")
    frame = spark_frame(COLUMNS)

    found = frames.structural_holes(frame, "a", "b", "weight", model=model)
    ties = frames.redundancy(frame, "a", "b", "weight", model=model)

    assert type(found) is type(frame)
    close(columns_of(found, "key"), holes(model))
    redundancy = of_ties("redundancy", metrics.redundancy(NETWORK, model=model))
    close(columns_of(ties, "source", "target"), redundancy)


def test_frames_are_a_room_of_the_package():
    assert nw.frames is frames
    with pytest.raises(AttributeError, match="no attribute 'frame'"):
        nw.frame  # noqa: B018

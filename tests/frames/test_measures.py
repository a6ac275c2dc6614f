from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import netzwerkwandel as nw
from frame_engines import (
    ENGINES,
    SPARK,
    by_partitions,
    columns_of,
    every_engine,
    polars_frame,
    spark_frame,
)
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


@by_partitions
@pytest.mark.parametrize("blocks", [1, 2, 5])
@pytest.mark.parametrize("model", ["whole", "ego"])
def test_partitions_find_the_same_however_many_blocks(engine: str, model: str, blocks: int):
    given = (ENGINES[engine](COLUMNS), "a", "b", "weight")

    found = frames.structural_holes(*given, model=model, blocks=blocks)
    ties = frames.redundancy(*given, model=model, blocks=blocks)

    close(columns_of(found, "key"), holes(model))
    redundancy = of_ties("redundancy", metrics.redundancy(NETWORK, model=model))
    close(columns_of(ties, "source", "target"), redundancy)


@pytest.mark.slow
@by_partitions
@pytest.mark.parametrize("model", ["whole", "ego"])
def test_joins_find_the_same_where_partitions_could(engine: str, model: str):
    given = (ENGINES[engine](COLUMNS), "a", "b", "weight")

    found = frames.structural_holes(*given, model=model, plan="joins")
    ties = frames.redundancy(*given, model=model, plan="joins")
    overlap = frames.overlap(*given[:3], plan="joins")
    reach = frames.reach(*given[:3], plan="joins")

    close(columns_of(found, "key"), holes(model))
    redundancy = of_ties("redundancy", metrics.redundancy(NETWORK, model=model))
    close(columns_of(ties, "source", "target"), redundancy)
    close(columns_of(overlap, "source", "target"), of_ties("overlap", metrics.overlap(NETWORK)))
    close(columns_of(reach, "source", "target"), of_ties("reach", NETWORK.ties().reach))


def test_what_is_lazy_stays_lazy():
    asked = []
    frame = polars_frame(COLUMNS).lazy().map_batches(lambda rows: (asked.append(1), rows)[1])
    given = (frame, "a", "b", "weight")

    found = [frames.structural_holes(*given, plan=plan) for plan in ("partitions", "joins")]

    assert len(asked) == 2  # the rows of counts
    for each in found:
        close(columns_of(each, "key"), holes("whole"))
    assert len(asked) > 3


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
@SPARK
@pytest.mark.parametrize("model", ["whole", "ego"])
def test_spark_finds_the_same(model: str):
    frame = spark_frame(COLUMNS)

    found = frames.structural_holes(frame, "a", "b", "weight", model=model, blocks=3)
    at_once = frames.structural_holes(frame, "a", "b", "weight", model=model)
    joined = frames.structural_holes(frame, "a", "b", "weight", model=model, plan="joins")
    ties = frames.redundancy(frame, "a", "b", "weight", model=model)

    assert type(found) is type(joined) is type(frame)
    close(columns_of(found, "key"), holes(model))
    close(columns_of(at_once, "key"), holes(model))
    close(columns_of(joined, "key"), holes(model))
    redundancy = of_ties("redundancy", metrics.redundancy(NETWORK, model=model))
    close(columns_of(ties, "source", "target"), redundancy)


def test_frames_are_a_room_of_the_package():
    assert nw.frames is frames
    with pytest.raises(AttributeError, match="no attribute 'frame'"):
        nw.frame  # noqa: B018

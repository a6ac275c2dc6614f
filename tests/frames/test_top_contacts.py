from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import netzwerkwandel as nw
from frame_engines import ENGINES, SPARK, by_partitions, columns_of, spark_frame
from netzwerkwandel import frames


STRATEGIES = [nw.NewInformation(), nw.Blend([(nw.NewInformation(), 1.0), (nw.OpensDoors(), 2.0)])]


def columns(*, text: bool) -> dict[str, list[Any]]:
    rng = np.random.default_rng(11)
    a, b = rng.integers(0, 60, (2, 260))
    a, b = np.r_[a[a != b], np.zeros(59, dtype=int)], np.r_[b[a != b], np.arange(1, 60)]
    ends = [[f"p{i}" for i in end] if text else end.tolist() for end in (a, b)]
    return {"a": ends[0], "b": ends[1], "w": (rng.integers(1, 40, len(a)) / 8).tolist()}


def wanted(
    ties: dict[str, list[Any]], strategy: nw.ScoringStrategy, n: int
) -> dict[Any, list[Any]]:
    ends = [[str(key) for key in ties[end]] for end in ("a", "b")]
    network = nw.Network.from_edges(*ends, ties["w"])
    best = nw.top_contacts(network, strategy, n)
    return {
        key: [network.keys[i] for i in row if i >= 0]
        for key, row in zip(network.keys, best, strict=True)
    }


def ranked(frame: Any) -> dict[str, list[str]]:
    found = columns_of(frame, "key", "rank")
    best: dict[str, list[str]] = {}
    for key, rank, contact in zip(found["key"], found["rank"], found["contact"], strict=True):
        best.setdefault(str(key), []).append(str(contact))
        assert len(best[str(key)]) == rank
    return best


@by_partitions
@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_best_are_those_of_a_network(engine: str, strategy: nw.ScoringStrategy, text: bool):
    ties = columns(text=text)
    frame = ENGINES[engine](ties)

    found = frames.top_contacts(frame, strategy, 3, source="a", target="b", weight="w")

    assert type(found) is type(frame)
    assert ranked(found) == wanted(ties, strategy, 3)


@pytest.mark.slow
@SPARK
@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize(("blocks", "text"), [(None, False), (None, True), (3, True)])
def test_each_is_scored_by_some_worker_with_the_same_result(
    strategy: nw.ScoringStrategy, blocks: int | None, text: bool
):
    ties = columns(text=text)

    found = frames.top_contacts(
        spark_frame(ties), strategy, 3, source="a", target="b", weight="w", blocks=blocks
    )

    assert ranked(found) == wanted(ties, strategy, 3)


@by_partitions
@pytest.mark.parametrize("text", [True, False])
def test_without_ties_there_is_nobody_to_talk_to(engine: str, text: bool):
    kinds = pa.string() if text else pa.int64(), pa.string() if text else pa.int64(), pa.float64()
    none = {name: pa.array([], kind) for name, kind in zip("abw", kinds, strict=True)}
    names = {"source": "a", "target": "b", "weight": "w"}

    found = frames.top_contacts(ENGINES[engine](none), STRATEGIES[0], **names)

    empty = columns_of(found, "key")
    assert empty == {"key": [], "rank": [], "contact": [], "score": []}


def test_wrong_arguments_are_refused():
    ties = pl.DataFrame({"source": ["x"], "target": ["y"]})

    with pytest.raises(nw.StrategyError):
        frames.top_contacts(ties, "best first")
    with pytest.raises(nw.InvalidArgumentError, match="n must be a whole number of at least 1"):
        frames.top_contacts(ties, STRATEGIES[0], 0)
    with pytest.raises(nw.InvalidArgumentError, match="blocks must be a whole number"):
        frames.top_contacts(ties, STRATEGIES[0], blocks=0)
    with pytest.raises(nw.InvalidArgumentError, match="source must be one of"):
        frames.top_contacts(ties, STRATEGIES[0], source="from")

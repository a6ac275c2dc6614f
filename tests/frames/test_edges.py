"""What a frame of ties may hold, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from frame_engines import EAGER, ENGINES, columns_of, every_engine
from netzwerkwandel import InvalidArgumentError, InvalidNetworkError, Network, frames, metrics


@every_engine
def test_parallel_ties_add_up_whichever_way_they_lead(engine: str):
    ties = {"a": ["x", "y", "x", "y"], "b": ["y", "x", "y", "z"], "w": [1.0, 2.0, 0.5, 3.5]}

    found = columns_of(frames.structural_holes(ENGINES[engine](ties), "a", "b", "w"), "key")

    assert found["key"] == ["x", "y", "z"]
    assert found["constraint"] == [1.0, 0.5, 1.0]


@every_engine
def test_people_may_be_numbers_of_any_size(engine: str):
    ties = {"a": [7, 10**15], "b": [10**15, -3]}

    found = columns_of(frames.structural_holes(ENGINES[engine](ties), "a", "b"), "key")

    assert found["key"] == [-3, 7, 10**15]
    assert found["degree"] == [1.0, 1.0, 2.0]


@pytest.mark.parametrize(
    "weights",
    [
        pa.array([Decimal("1.50"), Decimal("2.25"), Decimal("0.75")]),
        pa.array([6, 9, 3], pa.int16()),
        pa.array([1.5, 2.25, 0.75], pa.float32()),
    ],
)
@pytest.mark.parametrize("engine", ["polars", "arrow", "duckdb", "pandas"])
def test_weights_may_be_any_numbers(engine: str, weights: pa.Array):
    table = pa.table({"a": ["x", "y", "z"], "b": ["y", "z", "x"], "w": weights})
    frame = {
        "polars": lambda: pl.from_arrow(table),
        "arrow": lambda: table,
        "duckdb": lambda: ENGINES["duckdb"](
            dict(zip(table.column_names, table.columns, strict=True))
        ),
        "pandas": table.to_pandas,
    }[engine]()

    found = columns_of(frames.local_constraint(frame, "a", "b", "w"), "source", "target")

    network = Network.from_edges(["x", "y", "z"], ["y", "z", "x"], [1.5, 2.25, 0.75])
    np.testing.assert_allclose(found["local_constraint"], metrics.local_constraint(network))


@every_engine
@pytest.mark.parametrize("plan", ["joins", None])
def test_texts_are_told_apart_to_the_last_character(engine: str, plan: str | None):
    texts = ["x", "X", "x ", "x\n", "\u200b", "j\u00f6rg", "jo\u0308rg", "\U0001f600"]
    frame = ENGINES[engine]({"a": texts, "b": [*texts[1:], texts[0]]})

    found = columns_of(frames.structural_holes(frame, "a", "b", plan=plan), "key")

    assert found["key"] == sorted(texts)
    assert found["degree"] == [2.0] * len(texts)


def test_categories_are_text():
    names = pd.Categorical(["x", "y"]), pd.Categorical(["y", "z"])
    frame = pd.DataFrame({"a": names[0], "b": names[1]})

    assert frames.structural_holes(frame, "a", "b")["key"].to_list() == ["x", "y", "z"]


@pytest.mark.parametrize("engine", EAGER)
def test_without_ties_there_is_nobody(engine: str):
    frame = ENGINES[engine]({"a": ["x"], "b": ["y"]})[:0]

    found = columns_of(frames.structural_holes(frame, "a", "b"), "key")

    assert list(found)[:3] == ["key", "degree", "constraint"]
    assert not any(found.values())


@every_engine
@pytest.mark.parametrize(
    ("ties", "message"),
    [
        ({"a": ["x", None], "b": ["y", "z"]}, "must name both people, got 1 rows without a source"),
        ({"a": ["x", "y"], "b": ["y", None]}, "must name both people, got 1 rows without a target"),
        ({"a": ["x", ""], "b": ["y", "z"]}, "must name both people, got 1 rows without a source"),
        ({"a": ["x", "y"], "b": ["y", " "]}, "must name both people, got 1 rows without a target"),
        (
            {"a": ["x", "y", "z"], "b": ["y", "\t\u3000", "\x1f"]},
            "must name both people, got 2 rows without a target",
        ),
        ({"a": ["x", "y"], "b": ["y", "y"]}, "join two people, got 1 rows .* as of 'y'"),
        ({"a": ["x", "ben okafor"], "b": ["y", "ben okafor"]}, "to oneself, such as of 'b… o…';"),
        ({"a": ["x"], "b": ["y"], "w": [0.0]}, "must be > 0 and finite, .* got 1"),
        ({"a": ["x"], "b": ["y"], "w": [-1.0]}, "must be > 0 and finite, .* got 1"),
        ({"a": ["x"], "b": ["y"], "w": [float("nan")]}, "must be > 0 and finite, .* got 1"),
        ({"a": ["x"], "b": ["y"], "w": [float("inf")]}, "must be > 0 and finite, .* got 1"),
        ({"a": ["x", "x"], "b": ["y", "z"], "w": [1.0, None]}, "must be > 0 and finite, .* got 1"),
        ({"a": ["x"], "b": ["y"], "w": ["1"]}, "weight: tie strengths must be numbers, got String"),
        ({"a": ["x"], "b": [1]}, "both ends of a tie must be named alike"),
        ({"a": [1.5], "b": [2.5]}, "source: people must be named by whole numbers or keys"),
        ({"a": [True], "b": [False]}, "source: people must be named by whole numbers or keys"),
    ],
)
def test_what_from_edges_refuses_is_refused_at_once(
    engine: str, ties: dict[str, list[Any]], message: str
):
    frame, weight = ENGINES[engine](ties), "w" if "w" in ties else None

    with pytest.raises(InvalidNetworkError, match=message):
        frames.structural_holes(frame, "a", "b", weight)


@every_engine
def test_numbers_that_no_key_can_hold_are_refused_and_not_wrapped(engine: str):
    ends = ([1, 2**63 + 5], [2**63 + 5, 1]), ([1, 2], [2, 3])
    great, small = (
        {name: np.array(keys, dtype=np.uint64) for name, keys in zip("ab", each, strict=True)}
        for each in ends
    )

    with pytest.raises(InvalidNetworkError, match="must be of 64 bits"):
        frames.structural_holes(ENGINES[engine](great), "a", "b")
    found = frames.structural_holes(ENGINES[engine](small), "a", "b")

    assert columns_of(found, "key")["key"] == [1, 2, 3]


def test_objects_of_pandas_that_are_no_numbers_are_refused_and_not_quoted():
    for values in ([date(1999, 4, 1)] * 2, [Decimal("1.5"), "ben okafor"]):
        frame = pd.DataFrame({"a": ["x", "y"], "b": ["y", "z"], "w": values})

        with pytest.raises(InvalidNetworkError, match="numbers, got Object in") as refused:
            frames.structural_holes(frame, "a", "b", "w")

        assert not {"1999", "ben"} & set(str(refused.value).split())
        assert refused.value.__suppress_context__


@every_engine
def test_a_column_that_is_not_there_is_named(engine: str):
    frame = ENGINES[engine]({"a": ["x"], "b": ["y"], "Weight": [1.0]})

    there = r'target must be one of the columns "a", "b", "Weight"; got .c'
    with pytest.raises(InvalidArgumentError, match=there):
        frames.structural_holes(frame, "a", "c")
    with pytest.raises(InvalidArgumentError, match=r"weight must be one of .* got 'w'"):
        frames.structural_holes(frame, "a", "b", "w")


def test_wrong_arguments_are_refused():
    frame = pl.DataFrame({"a": ["x"], "b": ["y"]})

    with pytest.raises(InvalidArgumentError, match="edges must be a data frame"):
        frames.structural_holes({"a": ["x"], "b": ["y"]}, "a", "b")
    with pytest.raises(InvalidArgumentError, match="source"):
        frames.structural_holes(frame, 1, "b")
    for measure in (frames.structural_holes, frames.local_constraint, frames.redundancy):
        with pytest.raises(InvalidArgumentError, match="model must be 'whole' or 'ego'"):
            measure(frame, "a", "b", model="half")
    for measure in (frames.structural_holes, frames.overlap):
        with pytest.raises(InvalidArgumentError, match="plan must be 'joins', 'partitions' or"):
            measure(frame, "a", "b", plan="magic")
        with pytest.raises(
            InvalidArgumentError, match="blocks must be a whole number of at least 1"
        ):
            measure(frame, "a", "b", blocks=0)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning")
def test_what_cannot_work_by_partitions_says_so():
    frame = ENGINES["dask"]({"a": ["x"], "b": ["y"]})

    with pytest.raises(InvalidArgumentError, match="dask cannot work by partitions"):
        frames.structural_holes(frame, "a", "b", plan="partitions")


@pytest.mark.parametrize("line", ["import netzwerkwandel.frames", "nw.frames.reach"])
def test_without_the_extra_one_is_told_what_to_install(line: str):
    code = f"""
import sys
sys.modules["narwhals"] = None
import netzwerkwandel as nw
try:
    {line}
except nw.MissingExtraError as error:
    print(error)
"""
    command = [sys.executable, "-W", "error", "-c", code]

    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert "pip install 'netzwerkwandel[frames]'" in told

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from frame_engines import ENGINES, every_engine, pandas_frame, polars_frame
from netzwerkwandel import InvalidArgumentError, InvalidNetworkError, Network


@every_engine
def test_a_frame_of_any_engine_is_a_network(engine: str):
    frame = ENGINES[engine]({"a": ["x", "y"], "b": ["y", "z"], "w": [2.0, 0.5]})

    network = Network.from_frame(frame, "a", "b", "w", keys=["z", "y", "x", "nobody"])

    assert network.keys == ("z", "y", "x", "nobody")
    assert network.strength_sums.tolist() == [0.5, 2.5, 2.0, 0.0]


def test_columns_are_called_as_to_frame_calls_them():
    frame = polars_frame({"source": ["x"], "target": ["y"], "weight": [Decimal("0.25")]})

    assert Network.from_frame(frame).weights.tolist() == [1.0, 1.0]
    assert Network.from_frame(frame, weight="weight").weights.tolist() == [0.25, 0.25]


def test_what_from_edges_refuses_is_refused():
    with pytest.raises(InvalidNetworkError):
        Network.from_frame(pandas_frame({"source": ["x", None], "target": ["y", "z"]}))
    with pytest.raises(InvalidNetworkError, match="tie must join two people"):
        Network.from_frame(pandas_frame({"source": ["x"], "target": ["x"]}))


def test_wrong_arguments_are_named():
    frame = pandas_frame({"source": ["x"], "target": ["y"]})

    with pytest.raises(InvalidArgumentError, match="frame must be a data frame"):
        Network.from_frame([("x", "y")])
    with pytest.raises(InvalidArgumentError, match=r"target must be one of .* got 'to'"):
        Network.from_frame(frame, target="to")
    with pytest.raises(InvalidArgumentError, match="weight must be one of"):
        Network.from_frame(frame, weight=3)


def test_without_the_extra_one_is_told_what_to_install():
    code = """
import sys
sys.modules["narwhals"] = None
import netzwerkwandel as nw
try:
    nw.Network.from_frame(object())
except nw.MissingExtraError as error:
    print(error)
"""
    command = [sys.executable, "-W", "error", "-c", code]

    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert "pip install 'netzwerkwandel[frames]'" in told

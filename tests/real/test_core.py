"""Core numbers and cores of networks that others have measured too."""

from __future__ import annotations

import functools
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from compiled import EACH_ENGINE
from netzwerkwandel.metrics._core_number import core_number
from netzwerkwandel.metrics._core_periphery import core_periphery, core_periphery_test
from netzwerkwandel.metrics._coreness import coreness
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import use_kernel


FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "graphs" / "snap"
NAMES = ("ca-GrQc", "email-Eu-core")

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER.name} is not here")


@functools.cache
def real(name: str) -> Network:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line.strip() and line[0] != "#"]
    ends = [(row[0], row[1]) for row in rows if len(row) >= 2 and row[0] != row[1]]
    return Network.from_edges(*zip(*ends, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kernel", EACH_ENGINE)
def test_core_numbers_are_those_of_networkx(name: str, kernel: str):
    if kernel == "numba":
        pytest.importorskip("numba")
    made = real(name)

    with use_kernel(kernel):
        found = core_number(made)

    expected = nx.core_number(made.to_networkx())
    assert found.tolist() == [expected[key] for key in made.keys]


@pytest.mark.slow
def test_the_mail_of_an_institute_has_more_of_a_core_than_its_degrees():
    made = real("email-Eu-core")

    found = core_periphery(made)
    tested = core_periphery_test(made, rng=np.random.default_rng(0), samples=9)

    assert 50 < found.size < 100
    assert tested.p_value == 0.05
    assert tested.observed == found.concentration > tested.shuffled.max()


def test_coreness_agrees_with_the_division():
    made = real("email-Eu-core")

    found, deep = core_periphery(made), coreness(made)

    assert deep[found.core].mean() > 5 * deep[~found.core].mean()

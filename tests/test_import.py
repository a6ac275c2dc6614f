from __future__ import annotations

import subprocess
import sys

import pytest


HEAVY = (
    "icalendar jinja2 matplotlib narwhals networkx numba recurring_ical_events scipy tqdm"
    " x_wr_timezone"
).split()


def run(code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_all_names_import_nothing_that_is_only_needed_later() -> None:
    loaded = run("from netzwerkwandel import *; import sys; print(*sys.modules)").split()

    assert "netzwerkwandel.show" in loaded
    assert sorted(set(HEAVY) & set(loaded)) == []


def test_importing_loads_no_room_before_it_is_asked_for() -> None:
    code = """
import sys
import netzwerkwandel as nw
print(*[each for each in sys.modules if "netzwerkwandel" in each or each in ("attrs", "numpy")])
nw.NotFoundError, nw.texts.Catalogue
print("netzwerkwandel.texts" in sys.modules, "numpy" in sys.modules)
"""

    assert run(code).splitlines() == ["netzwerkwandel", "True False"]


@pytest.mark.slow
@pytest.mark.parametrize("extra", ["tqdm", "icalendar", "networkx"])
def test_the_package_can_be_used_without_its_extras(extra) -> None:
    code = f"""
import sys
sys.modules[{extra!r}] = None
import netzwerkwandel as nw
contacts = [nw.Contact(key="a", name="Ben Okafor"), nw.Contact(key="b", name="Ben Okafor")]
print(len(nw.Records(contacts=contacts).possible_duplicates()))
"""

    assert run(code) == "1\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "first",
    [
        "netzwerkwandel.recommending",
        "netzwerkwandel.recommending._recommend",
        "netzwerkwandel.scoring",
        "netzwerkwandel.show",
        "netzwerkwandel.sources.exports",
        "netzwerkwandel.identity",
        "netzwerkwandel.__main__",
    ],
)
def test_functions_are_not_hidden_by_rooms_whatever_is_imported_first(first) -> None:
    code = f"""
import {first}
import netzwerkwandel as nw
from netzwerkwandel import recommend
network = nw.Network.from_edges(["me", "me", "ben"], ["ben", "chen", "dana"])
assert recommend is nw.recommend
print(len(nw.recommend(network, ego="me")), nw.score(network, nw.NewInformation()).size)
"""

    picks, scores = run(code).split()
    assert (int(picks), int(scores)) == (2, 6)

"""The oldest packages that are admitted, and those in which all tests pass."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
FOR_WORK_ON_IT = {"all", "test", "spark", "bench", "docs"}
WANTED = [
    *PROJECT["dependencies"],
    *(each for name, several in EXTRAS.items() if name not in FOR_WORK_ON_IT for each in several),
]
ROW = re.compile(r"^\| ([\w-]+) \| ([\d.]+) \|", re.MULTILINE)
LOCKED = dict(re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / ".ci/lock.txt").read_text(), re.MULTILINE))


def floor(wanted: str) -> tuple[str, str]:
    found = re.fullmatch(r"([\w-]+)(?:\[[\w,]+\])?>=([\d.]+)", wanted)
    assert found is not None, f"{wanted} has no floor"
    return found[1], found[2]


def number(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


FLOORS = dict(map(floor, WANTED))


def test_what_is_said_of_the_oldest_packages_is_said_of_those_that_are_admitted():
    said = ROW.findall((ROOT / "SECURITY.md").read_text("utf-8"))

    assert dict(said) == FLOORS
    assert len(said) == len(FLOORS)


@pytest.mark.parametrize("name", sorted(FLOORS.keys() - {"matplotlib"}))  # which no test needs
def test_the_tests_have_none_that_is_older(name):
    assert number(LOCKED[name]) >= number(FLOORS[name])


def test_whatever_the_tests_want_is_locked():
    named = {re.match(r"[\w-]+", each)[0] for each in [*EXTRAS["test"], *EXTRAS["spark"]]} - {
        PROJECT["name"]
    }

    assert sorted(named - LOCKED.keys()) == []

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs.exceptions import NotAnAttrsClassError
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

import netzwerkwandel.testing
from netzwerkwandel.testing import StorageConformance
from netzwerkwandel.testing.storages.comparison import SETTINGS, ComparedWithMemory
from netzwerkwandel.testing.storages.repositories import IN_ORDER
from testing.broken_storages import BROKEN


pytestmark = pytest.mark.slow

FILE = Path(__file__).with_name("broken_storages.py")
HOLDS = StorageConformance.test_the_origin_is_empty_at_first
"""No broken storage fails this: they are there, and the kit runs on them."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, dict[str, set[str]]]:
    """Which tests failed, and which passed, for each broken storage.

    pytest runs them on their own, without the settings, plugins and fixtures of this project.
    """
    folder = tmp_path_factory.mktemp("broken")
    tests = [
        f"{FILE}::Test{name}::{test.__name__}"
        for name, broken in BROKEN.items()
        for test in (*broken.caught_by, HOLDS)
    ]
    told = run_alone(folder, f"--junitxml={folder / 'out.xml'}", *tests)
    assert " failed" in told, told
    return _read(folder / "out.xml")


def run_alone(folder: Path, *tests: str) -> str:
    """What pytest tells without the settings, plugins and fixtures of this project."""
    settings_of_nobody = folder / "pytest.ini"
    settings_of_nobody.write_text("[pytest]\n")
    options = ["-q", "-rs", "--noconftest", "-p", "no:cacheprovider", f"--rootdir={folder}"]
    command = [sys.executable, "-m", "pytest", *options, "-c", str(settings_of_nobody), *tests]
    path = os.pathsep.join([str(FILE.parents[1]), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path}
    run = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    return run.stdout + run.stderr


def _read(path: Path) -> dict[str, dict[str, set[str]]]:
    outcomes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for case in ET.parse(path).iter("testcase"):
        storage = case.attrib["classname"].rpartition(".Test")[2]
        test = case.attrib["name"].partition("[")[0]
        outcome = next((each.tag for each in case if each.tag != "properties"), "passed")
        outcomes[storage][outcome].add(test)
    return outcomes


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_storage_fails_the_tests_that_are_meant_for_it(name, outcomes):
    failed, passed = outcomes[name]["failure"], outcomes[name]["passed"]

    assert failed == {test.__name__ for test in BROKEN[name].caught_by}
    assert HOLDS.__name__ in passed
    assert not outcomes[name]["skipped"] | outcomes[name]["error"]


@pytest.mark.parametrize("name", [name for name, each in BROKEN.items() if each.history_sees_it])
def test_some_history_tells_a_broken_storage_from_memory(name):
    class OfBroken(ComparedWithMemory):
        def __init__(self):
            super().__init__(BROKEN[name])

    unshrunk = settings(SETTINGS, phases=[Phase.generate])
    with pytest.raises((AssertionError, NotAnAttrsClassError)):
        run_state_machine_as_test(OfBroken, settings=unshrunk)


# As a class to inherit


def test_a_storage_that_does_not_say_how_to_make_it_is_told_so(tmp_path):
    file = tmp_path / "test_mine.py"
    file.write_text(
        "from netzwerkwandel.testing import StorageConformance\n"
        "class TestMine(StorageConformance): pass\n"
    )

    told = run_alone(tmp_path, f"{file}::TestMine::{HOLDS.__name__}")

    assert "TestMine must define a fixture make_storage" in told
    assert "1 error" in told


def test_tests_that_need_another_fixture_are_skipped_and_say_so(tmp_path):
    last = StorageConformance.test_what_was_saved_is_there_after_reopening

    told = run_alone(tmp_path, f"{FILE}::TestStaysOpen::{last.__name__}")

    assert "1 skipped" in told
    assert "no fixture reopen" in told


@pytest.mark.parametrize("package", ["pytest", "hypothesis"])
def test_without_its_extra_the_kit_says_what_to_install(package):
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from netzwerkwandel.errors import MissingExtraError\n"
        "from netzwerkwandel.testing import check_strategy\n"
        "try:\n"
        "    from netzwerkwandel.testing import StorageConformance\n"
        "except MissingExtraError as error:\n"
        "    print(error)"
    )

    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout == (
        "StorageConformance needs an extra that is not installed; "
        "install it with: pip install 'netzwerkwandel[testing]'\n"
    )


def test_the_kit_has_no_names_but_its_own():
    with pytest.raises(AttributeError, match="no attribute 'Conformance'"):
        netzwerkwandel.testing.Conformance  # noqa: B018


def test_failures_show_the_values_that_differ(tmp_path):
    test = StorageConformance.test_what_she_took_part_in_with_two_others_stays_without_her

    told = run_alone(tmp_path, f"{FILE}::TestForgetsOthersToo::{test.__name__}")

    assert "At index 0 diff: 'without her' != 'three of us'" in told


def test_names_in_order_are_so_by_code_points_and_by_nothing_else():
    assert list(IN_ORDER) == sorted(IN_ORDER)
    assert list(IN_ORDER) != sorted(IN_ORDER, key=str.casefold)
    assert list(IN_ORDER) != sorted(IN_ORDER, key=lambda name: name.encode("utf-16-be"))

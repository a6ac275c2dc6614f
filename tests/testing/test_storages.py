from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs.exceptions import NotAnAttrsClassError
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from netzwerkwandel.testing import StorageConformance
from netzwerkwandel.testing.storages.history import SETTINGS, History
from testing.broken_storages import BROKEN


FILE = Path(__file__).with_name("broken_storages.py")
HOLDS = "the_origin_is_empty_at_first"
"""No broken storage fails this: they are there, and the kit runs on them."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, dict[str, set[str]]]:
    """Which tests failed, and which passed, for each broken storage.

    pytest runs them on their own, without the settings, plugins and fixtures of this project.
    """
    folder = tmp_path_factory.mktemp("broken")
    (folder / "pytest.ini").write_text("[pytest]\n")
    tests = [
        f"{FILE}::Test{name}::test_{test}"
        for name, broken in BROKEN.items()
        for test in (*broken.caught_by, HOLDS)
    ]
    options = ["-q", "--tb=no", "--noconftest", "-p", "no:cacheprovider", f"--rootdir={folder}"]
    files = ["-c", str(folder / "pytest.ini"), f"--junitxml={folder / 'out.xml'}"]
    command = [sys.executable, "-m", "pytest", *options, *files, *tests]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 1, run.stdout + run.stderr
    return _read(folder / "out.xml")


def _read(path: Path) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for case in ET.parse(path).iter("testcase"):
        storage = case.attrib["classname"].rpartition(".Test")[2]
        test = case.attrib["name"].partition("[")[0].removeprefix("test_")
        outcome = next((each.tag for each in case if each.tag != "properties"), "passed")
        found[storage][outcome].add(test)
    return found


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_storage_fails_the_tests_that_are_meant_for_it(name, outcomes):
    failed, passed = outcomes[name]["failure"], outcomes[name]["passed"]

    assert failed == set(BROKEN[name].caught_by)
    assert HOLDS in passed
    assert not outcomes[name]["skipped"] | outcomes[name]["error"]


def test_every_test_that_is_meant_for_a_broken_storage_is_there():
    meant = {f"test_{test}" for broken in BROKEN.values() for test in broken.caught_by}

    assert meant
    assert meant <= set(dir(StorageConformance))


@pytest.mark.parametrize("name", [name for name, each in BROKEN.items() if each.history_sees_it])
def test_some_history_tells_a_broken_storage_from_memory(name):
    class OfBroken(History):
        def __init__(self):
            super().__init__(BROKEN[name])

    unshrunk = settings(SETTINGS, phases=[Phase.generate])
    with pytest.raises((AssertionError, NotAnAttrsClassError)):
        run_state_machine_as_test(OfBroken, settings=unshrunk)

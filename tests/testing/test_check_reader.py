"""The check of readers: green on those that keep every promise, and red on each that breaks one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.testing import ConformanceError, ReaderConformance, check_reader
from netzwerkwandel.testing.readers.check import PROMISES
from testing.call_log import BROKEN, LOG, SECRET, CallLog, larger


def checked(reader):
    check_reader(reader, [{"calls.csv": LOG}], secret=SECRET, larger=larger)


class TestCallLog(ReaderConformance):
    reader = CallLog()
    examples = ({"calls.csv": LOG},)
    secret = SECRET
    larger = staticmethod(larger)


def test_a_reader_that_keeps_every_promise_passes() -> None:
    checked(CallLog())


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.__name__)
def test_a_reader_that_breaks_a_promise_is_caught(broken) -> None:
    with pytest.raises(ConformanceError, match=BROKEN[broken]):
        checked(broken())


def test_a_class_and_whatever_else_is_no_reader() -> None:
    for wrong in (CallLog, "call log", None):
        with pytest.raises(ConformanceError, match="a reader must be an object with kind"):
            checked(wrong)


@pytest.mark.parametrize("examples", [[], {}, {"calls.csv": LOG}, [{}], [{"a": "text"}], None])
def test_examples_of_another_shape_are_refused(examples) -> None:
    with pytest.raises(InvalidArgumentError, match="examples must be several mappings"):
        check_reader(CallLog(), examples)


def test_a_secret_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="secret must be in an example"):
        check_reader(CallLog(), [{"calls.csv": LOG}], secret="something else")


def test_the_class_for_pytest_has_a_test_for_each_promise() -> None:
    tests = [name for name in vars(ReaderConformance) if name.startswith("test_")]

    assert len(tests) == len(PROMISES)


@pytest.mark.slow
def test_no_test_framework_is_needed() -> None:
    code = (
        "import sys; from netzwerkwandel.testing import ReaderConformance, check_reader; "
        "print('pytest' in sys.modules)"
    )

    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout == "False\n"

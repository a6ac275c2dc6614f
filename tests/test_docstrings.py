from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum

import pytest
from numpydoc.validate import validate

import netzwerkwandel as nw


PUBLIC = [
    name
    for name in nw.__all__
    if getattr(getattr(nw, name), "__module__", "").startswith("netzwerkwandel")
]
MADE_BY_HAND = """
Blend BringsIdeas Chronicle Contact Decision Dormant Experiment ExponentialDecay GivesFeedback Goal
GuidingFigures Interaction MemoryStorage Network NewInformation OpensDoors Orients Peers
PowerLawDecay ProfessionalCommunity Records ScoringStrategy SqliteStorage Suggestion Supports
SurvivalDecay Tie TieStrength Ties Work
""".split()
# What takes something and refuses nothing by itself: steps that a subclass writes, which are only
# asked with what was checked before, and two records, which checked themselves when they were made.
RAISES_NOTHING = """
Decay.fade ScoringStrategy.score TieStrength.weight
Reader.looks_like Reader.group Reader.group_of_unknown
Tie.and_also Move.between
""".split()
LEFT_OUT = {
    "ES01",  # the first sentence often says it all
    "EX01",  # examples are wanted where they help
    "GL01",  # the summary stands on the first line
    "SA01",  # see also is wanted where it helps
    "SS03",  # a first sentence may be a question
    "SS05",  # and need not be an infinitive
    "SS06",  # it may be long
    "RT02",  # return types are annotated
    "RT03",
    "PR01",  # vocabularies and errors have no parameters of their own
    "PR02",  # several parameters may share a line
    "PR06",  # types as a person says them
    "PR08",
    "PR09",
    "GL08",  # attrs and enum members inherit
    "YD01",
    "GL03",
}


@pytest.mark.parametrize("name", PUBLIC)
def test_docstrings_are_complete(name: str) -> None:
    subject = getattr(nw, name)
    result = validate(f"{subject.__module__}.{subject.__qualname__}")

    wrong = [error for error in result["errors"] if error[0] not in LEFT_OUT]
    assert not wrong, wrong


@pytest.mark.parametrize("name", PUBLIC)
def test_public_members_have_docstrings(name: str) -> None:
    subject = getattr(nw, name)
    if not inspect.isclass(subject):
        return
    for member, value in vars(subject).items():
        if member.startswith("_") or not (inspect.isfunction(value) or isinstance(value, property)):
            continue
        assert inspect.getdoc(value), f"{name}.{member} has no docstring"


def callables() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function, every class that is made by hand, and their public methods."""
    for space, names in ((nw, PUBLIC), (nw.metrics, nw.metrics.__all__)):
        for name in names:
            subject = getattr(space, name)
            if inspect.isfunction(subject):
                yield name, subject
            elif inspect.isclass(subject) and not issubclass(subject, Exception | Enum):
                yield from methods(name, subject)


def methods(name: str, subject: type) -> Iterator[tuple[str, Callable[..., object]]]:
    for member, value in vars(subject).items():
        function = getattr(value, "__func__", value)
        is_told_above = any(hasattr(base, member) for base in subject.__mro__[1:])
        if not member.startswith("_") and inspect.isfunction(function) and not is_told_above:
            yield f"{name}.{member}", function


CALLABLES = dict(callables())


@pytest.mark.parametrize("name", CALLABLES)
def test_every_public_callable_says_what_it_takes_gives_and_refuses(name: str) -> None:
    function, doc = CALLABLES[name], inspect.getdoc(CALLABLES[name]) or ""
    signature = inspect.signature(function)
    taken = [parameter for parameter in signature.parameters if parameter != "self"]
    wanted = ["Parameters"] if taken else []
    wanted += ["Raises"] if taken and name not in RAISES_NOTHING else []
    wanted += [] if signature.return_annotation == "None" else ["Returns"]

    missing = [part for part in wanted if not re.search(rf"^{part}\n-+$", doc, re.MULTILINE)]

    assert not missing or (missing == ["Returns"] and "Yields\n" in doc)


@pytest.mark.parametrize("name", [name for name in CALLABLES if "." not in name])
def test_every_public_function_has_an_example_that_runs(name: str) -> None:
    assert ">>> " in (inspect.getdoc(CALLABLES[name]) or "")


@pytest.mark.parametrize("name", MADE_BY_HAND)
def test_every_class_that_is_made_by_hand_has_an_example_that_runs(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(nw, name)) or "")

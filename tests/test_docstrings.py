from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum

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
Reader.looks_like
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


def test_docstrings_are_complete() -> None:
    wrong = {
        name: error
        for name in PUBLIC
        for error in validate(qualified(getattr(nw, name)))["errors"]
        if error[0] not in LEFT_OUT
    }

    assert not wrong


def qualified(subject: type) -> str:
    return f"{subject.__module__}.{subject.__qualname__}"


def test_public_members_have_docstrings() -> None:
    members = {
        f"{name}.{member}": value
        for name in PUBLIC
        if inspect.isclass(getattr(nw, name))
        for member, value in vars(getattr(nw, name)).items()
        if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property))
    }

    assert members
    assert not [name for name, value in members.items() if not inspect.getdoc(value)]


def callables() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function, every class that is made by hand, and their public methods."""
    for space, names in (
        (nw, PUBLIC),
        (nw.metrics, nw.metrics.__all__),
        (nw.frames, nw.frames.__all__),
        (nw.plot, nw.plot.__all__),
    ):
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


def untold(name: str, function: Callable[..., object]) -> list[str]:
    """The parts that the docstring of a callable lacks."""
    doc, signature = inspect.getdoc(function) or "", inspect.signature(function)
    taken = [parameter for parameter in signature.parameters if parameter != "self"]
    wanted = ["Parameters"] if taken else []
    wanted += ["Raises"] if taken and name not in RAISES_NOTHING else []
    wanted += [] if signature.return_annotation == "None" else ["Returns"]
    missing = [part for part in wanted if not re.search(rf"^{part}\n-+$", doc, re.MULTILINE)]
    return [] if missing == ["Returns"] and "Yields\n" in doc else missing


def test_every_public_callable_says_what_it_takes_gives_and_refuses() -> None:
    missing = {name: untold(name, function) for name, function in CALLABLES.items()}

    assert not {name: parts for name, parts in missing.items() if parts}


def test_every_public_function_has_an_example_that_runs() -> None:
    documented = {name: function for name, function in CALLABLES.items() if "." not in name}
    documented |= {name: getattr(nw, name) for name in MADE_BY_HAND}

    assert not [name for name, of in documented.items() if ">>> " not in (inspect.getdoc(of) or "")]

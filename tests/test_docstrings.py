from __future__ import annotations

import inspect

import pytest
from numpydoc.validate import validate

import netzwerkwandel as nw


PUBLIC = [
    name
    for name in nw.__all__
    if getattr(getattr(nw, name), "__module__", "").startswith("netzwerkwandel")
]
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

"""What a reader needs stands in one module, and the readers of the library use nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources import tools


SOURCES = "netzwerkwandel.sources"
ROOM = Path(nw.sources.__file__).parent


def files_of(reader):
    """The files of a reader: those of its folder, or the only one; and how their modules begin."""
    module = type(reader).__module__
    package = module.rpartition(".")[0]
    if package == SOURCES:
        return module, [ROOM / f"{module.removeprefix(SOURCES + '.')}.py"]
    return package, sorted((ROOM / package.removeprefix(SOURCES + ".")).glob("*.py"))


def taken(path):
    """The modules of ``sources`` that a file takes something from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.startswith(SOURCES):
            yield node.module


@pytest.mark.parametrize("reader", nw.READERS, ids=lambda reader: reader.kind)
def test_the_readers_of_the_library_use_the_public_tools_and_nothing_else(reader) -> None:
    own, files = files_of(reader)

    used = {module for path in files for module in taken(path)}

    assert files
    assert [m for m in used if m != tools.__name__ and not m.startswith(own)] == []


def test_every_tool_is_there_and_says_what_it_is() -> None:
    assert sorted(tools.__all__) == sorted(set(tools.__all__))
    nameless = [
        name
        for name in tools.__all__
        if callable(getattr(tools, name)) and not getattr(tools, name).__doc__
    ]

    assert not nameless

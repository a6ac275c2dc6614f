"""Who may import whom: every import counts, also one that waits or is for types only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import netzwerkwandel


PACKAGE = Path(netzwerkwandel.__file__).parent
# From the ground up. A room knows the rooms below it; those side by side do not know each other.
LINE = (
    {"errors", "sample"},
    {"texts"},
    {"model"},
    {"identity"},
    {"records"},
    {"sources", "storage", "network"},
    {"metrics"},
    {"scoring", "backend"},
    {"recommending", "change"},
    {"evaluation"},
    {"frames"},
    {"show"},
    {"testing"},
    {"__init__"},
    {"command"},
    {"__main__"},
)
HEIGHT = {room: height for height, rooms in enumerate(LINE) for room in rooms}
# These alone may ask for what is above them, and only once they are called.
LOOKED_AT = {"_repr_html_", "_repr_svg_", "plot"}
EXTRAS = {
    "icalendar": "sources",
    "recurring_ical_events": "sources",
    "tqdm": "sources",
    "numba": "network",
    "narwhals": "network",
    "pyarrow": "frames",
    "matplotlib": "show",
    "jinja2": "show",
    "psycopg": "storage",
    "shtab": "command",
    "babel": "texts",
    "hypothesis": "testing",
    "pytest": "testing",
}
# networkx itself asks for the backend; elsewhere its import waits until a graph is converted.
NETWORKX_AT_ONCE = "backend"
WITHOUT_NUMPY = {"errors", "texts", "identity", "sample"}
MODULES = {
    ".".join(("netzwerkwandel", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


class Import(NamedTuple):
    """A name that a file takes from a module, and the function that waits for it, if one does."""

    module: str
    name: str | None
    function: str | None


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> tuple[Import, ...]:
    """All imports of a file, wherever they stand in it."""
    return tuple(_imports(tree(module), None))


def _imports(node: ast.AST, function: str | None) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, None, function) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "relative import"
            yield from (Import(child.module or "", alias.name, function) for alias in child.names)
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        yield from _imports(child, child.name if is_function else function)


def origin(module: str, name: str | None) -> str:
    """The file in which something is defined that a package may only hand on."""
    if name is None:
        return module
    if f"{module}.{name}" in MODULES:
        return f"{module}.{name}"
    if MODULES[module].name == "__init__.py":
        for given in imports(module):
            if given.name == name and given.module in MODULES:
                return origin(given.module, name)
    return module


def used(module: str) -> Iterator[tuple[str, Import]]:
    """The files of this package that a file takes something from."""
    for each in imports(module):
        if each.module in MODULES and each.function not in LOOKED_AT:
            yield origin(each.module, each.name), each


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_no_import_runs_up() -> None:
    up = [
        f"{module} -> {other}"
        for module in MODULES
        for other, _ in used(module)
        if room(other) != room(module) and HEIGHT[room(other)] >= HEIGHT[room(module)]
    ]

    assert not up


def test_no_circle_of_files() -> None:
    graph = {module: {other for other, _ in used(module)} - {module} for module in MODULES}

    try:
        order = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))

    assert set(order) == set(MODULES)


def test_an_import_of_the_package_waits_for_an_extra_only() -> None:
    """Where another one has to, the rooms stand wrongly."""
    waits = [
        f"{module}: {each.function} imports {other}"
        for module in MODULES
        for other, each in used(module)
        if each.function is not None and not needs_an_extra(other)
    ]

    assert not waits


@cache
def needs_an_extra(module: str) -> bool:
    """Whether a file cannot be imported without a package that may not be there."""
    at_once = [each for each in imports(module) if each.function is None]
    if any(each.module.split(".")[0] in EXTRAS for each in at_once):
        return True
    return any(
        needs_an_extra(other)
        for other, each in used(module)
        if each.function is None and other != module
    )


@pytest.mark.parametrize("package", [*EXTRAS, "networkx", "numpy"])
def test_a_package_is_imported_by_its_rooms_only(package: str) -> None:
    its_own = {
        "networkx": {"network", NETWORKX_AT_ONCE},
        # A frame of any engine is read into a network, too.
        "narwhals": {"network", "frames"},
        "numpy": {name for rooms in LINE for name in rooms} - WITHOUT_NUMPY,
    }.get(package) or {EXTRAS[package]}

    users = {
        module
        for module in MODULES
        for each in imports(module)
        if each.module.split(".")[0] == package
    }

    assert not [module for module in users if room(module) not in its_own]


def test_nothing_reads_a_clock_below_the_public_entries() -> None:
    clocks = ("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time")
    may = {"netzwerkwandel.sources.exports", "netzwerkwandel.command._main"}

    calls = [
        f"{module}: {ast.unparse(node.func)}"
        for module in MODULES.keys() - may
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
    ]

    assert calls
    assert not [call for call in calls if call.endswith(clocks)]


def test_nothing_can_reach_the_network() -> None:
    forbidden = {"socket", "ssl", "http", "urllib.request", "requests", "ftplib", "smtplib"}

    taken = {each.module for module in MODULES for each in imports(module)}

    assert not taken & forbidden

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import netzwerkwandel


PACKAGE = Path(netzwerkwandel.__file__).parent
LINE = (
    ("errors",),
    ("texts",),
    ("sample",),
    ("model",),
    ("identity",),
    ("records",),
    ("network",),
    ("sources", "storage"),
    ("metrics",),
    ("backend", "scoring"),
    ("recommending",),
    ("change",),
    ("show",),
    ("testing",),
)
ROOMS = {
    name: {lower for rooms in LINE[:height] for lower in rooms}
    for height, names in enumerate(LINE)
    for name in names
}
# A picture of a value: the import waits until it is drawn.
DEFERRED = {
    ("recommending/result.py", "show"),
}
EXTRAS = {
    "icalendar": "sources",
    "recurring_ical_events": "sources",
    "x_wr_timezone": "sources",
    "rapidfuzz": "identity",
    "tqdm": "sources",
    "numba": "network",
    "matplotlib": "show",
    "psycopg": "storage",
    "hypothesis": "testing",
    "pytest": "testing",
}
# networkx itself asks for the backend; elsewhere its import waits until a graph is converted.
NETWORKX_AT_ONCE = "backend"
WITHOUT_NUMPY = {"errors", "texts", "identity", "sample"}
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def imports(module: str) -> list[tuple[str, bool]]:
    """Every imported module of a file, and whether the import waits (a function, types only)."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    found: list[tuple[str, bool]] = []

    def visit(node: ast.AST, waits: bool) -> None:
        for child in ast.iter_child_nodes(node):
            typing_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            if isinstance(child, ast.Import):
                found.extend((alias.name, waits) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{module}: relative import"
                found.append((child.module or "", waits))
            visit(child, waits or typing_only or function)

    visit(tree, waits=False)
    return found


def room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


@pytest.mark.parametrize("module", [m for m in MODULES if "/" in m or m == "errors.py"])
def test_a_room_knows_only_lower_rooms(module: str) -> None:
    own = module.removesuffix(".py").split("/")[0]

    for name, waits in imports(module):
        if not name.startswith("netzwerkwandel"):
            continue
        other = room(name)
        allowed = other in ROOMS[own] | {own} or (waits and (module, other) in DEFERRED)
        assert allowed, f"{module} must not import {name}"


@pytest.mark.parametrize("module", MODULES)
def test_optional_packages_are_imported_by_their_room_only(module: str) -> None:
    own = module.split("/")[0]

    for name, waits in imports(module):
        package = name.split(".")[0]
        if package in EXTRAS:
            assert own == EXTRAS[package], f"{module} must not import {name}"
        if package == "networkx" and own != NETWORKX_AT_ONCE:
            assert own == "network", f"{module} must not import {name}"
            assert waits, f"{module} imports {name} at once"
        if package == "numpy":
            assert own not in WITHOUT_NUMPY, f"{module} must not import numpy"


@pytest.mark.parametrize("module", MODULES)
def test_nothing_reads_a_clock_below_the_public_entries(module: str) -> None:
    if module in {"sources/exports.py", "__main__.py"}:
        return
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))

    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]

    clocks = ("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time")
    assert not [call for call in calls if call.endswith(clocks)]


@pytest.mark.parametrize("module", MODULES)
def test_nothing_can_reach_the_network(module: str) -> None:
    forbidden = {"socket", "ssl", "http", "urllib.request", "requests", "ftplib", "smtplib"}

    assert not {name for name, _ in imports(module)} & forbidden

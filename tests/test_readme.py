from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import readme_commands


ROOT = Path(__file__).resolve().parents[1]


def test_the_code_blocks_of_the_readme_run_in_order(capsys) -> None:
    blocks = readme_commands.blocks("python")
    assert len(blocks) >= 3
    space: dict[str, object] = {"__name__": "readme"}

    for number, block in enumerate(blocks):
        exec(compile(block, f"README block {number}", "exec"), space)

    assert "keinen Kontakt" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: str(page.relative_to(ROOT))
)
def test_the_code_blocks_of_the_docs_run_in_order(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("a_page_of_the_docs")
    monkeypatch.setitem(sys.modules, module.__name__, module)  # what is pickled must be found again

    for block in readme_commands.blocks("python", page):
        exec(compile(block, page.name, "exec"), vars(module))


def test_the_readme_begins_with_its_commands() -> None:
    main, tests = readme_commands.command("main"), readme_commands.command("tests")
    slow = readme_commands.command("slow")

    assert main.startswith("python -m pip install") and main.endswith("python -m netzwerkwandel")
    assert tests.startswith("python -m pip install") and tests.endswith("python -m pytest")
    assert slow == 'HYPOTHESIS_PROFILE=thorough python -m pytest -m "slow or hypothesis"'
    assert "\n" not in main + tests + slow


def test_every_extra_that_the_readme_names_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    section = (ROOT / "README.md").read_text().partition("## Installing")[2]

    named = set(re.findall(r"`(\w+)`", section.partition("MIT")[0]))

    assert named <= set(project["optional-dependencies"])
    assert {name.partition(">")[0] for name in project["dependencies"]} == {
        "attrs",
        "networkx",
        "numpy",
        "typing-extensions",
    }

"""Print one of the README's two commands, as it stands there, or run all its code blocks."""

from __future__ import annotations

import re
import sys
from pathlib import Path


README = Path(__file__).resolve().parents[1] / "README.md"


def blocks(language: str) -> list[str]:
    """Return the README's code blocks of a language, in order."""
    text = README.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def command(name: str) -> str:
    """Return the command that runs the main job, or the tests."""
    main, tests = (block.strip() for block in blocks("sh")[:2])
    return {"main": main, "tests": tests}[name]


if __name__ == "__main__":
    print(command(sys.argv[1]))

"""Print one of the README's commands, as it stands there."""

from __future__ import annotations

import re
import sys
from pathlib import Path


README = Path(__file__).resolve().parents[1] / "README.md"


def blocks(language: str, page: Path = README) -> list[str]:
    """Return a page's code blocks of a language, in order."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def command(name: str) -> str:
    """Return the command that runs the main job, the quick tests, or the slow ones."""
    return dict(zip(("main", "tests", "slow"), blocks("sh"), strict=False))[name].strip()


if __name__ == "__main__":
    print(command(sys.argv[1]))

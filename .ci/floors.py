"""Print the oldest versions that pyproject.toml admits, as constraints for pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path


USED = ("calendars", "identity", "postgres", "progress", "testing")


def main() -> None:
    """Print a line for each package of the core, and of the extras that are tried."""
    page = Path(__file__).resolve().parents[1] / "pyproject.toml"
    project = tomllib.loads(page.read_text())["project"]
    extras = project["optional-dependencies"]
    for wanted in [*project["dependencies"], *(each for name in USED for each in extras[name])]:
        name, floor = re.fullmatch(r"([\w-]+)(?:\[.*\])?>=([\d.]+)", wanted).groups()
        print(f"{name}=={floor}")


if __name__ == "__main__":
    main()

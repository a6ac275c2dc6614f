from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import netzwerkwandel as nw


ROOT = Path(__file__).resolve().parents[1]


def test_the_version_is_that_of_the_installed_package() -> None:
    assert nw.__version__ == version("netzwerkwandel")


def test_who_cites_cites_this_version() -> None:
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(), re.MULTILINE)

    assert cited is not None
    assert cited[1] == nw.__version__

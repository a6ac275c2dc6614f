"""networkx's own tests, run through the backend."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


THROUGH_US = {"NETWORKX_TEST_BACKEND": "netzwerkwandel", "NETWORKX_FALLBACK_TO_NX": "True"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "functions"),
    [
        ("tests.test_structuralholes", {"constraint", "effective_size"}),
        ("centrality.tests.test_dispersion", {"dispersion"}),
        ("tests.test_core", {"core_number"}),
        ("approximation.tests.test_kcomponents", {"core_number"}),
    ],
)
def test_networkx_finds_no_fault(module: str, functions: set[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-rP", "--log-level=DEBUG", "-p", "no:cacheprovider"]

    run = subprocess.run(
        [*command, "--pyargs", f"networkx.algorithms.{module}"],
        cwd=tmp_path,
        env=os.environ | THROUGH_US,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
    used = re.findall(r"Using backend 'netzwerkwandel' for call to '(\w+)'", run.stdout)
    assert set(used) >= functions
    assert re.search(r"= \d+ passed in", run.stdout), run.stdout[-200:]

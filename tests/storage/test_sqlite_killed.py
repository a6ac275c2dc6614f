from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


WRITER = Path(__file__).with_name("killed_writer.py")
KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed that was forked")
def test_a_killed_writer_loses_nothing_that_was_acknowledged_and_leaves_no_half(tmp_path):
    command = [sys.executable, WRITER, tmp_path, "20261124", str(KILLS)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert counts["kills"] == KILLS
    assert counts["acknowledged"]

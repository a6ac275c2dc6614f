from __future__ import annotations

import subprocess
import sys

import networkx as nx

from backend.graphs import NAME
from netzwerkwandel import backend


def test_networkx_starts_without_the_package():
    code = f"""
import sys, networkx as nx
assert "{NAME}" in nx.constraint.backends
assert "nodes=list(G)" in nx.effective_size.__doc__
print({NAME!r} in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout == "False\n"


def test_what_networkx_is_told_is_what_there_is():
    told = nx.utils.backends.backend_info[NAME]

    assert told["backend_name"] == NAME
    assert set(told["functions"]) == {name for name in backend.__all__ if hasattr(nx, name)}

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pytest


@pytest.fixture(autouse=True)
def no_kept_conversions() -> Iterator[None]:
    """Convert anew each time, so that networkx does not warn of graphs it kept."""
    with nx.config(cache_converted_graphs=False):
        yield

from __future__ import annotations

from collections.abc import Iterator

import pytest

from compiled import EACH_ENGINE
from netzwerkwandel.network.kernels.engines import use_kernel


@pytest.fixture(params=EACH_ENGINE, scope="module")
def kernel(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each form of the hot loops in turn; scoped so that Hypothesis may use it."""
    if request.param == "numba":
        pytest.importorskip("numba")
    with use_kernel(request.param):
        yield request.param

"""The same moves as in plain Python, compiled."""

# mypy: disable-error-code="no-untyped-call"
from __future__ import annotations

import numba

from netzwerkwandel.network.kernels import local_moves


move = numba.njit(cache=True)(local_moves.move)

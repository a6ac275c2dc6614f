"""What others run in their own test suite against what they built on this library."""

from __future__ import annotations

from netzwerkwandel.testing.errors import ConformanceError
from netzwerkwandel.testing.strategies import check_strategy


__all__ = ["ConformanceError", "check_strategy"]

from __future__ import annotations

from netzwerkwandel.errors import NetzwerkwandelError


class ConformanceError(NetzwerkwandelError, AssertionError):
    """What was built on the library breaks a rule that the library relies on."""

"""How much work something is, counted and not timed: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(function: Callable[[], object]) -> int:
    """How many steps Python takes, and how many functions of C are called."""
    count = 0

    def step(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "opcode"
        # Not by lines: one of them may hold a loop.
        frame.f_trace_opcodes = True
        return step

    def call(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "c_call"

    traced, profiled = sys.gettrace(), sys.getprofile()
    sys.settrace(step)
    sys.setprofile(call)
    try:
        function()
    finally:
        sys.setprofile(profiled)
        sys.settrace(traced)
    return count

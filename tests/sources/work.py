"""How much work something is, counted and not timed: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TypeVar


T = TypeVar("T")


def calls(function: Callable[[], object]) -> int:
    """How many functions are called, those of Python and those of C."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def grows_in_proportion(read: Callable[[T], object], make: Callable[[int], T], size: int) -> bool:
    """Whether to read what is twice as long is twice the work at most, save for a few calls."""
    once, twice = (calls(partial(read, make(length))) for length in (size, 2 * size))
    return twice <= 2 * once + 100

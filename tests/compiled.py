"""Marks of what needs numba.

In a fresh checkout the compiler takes minutes for all kernels, and the quick tests do without it:
they run in numpy, and the thorough ones say that numba gives the same.
"""

from __future__ import annotations

from importlib.util import find_spec

import pytest


needs_numba = pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed")


def compiled(test):
    """Mark a test that has kernels compiled."""
    return pytest.mark.slow(needs_numba(test))


EACH_ENGINE = ("numpy", pytest.param("numba", marks=[needs_numba, pytest.mark.slow]))

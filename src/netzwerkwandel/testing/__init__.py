"""What others run in their own test suite against what they built on this library."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from netzwerkwandel.errors import MissingExtraError
from netzwerkwandel.testing.errors import ConformanceError
from netzwerkwandel.testing.readers import ReaderConformance, check_reader
from netzwerkwandel.testing.strategies import check_strategy


if TYPE_CHECKING:
    from netzwerkwandel.testing.storages import StorageConformance

__all__ = [
    "ConformanceError",
    "ReaderConformance",
    "StorageConformance",
    "check_reader",
    "check_strategy",
]

_STORAGES = "netzwerkwandel.testing.storages"


def __getattr__(name: str) -> object:
    """Import what needs pytest only when it is asked for."""
    if name != "StorageConformance":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        pytest = import_module("pytest")
        import_module("hypothesis")
    except ImportError as error:
        raise MissingExtraError("testing", "StorageConformance") from error
    if _STORAGES not in sys.modules:
        pytest.register_assert_rewrite(_STORAGES)
    return import_module(_STORAGES).StorageConformance

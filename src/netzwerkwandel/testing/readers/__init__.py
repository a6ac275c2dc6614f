"""What others run in their test suite against a reader of their own."""

from __future__ import annotations

from netzwerkwandel.testing.readers.check import check_reader
from netzwerkwandel.testing.readers.conformance import ReaderConformance


__all__ = ["ReaderConformance", "check_reader"]

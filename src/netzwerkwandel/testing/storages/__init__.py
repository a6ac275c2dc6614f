"""What others run in their test suite against a storage of their own."""

from __future__ import annotations

from netzwerkwandel.testing.storages.conformance import StorageConformance


__all__ = ["StorageConformance"]

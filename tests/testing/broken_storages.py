"""Storages that break one promise each, and the tests of the kit that are meant to say so.

``test_storages.py`` runs them; on its own this file is no test.
"""

from __future__ import annotations

import pytest

from netzwerkwandel.testing import StorageConformance
from testing import (
    broken_interactions,
    broken_reading,
    broken_transactions,
    broken_values,
    broken_wholes,
)
from testing.broken import Broken


ROOMS = (
    broken_transactions,
    broken_reading,
    broken_interactions,
    broken_values,
    broken_wholes,
)
BROKEN = {
    name: each
    for room in ROOMS
    for name, each in vars(room).items()
    if isinstance(each, type) and issubclass(each, Broken) and hasattr(each, "caught_by")
}


def _proved(kind: type[Broken]) -> type[StorageConformance]:
    class Proved(StorageConformance):
        @pytest.fixture
        def make_storage(self):
            return kind

        if issubclass(kind, broken_wholes.Lasting):

            @pytest.fixture
            def reopen(self):
                return kind.again

        if issubclass(kind, broken_wholes.Harmed):

            @pytest.fixture
            def damage(self):
                return kind.harm

    return Proved


globals().update({f"Test{name}": _proved(kind) for name, kind in BROKEN.items()})

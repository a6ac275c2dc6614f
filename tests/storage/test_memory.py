from __future__ import annotations

import pytest

from netzwerkwandel.storage import MemoryStorage
from netzwerkwandel.testing import StorageConformance


class TestMemoryStorage(StorageConformance):
    @pytest.fixture
    def make_storage(self):
        return MemoryStorage

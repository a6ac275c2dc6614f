from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from netzwerkwandel.storage import SqliteStorage, Storage
from netzwerkwandel.testing import StorageConformance


class TestSqliteFile(StorageConformance):
    @pytest.fixture
    def make_storage(self, tmp_path: Path) -> Iterator[Callable[[], Storage]]:
        numbers = count()
        with ExitStack() as opened:
            yield lambda: opened.enter_context(SqliteStorage(tmp_path / f"{next(numbers)}.db"))

    @pytest.fixture
    def reopen(self) -> Callable[[SqliteStorage], SqliteStorage]:
        def again(storage: SqliteStorage) -> SqliteStorage:
            (_, _, path) = storage._database.run("PRAGMA database_list")[0]
            storage.close()
            return SqliteStorage(path)

        return again

    @pytest.fixture
    def damage(self) -> Callable[[SqliteStorage, str], None]:
        def harm(storage: SqliteStorage, key: str) -> None:
            storage._database.run("UPDATE contacts SET body = '{' WHERE key = ?", (key,))

        return harm


@pytest.mark.slow
class TestSqliteInMemory(StorageConformance):
    @pytest.fixture
    def make_storage(self) -> Iterator[Callable[[], Storage]]:
        with ExitStack() as opened:
            yield lambda: opened.enter_context(SqliteStorage(":memory:"))

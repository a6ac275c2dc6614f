from __future__ import annotations

import sys

import pytest

from netzwerkwandel.errors import MissingExtraError, StorageError
from netzwerkwandel.storage import SqliteStorage, open_storage


def test_a_path_is_opened_as_a_file(tmp_path) -> None:
    for place in (tmp_path / "mara.db", str(tmp_path / "ben.db"), ":memory:"):
        with open_storage(place) as storage:
            assert isinstance(storage, SqliteStorage)


@pytest.mark.parametrize("url", ["mysql://mara:secret@host/x", "sqlite:///x.db", "://"])
def test_an_unknown_kind_of_url_is_refused_and_says_what_is_known(url: str) -> None:
    with pytest.raises(StorageError, match="postgresql://") as error:
        open_storage(url)

    assert "secret" not in str(error.value)


def test_without_psycopg_it_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(MissingExtraError, match=r"netzwerkwandel\[postgres\]"):
        open_storage("postgresql://127.0.0.1:1/x")

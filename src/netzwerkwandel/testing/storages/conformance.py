from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.errors import ConformanceError
from netzwerkwandel.testing.storages.closing import Closes
from netzwerkwandel.testing.storages.comparison import AnswersAsMemory
from netzwerkwandel.testing.storages.forgetting import Forgets
from netzwerkwandel.testing.storages.interactions import KeepsInteractions
from netzwerkwandel.testing.storages.reopening import SurvivesReopening
from netzwerkwandel.testing.storages.repositories import KeepsRecords
from netzwerkwandel.testing.storages.saving import KeepsWhatIsSaved
from netzwerkwandel.testing.storages.threads import KeepsThreadsApart
from netzwerkwandel.testing.storages.transactions import KeepsTransactions
from netzwerkwandel.testing.storages.upkeep import IsKeptUp
from netzwerkwandel.testing.storages.values import KeepsValues


class StorageConformance(
    KeepsRecords,
    KeepsInteractions,
    KeepsValues,
    KeepsTransactions,
    KeepsWhatIsSaved,
    Forgets,
    KeepsThreadsApart,
    AnswersAsMemory,
    IsKeptUp,
    Closes,
    SurvivesReopening,
):
    """Does my storage keep every promise of ``Storage``?

    Inherit from it in a test module and define the fixture ``make_storage``: it returns a callable
    without arguments that gives a new, empty and open storage each time. pytest then runs the whole
    contract, each promise as a test whose name says it. The tests close what they open.

    A storage that outlives its object defines a second fixture, ``reopen``. It returns a callable
    that closes the storage it is given and gives a new one on the same data. One whose records can
    come to harm, by a disk or by other programs, defines a third, ``damage``. It returns a callable
    that takes a storage and a key, and makes the contact of that key unreadable. Without them the
    tests of that are skipped.

    Notes
    -----
    pytest and Hypothesis are needed: ``pip install 'netzwerkwandel[testing]'``. No plugin, setting
    or fixture but these three is.

    Examples
    --------
    A whole test module::

        import itertools

        import pytest
        from netzwerkwandel.testing import StorageConformance

        from my_app import MyStorage


        class TestMyStorage(StorageConformance):
            @pytest.fixture
            def make_storage(self, tmp_path):
                numbers = itertools.count()
                return lambda: MyStorage(tmp_path / f"{next(numbers)}.db")

            @pytest.fixture
            def reopen(self):
                def reopened(storage):
                    storage.close()
                    return MyStorage(storage.path)

                return reopened
    """

    # Fixtures and not methods: a fixture may ask for others of the user's own, such as a database.
    @pytest.fixture
    def make_storage(self) -> Callable[[], Storage]:
        """Give a callable that makes a new storage: yours."""
        raise ConformanceError(
            f"{type(self).__name__} must define a fixture make_storage that returns a callable "
            "without arguments, which gives a new and empty storage each time"
        )

    @pytest.fixture
    def reopen(self) -> Callable[[Storage], Storage]:
        """Give a callable that closes a storage and gives a new one on the same data: yours."""
        return pytest.skip("no fixture reopen: nothing is said to outlive the object")

    @pytest.fixture
    def damage(self) -> Callable[[Storage, str], None]:
        """Give a callable that makes the contact of a key unreadable: yours."""
        return pytest.skip("no fixture damage: no record is said to come to harm")

    @pytest.fixture
    def storage(self, make_storage: Callable[[], Storage]) -> Iterator[Storage]:
        """Give a new storage, and close it."""
        with closing(make_storage()) as made:
            yield made

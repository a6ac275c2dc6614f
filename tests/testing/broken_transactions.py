"""Storages whose transactions keep not their word."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext

from netzwerkwandel.testing import StorageConformance as Kit
from testing.broken import Broken


class IgnoresRollback(Broken):
    caught_by = (Kit.test_a_failed_transaction_leaves_nothing_behind,)

    @contextmanager
    def transaction(self):
        with self._held():
            yield


class SwallowsExceptions(Broken):
    caught_by = (Kit.test_a_failed_transaction_passes_its_exception_on,)

    @contextmanager
    def transaction(self):
        try:
            with super().transaction():
                yield
        except Exception:  # noqa: BLE001
            return


class KeepsTheOriginOfFailures(Broken):
    caught_by = (Kit.test_a_failed_transaction_leaves_the_origin_as_it_was,)

    @contextmanager
    def transaction(self):
        try:
            with super().transaction():
                try:
                    yield
                finally:
                    origin = self._origin
        except BaseException:
            self._origin = origin
            raise


class CommitsInnerTransactionsAtOnce(Broken):
    caught_by = (Kit.test_an_outer_transaction_that_fails_takes_back_the_inner_one_too,)

    def __init__(self):
        super().__init__()
        self._kept = []

    @contextmanager
    def transaction(self):
        self._kept.append(None)
        try:
            with super().transaction():
                yield
                if len(self._kept) > 1:
                    self._kept[:-1] = [self._now()] * (len(self._kept) - 1)
        except BaseException:
            if (kept := self._kept[-1]) is not None:
                for repository, records in zip(self._repositories(), kept, strict=True):
                    repository._records = records
            raise
        finally:
            self._kept.pop()

    def _now(self):
        return [dict(repository._records) for repository in self._repositories()]


class TakesBackTheOuterTransactionToo(Broken):
    caught_by = (Kit.test_an_inner_transaction_that_fails_takes_back_its_own_writes_only,)

    def __init__(self):
        super().__init__()
        self._outer = []

    @contextmanager
    def transaction(self):
        self._outer.append([each.take_back() for each in self._repositories()])
        try:
            yield
        except BaseException:
            for bring_back in self._outer[0]:
                bring_back()
            raise
        finally:
            self._outer.pop()


class IsNotThreadSafe(Broken):
    caught_by = (Kit.test_threads_that_read_and_write_in_transactions_count_right,)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        self._lock = nullcontext()


class ShowsWhatIsNotYetDone(Broken):
    caught_by = (Kit.test_nobody_else_sees_a_transaction_before_its_end,)
    history_sees_it = False

    class Every:
        def __iter__(self):
            return iter([self._records[name] for name in sorted(self._records)])


class ReadsWhatWasThereBefore(Broken):
    caught_by = (Kit.test_reads_within_a_transaction_see_the_writes_within,)

    class Every:
        before = None

        def __iter__(self):
            records = self._records if self.before is None else self.before
            return iter([records[name] for name in sorted(records)])

    class Events:
        def __iter__(self):
            return self.between()

    @contextmanager
    def transaction(self):
        for repository in self._repositories():
            repository.before = dict(repository._records)
        try:
            with super().transaction():
                yield
        finally:
            for repository in self._repositories():
                repository.before = None

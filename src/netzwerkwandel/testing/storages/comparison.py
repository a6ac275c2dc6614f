from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from netzwerkwandel.model import InteractionColumns
from netzwerkwandel.storage import MemoryStorage, Storage
from netzwerkwandel.testing.storages.calls import (
    Call,
    Iteration,
    events,
    iterations,
    reads,
    removals,
    saves,
    writes,
)
from netzwerkwandel.testing.storages.examples import BrokenOff, everything, written


# Not random: whoever runs the kit wants the same answer each time, and no file beside the tests.
# Hypothesis' checks of health are off, since a storage in a database may be as slow as it likes.
SETTINGS = settings(
    settings.get_profile("default"),
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
"""The same histories each time."""


class ComparedWithMemory(RuleBasedStateMachine):
    """The same calls to a storage and to one in memory: do both give the same answers?"""

    def __init__(self, make_storage: Callable[[], Storage]) -> None:
        super().__init__()
        self.memory, self.storage = MemoryStorage(), make_storage()
        self.transactions: list[tuple[AbstractContextManager[None], ...]] = []
        self.begun: list[tuple[Iterator[str], Iterator[str]]] = []
        self.version, self.known = 0, InteractionColumns.from_interactions([])

    @rule(call=writes)
    def write(self, call: Call) -> None:
        self._ask(call)

    @rule(call=events)
    def write_what_happened(self, call: Call) -> None:
        self._ask(call)

    @rule(call=saves)
    def save(self, call: Call) -> None:
        self._ask(call)

    @rule(call=removals)
    def forget(self, call: Call) -> None:
        self._ask(call)

    @rule(call=reads)
    def read(self, call: Call) -> None:
        self._ask(call)

    def _ask(self, call: Call) -> None:
        expected, answer = call.answer(self.memory), call.answer(self.storage)
        assert answer == expected

    @rule(iteration=iterations)
    def iterate(self, iteration: Iteration) -> None:
        expected, answer = iteration.begin(self.memory), iteration.begin(self.storage)
        assert list(answer) == list(expected)

    @rule(iteration=iterations)
    def begin_to_iterate(self, iteration: Iteration) -> None:
        # Read later, when more was written: it must show what was there now.
        self.begun.append((iteration.begin(self.memory), iteration.begin(self.storage)))

    @precondition(lambda self: self.begun)
    @rule()
    def go_on(self) -> None:
        expected, answer = self.begun.pop()
        assert list(answer) == list(expected)

    @rule()
    def begin(self) -> None:
        both = (self.memory.transaction(), self.storage.transaction())
        for transaction in both:
            transaction.__enter__()
        self.transactions.append(both)

    @precondition(lambda self: self.transactions)
    @rule()
    def end_well(self) -> None:
        for transaction in self.transactions.pop():
            transaction.__exit__(None, None, None)

    @precondition(lambda self: self.transactions)
    @rule()
    def fail(self) -> None:
        failure = BrokenOff()
        for transaction in self.transactions.pop():
            # False: what was raised within is passed on, and not swallowed.
            assert not transaction.__exit__(BrokenOff, failure, None)

    # After each step all is compared, so that Hypothesis finds the step that went wrong and not one
    # long after it.
    @invariant()
    def both_hold_the_same(self) -> None:
        assert everything(self.storage) == everything(self.memory)

    @precondition(lambda self: not self.transactions)
    @invariant()
    def what_was_known_and_what_came_since_are_all(self) -> None:
        later = self.storage.interactions.since(self.version)
        nothing = InteractionColumns.from_interactions([])
        known = (nothing if later.is_whole else self.known).joined(later.interactions)
        assert written(known) == written(self.storage.interactions)
        self.version, self.known = later.version, known

    def teardown(self) -> None:
        """Leave what was begun, and close the storage."""
        while self.transactions:
            self.fail()
        self.storage.close()


class AnswersAsMemory:
    """What no other test thought of."""

    def test_any_history_gives_the_answers_that_memory_gives(
        self, make_storage: Callable[[], Storage]
    ) -> None:
        class OfThisStorage(ComparedWithMemory):
            def __init__(self) -> None:
                super().__init__(make_storage)

        run_state_machine_as_test(OfThisStorage, settings=SETTINGS)

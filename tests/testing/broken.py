"""Storages in memory of which one thing is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from netzwerkwandel.storage import MemoryStorage, kinds
from netzwerkwandel.storage.memory_repositories import MemoryInteractions, MemoryRepository


class Untouched:
    """Nothing is done to all seven repositories."""


class UntouchedToo:
    """Nothing is done to the one of interactions."""


class Broken(MemoryStorage):
    """Memory of which one thing is changed.

    ``Every`` says what is done to all seven repositories, ``Events`` what to the interactions.
    """

    Every: ClassVar[type] = Untouched
    Events: ClassVar[type] = UntouchedToo
    caught_by: ClassVar[tuple[Callable[..., None], ...]]
    history_sees_it: ClassVar[bool] = True

    def __init__(self):
        super().__init__()
        several = type("Several", (self.Every, MemoryRepository), {})
        events = type("Interactions", (self.Events, self.Every, MemoryInteractions), {})
        for name in ("contacts", "found", "ties", "experiments", "suggestions", "decisions"):
            setattr(self, name, several(getattr(kinds, name.upper()), self._held))
        self.interactions = events(kinds.INTERACTIONS, self._held)

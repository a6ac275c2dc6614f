"""The kinds of records that are kept by name, and what names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Contact, Decision, Experiment, Interaction, Key, Tie
from netzwerkwandel.records import Found


Pair = tuple[Key, Key]
TieKey = tuple[Key, Key, str]
K = TypeVar("K", bound=Key | tuple[str, ...])
R = TypeVar("R", Contact, Decision, Experiment, Found, Interaction, Tie)


@attrs.frozen
class Kind(Generic[K, R]):
    """One kind of record.

    Parameters
    ----------
    noun : str
        What to call one.
    record : type
        Its class.
    name : callable
        What names a record: its key, or the pair of its keys.
    """

    noun: str
    record: type[R]
    name: Callable[[R], K]

    def missing(self, name: K) -> NotFoundError:
        """The error for a name that nothing has."""
        text = " and ".join(filter(None, name)) if isinstance(name, tuple) else str(name)
        return NotFoundError(self.noun, text)


CONTACTS = Kind[Key, Contact]("contact", Contact, lambda contact: contact.key)
FOUND = Kind[Key, Found]("found contact", Found, lambda found: found.key)
TIES = Kind[TieKey, Tie]("tie", Tie, lambda tie: tie.key)
INTERACTIONS = Kind[Key, Interaction]("interaction", Interaction, lambda event: event.key)
EXPERIMENTS = Kind[Key, Experiment]("experiment", Experiment, lambda each: each.key)
DECISIONS = Kind[Pair, Decision]("decision", Decision, lambda decision: decision.pair)

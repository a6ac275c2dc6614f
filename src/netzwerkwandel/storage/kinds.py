"""The kinds of records that are kept by name, what names them, and which of each there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

import attrs

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Contact, Decision, Experiment, Interaction, Key, Tie
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.records import Found, Records


Pair = tuple[Key, Key]
TieKey = tuple[Key, Key, str]
K = TypeVar("K", bound=Key | tuple[str, ...])
R = TypeVar("R", Contact, Decision, Experiment, Found, Interaction, Tie)


@attrs.frozen
class Kind(Generic[K, R]):
    """One kind of record: what is one called, and what names it?

    Parameters
    ----------
    noun : str
        What to call one.
    record : type
        Its class.
    name : callable
        What names a record: its key, or the pair of its keys.
    within : callable
        Those of this kind that there are in ``Records``.
    columns : tuple of str
        What the parts of a name are called; a name of one part is a text, of several a tuple.

    Examples
    --------
    >>> TIES.name(Tie(a="card:mara", b="card:ben")), TIES.columns
    (('card:mara', 'card:ben', ''), ('a', 'b', 'since'))
    """

    noun: str
    record: type[R]
    name: Callable[[R], K]
    within: Callable[[Records], Iterable[R]]
    columns: tuple[str, ...] = ("key",)

    def missing(self, name: K) -> NotFoundError:
        """Make the error for a name that nothing has.

        Parameters
        ----------
        name : str or tuple of str
            The name.

        Returns
        -------
        NotFoundError
            To be raised.

        Examples
        --------
        >>> CONTACTS.missing("card:1")
        NotFoundError('contact', 'card:1')
        """
        text = " and ".join(filter(None, name)) if isinstance(name, tuple) else str(name)
        return NotFoundError(self.noun, text)

    def check(self, record: object) -> None:
        """Refuse what is no record of this kind, as ``put`` must.

        Parameters
        ----------
        record : object
            What was given.

        Raises
        ------
        InvalidArgumentError
            If it is something else.

        Examples
        --------
        >>> CONTACTS.check("Ben")
        Traceback (most recent call last):
        netzwerkwandel.errors.InvalidArgumentError: record must be a Contact, got str 'Ben'
        """
        check_kind("record", record, self.record)

    def parts(self, name: object) -> tuple[str, ...]:
        """Take a name apart, or refuse what cannot be one, as ``get`` and ``remove`` must.

        Parameters
        ----------
        name : str or tuple of str
            The name.

        Returns
        -------
        tuple of str
            A text for each of ``columns``.

        Raises
        ------
        InvalidArgumentError
            If it is no text, or not so many.

        Examples
        --------
        >>> CONTACTS.parts("card:1"), DECISIONS.parts(("card:1", "card:2"))
        (('card:1',), ('card:1', 'card:2'))
        """
        parts = (name,) if len(self.columns) == 1 else name
        is_name = isinstance(parts, tuple) and len(parts) == len(self.columns)
        if isinstance(parts, tuple) and is_name and all(isinstance(part, str) for part in parts):
            return parts
        rule = "a text" if len(self.columns) == 1 else f"a tuple ({', '.join(self.columns)})"
        raise InvalidArgumentError(
            f"key must be {rule}, got {name!r:.80} for the key of one {self.noun}"
        )


def _found(records: Records) -> Iterator[Found]:
    """What exports said, by the key they said it of."""
    by_key: dict[Key, list[Contact]] = {}
    for contact in records.found:
        by_key.setdefault(contact.key, []).append(contact)
    for key, contacts in by_key.items():
        yield Found(key=key, contacts=contacts)


def _decisions(records: Records) -> Iterator[Decision]:
    """What was decided about who is who."""
    for a, b in sorted(records.merged):
        yield Decision(a=a, b=b, is_one_person=True)
    for a, b in sorted(records.kept_apart):
        yield Decision(a=a, b=b, is_one_person=False)


CONTACTS = Kind[Key, Contact](
    noun="contact",
    record=Contact,
    name=lambda contact: contact.key,
    within=lambda records: records.contacts,
)
FOUND = Kind[Key, Found](
    noun="found contact", record=Found, name=lambda found: found.key, within=_found
)
TIES = Kind[TieKey, Tie](
    noun="tie",
    record=Tie,
    name=lambda tie: tie.key,
    within=lambda records: records.ties,
    columns=("a", "b", "since"),
)
INTERACTIONS = Kind[Key, Interaction](
    noun="interaction",
    record=Interaction,
    name=lambda event: event.key,
    within=lambda records: records.interactions,
)
EXPERIMENTS = Kind[Key, Experiment](
    noun="experiment",
    record=Experiment,
    name=lambda experiment: experiment.key,
    within=lambda records: records.experiments,
)
DECISIONS = Kind[Pair, Decision](
    noun="decision",
    record=Decision,
    name=lambda decision: decision.pair,
    within=_decisions,
    columns=("a", "b"),
)

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, overload

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.arrays import FloatArray, IntArray, SmallIntArray, freeze, starts_of
from netzwerkwandel.model.column_rules import (
    NOBODY,
    check_all_keys,
    check_channels,
    check_durations,
    check_lengths,
    check_moments,
    check_offsets,
    check_order,
    check_participants,
    check_people,
    check_senders,
    check_unique,
    numbers,
    rows_that_rise,
    small_numbers,
    whole_numbers,
)
from netzwerkwandel.model.columns import Columns
from netzwerkwandel.model.interaction import Interaction, more_complete
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.laying_out import laid_out, made_of
from netzwerkwandel.model.packing import Unchanging, packed
from netzwerkwandel.model.validation import instances, values


AT_A_TIME = 4096
"""So many interactions are made of their columns at a time, which is quicker than one by one."""
_NAMES = tuple(field.name for field in attrs.fields(Columns))


def _keys(value: Iterable[Key]) -> tuple[Key, ...]:
    return values(value)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InteractionColumns(Unchanging, Sequence[Interaction]):
    """What happened between people, a million times: how is it kept without a million objects?

    A sequence of interactions in the order of their moments, and of their keys at one moment. It is
    equal to the tuple of them, and makes each when it is asked for. Not meant to be written by
    hand: see ``from_interactions``.

    Parameters
    ----------
    keys : sequence of str
        The keys of the interactions.
    at : array of int64, shape (n,)
        The moments, in microseconds since 1970 in UTC.
    offset : array of int64, shape (n,)
        The offsets from UTC where they happened, in microseconds.
    channel : array of int8, shape (n,)
        The channels, by their place in ``Channel``.
    sender : array of int64, shape (n,)
        Who wrote or called, by place in ``people``; -1 where nobody did.
    duration : array of float64, shape (n,)
        In hours; nan where it is not known.
    starts : array of int64, shape (n + 1,)
        Where the participants of each begin, and where those of the last end.
    participants : array of int64, shape (starts[-1],)
        Everyone who took part in each, by place in ``people``, in that order.
    people : sequence of str
        Everyone who took part in any, each once, in the order of their keys.

    Raises
    ------
    InvalidRecordError
        If any of them breaks a rule of ``Interaction`` or the columns do not fit together. What is
        not in order is refused, not sorted.

    Notes
    -----
    The arrays are read-only: arrays that nobody can change are kept as they are, and all others
    are copied. Making all interactions costs as much as if they had been given one by one.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> lunch = Interaction(
    ...     key="lunch", when=datetime(2026, 3, 9, 12, tzinfo=UTC), participants=["ben", "eva"]
    ... )
    >>> columns = InteractionColumns.from_interactions([lunch])
    >>> columns, columns == (lunch,), columns.people
    (InteractionColumns(1), True, ('ben', 'eva'))
    """

    keys: tuple[Key, ...] = attrs.field(converter=_keys, validator=check_all_keys)
    at: IntArray = attrs.field(converter=whole_numbers)
    offset: IntArray = attrs.field(converter=whole_numbers, validator=check_offsets)
    channel: SmallIntArray = attrs.field(converter=small_numbers, validator=check_channels)
    sender: IntArray = attrs.field(converter=whole_numbers)
    duration: FloatArray = attrs.field(converter=numbers, validator=check_durations)
    starts: IntArray = attrs.field(converter=whole_numbers)
    participants: IntArray = attrs.field(converter=whole_numbers)
    people: tuple[Key, ...] = attrs.field(converter=_keys, validator=check_people)

    def __attrs_post_init__(self) -> None:
        names = ("at", "offset", "channel", "sender", "duration")
        columns = [(name, getattr(self, name), 0) for name in names]
        check_lengths(len(self), [*columns, ("starts", self.starts, 1)])
        check_unique("interaction", self.keys)
        check_moments(self.at, self.offset)
        check_order(self.at, self.keys)
        check_participants(self.keys, self.starts, self.participants, len(self.people))
        check_senders(self.keys, self.sender, self.starts, self.participants)

    @classmethod
    def _of(cls, columns: Columns) -> InteractionColumns:
        """Keep columns that are known to keep every rule, as those made of other columns are."""
        made = cls.__new__(cls)
        made.__setstate__({name: getattr(columns, name) for name in _NAMES})
        return made

    def __getstate__(self) -> dict[str, Any]:
        return {name: packed(getattr(self, name)) for name in _NAMES}

    def __setstate__(self, columns: Mapping[str, Any]) -> None:
        # Arrays of a pickle are writeable, and need no check.
        for name, column in columns.items():
            if isinstance(column, np.ndarray):
                freeze(column)
            object.__setattr__(self, name, column)

    def _columns(self) -> Columns:
        return Columns(**{name: getattr(self, name) for name in _NAMES})

    @classmethod
    def from_interactions(cls, interactions: Iterable[Interaction]) -> InteractionColumns:
        """Lay out interactions in columns: who took part in what, when, and by which channel?

        Parameters
        ----------
        interactions : sequence of Interaction
            In any order.

        Returns
        -------
        InteractionColumns
            Equal to the tuple of them in order; columns are returned as they are.

        Raises
        ------
        InvalidRecordError
            If one is no interaction, or two have one key.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
        >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva"])
        >>> InteractionColumns.from_interactions([lunch]).participants.tolist()
        [0, 1]
        """
        if isinstance(interactions, InteractionColumns):
            return interactions
        given = instances(Interaction, "interactions", interactions)
        if not given:
            return _NOTHING
        check_unique("interaction", [event.key for event in given])
        return cls._of(laid_out(given))

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Interaction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Interaction, ...]: ...
    def __getitem__(self, index: int | slice) -> Interaction | tuple[Interaction, ...]:
        places = range(len(self))[index]
        if isinstance(places, int):
            return next(self._made(places, places + 1))
        if places.step == 1:
            # A range may end before it begins, as that of [3:1] does: there is nothing in it.
            return tuple(self._made(places.start, max(places.start, places.stop)))
        return tuple(self[place] for place in places)

    def __iter__(self) -> Iterator[Interaction]:
        n = len(self)
        for first in range(0, n, AT_A_TIME):
            yield from self._made(first, min(first + AT_A_TIME, n))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, InteractionColumns):
            # Equal moments are equal in whatever place they were, so offsets are not compared.
            arrays = ("at", "channel", "sender", "starts", "participants")
            return (
                self.keys == other.keys
                and self.people == other.people
                and all(np.array_equal(getattr(self, n), getattr(other, n)) for n in arrays)
                and np.array_equal(self.duration, other.duration, equal_nan=True)
            )
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"InteractionColumns({len(self):,})"

    def take(self, rows: npt.ArrayLike) -> InteractionColumns:
        """Choose some of the interactions; who took part in none of them is not there any more.

        Parameters
        ----------
        rows : array of bool, shape (n,), or array of int
            A mask, or places that rise.

        Returns
        -------
        InteractionColumns
            The chosen ones, in their order; the same object where these are all.

        Raises
        ------
        InvalidArgumentError
            If ``rows`` is neither.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
        >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva"])
        >>> tea = Interaction(key="tea", when=noon.replace(hour=16), participants=["eva", "noor"])
        >>> InteractionColumns.from_interactions([lunch, tea]).take([1]).people
        ('eva', 'noor')
        """
        chosen = rows_that_rise(rows, len(self))
        if len(chosen) == len(self):
            return self
        return self._of(self._columns().take(chosen).among_participants())

    def joined(self, other: InteractionColumns) -> InteractionColumns:
        """Join what happened by two sources: each key once, as the more complete copy tells it.

        Parameters
        ----------
        other : InteractionColumns
            What another source tells of the same people, or a newer reading of the same one.

        Returns
        -------
        InteractionColumns
            Both together, in order; the same object where the other has nothing to add. Of two
            copies the one with more participants stays.

        Raises
        ------
        InvalidArgumentError
            If ``other`` is no ``InteractionColumns``.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
        >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva"])
        >>> fuller = Interaction(key="lunch", when=noon, participants=["ben", "eva", "noor"])
        >>> known, news = map(InteractionColumns.from_interactions, ([lunch], [fuller]))
        >>> known.joined(news)[0].participants
        ('ben', 'eva', 'noor')
        """
        if not len(check_kind("other", other, InteractionColumns)):
            return self
        if not len(self):
            return other
        people = self.people
        if not set(people).issuperset(other.people):
            people = tuple(sorted({*people, *other.people}))
        mine, others = self._columns().among(people), other._columns().among(people)
        in_both = set(other.keys).intersection(self.keys)
        if in_both:
            place = {key: i for i, key in enumerate(other.keys)}
            here = np.array([i for i, key in enumerate(self.keys) if key in in_both])
            there = np.array([place[self.keys[i]] for i in here.tolist()])
            replaced = ~mine.alike(here, others, there)
            for i in np.flatnonzero(replaced).tolist():
                known, copy = self[int(here[i])], other[int(there[i])]
                replaced[i] = more_complete(known, copy) is copy
            stays, comes = np.ones(len(self), dtype=bool), np.ones(len(other), dtype=bool)
            stays[here], comes[there] = ~replaced, replaced
            mine, others = mine.take(np.flatnonzero(stays)), others.take(np.flatnonzero(comes))
        if not others.keys:
            return self
        merged = mine.merged(others)
        if in_both:
            # A copy that gives way to another may take people with it who did nothing else.
            return self._of(merged.among_participants())
        return self._of(merged)

    def rows_by_person(
        self, people: Collection[Key], person_of: Mapping[Key, Key]
    ) -> dict[Key, set[int]]:
        """In which interactions did some people take part, by whatever of their keys?

        Parameters
        ----------
        people : collection of str
            The people.
        person_of : mapping of str to str
            Whom each key of a participant means.

        Returns
        -------
        dict of str to set of int
            For each of the people the places of these interactions; whoever took part in none is
            left out.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
        >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva"])
        >>> columns = InteractionColumns.from_interactions([lunch])
        >>> columns.rows_by_person(["Eva"], {"ben": "Ben", "eva": "Eva"})
        {'Eva': {0}}
        """
        number = {person: n for n, person in enumerate(dict.fromkeys(people))}
        meant = [number.get(person_of[key], NOBODY) for key in self.people]
        who = np.array(meant, dtype=np.int64)[self.participants]
        places = np.flatnonzero(who != NOBODY)
        # Numbers of 16 bits and less are sorted in a thirtieth of the time.
        who = who[places].astype(np.min_scalar_type(len(number)))
        # Three took part in row 0 and two in row 1: place 3 of the participants is of row 1.
        rows = np.repeat(np.arange(len(self)), np.diff(self.starts))[places]
        # In the order of the people 0 1 2, who took part in 2 0 1 rows, those of the first are at
        # 0 to 2, those of the second from 2 to 2, and those of the third from 2 to 3.
        by_person = rows[np.argsort(who, kind="stable")]
        bounds = pairwise(starts_of(np.bincount(who, minlength=len(number))).tolist())
        return {
            person: set(by_person[begin:end].tolist())
            for person, (begin, end) in zip(number, bounds, strict=True)
            if begin < end
        }

    def _made(self, first: int, last: int) -> Iterator[Interaction]:
        return made_of(self._columns(), first, last)


# Of thousands of cards each tells that nothing happened.
_NOTHING = InteractionColumns(
    keys=(),
    at=[],
    offset=[],
    channel=[],
    sender=[],
    duration=[],
    starts=[0],
    participants=[],
    people=(),
)

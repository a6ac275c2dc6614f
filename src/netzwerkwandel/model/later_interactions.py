"""What happened since, among what was known: two histories that are joined when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Self, SupportsIndex, overload

import attrs
import numpy as np
import numpy.typing as npt
from typing_extensions import override

from netzwerkwandel.model.arrays import IntArray, SmallIntArray
from netzwerkwandel.model.columns import FEW_KEYS, Columns, insertion_places
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key


_COLUMNS = frozenset(field.name for field in attrs.fields(Columns))


class LaterInteractions(InteractionColumns):
    """A few interactions more than were known, none with a known key; equal to them joined.

    To copy the columns of a million interactions takes longer than all else that one new mail asks
    for. So what is known stays as it is, with what is new beside it, until somebody asks for a
    column of both, which is made then.
    """

    __slots__ = ("_hashes", "_known", "_news", "_places")
    _known: InteractionColumns
    _news: InteractionColumns
    _places: IntArray
    _hashes: list[IntArray]

    @classmethod
    def after(cls, known: InteractionColumns) -> Self:
        """Nothing more than is known, to which more can be added."""
        if isinstance(known, cls):
            return known
        return cls._with(known, InteractionColumns.from_interactions(()), [])

    @classmethod
    def _with(
        cls, known: InteractionColumns, news: InteractionColumns, hashes: list[IntArray]
    ) -> Self:
        made = cls.__new__(cls)
        places = insertion_places(known.at, known.keys, news.at, news.keys) + np.arange(len(news))
        parts = {"_known": known, "_news": news, "_places": places, "_hashes": hashes}
        for name, value in parts.items():
            object.__setattr__(made, name, value)
        return made

    @property
    def news(self) -> InteractionColumns:
        """Those that came later, alone."""
        return self._news

    def with_more(self, news: InteractionColumns) -> Self:
        """Add interactions with keys of their own."""
        return self._with(self._known, self._news.joined(news), self._hashes)

    def shared_with(self, news: InteractionColumns) -> set[Key]:
        """Which keys others have that are known."""
        # To look at each of a million keys takes longer, too, than all else. With their hashes, in
        # order, it is done only if one of a few others may be among them.
        asked, known = set(news.keys), self._known.keys
        in_known = asked.intersection(self._news.keys)
        if len(asked) <= FEW_KEYS:
            self._hashes[:] = self._hashes or [hashes_of(known)]
            hashes, of_news = self._hashes[0], hashes_of(news.keys)
            first, last = (np.searchsorted(hashes, of_news, side) for side in ("left", "right"))
            if np.array_equal(first, last):
                return in_known
        return in_known | asked.intersection(known)

    def places_for(self, news: InteractionColumns) -> IntArray:
        """Where others, with keys of their own, will stand among all."""
        # Before the new one 4 stand two of the known ones 1 3 7, and one of those that came later,
        # 2 5: it is number 3 in 1 2 3 4 5 7. Of several each stands after those before it, too.
        before = np.arange(len(news))
        for part in (self._known, self._news):
            before += insertion_places(part.at, part.keys, news.at, news.keys)
        return before

    def told_of(self, rows: IntArray) -> tuple[tuple[Key, ...], SmallIntArray]:
        """The keys and the channels of some interactions, in order."""
        # Of 0 to 4, where 1 and 3 are new, 4 is the known 2: less the new ones before it.
        before = np.searchsorted(self._places, rows)
        is_new = np.searchsorted(self._places, rows, side="right") > before
        old, new = (rows - before)[~is_new], before[is_new]
        channels = np.empty(len(rows), dtype=np.int8)
        channels[~is_new], channels[is_new] = self._known.channel[old], self._news.channel[new]
        keys = list(_some(self._known.keys, old))
        for place, i in zip(np.flatnonzero(is_new).tolist(), new.tolist(), strict=True):
            keys.insert(place, self._news.keys[i])
        return tuple(keys), channels

    @overload
    def __getitem__(self, index: int) -> Interaction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Interaction, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Interaction | tuple[Interaction, ...]:
        places = range(len(self))[index]
        if not isinstance(places, int):
            return super().__getitem__(index)
        before = int(np.searchsorted(self._places, places))
        is_new = before < len(self._places) and self._places[before] == places
        return self._news[before] if is_new else self._known[places - before]

    def laid_out(self) -> InteractionColumns:
        """All of them, in columns of their own."""
        return self._known.joined(self._news)

    def __getattr__(self, name: str) -> object:
        """Make the columns of both, when one of them is asked for."""
        if name not in _COLUMNS:
            raise AttributeError(f"{type(self).__name__} has no {name}")
        joined = self.laid_out()
        for each in _COLUMNS:
            object.__setattr__(self, each, getattr(joined, each))
        return getattr(joined, name)

    @override
    def take(self, rows: npt.ArrayLike) -> InteractionColumns:
        return self.laid_out().take(rows)

    @override
    def joined(self, other: InteractionColumns) -> InteractionColumns:
        whole = self.laid_out()
        both = whole.joined(other)
        return self if both is whole else both

    @override
    def __len__(self) -> int:
        return len(self._known) + len(self._news)

    @override
    def __reduce_ex__(self, _: SupportsIndex) -> tuple[object, ...]:
        return InteractionColumns.from_interactions, (self.laid_out(),)


def hashes_of(keys: Sequence[Key]) -> IntArray:
    """The hashes of some keys, in order; they are others in each process."""
    return np.sort(np.fromiter(map(hash, keys), np.int64, len(keys)))


def told_of(happened: InteractionColumns, rows: IntArray) -> tuple[tuple[Key, ...], SmallIntArray]:
    """The keys and the channels of some interactions, at their own cost.

    Parameters
    ----------
    happened : InteractionColumns
        What happened.
    rows : IntArray, shape (n_rows,)
        Places, in order.

    Returns
    -------
    tuple of str, and SmallIntArray, shape (n_rows,)
        One of each for each place; channels as numbers, in the order of ``Channel``.
    """
    if isinstance(happened, LaterInteractions):
        return happened.told_of(rows)
    return _some(happened.keys, rows), happened.channel[rows]


def _some(keys: Sequence[Key], places: IntArray) -> tuple[Key, ...]:
    """The keys at some places, fetched at once: a loop waits for memory twice as long."""
    if len(places) < 2:  # of one alone itemgetter makes no tuple
        return tuple(keys[i] for i in places.tolist())
    several: tuple[Key, ...] = itemgetter(*places.tolist())(keys)
    return several

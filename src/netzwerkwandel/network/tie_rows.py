"""Rows of ties, and how columns over them are kept: what ``Ties`` rests on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Any, Self, TypeVar, cast

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, shown, shown_choice
from netzwerkwandel.model import Channel, Contact, Interaction
from netzwerkwandel.model.arguments import check_callable, check_member
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.model.moments import SECONDS_A_DAY, SECONDS_A_YEAR
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, column, freeze
from netzwerkwandel.network.carried import MadeOf
from netzwerkwandel.network.circles import all_ties_of_sources
from netzwerkwandel.network.history import History
from netzwerkwandel.network.snapshot import Snapshot
from netzwerkwandel.texts import Shown


A = TypeVar("A", bound=npt.NDArray[Any])

A_WEEK = 7.0
"""Days from the first to the last contact from which it was more than one exchange."""

SEVERAL_DAYS = 3
"""On so many days of contact it was more than one exchange, however close they lie."""

HALF_SHARED = 50.0
"""Days of contact that make up half of a past spent together as long as can be."""


TOLD = (
    "weight strength closeness trust reciprocity contact_days silence is_dormant redundancy "
    "constraint embeddedness overlap reach novelty"
).split()
"""The columns of a frame of ties, unless others are asked for."""


# Without slots, so that each column is a property with its docstring, which help() shows.
@attrs.frozen(eq=False, repr=False, slots=False)
class TieRows(Shown):
    """Some directed ties of a network: from whom does each lead, and to whom?

    Parameters
    ----------
    network : Network
        Where the ties are.
    positions : IntArray, shape (n_rows,)
        Which directed ties of the network the rows are.
    whole : Ties, optional
        All ties of the network, where these are a portion of them, with all ties of some people.
    """

    network: Snapshot
    positions: IntArray
    whole: TieRows | None = None
    _kept: dict[Hashable, npt.NDArray[Any]] = attrs.field(factory=dict, init=False)

    def __len__(self) -> int:
        return len(self.positions)

    def __repr__(self) -> str:
        return f"Ties({len(self):,} rows)"

    def to_frame(self, library: Library | None = None, *, columns: Iterable[str] = TOLD) -> object:
        """Give the ties as a data frame: from whom each leads, to whom, and what it is like.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.
        columns : sequence of str
            Which columns, by the names of the properties of ``Ties``.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            ``source`` and ``target`` by key, and the columns; a row for each of the ties.

        Raises
        ------
        InvalidArgumentError
            If there is no such column, or the library is none of these.
        MissingExtraError
            If it is not installed.

        Examples
        --------
        >>> from netzwerkwandel.network import Network
        >>> network = Network.from_edges(["ada", "ada"], ["ben", "eva"], [2.0, 1.0])
        >>> frame = network.ties_of("ada").to_frame("polars", columns=["weight", "redundancy"])
        >>> frame.rows()
        [('ada', 'ben', 2.0, 0.0), ('ada', 'eva', 1.0, 0.0)]
        """
        if isinstance(columns, str) or not isinstance(columns, Iterable):
            raise InvalidArgumentError(f"columns must be a list of names, got {shown(columns)}")
        wanted, there = list(columns), self._names()
        if unknown := [name for name in wanted if name not in there]:
            raise InvalidArgumentError(
                f"columns must be of {', '.join(there)}, got {shown_choice(unknown[0])}"
            )
        keys = self.network.keys
        ends = {"source": self.source, "target": self.target}
        named = {name: [keys[i] for i in end.tolist()] for name, end in ends.items()}
        rest = {name: getattr(self, name) for name in wanted if name not in named}
        return data_frame(named | rest, library)

    @cached_property
    def _completed(self) -> Self | None:
        """All ties of the people from whom these start, where some are missing here."""
        # Not these themselves where none is: what refers to itself stays until it is looked for.
        if self.whole is not None:
            return None
        positions = all_ties_of_sources(self.network.csr, self.positions)
        is_complete = np.array_equal(positions, self.positions)
        return None if is_complete else type(self)(self.network, positions)

    @classmethod
    def _names(cls) -> list[str]:
        """The names of all columns, those of a subclass, too."""
        found = (
            name
            for each in cls.__mro__
            for name, value in vars(each).items()
            if isinstance(value, cached_property) and not name.startswith("_")
        )
        return sorted(set(found))

    @column
    def source(self) -> IntArray:
        """Index of the person who has the contact."""
        return self.network.sources[self.positions]

    @column
    def target(self) -> IntArray:
        """Index of the contact."""
        return self.network.indices[self.positions]

    @column
    def weight(self) -> FloatArray:
        """The weight of the tie in the network, above 0."""
        return self.network.weights[self.positions]

    @column
    def _pair(self) -> IntArray:
        return self.network.pair[self.positions]

    @property
    def _history(self) -> History:
        return self.network.history

    @column
    def strength(self) -> FloatArray:
        """Decayed strength now; 0 where there never was a contact. The weight if not measured."""
        if not self._history.is_measured:
            return self.weight
        return self._history.strength[self._pair]

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest: a dormant tie is one that *was* strong."""
        if not self._history.is_measured:
            return self.weight
        return self._history.peak_strength[self._pair]

    @column
    def silence(self) -> FloatArray:
        """Years since the last contact; nan if there never was one, or nothing was measured."""
        return (self._history.as_of - self.last_contact) / SECONDS_A_YEAR

    @column
    def rhythm(self) -> FloatArray:
        """Median days between days of contact; nan below three of them."""
        return self._history.rhythm_of(self._pair)

    @column
    def is_dormant(self) -> BoolArray:
        """Whether the tie had strength once, and sleeps by its years or by its own rhythm."""
        tie_strength = self.network.tie_strength
        days = self.silence * 365.25
        is_silent = self.silence >= tie_strength.dormant_years
        rows = np.flatnonzero((days > tie_strength.shortest_sleep) & ~is_silent)
        if len(rows):
            rhythm = self._history.rhythm_of(self._pair[rows])
            is_silent[rows] = days[rows] > tie_strength.dormant_rhythms * rhythm
        return (self.peak_strength > 0) & is_silent

    @column
    def has_lasted(self) -> BoolArray:
        """Whether there was contact on three days, or again a week or more after the first time."""
        span = self.last_contact - self.first_contact
        return (span >= A_WEEK * SECONDS_A_DAY) | (self.contact_days >= SEVERAL_DAYS)

    @column
    def intensity(self) -> FloatArray:
        """How intense the contact is now, 0 to 1, saturating in strength."""
        return self.strength / (self.strength + self.network.half_bandwidth)

    @column
    def bandwidth(self) -> FloatArray:
        """How much gets through the tie, 0 to 1, saturating in strength.

        A tie that fell silent keeps a part of what it was at its peak, since trust and a shared
        perspective outlast the contact (Levin, Walter & Murnighan 2011, Organization Science); one
        exchange, of a day or two within a week, leaves neither.
        """
        tie_strength = self.network.tie_strength
        residue = np.where(self.has_lasted, tie_strength.residue, 0.0)
        kept = np.maximum(self.strength, residue * self.peak_strength)
        worth = np.maximum(kept, np.minimum(self.weight, tie_strength.stated))
        return worth / (worth + self.network.half_bandwidth)

    @column
    def reciprocity(self) -> FloatArray:
        """How mutual the contact is: days the one reached out over days the other did.

        The smaller over the larger, 0 to 1; 0 is one-sided, and a meeting counts for both. nan
        where nobody is known to have reached out.
        """
        first, second = self._history.initiated(self._pair).T
        most = np.maximum(first, second)
        return np.where(most > 0, np.minimum(first, second) / np.maximum(most, 1), np.nan)

    @column
    def contact_days(self) -> IntArray:
        """Distinct days of contact."""
        return self._history.days[self._pair]

    @column
    def first_contact(self) -> FloatArray:
        """The first contact in seconds since 1970 (UTC); nan if there never was one."""
        return self._history.first(self._pair)

    @column
    def last_contact(self) -> FloatArray:
        """The last contact in seconds since 1970 (UTC); nan if there never was one."""
        return self._history.last(self._pair)

    @column
    def last_talk(self) -> FloatArray:
        """The last meeting or call in seconds since 1970 (UTC); nan if there never was one."""
        return self._history.last_talk(self._pair)

    @column
    def answers(self) -> FloatArray:
        """Does the contact answer, as far as it is known?

        1 where both reached out; one half where only the contact did, and never got an answer; 0
        where only source did, and never got one; nan where nobody is known to have reached out.
        """
        first, second = self._history.initiated(self._pair).T > 0
        is_first = self.source < self.target
        hers, mine = np.where(is_first, second, first), np.where(is_first, first, second)
        return np.where(hers & mine, 1.0, np.where(hers, 0.5, np.where(mine, 0.0, np.nan)))

    @column
    def talks(self) -> IntArray:
        """How many meetings and calls there were."""
        return self._history.talks(self._pair)

    def touches_by(self, channel: Channel) -> IntArray:
        """How many touches were there by one channel, such as mail?

        Parameters
        ----------
        channel : Channel
            The channel, or its text.

        Returns
        -------
        IntArray, shape (n_rows,)
            The number for each tie; 0 where nothing was measured.

        Raises
        ------
        InvalidArgumentError
            If there is no such channel.
        """
        return self._history.touches_by(check_member("channel", Channel, channel))[self._pair]

    @column
    def shared_time(self) -> FloatArray:
        """How much past time was spent together, 0 to 1, saturating in days of contact.

        0 where no contact was measured. Half at ``HALF_SHARED`` days.
        """
        return self.contact_days / (self.contact_days + HALF_SHARED)

    def interactions_of(self, row: int) -> tuple[Interaction, ...]:
        """What happened between the two people of a row?

        Parameters
        ----------
        row : int
            The place of the row among these ties, from 0.

        Returns
        -------
        tuple of Interaction
            The oldest first; none where nothing was measured.

        Raises
        ------
        IndexError
            If there is no such row.
        """
        return tuple(self.network.interactions[i] for i in self.interaction_rows(row).tolist())

    def interaction_rows(self, row: int) -> IntArray:
        """Which interactions of the network are behind a row?

        Parameters
        ----------
        row : int
            The place of the row among these ties, from 0.

        Returns
        -------
        IntArray, shape (n_interactions,)
            Their places in ``network.interactions``, the oldest first; none where nothing was
            measured.

        Raises
        ------
        IndexError
            If there is no such row.
        """
        return self._history.events(int(self._pair[row]))

    def of_contacts(self, value: Callable[[Contact], float]) -> FloatArray:
        """What do the records say of each contact, as a number?

        Parameters
        ----------
        value : callable
            From a ``Contact`` to a number; asked once for each person, however many rows lead to
            her.

        Returns
        -------
        FloatArray, shape (n_rows,)
            What it said; 0 where the network was not built from records.

        Raises
        ------
        Exception
            Whatever ``value`` raises.
        """
        check_callable("value", value)
        return self._of_targets(lambda whom: np.array(list(map(value, whom)), dtype=np.float64))

    def _of_targets(self, values: Callable[[list[Contact]], FloatArray]) -> FloatArray:
        """What is computed for each contact once, for every row that leads to her."""
        people = self.network.contacts
        if not people:
            return np.zeros(len(self))
        whom, where = np.unique(self.target, return_inverse=True)
        return values([people[i] for i in whom.tolist()])[where]

    def _keep(self, name: Hashable, compute: Callable[[], A]) -> A:
        if name not in self._kept:
            values = compute()
            freeze(values)
            self._kept[name] = values
        return cast("A", self._kept[name])

    def worked_out(
        self, name: str, made_of: MadeOf, compute: Callable[[], A], wish: object = None
    ) -> A:
        """A column that the next network may have, too; of everybody at once it is not kept."""
        if 2 * len(self) > len(self.network.csr):
            return compute()
        rows = self.target if made_of is MadeOf.PEOPLE else self.positions
        return self.network.carried.once(name, made_of, compute, rows, wish)

    def column(self, compute: Callable[[Self], A]) -> A:
        """A column of your own: computed on first use, kept, and read-only from then on.

        Parameters
        ----------
        compute : callable
            From these ties to an array of shape (n_rows,); always the same function.

        Returns
        -------
        array, shape (n_rows,)
            What the function returned.

        Raises
        ------
        Exception
            Whatever ``compute`` raises.
        """
        check_callable("compute", compute)
        return self._keep(compute, lambda: compute(self))

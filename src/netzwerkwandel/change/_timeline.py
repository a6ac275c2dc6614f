from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Literal, overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change._network_change import NetworkChange, change_between
from netzwerkwandel.change.standing import standing
from netzwerkwandel.change.steps import Every, steps
from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.metrics.columns import data_frame
from netzwerkwandel.model import Goal
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.network import FloatArray, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records


@attrs.frozen(repr=False)
class Timeline(Sequence[NetworkChange]):
    """How a person's network changed, step by step: each step compared with the one before.

    Parameters
    ----------
    steps : sequence of NetworkChange
        In the order of time.
    """

    steps: tuple[NetworkChange, ...]

    @overload
    def __getitem__(self, index: int) -> NetworkChange: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[NetworkChange, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> NetworkChange | tuple[NetworkChange, ...]:
        return self.steps[index]

    @override
    def __len__(self) -> int:
        return len(self.steps)

    def __repr__(self) -> str:
        return f"Timeline({len(self)} steps)"

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The end of each step."""
        return tuple(moment for step in self.steps if (moment := step.moments[1]) is not None)

    def column(self, name: str) -> FloatArray:
        """One figure of every step, shape (n_steps,).

        Parameters
        ----------
        name : str
            One of the names of ``NetworkChange.figures``.

        Raises
        ------
        NotFoundError
            If there is no such figure.
        """
        rows = [step.figures() for step in self.steps]
        if rows and name not in rows[0]:
            raise NotFoundError("figure of a change", name)
        return np.array([row[name] for row in rows], dtype=np.float64)

    @property
    def usual_signature_distance(self) -> float:
        """The mean distance of a step's social signature from that of the step before.

        nan where there is none.
        """
        distances = self.column("signature_distance")
        known = distances[~np.isnan(distances)]
        return float(known.mean()) if len(known) else float("nan")

    @property
    def oscillation(self) -> int:
        """How often constraint turned from rising to falling, or back."""
        moves = np.diff(self.column("constraint"))
        signs = np.sign(moves[~np.isnan(moves) & (moves != 0)])
        return int(np.count_nonzero(signs[1:] != signs[:-1]))

    def to_dicts(self) -> list[dict[str, object]]:
        """Give one row for each step, ready for JSON: the moment as text, nan as None."""
        return [
            {"moment": moment.isoformat()}
            | {name: None if np.isnan(value) else value for name, value in step.figures().items()}
            for moment, step in zip(self.moments, self.steps, strict=True)
        ]

    def to_frame(self, library: Literal["pandas", "polars"] | None = None) -> object:
        """Give the steps as a data frame of pandas or polars: the moments, and each figure.

        Parameters
        ----------
        library : {"pandas", "polars"}, optional
            Whose data frame; by default of the one that is installed, pandas first.

        Raises
        ------
        InvalidArgumentError
            If the library is none of the two.
        MissingExtraError
            If it is not installed.
        """
        names = self.steps[0].figures() if self.steps else ()
        columns = {name: self.column(name) for name in names}
        return data_frame({"moment": list(self.moments), **columns}, library)


def timeline(
    records: Records,
    *,
    as_of: datetime | None = None,
    every: Every = "quarter",
    since: datetime | None = None,
    goal: Goal | None = None,
    strength: TieStrength = TieStrength(),  # noqa: B008 (frozen)
) -> Timeline:
    """How did a person's network change over the years, step by step?

    Parameters
    ----------
    records : Records
        One person's data.
    as_of : datetime, optional
        The end of the last step, with a time zone; nothing after it is seen. By default the moment
        of the last interaction.
    every : {"week", "month", "quarter", "year"}
        The length of a step, by the calendar in UTC; the last may be shorter.
    since : datetime, optional
        From when on; by default from the first interaction.
    goal : Goal, optional
        Where the change is heading, and since when.
    strength : TieStrength
        How strength is measured.

    Returns
    -------
    Timeline
        One ``NetworkChange`` for each step, the same as ``network_change`` gives for the networks
        at its two ends; empty if there is no interaction.

    Raises
    ------
    InvalidArgumentError
        If a moment has no time zone, the series ends before it begins, there is no such period, or
        the records have no owner.

    Notes
    -----
    The records are laid out once; each step then costs the person's own circle, and a pass over
    the contacts so far.
    """
    known = as_chronicle(records, strength)
    last = _last(records) if as_of is None else as_of
    if last is None:
        return Timeline(())
    check_aware("as_of", last)
    first = _first(records, last) if since is None else since
    if first is None:
        return Timeline(())
    check_aware("since", first)
    ends = steps(first, last, every)
    standings = [standing(known.network(moment), goal) for moment in (first, *ends)]
    return Timeline(tuple(change_between(*pair) for pair in pairwise(standings)))


def _first(records: Records, as_of: datetime) -> datetime | None:
    """The moment of the first interaction, if there is one by then."""
    first = next(iter(records.interactions), None)
    return None if first is None or first.when > as_of else first.when


def _last(records: Records) -> datetime | None:
    """The moment of the last interaction, if there is one."""
    return records.interactions[-1].when if records.interactions else None

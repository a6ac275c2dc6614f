from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Literal, TypeAlias, cast, get_args, overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change._network_change import change_between
from netzwerkwandel.change.documents import StepDocument
from netzwerkwandel.change.ego_snapshot import ego_snapshot
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.change.what_changed import NetworkChange, figure_of
from netzwerkwandel.errors import InvalidArgumentError, shown_choice
from netzwerkwandel.model import Goal
from netzwerkwandel.model.arguments import check_aware, check_optional
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.network import Chronicle, FloatArray, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records
from netzwerkwandel.texts import Catalogue, Explained


Every: TypeAlias = Literal["week", "month", "quarter", "year"]

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@attrs.frozen(repr=False)
class Timeline(Sequence[NetworkChange], Explained):
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

    @override
    def _told(self, texts: Catalogue) -> str:
        """From when to when, how many people, who came and went, and the inner circle's share."""
        if not self.steps:
            return texts.say("timeline nothing")
        now, most = int(self.steps[-1].contacts.after), int(self.column("contacts").max())
        name = "timeline contacts" if now < most else "timeline contacts most"
        contacts = texts.say(name, now, most=texts.number(most))
        names = ("came", "went", "reconnected")
        moves = {name: texts.number(int(self.column(name).sum())) for name in names}
        # Began with 1, and 195 came, 98 fell silent and 13 woke: these are the 111 of today.
        first = texts.say("timeline first", int(self.steps[0].contacts.before))
        changes = texts.say("timeline moves", None, first=first, **moves)
        lines = [self._told_span(texts), contacts, changes, self._told_core(texts)]
        return "\n".join(line for line in lines if line)

    def _told_span(self, texts: Catalogue) -> str:
        begin, end = self.steps[0].moments[0], self.steps[-1].moments[1]
        if begin is None or end is None:
            return ""
        before, after = texts.day(begin.date()), texts.day(end.date())
        return texts.say("timeline span", len(self), before=before, after=after)

    def _told_core(self, texts: Catalogue) -> str:
        shares = self.column("core_share")
        if np.isnan(shares[-1]):
            return ""
        low, high = texts.percent(np.nanmin(shares)), texts.percent(np.nanmax(shares))
        after = texts.percent(float(shares[-1]))
        return texts.say("timeline core", None, after=after, low=low, high=high)

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The end of each step."""
        return tuple(moment for step in self.steps if (moment := step.moments[1]) is not None)

    def column(self, name: str) -> FloatArray:
        """How did one figure go, step by step?

        Parameters
        ----------
        name : str
            One of the names of ``NetworkChange.figures``.

        Returns
        -------
        FloatArray, shape (n_steps,)
            In the order of time; nan where the figure is not known.

        Raises
        ------
        NotFoundError
            If there is no such figure.
        """
        of = figure_of(name)
        return np.array([of(step) for step in self.steps], dtype=np.float64)

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
        # Which way each step went, steps without a move left out: constraint of
        # .5 .4 .4 .6 .7 .3 gives the signs - + + -, and there are two places where they change.
        moves = np.diff(self.column("constraint"))
        signs = np.sign(moves[~np.isnan(moves) & (moves != 0)])
        return int(np.count_nonzero(signs[1:] != signs[:-1]))

    def to_dicts(self) -> list[StepDocument]:
        """Give the steps as the rows of a table, ready for JSON.

        Returns
        -------
        list of dict
            One for each step: ``moment``, its end as text in ISO 8601, and each figure as in
            ``NetworkChange.figures``, None where it is not known.
        """
        rows = [
            plain_values({"moment": moment, **step.figures()})
            for moment, step in zip(self.moments, self.steps, strict=True)
        ]
        return cast("list[StepDocument]", rows)

    def to_frame(self, library: Library | None = None) -> object:
        """Give the steps as a data frame: the moments, and each figure.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default that of the first of these that is installed.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            One row for each step.

        Raises
        ------
        InvalidArgumentError
            If the library is none of these.
        MissingExtraError
            If it is not installed.
        """
        names = self.steps[0].figures() if self.steps else ()
        columns = {name: self.column(name) for name in names}
        return data_frame({"moment": list(self.moments), **columns}, library)


def timeline(
    records: Records | Chronicle,
    *,
    as_of: datetime | None = None,
    every: Every = "quarter",
    since: datetime | None = None,
    goal: Goal | None = None,
    strength: TieStrength | None = None,
) -> Timeline:
    """How did a person's network change over the years, step by step?

    Parameters
    ----------
    records : Records or Chronicle
        One person's data, or what was laid out of it before.
    as_of : datetime, optional
        The end of the last step, with a time zone; nothing after it is seen. By default the moment
        of the last interaction.
    every : {"week", "month", "quarter", "year"}
        The length of a step, by the calendar in UTC; the last may be shorter.
    since : datetime, optional
        From when on; by default from the first interaction.
    goal : Goal, optional
        Where the change is heading, and since when; by default as the records say.
    strength : TieStrength, optional
        How strength is measured.

    Returns
    -------
    Timeline
        One ``NetworkChange`` for each step, the same as ``network_change`` gives for the networks
        at its two ends; empty if there is no interaction.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, a moment has no time zone, the series ends before it
        begins, there is no such period, or the records have no owner.

    Notes
    -----
    What happened is laid out once; each step then costs the person's own circle, and a pass over
    what happened so far.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact, Interaction
    >>> def mail(month, who):
    ...     when = datetime(2026, month, 5, tzinfo=UTC)
    ...     return Interaction(key=f"{month}", when=when, participants=["mara", who], sender=who)
    >>> people = [Contact(key=key) for key in ("mara", "ben", "eva")]
    >>> mails = [mail(1, "ben"), mail(3, "ben"), mail(6, "eva")]
    >>> steps = timeline(Records(contacts=people, interactions=mails, me="mara"))
    >>> steps.column("contacts").tolist(), steps[-1].came
    ([1.0, 2.0], ('eva',))
    """
    for name, moment in (("as_of", as_of), ("since", since)):
        if moment is not None:
            check_aware(name, moment)
    if every not in get_args(Every):
        raise InvalidArgumentError(
            f"every must be one of {get_args(Every)}, got {shown_choice(every)}"
        )
    check_optional("goal", goal, Goal)
    chronicle = as_chronicle(records, strength)
    happened = chronicle.records.interactions
    last = happened[-1].when if as_of is None and happened else as_of
    first = happened[0].when if since is None and happened else since
    if last is None or first is None or (since is None and first > last):
        return Timeline((), language=chronicle.records.language)
    moments = (first, *period_ends(first, last, every))
    # One after the other, so that no more than two networks, with all that is worked out of them,
    # are there at a time.
    snapshots = (ego_snapshot(chronicle.network(moment), goal) for moment in moments)
    changes = tuple(change_between(*pair) for pair in pairwise(snapshots))
    return Timeline(changes, language=chronicle.records.language)


def period_ends(first: datetime, last: datetime, every: Every) -> tuple[datetime, ...]:
    """The ends of all weeks, months, quarters or years (in UTC) between two moments, and the last.

    A period ends with the first moment of the next; weeks begin on Monday.

    Raises
    ------
    InvalidArgumentError
        If the last moment is earlier than the first.
    """
    if last < first:
        raise InvalidArgumentError(
            f"a series must not end before it begins, got {first.isoformat()} and then "
            f"{last.isoformat()}"
        )
    utc = first.astimezone(UTC)
    moment = datetime(utc.year, utc.month, utc.day, tzinfo=UTC)
    length = _MONTHS.get(every, 0)
    if every == "week":
        moment -= timedelta(days=moment.weekday())
    else:
        # the first month of the period: quarters begin in January, April, July and October, and
        # August (8) belongs to the one of July, (8 - 1) // 3 * 3 + 1 = 7
        moment = moment.replace(day=1, month=(moment.month - 1) // length * length + 1)
    ends: list[datetime] = []
    while True:
        if every == "week":
            moment += timedelta(days=7)
        else:
            # counted from 0, so that what runs over twelve is a year more: October is 9, and
            # 9 + 3 = 12 is the next January
            month = moment.month - 1 + length
            moment = moment.replace(year=moment.year + month // 12, month=month % 12 + 1)
        if moment >= last:
            return (*ends, last)
        ends.append(moment)

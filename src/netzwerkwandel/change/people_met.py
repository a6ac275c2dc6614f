"""Who was met by each experiment, and who of them was new."""

from __future__ import annotations

import math
from collections.abc import Set as AbstractSet
from datetime import date

import attrs
import numpy as np

from netzwerkwandel.model import Experiment, Key
from netzwerkwandel.model.keys import counted
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network import Ties
from netzwerkwandel.records import Records


_EPOCH = date(1970, 1, 1).toordinal()


@attrs.frozen(kw_only=True)
class Meeting:
    """The people met by one experiment.

    Parameters
    ----------
    experiment : Experiment
        Which.
    until : date
        The last day of its span that is seen.
    met : sequence of str
        Who was met, by key, sorted.
    is_stated : bool
        Whether that is stated; else they are found.
    new : sequence of str
        Who of them was not known before it started.
    """

    experiment: Experiment
    until: date
    met: tuple[Key, ...] = attrs.field(repr=counted)
    is_stated: bool
    new: tuple[Key, ...] = attrs.field(repr=counted)

    def overlaps(self, other: Meeting) -> bool:
        """Whether both went on at one time."""
        return self.experiment.started <= other.until and other.experiment.started <= self.until


def people_met(records: Records, ties: Ties) -> tuple[Meeting, ...]:
    """Say who was met by each experiment that started by the moment of the owner's ties.

    As stated, or where nothing is, found: who had the first contact with the owner on a day of its
    span (in UTC), was not known before, and is not stated to be met by another experiment. Known is
    who had contact before it started, or a tie that is stated to be older.
    """
    as_of = ties.network.as_of
    assert as_of is not None
    today = _day(as_of.timestamp())
    started = [each for each in records.experiments if each.started.toordinal() <= today]
    claimed = {key for each in started for key in _stated(records, each)}
    first, since = _first_days(ties), _stated_days(records)
    return tuple(_meeting(records, each, today, first, since, claimed) for each in started)


def _meeting(
    records: Records,
    experiment: Experiment,
    today: int,
    first: dict[Key, int],
    since: dict[Key, int],
    claimed: AbstractSet[Key],
) -> Meeting:
    start = experiment.started.toordinal()
    end = today if experiment.ended is None else min(experiment.ended.toordinal(), today)
    known = {key for days in (first, since) for key, day in days.items() if day < start}
    stated = _stated(records, experiment)
    found = {key for key, day in first.items() if start <= day <= end} - claimed
    met = stated if experiment.met else found - known
    return Meeting(
        experiment=experiment,
        until=date.fromordinal(end),
        met=tuple(sorted(met)),
        is_stated=bool(experiment.met),
        new=tuple(sorted(met - known)),
    )


def _stated(records: Records, experiment: Experiment) -> set[Key]:
    """Who is stated to be met, each by the key of her contact, the owner left out."""
    people = {records.person_of[key] for key in experiment.met}
    return people if records.me is None else people - {records.person_of[records.me]}


def _first_days(ties: Ties) -> dict[Key, int]:
    """The day of the first contact with each who had any."""
    keys = [ties.network.keys[i] for i in ties.target.tolist()]
    pairs = zip(keys, ties.first_contact.tolist(), strict=True)
    return {key: _day(first) for key, first in pairs if not np.isnan(first)}


def _stated_days(records: Records) -> dict[Key, int]:
    """Since when the owner is stated to know each whose tie says so."""
    me = None if records.me is None else records.person_of[records.me]
    days: dict[Key, int] = {}
    for tie in records.ties:
        pair = {records.person_of[tie.a], records.person_of[tie.b]}
        if tie.since is None or me not in pair:
            continue
        for key in pair - {me}:
            days[key] = min(days.get(key, tie.since.toordinal()), tie.since.toordinal())
    return days


def _day(seconds: float) -> int:
    return math.floor(seconds / SECONDS_A_DAY) + _EPOCH

"""Who was met by each experiment, and who of them was new."""

from __future__ import annotations

import math
from collections.abc import Iterable
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
class PeopleMet:
    """Whom one experiment led to.

    Parameters
    ----------
    experiment : Experiment
        Which.
    until : date
        The last day of its span that is seen.
    met : sequence of str
        Who was met, by key, sorted.
    is_stated : bool
        Whether that is stated; else it follows from the day of the first contact.
    new : sequence of str
        Those of them who were not known before it started.
    """

    experiment: Experiment
    until: date
    met: tuple[Key, ...] = attrs.field(repr=counted)
    is_stated: bool
    new: tuple[Key, ...] = attrs.field(repr=counted)

    def overlaps(self, other: PeopleMet) -> bool:
        """Whether both went on at one time."""
        return self.experiment.started <= other.until and other.experiment.started <= self.until

    def shared_with(self, others: Iterable[PeopleMet]) -> tuple[Key, ...]:
        """Those of the new ones who are new by another experiment too."""
        elsewhere = {key for other in others for key in other.new}
        return tuple(key for key in self.new if key in elsewhere)


def people_met(records: Records, ties: Ties) -> tuple[PeopleMet, ...]:
    """Say who was met by each experiment that started by the moment of the owner's ties.

    As stated, or where nothing is stated, whoever had the first contact with the owner on a day of
    its span (in UTC), was not known before, and is not stated to have been met by another
    experiment. Known are those who had contact before it started, or a tie stated to be older.
    """
    as_of = ties.network.as_of
    assert as_of is not None
    today = _day(as_of.timestamp())
    started = [each for each in records.experiments if each.started.toordinal() <= today]
    claimed = {key for each in started for key in _stated(records, each)}
    keys = [ties.network.keys[i] for i in ties.target.tolist()]
    pairs = zip(keys, ties.first_contact.tolist(), strict=True)
    first = {key: _day(moment) for key, moment in pairs if not np.isnan(moment)}
    # since when the owner knows each: the first contact, or what is stated if that is earlier
    acquainted, me = dict(first), ties.network.keys[int(ties.network.ego or 0)]
    for tie in records.ties:
        pair = {records.person_of[tie.a], records.person_of[tie.b]}
        if tie.since is not None and me in pair:
            stated = tie.since.toordinal()
            acquainted |= {key: min(acquainted.get(key, stated), stated) for key in pair - {me}}
    people = []
    for each in started:
        start = each.started.toordinal()
        end = today if each.ended is None else min(each.ended.toordinal(), today)
        known = {key for key, day in acquainted.items() if day < start}
        met = _stated(records, each)
        if not each.met:
            met = {key for key, day in first.items() if start <= day <= end} - claimed - known
        people.append(
            PeopleMet(
                experiment=each,
                until=date.fromordinal(end),
                met=tuple(sorted(met)),
                is_stated=bool(each.met),
                new=tuple(sorted(met - known)),
            )
        )
    return tuple(people)


def _stated(records: Records, experiment: Experiment) -> set[Key]:
    """Who is stated to be met, each by the key of her contact, the owner left out."""
    people = {records.person_of[key] for key in experiment.met}
    return people if records.me is None else people - {records.person_of[records.me]}


def _day(seconds: float) -> int:
    """The day in UTC of a moment in seconds since 1970, in the numbering of ``date.toordinal``."""
    return math.floor(seconds / SECONDS_A_DAY) + _EPOCH

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from netzwerkwandel.change.counterfactual import without_people
from netzwerkwandel.change.experiment_effect import (
    NON_REDUNDANT,
    ExperimentEffect,
    ExperimentEffects,
)
from netzwerkwandel.change.people_met import Meeting, people_met
from netzwerkwandel.change.standing import Standing, standing
from netzwerkwandel.model import Goal, Key
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.network import BoolArray, Network, TieStrength
from netzwerkwandel.records import Records
from netzwerkwandel.scoring import rounded


def experiment_effects(
    records: Records,
    *,
    as_of: datetime,
    goal: Goal | None = None,
    strength: TieStrength = TieStrength(),  # noqa: B008 (frozen)
) -> ExperimentEffects:
    """What did each of my experiments bring: whom did I get to know by it, and what do they add?

    Judged by the new people, and how little they repeat the others; never by how likely somebody
    seems to bring an opportunity, nor by how close to a job. Who was met is stated
    (``Experiment.met``), or where nothing is, found: who had the first contact with the owner on a
    day of its span (in UTC; while it goes on, until ``as_of``) and is not stated to be met by
    another. New is who had no contact with the owner before it started, and no tie that is stated
    to be older.

    Parameters
    ----------
    records : Records
        One person's data.
    as_of : datetime
        The moment from which it is looked at, with a time zone; nothing after it is seen.
    goal : Goal, optional
        Where the change is heading, for the functions that are about a field.
    strength : TieStrength
        How strength is measured.

    Returns
    -------
    ExperimentEffects
        One for each experiment that started by then, in the order of start and key.

    Raises
    ------
    InvalidArgumentError
        If ``as_of`` has no time zone, or the records have no owner.

    See Also
    --------
    without_experiment : The records as they would be without it.
    rank_experiments : What to try next.

    Notes
    -----
    What the records show and nothing else: found people may have come by other ways, and what
    somebody led to by hearsay is not seen. Costs a network for each experiment that met somebody
    new.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from netzwerkwandel.model import Contact, Experiment, Interaction
    >>> course = Experiment(key="course", title="Course", started=date(2026, 3, 1), hours=8)
    >>> chat = Interaction(
    ...     key="chat", when=datetime(2026, 3, 9, tzinfo=UTC), participants=["mara", "eva"]
    ... )
    >>> records = Records(
    ...     contacts=[Contact(key="mara"), Contact(key="eva")],
    ...     interactions=[chat],
    ...     experiments=[course],
    ...     me="mara",
    ... )
    >>> effects = experiment_effects(records, as_of=datetime(2026, 4, 1, tzinfo=UTC))
    >>> effects[0].new, effects[0].met_is_stated, effects[0].per_hour()["non_redundant"]
    (('eva',), False, 0.125)
    """
    check_aware("as_of", as_of)
    now = _standing(records, as_of, goal, strength)
    meetings = people_met(records, now.ties)
    return ExperimentEffects(
        tuple(
            _effect(
                meeting,
                [other for other in meetings if other is not meeting and other.overlaps(meeting)],
                _standing(without_people(records, meeting.new, strength), as_of, goal, strength)
                if meeting.new
                else now,
                now,
            )
            for meeting in meetings
        ),
        as_of,
    )


def _standing(
    records: Records, as_of: datetime, goal: Goal | None, strength: TieStrength
) -> Standing:
    return standing(Network.from_records(records, as_of=as_of, strength=strength), goal)


def _effect(
    meeting: Meeting, parallel: Sequence[Meeting], without: Standing, now: Standing
) -> ExperimentEffect:
    new = np.isin(now.keys, meeting.new)
    others = {key for other in parallel for key in other.new}
    return ExperimentEffect(
        experiment=meeting.experiment,
        until=meeting.until,
        met=meeting.met,
        met_is_stated=meeting.is_stated,
        new=meeting.new,
        shared=tuple(key for key in meeting.new if key in others),
        non_redundant=_keys(now, new & (rounded(now.ties.redundancy) < NON_REDUNDANT)),
        second_contact=_keys(now, new & (now.ties.contact_days >= 2)),
        new_circles=len(np.setdiff1d(now.ties.circle[new], now.ties.circle[~new])),
        effective_size=(without.effective_size, now.effective_size),
        constraint=(without.constraint, now.constraint),
        functions=(without.served, now.served),
        parallel=tuple(other.experiment.key for other in parallel),
    )


def _keys(one: Standing, some: BoolArray) -> tuple[Key, ...]:
    return tuple(sorted(one.keys[row] for row in np.flatnonzero(some).tolist()))

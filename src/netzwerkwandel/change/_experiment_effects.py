from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from netzwerkwandel.change.counterfactual import records_without
from netzwerkwandel.change.ego_snapshot import EgoSnapshot, ego_snapshot
from netzwerkwandel.change.experiment_effect import (
    NON_REDUNDANT,
    ExperimentEffect,
    ExperimentEffects,
)
from netzwerkwandel.change.people_met import PeopleMet, people_met
from netzwerkwandel.model import Goal
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.shift import FunctionShift, Shift
from netzwerkwandel.network import Chronicle, Network, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records
from netzwerkwandel.scoring import rounded


def experiment_effects(
    records: Records | Chronicle,
    *,
    as_of: datetime,
    goal: Goal | None = None,
    strength: TieStrength | None = None,
) -> ExperimentEffects:
    """What did each of my experiments bring: whom did I get to know by it, and what do they add?

    Judged by the new people, and by how little they repeat the others; never by how likely somebody
    seems to bring an opportunity, nor by how close to a job. What it brought is what is tied to it:
    who is stated (``Experiment.met``); people of its own addresses, whose domain its title names;
    and whoever was first met with one of these who was new, or through her, until a year after its
    end. All others who were first met in its days (in UTC; while it goes on, until ``as_of``) came
    perhaps for other reasons: they are told apart (``in_those_days``) and enter no figure. New are
    those who had no contact with the owner before it started, and no tie stated to be older.

    Parameters
    ----------
    records : Records or Chronicle
        One person's data, or what was laid out of it before.
    as_of : datetime
        The moment from which it is looked at, with a time zone; nothing after it is seen.
    goal : Goal, optional
        Where the change is heading, for the functions that are about a field.
    strength : TieStrength, optional
        How strength is measured.

    Returns
    -------
    ExperimentEffects
        One for each experiment that started by then, in the order of start and key.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, ``as_of`` has no time zone, or the records have no owner.

    See Also
    --------
    without_experiment : The records as they would be without it.
    rank_experiments : What to try next.

    Notes
    -----
    What the records show and nothing else: what somebody led to by hearsay is not seen. Costs a
    network for each experiment that met somebody new.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from netzwerkwandel.model import Contact, Experiment, Interaction
    >>> told = {"key": "course", "title": "Course", "started": date(2026, 3, 1), "hours": 8}
    >>> course = Experiment(**told, met=["eva"])
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
    (('eva',), True, 0.125)
    """
    check_aware("as_of", as_of)
    chronicle = as_chronicle(records, strength)
    now = ego_snapshot(chronicle.network(as_of), goal)
    tried = people_met(chronicle, now.ties)
    effects = []
    for one in tried:
        without = now
        if one.new:
            records = records_without(chronicle.records, one.new, chronicle.tie_strength)
            network = Network.from_records(records, as_of=as_of, strength=chronicle.tie_strength)
            without = ego_snapshot(network, goal)
        parallel = [other for other in tried if other is not one and other.overlaps(one)]
        effects.append(_effect(one, parallel, without, now))
    return ExperimentEffects(tuple(effects), as_of)


def _effect(
    met: PeopleMet, parallel: Sequence[PeopleMet], without: EgoSnapshot, now: EgoSnapshot
) -> ExperimentEffect:
    """What is different with the people that an experiment led to.

    A circle is new if nobody in it was there before. With new = 0 1 1 0 1 and circles 4 4 7 5 9,
    those of the new, 4 7 9, less those of the others, 4 5, leave 7 and 9.
    """
    new = now.rows(met.new)
    non_redundant = new & (rounded(now.ties.redundancy) < NON_REDUNDANT)
    return ExperimentEffect(
        experiment=met.experiment,
        until=met.until,
        met=met.met,
        met_is_stated=met.is_stated,
        new=met.new,
        in_those_days=met.in_those_days,
        shared=met.shared_with(parallel),
        non_redundant=tuple(sorted(now.people(non_redundant))),
        second_contact=tuple(sorted(now.people(new & (now.ties.contact_days >= 2)))),
        new_circles=len(np.setdiff1d(now.ties.circle[new], now.ties.circle[~new])),
        effective_size=Shift(without.effective_size, now.effective_size),
        constraint=Shift(without.constraint, now.constraint),
        functions=FunctionShift(without.served, now.served),
        parallel=tuple(other.experiment.key for other in parallel),
    )

from __future__ import annotations

from datetime import datetime

from netzwerkwandel.change.counterfactual import records_without
from netzwerkwandel.change.ego_snapshot import ego_snapshot
from netzwerkwandel.change.experiment_effect import ExperimentEffect, ExperimentEffects
from netzwerkwandel.change.people_met import people_met
from netzwerkwandel.model import Goal
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.network import Chronicle, Network, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records


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
    who is stated, or took part in entries of a calendar that are called so (``Experiment.met``, see
    ``read_exports``); people of its own addresses, whose domain its title names; and whoever was
    first met with one of these who was new, or through her, until a year after its
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
        Where the change is heading, for the functions that are about a field; by default as the
        records say.
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
        effects.append(ExperimentEffect.of(one, parallel, without, now))
    return ExperimentEffects(tuple(effects), as_of)

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

import attrs
import numpy as np

from netzwerkwandel.change.people_met import people_met
from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Experiment, InteractionColumns, Key, Tie
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.network import Chronicle, TieStrength
from netzwerkwandel.records import Records


def without_experiment(
    records: Records,
    experiment: Experiment | Key,
    *,
    as_of: datetime,
    strength: TieStrength | None = None,
) -> Records:
    """What would my records be like if I had not tried this?

    The people first met by the experiment are taken out, and with them everything that is known
    only through them: what they wrote, what nobody else took part in, what is stated of them, and
    anybody who is then left without a trace. What others took part in stays, with the others. So do
    people who were known before, and whoever came into contact by other ways since, even if one
    of those taken out may have been behind it.

    Parameters
    ----------
    records : Records
        One person's data.
    experiment : Experiment or str
        Which of its experiments; one that has a record, or its key.
    as_of : datetime
        The moment from which it is looked at, with a time zone: nobody counts as met later.
    strength : TieStrength, optional
        How strength is measured, which says what counts as contact.

    Returns
    -------
    Records
        Those of ``Network.from_records`` for the network without the experiment; the same records
        where nobody new was met by then. Experiments stay, without those people.

    Raises
    ------
    NotFoundError
        If the records have no such experiment.
    InvalidArgumentError
        If an argument is not of its kind, ``as_of`` has no time zone, or the records have no owner.

    See Also
    --------
    experiment_effects : What each experiment brought, and who was met by it.

    Notes
    -----
    It says what the records would lack, not what would have happened instead: without one
    experiment, another might have led to the same people. Costs one network, and one pass over the
    interactions.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from netzwerkwandel.model import Contact, Interaction
    >>> course = Experiment(key="course", title="Course", started=date(2026, 3, 1), met=["eva"])
    >>> walk = Interaction(
    ...     key="walk", when=datetime(2026, 1, 9, tzinfo=UTC), participants=["mara", "ben"]
    ... )
    >>> lunch = Interaction(
    ...     key="lunch", when=datetime(2026, 3, 9, tzinfo=UTC), participants=["mara", "ben", "eva"]
    ... )
    >>> people = [Contact(key=key) for key in ("mara", "ben", "eva")]
    >>> records = Records(
    ...     contacts=people, interactions=[walk, lunch], experiments=[course], me="mara"
    ... )
    >>> without = without_experiment(records, "course", as_of=datetime(2026, 4, 1, tzinfo=UTC))
    >>> without, without.interactions[1].participants
    (Records(2 contacts, 0 ties, 2 interactions, 1 experiment), ('ben', 'mara'))
    """
    check_kind("records", records, Records)
    check_aware("as_of", as_of)
    key = experiment.key if isinstance(experiment, Experiment) else experiment
    if all(each.key != key for each in records.experiments):
        raise NotFoundError("experiment", key)
    chronicle = Chronicle.from_records(records, strength=strength)
    network = chronicle.network(as_of)
    met = {one.experiment.key: one.new for one in people_met(chronicle, network.ties_of())}
    return records_without(records, met.get(key, ()), network.tie_strength)


def records_without(records: Records, people: Collection[Key], strength: TieStrength) -> Records:
    """Take people out of records, given by the keys of their contacts; see ``without_experiment``.

    The same records where nobody is taken out.
    """
    if not people:
        return records
    person, named = records.person_of, set(people)
    # all keys of the people: somebody may stand in a mail by an address that is not her contact's
    gone = {key for key, of in person.items() if of in named}
    ties = [tie for tie in records.ties if tie.a not in gone and tie.b not in gone]
    happened = records.interactions
    # What nobody of them took part in stays as it is; only the rest is looked at one by one.
    #
    #     people        ana ben eva     is gone    0 0 1
    #     participants  0 1 | 0 2 | 1 2 | 0 1      affected: 1 and 2, whose slots hold a 2
    #     starts        0     2     4     6   8
    is_gone = np.array([key in gone for key in happened.people], dtype=bool)
    event = np.repeat(np.arange(len(happened)), np.diff(happened.starts))
    affected = np.zeros(len(happened), dtype=bool)
    affected[event[is_gone[happened.participants]]] = True
    untouched = happened.take(~affected)
    smaller, groups = [], [untouched.people]
    for each in happened.take(affected):
        others = tuple(key for key in each.participants if key not in gone)
        if each.sender in gone or len({person[key] for key in others}) < 2:
            continue
        groups.append(others)
        # a gathering too large to tie anybody does not become a smaller one that does
        if strength.weight(each.channel, len({person[key] for key in each.participants})) != 0:
            smaller.append(attrs.evolve(each, participants=others))
    tried = [attrs.evolve(each, met=set(each.met) - gone) for each in records.experiments]
    # People who are then named nowhere were known through them alone, and go as well: of a mail
    # of eva's to mara and dan nothing is left without eva, and if nothing else names dan he is
    # gone too. Who was never named anywhere, as in an address book, stays.
    before = _named(records, records.ties, [happened.people])
    after = _named(records, ties, [*groups, *(each.met for each in tried)])
    lost = named | (before - after)
    left = {key for key, of in person.items() if of in lost}
    return attrs.evolve(
        records,
        contacts=[contact for contact in records.contacts if contact.key not in lost],
        found=[contact for contact in records.found if contact.key not in left],
        ties=ties,
        interactions=untouched.joined(InteractionColumns.from_interactions(smaller)),
        experiments=tried,
        suggestions=[
            attrs.evolve(each, introduced=set(each.introduced) - left)
            for each in records.suggestions
            if each.contact not in left
        ],
        merged=[pair for pair in records.merged if left.isdisjoint(pair)],
        kept_apart=[pair for pair in records.kept_apart if left.isdisjoint(pair)],
    )


def _named(records: Records, ties: Iterable[Tie], groups: Iterable[Iterable[Key]]) -> set[Key]:
    """Who is named by any of these, each by the key of her contact, the owner left out."""
    keys = {key for tie in ties for key in (tie.a, tie.b)}
    keys = keys.union(*groups)
    me = records.me and records.person_of[records.me]
    return {records.person_of[key] for key in keys} - {me}

"""What the report tells of, computed once."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs
import numpy as np

from netzwerkwandel.change import (
    Drift,
    ExperimentEffects,
    NetworkChange,
    ReconnectedTies,
    SafeBase,
    SuggestionEffects,
    Timeline,
    drift_to_core,
    experiment_effects,
    network_change,
    safe_base,
    suggestion_effects,
    ties_woken,
    timeline,
)
from netzwerkwandel.change.ego_snapshot import began
from netzwerkwandel.model import Answer, Contact, Goal
from netzwerkwandel.network import Chronicle, Network
from netzwerkwandel.recommending import Question, Recommendations, questions, recommend
from netzwerkwandel.records import Records
from netzwerkwandel.show.pictures.names import shortened


LONGEST = 80
"""So many letters of a name are told; a name of a million letters is no use to anybody."""

SEED = 2026
"""The same report is made of the same records: chance, where it is needed, is always this one."""

MOST_QUESTIONS = 10


@attrs.frozen(kw_only=True)
class Findings:
    """A person's network as of a moment: the list, what it has, how it changed, and what came."""

    records: Records
    network: Network
    goal: Goal | None
    picks: Recommendations
    base: SafeBase
    years: Timeline
    change: NetworkChange | None
    drift: Drift | None
    woken: ReconnectedTies
    experiments: ExperimentEffects
    advice: SuggestionEffects
    questions: tuple[Question, ...]
    is_kept: bool
    """Whether the list of this page is noted in the records as suggested."""

    @property
    def me(self) -> Contact:
        """Whose report it is."""
        assert self.network.ego is not None
        return self.network.contact(self.network.ego)


def find(
    records: Records, as_of: datetime, goal: Goal | None, n: int, *, discreet: bool
) -> Findings:
    """Compute all that a report tells of.

    Raises
    ------
    InvalidArgumentError
        If the records have no owner, or ``as_of`` no time zone.
    """
    goal = records.goal if goal is None else goal
    chronicle = Chronicle.from_records(_with_short_names(attrs.evolve(records, goal=goal)))
    records, network = chronicle.records, chronicle.network(as_of)
    start = began(goal) or as_of - timedelta(days=365)
    first = records.interactions[0].when if records.interactions else as_of
    known = first < start < as_of
    rng = np.random.default_rng(SEED)
    picks = recommend(network, n=n, discreet=discreet)
    advice = suggestion_effects(chronicle, as_of=as_of)
    waiting = [each for each in advice if each.suggestion.answer is Answer.OPEN]
    noted = {records.person_of[each.suggestion.contact] for each in waiting}
    # Of what was suggested on this very day nothing can have come yet.
    today = {each.suggestion.key for each in waiting if each.suggestion.on == as_of.date()}
    earlier = tuple(each for each in advice if each.suggestion.key not in today)
    return Findings(
        records=records,
        network=network,
        goal=goal,
        picks=picks,
        base=safe_base(network),
        years=timeline(chronicle, as_of=as_of),
        change=network_change(chronicle.network(start), network) if known else None,
        drift=drift_to_core(chronicle, goal=goal, as_of=as_of, rng=rng)
        if known and goal and goal.since
        else None,
        woken=ties_woken(chronicle, as_of=as_of, since=start),
        experiments=experiment_effects(chronicle, as_of=as_of),
        advice=attrs.evolve(advice, effects=earlier),
        is_kept=bool(picks) and noted.issuperset(pick.contact.key for pick in picks),
        questions=tuple(
            questions(chronicle, n=MOST_QUESTIONS, as_of=as_of, listed=n, discreet=discreet)
        ),
    )


def _with_short_names(records: Records) -> Records:
    """The same records, where a name, an employer or a title that is too long is cut."""
    contacts = tuple(
        attrs.evolve(
            contact,
            name=shortened(contact.name, LONGEST),
            organisation=shortened(contact.organisation, LONGEST),
            position=shortened(contact.position, LONGEST),
        )
        if max(map(len, (contact.name, contact.organisation, contact.position))) > LONGEST
        else contact
        for contact in records.contacts
    )
    tried = [attrs.evolve(e, title=shortened(e.title, LONGEST)) for e in records.experiments]
    if contacts == records.contacts and tuple(tried) == records.experiments:
        return records
    return attrs.evolve(records, contacts=contacts, experiments=tried)

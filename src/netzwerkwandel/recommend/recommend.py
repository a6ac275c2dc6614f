from __future__ import annotations

import operator

import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Contact, Function, Goal, Key
from netzwerkwandel.model.addresses import is_role_address
from netzwerkwandel.network import BoolArray, Network, Ties
from netzwerkwandel.recommend.reasons import ReasonFinder
from netzwerkwandel.recommend.recommendation import Recommendation, Recommendations
from netzwerkwandel.scoring import (
    Blend,
    Dormant,
    NewInformation,
    ScoringStrategy,
    checked_scores,
    rounded,
)


def default_strategy() -> ScoringStrategy:
    """What counts where nothing else is said: new information, and dormant ties, equally."""
    return Blend([(NewInformation(), 1.0), (Dormant(), 1.0)])


def recommend(
    network: Network,
    *,
    goal: Goal | None = None,
    strategy: ScoringStrategy | None = None,
    n: int = 10,
    ego: Key | int | None = None,
) -> Recommendations:
    """Whom should I talk to next, and why?

    The contacts with the highest scores, equal scores in the order of their keys. Left out are
    ties that ended in conflict, addresses of no person (``info@``), and people with whom contact
    only ever went one way, unless a tie to them is stated or the data shows one side of everybody,
    as a mailbox without its sent mail does.

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading; who works there has it among the reasons. It moves no score of
        the default strategy.
    strategy : ScoringStrategy, optional
        What counts; by default new information and dormant ties, equally.
    n : int
        How many at most, at least 1.
    ego : str or int, optional
        Who asks, if not the owner of the network.

    Returns
    -------
    Recommendations
        At most ``n``, fewer where fewer come into question.

    Raises
    ------
    InvalidArgumentError
        If ``n`` is below 1.
    StrategyError
        If the strategy returns what cannot be ranked.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.
    """
    if operator.index(n) < 1:
        raise InvalidArgumentError(f"n must be a whole number of at least 1, got {n!r}")
    strategy = default_strategy() if strategy is None else strategy
    ties = network.ties_of(ego)
    scores = checked_scores(strategy, ties)
    ranked = rounded(scores)
    rows = np.flatnonzero(~np.isnan(scores) & _eligible(network, ties)).tolist()
    rows.sort(key=lambda row: (-ranked[row], network.keys[ties.target[row]]))
    finder = ReasonFinder(network, ties, goal)
    picks = tuple(
        Recommendation(
            contact=_contact(network, int(ties.target[row])),
            function=_function(strategy, ties, row),
            score=float(scores[row]),
            reasons=finder.reasons(row),
        )
        for row in rows[:n]
    )
    return Recommendations(picks, len(rows))


def _eligible(network: Network, ties: Ties) -> BoolArray:
    person: BoolArray = np.array([_is_person(network, int(i)) for i in ties.target], dtype=bool)
    eligible: BoolArray = ~ties.ended_in_conflict & ~_one_sided(ties) & person
    return eligible


def _one_sided(ties: Ties) -> BoolArray:
    """Where one wrote and the other never did, unless only one side was ever seen of anybody."""
    met = ties.contacts_by(Channel.MEETING) + ties.contacts_by(Channel.CALL) > 0
    if not np.any(ties.reciprocity[~met] > 0):
        return np.zeros(len(ties), dtype=bool)
    one_sided: BoolArray = (ties.reciprocity == 0) & ~ties.is_stated
    return one_sided


def _is_person(network: Network, number: int) -> bool:
    """A contact with nothing but addresses of a role is an office, not a person."""
    if not network.contacts:
        return True
    contact = network.contacts[number]
    ways = [*contact.phones, *contact.profiles, *contact.emails]
    ways += [key.removeprefix("mailto:") for key in contact.keys if key.startswith("mailto:")]
    return not (ways and all(is_role_address(way) for way in ways))


def _contact(network: Network, number: int) -> Contact:
    if network.contacts:
        return network.contacts[number]
    return Contact(key=network.keys[number], name=network.keys[number])


def _function(strategy: ScoringStrategy, ties: Ties, row: int) -> Function | None:
    """The function of the strategy; of a blend, that of the part that spoke loudest."""
    if not isinstance(strategy, Blend):
        return strategy.function
    shares = [
        (-weight * ranks[row], place)
        for place, (ranks, (_, weight)) in enumerate(
            zip(strategy.ranks(ties), strategy.parts, strict=True)
        )
        if not np.isnan(ranks[row])
    ]
    return _function(strategy.parts[min(shares)[1]][0], ties, row) if shares else None

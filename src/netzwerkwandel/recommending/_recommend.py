from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.network import FloatArray, IntArray, Network, Ties
from netzwerkwandel.recommending.candidates import are_eligible
from netzwerkwandel.recommending.choice import Choice, choose
from netzwerkwandel.recommending.comparison import compare
from netzwerkwandel.recommending.coverage import Coverage, coverage
from netzwerkwandel.recommending.effect import effect
from netzwerkwandel.recommending.reasons import ReasonFinder
from netzwerkwandel.recommending.recommendation import Recommendation, Recommendations
from netzwerkwandel.recommending.shortfalls import shortfalls
from netzwerkwandel.recommending.wishes import Cost, Wishes, limits, rows_of
from netzwerkwandel.scoring import (
    ScoringStrategy,
    checked_scores,
    default_strategy,
    function_amounts,
    rounded,
)
from netzwerkwandel.scoring._function_coverage import SERVES, cover, unsupported
from netzwerkwandel.scoring.ranking import ranks


def recommend(
    network: Network,
    *,
    goal: Goal | None = None,
    strategy: ScoringStrategy | None = None,
    n: int = 10,
    ego: Key | int | None = None,
    exclude: Collection[Key] = (),
    include: Collection[Key] = (),
    per_circle: int | None = None,
    at_least: Mapping[Function, int] | None = None,
    hours: float | None = None,
    cost: Cost = 1.0,
    compare_with: Collection[Key] | None = None,
) -> Recommendations:
    r"""Whom should I talk to next, and why?

    A set of people who together bring what the network lacks, not a list of look-alikes. With S the
    set, r the relevance of a contact (the square of the rank of its score among all who come into
    question) and a the chance that talking to j leads to g,

    .. math:: f(S) = \sum_g w_g \Bigl(1 - \prod_{j \in S} (1 - a_{jg})\Bigr)

    over three kinds of g: the circles that the contacts belong to (a is r/2), the six functions
    (r times how well j serves it; support only where nobody awake gives it), and the people whom j
    knows and ego does not (r/2; all new people of the contact with most of them weigh as much as
    one circle). f is monotone and submodular; lazy greedy choice reaches at least 1 - 1/e of the
    best [1]_, and ``certificate`` says what it is sure to have reached this time.

    Left out are ties that ended in conflict, addresses of no person (``info@``), and people with
    whom contact only ever went one way, unless a tie to them is stated or the data shows one side
    of everybody, as a mailbox without its sent mail does.

    The safe base stays: where nobody who is awake gives support, feedback or orientation, somebody
    who can is put on the list, and where nobody can, ``shortfalls`` says so.

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading.
    strategy : ScoringStrategy, optional
        What counts; by default new information and dormant ties, and with a quarter of their weight
        each who opens doors, orients, gives feedback and brings ideas.
    n : int
        How many at most, at least 1.
    ego : str or int, optional
        Who asks, if not the owner of the network.
    exclude : collection of str
        Keys of people not to suggest; whoever is not there is passed over.
    include : collection of str
        Keys of people who are on the list in any case.
    per_circle : int, optional
        How many of one circle at most, those to include not counted out.
    at_least : mapping of Function to int, optional
        How many at least should serve a function.
    hours : float, optional
        The effort there is for all of them together.
    cost : float, mapping of str to float, or callable
        The hours that a contact takes: the same for all, by key (1 for who is not named), or asked
        of each ``Contact``; above 0.
    compare_with : collection of str, optional
        Keys of the people one would have called; ``comparison`` then says how they differ.

    Returns
    -------
    Recommendations
        At most ``n``, who adds most first, equals by score and then by key; fewer where fewer come
        into question.

    Raises
    ------
    InvalidArgumentError
        If a number is outside its range, somebody to include does not come into question, or the
        wishes contradict each other.
    StrategyError
        If the strategy returns what cannot be ranked.
    NotFoundError, InvalidNetworkError
        If ``ego``, or somebody to include or compare, is not there, or nobody is named and the
        network is nobody's.

    References
    ----------
    .. [1] Nemhauser, G. L., Wolsey, L. A., Fisher, M. L. (1978). "An analysis of approximations for
       maximizing submodular set functions." Mathematical Programming 14.

    Examples
    --------
    >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> recommend(network, ego="ada", n=1)
    Recommendations(1 of 2 candidates)
    """
    wishes = Wishes(
        n=n,
        exclude=exclude,
        include=include,
        per_circle=per_circle,
        at_least=at_least or {},
        hours=hours,
        cost=cost,
    )
    strategy = default_strategy(goal) if strategy is None else strategy
    ties = network.ties_of(ego)
    scores = checked_scores(strategy, ties)
    rows = _candidates(network, ties, scores, wishes)
    amounts = function_amounts(ties, goal)
    known = cover(ties, amounts, SERVES)
    serves = amounts[:, rows] >= SERVES
    base = unsupported(ties, amounts)
    wanted = np.array([float(f is not Function.SUPPORT or f in base) for f in Function])
    worth = coverage(network, ties, rows, _relevance(scores[rows]), amounts[:, rows], wanted)
    choice = choose(worth, limits(wishes.also(base), network, ties, rows, serves))
    chosen = rows[list(choice.candidates)]
    serving = serves[:, list(choice.candidates)].sum(axis=1)
    compared = None if compare_with is None else rows_of(network, ties, compare_with)
    return Recommendations(
        picks=_picks(network, ties, goal, strategy, scores, rows, worth, choice),
        candidates=len(rows),
        certificate=choice.certificate,
        coverage=known,
        effect=effect(network, ties, chosen),
        shortfalls=shortfalls(wishes, base, ties.circle[rows], serving, len(chosen)),
        comparison=None if compared is None else compare(network, ties, chosen, compared),
    )


def _candidates(network: Network, ties: Ties, scores: FloatArray, wishes: Wishes) -> IntArray:
    """The rows of those who come into question, the best first, equals by key."""
    in_question = ~np.isnan(scores) & are_eligible(ties)
    keys = [network.keys[i] for i in ties.target.tolist()]
    ranked = rounded(scores)
    rows = [row for row in np.flatnonzero(in_question).tolist() if keys[row] not in wishes.exclude]
    rows.sort(key=lambda row: (-ranked[row], keys[row]))
    return np.array(rows, dtype=np.int64)


def _relevance(scores: FloatArray) -> FloatArray:
    return ranks(rounded(scores), np.zeros(len(scores), dtype=np.int64)) ** 2


def _picks(
    network: Network,
    ties: Ties,
    goal: Goal | None,
    strategy: ScoringStrategy,
    scores: FloatArray,
    rows: IntArray,
    worth: Coverage,
    choice: Choice,
) -> tuple[Recommendation, ...]:
    finder = ReasonFinder(network, ties, goal)
    picks = []
    missed = worth.nothing()
    for candidate in choice.candidates:
        row = int(rows[candidate])
        picks.append(
            Recommendation(
                contact=network.contact(int(ties.target[row])),
                function=strategy.function or worth.function(missed, candidate),
                score=float(scores[row]),
                gain=worth.gain(missed, candidate),
                reasons=finder.reasons(row),
            )
        )
        missed = worth.with_candidate(missed, candidate)
    return tuple(picks)

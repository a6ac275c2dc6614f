from __future__ import annotations

from collections.abc import Collection

import numpy as np

from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties
from netzwerkwandel.recommending.choice import Choice, Objective, choose, objective, shows_contact
from netzwerkwandel.recommending.eligibility import is_worth_a_talk, may_be_named, one_of_each
from netzwerkwandel.recommending.overview import (
    compare,
    contact_missed,
    fields_missed,
    list_effect,
    shortfalls,
    workplace_missed,
)
from netzwerkwandel.recommending.reasons import ReasonFinder
from netzwerkwandel.recommending.request import (
    AtLeast,
    Cost,
    People,
    Person,
    read_request,
    rows_of,
)
from netzwerkwandel.recommending.result import Recommendation, Recommendations
from netzwerkwandel.scoring import (
    ScoringStrategy,
    default_strategy,
    function_amounts,
    rounded,
)
from netzwerkwandel.scoring._function_coverage import SERVES, cover, unsupported
from netzwerkwandel.scoring.amounts import cannot_be_shown
from netzwerkwandel.scoring.blend import scores_to_tell
from netzwerkwandel.scoring.ranking import ranks
from netzwerkwandel.scoring.six_functions import outside


SAME_LABEL = 3
"""So many of a list at most are labelled with one function that is not stated."""


def recommend(
    network: Network,
    *,
    goal: Goal | None = None,
    strategy: ScoringStrategy | None = None,
    n: int = 10,
    ego: Key | int | None = None,
    exclude: Collection[Person] = (),
    include: Collection[Person] = (),
    per_circle: int | None = None,
    at_least: AtLeast | None = None,
    hours: float | None = None,
    discreet: bool = False,
    cost: Cost = 1.0,
    compare_with: Collection[Person] | None = None,
) -> Recommendations:
    r"""Whom should I talk to next, and why?

    A set of people who together bring what the network lacks, not a list of look-alikes. With S the
    set, r the relevance of a contact (the rank of its score among all who come into question, from
    0 to 1; (1 + rank) / 2 where the data shows no contact with anybody) and a the chance that
    talking to j leads to g,

    .. math:: f(S) = \sum_g w_g \Bigl(1 - \prod_{j \in S} (1 - a_{jg})\Bigr)

    over three kinds of g: the circles that the contacts belong to (a is r/2; nobody stands for a
    circle alone, unless the data knows of none), the six functions
    (r times how well j serves it; support only where nobody in touch gives it; each weighs
    half a circle), and the people with whom j is in direct contact and ego is not (r/2; all
    of the contact with most of them weigh as much as six circles). Where the data knows no relation
    among the contacts, employers, fields of work and the times at which contacts came to be known,
    by three years, count as circles do; and where it shows no contact either, as a LinkedIn archive
    alone, the times count six times as much, so that the list spreads over a life. f is monotone
    and submodular; lazy greedy choice reaches at least 1 - 1/e of the best [1]_, and
    ``certificate`` says what it is sure to have reached this time.

    Left out are ties that ended in conflict; addresses of no person (``info@``); people who never
    answered, unless a tie to them is stated or the data shows one side of everybody, as a folder of
    sent mail does; whoever was met or talked to on the phone within a month; and the inner circle,
    save those who give support where it is lacking. Recent mail rules nobody out, and who wrote and
    never got an answer comes into question. Fewer than ``n`` are named rather than somebody for
    whom nothing speaks: who serves no function, knows nobody new, does not sleep, is not known to
    answer, and is of the same circle as those closest; or of whom one day of contact, more than a
    year ago, is all that is known.

    The safe base stays: where nobody whose tie is in use gives support, feedback or orientation,
    somebody who can is put on the list, and where nobody can, ``shortfalls`` says so.

    People may be named as they are known: by a ``Contact``, a key, an address, a number, or a name
    that only one person of the network bears.

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading; by default as the records say.
    strategy : ScoringStrategy, optional
        What counts; by default ``default_strategy``: new information and dormant ties first, then
        people who give feedback, orient, open doors and bring ideas.
    n : int
        How many at most, at least 1.
    ego : str or int, optional
        Who asks, if not the owner of the network.
    exclude : collection of Contact or str
        People not to suggest.
    include : collection of Contact or str
        People who are on the list in any case.
    per_circle : int, optional
        How many of one circle at most; those to include are never left out for it.
    at_least : mapping of Function to int, optional
        How many at least should serve a function.
    hours : float, optional
        The effort that all of them may take together.
    discreet : bool
        Leave out everybody who works where the person works now: stated colleagues, bosses and
        reports, those of the same employer, those who write from the same firm's domain, and those
        with an address, however old, at a domain of the employer, unless they are known to work
        elsewhere. Where it is not known where the person works, ``shortfalls`` says so. Else such a
        pick says so.
    cost : float, mapping of str to float, or callable
        The hours that a contact takes: the same for all, by person (1 for whoever is not named), or
        asked of each ``Contact``; above 0.
    compare_with : collection of Contact or str, optional
        The people one would have called; ``comparison`` then says how they differ.

    Returns
    -------
    Recommendations
        At most ``n``, the one who adds most first, equals by score and then by key; fewer where
        fewer come into question.

    Raises
    ------
    InvalidArgumentError
        If an argument is of the wrong kind or outside its range, a name is that of several people,
        somebody to include does not come into question, or the wishes contradict each other.
    StrategyError
        If the strategy is none, or returns what cannot be ranked.
    NotFoundError, InvalidNetworkError
        If somebody named is not in the network, or no ``ego`` is named and the network is nobody's.

    References
    ----------
    .. [1] Nemhauser, G. L., Wolsey, L. A., Fisher, M. L. (1978). "An analysis of approximations for
       maximizing submodular set functions." Mathematical Programming 14(1), 265-294.
       https://doi.org/10.1007/BF01588971

    Examples
    --------
    >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> recommend(network, ego="ada", n=1)
    Recommendations(1 of 2 candidates)
    """
    check_kind("network", network, Network)
    goal = network.goal_meant(goal)
    request = read_request(
        network,
        n=n,
        exclude=exclude,
        include=include,
        per_circle=per_circle,
        at_least=at_least,
        hours=hours,
        discreet=discreet,
        cost=cost,
    )
    own = None if compare_with is None else People(network).numbers("compare_with", compare_with)
    strategy = default_strategy(goal) if strategy is None else strategy
    ties = network.ties_of(ego)
    own_rows = None if own is None else rows_of(ties, own)
    scores = scores_to_tell(strategy, ties)
    amounts = function_amounts(ties, goal)
    lacking, unshown = unsupported(ties, amounts), cannot_be_shown(ties, goal)
    needed = request.also(lacking)
    serving = amounts >= SERVES
    # A strategy of one's own says for whom anything speaks by having an opinion.
    speaks = np.ones(len(ties), dtype=np.bool_)
    if strategy == default_strategy(goal):
        speaks = is_worth_a_talk(ties, goal, serving)
    may = may_be_named(ties, serving, wants_support=needed.wants_support)
    rules = request.rules_out(ties, scores, may, speaks)
    rows = one_of_each(ties, request.candidates(ties, scores, rules), request.include)
    serves = serving[:, rows]
    # Support is what the closest give already: it counts only where nobody in reach gives it.
    wanted = np.array([float(f is not Function.SUPPORT or f in lacking) for f in Function])
    # One group for all: the rank among everybody in question. Where the data shows no contact with
    # anybody a score tells little more than how long ago two people were connected, and counts
    # half, so that there is room for when, where and as what.
    rank = ranks(rounded(scores[rows]), np.zeros(len(rows), dtype=np.int64))
    relevance = rank if shows_contact(ties) else (1 + rank) / 2
    worth = objective(ties, rows, relevance, amounts[:, rows], wanted)
    choice = choose(worth, needed.limits(ties, rows, serves))
    chosen = rows[list(choice.candidates)]
    serves_chosen = serves[:, list(choice.candidates)].sum(axis=1)
    return Recommendations(
        picks=_picks(ties, goal, strategy, scores, rows, serves, worth, choice),
        candidates=len(rows),
        certificate=choice.certificate,
        coverage=cover(ties, amounts),
        effect=list_effect(ties, chosen),
        shortfalls=fields_missed(ties, goal)
        + contact_missed(ties)
        + workplace_missed(request, ties)
        + shortfalls(request, lacking, unshown, ties.circle[rows], serves_chosen, len(chosen)),
        ruled_out=rules.counted(rows),
        comparison=None if own_rows is None else compare(ties, chosen, own_rows),
    ).in_language(network.language)


def _picks(
    ties: Ties,
    goal: Goal | None,
    strategy: ScoringStrategy,
    scores: FloatArray,
    rows: IntArray,
    serves: BoolArray,
    worth: Objective,
    choice: Choice,
) -> tuple[Recommendation, ...]:
    """Say of each of the chosen what she adds to those before her, and why she."""
    finder, missed = ReasonFinder(ties, goal), worth.nothing()
    inner = outside(ties) == 0
    supports = np.array([function is Function.SUPPORT for function in Function])
    stated = np.array([ties.serves(function) for function in Function])
    said = np.zeros(len(Function), dtype=np.int64)
    picks = []
    for candidate in choice.candidates:
        row, served = int(rows[candidate]), serves[:, candidate]
        # Of the inner circle support is to be had, and nothing else is said of it.
        served = served & (supports if inner[row] else True)
        # As long as it is open who she is, no more is said of her than the person said herself.
        served &= stated[:, row] | (finder.doubt(row) is None)
        # What enough of the list bring is no news of one more, unless the person said so herself.
        served &= (said < SAME_LABEL) | stated[:, row]
        function = worth.function(missed, candidate, served)
        if strategy.function is not None and served[tuple(Function).index(strategy.function)]:
            function = strategy.function
        said += np.array([function is each for each in Function])
        picks.append(
            Recommendation(
                contact=ties.network.contact(int(ties.target[row])),
                function=function,
                score=float(scores[row]),
                gain=worth.gain(missed, candidate),
                reasons=finder.reasons(row, function),
            )
        )
        missed = worth.with_candidate(missed, candidate)
    return tuple(picks)

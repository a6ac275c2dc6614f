"""Who comes into question for a list."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import numpy as np

from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network import BoolArray, IntArray, Network, Ties
from netzwerkwandel.network.carried import MadeOf
from netzwerkwandel.network.pairs import is_office
from netzwerkwandel.scoring.six_functions import gone_that_way, outside, saw_me


A_MONTH = 30
"""Whoever was met, or talked to on the phone, within so many days is not suggested."""


def are_eligible(ties: Ties) -> BoolArray:
    """Whether a contact comes into question at all: a person, not an office, and no lost cause.

    That two parted in a quarrel is not asked here: then there is no score (``checked_scores``).
    """
    eligible: BoolArray = ~never_answered(ties) & ~are_offices(ties)
    return eligible


def are_offices(ties: Ties) -> BoolArray:
    """Whether a contact is an office, and no person."""
    return ties.worked_out(
        "is office",
        MadeOf.PEOPLE,
        lambda: ties.of_contacts(lambda contact: float(is_office(contact))) > 0,
    )


def never_answered(ties: Ties) -> BoolArray:
    """Whether somebody has let every mail go unanswered, as far as the data can show it."""
    # Whoever never answered is left alone. But where nobody ever reached out to the person at all,
    # meetings and calls aside, the data has only her side of everything, as a folder of sent mail
    # does: then silence says nothing.
    sides_show = np.any((ties.answers > 0) & (ties.talks == 0))
    never: BoolArray = (ties.answers == 0) & ~ties.is_stated & sides_show
    return never


def may_be_named(ties: Ties, serving: BoolArray, *, wants_support: bool) -> BoolArray:
    """Who may be suggested: all but the inner circle, of whom only support is to be had.

    Whoever wrote and waits for an answer may, however strong the tie is: where others are answered,
    she is not one of the closest.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    serving : BoolArray, shape (n_functions, n_rows)
        Who serves which function.
    wants_support : bool
        Whether support is wanted.
    """
    supports = serving[tuple(Function).index(Function.SUPPORT)] & wants_support
    waits = (ties.answers == 0.5) & np.any(ties.answers == 1)
    may: BoolArray = (outside(ties) > 0) | supports | waits
    return may


def is_worth_a_talk(ties: Ties, goal: Goal | None, serving: BoolArray) -> BoolArray:
    """For whom anything speaks that can be said.

    She serves a function, knows somebody new, has gone the way, saw the person at work before, or
    waits for an answer; or she sleeps, answers, or is of another circle than those of the inner
    one. The last three say nothing of somebody of whom one day of contact is known, long ago, and
    nothing else.
    """
    inner = outside(ties) == 0
    elsewhere = ~np.isin(ties.circle, ties.circle[inner])
    speaks: BoolArray = serving.any(axis=0) | (ties.reach > 0) | (ties.answers == 0.5)
    speaks |= gone_that_way(ties, goal) | saw_me(ties)
    faded = (ties.silence >= 1) & (ties.contact_days < 2) & ~ties.is_stated
    return speaks | ~faded & (ties.is_dormant | elsewhere | (ties.answers > 0))


def lookalikes(network: Network, numbers: IntArray) -> set[Key]:
    """The keys of all who may be one person with one of some people, as long as that is open."""
    questions, keys = network.open_questions, network.keys
    groups = {id(questions[keys[n]]) for n in numbers.tolist() if keys[n] in questions}
    return {key for key, group in questions.items() if id(group) in groups}


def with_lookalikes(ties: Ties, some: BoolArray) -> BoolArray:
    """Some contacts, and whoever may be one person with one of them as long as that is open."""
    alike = lookalikes(ties.network, ties.target[some])
    if not alike:
        return some
    both: BoolArray = some | [ties.network.keys[n] in alike for n in ties.target.tolist()]
    return both


def is_just_talked_to(ties: Ties) -> BoolArray:
    """Whom the person met, was introduced to or talked to on the phone within the last month."""
    network = ties.network
    if network.as_of is None:
        return np.zeros(len(ties), dtype=np.bool_)
    just: BoolArray = network.as_of.timestamp() - ties.last_talk < A_MONTH * SECONDS_A_DAY
    since = network.as_of.date() - timedelta(days=A_MONTH)
    lately = [made for made in network.suggestions if made.talked and made.talked > since]
    introduced = {who for made in lately for who in made.introduced}
    if introduced:
        just |= ties.of_contacts(lambda contact: not introduced.isdisjoint(contact.keys)) > 0
    return just


def is_answered(ties: Ties) -> BoolArray:
    """Who was suggested and talked to, declined or put off, and is not to be suggested again yet.

    What was said last of somebody counts.
    """
    network = ties.network
    if network.as_of is None or not network.suggestions:
        return np.zeros(len(ties), dtype=np.bool_)
    last = {each.contact: each for each in network.suggestions}  # they are in the order of days
    day = network.as_of.date()
    out = {key for key, each in last.items() if each.rules_out(day)}
    return np.array([network.keys[i] in out for i in ties.target.tolist()], dtype=np.bool_)


def one_of_each(ties: Ties, rows: IntArray, included: Collection[int]) -> IntArray:
    """Of contacts who may be one person, keep the first; nobody who is asked for is left out.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray
        Those in question, the best first.
    included : collection of int
        The numbers of people who are on the list in any case.

    Returns
    -------
    IntArray
        Some of the rows.
    """
    questions, keys = ties.network.open_questions, ties.network.keys
    if not questions:
        return rows
    named = {id(questions[keys[n]]) for n in included if keys[n] in questions}
    kept = []
    for row in rows.tolist():
        number = int(ties.target[row])
        group = questions.get(keys[number])
        if group is None or number in included or id(group) not in named:
            kept.append(row)
        named.add(id(group))
    return np.array(kept, dtype=np.int64)

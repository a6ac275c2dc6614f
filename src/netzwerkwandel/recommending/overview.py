"""What is known of a list as a whole: what it lacks, would change, and how it compares."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum, unique

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.metrics.tie_totals import own_holes, own_holes_with
from netzwerkwandel.model import Channel, Function, Goal, Key
from netzwerkwandel.model.keys import counted
from netzwerkwandel.model.naming import named_functions
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.network import FloatArray, IntArray, Ties
from netzwerkwandel.recommending.choice import shows_contact
from netzwerkwandel.recommending.new_people import new_people
from netzwerkwandel.recommending.request import Request
from netzwerkwandel.recommending.workplace import employer_unmatched, is_workplace_known
from netzwerkwandel.texts import Catalogue, Explained, printable


ENOUGH_CANDIDATES = 10
"""Among fewer there is little to choose (Walter, Levin & Murnighan 2015 asked for ten)."""

NOTICEABLE = 0.02
"""The relative change of constraint from which a network is said to open or close."""

DIFFERENT = 0.05
"""The difference of two shares, each from 0 to 1, from which one is said to be more."""


@unique
class ShortfallKind(StrEnum):
    """What a list could not do."""

    NOBODY = "nobody"
    FEWER = "fewer"
    FEW_CANDIDATES = "few candidates"
    ONE_CIRCLE = "one circle"
    SAFE_BASE = "safe base"
    FUNCTION = "function"
    HOURS = "hours"
    CANNOT_SHOW = "cannot show"
    NO_FIELD = "no field"
    NO_CONTACT = "no contact"
    NO_WORKPLACE = "no workplace"
    NOBODY_AT_WORK = "nobody at work"


@attrs.frozen
class Shortfall(Explained):
    """Something that a list could not do, said plainly.

    Parameters
    ----------
    kind : ShortfallKind
        What it is about.
    function : Function or None
        The function that is not covered, or has fewer people than wanted.
    n : int
        How many there are: people on the list, candidates, or people who serve the function.
    functions : sequence of Function
        What the data cannot show of anybody.
    fields : sequence of str
        The wanted fields that nobody is known to work in, and then the nearest that there are; the
        employer that is told of the person, and nobody else's, and then the nearest.

    Examples
    --------
    >>> print(Shortfall(ShortfallKind.FEW_CANDIDATES, n=4).explain())
    With only 4 people to choose from, take the list as a hint.
    """

    kind: ShortfallKind
    function: Function | None = None
    n: int = 0
    functions: tuple[Function, ...] = ()
    fields: tuple[str, ...] = ()

    @override
    def _told(self, texts: Catalogue) -> str:
        some = self.functions if self.function is None else (self.function,)
        functions = named_functions(some, texts)
        named = [printable(field) for field in self.fields]
        wanted = [texts.say("wanted field", field=field) for field in named[: self.n]]
        fields, nearest = texts.listing(wanted), texts.listing(named[self.n :])
        # What could be said of one function can be what could be said of another, too.
        what = texts.listing(list(dict.fromkeys(texts.say(f"state {each}") for each in some)))
        name = f"{'nearest' if nearest else 'shortfall'} {self.kind}"
        name = "no hours" if self.kind is ShortfallKind.HOURS and not self.n else name
        values = {"functions": functions, "fields": fields, "nearest": nearest, "what": what}
        return texts.say(name, self.n, **values)


def shortfalls(
    request: Request,
    unsupported: Collection[Function],
    unshown: tuple[Function, ...],
    circles: IntArray,
    serving: IntArray,
    chosen: int,
) -> tuple[Shortfall, ...]:
    """Say what a list could not do.

    Parameters
    ----------
    request : Request
        What was wanted.
    unsupported : collection of Function
        The functions of the safe base that nobody serves whose tie is in use.
    unshown : sequence of Function
        Those that the data cannot show of anybody.
    circles : IntArray, shape (n_candidates,)
        Whose circle each candidate belongs to.
    serving : IntArray, shape (n_functions,)
        How many of the list serve each function.
    chosen : int
        How many are on the list.
    """
    short = []
    if not len(circles):
        short.append(Shortfall(ShortfallKind.NOBODY))
    elif chosen < request.n:
        # With enough people to choose from, and none left out for her circle, it was the hours.
        by_hours = request.hours is not None and request.per_circle is None
        fits = by_hours and chosen < len(circles)
        kind = ShortfallKind.HOURS if fits else ShortfallKind.FEWER
        short.append(Shortfall(kind, n=chosen))
    if 0 < len(circles) < ENOUGH_CANDIDATES:
        short.append(Shortfall(ShortfallKind.FEW_CANDIDATES, n=len(circles)))
    if len(circles) > 1 and len(np.unique(circles)) == 1:
        short.append(Shortfall(ShortfallKind.ONE_CIRCLE))
    for function, n in zip(Function, serving.tolist(), strict=True):
        if function in unsupported and function not in unshown and n == 0:
            short.append(Shortfall(ShortfallKind.SAFE_BASE, function))
        if n < request.at_least.get(function, 0):
            short.append(Shortfall(ShortfallKind.FUNCTION, function, n))
    if unshown and len(circles):
        short.append(Shortfall(ShortfallKind.CANNOT_SHOW, functions=unshown))
    return tuple(short)


def fields_missed(ties: Ties, goal: Goal | None) -> tuple[Shortfall, ...]:
    """Say that nobody works in any of the wanted fields, and which fields come nearest."""
    contacts = ties.network.contacts
    if goal is None or not contacts or not len(ties) or ties.in_field(goal).any():
        return ()
    known = [contacts[i] for i in ties.target.tolist()]
    wanted = goal.fields
    fields = (*wanted, *ties.network.field_matcher.nearest(known, wanted))
    return (Shortfall(ShortfallKind.NO_FIELD, n=len(wanted), fields=fields),)


def contact_missed(ties: Ties) -> tuple[Shortfall, ...]:
    """Say that the data shows of nobody when the two were in touch, as an address book does not."""
    knows_days = ties.network.as_of is not None
    is_missed = knows_days and len(ties) > 0 and not shows_contact(ties)
    return (Shortfall(ShortfallKind.NO_CONTACT),) if is_missed else ()


def workplace_missed(request: Request, ties: Ties) -> tuple[Shortfall, ...]:
    """Say that a list is perhaps not discreet.

    So it is where nothing says where the person works, and where nobody is told to work there: then
    the employer may be spelled otherwise by others.
    """
    if not request.discreet:
        return ()
    if not is_workplace_known(ties):
        return (Shortfall(ShortfallKind.NO_WORKPLACE),)
    told = employer_unmatched(ties)
    return (Shortfall(ShortfallKind.NOBODY_AT_WORK, n=1, fields=told),) if told else ()


@attrs.frozen
class ListEffect(Explained):
    """What would talking to these people once do to a person's own network?

    Measured exactly, in the ego model, after one meeting more with each of them; reported, not
    what the choice strives for, since neither measure can be optimised with a guarantee.

    Parameters
    ----------
    effective_size : Shift
        How many contacts there are that do not repeat each other; nan without any.
    constraint : Shift
        How closed the circle is; lower is more open; nan without contacts.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada"], ["ben", "eva"])
    >>> effect = nw.recommend(network, ego="ada", n=1).effect
    >>> round(effect.constraint.change, 2)  # one of two contacts would weigh more
    0.18
    """

    effective_size: Shift
    constraint: Shift

    @override
    def _told(self, texts: Catalogue) -> str:
        before, after = self.constraint.before, self.constraint.after
        return texts.say(f"effect {_compared(after, before, NOTICEABLE * before)}")


def list_effect(ties: Ties, rows: IntArray) -> ListEffect:
    """Measure what one meeting with each of some contacts would change."""
    before = after = own_holes(ties)
    if len(rows):
        weights = ties.weight.copy()
        weights[rows] += ties.network.tie_strength.weight(Channel.MEETING, 2)
        after = own_holes_with(ties, weights)
    return ListEffect(
        Shift(before.effective_size, after.effective_size),
        Shift(before.constraint, after.constraint),
    )


@attrs.frozen(kw_only=True)
class ChoiceSummary:
    """What are some contacts like, taken together?

    Parameters
    ----------
    people : int
        How many there are.
    redundancy : float
        Mean redundancy, 0 to 1: how much of what they know comes from elsewhere too.
    shared_time : float
        Mean of how much past time was shared, 0 to 1.
    core : float
        Mean depth in the core, 0 to 1.
    dormant : int
        How many of the ties are dormant.
    circles : int
        How many circles they belong to.
    new_people : int
        How many people they know whom the person who asks does not.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> ties = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> network = nw.Network.from_edges(*ties)
    >>> picks = nw.recommend(network, ego="ada", n=1, compare_with=["eva"])
    >>> picks.comparison.suggested.new_people, picks.comparison.own.new_people
    (2, 0)
    """

    people: int
    redundancy: float
    shared_time: float
    core: float
    dormant: int
    circles: int
    new_people: int


@attrs.frozen(kw_only=True)
class Comparison(Explained):
    """How do the people one would have called differ from those on the list?

    In uncertain times one seeks the familiar; to see it is enough.

    Parameters
    ----------
    suggested : ChoiceSummary
        Of the list.
    own : ChoiceSummary
        Of one's own choice.
    in_both : sequence of str
        The keys of those who are on both.
    added_circles : int
        Circles that the list leads into and one's own choice does not.
    added_people : int
        New people whom the list leads to and one's own choice does not.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> ties = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> network = nw.Network.from_edges(*ties)
    >>> picks = nw.recommend(network, ego="ada", n=1, compare_with=["eva"])
    >>> picks.comparison.added_circles, picks.comparison.added_people
    (1, 2)
    """

    suggested: ChoiceSummary
    own: ChoiceSummary
    in_both: tuple[Key, ...] = attrs.field(repr=counted)
    added_circles: int
    added_people: int

    @override
    def _told(self, texts: Catalogue) -> str:
        listed, own, both = self.suggested, self.own, len(self.in_both)
        share = "none" if not both else "all" if both == own.people else "some"
        sentences = [texts.say(f"compare both {share}", own.people, both=texts.number(both))]
        if not listed.people:
            return sentences[0]
        past = _compared(listed.shared_time, own.shared_time, DIFFERENT)
        overlap = _compared(listed.redundancy, own.redundancy, DIFFERENT)
        sentences += [texts.say(f"compare past {past}"), texts.say(f"compare overlap {overlap}")]
        if listed.dormant or own.dormant:
            own_dormant = texts.number(own.dormant)
            sentences.append(texts.say("compare dormant", listed.dormant, own=own_dormant))
        added = {"circles": self.added_circles, "people": self.added_people}
        parts = texts.listing([texts.say(f"compare {name}", n) for name, n in added.items() if n])
        name = "compare adds" if parts else "compare adds nothing"
        return " ".join([*sentences, texts.say(name, parts=parts)])


def compare(ties: Ties, suggested: IntArray, own: IntArray) -> Comparison:
    """Compare two choices of contacts, given by their rows."""
    network, choices = ties.network, (suggested, own)
    circles = [np.unique(ties.circle[rows]) for rows in choices]
    people = [np.unique(network.indices[new_people(ties, rows)[1]]) for rows in choices]
    summaries = [
        ChoiceSummary(
            people=len(rows),
            redundancy=_mean(ties.redundancy[rows]),
            shared_time=_mean(ties.shared_time[rows]),
            core=_mean(ties.core[rows]),
            dormant=int(ties.is_dormant[rows].sum()),
            circles=len(its_circles),
            new_people=len(its_people),
        )
        for rows, its_circles, its_people in zip(choices, circles, people, strict=True)
    ]
    both = ties.target[np.intersect1d(suggested, own)]
    return Comparison(
        suggested=summaries[0],
        own=summaries[1],
        in_both=tuple(sorted(network.keys[i] for i in both.tolist())),
        added_circles=len(np.setdiff1d(circles[0], circles[1])),
        added_people=len(np.setdiff1d(people[0], people[1])),
    )


def _mean(values: FloatArray) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _compared(value: float, other: float, least: float) -> str:
    """Whether a value is less or more than another, or about alike."""
    if value < other - least:
        return "less"
    return "more" if value > other + least else "alike"

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

import attrs
import numpy as np

from netzwerkwandel.model import Contact, Function, Goal, Key, Relation, Tie
from netzwerkwandel.model.arguments import check_aware, check_count, check_kind
from netzwerkwandel.network import Chronicle, IntArray, Network
from netzwerkwandel.network.arrays import find_ties, put
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.network.statements import Statements
from netzwerkwandel.recommending._recommend import recommend
from netzwerkwandel.recommending.question import ON_LIST, Question, QuestionKind, Questions
from netzwerkwandel.recommending.result import Recommendations
from netzwerkwandel.recommending.workplace import (
    are_at_work,
    employer_unmatched,
    is_workplace_known,
)
from netzwerkwandel.records import Records


NAMED = 3
"""So many who may be a boss are named at most."""

MOVED = 0.4
"""How likely it is taken to be that an answer moves somebody on the list."""

TRUST = 0.9
"""How far somebody is taken to be trusted who may come onto the list by an answer."""


def questions(
    records: Records | Chronicle,
    *,
    n: int = 12,
    as_of: datetime,
    goal: Goal | None = None,
    listed: int = 10,
    discreet: bool = False,
) -> Questions:
    """What should I say next? The answers that would change my list most, and why each is asked.

    Who is one person; what came of a suggestion since which there was contact; who the boss is and
    where one works, without which no list can be discreet; and how one knows those on the list, or
    those who would come onto it if they turned out to be trusted colleagues of earlier times.

    Parameters
    ----------
    records : Records or Chronicle
        One person's data.
    n : int
        How many at most, at least 1.
    as_of : datetime
        The moment, with a time zone.
    goal : Goal, optional
        Where the change is heading; by default as the records say.
    listed : int
        How many the list has that they are about, at least 1.
    discreet : bool
        Whether that list is a discreet one, as for ``recommend``.

    Returns
    -------
    Questions
        A tuple: those first whose answer would change most, equals by kind and then by key. Each is
        answered by ``Question.answered``; ``explain`` asks all of them, and says each reason once.

    Raises
    ------
    InvalidArgumentError
        If an argument is of the wrong kind, ``as_of`` has no time zone, or the records have no
        owner.

    Notes
    -----
    Costs one network and three lists.

    Examples
    --------
    >>> from datetime import UTC
    >>> ben, me = Contact(key="card:1", name="Ben Okafor"), Contact(key="me:")
    >>> records = Records(contacts=[ben, me], ties=[Tie(a="me:", b="card:1")], me="me:")
    >>> asked = questions(records, as_of=datetime(2026, 11, 1, tzinfo=UTC))
    >>> print(asked[0].explain().partition("?")[0])
    Where do you work now
    """
    check_count("n", n, 1)
    check_count("listed", listed, 1)
    check_kind("discreet", discreet, bool)
    check_aware("as_of", as_of)
    chronicle = as_chronicle(records, None)
    network = chronicle.network(as_of)
    goal = network.goal_meant(goal)
    finder = QuestionFinder(chronicle.records, network, goal, listed, discreet=discreet)
    asked = [*finder.outcomes(), *finder.same_people(), *finder.at_work(), *finder.relations()]
    order = list(QuestionKind)
    asked.sort(key=lambda q: (-q.changes, order.index(q.kind), [c.key for c in q.contacts]))
    those = (attrs.evolve(each, listed=finder.named or listed) for each in asked[:n])
    return Questions.of(those, network.language)


def places_on(picks: Recommendations) -> dict[Key, tuple[int, Function | None]]:
    """At which place, and for what, each of a list stands there."""
    return {pick.contact.key: (place, pick.function) for place, pick in enumerate(picks)}


class QuestionFinder:
    """Finds what may be asked about a list, and how much of it each answer may change.

    Parameters
    ----------
    records : Records
        One person's data.
    network : Network
        Her network as of the moment of the list.
    goal : Goal or None
        Where the change is heading.
    n : int
        How many the list has.
    discreet : bool
        Whether it is a discreet one.
    """

    def __init__(
        self, records: Records, network: Network, goal: Goal | None, n: int, *, discreet: bool
    ) -> None:
        self._records, self._network, self._n = records, network, n
        self._is_discreet = discreet
        self._list_of = partial(recommend, goal=goal, discreet=discreet)
        self._ties = network.ties_of()
        self._picks = self._list_of(network, n=n)
        self._listed = {pick.contact.key for pick in self._picks}

    @property
    def named(self) -> int:
        """How many the list names, who may be fewer than were asked for."""
        return len(self._picks)

    def outcomes(self) -> Iterator[Question]:
        """What came of a suggestion: who was talked to leaves the list, and what it brought counts.

        What happened after the moment of the list is not seen.
        """
        assert self._network.as_of is not None
        heard, today = self._records.talked_since(), self._network.as_of.date()
        for each in self._network.suggestions:
            if each.key in heard and heard[each.key] <= today:
                on_list = int(each.contact in self._listed)
                yield Question(
                    kind=QuestionKind.OUTCOME,
                    contacts=(self._records.contact(each.contact),),
                    changes=1.0 + on_list / 2,
                    on_list=on_list,
                    suggestion=each,
                )

    def same_people(self) -> Iterator[Question]:
        """Who is one person: it changes most where she is listed and was in touch elsewhere."""
        groups = {id(group): group for group in self._network.open_questions.values()}
        for group in groups.values():
            on_list = sum(contact.key in self._listed for contact in group.contacts)
            others = group.likelihood * group.telling / 5
            yield Question(
                kind=QuestionKind.SAME_PERSON,
                contacts=group.contacts,
                changes=on_list * (1 + group.telling) / 2 if on_list else others,
                on_list=on_list,
                duplicate=group,
            )

    def at_work(self) -> Iterator[Question]:
        """Who the boss is, and where one works: without that no list can be discreet."""
        network, ties = self._network, self._ties
        if network.ego is None or not self._picks:
            return
        if not is_workplace_known(ties):
            yield Question(kind=QuestionKind.EMPLOYER, changes=0.8)
            return
        # An employer without anybody who works there is right in itself; but one that is spelled
        # much like another, or that a discreet list relies on, is asked for again.
        unmatched = employer_unmatched(ties)
        if len(unmatched) > 1 or (unmatched and self._is_discreet):
            me = network.contact(network.ego)
            yield Question(kind=QuestionKind.EMPLOYER, contacts=(me,), changes=0.8)
        rows = np.flatnonzero(are_at_work(ties, by_domain=True))
        if len(rows) and not ties.has_relation(Relation.BOSS).any():
            yield self._boss(rows)

    def _boss(self, rows: IntArray) -> Question:
        """Who of those who work where she works is the boss: likeliest who is most in touch."""
        network, ties = self._network, self._ties
        rows = rows[np.argsort(-ties.strength[rows], kind="stable")]
        contacts = [network.contact(i) for i in ties.target[rows].tolist()]
        on_list = sum(contact.key in self._listed for contact in contacts)
        return Question(
            kind=QuestionKind.BOSS,
            contacts=tuple(contacts[:NAMED]),
            changes=0.5 + 0.7 * on_list,
            on_list=on_list,
        )

    def relations(self) -> Iterator[Question]:
        """How one knows those on the list of whom nothing is stated, and those who come next.

        They are asked as if they had turned out to be trusted colleagues of earlier times: who
        comes onto the list then, or to another place or another label on it?
        """
        unstated = self._unstated()
        as_if = self._list_of(self._as_if_trusted(unstated), n=self._n)
        before, after = places_on(self._picks), places_on(as_if)
        for contact in unstated:
            is_listed = contact.key in before
            changes = before.get(contact.key) != after.get(contact.key)
            if is_listed or changes:
                # Whoever is on the list may leave it by the answer: parted in a quarrel, or family.
                yield Question(
                    kind=QuestionKind.RELATION,
                    contacts=(contact,),
                    changes=ON_LIST * is_listed + MOVED * changes,
                    on_list=int(is_listed),
                )

    def _unstated(self) -> list[Contact]:
        """Of whom of a longer list nothing is stated; that two are connected says little."""
        says_little = (Relation.CONNECTION, Relation.ACQUAINTANCE)
        telling = [self._ties.has_relation(each) for each in Relation if each not in says_little]
        stated = {self._network.keys[i] for i in self._ties.target[np.any(telling, axis=0)]}
        longer = self._list_of(self._network, n=3 * self._n)
        contacts = {pick.contact.key: pick.contact for pick in (*self._picks, *longer)}
        # Who may be somebody else is asked that first; who was met in a course, or was introduced,
        # is known from there.
        met = {key for made in self._network.suggestions for key in made.introduced}
        known = {*stated, *self._network.open_questions, *self._network.companions, *met}
        return [each for each in contacts.values() if known.isdisjoint(each.keys)]

    def _as_if_trusted(self, contacts: Sequence[Contact]) -> Network:
        """The same network, in which some contacts are stated to be trusted former colleagues."""
        network, ties = self._network, self._ties
        numbers = [network.index_of(contact.key) for contact in contacts]
        rows = np.flatnonzero(np.isin(ties.target, numbers))
        back = find_ties(network.indptr, network.indices, ties.target[rows], ties.source[rows])
        me, past = network.keys[int(network.ego or 0)], {Relation.FORMER_COLLEAGUE}
        keys = [network.keys[i] for i in ties.target[rows].tolist()]
        said = [Tie(a=me, b=key, relations=past, trust=TRUST) for key in keys]
        more = Statements.of(said, ties.positions[rows], back)
        other = attrs.evolve(network, statements=network.statements.with_more(more))
        # Who is one person is the same question there, and asked once.
        put(other, "open_questions", network.open_questions)
        return other

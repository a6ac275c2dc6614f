from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum, unique

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.model import Contact, Goal, Key, Relation, Suggestion, Tie
from netzwerkwandel.model.arguments import check_aware, check_count
from netzwerkwandel.model.as_dict import AsDict
from netzwerkwandel.model.keys import own_domains
from netzwerkwandel.model.naming import called
from netzwerkwandel.network import Chronicle, IntArray, Network, Ties
from netzwerkwandel.network.arrays import find_ties, put
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.network.statements import Statements
from netzwerkwandel.recommending._recommend import recommend
from netzwerkwandel.recommending.request import are_at_work
from netzwerkwandel.recommending.result import Recommendations
from netzwerkwandel.records import Records
from netzwerkwandel.texts import Catalogue, Explained


LISTED = 10
"""The questions are about a list of so many."""

NAMED = 3
"""So many who may be a boss are named at most."""

ON_LIST, MOVED = 0.3, 0.4
"""How likely it is taken to be that an answer takes somebody off the list, or moves her on it."""

TRUST = 0.9
"""How far somebody is taken to be trusted who may come onto the list by an answer."""


@unique
class QuestionKind(StrEnum):
    """What a question is about."""

    OUTCOME = "outcome"
    SAME_PERSON = "same person"
    BOSS = "boss"
    EMPLOYER = "employer"
    RELATION = "relation"


@attrs.frozen(kw_only=True)
class Question(Explained, AsDict):
    """Something that only the person herself knows, and whose answer may change her list.

    Parameters
    ----------
    kind : QuestionKind
        What it is about.
    contacts : sequence of Contact
        Of whom; of a boss, who may be it.
    changes : float
        How many of the people on the list the answer may change: an estimate to sort by.
    on_list : int
        How many of the people on the list it is about.
    duplicate : PossibleDuplicate or None
        The group, where it is asked who is one person: answered by ``Records.with_answers``.
    suggestion : Suggestion or None
        Where it is asked what came of it: answered by ``Records.with_answer``. All else is answered
        by ``Records.with_tie`` and ``with_contact``.
    """

    kind: QuestionKind
    contacts: tuple[Contact, ...] = ()
    changes: float
    on_list: int = 0
    duplicate: PossibleDuplicate | None = None
    suggestion: Suggestion | None = None

    @override
    def _as_dict(self) -> dict[str, object]:
        return {
            "kind": str(self.kind),
            "people": [contact.key for contact in self.contacts],
            "names": [contact.label for contact in self.contacts],
            "changes": self.changes,
            "on_list": self.on_list,
        }

    @override
    def _told(self, texts: Catalogue) -> str:
        """Ask it, and say why it is asked."""
        names = [called(contact, texts) for contact in self.contacts]
        who = texts.listing(names)
        told = "listed" if self.on_list else "other"
        if self.kind is QuestionKind.RELATION and self.on_list and self.changes > ON_LIST:
            told = "changing"
        why = texts.say(f"why {self.kind} {told}", max(self.on_list, 1), who=who)
        if self.duplicate is not None:
            return f"{self.duplicate.explain(texts)}\n{why}"
        kind = str(self.kind)
        if self.kind is QuestionKind.BOSS and names:
            kind = "boss perhaps"
        elif self.kind is QuestionKind.RELATION and not self.contacts[0].position:
            kind = "relation work"
        on = texts.day(self.suggestion.on) if self.suggestion is not None else ""
        return f"{texts.say(f'question {kind}', who=who, on=on)} {why}"


def questions(
    records: Records | Chronicle,
    *,
    n: int = 12,
    as_of: datetime,
    goal: Goal | None = None,
) -> tuple[Question, ...]:
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
        Where the change is heading.

    Returns
    -------
    tuple of Question
        Those first whose answer would change most, equals by kind and then by key.

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
    check_aware("as_of", as_of)
    chronicle = as_chronicle(records, None)
    network = chronicle.network(as_of)
    picks = recommend(network, goal=goal, n=LISTED)
    ties = network.ties_of()
    asked = [
        *_outcomes(chronicle.records, network, picks),
        *_same_people(network, picks),
        *_at_work(ties, picks),
        *_relations(ties, picks, goal),
    ]
    order = list(QuestionKind)
    asked.sort(key=lambda q: (-q.changes, order.index(q.kind), [c.key for c in q.contacts]))
    return tuple(asked[:n])


def _listed(picks: Recommendations) -> set[Key]:
    return {pick.contact.key for pick in picks}


def _outcomes(records: Records, network: Network, picks: Recommendations) -> Iterator[Question]:
    """What came of a suggestion: whoever was talked to leaves the list, and what it brought counts.

    What happened after the moment of the list is not seen.
    """
    assert network.as_of is not None
    heard, listed = records.talked_since(), _listed(picks)
    for each in network.suggestions:
        if each.key in heard and heard[each.key] <= network.as_of.date():
            on_list = int(each.contact in listed)
            yield Question(
                kind=QuestionKind.OUTCOME,
                contacts=(records.contact(each.contact),),
                changes=1.0 + on_list / 2,
                on_list=on_list,
                suggestion=each,
            )


def _same_people(network: Network, picks: Recommendations) -> Iterator[Question]:
    """Who is one person: it changes most where she is on the list and was in touch elsewhere."""
    listed = _listed(picks)
    groups = {id(group): group for group in network.open_questions.values()}
    for group in groups.values():
        on_list = sum(contact.key in listed for contact in group.contacts)
        share = group.likelihood * group.telling
        yield Question(
            kind=QuestionKind.SAME_PERSON,
            contacts=group.contacts,
            changes=on_list * (1 + group.telling) / 2 if on_list else share / 5,
            on_list=on_list,
            duplicate=group,
        )


def _at_work(ties: Ties, picks: Recommendations) -> Iterator[Question]:
    """Who the boss is, and where one works: without that no list can be discreet."""
    if not ties.network.contacts or not picks:
        return
    (me,) = {ties.network.contacts[i] for i in ties.source.tolist()}
    if not me.organisation and not own_domains(me.keys):
        yield Question(kind=QuestionKind.EMPLOYER, changes=0.8)
        return
    at_work = are_at_work(ties, by_domain=True)
    if not ties.has_relation(Relation.BOSS).any() and at_work.any():
        rows = np.flatnonzero(at_work)
        rows = rows[np.argsort(-ties.strength[rows], kind="stable")]
        listed = _listed(picks)
        contacts = [ties.network.contact(int(ties.target[row])) for row in rows]
        on_list = sum(contact.key in listed for contact in contacts)
        yield Question(
            kind=QuestionKind.BOSS,
            contacts=tuple(contacts[:NAMED]),
            changes=0.5 + 0.7 * on_list,
            on_list=on_list,
        )


def _relations(ties: Ties, picks: Recommendations, goal: Goal | None) -> Iterator[Question]:
    """How one knows those on the list of whom nothing is stated, and those who come next.

    Each is asked as if she had turned out to be a trusted colleague of earlier times: does she come
    onto the list, or to another place or another label on it?
    """
    network = ties.network
    longer = recommend(network, goal=goal, n=3 * LISTED)
    row_of = {network.keys[i]: row for row, i in enumerate(ties.target.tolist())}
    known = _known_relations(ties)
    next_to_come = [pick for pick in longer if pick.contact.key not in _listed(picks)]
    open_of = [
        pick.contact
        for pick in (*picks, *next_to_come)
        if not known[row_of[pick.contact.key]] and pick.contact.key not in network.open_questions
    ]
    rows = np.array([row_of[contact.key] for contact in open_of], dtype=np.int64)
    stated = recommend(_as_if_trusted(ties, rows), goal=goal, n=LISTED)
    before = {pick.contact.key: (place, pick.function) for place, pick in enumerate(picks)}
    after = {pick.contact.key: (place, pick.function) for place, pick in enumerate(stated)}
    for contact in open_of:
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


def _known_relations(ties: Ties) -> Sequence[bool]:
    """Of whom it is stated what she is to the person; that two are connected says nothing."""
    says_nothing = (Relation.CONNECTION, Relation.ACQUAINTANCE)
    telling = [ties.has_relation(each) for each in Relation if each not in says_nothing]
    known: list[bool] = np.logical_or.reduce(telling).tolist()
    return known


def _as_if_trusted(ties: Ties, rows: IntArray) -> Network:
    """The same network, in which some contacts are stated to be trusted former colleagues."""
    network = ties.network
    there = ties.positions[rows]
    back = find_ties(network.indptr, network.indices, ties.target[rows], ties.source[rows])
    said = [
        Tie(
            a=network.keys[int(ties.source[row])],
            b=network.keys[int(ties.target[row])],
            relations={Relation.FORMER_COLLEAGUE},
            trust=TRUST,
        )
        for row in rows.tolist()
    ]
    more = Statements.of(said, there, back)
    other = attrs.evolve(network, statements=network.statements.with_more(more))
    # Who is one person is the same question there, and asked once.
    put(other, "open_questions", network.open_questions)
    return other

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Contact, Goal, Key
from netzwerkwandel.model.arguments import check_count, check_kind
from netzwerkwandel.model.naming import called
from netzwerkwandel.network import FloatArray, IntArray, Network, Ties
from netzwerkwandel.network.fields import spelling
from netzwerkwandel.network.pairs import is_office
from netzwerkwandel.recommending.eligibility import are_eligible, lookalikes
from netzwerkwandel.recommending.new_people import new_people
from netzwerkwandel.recommending.reason import Reason, ReasonKind
from netzwerkwandel.recommending.reason_wording import ReasonWording
from netzwerkwandel.scoring import rounded
from netzwerkwandel.texts import Catalogue, Explained, Shown


@attrs.frozen(kw_only=True, repr=False)
class Introduction(Explained):
    """Someone worth meeting, and who could introduce.

    Parameters
    ----------
    contact : Contact
        Whom to meet.
    through : Contact
        Who can introduce.
    trust : tuple of two float
        How much trust there is on the first step, to who introduces, and on the second, from 0 to
        1.
    others : sequence of str
        The keys of further people who could introduce, the likeliest first.
    in_field : bool
        Whether the contact works in the goal's fields; else she knows people there.
    people_in_field : int
        How many people of the fields she knows whom the person who asks does not.
    score : float
        From 0 to 1.
    reasons : sequence of Reason
        The facts that speak for it.

    Examples
    --------
    >>> reasons = [Reason(ReasonKind.FIELD, {"field": "ux research"})]
    >>> pick = Introduction(
    ...     contact=Contact(key="dan", name="Dan"),
    ...     through=Contact(key="ana", name="Ana"),
    ...     trust=(0.9, 0.4),
    ...     others=(),
    ...     in_field=True,
    ...     people_in_field=0,
    ...     score=0.6,
    ...     reasons=reasons,
    ... )
    >>> print(pick.explain().partition(". ")[2])
    Ana knows you both and could introduce you.
    """

    contact: Contact
    through: Contact
    trust: tuple[float, float]
    others: tuple[Key, ...]
    in_field: bool
    people_in_field: int
    score: float
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return f"Introduction({self.contact.label!r} through {self.through.label!r})"

    @override
    def _told(self, texts: Catalogue) -> str:
        """Why to meet somebody, and who could introduce: a sentence for each."""
        clauses = [texts.say("introduction through", through=called(self.through, texts))]
        if self.others:
            clauses.append(texts.say("introduction others", len(self.others)))
        wording = ReasonWording.of(texts, self.reasons)
        who = wording.person(called(self.contact, texts), without_facts="introduction known")
        return f"{texts.sentence([who])} {texts.sentence(clauses)}"


@attrs.frozen(repr=False)
class Introductions(Shown, Sequence[Introduction]):
    """People worth meeting two steps away, the likeliest to work out first.

    Parameters
    ----------
    picks : sequence of Introduction
        The people.
    candidates : int
        How many came into question.
    language : str or None
        In which a notebook shows them; by default English.

    Examples
    --------
    >>> len(introductions(Network.from_edges(["ada"], ["ben"]), Goal(fields=["ux"]), ego="ada"))
    0
    """

    picks: tuple[Introduction, ...]
    candidates: int
    language: str | None = attrs.field(default=None, eq=False)

    @overload
    def __getitem__(self, index: int) -> Introduction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Introduction, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Introduction | tuple[Introduction, ...]:
        return self.picks[index]

    @override
    def __len__(self) -> int:
        return len(self.picks)

    def __repr__(self) -> str:
        return f"Introductions({len(self)} of {self.candidates:,} candidates)"


def introductions(
    network: Network, goal: Goal, n: int = 10, *, ego: Key | int | None = None
) -> Introductions:
    r"""Whom should I get to know, and who can introduce me?

    People two steps away whom ego does not know, who work in the goal's fields, or know people who
    do and whom ego does not know either: to those whom she knows she needs no way. Who may be one
    person with a contact of hers, as long as that is open, is not named. With i who asks, j who
    introduces, k whom to meet,

    .. math:: score_k = goal_k \cdot \max_j \sqrt{trust_{ij} \cdot trust_{jk}}

    where :math:`goal_k` is 1 in the goal's fields, else m / (m + 2) for m such people of the fields
    whom k knows. An introduction is a favour that is done twice: it needs trust on both
    steps, and is no better than the weaker one allows.

    Parameters
    ----------
    network : Network
        Built from records in which ties among others show, as mail to several people and meetings
        make them; a LinkedIn archive alone shows none, and then nobody is found.
    goal : Goal
        Where the change is heading.
    n : int
        How many at most, at least 1.
    ego : str or int, optional
        Who asks, if not the owner of the network.

    Returns
    -------
    Introductions
        At most ``n``, the highest score first, equals in the order of their keys; each with the
        contact who introduces best, equals again in the order of their keys.

    Raises
    ------
    InvalidArgumentError
        If ``network`` is no ``Network``, ``goal`` no ``Goal``, or ``n`` not a whole number of at
        least 1.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Notes
    -----
    Whoever parted from ego, or from the person to meet, in conflict does not introduce. Costs the
    ties of ego's contacts. The formula is our own.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel.model import Tie
    >>> from netzwerkwandel.records import Records
    >>> dan = Contact(key="dan", fields=["ux research"])
    >>> people = [Contact(key="mara"), Contact(key="ana"), dan]
    >>> ties = [Tie(a="mara", b="ana", trust=0.9), Tie(a="ana", b="dan", trust=0.4)]
    >>> records = Records(contacts=people, ties=ties, me="mara")
    >>> network = Network.from_records(records, as_of=datetime(2026, 11, 1, tzinfo=UTC))
    >>> [pick] = introductions(network, Goal(fields=["ux research"]))
    >>> pick.contact.key, pick.through.key, round(pick.score, 2)
    ('dan', 'ana', 0.6)
    """
    check_kind("network", network, Network)
    check_kind("goal", goal, Goal)
    check_count("n", n, 1)
    ties = network.ties_of(ego)
    ways, member = _Ways.of(ties), network.members(goal)
    if not len(ways.whom) or not member.any():
        return Introductions((), 0, network.language)
    known = np.zeros(network.n_contacts, dtype=np.bool_)
    known[ties.target] = known[ties.source] = True
    # leads: how many people of the fields each person knows whom ego does not.
    new = (member & ~known)[network.indices]
    leads = np.bincount(network.sources[new], minlength=network.n_contacts)
    worth = np.where(member, 1.0, leads / (leads + 2.0))
    scores = worth[ways.whom] * np.sqrt(ways.first * ways.second)
    ways_to = ways.by_person(scores, network.keys)
    perhaps_known = lookalikes(network, np.flatnonzero(known))
    contacts = {who: network.contact(who) for who in ways_to}
    people = [w for w, c in contacts.items() if not is_office(c) and c.key not in perhaps_known]
    written = {each: spelling(each, network.contacts or ()) for each in goal.fields}
    picks = []
    for who in people[:n]:
        best, *others = ways_to[who]
        contact, people_there = contacts[who], int(leads[who])
        field = network.field_matcher.first_field(contact, goal.fields)
        reasons = (
            []
            if field is None
            else [Reason(ReasonKind.FIELD, {"field": written.get(field, field)})]
        )
        if people_there:
            reasons.append(Reason(ReasonKind.IN_FIELD, {"people": people_there}))
        picks.append(
            Introduction(
                contact=contact,
                through=network.contact(int(ways.through[best])),
                trust=(float(ways.first[best]), float(ways.second[best])),
                others=tuple(network.keys[i] for i in ways.through[others].tolist()),
                in_field=field is not None,
                people_in_field=people_there,
                score=float(scores[best]),
                reasons=tuple(reasons),
                language=network.language,
            )
        )
    return Introductions(tuple(picks), len(people), network.language)


@attrs.frozen(eq=False)
class _Ways:
    """Ways of two steps to people whom ego does not know: through whom, to whom, and the trust."""

    through: IntArray
    whom: IntArray
    first: FloatArray
    second: FloatArray

    @classmethod
    def of(cls, ties: Ties) -> _Ways:
        """All ways of one person along ties that did not end in conflict."""
        rows = np.flatnonzero(are_eligible(ties) & ~ties.ended_in_conflict)
        place, positions = new_people(ties, rows)
        second = Ties(ties.network, positions)
        good = ~second.ended_in_conflict
        first = rows[place[good]]
        return cls(
            through=ties.target[first],
            whom=second.target[good],
            first=ties.trust[first],
            second=second.trust[good],
        )

    def by_person(self, scores: FloatArray, keys: Sequence[Key]) -> dict[int, list[int]]:
        """The ways to each person, the best first, and the people in the order of their best."""
        ranked = rounded(scores)
        whom, through = self.whom.tolist(), self.through.tolist()
        order = sorted(
            np.flatnonzero(scores > 0).tolist(),
            key=lambda way: (-ranked[way], keys[whom[way]], keys[through[way]]),
        )
        ways_to: dict[int, list[int]] = {}
        for way in order:
            ways_to.setdefault(whom[way], []).append(way)
        return ways_to

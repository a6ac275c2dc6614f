from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Contact, Goal, Key
from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties
from netzwerkwandel.network.arrays import row_positions
from netzwerkwandel.network.fields import matching_field, members
from netzwerkwandel.recommending.candidates import are_eligible, is_office
from netzwerkwandel.recommending.reasons import Reason, ReasonKind
from netzwerkwandel.scoring import rounded


@attrs.frozen(kw_only=True, repr=False)
class Introduction:
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
        How many people of the fields she knows.
    score : float
        From 0 to 1.
    reasons : sequence of Reason
        The facts that speak for it.
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

    def explain(self, language: str = "en") -> str:
        """Say why to meet this person and whom to ask, in a sentence or two.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.recommending.introduction_wording import explain

        return explain(self, language)


@attrs.frozen(repr=False)
class Introductions(Sequence[Introduction]):
    """People worth meeting two steps away, the likeliest to work out first.

    Parameters
    ----------
    picks : sequence of Introduction
        The people.
    candidates : int
        How many came into question.
    """

    picks: tuple[Introduction, ...]
    candidates: int

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
    do. With i who asks, j who introduces, k whom to meet,

    .. math:: score_k = goal_k \cdot \max_j \sqrt{trust_{ij} \cdot trust_{jk}}

    where :math:`goal_k` is 1 in the goal's fields, else m / (m + 2) for m people of the fields whom
    k knows. An introduction is a favour that is done twice: it needs trust on both
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
        If ``n`` is below 1.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Notes
    -----
    Whoever parted from ego, or from the person to meet, in conflict does not introduce. Costs the
    ties of ego's contacts. The formula is our own.
    """
    check_count("n", n, 1)
    ties = network.ties_of(ego)
    ways = _ways(network, ties)
    member = members(network.contacts, goal)
    if not len(ways.whom) or not member.any():
        return Introductions((), 0)
    leads = np.bincount(network.sources[member[network.indices]], minlength=network.n_contacts)
    worth = np.where(member, 1.0, leads / (leads + 2.0))
    scores = worth[ways.whom] * np.sqrt(ways.first * ways.second)
    keys = network.keys
    ranked = rounded(scores)
    order = sorted(
        np.flatnonzero(scores > 0).tolist(),
        key=lambda way: (-ranked[way], keys[ways.whom[way]], keys[ways.through[way]]),
    )
    found: dict[int, list[int]] = {}
    for way in order:
        found.setdefault(int(ways.whom[way]), []).append(way)
    people = [who for who in found if not is_office(network.contact(who))]
    picks = [
        _introduction(network, goal, ways, found[who], scores, int(leads[who]))
        for who in people[:n]
    ]
    return Introductions(tuple(picks), len(people))


@attrs.frozen(eq=False)
class _Ways:
    """Ways of two steps to people whom ego does not know: through whom, to whom, and the trust."""

    through: IntArray
    whom: IntArray
    first: FloatArray
    second: FloatArray


def _ways(network: Network, ties: Ties) -> _Ways:
    rows = np.flatnonzero(are_eligible(ties))
    positions, starts = row_positions(network.indptr, ties.target[rows])
    row = np.repeat(rows, np.diff(starts))
    new = ~_known(network, ties)[network.indices[positions]]
    second = Ties(network, positions[new])
    good = ~second.ended_in_conflict
    first = row[new][good]
    return _Ways(ties.target[first], second.target[good], ties.trust[first], second.trust[good])


def _known(network: Network, ties: Ties) -> BoolArray:
    """Whom ego knows, herself included."""
    known = np.zeros(network.n_contacts, dtype=bool)
    known[ties.target] = True
    known[ties.source] = True
    return known


def _introduction(
    network: Network,
    goal: Goal,
    ways: _Ways,
    of_person: list[int],
    scores: FloatArray,
    leads: int,
) -> Introduction:
    best = of_person[0]
    contact = network.contact(int(ways.whom[best]))
    field = matching_field(contact, goal)
    reasons = [] if field is None else [Reason(ReasonKind.FIELD, {"field": field})]
    if leads:
        reasons.append(Reason(ReasonKind.IN_FIELD, {"people": leads}))
    return Introduction(
        contact=contact,
        through=network.contact(int(ways.through[best])),
        trust=(float(ways.first[best]), float(ways.second[best])),
        others=tuple(network.keys[i] for i in ways.through[of_person[1:]].tolist()),
        in_field=field is not None,
        people_in_field=leads,
        score=float(scores[best]),
        reasons=tuple(reasons),
    )

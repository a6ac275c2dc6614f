from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change.documents import SafeBaseDocument, SupporterDocument
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.metrics._inner_circle import DEEP
from netzwerkwandel.metrics.tie_totals import OwnHoles, own_holes_with
from netzwerkwandel.model import Contact, Function, Goal, Key
from netzwerkwandel.model.arguments import check_count, check_kind
from netzwerkwandel.model.as_dict import AsDict
from netzwerkwandel.model.naming import called, named_functions
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.network import BoolArray, FloatArray, Network, Ties
from netzwerkwandel.network.arrays import reduce_rows, row_positions
from netzwerkwandel.scoring import function_amounts, rounded
from netzwerkwandel.scoring._function_coverage import SERVES, cover
from netzwerkwandel.texts import Catalogue, Explained, Spoken
from netzwerkwandel.texts.explained import is_told


STRONG = 0.5
"""The closeness from which a tie is strong enough to hold."""
MUTUAL = 0.5
"""The reciprocity from which both give: one reaches out at least half as often as the other."""
CIRCLES = 2
"""In how many circles a safe base should stand, so that it cannot break all at once."""
NOTICEABLE = 1.02
"""How many times constraint rises at least without a tie that is said to keep a network open."""


@attrs.frozen(kw_only=True, repr=False)
class Supporter(Spoken, AsDict[SupporterDocument]):
    """Somebody who supports, and what her loss would change.

    Parameters
    ----------
    contact : Contact
        Who.
    circle : int
        Her circle among the person's contacts, as ``Ties.circle``.
    closeness : float
        How close the two are, 0 to 1.
    reciprocity : float
        How mutual the contact is, 0 to 1; nan where nobody is known to have reached out.
    support : float
        How much support she gives, 0 to 1.
    support_is_stated : bool
        Whether that is stated; else it is estimated.
    only_one_for : sequence of Function
        The functions that only she serves.
    effective_size, constraint : Shift
        Structural holes in the ego model: before is with her, as things are, and after is once the
        tie is gone, so ``change`` is what her loss would do; nan without any tie.
    """

    contact: Contact
    circle: int
    closeness: float
    reciprocity: float
    support: float
    support_is_stated: bool
    only_one_for: tuple[Function, ...]
    effective_size: Shift
    constraint: Shift

    def __repr__(self) -> str:
        return f"Supporter({self.contact.label!r})"

    @override
    def _as_dict(self) -> dict[str, object]:
        return plain_values(
            {**attrs.asdict(self, recurse=False, filter=is_told), "contact": self.contact.key}
        )


@attrs.frozen(kw_only=True, repr=False)
class SafeBase(Explained, AsDict[SafeBaseDocument]):
    """Who supports a person while things change?

    Parameters
    ----------
    supporters : sequence of Supporter
        Who supports without holding back, the one who supports most first.
    may_hold_back : sequence of str
        Keys of those who support as well, but may hold back in the old surroundings, sorted.
    floor : int
        How many people it should be.
    """

    supporters: tuple[Supporter, ...]
    may_hold_back: tuple[Key, ...]
    floor: int

    def __repr__(self) -> str:
        return f"SafeBase({len(self.supporters)} people in {self.circles} circles)"

    @property
    def circles(self) -> int:
        """In how many circles they stand."""
        return len({supporter.circle for supporter in self.supporters})

    @property
    def is_enough(self) -> bool:
        """Whether they are as many as they should be, and not all of one circle."""
        return len(self.supporters) >= self.floor and self.circles >= min(CIRCLES, self.floor)

    @override
    def _as_dict(self) -> dict[str, object]:
        return {
            "supporters": [supporter.to_dict(with_keys=True) for supporter in self.supporters],
            "may_hold_back": list(self.may_hold_back),
            "floor": self.floor,
            "circles": self.circles,
            "is_enough": self.is_enough,
        }

    @override
    def _told(self, texts: Catalogue) -> str:
        """Who supports, whether that is enough, and what depends on whom: a line for each."""
        n, who = len(self.supporters), _names(texts, self.supporters)
        lines = [
            texts.say("base supporters", n, who=who) if n else texts.say("base nobody"),
            " ".join(self._told_breadth(texts)),
            " ".join(self._told_loss(texts)),
        ]
        if self.may_hold_back:
            old = texts.say("base old", len(self.may_hold_back))
            lines.append(f"{old} {texts.say('base free')}")
        return "\n".join(line for line in lines if line)

    def _told_breadth(self, texts: Catalogue) -> Iterator[str]:
        n = len(self.supporters)
        if self.circles > 1:
            yield texts.say("base circles", self.circles)
        elif n > 1:
            yield texts.say("base one circle")
        if 0 < n < self.floor:
            yield texts.say("base few", self.floor - n)

    def _told_loss(self, texts: Catalogue) -> Iterator[str]:
        for one in self.supporters:
            if one.only_one_for:
                functions = named_functions(one.only_one_for, texts)
                yield texts.say("base only", functions=functions, who=called(one.contact, texts))
        opening = [
            one
            for one in self.supporters
            if one.constraint.after > one.constraint.before * NOTICEABLE
        ]
        if opening:
            yield texts.say("base opens", len(opening), who=_names(texts, opening))


def _names(texts: Catalogue, supporters: Sequence[Supporter]) -> str:
    return texts.listing([called(one.contact, texts) for one in supporters])


def safe_base(
    network: Network,
    *,
    goal: Goal | None = None,
    ego: Key | int | None = None,
    floor: int = 3,
) -> SafeBase:
    """Who supports me while things change, without holding me back?

    A supporter is somebody whose tie is not dormant, did not end in conflict, and is

    - strong: ``Ties.closeness`` of at least 0.5;
    - mutual: ``Ties.reciprocity`` of at least 0.5, where it is known who reached out; where it is
      not, such closeness can only be stated;
    - supporting: support is stated, or estimated at 0.25 or more.

    She *may* hold back if she sits deep in the old core (``Ties.core`` at least half of that of the
    deepest) and nothing ties her to the change: her support is not stated, she has not changed
    career herself, and neither works in the goal's fields nor is tied to anybody who does. A choice
    of ours, by structure alone, that says nothing of what she wishes: to correct it, state her
    support in a ``Tie``.

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading; by default as the records say.
    ego : str, int or None
        Who asks, if not the owner of the network.
    floor : int
        How many people a safe base should consist of; at least 1.

    Returns
    -------
    SafeBase
        The people, and for each what stands to be lost.

    Raises
    ------
    InvalidArgumentError
        If ``network`` is no ``Network``, ``goal`` no ``Goal``, or ``floor`` below 1.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Notes
    -----
    What is lost is exact: effective size and constraint are measured anew without the tie. Costs
    the person's neighbourhood once for each supporter.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel.model import Tie
    >>> from netzwerkwandel.records import Records
    >>> tie = Tie(a="mara", b="eva", closeness=0.9, functions={"support"})
    >>> records = Records(contacts=[Contact(key="mara"), Contact(key="eva")], ties=[tie], me="mara")
    >>> base = safe_base(Network.from_records(records, as_of=datetime(2026, 11, 1, tzinfo=UTC)))
    >>> base.supporters[0].contact.key, base.supporters[0].only_one_for, base.is_enough
    ('eva', (<Function.SUPPORT: 'support'>,), False)
    """
    check_kind("network", network, Network)
    goal = network.goal_meant(goal)
    check_count("floor", floor, 1)
    ties = network.ties_of(ego)
    finder = _SupporterFinder(ties, goal, function_amounts(ties, goal))
    keys, back = [network.keys[i] for i in ties.target.tolist()], finder.may_hold_back
    rows = np.flatnonzero(finder.supports & ~back).tolist()
    rows.sort(key=lambda row: (-rounded(finder.support)[row], keys[row]))
    held = np.flatnonzero(finder.supports & back).tolist()
    return SafeBase(
        supporters=tuple(map(finder.supporter, rows)),
        may_hold_back=tuple(sorted(keys[row] for row in held)),
        floor=floor,
        language=network.language,
    )


@attrs.frozen(eq=False)
class _SupporterFinder:
    """Finds who supports one person, and what each takes with her.

    Parameters
    ----------
    ties : Ties
        All ties of the person.
    goal : Goal or None
        Where the change is heading.
    amounts : FloatArray, shape (n_functions, n_rows)
        How well each serves each function.
    """

    ties: Ties
    goal: Goal | None
    amounts: FloatArray

    @property
    def support(self) -> FloatArray:
        """How much support each gives."""
        support: FloatArray = self.amounts[tuple(Function).index(Function.SUPPORT)]
        return support

    @property
    def supports(self) -> BoolArray:
        """Whose tie is strong, mutual as far as is known, and supporting."""
        # nan is not below a limit: where nobody is known to have reached out, nothing speaks
        # against a tie being mutual
        mutual = ~(self.ties.reciprocity < MUTUAL)
        strong = ~self.ties.is_dormant & (self.ties.closeness >= STRONG)
        supports: BoolArray = strong & mutual & (self.support >= SERVES)
        return supports

    @property
    def may_hold_back(self) -> BoolArray:
        """Who sits deep in the old core, and is tied to the change by nothing that is known."""
        ties = self.ties
        deepest = ties.core.max(initial=0.0)
        deep = (ties.core >= DEEP * deepest) & (deepest > 0)
        moved = ties.serves(Function.SUPPORT) | ties.changed_career
        back: BoolArray = deep & ~moved & ~self._near_the_field
        return back

    @property
    def _near_the_field(self) -> BoolArray:
        """Who works in the goal's fields, or is tied to somebody who does."""
        ties, network = self.ties, self.ties.network
        if self.goal is None or not network.contacts:
            return np.zeros(len(ties), dtype=np.bool_)
        # All neighbours of all contacts stand in one row after the other, and each person is
        # looked at only once:
        #
        #     contact            ana            ben
        #     her neighbours     me  ben  eva   me  ana      people  me  ana  ben  eva
        #     which of people     0    2    3    0    1      inside   0    0    0    1
        #     inside[which]       0    0    1    0    0      largest of each row: ana 1, ben 0
        #
        # The person herself is everybody's neighbour, so her own field must not count.
        positions, starts = row_positions(network.indptr, ties.target)
        people, which = np.unique(network.indices[positions], return_inverse=True)
        inside = network.members(self.goal)[people].astype(np.float64)
        inside[np.isin(people, ties.source)] = 0.0
        near = reduce_rows(np.maximum, inside[which], starts, 0.0) > 0
        return near | (ties.in_field(self.goal) > 0)

    @cached_property
    def _whole(self) -> OwnHoles:
        """Structural holes as things are."""
        return own_holes_with(self.ties, self.ties.weight)

    @cached_property
    def _alone(self) -> dict[Key, tuple[Function, ...]]:
        """The functions that only one person serves, by who that is."""
        alone: dict[Key, tuple[Function, ...]] = {}
        for function, served in cover(self.ties, self.amounts, SERVES).items():
            if served.is_single_point:
                alone[served.keys[0]] = (*alone.get(served.keys[0], ()), function)
        return alone

    def supporter(self, row: int) -> Supporter:
        """What is known of one who supports, and what she takes with her."""
        ties, whole = self.ties, self._whole
        contact = ties.network.contact(int(ties.target[row]))
        without = own_holes_with(ties, np.where(np.arange(len(ties)) != row, ties.weight, 0.0))
        return Supporter(
            contact=contact,
            circle=int(ties.circle[row]),
            closeness=float(ties.closeness[row]),
            reciprocity=float(ties.reciprocity[row]),
            support=float(self.support[row]),
            support_is_stated=bool(ties.serves(Function.SUPPORT)[row]),
            only_one_for=self._alone.get(contact.key, ()),
            effective_size=Shift(whole.effective_size, without.effective_size),
            constraint=Shift(whole.constraint, without.constraint),
            language=ties.network.language,
        )

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.metrics._inner_circle import DEEP
from netzwerkwandel.model import Contact, Function, Goal, Key
from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.model.keys import counted
from netzwerkwandel.network import BoolArray, FloatArray, Network, Ties
from netzwerkwandel.network.arrays import reduce_rows, row_positions
from netzwerkwandel.network.fields import matching_field
from netzwerkwandel.network.own_circle import own_circle
from netzwerkwandel.scoring import NetworkCoverage, function_amounts, rounded
from netzwerkwandel.scoring._function_coverage import SERVES, cover


STRONG = 0.5
"""The closeness from which a tie is strong enough to hold."""
MUTUAL = 0.5
"""The reciprocity from which both give: the one reaches out at least half as often as the other."""
CIRCLES = 2
"""In how many circles a safe base should stand, so that it cannot break all at once."""

WithWithout = tuple[float, float]


@attrs.frozen(kw_only=True, repr=False)
class Holder:
    """Somebody who holds, and what stands to be lost if this tie fades.

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
        The functions that would lose the only one who serves them.
    effective_size, constraint : tuple of two float
        Structural holes in the ego model, with the tie and without; nan without any tie.
    """

    contact: Contact
    circle: int
    closeness: float
    reciprocity: float
    support: float
    support_is_stated: bool
    only_one_for: tuple[Function, ...]
    effective_size: WithWithout
    constraint: WithWithout

    def __repr__(self) -> str:
        return f"Holder({self.contact.label!r})"

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON; nan becomes None."""
        return {
            "contact": self.contact.key,
            "circle": self.circle,
            "closeness": self.closeness,
            "reciprocity": _plain(self.reciprocity),
            "support": self.support,
            "support_is_stated": self.support_is_stated,
            "only_one_for": [str(function) for function in self.only_one_for],
            "effective_size": [_plain(value) for value in self.effective_size],
            "constraint": [_plain(value) for value in self.constraint],
        }


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else value


@attrs.frozen(kw_only=True)
class SafeBase:
    """Who holds a person while things change?

    Parameters
    ----------
    holders : sequence of Holder
        Who holds without holding back, the one who supports most first.
    may_hold_back : sequence of str
        Keys of who holds as well, but may hold back in the old surroundings, sorted.
    floor : int
        How many people it should be.
    """

    holders: tuple[Holder, ...]
    may_hold_back: tuple[Key, ...] = attrs.field(repr=counted)
    floor: int

    @property
    def circles(self) -> int:
        """In how many circles they stand."""
        return len({holder.circle for holder in self.holders})

    @property
    def is_enough(self) -> bool:
        """Whether they are as many as they should be, and not all of one circle."""
        return len(self.holders) >= self.floor and self.circles >= min(CIRCLES, self.floor)

    def explain(self, language: str = "en") -> str:
        """Say who holds, whether that is enough, and what hangs on whom.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.change.attention_wording import explain_safe_base

        return explain_safe_base(self, language)

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON; nan becomes None."""
        return {
            "holders": [holder.to_dict() for holder in self.holders],
            "may_hold_back": list(self.may_hold_back),
            "floor": self.floor,
            "circles": self.circles,
            "is_enough": self.is_enough,
        }


def safe_base(
    network: Network,
    *,
    goal: Goal | None = None,
    ego: Key | int | None = None,
    floor: int = 3,
) -> SafeBase:
    """Who holds me while things change, without holding me back?

    Somebody holds with whom the tie is awake and did not end in conflict, and is

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
        Where the change is heading.
    ego : str, int or None
        Who asks, if not the owner of the network.
    floor : int
        How many people a safe base should be at least, at least 1.

    Returns
    -------
    SafeBase
        The people, and for each what stands to be lost.

    Raises
    ------
    InvalidArgumentError
        If ``floor`` is below 1.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Notes
    -----
    What is lost is exact: effective size and constraint are measured anew without the tie. Costs
    the person's neighbourhood once for each who holds.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel.model import Records, Tie
    >>> tie = Tie(a="mara", b="eva", closeness=0.9, functions={"support"})
    >>> records = Records(contacts=[Contact(key="mara"), Contact(key="eva")], ties=[tie], me="mara")
    >>> base = safe_base(Network.from_records(records, as_of=datetime(2026, 11, 1, tzinfo=UTC)))
    >>> base.holders[0].contact.key, base.holders[0].only_one_for, base.is_enough
    ('eva', (<Function.SUPPORT: 'support'>,), False)
    """
    check_count("floor", floor, 1)
    ties = network.ties_of(ego)
    amounts = function_amounts(ties, goal)
    support = amounts[tuple(Function).index(Function.SUPPORT)]
    holds, back = _holds(ties, support), _may_hold_back(ties, goal)
    keys = [network.keys[i] for i in ties.target.tolist()]
    rows = np.flatnonzero(holds & ~back).tolist()
    rows.sort(key=lambda row: (-rounded(support)[row], keys[row]))
    coverage = cover(ties, amounts, SERVES)
    whole = _holes(ties, np.ones(len(ties), dtype=bool))
    return SafeBase(
        holders=tuple(_holder(ties, row, float(support[row]), coverage, whole) for row in rows),
        may_hold_back=tuple(sorted(keys[row] for row in np.flatnonzero(holds & back).tolist())),
        floor=floor,
    )


def _holds(ties: Ties, support: FloatArray) -> BoolArray:
    """Who is awake, strong, mutual as far as is known, and supporting; after a conflict nobody."""
    mutual = ~(ties.reciprocity < MUTUAL)
    strong = ~ties.is_dormant & (ties.closeness >= STRONG)
    holds: BoolArray = strong & mutual & (support >= SERVES)
    return holds


def _may_hold_back(ties: Ties, goal: Goal | None) -> BoolArray:
    """Who sits deep in the old core, and is tied to the change by nothing that is known."""
    deepest = ties.core.max(initial=0.0)
    deep = (ties.core >= DEEP * deepest) & (deepest > 0)
    moved = ties.serves(Function.SUPPORT) | ties.changed_career
    back: BoolArray = deep & ~moved & ~_near_the_field(ties, goal)
    return back


def _near_the_field(ties: Ties, goal: Goal | None) -> BoolArray:
    """Who works in the goal's fields, or is tied to somebody who does."""
    network = ties.network
    if goal is None or not network.contacts:
        return np.zeros(len(ties), dtype=bool)
    positions, starts = row_positions(network.indptr, ties.target)
    people, which = np.unique(network.indices[positions], return_inverse=True)
    inside = np.array(
        [matching_field(network.contacts[i], goal) is not None for i in people.tolist()],
        dtype=np.float64,
    )
    inside[np.isin(people, ties.source)] = 0.0
    near: BoolArray = reduce_rows(np.maximum, inside[which], starts, 0.0) > 0
    return near | (ties.in_field(goal) > 0)


def _holder(
    ties: Ties, row: int, support: float, coverage: NetworkCoverage, whole: tuple[float, float]
) -> Holder:
    network, who = ties.network, int(ties.target[row])
    size, constraint = _holes(ties, np.arange(len(ties)) != row)
    return Holder(
        contact=network.contact(who),
        circle=int(ties.circle[row]),
        closeness=float(ties.closeness[row]),
        reciprocity=float(ties.reciprocity[row]),
        support=support,
        support_is_stated=bool(ties.serves(Function.SUPPORT)[row]),
        only_one_for=tuple(
            function for function, served in coverage.items() if served.keys == (network.keys[who],)
        ),
        effective_size=(whole[0], size),
        constraint=(whole[1], constraint),
    )


def _holes(ties: Ties, some: BoolArray) -> tuple[float, float]:
    """Effective size and constraint of the person with some of her ties: her circle, her last."""
    if not len(ties):
        return float("nan"), float("nan")
    circle = own_circle(ties, np.where(some, ties.weight, 0.0))
    holes = structural_holes(circle, model="ego", nodes=[len(ties)])
    return float(holes.effective_size[0]), float(holes.constraint[0])

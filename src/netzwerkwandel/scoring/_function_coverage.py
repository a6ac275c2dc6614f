from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.model.arguments import check_share
from netzwerkwandel.model.keys import counted
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties
from netzwerkwandel.scoring.functions import function_amounts
from netzwerkwandel.scoring.strategy import rounded


SERVES = 0.25
"""The estimate from which a contact is taken to serve a function."""


@attrs.frozen(kw_only=True)
class FunctionCoverage:
    """Who serves one of the six functions for a person, and on how many people does it stand?

    Parameters
    ----------
    function : Function
        Which.
    contacts : sequence of str
        The keys of those who serve it, who does so most first.
    amounts : sequence of float
        How well each does, from 0 to 1.
    stated : sequence of bool
        Whether that is stated; else it is estimated.
    circles : int
        In how many separate circles they stand.
    concentration : float
        Herfindahl's index of the amounts, from above 0 (many alike) to 1 (one alone); nan if nobody
        serves it.
    core_only : bool
        Whether all of them belong to the inner circle.
    """

    function: Function
    contacts: tuple[Key, ...] = attrs.field(repr=counted)
    amounts: tuple[float, ...]
    stated: tuple[bool, ...]
    circles: int
    concentration: float
    core_only: bool

    @property
    def is_covered(self) -> bool:
        """Whether anybody serves it."""
        return bool(self.contacts)

    @property
    def hangs_on_one(self) -> bool:
        """Whether exactly one person serves it, whom nobody could replace."""
        return len(self.contacts) == 1


@attrs.frozen(repr=False)
class NetworkCoverage(Mapping[Function, FunctionCoverage]):
    """What a person's network covers: one ``FunctionCoverage`` for each of the six functions.

    Parameters
    ----------
    functions : sequence of FunctionCoverage
        In the order of ``Function``.
    """

    functions: tuple[FunctionCoverage, ...]

    @override
    def __getitem__(self, function: Function) -> FunctionCoverage:
        return self.functions[tuple(Function).index(function)]

    @override
    def __iter__(self) -> Iterator[Function]:
        return iter(Function)

    @override
    def __len__(self) -> int:
        return len(self.functions)

    def __repr__(self) -> str:
        counts = ", ".join(f"{f.function}: {len(f.contacts)}" for f in self.functions)
        return f"NetworkCoverage({counts})"

    @property
    def missing(self) -> tuple[Function, ...]:
        """The functions that nobody serves."""
        return tuple(f.function for f in self.functions if not f.is_covered)

    @property
    def hanging_on_one(self) -> tuple[Function, ...]:
        """The functions that hang on one person."""
        return tuple(f.function for f in self.functions if f.hangs_on_one)

    @property
    def core_only(self) -> tuple[Function, ...]:
        """The functions that only the core serves."""
        return tuple(f.function for f in self.functions if f.core_only)

    def to_dict(self) -> dict[str, dict[str, object]]:
        """Give plain values, ready for JSON; nan becomes None."""
        return {
            str(f.function): {
                "contacts": list(f.contacts),
                "amounts": list(f.amounts),
                "stated": list(f.stated),
                "circles": f.circles,
                "concentration": f.concentration if f.is_covered else None,
                "core_only": f.core_only,
            }
            for f in self.functions
        }


def function_coverage(
    network: Network,
    goal: Goal | None = None,
    *,
    ego: Key | int | None = None,
    serves: float = SERVES,
) -> NetworkCoverage:
    r"""Which of the six functions does my network cover, and on whom does each hang?

    Who is stated to serve a function does so fully; for all others it is estimated by the strategy
    of that function, and counts from ``serves`` on. With a the amounts of those who serve it,

    .. math:: concentration = \sum_j \Bigl(\frac{a_j}{\sum_k a_k}\Bigr)^2

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading.
    ego : str, int or None
        Who asks, if not the owner of the network.
    serves : float
        The estimate, from 0 to 1, from which a contact is taken to serve a function.

    Returns
    -------
    NetworkCoverage
        By function.

    Raises
    ------
    InvalidArgumentError
        If ``serves`` is not a number from 0 to 1.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Notes
    -----
    The estimates are our own, made of measures with evidence; see each strategy. A function that
    nobody is *estimated* to serve may still be served: state it in a ``Tie``.

    Examples
    --------
    >>> star = Network.from_edges(["ada", "ada"], ["ben", "eva"], [9.0, 1.0])
    >>> function_coverage(star, ego="ada")[Function.IDEAS].contacts
    ('ben',)
    """
    check_share("serves", serves)
    ties = network.ties_of(ego)
    return cover(ties, function_amounts(ties, goal), serves)


def cover(ties: Ties, amounts: FloatArray, serves: float) -> NetworkCoverage:
    """Say who of one person's contacts serves each function, by how well each does."""
    core = inner_circle_of(ties)
    keys = [ties.network.keys[i] for i in ties.target.tolist()]
    by_key = np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
    return NetworkCoverage(
        tuple(
            _coverage(ties, function, by_key[_serving(row[by_key], serves)], row, core)
            for function, row in zip(Function, amounts, strict=True)
        )
    )


def _coverage(
    ties: Ties, function: Function, rows: IntArray, amounts: FloatArray, core: BoolArray
) -> FunctionCoverage:
    share = amounts[rows] / amounts[rows].sum() if len(rows) else np.array([np.nan])
    keys = ties.network.keys
    return FunctionCoverage(
        function=function,
        contacts=tuple(keys[i] for i in ties.target[rows].tolist()),
        amounts=tuple(amounts[rows].tolist()),
        stated=tuple(ties.serves(function)[rows].tolist()),
        circles=len(np.unique(ties.circle[rows])),
        concentration=float((share**2).sum()),
        core_only=bool(len(rows)) and bool(core[rows].all()),
    )


def _serving(amounts: FloatArray, serves: float) -> IntArray:
    """Who serves it, who does so most first, equals in the order in which they come."""
    rows = np.flatnonzero((amounts >= serves) & (amounts > 0))
    return rows[np.argsort(-rounded(amounts[rows]), kind="stable")]

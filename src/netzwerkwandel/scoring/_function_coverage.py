from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Contact, Function, Goal, Key
from netzwerkwandel.model.arguments import check_kind, check_share
from netzwerkwandel.model.as_dict import AsDict
from netzwerkwandel.model.naming import named_functions
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.scoring.amounts import function_amounts
from netzwerkwandel.scoring.documents import CoverageDocument
from netzwerkwandel.scoring.ranking import argsort_keys, rounded
from netzwerkwandel.texts import Catalogue, Explained, Spoken


SERVES = 0.25
"""The estimate from which a contact is taken to serve a function."""

SAFE_BASE = (Function.SUPPORT, Function.ORIENTATION, Function.FEEDBACK)
"""What a person needs to have while things change, and not only to find."""


@attrs.frozen(kw_only=True, repr=False)
class FunctionCoverage(Spoken):
    """Who serves one of the six functions for a person, and on how many people does it stand?

    Parameters
    ----------
    function : Function
        Which.
    keys : sequence of str
        The keys of the contacts who serve it, the one who does so most first.
    amounts : sequence of float
        How well each does, from 0 to 1.
    is_stated : sequence of bool
        Whether that is stated; else it is estimated.
    circles : int
        In how many separate circles they stand.
    concentration : float
        Herfindahl's index of the amounts, from above 0 (many alike) to 1 (one alone); nan if nobody
        serves it.
    core_only : bool
        Whether all of them belong to the inner circle.
    contacts : sequence of Contact
        Who they are, in the order of the keys, where the network knows it.

    Examples
    --------
    >>> people = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> star = Network.from_edges(*people, [9.0, 1.0, 1.0, 1.0])
    >>> ideas = function_coverage(star, ego="ada")[Function.IDEAS]
    >>> ideas.keys, ideas.is_stated, ideas.is_single_point
    (('ben',), (False,), True)
    """

    function: Function
    keys: tuple[Key, ...]
    amounts: tuple[float, ...]
    is_stated: tuple[bool, ...]
    circles: int
    concentration: float
    core_only: bool
    contacts: tuple[Contact, ...] = attrs.field(default=(), eq=False)

    def __repr__(self) -> str:
        return f"FunctionCoverage({self.function}: {len(self.keys)})"

    @property
    def is_covered(self) -> bool:
        """Whether anybody serves it."""
        return bool(self.keys)

    @property
    def is_single_point(self) -> bool:
        """Whether exactly one person serves it, whom nobody could replace."""
        return len(self.keys) == 1


@attrs.frozen(repr=False)
class NetworkCoverage(Mapping[Function, FunctionCoverage], AsDict[CoverageDocument], Explained):
    """What a person's network covers: one ``FunctionCoverage`` for each of the six functions.

    Parameters
    ----------
    functions : sequence of FunctionCoverage
        In the order of ``Function``.

    Examples
    --------
    >>> people = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> star = Network.from_edges(*people, [9.0, 1.0, 1.0, 1.0])
    >>> covered = function_coverage(star, ego="ada")
    >>> len(covered.missing), covered.single_points
    (5, (<Function.IDEAS: 'ideas'>,))
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
        counts = ", ".join(f"{f.function}: {len(f.keys)}" for f in self.functions)
        return f"NetworkCoverage({counts})"

    @property
    def missing(self) -> tuple[Function, ...]:
        """The functions that nobody serves."""
        return tuple(f.function for f in self.functions if not f.is_covered)

    @property
    def single_points(self) -> tuple[Function, ...]:
        """The functions that depend on one person alone."""
        return tuple(f.function for f in self.functions if f.is_single_point)

    @property
    def core_only(self) -> tuple[Function, ...]:
        """The functions that only the inner circle serves."""
        return tuple(f.function for f in self.functions if f.core_only)

    @override
    def _told(self, texts: Catalogue) -> str:
        return texts.sentence(self.clauses(texts))

    def clauses(self, texts: Catalogue, without: Collection[Function] = ()) -> list[str]:
        """Say what several people serve, one alone, the inner circle alone, and nobody.

        Parameters
        ----------
        texts : Catalogue
            The words.
        without : collection of Function
            Of these nothing is said.

        Returns
        -------
        list of str
            Parts of a sentence, one for each of these that there is.

        Raises
        ------
        NotFoundError
            If the catalogue lacks a text for it.
        """
        one, missing = self.single_points, self.missing
        core = [function for function in self.core_only if function not in one]
        several = [f for f in Function if f not in (*one, *missing, *core)]
        served = {"several": several, "one": one, "core": core, "missing": missing}
        told = {name: [f for f in some if f not in without] for name, some in served.items()}
        return [
            texts.say(f"has {name}", len(some), functions=named_functions(some, texts))
            for name, some in told.items()
            if some
        ]

    @override
    def _as_dict(self) -> dict[str, object]:
        return {
            str(f.function): {
                "keys": list(f.keys),
                "amounts": list(f.amounts),
                "is_stated": list(f.is_stated),
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
    r"""Which of the six functions does my network cover, and on whom does each depend?

    A contact who is stated to serve a function does so fully; for all others it is estimated by the
    strategy of that function, and counts from ``serves`` on. With a the amounts of those who serve
    it,

    .. math:: concentration = \sum_j \Bigl(\frac{a_j}{\sum_k a_k}\Bigr)^2

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading; by default as the records say.
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
        If ``network`` is no ``Network``, ``goal`` no ``Goal``, or ``serves`` not a number from 0
        to 1.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Notes
    -----
    The estimates are our own, made of measures with evidence; see each strategy. A function that
    nobody is *estimated* to serve may still be served: state it in a ``Tie``.

    Examples
    --------
    >>> people = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> star = Network.from_edges(*people, [9.0, 1.0, 1.0, 1.0])
    >>> function_coverage(star, ego="ada")[Function.IDEAS].keys
    ('ben',)
    """
    check_kind("network", network, Network)
    check_share("serves", serves)
    goal = network.goal_meant(goal)
    ties = network.ties_of(ego)
    return cover(ties, function_amounts(ties, goal), serves)


def cover(ties: Ties, amounts: FloatArray, serves: float = SERVES) -> NetworkCoverage:
    """Say who of one person's contacts serves each function, by how well each does.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    amounts : FloatArray, shape (6, n_rows)
        As ``function_amounts``.
    serves : float
        The amount from which a contact is taken to serve a function.
    """
    in_core, told = inner_circle_of(ties), ties.network.told
    contacts = [told[i] for i in ties.target.tolist()] if told else []
    keys = [ties.network.keys[i] for i in ties.target.tolist()]
    by_key = argsort_keys(keys)
    covered = []
    for function, amount in zip(Function, amounts, strict=True):
        # The rows in the order of their keys, of these the ones who serve it, and of these the
        # highest amount first: the sort is stable, so that equals stay in the order of their keys.
        # Keys c a b with 0.9 0.5 0.9 -> rows 1 2 0 -> 2 0 1, that is b, c, a.
        rows = by_key[((amount >= serves) & (amount > 0))[by_key]]
        rows = rows[np.argsort(-rounded(amount[rows]), kind="stable")]
        share = amount[rows] / amount[rows].sum() if len(rows) else np.array([np.nan])
        covered.append(
            FunctionCoverage(
                function=function,
                keys=tuple(keys[row] for row in rows.tolist()),
                amounts=tuple(amount[rows].tolist()),
                is_stated=tuple(ties.serves(function)[rows].tolist()),
                circles=len(np.unique(ties.circle[rows])),
                concentration=float((share**2).sum()),
                core_only=bool(len(rows)) and bool(in_core[rows].all()),
                contacts=tuple(contacts[row] for row in rows.tolist() if contacts),
                language=ties.network.language,
            )
        )
    return NetworkCoverage(tuple(covered), language=ties.network.language)


def unsupported(ties: Ties, amounts: FloatArray) -> tuple[Function, ...]:
    """Which functions of the safe base does nobody serve whose tie is in use?"""
    in_use = ~ties.is_dormant & ~ties.ended_in_conflict
    amount = dict(zip(Function, amounts, strict=True))
    return tuple(f for f in SAFE_BASE if not np.any(in_use & (amount[f] >= SERVES)))

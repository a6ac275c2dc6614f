from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import ClassVar

import attrs
import numpy as np

from netzwerkwandel.errors import StrategyError
from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Network, Ties


_BITS = 40


@attrs.frozen
class ScoringStrategy(ABC):
    """How much does it bring to talk to a contact, in one respect?

    A strategy is a frozen parameter object with one method. Subclass it, decorate the subclass
    with ``attrs.frozen``, and return one number for each row of ``ties``. The library checks what
    comes back, ranks it, and breaks ties by key; a strategy reads no clock, file or storage.

    ``function`` says which of the six functions the contacts it finds serve, if it is one.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> @attrs.frozen
    ... class FormerClients(ScoringStrategy):
    ...     years: float = 2.0
    ...
    ...     def score(self, ties: Ties) -> FloatArray:
    ...         sleeping = ties.has_relation(nw.Relation.CLIENT) & (ties.silence >= self.years)
    ...         return np.where(sleeping, ties.novelty * ties.bandwidth, np.nan)
    >>> FormerClients(years=1.0)
    FormerClients(years=1.0)
    """

    function: ClassVar[Function | None] = None

    @abstractmethod
    def score(self, ties: Ties) -> FloatArray:
        """Score ties.

        Parameters
        ----------
        ties : Ties
            The ties, as columns.

        Returns
        -------
        FloatArray, shape (n_rows,)
            Higher is better, in any unit; nan says "no opinion", and no infinity.
        """


def score(network: Network, strategy: ScoringStrategy) -> FloatArray:
    """How much would each person gain by talking to each of her contacts?

    Parameters
    ----------
    network : Network
        Of one person or of many.
    strategy : ScoringStrategy
        What counts.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, in the order of ``network.ties()``; nan where the strategy
        has no opinion, and where the tie ended in conflict.

    Raises
    ------
    StrategyError
        If the strategy is not decorated with ``attrs.frozen``, or what it returns has the wrong
        shape or type or holds an infinity.
    """
    return checked_scores(strategy, network.ties())


def checked_scores(strategy: ScoringStrategy, ties: Ties) -> FloatArray:
    """Ask a strategy for scores and check what comes back; raises ``StrategyError``.

    Ties that ended in conflict have no score, whatever the strategy says.
    """
    _check_strategy(strategy)
    scores: object = strategy.score(ties)
    if not isinstance(scores, np.ndarray) or scores.shape != (len(ties),):
        shape = getattr(scores, "shape", type(scores).__name__)
        raise StrategyError(
            f"score must return an array of shape ({len(ties)},), got {shape} from {strategy!r}"
        )
    if scores.dtype.kind not in "fiub":
        raise StrategyError(f"scores must be real numbers, got {scores.dtype} from {strategy!r}")
    checked: FloatArray = scores.astype(np.float64)
    infinite = np.flatnonzero(np.isinf(checked))
    if len(infinite):
        raise StrategyError(
            f"scores must be finite or nan, got {checked[infinite[0]]} in row {infinite[0]} "
            f"from {strategy!r}"
        )
    checked[ties.ended_in_conflict] = np.nan
    return checked


def rounded(scores: FloatArray) -> FloatArray:
    """Round to about 12 significant digits: the last bits of a score differ between machines.

    Whatever is ranked is rounded first, so that equal is equal everywhere.
    """
    mantissa, exponent = np.frexp(scores)
    mantissa *= 2.0**_BITS
    np.rint(mantissa, out=mantissa)
    exponent -= _BITS
    with np.errstate(over="ignore"):
        nearest: FloatArray = np.ldexp(mantissa, exponent, out=mantissa)
    return nearest


def rounded_number(score: float) -> float:
    """Round one score as ``rounded`` does."""
    mantissa, exponent = math.frexp(score)
    return math.ldexp(round(math.ldexp(mantissa, _BITS)), exponent - _BITS)


def _check_strategy(strategy: object) -> None:
    if not isinstance(strategy, ScoringStrategy):
        hint = " (an instance, not the class)" if isinstance(strategy, type) else ""
        raise StrategyError(f"a strategy must be a ScoringStrategy{hint}, got {strategy!r}")
    if "__attrs_attrs__" not in vars(type(strategy)):
        name = type(strategy).__name__
        raise StrategyError(f"a strategy must be decorated with attrs.frozen, {name} is not")

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, StrategyError, shown
from netzwerkwandel.model import Function, Goal
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, Network, Ties


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
            Higher is better, in any unit, and finite; nan says "no opinion". Whoever asks checks
            it, and raises ``StrategyError``.
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
    InvalidArgumentError
        If ``network`` is no ``Network``.
    StrategyError
        If the strategy is not decorated with ``attrs.frozen``, or what it returns has the wrong
        shape or type or holds an infinity.

    Examples
    --------
    >>> from netzwerkwandel.scoring import NewInformation
    >>> network = Network.from_edges(["ada", "ada", "ben", "eva"], ["ben", "eva", "eva", "finn"])
    >>> score(network, NewInformation()).round(2)  # eva knows finn, whom ada and ben do not
    array([0.05, 0.09, 0.05, 0.09, 0.02, 0.02, 0.03, 0.17])
    """
    check_kind("network", network, Network)
    return checked_scores(strategy, network.ties())


def checked_scores(strategy: ScoringStrategy, ties: Ties) -> FloatArray:
    """Ask a strategy for scores and check what comes back.

    Ties that ended in conflict have no score, whatever the strategy says.

    Parameters
    ----------
    strategy : ScoringStrategy
        What counts.
    ties : Ties
        The ties to score.

    Returns
    -------
    FloatArray, shape (n_rows,)
        An array of its own, finite or nan.

    Raises
    ------
    StrategyError
        As ``score``.
    """
    check_is_strategy(strategy)
    scores: object = strategy.score(ties)
    if not isinstance(scores, np.ndarray) or scores.shape != (len(ties),):
        shape = getattr(scores, "shape", type(scores).__name__)
        raise StrategyError(
            f"score must return an array of shape ({len(ties)},), got {shape} from {strategy!r}"
        )
    if scores.dtype.kind not in "fiub":
        raise StrategyError(f"scores must be real numbers, got {scores.dtype} from {strategy!r}")
    # astype copies even what is float64 already: a strategy may hand back a column of ``ties``,
    # which is read-only and kept.
    checked: FloatArray = scores.astype(np.float64)
    infinite = np.flatnonzero(np.isinf(checked))
    if len(infinite):
        raise StrategyError(
            f"scores must be finite or nan, got {checked[infinite[0]]} in row {infinite[0]} "
            f"from {strategy!r}"
        )
    checked[ties.ended_in_conflict] = np.nan
    return checked


def check_is_strategy(strategy: object) -> None:
    """Refuse what is no strategy, or is not decorated with ``attrs.frozen``."""
    if not isinstance(strategy, ScoringStrategy):
        hint, given = "", shown(strategy)
        if isinstance(strategy, type):
            hint, given = " (an instance, not the class)", repr(strategy)
        raise StrategyError(f"a strategy must be a ScoringStrategy{hint}, got {given}")
    if "__attrs_attrs__" not in vars(type(strategy)):
        name = type(strategy).__name__
        raise StrategyError(f"a strategy must be decorated with attrs.frozen, {name} is not")


def is_goal(instance: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse a field of a strategy that is no ``Goal``."""
    if not isinstance(value, Goal):
        name = type(instance).__name__
        raise InvalidArgumentError(f"{field.name} must be a Goal, got {shown(value)} in {name}")

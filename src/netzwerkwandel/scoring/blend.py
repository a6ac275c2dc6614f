from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Goal
from netzwerkwandel.network import FloatArray, IntArray, Ties
from netzwerkwandel.scoring.ranking import ranks, rounded
from netzwerkwandel.scoring.six_functions import (
    BringsIdeas,
    Dormant,
    GivesFeedback,
    NewInformation,
    OpensDoors,
    Orients,
    outside,
)
from netzwerkwandel.scoring.strategy import ScoringStrategy, check_is_strategy, checked_scores


Parts: TypeAlias = tuple[tuple[ScoringStrategy, float], ...]


def _pairs(parts: Iterable[tuple[ScoringStrategy, float]]) -> Parts:
    try:
        return tuple((strategy, float(weight)) for strategy, weight in parts)
    except (TypeError, ValueError):
        raise InvalidArgumentError(
            f"parts must be pairs of a strategy and its weight, got {shown(parts)}"
        ) from None


@attrs.frozen
class Blend(ScoringStrategy):
    """Who is best in several respects at once?

    Each strategy's scores are scaled to their ranks among all of a person's contacts, from above 0
    to 1, since raw scores have different units; contacts of whom a strategy has no opinion stand
    below all others there. The blend is the weighted mean over the strategies that have an opinion.

    Parameters
    ----------
    parts : sequence of (ScoringStrategy, float)
        The strategies and their weights, above 0.

    Raises
    ------
    InvalidArgumentError
        If there is no part, one is not a pair, or a weight is not finite and positive.
    StrategyError
        If a part's strategy is none.

    Examples
    --------
    >>> from netzwerkwandel.scoring import Dormant, NewInformation
    >>> Blend([(NewInformation(), 1.0), (Dormant(), 2.0)]).parts[1]
    (Dormant(), 2.0)
    """

    parts: Parts = attrs.field(converter=_pairs)

    @parts.validator
    def _check_parts(self, field: attrs.Attribute[Any], value: Parts) -> None:
        if not value:
            raise InvalidArgumentError(f"{field.name}: a Blend must have at least one strategy")
        for strategy, weight in value:
            check_is_strategy(strategy)
            if not (math.isfinite(weight) and weight > 0):
                raise InvalidArgumentError(
                    "the weight of a strategy must be finite and > 0, "
                    f"got {weight} for {strategy!r}"
                )

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: the weighted mean of ranks, nan where no part has an opinion."""
        return self.blended(self.opinions(ties), ties.source)

    def opinions(self, ties: Ties) -> Iterator[FloatArray]:
        """Ask each part in turn for its scores.

        Parameters
        ----------
        ties : Ties
            The ties to score.

        Returns
        -------
        iterator of FloatArray, shape (n_rows,)
            Checked and rounded; nan where the part has no opinion.

        Raises
        ------
        StrategyError
            If what a part returns has the wrong shape or type or holds an infinity.
        """
        return (rounded(checked_scores(part, ties)) for part, _ in self.parts)

    def blended(self, opinions: Iterable[FloatArray], source: IntArray) -> FloatArray:
        """Rank each part's scores among those of one source, and take the weighted mean.

        Parameters
        ----------
        opinions : iterable of FloatArray, shape (n_rows,)
            The scores by each part, in the order of ``parts``.
        source : IntArray, shape (n_rows,)
            Whose contact each row is.

        Returns
        -------
        FloatArray, shape (n_rows,)
            From above 0 to 1, the higher the better; nan where no part has an opinion.

        Raises
        ------
        ValueError
            If there are not as many opinions as parts.
        """
        # Ben ranks 0.5 by the first strategy (weight 1) and 1 by the second (weight 2): he gets
        # (0.5 + 2) / 3 = 0.83. Of Eva the second has no opinion, nan, so she keeps her 0.9 by the
        # first. Where nobody has one the weights are 0, and the inner where keeps 0 / 0 from being
        # computed at all.
        total, weights = np.zeros(len(source)), np.zeros(len(source))
        for scores, (_, weight) in zip(opinions, self.parts, strict=True):
            place = ranks(scores, source)
            opinion = ~np.isnan(place)
            total += np.where(opinion, weight * place, 0.0)
            weights += weight * opinion
        return np.where(weights > 0, total / np.where(weights > 0, weights, 1.0), np.nan)

    def ranks(self, ties: Ties) -> Iterator[FloatArray]:
        """Ask each part in turn how highly it ranks each contact among those of one person.

        Parameters
        ----------
        ties : Ties
            The ties to rank.

        Yields
        ------
        FloatArray, shape (n_rows,)
            From above 0 to 1, the higher the better; nan where the part has no opinion.

        Raises
        ------
        StrategyError
            If what a part returns has the wrong shape or type or holds an infinity.
        """
        for scores in self.opinions(ties):
            yield ranks(scores, ties.source)


def scores_to_tell(strategy: ScoringStrategy, ties: Ties) -> FloatArray:
    """What a strategy says of each contact, ranks of a blend told among those to be listed.

    The inner circle is not in question, and ranks high where others are asked to stand out: told
    among all, ranks would say less of the others than is so.
    """
    if type(strategy) is not Blend:
        return checked_scores(strategy, ties)
    opinions, is_inner = list(strategy.opinions(ties)), outside(ties) == 0
    of_others = [np.where(is_inner, np.nan, scores) for scores in opinions]
    among = strategy.blended(of_others, ties.source)
    return np.where(np.isnan(among), strategy.blended(opinions, ties.source), among)


def default_strategy(goal: Goal | None = None) -> Blend:
    """What counts where nothing else is said.

    New information and dormant ties; with three quarters of their weight people who give feedback,
    with half of it those who orient, and with a tenth those who open doors and bring ideas. Mental
    support is left out: it comes from those who are close already. The weights were chosen on the
    mail of two firms, see ``docs/backtest.md``.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    Returns
    -------
    Blend
        The strategy.

    Raises
    ------
    InvalidArgumentError
        If ``goal`` is no ``Goal``.

    Examples
    --------
    >>> default_strategy().parts[1]
    (Dormant(), 1.0)
    """
    return Blend(
        [
            (NewInformation(), 1.0),
            (Dormant(), 1.0),
            (GivesFeedback(goal), 0.75),
            (Orients(goal), 0.5),
            (OpensDoors(goal), 0.1),
            (BringsIdeas(), 0.1),
        ]
    )

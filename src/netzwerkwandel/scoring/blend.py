from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.ranks import ranks
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores, rounded


def _parts(
    value: Iterable[tuple[ScoringStrategy, float]],
) -> tuple[tuple[ScoringStrategy, float], ...]:
    parts = tuple((strategy, float(weight)) for strategy, weight in value)
    if not parts:
        raise InvalidArgumentError("a Blend must have at least one strategy")
    for strategy, weight in parts:
        if not (math.isfinite(weight) and weight > 0):
            raise InvalidArgumentError(
                f"the weight of a strategy must be finite and > 0, got {weight} for {strategy!r}"
            )
    return parts


@attrs.frozen
class Blend(ScoringStrategy):
    """Who is best in several respects at once?

    Each strategy's scores are scaled to their ranks among all of a person's contacts, from above 0
    to 1, since raw scores have different units; of whom a strategy has no opinion stands below all
    others there. The blend is the weighted mean over the strategies that have an opinion.

    Parameters
    ----------
    parts : sequence of (ScoringStrategy, float)
        The strategies and their weights, above 0.

    Raises
    ------
    InvalidArgumentError
        If there is no part, or a weight is not finite and positive.

    Examples
    --------
    >>> from netzwerkwandel.scoring import Dormant, NewInformation
    >>> Blend([(NewInformation(), 1.0), (Dormant(), 2.0)]).parts[1]
    (Dormant(), 2.0)
    """

    parts: tuple[tuple[ScoringStrategy, float], ...] = attrs.field(converter=_parts)

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: the weighted mean of ranks, nan where no part has an opinion."""
        total, weights = np.zeros(len(ties)), np.zeros(len(ties))
        for place, (_, weight) in zip(self.ranks(ties), self.parts, strict=True):
            opinion = ~np.isnan(place)
            total += np.where(opinion, weight * place, 0.0)
            weights += weight * opinion
        return np.where(weights > 0, total / np.where(weights > 0, weights, 1.0), np.nan)

    def ranks(self, ties: Ties) -> Iterator[FloatArray]:
        """Each part's scores in turn, as ranks within each source, from above 0 to 1."""
        for part, _ in self.parts:
            yield ranks(rounded(checked_scores(part, ties)), ties.source)

"""A strategy whose scores are given, for tests of what is done with scores."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring import ScoringStrategy


@attrs.frozen
class Table(ScoringStrategy):
    """Scores that are given, one for each directed tie of a network."""

    values: tuple[float, ...]

    def score(self, ties: Ties) -> FloatArray:
        return np.array(self.values, dtype=np.float64)[ties.positions]

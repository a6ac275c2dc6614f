from __future__ import annotations

from netzwerkwandel.scoring.blend import Blend
from netzwerkwandel.scoring.dormant import Dormant
from netzwerkwandel.scoring.new_information import NewInformation
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores, rounded, score


__all__ = [
    "Blend",
    "Dormant",
    "NewInformation",
    "ScoringStrategy",
    "checked_scores",
    "rounded",
    "score",
]

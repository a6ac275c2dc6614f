from __future__ import annotations

from netzwerkwandel.scoring._function_coverage import (
    FunctionCoverage,
    NetworkCoverage,
    function_coverage,
)
from netzwerkwandel.scoring.amounts import function_amounts, function_strategies
from netzwerkwandel.scoring.blend import Blend, default_strategy
from netzwerkwandel.scoring.companions import GuidingFigures, Peers, ProfessionalCommunity
from netzwerkwandel.scoring.ranking import rounded, top_contacts
from netzwerkwandel.scoring.six_functions import (
    BringsIdeas,
    Dormant,
    GivesFeedback,
    NewInformation,
    OpensDoors,
    Orients,
    Supports,
)
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores, score


__all__ = [
    "Blend",
    "BringsIdeas",
    "Dormant",
    "FunctionCoverage",
    "GivesFeedback",
    "GuidingFigures",
    "NetworkCoverage",
    "NewInformation",
    "OpensDoors",
    "Orients",
    "Peers",
    "ProfessionalCommunity",
    "ScoringStrategy",
    "Supports",
    "checked_scores",
    "default_strategy",
    "function_amounts",
    "function_coverage",
    "function_strategies",
    "rounded",
    "score",
    "top_contacts",
]

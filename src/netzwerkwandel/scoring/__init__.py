from __future__ import annotations

from netzwerkwandel.scoring._function_coverage import (
    FunctionCoverage,
    NetworkCoverage,
    function_coverage,
)
from netzwerkwandel.scoring._top_contacts import top_contacts
from netzwerkwandel.scoring.blend import Blend
from netzwerkwandel.scoring.brings_ideas import BringsIdeas
from netzwerkwandel.scoring.dormant import Dormant
from netzwerkwandel.scoring.functions import (
    default_strategy,
    function_amounts,
    function_strategies,
)
from netzwerkwandel.scoring.gives_feedback import GivesFeedback
from netzwerkwandel.scoring.guiding_figures import GuidingFigures
from netzwerkwandel.scoring.new_information import NewInformation
from netzwerkwandel.scoring.opens_doors import OpensDoors
from netzwerkwandel.scoring.orients import Orients
from netzwerkwandel.scoring.peers import Peers
from netzwerkwandel.scoring.professional_community import ProfessionalCommunity
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores, rounded, score
from netzwerkwandel.scoring.supports import Supports


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

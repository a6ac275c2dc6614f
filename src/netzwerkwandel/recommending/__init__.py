from __future__ import annotations

from netzwerkwandel.recommending._introductions import Introduction, Introductions, introductions
from netzwerkwandel.recommending._recommend import recommend
from netzwerkwandel.recommending.comparison import Comparison, Portrait
from netzwerkwandel.recommending.effect import Effect
from netzwerkwandel.recommending.reasons import Reason, ReasonKind
from netzwerkwandel.recommending.recommendation import Recommendation, Recommendations
from netzwerkwandel.recommending.shortfalls import Shortfall, ShortfallKind


__all__ = [
    "Comparison",
    "Effect",
    "Introduction",
    "Introductions",
    "Portrait",
    "Reason",
    "ReasonKind",
    "Recommendation",
    "Recommendations",
    "Shortfall",
    "ShortfallKind",
    "introductions",
    "recommend",
]

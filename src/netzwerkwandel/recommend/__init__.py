from __future__ import annotations

from netzwerkwandel.recommend.comparison import Comparison, Portrait
from netzwerkwandel.recommend.effect import Effect
from netzwerkwandel.recommend.introductions import Introduction, Introductions, introductions
from netzwerkwandel.recommend.reasons import Reason, ReasonKind
from netzwerkwandel.recommend.recommend import recommend
from netzwerkwandel.recommend.recommendation import Recommendation, Recommendations
from netzwerkwandel.recommend.shortfalls import Shortfall, ShortfallKind


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

from __future__ import annotations

from netzwerkwandel.recommend.reasons import Reason, ReasonKind
from netzwerkwandel.recommend.recommend import recommend
from netzwerkwandel.recommend.recommendation import Recommendation, Recommendations


__all__ = ["Reason", "ReasonKind", "Recommendation", "Recommendations", "recommend"]

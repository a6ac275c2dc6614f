from __future__ import annotations

from netzwerkwandel.recommending._introductions import Introduction, Introductions, introductions
from netzwerkwandel.recommending._questions import questions
from netzwerkwandel.recommending._recommend import recommend
from netzwerkwandel.recommending.overview import (
    ChoiceSummary,
    Comparison,
    ListEffect,
    Shortfall,
    ShortfallKind,
)
from netzwerkwandel.recommending.question import Question, QuestionKind, Questions
from netzwerkwandel.recommending.reason import Reason, ReasonKind
from netzwerkwandel.recommending.result import Recommendation, Recommendations
from netzwerkwandel.recommending.ruled_out import RuledOutReason


__all__ = [
    "ChoiceSummary",
    "Comparison",
    "Introduction",
    "Introductions",
    "ListEffect",
    "Question",
    "QuestionKind",
    "Questions",
    "Reason",
    "ReasonKind",
    "Recommendation",
    "Recommendations",
    "RuledOutReason",
    "Shortfall",
    "ShortfallKind",
    "introductions",
    "questions",
    "recommend",
]

from __future__ import annotations

from netzwerkwandel.model.contact import Contact, Decision, Work
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.goal import Goal
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import ME, Key
from netzwerkwandel.model.report import Nobodies, Problem, SourceReport
from netzwerkwandel.model.shift import FunctionShift, Shift
from netzwerkwandel.model.suggestion import Suggestion
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.vocabularies import (
    Answer,
    Channel,
    ExperimentKind,
    Function,
    MeEvidence,
    NobodyReason,
    Relation,
    SkipReason,
    SourceKind,
)


__all__ = [
    "ME",
    "Answer",
    "Channel",
    "Contact",
    "Decision",
    "Experiment",
    "ExperimentKind",
    "Function",
    "FunctionShift",
    "Goal",
    "Interaction",
    "InteractionColumns",
    "Key",
    "MeEvidence",
    "Nobodies",
    "NobodyReason",
    "Problem",
    "Relation",
    "Shift",
    "SkipReason",
    "SourceKind",
    "SourceReport",
    "Suggestion",
    "Tie",
    "Work",
]

from __future__ import annotations

from netzwerkwandel import metrics
from netzwerkwandel.errors import (
    ExportFormatError,
    InvalidArgumentError,
    InvalidNetworkError,
    InvalidRecordError,
    MissingExtraError,
    NetzwerkwandelError,
    NotFoundError,
    StrategyError,
)
from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.model import (
    Channel,
    Contact,
    Experiment,
    ExperimentKind,
    Function,
    Goal,
    Interaction,
    Key,
    MeEvidence,
    Problem,
    Records,
    Relation,
    SkipReason,
    SourceKind,
    SourceReport,
    Tie,
)
from netzwerkwandel.network import FloatArray, Network, Ties, TieStrength
from netzwerkwandel.recommend import (
    Reason,
    ReasonKind,
    Recommendation,
    Recommendations,
    recommend,
)
from netzwerkwandel.scoring import Blend, Dormant, NewInformation, ScoringStrategy, score
from netzwerkwandel.sources import read_exports


__all__ = [
    "Blend",
    "Channel",
    "Contact",
    "Dormant",
    "Experiment",
    "ExperimentKind",
    "ExportFormatError",
    "FloatArray",
    "Function",
    "Goal",
    "Interaction",
    "InvalidArgumentError",
    "InvalidNetworkError",
    "InvalidRecordError",
    "Key",
    "MeEvidence",
    "MissingExtraError",
    "Network",
    "NetzwerkwandelError",
    "NewInformation",
    "NotFoundError",
    "PossibleDuplicate",
    "Problem",
    "Reason",
    "ReasonKind",
    "Recommendation",
    "Recommendations",
    "Records",
    "Relation",
    "ScoringStrategy",
    "SkipReason",
    "SourceKind",
    "SourceReport",
    "StrategyError",
    "Tie",
    "TieStrength",
    "Ties",
    "metrics",
    "read_exports",
    "recommend",
    "score",
]

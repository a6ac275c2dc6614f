from __future__ import annotations

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
from netzwerkwandel.model import (
    Channel,
    Contact,
    Experiment,
    ExperimentKind,
    Function,
    Goal,
    Interaction,
    Key,
    Records,
    Relation,
    Tie,
)


__all__ = [
    "Channel",
    "Contact",
    "Experiment",
    "ExperimentKind",
    "ExportFormatError",
    "Function",
    "Goal",
    "Interaction",
    "InvalidArgumentError",
    "InvalidNetworkError",
    "InvalidRecordError",
    "Key",
    "MissingExtraError",
    "NetzwerkwandelError",
    "NotFoundError",
    "Records",
    "Relation",
    "StrategyError",
    "Tie",
]

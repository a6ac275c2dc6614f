from __future__ import annotations

from netzwerkwandel.change._experiment_effects import experiment_effects
from netzwerkwandel.change._network_change import network_change
from netzwerkwandel.change._rank_experiments import (
    RankedExperiment,
    RankedExperiments,
    rank_experiments,
)
from netzwerkwandel.change._safe_base import SafeBase, Supporter, safe_base
from netzwerkwandel.change._suggestion_effects import suggestion_effects
from netzwerkwandel.change._ties_woken import ties_woken
from netzwerkwandel.change._timeline import Every, Timeline, timeline
from netzwerkwandel.change.counterfactual import without_experiment
from netzwerkwandel.change.drift import Drift, ShareDifference, drift_to_core
from netzwerkwandel.change.experiment_effect import ExperimentEffect, ExperimentEffects
from netzwerkwandel.change.reconnected import ReconnectedTie, ReconnectedTies
from netzwerkwandel.change.suggestion_effect import SuggestionEffect, SuggestionEffects
from netzwerkwandel.change.what_changed import Attention, NetworkChange


__all__ = [
    "Attention",
    "Drift",
    "Every",
    "ExperimentEffect",
    "ExperimentEffects",
    "NetworkChange",
    "RankedExperiment",
    "RankedExperiments",
    "ReconnectedTie",
    "ReconnectedTies",
    "SafeBase",
    "ShareDifference",
    "SuggestionEffect",
    "SuggestionEffects",
    "Supporter",
    "Timeline",
    "drift_to_core",
    "experiment_effects",
    "network_change",
    "rank_experiments",
    "safe_base",
    "suggestion_effects",
    "ties_woken",
    "timeline",
    "without_experiment",
]

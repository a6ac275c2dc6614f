from __future__ import annotations

from netzwerkwandel.change.counterfactual import without_experiment
from netzwerkwandel.change.experiment_effect import ExperimentEffect, ExperimentEffects
from netzwerkwandel.change.experiment_effects import experiment_effects
from netzwerkwandel.change.network_change import Attention, NetworkChange, network_change
from netzwerkwandel.change.rank_experiments import (
    RankedExperiment,
    RankedExperiments,
    rank_experiments,
)
from netzwerkwandel.change.timeline import Timeline, timeline


__all__ = [
    "Attention",
    "ExperimentEffect",
    "ExperimentEffects",
    "NetworkChange",
    "RankedExperiment",
    "RankedExperiments",
    "Timeline",
    "experiment_effects",
    "network_change",
    "rank_experiments",
    "timeline",
    "without_experiment",
]

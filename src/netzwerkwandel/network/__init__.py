from __future__ import annotations

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.chronicle import Chronicle
from netzwerkwandel.network.decay import Decay, ExponentialDecay, PowerLawDecay, SurvivalDecay
from netzwerkwandel.network.network import Network, Ties
from netzwerkwandel.network.strength import TieStrength


__all__ = [
    "BoolArray",
    "Chronicle",
    "Decay",
    "ExponentialDecay",
    "FloatArray",
    "IntArray",
    "Network",
    "PowerLawDecay",
    "SurvivalDecay",
    "TieStrength",
    "Ties",
]

from __future__ import annotations

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.network import Network
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.ties import Ties


__all__ = ["BoolArray", "FloatArray", "IntArray", "Network", "TieStrength", "Ties"]

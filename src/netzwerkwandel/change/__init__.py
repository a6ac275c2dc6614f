from __future__ import annotations

from netzwerkwandel.change.network_change import Attention, NetworkChange, network_change
from netzwerkwandel.change.timeline import Timeline, timeline


__all__ = ["Attention", "NetworkChange", "Timeline", "network_change", "timeline"]

"""Does advice come true? Rules of choosing, held against what followed on networks with dates."""

from __future__ import annotations

from netzwerkwandel.evaluation._backtest import MEASURES, Backtest, Outcome, backtest
from netzwerkwandel.evaluation.choosers import (
    BASELINES,
    Chooser,
    MostConnected,
    MostRecent,
    Random,
    Recommended,
    Strongest,
)


__all__ = [
    "BASELINES",
    "MEASURES",
    "Backtest",
    "Chooser",
    "MostConnected",
    "MostRecent",
    "Outcome",
    "Random",
    "Recommended",
    "Strongest",
    "backtest",
]

"""Ob der Rat sich bewahrheitet."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


EVALUATION: dict[str, Phrase] = {
    # nach der Zahl: Menschen
    "backtest of": (
        "Betrachtet wurden {choices} Entscheidungen von {n} Person.",
        "Betrachtet wurden {choices} Entscheidungen von {n} Personen.",
    ),
    # was gemessen wurde
    "backtest met": "neuen Bekannten, die mit den Gewählten verbunden waren",
    "backtest excess": "demselben abzüglich Fremder mit gleich vielen Verbindungen",
    "backtest new people": "neuen Menschen um die Gewählten",
    "backtest in touch": "Kontakt mit den Gewählten",
    "backtest taken up again": "wieder aufgenommenem Kontakt",
    "backtest answered": "Kontakt von beiden Seiten",
    # neben einer Wahl durch den Zufall
    "backtest better": "mehr als der Zufall bei {measures}",
    "backtest worse": "weniger als der Zufall bei {measures}",
    "backtest alike": "vom Zufall nicht zu unterscheiden bei {measures}",
    "backtest limits": (
        "Das sagt, wem man im gewöhnlichen Leben nahe gewesen wäre; ob ein Berufswechsel gelang, "
        "sagt es nicht."
    ),
}

"""Whether advice comes true."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


EVALUATION: dict[str, Phrase] = {
    # by the number of people
    "backtest of": (
        "Looked at {choices} choices of {n} person.",
        "Looked at {choices} choices of {n} people.",
    ),
    # what was measured
    "backtest met": "people met who were tied to the chosen",
    "backtest excess": "the same, less strangers of equal degree",
    "backtest new people": "new people around the chosen",
    "backtest in touch": "contact with the chosen",
    "backtest taken up again": "contact taken up again",
    "backtest answered": "contact in which both reached out",
    # beside a choice by chance
    "backtest better": "more than by chance in {measures}",
    "backtest worse": "less than by chance in {measures}",
    "backtest alike": "not to be told from chance in {measures}",
    "backtest limits": (
        "This says whom one would have been near in ordinary life; it does not say whether a "
        "career changed."
    ),
}

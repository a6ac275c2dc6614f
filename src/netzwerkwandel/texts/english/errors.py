"""What an error says of who was meant."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ERRORS: dict[str, Phrase] = {
    "error unknown": "Nobody is known by “{who}”.",
    "error unknown near": "Nobody is known by “{who}”. The nearest: {names}.",
    "error ambiguous": (
        "{n} people are known by “{who}”: {names}. A mail address or a number says who is meant."
    ),
    "error other": (
        "This comes from Python and not from netzwerkwandel: {what}. Often a cell further up was "
        "not run, or something is misspelt."
    ),
}

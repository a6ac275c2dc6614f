"""What was suggested: what came of it, and what to say next."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ADVICE: dict[str, Phrase] = {
    # at the command line: what came of a suggestion
    "came heard": (
        "{who} was suggested on {on}, and you have been in touch since ({day}). What came of it?"
    ),
    "came open": "{who} was suggested on {on}. What came of it?",
    "came answer": "talked, none (no answer came), declined, not now, later, stop:",
    "came talked": "talked",
    "came none": "none",
    "came declined": "declined",
    "came not now": "not now",
    "came later": "later",
    "came stop": "stop",
    "came unclear": "Please answer talked, none, declined, not now, later or stop.",
    "came brought": "What did it bring? {functions}: numbers, or nothing:",
}

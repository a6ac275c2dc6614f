"""Was anders gesagt wird, wo jemand mit Sie angesprochen wird; alles andere bleibt, wie es ist."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase
from netzwerkwandel.texts.german.formal.advice import ADVICE
from netzwerkwandel.texts.german.formal.change import CHANGE
from netzwerkwandel.texts.german.formal.command import COMMAND
from netzwerkwandel.texts.german.formal.openings import OPENINGS
from netzwerkwandel.texts.german.formal.problems import PROBLEMS
from netzwerkwandel.texts.german.formal.recommending import RECOMMENDING
from netzwerkwandel.texts.german.formal.shown import SHOWN


FORMAL: dict[str, Phrase] = {
    **RECOMMENDING,
    **OPENINGS,
    **ADVICE,
    **CHANGE,
    **SHOWN,
    **COMMAND,
    **PROBLEMS,
}

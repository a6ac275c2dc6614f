"""Was ein Fehler darüber sagt, wer gemeint war."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ERRORS: dict[str, Phrase] = {
    "error unknown": "Niemand ist als „{who}“ bekannt.",
    "error unknown near": "Niemand ist als „{who}“ bekannt. Am nächsten: {names}.",
    "error ambiguous": (
        "Als „{who}“ sind {n} Menschen bekannt: {names}. Eine Mailadresse oder eine Nummer sagt, "
        "wer gemeint ist."
    ),
    "error other": (
        "Das kommt von Python und nicht von netzwerkwandel: {what}. Oft ist ein Kasten weiter oben "
        "nicht gelaufen, oder etwas ist vertippt."
    ),
}

"""Was vorgeschlagen war: was daraus wurde, und was als Nächstes zu sagen ist."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ADVICE: dict[str, Phrase] = {
    # an der Kommandozeile: was aus einem Vorschlag wurde
    "came heard": (
        "{who} war am {on} vorgeschlagen, und ihr hattet seitdem Kontakt ({day}). Was ist daraus "
        "geworden?"
    ),
    "came open": "{who} war am {on} vorgeschlagen. Was ist daraus geworden?",
    "came answer": "gesprochen, nichts (keine Antwort), abgesagt, noch nicht, später, stopp:",
    "came talked": "gesprochen",
    "came none": "nichts",
    "came declined": "abgesagt",
    "came not now": "noch nicht",
    "came later": "später",
    "came stop": "stopp",
    "came unclear": "Bitte antworte gesprochen, nichts, abgesagt, noch nicht, später oder stopp.",
    "came brought": "Was hat es gebracht? {functions}: Zahlen, oder nichts:",
}

"""Wohin die Aufmerksamkeit geht, wer Halt gibt und welche Kontakte wieder wach wurden."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ATTENTION: dict[str, Phrase] = {
    # zurück zum Vertrauten
    "attention unknown": (
        "Die Daten reichen noch nicht, um zu sagen, wohin deine Aufmerksamkeit geht."
    ),
    "attention lately": (
        "Zuletzt gingen {share} deiner Aufmerksamkeit an deinen engsten Kreis, die Menschen, die "
        "dir bei deinem Aufbruch am nächsten waren."
    ),
    "attention baseline": "Im Jahr vor deinem Aufbruch waren es {share}.",
    "attention earlier": "Danach waren es bis vor Kurzem {share}.",
    "attention steady": "Nichts in den Daten spricht dafür, dass du zum Vertrauten zurückgehst.",
    "attention slides": "Es zieht deine Aufmerksamkeit wieder mehr zum Vertrauten.",
    "attention since": "Das ist etwa seit {month} so.",
    "attention natural": (
        "Wenn vieles unsicher ist, ist es ganz natürlich, das Vertraute zu suchen. Vielleicht gibt "
        "es jemanden, mit dem du länger nicht gesprochen hast und von dem du gern wieder hören "
        "würdest."
    ),
    # wer Halt gibt
    "base nobody": (
        "Die Daten zeigen noch niemanden, der dir im Wandel Halt gibt; vielleicht stehen diese "
        "Menschen nicht in den Daten."
    ),
    "base holders": (
        "{who} gibt dir im Wandel Halt.",
        "{who} geben dir im Wandel Halt.",
    ),
    "base few": (
        "{n} weiterer solcher Mensch würde den Boden noch fester machen.",
        "{n} weitere solche Menschen würden den Boden noch fester machen.",
    ),
    "base circles": "Sie gehören zu {n} Kreisen; so hängt nicht alles an einem davon.",
    "base one circle": (
        "Sie gehören alle zum selben Kreis; jemand von anderswo würde den Boden noch fester machen."
    ),
    "base only": "Für {functions} hast du nur {who}: ein Kontakt, der Pflege verdient.",
    "base opens": (
        "{who} hilft auch, dein Netzwerk offen zu halten.",
        "{who} helfen auch, dein Netzwerk offen zu halten.",
    ),
    "base old": (
        "{n} weiterer Mensch, der dir nahesteht, gehört ganz zu deinem alten Umfeld.",
        "{n} weitere Menschen, die dir nahestehen, gehören ganz zu deinem alten Umfeld.",
    ),
    "base free": "Das heißt nicht, dass dich jemand zurückhält.",
    # wer wieder wach wurde
    "woken nobody": (
        "Noch ist kein eingeschlafener Kontakt wieder wach geworden. Die meisten freuen sich, "
        "wieder von jemandem zu hören."
    ),
    "woken count": (
        "{n} eingeschlafener Kontakt ist wieder wach geworden.",
        "{n} eingeschlafene Kontakte sind wieder wach geworden.",
    ),
    "woken steps": ("Der erste Schritt war {steps}.", "Die ersten Schritte waren {steps}."),
    "woken own": (
        "Einmal hast du dich gemeldet.",
        "{n} Mal hast du dich gemeldet.",
    ),
    "woken tie": "{who}, nach {span} ohne Kontakt: {brought}.",
    "woken days": ("{n} weiterer Tag mit Kontakt", "{n} weitere Tage mit Kontakt"),
    "woken people": ("{n} neue Bekanntschaft", "{n} neue Bekanntschaften"),
    "woken once": "bisher blieb es bei diesem einen Mal",
    "woken earlier": ("Und {n} früheres Mal.", "Und {n} frühere Male."),
}

"""Was ausprobiert wurde und was geplant ist."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


EXPERIMENTS: dict[str, Phrase] = {
    "hours": ("{n} Stunde", "{n} Stunden"),
    # was ausprobiert wurde
    "experiment nameless": "Etwas, das du ausprobiert hast",
    "experiment span": "{title}, {started} bis {until}:",
    "experiment met stated": ("Du hast {n} Person getroffen.", "Du hast {n} Personen getroffen."),
    "experiment met found": (
        "In diesen Tagen warst du mit {n} Person zum ersten Mal in Kontakt, vielleicht dadurch.",
        "In diesen Tagen warst du mit {n} Personen zum ersten Mal in Kontakt, vielleicht dadurch.",
    ),
    "experiment met none": "Deine Daten zeigen niemanden, den du dabei getroffen hast.",
    "experiment new all": ("Diese Person war neu für dich.", "Sie alle waren neu für dich."),
    "experiment new some": ("{n} davon war neu für dich.", "{n} davon waren neu für dich."),
    "experiment new none": ("Du kanntest diese Person schon.", "Du kanntest sie alle schon."),
    "experiment shared": (
        "{n} davon kann auch durch etwas anderes gekommen sein, das du damals ausprobiert hast.",
        "{n} davon können auch durch etwas anderes gekommen sein, das du damals ausprobiert hast.",
    ),
    "experiment apart": (
        "{n} neue Person kennt wenige oder keine deiner anderen Kontakte.",
        "{n} neue Personen kennen wenige oder keine deiner anderen Kontakte.",
    ),
    "experiment circles": (
        "Es führt in {n} neuen Kreis.",
        "Es führt in {n} neue Kreise.",
    ),
    "experiment second": (
        "Mit {n} neuen Person warst du an einem anderen Tag noch einmal in Kontakt.",
        "Mit {n} neuen Personen warst du an einem anderen Tag noch einmal in Kontakt.",
    ),
    "experiment second none": "Einen zweiten Kontakt gab es bisher nicht; er kann noch kommen.",
    "experiment effort": "Auf jede neue Person kommen etwa {hours}.",
    # was geplant ist
    "planned title": (
        "Was dich zu neuen Menschen führen kann, soweit das, was du ausprobiert hast, es zeigt:"
    ),
    "planned none": "Es ist noch nichts geplant, was sich vergleichen ließe.",
    "planned people": (
        "{title}: etwa {n} neue Person in {hours}, wahrscheinlich zwischen {low} und {high}.",
        "{title}: etwa {n} neue Personen in {hours}, wahrscheinlich zwischen {low} und {high}.",
    ),
    "planned nobody": (
        "{title}: in {hours} vielleicht niemand Neues, wahrscheinlich höchstens {high}."
    ),
    "planned unsure": "Bisher kaum mehr als eine Vermutung: {titles}.",
    "planned again": (
        "Du bist schon eine Weile am Erkunden, und deine Daten zeigen noch keinen zweiten Kontakt. "
        "Das Erkunden hat seinen eigenen Wert. Wenn du magst, könntest du dich bei jemandem, den "
        "du unterwegs getroffen hast, noch einmal melden."
    ),
}

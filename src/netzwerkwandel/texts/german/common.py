"""Zeitspannen und Wege des Kontakts."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMON: dict[str, Phrase] = {
    # Zeitspannen, wie sie nach „seit“, „vor“ und „in“ stehen
    "years": ("{n} Jahr", "{n} Jahren"),
    "months": ("{n} Monat", "{n} Monaten"),
    "weeks": ("{n} Woche", "{n} Wochen"),
    "days": ("einem Tag", "{n} Tagen"),
    "a year": "einem Jahr",
    "span almost": "fast {span}",
    "span over": "über {span}",
    # was vor einem Arbeitgeber steht: arbeitet bei, Neues von, gewechselt zu
    "place at": "bei",
    "place from": "von",
    "place to": "zu",
    # was es zwischen zwei Menschen gab
    "channel meeting": ("ein Treffen", "{n} Treffen"),
    "channel call": ("ein Telefonat", "{n} Telefonate"),
    "channel message": ("eine Nachricht", "{n} Nachrichten"),
    "channel mail": ("eine Mail", "{n} Mails"),
    "channel recommendation": ("eine Empfehlung", "{n} Empfehlungen"),
    "channel signal": ("ein Lebenszeichen", "{n} Lebenszeichen"),
}

"""Zeitspannen und Wege des Kontakts."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMON: dict[str, Phrase] = {
    # Zeitspannen, wie sie nach „seit“, „vor“ und „in“ stehen
    "years": ("{n} Jahr", "{n} Jahren"),
    "months": ("{n} Monat", "{n} Monaten"),
    "weeks": ("{n} Woche", "{n} Wochen"),
    "days": ("einem Tag", "{n} Tagen"),
    # was es zwischen zwei Menschen gab
    "channel meeting": ("{n} Treffen", "{n} Treffen"),
    "channel call": ("{n} Anruf", "{n} Anrufe"),
    "channel message": ("{n} Nachricht", "{n} Nachrichten"),
    "channel mail": ("{n} Mail", "{n} Mails"),
    "channel recommendation": ("{n} Empfehlung", "{n} Empfehlungen"),
    "channel signal": ("{n} Lebenszeichen", "{n} Lebenszeichen"),
}

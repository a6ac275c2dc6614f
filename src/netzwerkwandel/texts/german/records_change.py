"""Was in den Daten seit dem letzten Mal neu ist."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


RECORDS_CHANGE: dict[str, Phrase] = {
    "news nothing": "Es gibt nichts Neues.",
    "news added": "Dazugekommen: {what}.",
    "news more": ("{n} weitere Person", "{n} weitere"),
    "news gone": (
        "{n} Person ist nicht mehr mit dir vernetzt",
        "{n} Personen sind nicht mehr mit dir vernetzt",
    ),
    "news talked": (
        "Du hattest seit dem Vorschlag Kontakt mit {names}: Was ist daraus geworden?",
        "Du hattest seit den Vorschlägen Kontakt mit {names}: Was ist daraus geworden?",
    ),
    "news moved": "{who} ist {from} {to} gewechselt",
    "news moved as": "und ist dort {position}",
    "news now": "{who} ist jetzt {position}",
    "news now at": "{who} ist jetzt {position} {at}",
    "news at": "{who} ist jetzt {at}",
    "news elsewhere": "{who} arbeitet nicht mehr dort, wo es die Daten zuletzt sagten",
    "news between": "zwischen dem {before} und dem {after}",
    "news moved more": (
        "{n} weitere Person arbeitet anderswo oder in anderer Position.",
        "{n} weitere arbeiten anderswo oder in anderer Position.",
    ),
}

"""Was Bilder sagen: ihre Titel, ihre Legenden und was sie zeigen, für alle, die sie nicht sehen."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


PICTURES: dict[str, Phrase] = {
    # das Netzwerk um eine Person
    "picture egogram": "Das Netzwerk von {who}",
    "picture egogram on": "Das Netzwerk von {who} am {on}",
    "picture egogram about": (
        "{who} steht in der Mitte; je weiter von dort, desto schwächer der Kontakt. Wer sich "
        "untereinander kennt, steht in einem Sektor."
    ),
    "picture count inner": ("{n} Person im engsten Kreis", "{n} Personen im engsten Kreis"),
    "picture count living": ("{n} weitere in Kontakt", "{n} weitere in Kontakt"),
    "picture count asleep": ("{n} eingeschlafener Kontakt", "{n} eingeschlafene Kontakte"),
    "picture count never": (
        "{n}, mit der die Daten keinen Kontakt zeigen",
        "{n}, mit denen die Daten keinen Kontakt zeigen",
    ),
    # nach der Zahl der Personen
    "picture suggested": (
        "Vorgeschlagen, mit dem Platz auf der Liste: {names}.",
        "Vorgeschlagen, mit den Plätzen auf der Liste: {names}.",
    ),
    "picture outside": (
        "Von {all} steht {n} im äußersten Ring.",
        "Von {all} stehen {n} im äußersten Ring.",
    ),
    "picture circle": "um {who}",
    "picture alone": "jeweils für sich",
    "picture look inner": "engster Kreis",
    "picture look living": "in Kontakt",
    "picture look asleep": "eingeschlafen",
    "picture look never": "kein Kontakt in den Daten",
    "picture look suggested": "vorgeschlagen, mit Platz auf der Liste",
}

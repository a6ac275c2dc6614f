"""Was Bilder sagen: ihre Titel, ihre Legenden und was sie zeigen, für alle, die sie nicht sehen."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


PICTURES: dict[str, Phrase] = {
    # das Netzwerk um eine Person
    "picture egogram": "Das Netzwerk von {who}",
    "picture egogram on": "Das Netzwerk von {who} am {on}",
    # dasselbe, wo die Person in der Mitte keinen Namen hat
    "picture me": "du",
    "picture egogram unnamed": "Dein Netzwerk",
    "picture egogram on unnamed": "Dein Netzwerk am {on}",
    "picture egogram about unnamed": (
        "Du stehst in der Mitte; je weiter von dort, desto schwächer der Kontakt."
    ),
    "picture egogram about": (
        "{who} steht in der Mitte; je weiter von dort, desto schwächer der Kontakt."
    ),
    "picture circles about": (
        "Zwischen zwei Linien steht jeweils ein Kreis: Menschen, die einander kennen. Er heißt "
        "nach dem Arbeitgeber der meisten darin, oder als „{example}“ nach der Person, die darin "
        "am nächsten ist."
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
    "picture outside none": (
        "Diese Person steht nicht im äußersten Ring.",
        "Keine dieser Personen steht im äußersten Ring.",
    ),
    "picture outside all": (
        "Diese Person steht im äußersten Ring.",
        "Alle {n} stehen im äußersten Ring.",
    ),
    "picture outside all of two": "Beide stehen im äußersten Ring.",
    "picture circle": "um {who}",
    "picture alone": "jeweils für sich",
    "picture look rule": (
        "zwischen zwei Linien: wer einander kennt, benannt nach Arbeitgeber oder („um …“) nächster "
        "Person"
    ),
    "picture look inner": "engster Kreis",
    "picture look living": "in Kontakt",
    "picture look asleep": "eingeschlafen",
    "picture look never": "kein Kontakt in den Daten",
    "picture look suggested": "vorgeschlagen, mit Platz auf der Liste",
    # die Aufmerksamkeit über die Zeit
    "picture timeline": "Wohin die Aufmerksamkeit geht",
    "picture everybody else": "alle anderen",
    "picture look tried": "was ausprobiert wurde",
    # nach der Zahl der Experimente
    "picture tried": (
        "In dieser Zeit ausprobiert: {titles}.",
        "In dieser Zeit ausprobiert: {titles}.",
    ),
    # was abgedeckt ist
    "picture coverage": "Was das Netzwerk hat, und an wem es hängt",
    "picture not inner": "nicht im engsten Kreis",
    "picture rest": "weitere, nicht einzeln gezeigt",
    "picture lacks": "noch niemand",
    "picture nobody": "noch niemand",
    "picture more": ("{n} weitere", "{n} weitere"),
    "picture people": ("{n} Person", "{n} Personen"),
    "picture circles": ("{n} Kreis", "{n} Kreisen"),
    "picture people in": "{people} in {circles}",
    # wie sich die Aufmerksamkeit verteilt
    "picture signature": "An wen die Aufmerksamkeit geht",
    # nach der Zahl der Personen
    "picture signature about": (
        "Eine Person bekommt {share} der Aufmerksamkeit: {names}.",
        "{n} Personen bekommen {share} der Aufmerksamkeit, die erste am meisten: {names}.",
    ),
    "picture no attention": "Die Daten zeigen keinen Kontakt.",
    "picture more people": ("{n} weitere Person", "{n} weitere zusammen"),
    "picture earlier": "dieser Platz vorher",
    # was die Liste ändern würde
    # nach der Zahl der Personen auf der Liste
    "picture change": ("Was ein Gespräch ändern würde", "Was {n} Gespräche ändern würden"),
    "picture now": "heute",
    "picture then": "nach einem Gespräch mit allen auf der Liste",
    "picture figure size": "Wege zu verschiedenen Menschen",
    "picture figure constraint": "wie viel an denselben wenigen hängt",
    "picture figure functions": "Funktionen, für die es jemanden gibt",
    "picture from to": "{figure}: heute {before}, danach {after}",
    # die Geschichte eines Kontakts
    "picture history": "Kontakt mit {who}",
    "picture history about": "{who} und du: {counts}.",
    "picture history none": "{who}: Die Daten zeigen keinen Kontakt.",
    "picture silent": "nach {span} Stille",
    "picture silent since": "still seit {span}",
    "picture look days": "Tage mit Kontakt, je Vierteljahr",
    "picture look said": "vorgeschlagen",
}

"""Mit Sie: was Tabellen, Bilder, der Bericht und die Zusammenfassung sagen."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


SHOWN: dict[str, Phrase] = {
    "limit mail": (
        "Ein Postfach ist einseitig: Es zeigt, was Sie geschrieben und bekommen haben, nicht, was "
        "gesprochen wurde, und nicht, was andere einander schreiben. Wer wen kennt, ist nur zu "
        "sehen, wo beide mit Ihnen auf einer Mail stehen."
    ),
    "limit linkedin": (
        "Ein LinkedIn-Archiv ist ein Stern: Es zeigt Ihre Kontakte, nicht deren Kontakte. Firma "
        "und Position sind die von heute, nicht die von damals; Adressen fehlen meist."
    ),
    "limit address book": (
        "Ein Adressbuch zeigt, wen Sie gespeichert haben, nicht, wann und wie oft Sie Kontakt "
        "hatten."
    ),
    "bias only connections": (
        "Von LinkedIn sind hier nur die Verbindungen und keine Nachrichten: Wer Ihnen nur dort "
        "schreibt, scheint hier zu schweigen. Das vollständige Archiv enthält auch sie."
    ),
    "skip unanswered message of a stranger": (
        "{n} von jemandem, mit dem Sie nicht vernetzt sind und dem Sie nie geantwortet haben",
        "{n} von Leuten, mit denen Sie nicht vernetzt sind und denen Sie nie geantwortet haben",
    ),
    "summary me not named in the data": (
        "Die Daten sagen nicht, wessen sie sind; sagen Sie es mit me=[...] oder --me."
    ),
    "summary me nobody": (
        "Es ist nicht zu erkennen, wessen Daten das sind; sagen Sie es mit me=[...] oder --me."
    ),
    "picture me": "Sie",
    "picture egogram unnamed": "Ihr Netzwerk",
    "picture egogram on unnamed": "Ihr Netzwerk am {on}",
    "picture egogram about unnamed": (
        "Sie stehen in der Mitte; je weiter von dort, desto schwächer der Kontakt."
    ),
    "picture history about": "{who} und Sie: {counts}.",
    "shown contact": (
        "Jemand, den Sie kennen",
        "{n} Menschen, die Sie kennen",
    ),
    "shown pick": (
        "Mit wem Sie sprechen könnten",
        "{n} Menschen, mit denen Sie sprechen könnten",
    ),
    "shown introduction": (
        "Jemand, den Sie kennenlernen könnten",
        "{n} Menschen, die Sie kennenlernen könnten",
    ),
    "shown question": (
        "Eine Frage an Sie",
        "{n} Fragen an Sie",
    ),
    "shown supporter": (
        "Wer Ihnen Rückhalt gibt",
        "{n} Menschen, die Ihnen Rückhalt geben",
    ),
    "shown experiment": (
        "Was Sie ausprobiert haben",
        "{n} Dinge, die Sie ausprobiert haben",
    ),
    "shown planned": (
        "Was Sie vorhaben",
        "{n} Dinge, die Sie vorhaben",
    ),
    "people counted": (
        "Die Daten nennen außer Ihnen {n} Menschen: {parts}.",
        "Die Daten nennen außer Ihnen {n} Menschen: {parts}.",
    ),
    "people contacts": ("{n} Kontakt von Ihnen", "{n} Kontakte von Ihnen"),
    "summary contacts besides": ("{n} Mensch außer Ihnen", "{n} Menschen außer Ihnen"),
    "column relation": "was Sie füreinander sind",
    "cell core": "nur Ihr engster Kreis",
    "cell core only": "nur Ihr engster Kreis: {names}",
    "report subtitle coach": (
        "Stand: {on}, für ein Coaching-Gespräch: Menschen stehen hier mit ihren Initialen. Mit "
        "„Sie“ ist die Person gemeint, um deren Netzwerk es geht."
    ),
    "report made by": (
        "Entstanden mit netzwerkwandel, auf Ihrem Rechner und aus Ihren Daten. Bewahren Sie diese "
        "Seite auf wie ein Tagebuch: Sie erzählt auch von anderen."
    ),
    "report list": "Mit wem Sie als Nächstes sprechen könnten",
    "report network": "Ihr Netzwerk",
    "report experiments": "Was Sie ausprobiert haben, und was es gebracht hat",
    "report questions": "Was Sie als Nächstes sagen könnten",
    "report list about": (
        "Diese Menschen gehören zusammen: Sie führen in verschiedene Kreise und zu anderen, die "
        "Sie nicht kennen. Eine Person davon ist ein guter Anfang."
    ),
    "report network about": (
        "Sie stehen in der Mitte. Je näher, desto enger: zuerst Ihr engster Kreis, dann alle "
        "anderen, mit denen Sie in Kontakt sind, und außen, wer eingeschlafen ist oder mit wem "
        "die Daten keinen Kontakt zeigen."
    ),
    "report experiments none": (
        "Sie haben noch nichts notiert, was Sie ausprobiert haben: einen Kurs, ein Nebenprojekt, "
        "einen Tag, an dem Sie jemandem über die Schulter schauen. Nichts führt so leicht zu "
        "neuen Menschen."
    ),
    "report advice kept": (
        "Diese Liste ist gespeichert; was aus ihr wird, steht im nächsten Bericht. Halten Sie "
        "fest, mit wem Sie gesprochen haben und was es gebracht hat."
    ),
    "report advice none": (
        "Halten Sie fest, wer vorgeschlagen war und was daraus wurde; dann sagt der nächste "
        "Bericht, ob der Rat für Sie gestimmt hat."
    ),
    "report questions about": (
        "Das wissen nur Sie, und die Antworten können Ihre Liste ändern, die ersten am meisten."
    ),
    "report limits about": (
        "Nähe und Vertrauen sind geschätzt, wo Sie sie nicht gesagt haben. Mit wem Sie nur "
        "sprechen, ohne Mail, Termin oder Chat, der fehlt hier."
    ),
    "report method strength": (
        "Wie stark ein Kontakt ist: Jeder Tag mit Kontakt zählt, ein Treffen dreimal so viel wie "
        "eine Mail, und nach einem Jahr ist davon die Hälfte übrig. Nähe und Vertrauen zählen, "
        "wie Sie sie angeben."
    ),
    "report method inner": (
        "Der engste Kreis: wer Ihnen jetzt nah ist, die fünf stärksten Kontakte und aus dem "
        "stärksten Fünftel die, die untereinander gut verbunden sind; die fünf sind nie mehr als "
        "ein Fünftel aller."
    ),
    "report method six": (
        "Wer welche Funktion erfüllt, wird Ihren Angaben entnommen und sonst geschätzt: daraus, "
        "wie anders der Kreis eines Kontakts ist, aus Vertrauen, Arbeitsfeld und Berufswechsel."
    ),
    "report methods true": (
        "Was sich versprechen lässt: Die Liste folgt dem, was man über Rat und Informationen von "
        "entfernten und eingeschlafenen Kontakten weiß. Sie sagt nicht voraus, wem Sie begegnen "
        "werden. An alten Mails zweier Firmen erprobt: Von hundert Menschen, die jemand danach neu "
        "kennenlernte, waren 4 bis 5 mehr mit den Vorgeschlagenen verbunden, als es der Zufall "
        "ergäbe; dort wechselte niemand den Beruf. Was aus Ihren eigenen Gesprächen wird, sagt "
        "mehr."
    ),
}

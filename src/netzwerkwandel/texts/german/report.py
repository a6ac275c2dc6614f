"""Was nur der Bericht sagt: Überschriften, was darüber steht, und wie gerechnet wurde."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


REPORT: dict[str, Phrase] = {
    "report title": "{who}: mein Netzwerk",
    "report title unnamed": "Mein Netzwerk",
    "report subtitle": (
        "Stand: {on}. Diese Seite braucht kein Internet, und nichts von ihr geht hinaus."
    ),
    "report subtitle coach": (
        "Stand: {on}, für ein Coaching-Gespräch: Menschen stehen hier mit ihren Initialen. Mit "
        "„du“ ist die Person gemeint, um deren Netzwerk es geht."
    ),
    "report contents": "Inhalt",
    "report skip": "Gleich zur Liste",
    "report scroll": "Seitlich zu verschieben",
    "report made by": (
        "Entstanden mit netzwerkwandel, auf deinem Rechner und aus deinen Daten. Bewahre diese "
        "Seite auf wie ein Tagebuch: Sie erzählt auch von anderen."
    ),
    # die Überschriften
    "report list": "Mit wem du als Nächstes sprechen könntest",
    "report network": "Dein Netzwerk",
    "report coverage": "Was es hat, und was ihm fehlt",
    "report change": "Wie es sich verändert hat",
    "report experiments": "Was du ausprobiert hast, und was es gebracht hat",
    "report advice": "Was aus dem Rat geworden ist",
    "report questions": "Was du als Nächstes sagen könntest",
    "report talk": "Fragen für das Gespräch",
    "report limits": "Was die Daten nicht zeigen",
    "report methods": "Wie gerechnet wurde",
    # was über jedem Teil steht
    "report list about": (
        "Sie gehören zusammen: Sie führen in verschiedene Kreise und zu Menschen, die du nicht "
        "kennst. Eine Person davon ist ein guter Anfang."
    ),
    "report opening": "Erste Zeilen, zum Anpassen",
    "report network about": (
        "Du stehst in der Mitte. Je näher, desto enger: zuerst dein engster Kreis, dann alle "
        "anderen, mit denen du in Kontakt bist, und außen, wer eingeschlafen ist oder mit wem die "
        "Daten keinen Kontakt zeigen."
    ),
    "report coverage about": (
        "Wer den Beruf wechselt, braucht ein Netzwerk mit sechs Funktionen: Es öffnet Türen, gibt "
        "Rückhalt, Orientierung, ehrliches Feedback, neue Ideen und neue Informationen. Sicherer "
        "ist es, wo eine Funktion nicht an einer einzigen Person hängt."
    ),
    "report coverage table": "Wer wofür da ist, die Wichtigsten zuerst",
    "report column function": "wofür",
    "report column people": "Personen",
    "report column who": "wer",
    "report experiments none": (
        "Du hast noch nichts notiert, was du ausprobiert hast: einen Kurs, ein Nebenprojekt, "
        "einen Tag, an dem du jemandem über die Schulter schaust. Nichts führt so leicht zu "
        "neuen Menschen."
    ),
    "report none of them": "keinen",
    "report woken between": (
        "Der Vergleich der beiden Tage oben zählt {counted} davon: Er sieht nicht, wer erst "
        "dazwischen einschlief und dann wieder wach wurde, und nicht, wer schon wieder still ist."
    ),
    "report advice before": "Vor der Liste auf dieser Seite wurde niemand vorgeschlagen.",
    "report advice kept": (
        "Diese Liste ist gespeichert; was aus ihr wird, steht im nächsten Bericht. Halte fest, mit "
        "wem du gesprochen hast und was es gebracht hat."
    ),
    "report advice none": (
        "Halte fest, wer vorgeschlagen war und was daraus wurde; dann sagt der nächste Bericht, "
        "ob der Rat für dich gestimmt hat."
    ),
    "report questions about": (
        "Das weißt nur du, und die Antworten können deine Liste ändern, die ersten am meisten."
    ),
    "report limits about": (
        "Nähe und Vertrauen sind geschätzt, wo du sie nicht gesagt hast. Mit wem du nur sprichst, "
        "ohne Mail, Termin oder Chat, der fehlt hier."
    ),
    "report read table": "Was gelesen wurde",
    "report column source": "Quelle",
    "report column read": "Einträge",
    "report column used": "verwendet",
    "report column span": "von wann bis wann",
    "report unread": "Was nicht gelesen wurde",
    "report sources": "Quellen",
    # Fragen für das Gespräch
    "report talk about": (
        "Nicht alle und in keiner festen Folge: Zwei oder drei reichen für eine Stunde."
    ),
    "report talk list": (
        "Wer auf der Liste wäre der leichteste erste Anruf, wer der spannendste? Was steht im Weg?"
    ),
    "report talk one": (
        "Für {functions} hängt alles an einer Person. Wen könnte man dafür noch fragen?"
    ),
    "report talk missing": (
        "Für {functions} ist niemand zu sehen. Ist das so, oder fehlt es nur in den Daten?"
    ),
    "report talk core": (
        "{share} der Aufmerksamkeit gehen an den engsten Kreis. Was davon gibt Kraft, und was "
        "hält alles, wie es war?"
    ),
    "report talk sliding": (
        "Die Aufmerksamkeit geht wieder zu den Vertrauten. Was wurde in dieser Zeit unsicher?"
    ),
    "report talk experiments some": (
        "Welches der Experimente hat zu Menschen geführt, aus denen mehr als eine Bekanntschaft "
        "wurde, und was wäre das nächste kleine?"
    ),
    "report talk experiments none": (
        "Was ließe sich innerhalb eines Monats mit wenig Aufwand ausprobieren, das zu anderen "
        "Menschen führt?"
    ),
    "report talk base": "Wer hält, ohne festzuhalten, und weiß die Person das?",
    "report talk step": "Was wird bis zum nächsten Gespräch passiert sein, und mit wem?",
    # wie gerechnet wurde
    "report methods about": (
        "Jede Zahl stammt aus dem, was bis zum Tag dieses Berichts geschehen ist. Weder Firma "
        "noch Position noch Einfluss eines Kontakts rückt jemanden nach oben oder unten."
    ),
    "report method strength": (
        "Wie stark ein Kontakt ist: Jeder Tag mit Kontakt zählt, ein Treffen dreimal so viel wie "
        "eine Mail, und nach einem Jahr ist davon die Hälfte übrig. Nähe und Vertrauen zählen, "
        "wie du sie angibst."
    ),
    "report method asleep": (
        "Eingeschlafen ist ein Kontakt, der einmal lebendig war und seit drei Jahren still ist; "
        "früher schon, nach einem Jahr, wo die Stille achtmal so lang ist wie sonst die Zeit "
        "zwischen zwei Kontakten."
    ),
    "report method inner": (
        "Der engste Kreis: wer dir jetzt nah ist, die fünf stärksten Kontakte und aus dem "
        "stärksten Fünftel die, die untereinander gut verbunden sind; die fünf sind nie mehr als "
        "ein Fünftel aller."
    ),
    "report method open": (
        "Wie offen ein Netzwerk ist, wird mit Ronald Burts strukturellen Löchern gemessen: Die "
        "effektive Größe zählt, wie viele Wege zu verschiedenen Menschen führen, ein zweites "
        "Maß sagt, wie viel an denselben wenigen Menschen hängt."
    ),
    "report method list": (
        "Die Liste wird als Ganzes gewählt: Neue Menschen, andere Kreise und die sechs Funktionen "
        "werden so weit wie möglich abgedeckt, mit einem Verfahren, dessen Güte bekannt ist."
    ),
    "report method six": (
        "Wer welche Funktion erfüllt, wird deinen Angaben entnommen und sonst geschätzt: daraus, "
        "wie anders der Kreis eines Kontakts ist, aus Vertrauen, Arbeitsfeld und Berufswechsel."
    ),
    "report method change": (
        "Veränderung über die Zeit: wer kam, ging oder wieder wach wurde, und welcher Anteil der "
        "Aufmerksamkeit an wen geht: der Anteil an der Stärke aller Kontakte. Ob sie zum "
        "Vertrauten zurückgeht, wird in Tagen mit Kontakt gezählt, denn die Stärke vergisst "
        "langsam."
    ),
    "report method experiments": (
        "Was ein Experiment gebracht hat, ist der Unterschied zu dem Netzwerk, das es ohne die "
        "dort getroffenen Menschen gäbe."
    ),
    "report method advice": (
        "Der Rat wird an vergleichbaren Personen gemessen, die nicht vorgeschlagen waren; sind "
        "es zu wenige, steht das dabei."
    ),
    "report methods true": (
        "Was sich versprechen lässt: Die Liste folgt dem, was man über Rat und Informationen von "
        "entfernten und eingeschlafenen Kontakten weiß. Sie sagt nicht voraus, wem du begegnen "
        "wirst. An alten Mails zweier Firmen erprobt: Von hundert Menschen, die jemand danach neu "
        "kennenlernte, waren 4 bis 5 mehr mit den Vorgeschlagenen verbunden, als es der Zufall "
        "ergäbe; dort wechselte niemand den Beruf. Was aus deinen eigenen Gesprächen wird, sagt "
        "mehr."
    ),
}

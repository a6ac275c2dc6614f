"""Was sich verändert hat, wohin die Aufmerksamkeit geht, wer Halt gibt, was ausprobiert wurde."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


CHANGE: dict[str, Phrase] = {
    # wie sich ein Netzwerk verändert hat
    "change span": "Vom {before} bis zum {after}, der erste Tag neben dem letzten:",
    "change contacts": (
        "Du bist mit {n} Person in Kontakt; vorher waren es {before}.",
        "Du bist mit {n} Personen in Kontakt; vorher waren es {before}.",
    ),
    "change came": ("{n} Person ist neu", "{n} Personen sind neu"),
    "change reconnected": (
        "{n} eingeschlafener Kontakt ist wieder wach",
        "{n} eingeschlafene Kontakte sind wieder wach",
    ),
    "change went": ("{n} Kontakt ist still geworden", "{n} Kontakte sind still geworden"),
    "change turnover": (
        "Etwa {share} der Menschen, mit denen du in Kontakt bist oder warst, sind dazugekommen "
        "oder still geworden."
    ),
    "change core": (
        "{after} deiner Aufmerksamkeit gehen an deinen engsten Kreis; vorher gingen {before} an "
        "den, den du damals hattest."
    ),
    "change new": "{after} davon gehen an Menschen, die du seither kennengelernt hast.",
    "change to reconnected": "{after} davon gehen an Kontakte, die wieder wach geworden sind.",
    "change field": (
        "{after} davon gehen an Menschen, die dort arbeiten, wohin du willst; vorher waren es "
        "{before}."
    ),
    "change shape less": (
        "Mit wem du in Kontakt bist, mag wechseln; wie du deine Aufmerksamkeit auf wenige und "
        "viele verteilst, ist fast gleich geblieben."
    ),
    "change shape more": (
        "Auch wie du deine Aufmerksamkeit auf wenige und viele verteilst, ist anders geworden."
    ),
    "change structure less": (
        "Dein Netzwerk hat sich geöffnet: Weniger deiner Kontakte führen zu denselben Menschen."
    ),
    "change structure more": (
        "Dein Netzwerk hat sich ein wenig geschlossen: Mehr deiner Kontakte kennen einander."
    ),
    "change structure alike": "Dein Netzwerk ist etwa so offen wie vorher.",
    "change attention less": (
        "Dazugekommen oder wieder wach ist niemand; deine Aufmerksamkeit ruht weniger als vorher "
        "auf wenigen Menschen, die einander kennen."
    ),
    "change attention more": (
        "Dazugekommen oder wieder wach ist niemand; deine Aufmerksamkeit ruht mehr als vorher auf "
        "wenigen Menschen, die einander kennen."
    ),
    "change circles": (
        "Deine Kontakte gehören zu {n} Kreis, in dem man einander kennt; vorher waren es {before}.",
        "Deine Kontakte gehören zu {n} Kreisen, in denen man einander kennt; vorher {before}.",
    ),
    "change gained": "Neu in deinem Netzwerk ist jemand für {functions}.",
    "change gained known": "Die Daten zeigen jetzt auch jemanden für {functions}.",
    "change gained in silence": (
        "Für {functions} kommt jetzt jemand infrage, mit dem seither kein Kontakt war: Neu ist "
        "daran niemand."
    ),
    "change lost": "Die Daten zeigen niemanden mehr für {functions}.",
    "change level more": "In deinem neuen Feld bist du vom Rand weiter nach innen gerückt.",
    "change level less": "In deinem neuen Feld stehst du weiter am Rand als vorher.",
    "change level alike": (
        "Gemessen daran, wer in deinem neuen Feld wen kennt, stehst du so weit drinnen wie vorher."
    ),
    # wie sich ein Netzwerk über die Jahre verändert hat
    "timeline nothing": "Die Daten zeigen keinen Kontakt, der sich über die Zeit verfolgen ließe.",
    # nach der Zahl der Schritte
    "timeline span": (
        "Vom {before} bis zum {after}, in {n} Schritt:",
        "Vom {before} bis zum {after}, in {n} Schritten:",
    ),
    "timeline contacts": (
        "Du bist jetzt mit {n} Person in Kontakt; höchstens waren es {most}.",
        "Du bist jetzt mit {n} Personen in Kontakt; höchstens waren es {most}.",
    ),
    "timeline contacts most": (
        "Du bist jetzt mit {n} Person in Kontakt; mehr waren es nie.",
        "Du bist jetzt mit {n} Personen in Kontakt; mehr waren es nie.",
    ),
    "timeline first": ("{n} Person", "{n} Personen"),
    "timeline moves": (
        "Beginn mit {first}; von Schritt zu Schritt zusammengezählt kam {came}-mal jemand Neues "
        "dazu, {went}-mal wurde ein Kontakt still, und {reconnected}-mal wurde einer, der "
        "eingeschlafen war, wieder wach."
    ),
    "timeline core": (
        "{after} deiner Aufmerksamkeit gehen an deinen engsten Kreis; über all die Zeit gingen "
        "zwischen {low} und {high} an den jeweiligen."
    ),
    # was jede Zahl eines Wandels bedeutet
    "figure contacts": (
        "Mit wie vielen Menschen du in Kontakt bist: Kontakt, der nicht eingeschlafen ist."
    ),
    "figure came": "Wie viele Menschen neu sind.",
    "figure reconnected": "Wie viele eingeschlafene Kontakte wieder wach sind.",
    "figure went": "Wie viele Kontakte still geworden sind.",
    "figure turnover": (
        "Welcher Anteil der Menschen, mit denen du in Kontakt warst oder bist, dazugekommen oder "
        "still geworden ist: 0 ist niemand, 1 sind alle."
    ),
    "figure weighted_turnover": "Dasselbe, jeder Mensch gezählt nach der Stärke des Kontakts.",
    "figure birth_rate": (
        "Welcher Anteil der Menschen, mit denen du in Kontakt bist, vorher nicht da war."
    ),
    "figure death_rate": (
        "Welcher Anteil der Menschen, mit denen du in Kontakt warst, es nicht mehr ist."
    ),
    "figure core_share": "Welcher Anteil deiner Aufmerksamkeit an deinen engsten Kreis geht.",
    "figure core_per_month": (
        "An wie vielen Tagen im Monat du mit deinem engsten Kreis in Kontakt warst, jeder "
        "Mensch gezählt."
    ),
    "figure periphery_share": "Welcher Anteil deiner Aufmerksamkeit an alle anderen geht.",
    "figure periphery_per_month": (
        "An wie vielen Tagen im Monat du mit allen anderen in Kontakt warst, jeder Mensch gezählt."
    ),
    "figure reconnected_share": (
        "Welcher Anteil deiner Aufmerksamkeit an wieder wache Kontakte geht."
    ),
    "figure reconnected_per_month": (
        "An wie vielen Tagen im Monat du mit wieder wachen Kontakten in Kontakt warst."
    ),
    "figure new_share": (
        "Welcher Anteil deiner Aufmerksamkeit an Menschen geht, die du seit Beginn des Wandels "
        "kennengelernt hast."
    ),
    "figure new_per_month": (
        "An wie vielen Tagen im Monat du mit Menschen in Kontakt warst, die du seit Beginn des "
        "Wandels kennengelernt hast."
    ),
    "figure field_share": (
        "Welcher Anteil deiner Aufmerksamkeit an Menschen in deinem neuen Feld geht: 0 ist "
        "alles alt, 1 ist alles neu."
    ),
    "figure field_per_month": (
        "An wie vielen Tagen im Monat du mit Menschen in deinem neuen Feld in Kontakt warst."
    ),
    "figure signature_distance": (
        "Wie anders du deine Aufmerksamkeit auf wenige und viele verteilst, wer auch immer sie "
        "sind: 0 ist gar nicht, 0,69 ist völlig."
    ),
    "figure effective_size": "Wie viele Kontakte du hast, die nicht zu denselben Menschen führen.",
    "figure constraint": "Wie geschlossen dein Kreis ist: je kleiner, desto offener.",
    "figure normalised_constraint": (
        "Dasselbe von 0 bis 1, vergleichbar zwischen Menschen mit wenigen und mit vielen Kontakten."
    ),
    "figure circles": (
        "Zu wie vielen Kreisen von Menschen, die einander kennen, deine Kontakte gehören."
    ),
    "figure functions": "Wie vielen der sechs Funktionen jemand in deinem Netzwerk dient.",
    "figure level": (
        "Wie weit innen in deinem neuen Feld du stehst: 0 ist der Rand, 1 ist die Mitte."
    ),
    # zurück zum Vertrauten
    "attention unknown": (
        "Die Daten reichen noch nicht, um zu sagen, wohin deine Aufmerksamkeit geht."
    ),
    "attention lately": (
        "Gezählt nach Tagen mit Kontakt: In den letzten 13 Wochen waren {share} davon mit den "
        "Menschen, die bei deinem Aufbruch dein engster Kreis waren."
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
    # nach der Zahl: genannte Menschen
    "base supporters": (
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
    # nach der Zahl: genannte Menschen
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
    "reconnected nobody": (
        "Noch ist kein eingeschlafener Kontakt wieder wach geworden. Die meisten freuen sich, "
        "wieder von jemandem zu hören."
    ),
    "reconnected count": (
        "{n} eingeschlafener Kontakt ist wieder wach geworden.",
        "{n} eingeschlafene Kontakte sind wieder wach geworden.",
    ),
    # nach der Zahl: erste Schritte
    "reconnected again": (
        "Das war {times}-mal so.",
        "Manche davon mehr als einmal, zusammen {times}-mal.",
    ),
    "reconnected steps": ("Der erste Schritt war {steps}.", "Die ersten Schritte waren {steps}."),
    "reconnected own": (
        "Einmal hast du dich gemeldet.",
        "{n} Mal hast du dich gemeldet.",
    ),
    "reconnected tie": "{who}, nach {span} ohne Kontakt: {brought}.",
    "reconnected tie beside": (
        "{who}, nach {span} ohne Kontakt (davor meist im Abstand von {usual}): {brought}."
    ),
    "reconnected days": ("{n} weiterer Tag mit Kontakt", "{n} weitere Tage mit Kontakt"),
    "reconnected people": ("{n} neue Bekanntschaft", "{n} neue Bekanntschaften"),
    "reconnected once": "bisher blieb es bei diesem einen Mal",
    "reconnected earlier": ("Und {n} früheres Mal.", "Und {n} frühere Male."),
    # was ausprobiert wurde und was geplant ist
    "hours": ("{n} Stunde", "{n} Stunden"),
    # was ausprobiert wurde
    "experiment nameless": "Etwas, das du ausprobiert hast",
    "experiment span": "{title}, {started} bis {until}:",
    "experiment met stated": ("Du hast {n} Person getroffen.", "Du hast {n} Personen getroffen."),
    "experiment met found": (
        "Du hast dort oder durch jemanden von dort {n} Person getroffen.",
        "Du hast dort oder durch jemanden von dort {n} Personen getroffen.",
    ),
    "experiment met none": (
        "Deine Daten zeigen nicht, wen du dabei getroffen hast; du kannst es sagen."
    ),
    "experiment others": (
        (
            "In diesen Tagen warst du mit {n} weiteren Person zum ersten Mal in Kontakt, "
            "vielleicht aus anderen Gründen."
        ),
        (
            "In diesen Tagen warst du mit {n} weiteren Personen zum ersten Mal in Kontakt, "
            "vielleicht aus anderen Gründen."
        ),
    ),
    # nach der Zahl: Menschen
    "experiment new all": ("Diese Person war neu für dich.", "Sie alle waren neu für dich."),
    "experiment new all of two": "Beide waren neu für dich.",
    "experiment new some": ("Eine davon war neu für dich.", "{n} davon waren neu für dich."),
    # nach der Zahl: Menschen
    "experiment new none": ("Du kanntest diese Person schon.", "Du kanntest sie alle schon."),
    "experiment new none of two": "Du kanntest beide schon.",
    "experiment shared": (
        "Eine davon kann auch durch etwas anderes gekommen sein, das du damals ausprobiert hast.",
        "{n} davon können auch durch etwas anderes gekommen sein, das du damals ausprobiert hast.",
    ),
    "experiment apart": (
        "Eine neue Person kennt wenige oder keine deiner anderen Kontakte.",
        "{n} neue Personen kennen wenige oder keine deiner anderen Kontakte.",
    ),
    "experiment circles": (
        "Es führt in einen neuen Kreis.",
        "Es führt in {n} neue Kreise.",
    ),
    "experiment second": (
        "Mit einer neuen Person warst du an einem anderen Tag noch einmal in Kontakt.",
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

"""Was vorgeschlagen war: was daraus wurde, und was als Nächstes zu sagen ist."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ADVICE: dict[str, Phrase] = {
    # was aus dem Rat wurde
    "advice nobody": "Bisher wurde niemand vorgeschlagen.",
    # nach der Zahl der Vorschläge
    "advice suggested": (
        "Eine Person wurde vorgeschlagen; von {asked} ist seitdem etwas bekannt.",
        "{n} Personen wurden vorgeschlagen; von {asked} ist seitdem etwas bekannt.",
    ),
    # dasselbe, wo du einige selbst gewählt hast
    "advice suggested or chosen": (
        (
            "Eine Person wurde vorgeschlagen oder von dir gewählt; von {asked} ist seitdem "
            "etwas bekannt."
        ),
        (
            "{n} Personen wurden vorgeschlagen oder von dir gewählt; von {asked} ist seitdem "
            "etwas bekannt."
        ),
    ),
    "advice counts": "Im Einzelnen: {counts}.",
    "advice count talked": ("ein Gespräch", "{n} Gespräche"),
    "advice count heard": ("einmal Kontakt seither", "{n}-mal Kontakt seither"),
    "advice count none": ("eine Anfrage ohne Antwort", "{n} Anfragen ohne Antwort"),
    "advice count declined": ("eine Absage", "{n} Absagen"),
    "advice count not now": ("ein Aufschub", "{n} Aufschübe"),
    "advice gain": ("einmal {function}", "{n}-mal {function}"),
    "advice gains": "Was die Gespräche brachten, wie du es gesagt hast: {functions}.",
    "advice people": (
        "Durch sie hast du eine Person kennengelernt, die du nicht kanntest.",
        "Durch sie hast du {n} Personen kennengelernt, die du nicht kanntest.",
    ),
    # nach der Zahl der Vorschläge
    "advice ends": (
        "Deine Exporte enden am {day}; was aus einem Vorschlag wurde, zeigen erst neuere.",
        "Deine Exporte enden am {day}; was aus {n} Vorschlägen wurde, zeigen erst neuere.",
    ),
    "advice compared": (
        "Von dem abgesehen, was du selbst gesagt hast, zeigen deine Exporte seitdem Kontakt mit "
        "{mine} von ihnen und mit {others} der vergleichbaren Personen, die nicht vorgeschlagen "
        "wurden."
    ),
    # nach der Zahl der neuen Personen
    "advice compared met": (
        (
            "Soweit die Daten es zeigen, führten zehn von ihnen zu {n} neuen Person, zehn der "
            "anderen zu {others}."
        ),
        (
            "Soweit die Daten es zeigen, führten zehn von ihnen zu {n} neuen Personen, zehn der "
            "anderen zu {others}."
        ),
    ),
    "advice compared none": (
        "Darüber hinaus zeigen deine Exporte bisher weder durch die einen noch durch die anderen "
        "jemand Neues."
    ),
    "advice few": "Das sind zu wenige, um einen Unterschied vom Zufall zu trennen.",
    "advice chosen": (
        "Wen davon du angesprochen hast, hast du gewählt; ein Unterschied ist darum ein Hinweis "
        "und kein Beweis."
    ),
    "advice open": "{who} wurde am {on} vorgeschlagen; seitdem ist nichts bekannt.",
    "advice heard": "{who} wurde am {on} vorgeschlagen, und ihr hattet seitdem Kontakt ({day}).",
    "advice talked": (
        "{who} wurde am {on} vorgeschlagen; laut deiner Antwort hattet ihr bis zum {day} "
        "gesprochen."
    ),
    "advice none": "{who} wurde am {on} vorgeschlagen; es kam keine Antwort.",
    "advice declined": "{who} wurde am {on} vorgeschlagen und hat abgesagt.",
    "advice not now": "{who} wurde am {on} vorgeschlagen; du hast es auf später verschoben.",
    # von jemandem, den du selbst gewählt hast
    "advice open own": "Du hattest {who} im Sinn; seitdem ist nichts bekannt.",
    "advice heard own": "Du hattest {who} im Sinn, und ihr hattet seitdem Kontakt ({day}).",
    "advice talked own": "Mit {who} hattest du laut deiner Antwort bis zum {day} gesprochen.",
    "advice none own": "Du hast {who} gefragt; es kam keine Antwort.",
    "advice declined own": "Du hast {who} gefragt und eine Absage bekommen.",
    "advice not now own": "Ein Gespräch mit {who} hast du auf später verschoben.",
    "advice brought": "Gebracht hat es {functions}.",
    "advice met": ("Es führte zu einer neuen Person.", "Es führte zu {n} neuen Personen."),
    # was als Nächstes zu sagen ist: eine Frage, und warum sie gestellt wird
    "question outcome": (
        "Du hattest seit dem Vorschlag vom {on} Kontakt mit {who}. Was ist daraus geworden?"
    ),
    "question boss": "Wer ist jetzt deine Führungskraft, und wer arbeitet mit dir?",
    "question boss perhaps": (
        "Wer ist jetzt deine Führungskraft ({who} oder jemand anderes), und wer arbeitet mit dir?"
    ),
    "question employer": "Wo arbeitest du jetzt?",
    "question relation": "Woher kennst du {who}?",
    "people on your list": ("einem Menschen", "{n} Menschen"),
    "why outcome listed": (
        "Wer mit dir gesprochen hat, steht danach nicht mehr auf der Liste, und was es gebracht "
        "hat, zählt."
    ),
    "why outcome other": "Was ein Gespräch gebracht hat, zählt von da an.",
    # nach der Zahl der Personen auf der Liste
    "why same person listed": (
        (
            "Eine davon steht auf deiner Liste mit {size}; sind es dieselben, zählt dort "
            "alles, was von ihnen bekannt ist."
        ),
        (
            "{n} davon stehen auf deiner Liste mit {size}; sind es dieselben, zählt dort "
            "alles, was von ihnen bekannt ist."
        ),
    ),
    "why same person listed several": (
        "Von diesen stehen welche auf deiner Liste mit {size}; sind es dieselben, zählt "
        "dort alles, was von ihnen bekannt ist."
    ),
    "why same person other": (
        "Auf deiner Liste mit {size} steht davon niemand; nach deiner Antwort steht auf "
        "keiner jemand doppelt."
    ),
    "why same person other several": (
        "Von diesen steht auf deiner Liste mit {size} niemand; nach deiner Antwort steht "
        "auf keiner jemand doppelt."
    ),
    # nach der Zahl der Personen auf der Liste
    "why boss listed": (
        (
            "Eine Person auf deiner Liste arbeitet dort, wo du arbeitest, und könnte "
            "weitererzählen, dass du dich umsiehst."
        ),
        (
            "{n} Personen auf deiner Liste arbeiten dort, wo du arbeitest, und könnten "
            "weitererzählen, dass du dich umsiehst."
        ),
    ),
    "why boss other": (
        "Dann kann eine diskrete Liste alle weglassen, durch die man dort erfahren könnte, dass du "
        "dich umsiehst."
    ),
    "why employer other": (
        "Dann kann eine diskrete Liste alle weglassen, durch die man dort erfahren könnte, dass du "
        "dich umsiehst."
    ),
    "why employer unmatched": (
        "In deinen Daten hat sonst niemand den Arbeitgeber {employer}; ist er dort anders "
        "geschrieben, kann eine diskrete Liste die nicht weglassen, die mit dir arbeiten."
    ),
    "why relation listed": (
        "Das steht noch nicht in deinen Daten, und {who} steht auf deiner Liste mit {size}."
    ),
    "why relation listed several": (
        "Das steht noch nicht in deinen Daten, und alle stehen auf deiner Liste mit {size}."
    ),
    "why relation listed several of two": (
        "Das steht noch nicht in deinen Daten, und beide stehen auf deiner Liste mit {size}."
    ),
    "why relation changing": (
        "Davon hängt ab, an welcher Stelle und wofür {who} auf deiner Liste mit {size} steht."
    ),
    "why relation changing several": (
        "Davon hängt ab, an welcher Stelle und wofür sie auf deiner Liste mit {size} stehen."
    ),
    "why relation other": (
        "Wenn ihr euch von früherer Arbeit kennt und vertraut, gehört {who} auf deine Liste mit "
        "{size}."
    ),
    "why relation other several": (
        "Wer davon aus früherer Arbeit dein Vertrauen hat, gehört auf deine Liste mit {size}."
    ),
}

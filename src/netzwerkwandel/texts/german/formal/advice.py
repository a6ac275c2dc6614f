"""Mit Sie: was vorgeschlagen war, was daraus wurde, und was als Nächstes zu sagen ist."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ADVICE: dict[str, Phrase] = {
    "news gone": (
        "{n} Person ist nicht mehr mit Ihnen vernetzt",
        "{n} Personen sind nicht mehr mit Ihnen vernetzt",
    ),
    "news talked": (
        "Sie hatten seit dem Vorschlag Kontakt mit {names}: Was ist daraus geworden?",
        "Sie hatten seit den Vorschlägen Kontakt mit {names}: Was ist daraus geworden?",
    ),
    "advice gains": "Was die Gespräche brachten, wie Sie es gesagt haben: {functions}.",
    "advice people": (
        "Durch sie haben Sie eine Person kennengelernt, die Sie nicht kannten.",
        "Durch sie haben Sie {n} Personen kennengelernt, die Sie nicht kannten.",
    ),
    "advice ends": (
        "Ihre Exporte enden am {day}; was aus einem Vorschlag wurde, zeigen erst neuere.",
        "Ihre Exporte enden am {day}; was aus {n} Vorschlägen wurde, zeigen erst neuere.",
    ),
    "advice compared": (
        "Von dem abgesehen, was Sie selbst gesagt haben, zeigen Ihre Exporte seitdem Kontakt mit "
        "{mine} von ihnen und mit {others} der vergleichbaren Personen, die nicht vorgeschlagen "
        "wurden."
    ),
    "advice compared none": (
        "Darüber hinaus zeigen Ihre Exporte bisher weder durch die einen noch durch die anderen "
        "jemand Neues."
    ),
    "advice chosen": (
        "Wen davon Sie angesprochen haben, haben Sie gewählt; ein Unterschied ist darum ein "
        "Hinweis und kein Beweis."
    ),
    "advice heard": "{who} wurde am {on} vorgeschlagen, und Sie hatten seitdem Kontakt ({day}).",
    "advice talked": (
        "{who} wurde am {on} vorgeschlagen; laut Ihrer Antwort hatten Sie bis zum {day} gesprochen."
    ),
    "advice not now": "{who} wurde am {on} vorgeschlagen; Sie haben es auf später verschoben.",
    "advice suggested or chosen": (
        (
            "Eine Person wurde vorgeschlagen oder von Ihnen gewählt; von {asked} ist seitdem "
            "etwas bekannt."
        ),
        (
            "{n} Personen wurden vorgeschlagen oder von Ihnen gewählt; von {asked} ist seitdem "
            "etwas bekannt."
        ),
    ),
    "advice open own": "Sie hatten {who} im Sinn; seitdem ist nichts bekannt.",
    "advice heard own": "Sie hatten {who} im Sinn, und Sie hatten seitdem Kontakt ({day}).",
    "advice talked own": "Mit {who} hatten Sie laut Ihrer Antwort bis zum {day} gesprochen.",
    "advice none own": "Sie haben {who} gefragt; es kam keine Antwort.",
    "advice declined own": "Sie haben {who} gefragt und eine Absage bekommen.",
    "advice not now own": "Ein Gespräch mit {who} haben Sie auf später verschoben.",
    "question outcome": (
        "Sie hatten seit dem Vorschlag vom {on} Kontakt mit {who}. Was ist daraus geworden?"
    ),
    "question boss": "Wer ist jetzt Ihre Führungskraft, und wer arbeitet mit Ihnen?",
    "question boss perhaps": (
        "Wer ist jetzt Ihre Führungskraft ({who} oder jemand anderes), und wer arbeitet mit Ihnen?"
    ),
    "question employer": "Wo arbeiten Sie jetzt?",
    "question relation": "Woher kennen Sie {who}?",
    "why outcome listed": (
        "Wer mit Ihnen gesprochen hat, steht danach nicht mehr auf der Liste, und was es gebracht "
        "hat, zählt."
    ),
    "why same person listed": (
        (
            "Eine davon steht auf Ihrer Liste mit {size}; sind es dieselben, zählt dort "
            "alles, was von ihnen bekannt ist."
        ),
        (
            "{n} davon stehen auf Ihrer Liste mit {size}; sind es dieselben, zählt dort "
            "alles, was von ihnen bekannt ist."
        ),
    ),
    "why same person listed several": (
        "Von diesen stehen welche auf Ihrer Liste mit {size}; sind es dieselben, zählt "
        "dort alles, was von ihnen bekannt ist."
    ),
    "why same person other": (
        "Auf Ihrer Liste mit {size} steht davon niemand; nach Ihrer Antwort steht auf "
        "keiner jemand doppelt."
    ),
    "why same person other several": (
        "Von diesen steht auf Ihrer Liste mit {size} niemand; nach Ihrer Antwort steht "
        "auf keiner jemand doppelt."
    ),
    "why boss listed": (
        (
            "Eine Person auf Ihrer Liste arbeitet dort, wo Sie arbeiten, und könnte "
            "weitererzählen, dass Sie sich umsehen."
        ),
        (
            "{n} Personen auf Ihrer Liste arbeiten dort, wo Sie arbeiten, und könnten "
            "weitererzählen, dass Sie sich umsehen."
        ),
    ),
    "why boss other": (
        "Dann kann eine diskrete Liste alle weglassen, durch die man dort erfahren könnte, dass "
        "Sie sich umsehen."
    ),
    "why employer other": (
        "Dann kann eine diskrete Liste alle weglassen, durch die man dort erfahren könnte, dass "
        "Sie sich umsehen."
    ),
    "why employer unmatched": (
        "In Ihren Daten hat sonst niemand den Arbeitgeber {employer}; ist er dort anders "
        "geschrieben, kann eine diskrete Liste die nicht weglassen, die mit Ihnen arbeiten."
    ),
    "why relation listed": (
        "Das steht noch nicht in Ihren Daten, und {who} steht auf Ihrer Liste mit {size}."
    ),
    "why relation listed several": (
        "Das steht noch nicht in Ihren Daten, und alle stehen auf Ihrer Liste mit {size}."
    ),
    "why relation listed several of two": (
        "Das steht noch nicht in Ihren Daten, und beide stehen auf Ihrer Liste mit {size}."
    ),
    "why relation changing": (
        "Davon hängt ab, an welcher Stelle und wofür {who} auf Ihrer Liste mit {size} steht."
    ),
    "why relation changing several": (
        "Davon hängt ab, an welcher Stelle und wofür sie auf Ihrer Liste mit {size} stehen."
    ),
    "why relation other": (
        "Wenn Sie sich von früherer Arbeit kennen und vertrauen, gehört {who} auf Ihre Liste mit "
        "{size}."
    ),
    "why relation other several": (
        "Wer davon aus früherer Arbeit Ihr Vertrauen hat, gehört auf Ihre Liste mit {size}."
    ),
}

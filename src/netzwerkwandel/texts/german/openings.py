"""Eine erste Zeile zum Schreiben: ein Gruß, was war, und eine Frage."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


OPENINGS: dict[str, Phrase] = {
    "opening hello": "Hallo {first},",
    "opening hello nameless": "Guten Tag,",
    "opening at": "{at}",
    "opening as": "als {position}",
    # wie lange es her ist, und woher man sich kennt
    "opening long": (
        "seit {span} haben wir nichts voneinander gehört, und ich habe an dich gedacht."
    ),
    "opening met": "wir haben uns zuletzt vor {span} getroffen, und ich habe an dich gedacht.",
    "opening worked": (
        "seit {span} haben wir nichts voneinander gehört, und ich habe an unsere gemeinsame Zeit "
        "bei der Arbeit gedacht."
    ),
    "opening experiment": (
        "wir haben uns bei „{title}“ kennengelernt, und ich würde gern weiter mit dir sprechen."
    ),
    "opening introduced": (
        "{who} hat uns im {month} bekannt gemacht, und ich würde gern weiter mit dir sprechen."
    ),
    "opening unanswered": (
        "du hast mir am {last} geschrieben, und ich habe nie geantwortet; entschuldige, dass es so "
        "lange gedauert hat."
    ),
    "opening answer": "danke für deine Nachricht vom {last}; ich habe noch nicht geantwortet.",
    "opening never": "wir sind seit {since} vernetzt; es wird Zeit, dass ich mich einmal melde.",
    "opening quiet": (
        "seit {span} haben wir nichts voneinander gehört, und ich würde gern wieder mit dir "
        "sprechen."
    ),
    "opening quiet met": (
        "wir haben uns zuletzt vor {span} getroffen, und ich würde gern wieder mit dir sprechen."
    ),
    "opening lately": "es gibt etwas, über das ich gern mit dir sprechen würde.",
    # worum es geht, wie die Liste es sagt
    "opening change": (
        "Ich denke über eine berufliche Veränderung nach, und du hast schon eine hinter dir: "
        "Hast du eine halbe Stunde Zeit, mir zu erzählen, wie das war?"
    ),
    "opening field": (
        "Ich denke über einen Wechsel in den Bereich {field} nach, wo du zu Hause bist: Hast du "
        "eine halbe Stunde Zeit, mir zu erzählen, wie die Arbeit so ist?"
    ),
    "opening who else": (
        "Ich denke über einen Wechsel in den Bereich {field} nach, wo du zu Hause bist: Mit wem "
        "sollte ich noch sprechen, und hast du selbst eine halbe Stunde Zeit?"
    ),
    "opening moved": (
        "Ich habe gesehen, dass es bei dir beruflich etwas Neues gibt, und denke selbst über eine "
        "Veränderung nach: Hast du eine halbe Stunde Zeit, mir zu erzählen, wie es dazu kam?"
    ),
    "opening frank": (
        "Ich denke über eine berufliche Veränderung nach und hätte gern deine ehrliche Meinung "
        "dazu: Hast du eine halbe Stunde Zeit für mich?"
    ),
    "opening doubts": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was aus deiner "
        "Sicht dagegen spricht: Hast du eine halbe Stunde Zeit für mich?"
    ),
    "opening overlooked": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was ich dabei "
        "vielleicht übersehe: Hast du eine halbe Stunde Zeit für mich?"
    ),
    "opening think": (
        "Ich denke über eine berufliche Veränderung nach und würde gern ein paar Ideen mit dir "
        "durchgehen: Hast du eine halbe Stunde Zeit dafür?"
    ),
    "opening skills": (
        "Ich denke über eine berufliche Veränderung nach und frage mich, was sich aus dem, was ich "
        "kann, noch machen ließe: Hast du eine halbe Stunde Zeit, mit mir darüber nachzudenken?"
    ),
    "opening your place": (
        "Ich denke über eine berufliche Veränderung nach und frage mich, was du an meiner Stelle "
        "ausprobieren würdest: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening introduce": (
        "Ich denke über eine berufliche Veränderung nach und würde gern Menschen kennenlernen, die "
        "anderes machen als ich: Hast du eine halbe Stunde Zeit, und könntest du mich mit jemandem "
        "bekannt machen?"
    ),
    "opening reach": (
        "Ich denke über eine berufliche Veränderung nach: Mit wem sollte ich sprechen, und hast du "
        "selbst eine halbe Stunde Zeit?"
    ),
    "opening work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie deine Arbeit "
        "{where} so ist: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening way to work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie du zu deiner "
        "Arbeit {where} gekommen bist: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening work now": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was sich bei deiner "
        "Arbeit {where} gerade tut: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening since": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie es dir in der "
        "Zwischenzeit ergangen ist: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening sign": (
        "Ich denke über eine berufliche Veränderung nach und würde gern wieder einmal mit dir "
        "sprechen: Hast du in den nächsten Wochen eine halbe Stunde Zeit?"
    ),
    "opening plan": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was dir dazu "
        "einfällt: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening talk": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was du gerade "
        "machst: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    # wenn noch offen ist, wer davon wissen soll
    "opening quietly": (
        "Ich würde gern einmal in Ruhe mit dir sprechen: Hast du in den nächsten Tagen eine halbe "
        "Stunde Zeit?"
    ),
}

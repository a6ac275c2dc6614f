"""Eine erste Zeile zum Schreiben: ein Gruß, was war, und eine Frage; mit du und mit Sie."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


_PLAIN: dict[str, Phrase] = {
    # wie lange es her ist, und woher man sich kennt
    "long": "seit {span} haben wir nichts voneinander gehört, und ich habe an dich gedacht.",
    "met": "wir haben uns zuletzt vor {span} getroffen, und ich habe an dich gedacht.",
    "worked": (
        "seit {span} haben wir nichts voneinander gehört, und ich habe an unsere gemeinsame Zeit "
        "bei der Arbeit gedacht."
    ),
    "experiment": (
        "wir haben uns bei „{title}“ kennengelernt, und ich würde gern weiter mit dir sprechen."
    ),
    "introduced": (
        "{who} hat uns im {month} bekannt gemacht, und ich würde gern weiter mit dir sprechen."
    ),
    "unanswered": (
        "du hast mir am {last} geschrieben, und ich habe nie geantwortet; entschuldige, dass es so "
        "lange gedauert hat."
    ),
    "answer": "danke für deine Nachricht vom {last}; ich habe noch nicht geantwortet.",
    "never": "wir sind seit {since} vernetzt; es wird Zeit, dass ich mich einmal melde.",
    "quiet": (
        "seit {span} haben wir nichts voneinander gehört, und ich würde gern wieder mit dir "
        "sprechen."
    ),
    "lately": "es gibt etwas, über das ich gern mit dir sprechen würde.",
    # worum es geht, wie die Liste es sagt
    "change": (
        "Ich denke über eine berufliche Veränderung nach, und du hast schon eine hinter dir: "
        "Würdest du mir in einer halben Stunde erzählen, wie das war?"
    ),
    "field": (
        "Ich denke über einen Wechsel in Richtung {field} nach, wo du zu Hause bist: Würdest du "
        "mir in einer halben Stunde erzählen, wie die Arbeit so ist?"
    ),
    "who else": (
        "Ich denke über einen Wechsel in Richtung {field} nach, wo du zu Hause bist: Mit wem "
        "sollte ich noch sprechen, und hast du selbst eine halbe Stunde Zeit?"
    ),
    "moved": (
        "Ich habe gesehen, dass es bei dir beruflich etwas Neues gibt, und denke selbst über eine "
        "Veränderung nach: Würdest du mir in einer halben Stunde erzählen, wie es dazu kam?"
    ),
    "frank": (
        "Ich denke über eine berufliche Veränderung nach und hätte gern deine ehrliche Meinung "
        "dazu: Hast du eine halbe Stunde Zeit für mich?"
    ),
    "think": (
        "Ich denke über eine berufliche Veränderung nach und würde gern ein paar Ideen mit dir "
        "durchgehen: Hast du eine halbe Stunde Zeit dafür?"
    ),
    "introduce": (
        "Ich denke über eine berufliche Veränderung nach und würde gern Menschen kennenlernen, die "
        "anderes machen als ich: Hast du eine halbe Stunde Zeit, und könntest du mich mit jemandem "
        "bekannt machen?"
    ),
    "reach": (
        "Ich denke über eine berufliche Veränderung nach: Mit wem sollte ich sprechen, und hast du "
        "selbst eine halbe Stunde Zeit?"
    ),
    "work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie deine Arbeit "
        "{where} so ist: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "way to work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie du zu deiner "
        "Arbeit {where} gekommen bist: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "work now": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was sich bei deiner "
        "Arbeit {where} gerade tut: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "since": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie es dir in der "
        "Zwischenzeit ergangen ist: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "sign": (
        "Ich denke über eine berufliche Veränderung nach und würde gern wieder einmal mit dir "
        "sprechen: Hast du in den nächsten Wochen eine halbe Stunde Zeit?"
    ),
    "plan": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was dir dazu "
        "einfällt: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "talk": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was du gerade "
        "machst: Hast du eine halbe Stunde Zeit für ein Gespräch?"
    ),
    # wenn noch offen ist, wer davon wissen soll
    "quietly": (
        "Ich würde gern einmal in Ruhe mit dir sprechen: Hast du in den nächsten Tagen eine halbe "
        "Stunde Zeit?"
    ),
}

_FORMAL: dict[str, Phrase] = {
    "long": "seit {span} haben wir nichts voneinander gehört, und ich habe an Sie gedacht.",
    "met": "wir haben uns zuletzt vor {span} getroffen, und ich habe an Sie gedacht.",
    "worked": _PLAIN["worked"],
    "experiment": (
        "wir haben uns bei „{title}“ kennengelernt, und ich würde gern weiter mit Ihnen sprechen."
    ),
    "introduced": (
        "{who} hat uns im {month} bekannt gemacht, und ich würde gern weiter mit Ihnen sprechen."
    ),
    "unanswered": (
        "Sie haben mir am {last} geschrieben, und ich habe nie geantwortet; entschuldigen Sie, "
        "dass es so lange gedauert hat."
    ),
    "answer": "danke für Ihre Nachricht vom {last}; ich habe noch nicht geantwortet.",
    "never": _PLAIN["never"],
    "quiet": (
        "seit {span} haben wir nichts voneinander gehört, und ich würde gern wieder mit Ihnen "
        "sprechen."
    ),
    "lately": "es gibt etwas, über das ich gern mit Ihnen sprechen würde.",
    "change": (
        "Ich denke über eine berufliche Veränderung nach, und Sie haben schon eine hinter sich: "
        "Würden Sie mir in einer halben Stunde erzählen, wie das war?"
    ),
    "field": (
        "Ich denke über einen Wechsel in Richtung {field} nach, wo Sie zu Hause sind: Würden Sie "
        "mir in einer halben Stunde erzählen, wie die Arbeit so ist?"
    ),
    "who else": (
        "Ich denke über einen Wechsel in Richtung {field} nach, wo Sie zu Hause sind: Mit wem "
        "sollte ich noch sprechen, und haben Sie selbst eine halbe Stunde Zeit?"
    ),
    "moved": (
        "Ich habe gesehen, dass es bei Ihnen beruflich etwas Neues gibt, und denke selbst über "
        "eine Veränderung nach: Würden Sie mir in einer halben Stunde erzählen, wie es dazu kam?"
    ),
    "frank": (
        "Ich denke über eine berufliche Veränderung nach und hätte gern Ihre ehrliche Meinung "
        "dazu: Haben Sie eine halbe Stunde Zeit für mich?"
    ),
    "think": (
        "Ich denke über eine berufliche Veränderung nach und würde gern ein paar Ideen mit Ihnen "
        "durchgehen: Haben Sie eine halbe Stunde Zeit dafür?"
    ),
    "introduce": (
        "Ich denke über eine berufliche Veränderung nach und würde gern Menschen kennenlernen, die "
        "anderes machen als ich: Haben Sie eine halbe Stunde Zeit, und könnten Sie mich mit "
        "jemandem bekannt machen?"
    ),
    "reach": (
        "Ich denke über eine berufliche Veränderung nach: Mit wem sollte ich sprechen, und haben "
        "Sie selbst eine halbe Stunde Zeit?"
    ),
    "work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie Ihre Arbeit "
        "{where} so ist: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "way to work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie Sie zu Ihrer "
        "Arbeit {where} gekommen sind: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "work now": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was sich bei Ihrer "
        "Arbeit {where} gerade tut: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "since": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie es Ihnen in der "
        "Zwischenzeit ergangen ist: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "sign": (
        "Ich denke über eine berufliche Veränderung nach und würde gern wieder einmal mit Ihnen "
        "sprechen: Haben Sie in den nächsten Wochen eine halbe Stunde Zeit?"
    ),
    "plan": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was Ihnen dazu "
        "einfällt: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "talk": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was Sie gerade "
        "machen: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "quietly": (
        "Ich würde gern einmal in Ruhe mit Ihnen sprechen: Haben Sie in den nächsten Tagen eine "
        "halbe Stunde Zeit?"
    ),
}

OPENINGS: dict[str, Phrase] = {
    "opening hello plain": "Hallo {who},",
    "opening hello formal": "Guten Tag {who},",
    "opening at": "bei {organisation}",
    "opening as": "als {position}",
    **{f"opening {name} plain": line for name, line in _PLAIN.items()},
    **{f"opening {name} formal": line for name, line in _FORMAL.items()},
}

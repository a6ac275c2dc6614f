"""Eine erste Zeile an jemanden, der mit Sie angesprochen wird."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


OPENINGS: dict[str, Phrase] = {
    "opening hello": "Guten Tag {who},",
    "opening long": "seit {span} haben wir nichts voneinander gehört, und ich habe an Sie gedacht.",
    "opening met": "wir haben uns zuletzt vor {span} getroffen, und ich habe an Sie gedacht.",
    "opening experiment": (
        "wir haben uns bei „{title}“ kennengelernt, und ich würde gern weiter mit Ihnen sprechen."
    ),
    "opening introduced": (
        "{who} hat uns im {month} bekannt gemacht, und ich würde gern weiter mit Ihnen sprechen."
    ),
    "opening unanswered": (
        "Sie haben mir am {last} geschrieben, und ich habe nie geantwortet; entschuldigen Sie, "
        "dass es so lange gedauert hat."
    ),
    "opening answer": "danke für Ihre Nachricht vom {last}; ich habe noch nicht geantwortet.",
    "opening quiet": (
        "seit {span} haben wir nichts voneinander gehört, und ich würde gern wieder mit Ihnen "
        "sprechen."
    ),
    "opening quiet met": (
        "wir haben uns zuletzt vor {span} getroffen, und ich würde gern wieder mit Ihnen sprechen."
    ),
    "opening lately": "es gibt etwas, über das ich gern mit Ihnen sprechen würde.",
    "opening change": (
        "Ich denke über eine berufliche Veränderung nach, und Sie haben schon eine hinter sich: "
        "Haben Sie eine halbe Stunde Zeit, mir zu erzählen, wie das war?"
    ),
    "opening field": (
        "Ich denke über einen Wechsel in den Bereich {field} nach, wo Sie zu Hause sind: Haben Sie "
        "eine halbe Stunde Zeit, mir zu erzählen, wie die Arbeit so ist?"
    ),
    "opening who else": (
        "Ich denke über einen Wechsel in den Bereich {field} nach, wo Sie zu Hause sind: Mit wem "
        "sollte ich noch sprechen, und haben Sie selbst eine halbe Stunde Zeit?"
    ),
    "opening moved": (
        "Ich habe gesehen, dass es bei Ihnen beruflich etwas Neues gibt, und denke selbst über "
        "eine Veränderung nach: Haben Sie eine halbe Stunde Zeit, mir zu erzählen, wie es dazu kam?"
    ),
    "opening frank": (
        "Ich denke über eine berufliche Veränderung nach und hätte gern Ihre ehrliche Meinung "
        "dazu: Haben Sie eine halbe Stunde Zeit für mich?"
    ),
    "opening doubts": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was aus Ihrer "
        "Sicht dagegen spricht: Haben Sie eine halbe Stunde Zeit für mich?"
    ),
    "opening overlooked": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was ich dabei "
        "vielleicht übersehe: Haben Sie eine halbe Stunde Zeit für mich?"
    ),
    "opening think": (
        "Ich denke über eine berufliche Veränderung nach und würde gern ein paar Ideen mit Ihnen "
        "durchgehen: Haben Sie eine halbe Stunde Zeit dafür?"
    ),
    "opening skills": (
        "Ich denke über eine berufliche Veränderung nach und frage mich, was sich aus dem, was ich "
        "kann, noch machen ließe: Haben Sie eine halbe Stunde Zeit, mit mir darüber nachzudenken?"
    ),
    "opening your place": (
        "Ich denke über eine berufliche Veränderung nach und frage mich, was Sie an meiner Stelle "
        "ausprobieren würden: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening introduce": (
        "Ich denke über eine berufliche Veränderung nach und würde gern Menschen kennenlernen, die "
        "anderes machen als ich: Haben Sie eine halbe Stunde Zeit, und könnten Sie mich mit "
        "jemandem bekannt machen?"
    ),
    "opening reach": (
        "Ich denke über eine berufliche Veränderung nach: Mit wem sollte ich sprechen, und haben "
        "Sie selbst eine halbe Stunde Zeit?"
    ),
    "opening work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie Ihre Arbeit "
        "{where} so ist: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening way to work": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie Sie zu Ihrer "
        "Arbeit {where} gekommen sind: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening work now": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was sich bei Ihrer "
        "Arbeit {where} gerade tut: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening since": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, wie es Ihnen in der "
        "Zwischenzeit ergangen ist: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening sign": (
        "Ich denke über eine berufliche Veränderung nach und würde gern wieder einmal mit Ihnen "
        "sprechen: Haben Sie in den nächsten Wochen eine halbe Stunde Zeit?"
    ),
    "opening plan": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was Ihnen dazu "
        "einfällt: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening talk": (
        "Ich denke über eine berufliche Veränderung nach und würde gern hören, was Sie gerade "
        "machen: Haben Sie eine halbe Stunde Zeit für ein Gespräch?"
    ),
    "opening quietly": (
        "Ich würde gern einmal in Ruhe mit Ihnen sprechen: Haben Sie in den nächsten Tagen eine "
        "halbe Stunde Zeit?"
    ),
}

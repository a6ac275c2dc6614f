"""Die Liste mit Sie: Gründe, Fragen, und die Liste als Ganzes."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


RECOMMENDING: dict[str, Phrase] = {
    "reason known": "{who} und Sie kennen sich",
    "reason reach": (
        "kennt einen Menschen außerhalb Ihres Netzwerks",
        "kennt {n} Menschen außerhalb Ihres Netzwerks",
    ),
    "reason closest none": (
        "kennt den Menschen nicht, mit dem Sie am meisten zu tun haben",
        "kennt keinen der {few} Menschen, mit denen Sie am meisten zu tun haben",
    ),
    "reason closest some": (
        "kennt {knowing} der {few} Menschen, mit denen Sie am meisten zu tun haben"
    ),
    "reason closest all": (
        "kennt den Menschen, mit dem Sie am meisten zu tun haben",
        "kennt alle {few} Menschen, mit denen Sie am meisten zu tun haben",
    ),
    "reason closest all of two": (
        "kennt die {few} Menschen, mit denen Sie am meisten zu tun haben"
    ),
    "reason reach names": "kennt außerhalb Ihres Netzwerks {names}",
    "reason reach names more": (
        "kennt außerhalb Ihres Netzwerks {names} und einen weiteren Menschen",
        "kennt außerhalb Ihres Netzwerks {names} und {n} weitere Menschen",
    ),
    "reason experiment": "ist Ihnen bei „{title}“ begegnet",
    "reason introduced": "ist Ihnen im {month} von {who} vorgestellt worden",
    "reason field": "kommt aus einem Ihrer Wunschfelder ({field})",
    "reason in field": (
        "kennt jemanden aus Ihren Wunschfeldern",
        "kennt {n} Menschen aus Ihren Wunschfeldern",
    ),
    "reason silence": "Sie hatten seit {span} keinen Kontakt",
    "reason recent": "Ihr letzter Kontakt war vor {span}",
    "reason today": "Sie hatten in den letzten 24 Stunden Kontakt",
    "reason never": "Ihre Daten zeigen keinen Kontakt zwischen Ihnen",
    "reason never since": (
        "Sie sind seit {month} vernetzt; Kontakt zeigen Ihre Daten seither keinen"
    ),
    "reason silence met": "Sie haben sich seit {span} nicht getroffen",
    "reason recent met": "Sie haben sich zuletzt vor {span} getroffen",
    "reason silence met with": "{who} haben Sie seit {span} nicht getroffen",
    "reason recent met with": "{who} haben Sie zuletzt vor {span} getroffen",
    "reason silence with": "mit {who} hatten Sie seit {span} keinen Kontakt",
    "reason recent with": "mit {who} hatten Sie zuletzt vor {span} Kontakt",
    "reason today with": "mit {who} hatten Sie in den letzten 24 Stunden Kontakt",
    "reason never with": "Ihre Daten zeigen keinen Kontakt mit {who}",
    "reason never since with": (
        "mit {who} sind Sie seit {month} vernetzt; Kontakt zeigen Ihre Daten seither keinen"
    ),
    "reason since": "vernetzt sind Sie seit {month}",
    "reason since with": "mit {who} sind Sie seit {month} vernetzt",
    "reason doubt at with": (
        "{who}: Falls das dieselbe Person ist wie {other} {at}, hatten Sie vor {span} Kontakt"
    ),
    "reason doubt alone with": (
        "{who}: Falls das dieselbe Person ist wie {other} an anderer Stelle, hatten Sie vor "
        "{span} Kontakt"
    ),
    "reason doubt at": (
        "falls das dieselbe Person ist wie {other} {at}, hatten Sie vor {span} Kontakt"
    ),
    "reason doubt alone": (
        "falls das dieselbe Person ist wie {other} an anderer Stelle, hatten Sie vor {span} Kontakt"
    ),
    "more change": "Sie könnten fragen, wie der Berufswechsel war",
    "more field": "Sie könnten fragen, wie die Arbeit im Bereich {field} so ist",
    "more who else": "Sie könnten fragen, wer aus dem Bereich {field} sonst noch wichtig wäre",
    "more moved": "Sie könnten fragen, wie es zu der neuen Stelle kam",
    "more introduce": "Sie könnten darum bitten, mit {who} bekannt gemacht zu werden",
    "more work": "Sie könnten fragen, wie die Arbeit dort so ist",
    "more way to work": "Sie könnten fragen, wie man zu so einer Arbeit kommt",
    "more work now": "Sie könnten fragen, was sich bei der Arbeit gerade tut",
    "more in touch": (
        "Sie sind ohnehin in Kontakt: Erzählen Sie beim nächsten Mal, was Sie vorhaben"
    ),
    "more answer": (
        "diese Nachricht ist noch ohne Antwort, und das ist ein guter Anlass, sich zu melden"
    ),
    "more first word": (
        "Sie selbst haben bisher nicht geschrieben; für den Anfang reichen ein paar Worte"
    ),
    "more frank": "Sie könnten um eine ehrliche Meinung zu Ihren Plänen bitten",
    "more doubts": "Sie könnten fragen, was gegen Ihre Pläne spricht",
    "more overlooked": "Sie könnten fragen, was Sie vielleicht übersehen",
    "more skills": "Sie könnten fragen, was sich aus dem, was Sie können, noch machen ließe",
    "more your place": "Sie könnten fragen, was man an Ihrer Stelle ausprobieren könnte",
    "more think": "Sie könnten vorschlagen, ein paar Ideen gemeinsam durchzudenken",
    "more since": "Sie könnten fragen, was sich in der Zwischenzeit getan hat",
    "more in passing": "fragen Sie beim nächsten Mal auch, mit wem sich ein Gespräch lohnt",
    "more plan": "Sie könnten kurz erzählen, was Sie vorhaben",
    "more who": "sagen Sie zuerst, ob die beiden dieselbe Person sind",
    "more reach": "Sie könnten fragen, mit wem sich ein Gespräch noch lohnt",
    "more news": "Sie könnten fragen, was es Neues gibt",
    "brings stated": "Sie haben es selbst gesagt: gut für {function}",
    "brings close": "gut für {function}: Sie sind sich nah und in Kontakt",
    "brings trust": "gut für {function}: Zwischen Ihnen gibt es Vertrauen, mit etwas Abstand",
    "brings answer": (
        "gut für {function}: Sie antworten einander und haben genug Abstand für ein offenes Wort"
    ),
    "brings meet": (
        "gut für {function}: Sie treffen sich ab und zu und haben genug Abstand für ein offenes "
        "Wort"
    ),
    "brings meet before": (
        "gut für {function}: Sie haben sich früher getroffen und haben genug Abstand für ein "
        "offenes Wort"
    ),
    "brings answered": (
        "gut für {function}: Sie haben einander früher geantwortet und haben genug Abstand für "
        "ein offenes Wort"
    ),
    "brings doors field": (
        "gut für {function}: Es gibt Vertrauen zwischen Ihnen, und es führt in ein Wunschfeld"
    ),
    "brings doors reach": (
        "gut für {function}: Es gibt Vertrauen zwischen Ihnen, und es führt zu Neuen"
    ),
    "brings doors renewed": (
        "gut für {function}: In all der Zeit sind vielleicht neue Kreise entstanden, die Sie "
        "nicht kennen"
    ),
    "brings orientation field": (
        "gut für {function}: Hier ist jemand dort zu Hause, wo Sie hinwollen"
    ),
    "brings orientation way": "gut für {function}: Das ist jemand, dessen Rat Ihnen etwas wert ist",
    "brings ideas reach": (
        "gut für {function}: Sie kennen sich gut genug, um zusammen zu denken, und haben mit "
        "verschiedenen Menschen zu tun"
    ),
    "brings ideas renewed": (
        "gut für {function}: Sie kannten sich gut genug, um zusammen zu denken, und haben seither "
        "jeder anderes gesehen"
    ),
    "brings information reach": "gut für {function}: Sie hören von verschiedenen Menschen",
    "brings information renewed": (
        "gut für {function}: Nach so langer Zeit gibt es viel, was Sie noch nicht gehört haben"
    ),
    "care boss": "überlegen Sie vorher, wer wissen soll, was Sie vorhaben",
    "care at work": "Sie arbeiten am selben Ort; überlegen Sie vorher, wer davon wissen soll",
    "introduction known": "{who} könnten Sie kennenlernen",
    "introduction through": "{through} kennt Sie beide und könnte Sie bekannt machen",
    "relation colleague": "arbeitet mit Ihnen zusammen",
    "relation former colleague": "hat früher mit Ihnen zusammengearbeitet",
    "relation boss": "ist Ihre Führungskraft",
    "relation former boss": "war früher Ihre Führungskraft",
    "relation report": "gehört zu Ihrem Team",
    "relation former report": "gehörte früher zu Ihrem Team",
    "relation client": "gehört zu Ihrer Kundschaft",
    "relation supplier": "bekommt Aufträge von Ihnen",
    "relation friend": "ist mit Ihnen befreundet",
    "relation family": "gehört zu Ihrer Familie",
    "relation partner": "teilt das Leben mit Ihnen",
    "relation neighbour": "wohnt bei Ihnen nebenan",
    "relation classmate": "war mit Ihnen in Schule, Ausbildung oder Studium",
    "relation peer": "sitzt im selben Boot wie Sie",
    "relation mentor": "steht Ihnen mit Rat zur Seite",
    "relation role model": "ist für Sie ein Vorbild",
    "relation acquaintance": "ist mit Ihnen bekannt",
    "relation connection": "ist mit Ihnen vernetzt",
    "shortfall few candidates": (
        "Bei nur {n} Person zur Auswahl nehmen Sie die Liste einfach als Hinweis.",
        "Bei nur {n} Personen zur Auswahl nehmen Sie die Liste einfach als Hinweis.",
    ),
    "shortfall no contact": (
        "Wann Sie mit wem zuletzt Kontakt hatten, zeigen Ihre Daten von niemandem; ein Postfach "
        "oder ein Kalender würde es zeigen."
    ),
    "shortfall no workplace": (
        "Wo Sie arbeiten, ist nicht bekannt; darum kann die Liste auch Menschen nennen, die dort "
        "arbeiten. Es hilft, wenn Sie sagen, wo."
    ),
    "shortfall nobody at work": (
        "In Ihren Daten hat sonst niemand den Arbeitgeber {fields}; wo andere ihn anders "
        "schreiben, kann die Liste auch Menschen nennen, die dort arbeiten."
    ),
    "nearest nobody at work": (
        "In Ihren Daten hat sonst niemand den Arbeitgeber {fields}, und die Liste kann auch "
        "Menschen von {nearest} nennen: arbeiten Sie dort?"
    ),
    "shortfall safe base": (
        "Für {functions} zeigen die Daten niemanden, weder unter den Menschen, mit denen Sie in "
        "Kontakt sind, noch auf der Liste; vielleicht kommt das von jemandem, der nicht in den "
        "Daten steht."
    ),
    "shortfall function": (
        "Sie haben sich mehr Menschen für {functions} gewünscht; auf der Liste ist eine Person.",
        "Sie haben sich mehr Menschen für {functions} gewünscht; auf der Liste sind {n}.",
    ),
    "shortfall cannot show": (
        "Ihre Daten können nicht zeigen, wer für {functions} gut ist; es hilft, wenn Sie sagen, "
        "{what}."
    ),
    "state doors": "wer ganz andere Leute kennt als Sie",
    "state support": "wer Ihnen nah ist",
    "state orientation": "wer den Beruf gewechselt hat oder Ihnen mit Rat zur Seite steht",
    "state feedback": "wem Sie vertrauen",
    "state ideas": "wer ganz andere Leute kennt als Sie",
    "state information": "wer ganz andere Leute kennt als Sie",
    "shortfall hours": (
        "In die Stunden, die Sie haben, passt {n} Person.",
        "In die Stunden, die Sie haben, passen {n} Personen.",
    ),
    "no hours": "In die Stunden, die Sie haben, passt niemand.",
    "shortfall no field": (
        "Soweit die Daten es zeigen, kennen Sie niemanden aus dem Bereich {fields}.",
        "Soweit die Daten es zeigen, kennen Sie niemanden aus den Bereichen {fields}.",
    ),
    "out at work": ("{n}, der arbeitet, wo Sie arbeiten", "{n}, die arbeiten, wo Sie arbeiten"),
    "out just talked to": (
        "{n}, mit dem Sie im letzten Monat gesprochen haben",
        "{n}, mit denen Sie im letzten Monat gesprochen haben",
    ),
    "out inner circle": ("{n} aus Ihrem engsten Kreis", "{n} aus Ihrem engsten Kreis"),
    "nearest no field": (
        "Soweit die Daten es zeigen, kennen Sie niemanden aus dem Bereich {fields}; am nächsten "
        "kommt: {nearest}."
    ),
    "has several": "in Ihrem Netzwerk gibt es mehrere Menschen für {functions}",
    "has core": "für {functions} gibt es nur Menschen aus Ihrem engsten Kreis",
    "has nobody": (
        "für {functions} zeigen die Daten niemanden, weder unter den Menschen, mit denen Sie in "
        "Kontakt sind, noch auf der Liste"
    ),
    "effect alike": "Ein Treffen pro Person ließe Ihr Netzwerk etwa so offen, wie es ist.",
    "effect less": (
        "Ein Treffen pro Person würde Ihr Netzwerk ein wenig öffnen: Es läge weniger Gewicht auf "
        "denselben wenigen Menschen."
    ),
    "effect more": (
        "Ein Treffen pro Person würde Ihr Netzwerk ein wenig enger machen: Es läge mehr Gewicht "
        "auf denselben wenigen Menschen."
    ),
    "compare both none": (
        "Sie hätten {n} andere Person angerufen.",
        "Sie hätten {n} andere Personen angerufen.",
    ),
    "compare both some": "Sie hätten {n} Personen angerufen, {both} davon auch auf der Liste.",
    "compare both all": (
        "Sie hätten {n} Person angerufen, die auch auf der Liste steht.",
        "Sie hätten {n} Personen angerufen, die alle auch auf der Liste stehen.",
    ),
    "compare both all of two": (
        "Sie hätten {n} Personen angerufen, die beide auch auf der Liste stehen."
    ),
    "compare past less": (
        "Mit den Menschen auf der Liste teilen Sie weniger Vergangenheit als mit Ihrer Wahl."
    ),
    "compare past more": (
        "Mit den Menschen auf der Liste teilen Sie mehr Vergangenheit als mit Ihrer Wahl."
    ),
    "compare past alike": (
        "Mit den Menschen auf der Liste teilen Sie etwa so viel Vergangenheit wie mit Ihrer Wahl."
    ),
    "compare overlap less": "Von ihnen erfahren Sie mehr, was Sie sonst nicht erreicht.",
    "compare overlap more": "Von ihnen erfahren Sie weniger, was Sie sonst nicht erreicht.",
    "compare overlap alike": "Von ihnen erfahren Sie etwa gleich viel Neues.",
    "compare dormant": (
        "Von den Kontakten auf der Liste schläft {n}, von denen in Ihrer Wahl {own}.",
        "Von den Kontakten auf der Liste schlafen {n}, von denen in Ihrer Wahl {own}.",
    ),
    "compare people": (
        "{n} Ihnen noch unbekannten Menschen",
        "{n} Ihnen noch unbekannte Menschen",
    ),
}

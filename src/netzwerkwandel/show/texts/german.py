from __future__ import annotations

from netzwerkwandel.show.texts.catalogue import Catalogue


GERMAN = Catalogue(
    language="de",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    # wie sie nach „kennt“ stehen
    few=("einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    day_format="{day}. {month} {year}",
    thousands=".",
    conjunction="und",
    phrases={
        # Zeitspannen, wie sie nach „seit“, „vor“ und „in“ stehen
        "years": ("{n} Jahr", "{n} Jahren"),
        "months": ("{n} Monat", "{n} Monaten"),
        "weeks": ("{n} Woche", "{n} Wochen"),
        "days": ("einem Tag", "{n} Tagen"),
        # was es zwischen zwei Menschen gab
        "channel meeting": ("{n} Treffen", "{n} Treffen"),
        "channel call": ("{n} Anruf", "{n} Anrufe"),
        "channel message": ("{n} Nachricht", "{n} Nachrichten"),
        "channel mail": ("{n} Mail", "{n} Mails"),
        "channel recommendation": ("{n} Empfehlung", "{n} Empfehlungen"),
        "channel signal": ("{n} Lebenszeichen", "{n} Lebenszeichen"),
        # Gründe: was nach einem Namen steht
        "reason known": "{who} und du kennt euch",
        "reason reach": "kennt {n} Menschen außerhalb deines Netzwerks",
        "reason closest none": (
            "kennt deinen engsten Kontakt nicht",
            "kennt keinen deiner {few} engsten Kontakte",
        ),
        "reason closest some": "kennt {knowing} deiner {few} engsten Kontakte",
        "reason closest all": (
            "kennt deinen engsten Kontakt",
            "kennt alle deine {few} engsten Kontakte",
        ),
        "reason reach closest none": (
            "{reach}, aber nicht deinen engsten Kontakt",
            "{reach}, aber keinen deiner {few} engsten Kontakte",
        ),
        "reason reach closest some": "{reach} sowie {knowing} deiner {few} engsten Kontakte",
        "reason reach closest all": (
            "{reach} sowie deinen engsten Kontakt",
            "{reach} sowie alle deine {few} engsten Kontakte",
        ),
        "reason field": "arbeitet in einem deiner Wunschfelder ({field})",
        "reason in field": "kennt {n} Menschen aus deinen Wunschfeldern",
        "reason changed career": "hat selbst schon einen Berufswechsel hinter sich",
        "reason function": "ist gut für {functions}",
        # Gründe: was zwischen den beiden war
        "reason silence": "ihr hattet seit {span} keinen Kontakt",
        "reason recent": "euer letzter Kontakt war vor {span}",
        "reason today": "ihr hattet in den letzten 24 Stunden Kontakt",
        "reason never": "deine Daten zeigen keinen Kontakt zwischen euch",
        "reason before": "davor gab es {counts} in {span}",
        "reason before once": "davor gab es {counts}",
        "reason so far": "bisher gab es {counts} in {span}",
        "reason so far once": "bisher gab es {counts}",
        # Gründe: wie du anfangen kannst
        "last meeting": "ihr habt euch zuletzt am {last} getroffen",
        "last call": "ihr habt zuletzt am {last} telefoniert",
        "step call": "ein kurzer Anruf bringt mehr als eine Mail",
        "step message": "für den Anfang genügt eine kurze Nachricht",
        "step and": "{step}, und {more}",
        "more change": "du könntest fragen, wie der Berufswechsel war",
        "more field": "du könntest fragen, wie die Arbeit im Bereich {field} so ist",
        "more reach": "du könntest fragen, mit wem sich ein Gespräch noch lohnt",
        "more asleep": "die meisten freuen sich, wieder von jemandem zu hören",
        # Bekanntmachen
        "introduction known": "{who} könntest du kennenlernen",
        "introduction through": "{through} kennt euch beide und könnte euch bekannt machen",
        "introduction others": (
            "{n} weiterer Mensch könnte das auch",
            "{n} weitere Menschen könnten das auch",
        ),
        # die sechs Funktionen
        "function doors": "offene Türen",
        "function support": "Rückhalt",
        "function orientation": "Orientierung",
        "function feedback": "ehrliches Feedback",
        "function ideas": "neue Ideen",
        "function information": "neue Informationen",
        # Beziehungen, wie sie nach einem Namen stehen
        "relation colleague": "arbeitet mit dir zusammen",
        "relation former colleague": "hat früher mit dir zusammengearbeitet",
        "relation boss": "ist deine Führungskraft",
        "relation former boss": "war früher deine Führungskraft",
        "relation report": "gehört zu deinem Team",
        "relation former report": "gehörte früher zu deinem Team",
        "relation client": "gehört zu deiner Kundschaft",
        "relation supplier": "arbeitet in deinem Auftrag",
        "relation competitor": "arbeitet bei der Konkurrenz",
        "relation friend": "ist mit dir befreundet",
        "relation family": "gehört zu deiner Familie",
        "relation partner": "teilt das Leben mit dir",
        "relation neighbour": "wohnt bei dir nebenan",
        "relation classmate": "war mit dir in Schule, Ausbildung oder Studium",
        "relation peer": "sitzt im selben Boot wie du",
        "relation mentor": "steht dir mit Rat zur Seite",
        "relation role model": "ist für dich ein Vorbild",
        "relation acquaintance": "ist mit dir bekannt",
        "relation connection": "ist mit dir vernetzt",
        # die Tabelle
        "nameless": "jemand ohne Namen",
        "column name": "wer",
        "column function": "könnte bringen",
        "column last": "letzter Kontakt",
        "column reach": "neue Leute",
        "column why": "warum",
        "never": "nie",
        "list title": "Mit wem {who} als Nächstes sprechen könnte",
        "list considered": (
            "Die Liste nennt {picks} von {n} Menschen, mit dem sich ein Gespräch lohnen könnte.",
            "Die Liste nennt {picks} von {n} Menschen, mit denen sich ein Gespräch lohnen könnte.",
        ),
        "list why": "Warum",
        "list overview": "Die Liste im Ganzen",
        "list duplicates": (
            "{n} Kontaktpaar ist vielleicht eine Person; siehe records.possible_duplicates().",
            "{n} Kontaktpaare sind vielleicht je eine Person; siehe records.possible_duplicates().",
        ),
        # was eine Liste nicht konnte
        "shortfall nobody": "Es gibt niemanden vorzuschlagen: Kein Kontakt in den Daten passt.",
        "shortfall fewer": (
            "Sonst kam niemand mehr infrage, darum endet die Liste nach {n} Person.",
            "Sonst kam niemand mehr infrage, darum endet die Liste nach {n} Personen.",
        ),
        "shortfall few candidates": (
            "Bei nur {n} Person zur Auswahl nimm die Liste einfach als Hinweis.",
            "Bei nur {n} Personen zur Auswahl nimm die Liste einfach als Hinweis.",
        ),
        "shortfall one circle": (
            "Alle, die zur Auswahl standen, gehören zum selben Kreis; in andere kann die Liste "
            "darum nicht führen."
        ),
        "shortfall safe base": (
            "Für {functions} zeigen die Daten im Moment niemanden, weder unter den Menschen, mit "
            "denen du in Kontakt bist, noch auf der Liste; vielleicht kommt das von jemandem, der "
            "nicht in den Daten steht."
        ),
        "shortfall function": (
            "Du hast dir mehr Menschen für {functions} gewünscht; auf der Liste ist {n}.",
            "Du hast dir mehr Menschen für {functions} gewünscht; auf der Liste sind {n}.",
        ),
        # was das Netzwerk hat
        "coverage whole": (
            "In deinem Netzwerk gibt es mehr als einen Menschen für alles, was beim Wandel hilft: "
            "{functions}."
        ),
        "coverage missing": (
            "Soweit die Daten es zeigen, steht in deinem Netzwerk noch niemand deutlich für "
            "{functions}."
        ),
        "coverage one": (
            "Für {functions} gibt es genau einen Menschen.",
            "Für {functions} gibt es je genau einen Menschen.",
        ),
        "coverage core": "Für {functions} gibt es nur Menschen aus deinem engsten Kreis.",
        # was die Liste ändern würde
        "effect alike": "Ein Treffen pro Person ließe dein Netzwerk etwa so offen, wie es ist.",
        "effect less": (
            "Ein Treffen pro Person würde dein Netzwerk ein wenig öffnen: Es läge weniger Gewicht "
            "auf denselben wenigen Menschen."
        ),
        "effect more": (
            "Ein Treffen pro Person würde dein Netzwerk ein wenig enger machen: Es läge mehr "
            "Gewicht auf denselben wenigen Menschen."
        ),
        # wie sich die Liste von der eigenen Wahl unterscheidet
        "compare both none": (
            "Du hättest {n} andere Person angerufen.",
            "Du hättest {n} andere Personen angerufen.",
        ),
        "compare both some": "Du hättest {n} Personen angerufen, {both} davon auch auf der Liste.",
        "compare both all": (
            "Du hättest {n} Person angerufen, die auch auf der Liste steht.",
            "Du hättest {n} Personen angerufen, die alle auch auf der Liste stehen.",
        ),
        "compare past less": (
            "Mit den Menschen auf der Liste teilst du weniger Vergangenheit als mit deiner Wahl."
        ),
        "compare past more": (
            "Mit den Menschen auf der Liste teilst du mehr Vergangenheit als mit deiner Wahl."
        ),
        "compare past alike": (
            "Mit den Menschen auf der Liste teilst du etwa so viel Vergangenheit wie mit deiner "
            "Wahl."
        ),
        "compare overlap less": "Von ihnen erfährst du mehr, was dich sonst nicht erreicht.",
        "compare overlap more": "Von ihnen erfährst du weniger, was dich sonst nicht erreicht.",
        "compare overlap alike": "Von ihnen erfährst du etwa gleich viel Neues.",
        "compare asleep": (
            "Von den Kontakten auf der Liste schläft {n}, von denen in deiner Wahl {own}.",
            "Von den Kontakten auf der Liste schlafen {n}, von denen in deiner Wahl {own}.",
        ),
        "compare circles": ("{n} Kreis", "{n} Kreise"),
        "compare people": ("{n} dir noch unbekannten Menschen", "{n} dir noch unbekannte Menschen"),
        "compare adds": "Die Liste fügt {parts} hinzu.",
        "compare adds nothing": "Einen neuen Kreis oder neue Menschen fügt die Liste nicht hinzu.",
        # die Zusammenfassung
        "summary me given": "Die Daten von {who}, wie angegeben.",
        "summary me own profile in the archive": (
            "Die Daten von {who}, erkannt am Profil im Archiv."
        ),
        "summary me mail was delivered to this address": (
            "Die Daten von {who}, erkannt an der Adresse, an die die Mails gingen."
        ),
        "summary me own calendar": "Die Daten von {who}, erkannt am eigenen Kalender.",
        "summary me takes part in most records": (
            "Die Daten von {who}, erkannt daran, an fast allem beteiligt zu sein."
        ),
        "summary me not named in the data": (
            "Die Daten sagen nicht, wessen sie sind; sag es mit me=[...] oder --me."
        ),
        "summary me nobody": (
            "Es ist nicht zu erkennen, wessen Daten das sind; sag es mit me=[...] oder --me."
        ),
        "summary contacts": ("{n} Mensch", "{n} Menschen"),
        "summary ties": ("{n} bekannte Beziehung", "{n} bekannte Beziehungen"),
        "summary interactions": "{n} Mal Kontakt",
        "summary experiments": ("{n} Experiment", "{n} Experimente"),
        "summary span": "vom {first} bis zum {last}",
        "summary read": ("{n} Eintrag gelesen", "{n} Einträge gelesen"),
        "summary used": "{n} verwendet",
        "summary skipped": "ausgelassen: {reasons}",
        "summary problems": ("{n} Problem:", "{n} Probleme:"),
        "summary more": ("und {n} weiteres", "und {n} weitere"),
        "summary limits": "Was das nicht zeigen kann",
        "kind mail": "Mail",
        "kind calendar": "Kalender",
        "kind linkedin": "LinkedIn",
        "kind address book": "Adressbuch",
        "kind files": "andere Dateien",
        "limit mail": (
            "Ein Postfach ist einseitig: Es zeigt, was du geschrieben und bekommen hast, nicht, "
            "was gesprochen wurde, und nicht, was andere einander schreiben. Wer wen kennt, ist "
            "nur zu sehen, wo beide mit dir auf einer Mail stehen."
        ),
        "limit calendar": (
            "Ein Kalender zeigt, wer eingeladen war und nicht abgesagt hat, nicht, wer kam; und er "
            "weiß mehr von der Arbeit als von Freundschaften."
        ),
        "limit linkedin": (
            "Ein LinkedIn-Archiv ist ein Stern: Es zeigt deine Kontakte, nicht deren Kontakte. "
            "Firma und Position sind die von heute, nicht die von damals; Adressen fehlen meist."
        ),
        "limit address book": (
            "Ein Adressbuch zeigt, wen du gespeichert hast, nicht, wann und wie oft ihr Kontakt "
            "hattet."
        ),
        "limit files": "In Dateien anderer Art wurde nicht hineingesehen.",
        # warum Einträge ausgelassen wurden
        "skip all-day entry": ("{n} ganztägiger Eintrag", "{n} ganztägige Einträge"),
        "skip no name and no address": (
            "{n} ohne Namen und Adresse",
            "{n} ohne Namen und Adresse",
        ),
        "skip automatic or no-reply": ("{n} maschinell verschickt", "{n} maschinell verschickt"),
        "skip broken record": ("{n} beschädigt", "{n} beschädigt"),
        "skip cancelled": ("{n} abgesagt", "{n} abgesagt"),
        "skip declined": ("{n} abgelehnt", "{n} abgelehnt"),
        "skip draft": ("{n} Entwurf", "{n} Entwürfe"),
        "skip already counted": ("{n} schon gezählt", "{n} schon gezählt"),
        "skip in the future": ("{n} in der Zukunft", "{n} in der Zukunft"),
        "skip hidden profile": ("{n} verborgenes Profil", "{n} verborgene Profile"),
        "skip mailing list": ("{n} aus einer Mailingliste", "{n} aus Mailinglisten"),
        "skip nobody else took part": ("{n} ohne andere Menschen", "{n} ohne andere Menschen"),
        "skip a group, room or organisation": (
            "{n} Gruppe, Raum oder Organisation",
            "{n} Gruppen, Räume oder Organisationen",
        ),
        "skip not a known export": ("{n} von anderer Art", "{n} von anderer Art"),
        "skip no usable date": ("{n} ohne brauchbares Datum", "{n} ohne brauchbares Datum"),
        "skip spam": ("{n} im Spam-Ordner", "{n} im Spam-Ordner"),
        "skip advertisement": ("{n} Werbeanzeige", "{n} Werbeanzeigen"),
        "skip trash": ("{n} im Papierkorb", "{n} im Papierkorb"),
        "skip not accepted": ("{n} nicht angenommen", "{n} nicht angenommen"),
    },
)

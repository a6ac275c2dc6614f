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
    # wie sie vor „deiner … Kontakte“ stehen
    few=("einer", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    day_format="{day}. {month} {year}",
    thousands=".",
    conjunction="und",
    phrases={
        # Zeitspannen, wie sie nach „seit“, „vor“ und „in“ stehen
        "years": ("{n} Jahr", "{n} Jahren"),
        "months": ("{n} Monat", "{n} Monaten"),
        "weeks": ("{n} Woche", "{n} Wochen"),
        "days": ("{n} Tag", "{n} Tagen"),
        # was es zwischen zwei Menschen gab
        "channel meeting": ("{n} Treffen", "{n} Treffen"),
        "channel call": ("{n} Anruf", "{n} Anrufe"),
        "channel message": ("{n} Nachricht", "{n} Nachrichten"),
        "channel mail": ("{n} Mail", "{n} Mails"),
        "channel recommendation": ("{n} Empfehlung", "{n} Empfehlungen"),
        "channel signal": ("{n} Lebenszeichen", "{n} Lebenszeichen"),
        # Gründe
        "reason silence": "seit {span} kein Kontakt",
        "reason recent": "letzter Kontakt vor {span}",
        "reason today": "letzter Kontakt vor weniger als einem Tag",
        "reason never": "ihr kennt euch, aber die Daten zeigen keinen Kontakt",
        "reason before": "davor {counts} in {span}",
        "reason before once": "davor {counts}",
        "reason so far": "bisher {counts} in {span}",
        "reason so far once": "bisher {counts}",
        "reason reach": (
            "kennt {n} Menschen, den du nicht kennst",
            "kennt {n} Menschen, die du nicht kennst",
        ),
        "reason closest none": (
            "dein engster Kontakt kennt diese Person nicht",
            "keiner deiner {few} engsten Kontakte kennt diese Person",
        ),
        "reason closest some": (
            "{knowing} deiner {few} engsten Kontakte kennt diese Person",
            "{knowing} deiner {few} engsten Kontakte kennen diese Person",
        ),
        "reason closest only": "dein engster Kontakt kennt diese Person",
        "reason field": "arbeitet in einem Feld, das du dir vorstellen kannst: {field}",
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
        "column last": "letzter Kontakt",
        "column counts": "bisher",
        "column reach": "neue Leute",
        "never": "nie",
        "list title": "Mit wem {who} als Nächstes sprechen könnte",
        "list considered": (
            "{picks} von {n} Menschen, mit dem sich ein Gespräch lohnen könnte.",
            "{picks} von {n} Menschen, mit denen sich ein Gespräch lohnen könnte.",
        ),
        "list empty": "Es gibt niemanden vorzuschlagen: Kein Kontakt in den Daten passt.",
        "list why": "Warum",
        "list duplicates": (
            "{n} Kontaktpaar ist vielleicht eine Person; siehe records.possible_duplicates().",
            "{n} Kontaktpaare sind vielleicht je eine Person; siehe records.possible_duplicates().",
        ),
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
        "summary interactions": ("{n} Mal Kontakt", "{n} Mal Kontakt"),
        "summary experiments": ("{n} Experiment", "{n} Experimente"),
        "summary span": "vom {first} bis zum {last}",
        "summary read": ("{n} Eintrag gelesen", "{n} Einträge gelesen"),
        "summary used": ("{n} verwendet", "{n} verwendet"),
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

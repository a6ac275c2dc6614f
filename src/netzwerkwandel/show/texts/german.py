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
        "meeting": ("{n} Treffen", "{n} Treffen"),
        "call": ("{n} Anruf", "{n} Anrufe"),
        "message": ("{n} Nachricht", "{n} Nachrichten"),
        "mail": ("{n} Mail", "{n} Mails"),
        "recommendation": ("{n} Empfehlung", "{n} Empfehlungen"),
        "signal": ("{n} Lebenszeichen", "{n} Lebenszeichen"),
        # Gründe
        "reason silence": "seit {span} kein Kontakt",
        "reason recent": "letzter Kontakt vor {span}",
        "reason today": "letzter Kontakt am letzten Tag",
        "reason never": "ihr kennt euch, hattet aber in den gelesenen Daten nie Kontakt",
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
            "keiner deiner {n} engsten Kontakte kennt diese Person",
        ),
        "reason closest some": (
            "{knowing} deiner {n} engsten Kontakte kennt diese Person",
            "{knowing} deiner {n} engsten Kontakte kennen diese Person",
        ),
        "reason field": "arbeitet in einem Feld, das du dir vorstellen kannst: {field}",
        "reason relation": "{relation}",
        # Beziehungen
        "colleague": "ihr arbeitet zusammen",
        "former colleague": "ihr habt früher zusammengearbeitet",
        "boss": "führt dich",
        "former boss": "hat dich früher geführt",
        "report": "gehört zu deinem Team",
        "former report": "gehörte früher zu deinem Team",
        "client": "bei dir Kundin oder Kunde",
        "supplier": "arbeitet für dich",
        "competitor": "arbeitet beim Wettbewerb",
        "friend": "ihr seid befreundet",
        "family": "gehört zur Familie",
        "partner": "dein Lebensmensch",
        "neighbour": "wohnt nebenan",
        "classmate": "ihr habt zusammen gelernt",
        "peer": "sitzt im selben Boot wie du",
        "mentor": "begleitet dich als Mentorin oder Mentor",
        "role model": "für dich ein Vorbild",
        "acquaintance": "ihr seid bekannt",
        "connection": "ihr seid vernetzt",
        # die Tabelle
        "column name": "wer",
        "column last": "letzter Kontakt",
        "column counts": "bisher",
        "column reach": "neue Leute",
        "never": "nie",
        "list title": "Mit wem {who} als Nächstes sprechen könnte",
        "list considered": (
            "{picks} von {n} Kontakt, der in Frage kam.",
            "{picks} von {n} Kontakten, die in Frage kamen.",
        ),
        "list empty": "Niemand kam in Frage: Kein Kontakt könnte Neues bringen.",
        "list why": "Warum",
        "list duplicates": (
            "{n} Paar von Kontakten könnte eins sein; siehe records.possible_duplicates().",
            "{n} Paare von Kontakten könnten eins sein; siehe records.possible_duplicates().",
        ),
        # die Zusammenfassung
        "summary me given": "Die Daten von {who}, wie angegeben.",
        "summary me own profile in the archive": (
            "Die Daten von {who}, erkannt am Profil im Archiv."
        ),
        "summary me mail was delivered to this address": (
            "Die Daten von {who}, erkannt an der Adresse, an die die Mails gingen."
        ),
        "summary me own calendar": "Die Daten von {who}, erkannt als Inhaberin des Kalenders.",
        "summary me takes part in most records": (
            "Die Daten von {who}, erkannt daran, fast überall dabei zu sein."
        ),
        "summary me nobody": ("Wessen Daten das sind, war nicht zu erkennen; sag es mit me=[...]."),
        "summary contacts": ("{n} Kontakt", "{n} Kontakte"),
        "summary ties": ("{n} genannte Beziehung", "{n} genannte Beziehungen"),
        "summary interactions": ("{n} Begegnung", "{n} Begegnungen"),
        "summary experiments": ("{n} Experiment", "{n} Experimente"),
        "summary span": "vom {first} bis {last}",
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
        "kind files": "Dateien",
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
        "skip all-day entry": "ganztägig",
        "skip no name and no address": "ohne Name und Adresse",
        "skip automatic or no-reply": "automatisch oder no-reply",
        "skip broken record": "beschädigt",
        "skip cancelled": "abgesagt",
        "skip declined": "abgelehnt",
        "skip draft": "Entwürfe",
        "skip already counted": "schon gezählt",
        "skip in the future": "in der Zukunft",
        "skip hidden profile": "verborgene Profile",
        "skip mailing list": "Mailinglisten",
        "skip nobody else took part": "niemand sonst dabei",
        "skip a group, room or organisation": "Gruppen, Räume, Organisationen",
        "skip not a known export": "kein bekannter Export",
        "skip no usable date": "ohne brauchbares Datum",
        "skip spam": "Spam",
        "skip advertisement": "Werbung",
        "skip trash": "Papierkorb",
        "skip not accepted": "nicht angenommen",
    },
)

"""Was gelesen und was ausgelassen wurde, und was Daten nicht zeigen."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


SUMMARY: dict[str, Phrase] = {
    # die Zusammenfassung
    "summary me given": "Die Daten von {who}, wie angegeben.",
    "summary me own profile in the archive": ("Die Daten von {who}, erkannt am Profil im Archiv."),
    "summary me mail was delivered to this address": (
        "Die Daten von {who}, erkannt an der Adresse, an die die Mails gingen."
    ),
    "summary me own calendar": "Die Daten von {who}, erkannt am eigenen Kalender.",
    "summary me writes in every chat": ("Die Daten von {who}, erkannt an den Chats."),
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
    "summary contacts besides": ("{n} Mensch außer dir", "{n} Menschen außer dir"),
    "summary ties": ("{n} eingetragene Verbindung", "{n} eingetragene Verbindungen"),
    "summary interactions": "{n} Mal Kontakt",
    "summary experiments": ("{n} Experiment", "{n} Experimente"),
    "summary span": "vom {first} bis zum {last}",
    "summary read": ("{n} Eintrag gelesen", "{n} Einträge gelesen"),
    "summary looked at": ("{n} Datei angesehen", "{n} Dateien angesehen"),
    "summary used": "{n} verwendet",
    "summary skipped": "ausgelassen: {reasons}",
    "summary nobodies": "Adressen keiner Person:",
    "nobody many names": "Leute ohne etwas Gemeinsames schreiben von dort: {named}",
    "nobody a list": "eine Mailingliste: {named}",
    "nobody a machine": "eine Maschine, oder ein Kürzel anstelle von jemandem: {named}",
    "nobody a room or note taker": "ein Raum oder ein Protokollprogramm: {named}",
    "summary problems": ("{n} Problem:", "{n} Probleme:"),
    "summary more": ("und {n} weiteres", "und {n} weitere"),
    # während gelesen wird
    "progress looking": "ansehen",
    "progress file": "Datei {n} ansehen",
    "progress reading": "lesen",
    "progress joining": "wer ist wer",
    "summary limits": "Was das nicht zeigen kann",
    "kind mail": "Mail",
    "kind calendar": "Kalender",
    "kind linkedin": "LinkedIn",
    "kind address book": "Adressbuch",
    "kind apple contacts": "Adressbuch eines Mac",
    "kind google contacts": "Google Kontakte",
    "kind outlook contacts": "Kontakte aus Outlook",
    "kind outlook mail": "aus Outlook gesicherte Mails",
    "kind outlook data file": "Datendatei von Outlook",
    "kind outlook for mac": "Archiv von Outlook für Mac",
    "kind outlook calendar": "Kalender aus Outlook (CSV)",
    "kind thunderbird contacts": "Adressbuch aus Thunderbird",
    "kind xing contacts": "XING-Kontakte",
    "kind directory": "Adressbuch (LDIF)",
    "kind whatsapp": "WhatsApp",
    "kind phone": "SMS und Anrufe",
    "kind telegram": "Telegram",
    "kind signal": "Signal",
    "kind google chat": "Google Chat",
    "kind google voice": "Google Voice",
    "kind imessage": "iMessage",
    "kind meta": "Facebook und Instagram",
    "kind slack": "Slack",
    "kind discord": "Discord",
    "kind teams": "Microsoft Teams und Skype",
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
        "Ein Adressbuch zeigt, wen du gespeichert hast, nicht, wann und wie oft ihr Kontakt hattet."
    ),
    "limit apple contacts": (
        "Das Adressbuch eines Mac zeigt, wer gespeichert ist, nicht, wann und wie oft es Kontakt "
        "gab."
    ),
    "limit google contacts": (
        "Die Kontakte von Google zeigen, wer gespeichert ist, nicht, wann und wie oft es Kontakt "
        "gab."
    ),
    "limit outlook contacts": (
        "Die Kontakte aus Outlook zeigen, wer gespeichert ist und wer dort als Vorgesetzte oder "
        "Assistenz steht; nicht, wann und wie oft es Kontakt gab."
    ),
    "limit outlook mail": (
        "Einzeln gesicherte Mails zeigen, was jemand aufheben wollte, nicht, wie oft man einander "
        "schrieb."
    ),
    "limit outlook data file": (
        "Eine Datendatei von Outlook zeigt, was in ihr lag: Ein Archiv kann spät beginnen, und "
        "ältere Mails liegen vielleicht in einem anderen. Einseitig ist sie wie jedes Postfach."
    ),
    "limit outlook for mac": (
        "Ein Archiv von Outlook für Mac ist einseitig wie jedes Postfach; Kontakte und Termine "
        "darin werden nicht gelesen."
    ),
    "limit outlook calendar": (
        "Die CSV-Datei von Outlook nennt Menschen wie dessen Adressliste, meist ohne Adresse, und "
        "sagt nicht, wer abgesagt hat: Ein Kalender als iCalendar (.ics) sagt mehr."
    ),
    "limit thunderbird contacts": (
        "Das Adressbuch von Thunderbird zeigt, wer gespeichert ist oder einmal Mail bekam, nicht, "
        "wann und wie oft."
    ),
    "limit xing contacts": (
        "Eine Liste von XING-Kontakten ist ein Stern: Wer von ihnen wen kennt, steht nicht darin, "
        "und Firma und Position sind die von damals."
    ),
    "limit directory": (
        "Eine LDIF-Datei zeigt, wer gespeichert ist, nicht, wann und wie oft es Kontakt gab."
    ),
    "limit whatsapp": (
        "WhatsApp exportiert jeden Chat für sich: Wer hier fehlt, fehlt vielleicht nur im Export. "
        "In einer Gruppe ist nur bekannt, wer etwas geschrieben hat."
    ),
    "limit phone": (
        "Die Sicherung eines Telefons reicht so weit zurück, wie es Anrufe und SMS behalten hat; "
        "Anrufe, die niemand annahm, sind ausgelassen."
    ),
    "limit telegram": (
        "Telegram nennt Menschen so, wie sie sich selbst nennen; Anrufe, die niemand annahm oder "
        "die in einer Gruppe waren, geheime Chats und Gelöschtes fehlen."
    ),
    "limit signal": "Signal exportiert, was ein Gerät hat: Ältere Nachrichten können fehlen.",
    "limit google chat": (
        "Google Chat zeigt die Chats eines Google-Kontos, nicht dessen Videoanrufe."
    ),
    "limit google voice": (
        "Google Voice zeigt, was über seine Nummer lief, nicht andere Telefone."
    ),
    "limit imessage": (
        "Die Datenbank von iMessage nennt Menschen nur mit Nummer oder Adresse; ein Adressbuch "
        "gibt ihnen Namen."
    ),
    "limit meta": (
        "Facebook und Instagram nennen nur Namen: Wer gleich heißt, gilt hier als eine "
        "Person. Ohne das Archiv der verschlüsselten Nachrichten scheint Messenger Ende "
        "2023 zu enden."
    ),
    "limit slack": (
        "Ein Export von Slack hat meist nur die öffentlichen Kanäle: Direktnachrichten und private "
        "Kanäle fehlen, und wer nur mitliest, steht nicht darin."
    ),
    "limit discord": (
        "Discord gibt nur die eigenen Nachrichten heraus: an wen sie direkt gingen, nicht, wer "
        "geantwortet hat, und nicht, wer auf einem Server mitliest."
    ),
    "limit teams": (
        "Teams und Skype geben die Chats eines privaten Kontos heraus; die eines Kontos beim "
        "Arbeitgeber bleiben dort."
    ),
    "limit files": "Dateien anderer Art wurden angesehen, aber nicht gelesen.",
    "summary biases": "Was das für die Zahlen heißt",
    "bias no sent mail": (
        "Fast keine der Mails ist selbst geschrieben; die gesendeten liegen in einem anderen "
        "Ordner. Ohne sie scheinen alle auf Antwort zu warten, und niemand eine bekommen zu haben."
    ),
    "bias few chats": (
        (
            "Aus WhatsApp wurde nur der Chat mit einem Menschen exportiert. Wer dort sonst noch "
            "schreibt, scheint hier zu schweigen; auch diese Chats lassen sich exportieren."
        ),
        (
            "Aus WhatsApp wurden nur Chats mit {n} Menschen exportiert. Wer dort sonst noch "
            "schreibt, scheint hier zu schweigen; auch diese Chats lassen sich exportieren."
        ),
    ),
    "bias only connections": (
        "Von LinkedIn sind hier nur die Verbindungen und keine Nachrichten: Wer dir nur dort "
        "schreibt, scheint hier zu schweigen. Das vollständige Archiv enthält auch sie."
    ),
    "bias ended": (
        "{source}: Hier enden die Daten am {since}. Wer seither dort Kontakt hatte, scheint zu "
        "schlafen. Fehlt ein neuerer Teil davon?"
    ),
    "bias no moments": (
        "Nichts hier sagt, wann mit wem Kontakt war: Wer schläft und wer nahesteht, lässt sich "
        "nicht sagen."
    ),
    "bias a star": (
        "Nichts hier zeigt zwei Kontakte zusammen: Wer wen kennt, und damit, wer etwas Neues "
        "brächte, ist bei allen geschätzt. Ein Kalender oder Mails an mehrere würden es zeigen."
    ),
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
    "skip missed call": ("{n} verpasster Anruf", "{n} verpasste Anrufe"),
    "skip nobody else took part": ("{n} ohne andere Menschen", "{n} ohne andere Menschen"),
    "skip a group, room or organisation": (
        "{n} Gruppe, Raum oder Organisation",
        "{n} Gruppen, Räume oder Organisationen",
    ),
    "skip not a known export": ("{n} von anderer Art", "{n} von anderer Art"),
    "skip no usable date": ("{n} ohne brauchbares Datum", "{n} ohne brauchbares Datum"),
    "skip unanswered message of a stranger": (
        "{n} von jemandem, mit dem du nicht vernetzt bist und dem du nie geantwortet hast",
        "{n} von Leuten, mit denen du nicht vernetzt bist und denen du nie geantwortet hast",
    ),
    "skip spam": ("{n} im Spam-Ordner", "{n} im Spam-Ordner"),
    "skip advertisement": ("{n} Werbeanzeige", "{n} Werbeanzeigen"),
    "skip message of the service": ("{n} vom Dienst selbst", "{n} vom Dienst selbst"),
    "skip trash": ("{n} im Papierkorb", "{n} im Papierkorb"),
    "skip not accepted": ("{n} nicht angenommen", "{n} nicht angenommen"),
}

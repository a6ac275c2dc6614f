"""Was Quellen melden: ein Ort, und was dort nicht gelesen werden konnte."""

from __future__ import annotations


_KINDS = {
    "empty": "leer",
    "text": "Text",
    "sound": "Ton",
    "HEIC or video": "HEIC oder Video",
    "other files": "andere",
}
_RULE = "seine Wiederholungsregel"

PROBLEMS: dict[str, str] = {
    # wo
    "{where}, event {n}": "{where}, Eintrag {n}",
    "{where}, message {n}": "{where}, Mail {n}",
    "{where}, row {n}": "{where}, Zeile {n}",
    "{where}, card {n}": "{where}, Karte {n}",
    "{where}, entry {n}": "{where}, Eintrag {n}",
    "{where}, file {n}": "{where}, Datei {n}",
    "{where} and {n} more": "{where} und {n} weitere",
    "1 file": "1 Datei",
    "{n} files": "{n} Dateien",
    # Dateien, die nicht gelesen werden
    "of no known kind": "von keiner bekannten Art",
    **{
        f"{english} {{n}}{names}": f"{german} {{n}}{names}"
        for english, german in _KINDS.items()
        for names in ("", " ({names})")
    },
    "a table with mail addresses; say what its columns tell with TableReader": (
        "eine Tabelle mit Mailadressen; TableReader liest sie, wenn gesagt ist, was in ihren "
        "Spalten steht"
    ),
    "a table of this kind ({kind}) must have a heading": (
        "eine Tabelle dieser Art ({kind}) muss eine Kopfzeile haben"
    ),
    "an entry must begin with its name (dn:)": "ein Eintrag muss mit seinem Namen (dn:) beginnen",
    "a directory (LDIF) must hold an entry (dn:)": (
        "ein Verzeichnis (LDIF) muss einen Eintrag (dn:) enthalten"
    ),
    (
        "contacts or appointments of Outlook for Mac; export them as vCard (.vcf) or iCalendar "
        "(.ics) instead"
    ): (
        "Kontakte oder Termine aus Outlook für Mac; gelesen werden sie als vCard (.vcf) oder "
        "iCalendar (.ics)"
    ),
    (
        "a table with mail addresses and no heading; write one above it, and say what its columns "
        "tell with TableReader"
    ): (
        "eine Tabelle mit Mailadressen und ohne Kopfzeile; mit einer darüber liest TableReader "
        "sie, wenn gesagt ist, was in ihren Spalten steht"
    ),
    "a table; if it names people, say what its columns tell with TableReader": (
        "eine Tabelle; nennt sie Menschen, liest TableReader sie, wenn gesagt ist, was in ihren "
        "Spalten steht"
    ),
    (
        "a list of friends or followers; it has no addresses and no dates of contact, so save "
        "those you know in your address book"
    ): (
        "eine Liste von Freunden oder Followern; Adressen und Tage des Kontakts fehlen darin: wer "
        "davon bekannt ist, gehört ins Adressbuch"
    ),
    (
        "what Bluesky keeps of an account (CAR); it names people by numbers, so save those you "
        "know in your address book"
    ): (
        "was Bluesky von einem Konto aufbewahrt (CAR); Menschen stehen darin als Nummern: wer "
        "davon bekannt ist, gehört ins Adressbuch"
    ),
    "a chat of DiscordChatExporter; ask Discord for your data, which is read": (
        "ein Chat von DiscordChatExporter; gelesen wird, was Discord selbst an Daten herausgibt"
    ),
    "a download of Facebook or Instagram as pages; ask for it again as JSON": (
        "ein Download von Facebook oder Instagram als Seiten; gelesen wird er als JSON, das sich "
        "dort anfordern lässt"
    ),
    (
        "a page (HTML); where you can choose, ask for tables (.csv), JSON, mails (.mbox), "
        "calendars (.ics) or cards (.vcf)"
    ): (
        "eine Seite (HTML); gelesen werden, wo es eine Wahl gibt, Tabellen (.csv), JSON, Mails "
        "(.mbox), Kalender (.ics) und Karten (.vcf)"
    ),
    "a page of LinkedIn; ask for the archive of your data, which holds tables (.csv)": (
        "eine Seite von LinkedIn; gelesen wird das Archiv mit Tabellen (.csv), das sich dort "
        "anfordern lässt"
    ),
    (
        "a data file of Outlook; install the extra `outlook` to read it, or make mails of it with "
        "`readpst -e`"
    ): (
        "eine Datendatei von Outlook; mit dem Extra `outlook` wird sie gelesen, und `readpst -e` "
        "macht Mails daraus"
    ),
    "this data file of Outlook cannot be read; make mails of it with `readpst -e`": (
        "diese Datendatei von Outlook lässt sich nicht lesen; `readpst -e` macht Mails daraus"
    ),
    "what is no mail in it ({n}) was not read; export it as CSV": (
        "was darin keine Mail ist ({n}), wurde nicht gelesen; als CSV geht es"
    ),
    "a message of Outlook; install the extra `outlook` to read it, or save it as .eml": (
        "eine Nachricht aus Outlook; mit dem Extra `outlook` oder als .eml wird sie gelesen"
    ),
    "this message of Outlook cannot be read; save it as .eml instead": (
        "diese Nachricht aus Outlook lässt sich nicht lesen; als .eml geht es"
    ),
    "this is an appointment, a contact or the like of Outlook, and no mail": (
        "das ist ein Termin, ein Kontakt oder Ähnliches aus Outlook und keine Mail"
    ),
    "this archive of Apple's address book cannot be read; export it as vCard (.vcf) instead": (
        "dieses Archiv des Adressbuchs von Apple lässt sich nicht lesen; als vCard (.vcf) geht es"
    ),
    "it is no database of SQLite that can be read": (
        "es ist keine Datenbank von SQLite, die sich lesen lässt"
    ),
    "this archive of Outlook for Mac holds no mail": (
        "dieses Archiv von Outlook für Mac enthält keine Mail"
    ),
    "this mail of Outlook for Mac is no XML that can be read": (
        "diese Mail aus Outlook für Mac ist kein XML, das sich lesen lässt"
    ),
    "a calendar of Outlook must have a heading with Subject and Start Date": (
        "ein Kalender aus Outlook muss eine Kopfzeile mit Betreff und Beginnt am haben"
    ),
    "the day and time of the meeting cannot be read": (
        "Tag und Uhrzeit der Besprechung lassen sich nicht lesen"
    ),
    "mails of Outlook as a table; `readpst -e` makes mails of its .pst": (
        "Mails aus Outlook als Tabelle; `readpst -e` macht Mails aus der .pst von Outlook"
    ),
    "an Outlook message or Office file; save a message as .eml instead": (
        "eine Outlook-Nachricht oder Office-Datei; speichere eine Nachricht stattdessen als .eml"
    ),
    "a mailbox of Pine (mbx); save it as mbox instead": (
        "ein Postfach von Pine (mbx); speichere es stattdessen als mbox"
    ),
    "nothing here is a known export ({kinds})": ("nichts hier ist ein bekannter Export ({kinds})"),
    "nothing here is a known export ({kinds}): {told}": (
        "nichts hier ist ein bekannter Export ({kinds}): {told}"
    ),
    "LinkedIn archive": "LinkedIn-Archiv",
    "there is no file to read": "es gibt keine Datei zu lesen",
    "a link to a folder is not followed; name the folder itself": (
        "einem Link auf einen Ordner wird nicht gefolgt; gib den Ordner selbst an"
    ),
    "an archive of this kind, or inside another, must be unpacked first": (
        "ein Archiv dieser Art, oder in einem anderen, muss zuerst entpackt werden"
    ),
    "it is neither a file nor a folder": "das ist weder eine Datei noch ein Ordner",
    "it cannot be read: {why}": "es kann nicht gelesen werden: {why}",
    "it is damaged": "es ist beschädigt",
    "a file of this kind must be under {n} bytes": (
        "eine Datei dieser Art muss unter {n} Bytes groß sein"
    ),
    "it is cut off or damaged": "es ist abgeschnitten oder beschädigt",
    "the zip archive cannot be opened: {why}": "das Zip-Archiv lässt sich nicht öffnen: {why}",
    "it is encrypted": "es ist verschlüsselt",
    "it is packed in a way that is not known here; unpack the archive first": (
        "es ist auf eine hier unbekannte Art gepackt; entpacke das Archiv zuerst"
    ),
    "it unpacks to more than {n} times its size": "entpackt ist es mehr als {n} Mal so groß",
    "a zip archive must have at most {n} files, got {m}": (
        "ein Zip-Archiv darf höchstens {n} Dateien haben, dieses hat {m}"
    ),
    "a zip archive must unpack to at most {n} bytes, got {m}": (
        "ein Zip-Archiv darf entpackt höchstens {n} Bytes haben, dieses hat {m}"
    ),
    "a zip archive must unpack to at most {n} times its size, got {m} bytes from {k}": (
        "ein Zip-Archiv darf entpackt höchstens {n} Mal so groß sein, aus diesen {k} werden {m} "
        "Bytes"
    ),
    "the files of a zip archive must lie one after the other, got some that overlap": (
        "die Dateien eines Zip-Archivs müssen nacheinander liegen, in diesem überlappen sich welche"
    ),
    "stopped": "abgebrochen",
    "stopped while reading: nothing of it was kept, and the exports are as they were before": (
        "beim Lesen abgebrochen: nichts davon wurde behalten, und die Exporte sind, wie sie waren"
    ),
    # wem es gehört
    (
        "it names somebody else as its owner; if that is not you, leave it out, or else add an "
        "address in it to me=[...] or --me"
    ): (
        "als Besitzer steht jemand anderes darin; bist du das nicht, lass es weg, sonst nenne mit "
        "me=[...] oder --me auch eine Adresse daraus"
    ),
    # Mail
    "1 mail names none of your addresses; if one was yours, add it to me=[...] or --me": (
        "1 Mail nennt keine deiner Adressen; ist eine davon deine, nenne sie mit me=[...] oder --me"
    ),
    "{n} mails name none of your addresses; if one was yours, add it to me=[...] or --me": (
        "{n} Mails nennen keine deiner Adressen; ist eine davon deine, nenne sie mit me=[...] "
        "oder --me"
    ),
    "only the first mail was read; {why}": "nur die erste Mail wurde gelesen; {why}",
    "only the first {n} mails were read; {why}": "nur die ersten {n} Mails wurden gelesen; {why}",
    "only the first record was read; {why}": "nur der erste Eintrag wurde gelesen; {why}",
    "only the first {n} records were read; {why}": (
        "nur die ersten {n} Einträge wurden gelesen; {why}"
    ),
    "it cannot be read further": "weiter kann es nicht gelesen werden",
    "a record must be under {n} letters": "ein Eintrag muss weniger als {n} Zeichen haben",
    "this must be one file, got {n}": "das muss eine Datei sein, es sind {n}",
    "the rest cannot be read (its compressed data are broken)": (
        "der Rest kann nicht gelesen werden (die gepackten Daten sind beschädigt)"
    ),
    "the rest cannot be read ({why})": "der Rest kann nicht gelesen werden ({why})",
    "broken data": "beschädigte Daten",
    "this is neither an mbox nor a mail": "das ist weder ein Postfach (mbox) noch eine Mail",
    "its headers are longer than 1 MB": "ihre Kopfzeilen sind länger als 1 MB",
    "it has no date that can be read": "sie hat kein lesbares Datum",
    "its date is before 1990": "ihr Datum liegt vor 1990",
    "some mails name people by the internal names of Exchange (X.500, /O=...) and not by mail "
    "addresses; who is meant cannot be known: export them from Outlook or the server once more, "
    "with mail addresses": (
        "manche Mails nennen Menschen mit den internen Namen von Exchange (X.500, /O=...) und "
        "nicht mit Adressen; wer gemeint ist, lässt sich nicht wissen: exportiere sie aus Outlook "
        "oder vom Server noch einmal, mit Mailadressen"
    ),
    # Kalender
    "some entries name people by the internal names of Exchange (X.500, /O=...) and not by mail "
    "addresses; who is meant cannot be known": (
        "manche Einträge nennen Menschen mit den internen Namen von Exchange (X.500, /O=...) und "
        "nicht mit Mailadressen; wer gemeint ist, lässt sich nicht wissen"
    ),
    "a calendar must begin with BEGIN:VCALENDAR": (
        "ein Kalender muss mit BEGIN:VCALENDAR beginnen"
    ),
    "no entry names anybody; if people were invited, export it once more with all details of the "
    "attendees": (
        "kein Eintrag nennt jemanden; wurden Menschen eingeladen, exportiere ihn noch einmal mit "
        "allen Angaben zu den Teilnehmern"
    ),
    "it cannot be read or has no start": "er kann nicht gelesen werden oder hat keinen Anfang",
    "its time zone is not known; such times are read in the default time zone": (
        "seine Zeitzone ist nicht bekannt; solche Zeiten werden in der voreingestellten gelesen"
    ),
    "its time zone cannot be followed": "seiner Zeitzone lässt sich nicht folgen",
    "a time zone changes its clocks by a rule that cannot be followed": (
        "eine Zeitzone stellt ihre Uhren nach einer Regel um, der sich nicht folgen lässt"
    ),
    "it has more than {n} time zones; the rest is left out": (
        "er hat mehr als {n} Zeitzonen; der Rest wird ausgelassen"
    ),
    "a time zone cannot be read": "eine Zeitzone kann nicht gelesen werden",
    "the time zone that the calendar states is not known": (
        "die Zeitzone, die der Kalender angibt, ist nicht bekannt"
    ),
    "a line of it cannot be read and is left out": (
        "eine seiner Zeilen kann nicht gelesen werden und wird ausgelassen"
    ),
    "{why}; the rule is left out": "{why}; die Regel wird ausgelassen",
    "its rule of recurrence cannot be read": f"{_RULE} kann nicht gelesen werden",
    "its rule of recurrence never comes true": f"{_RULE} trifft nie zu",
    "its rule of recurrence begins too long ago": f"{_RULE} beginnt vor zu langer Zeit",
    "a rule repeats it more often than once an hour": (
        "eine Regel wiederholt ihn öfter als einmal in der Stunde"
    ),
    "it has more than {n} rules of recurrence; the rest is left out": (
        "er hat mehr als {n} Wiederholungsregeln; der Rest wird ausgelassen"
    ),
    "a rule gives more than {n} occurrences; the rest is left out": (
        "eine Regel ergibt mehr als {n} Termine; der Rest wird ausgelassen"
    ),
    "its recurrences cannot be worked out": "seine Wiederholungen lassen sich nicht berechnen",
    "its rules of recurrence take too long to work out; the rest is left out": (
        "seine Wiederholungsregeln zu berechnen dauert zu lange; der Rest wird ausgelassen"
    ),
    "it must begin in {year} or later": "er muss {year} oder später beginnen",
    # Adressbuch
    "an address book must hold a card (BEGIN:VCARD)": (
        "ein Adressbuch muss eine Karte (BEGIN:VCARD) enthalten"
    ),
    "a card must end with END:VCARD": "eine Karte muss mit END:VCARD enden",
    "the value of {name} must be under 1 MB; its end is cut off": (
        "der Wert von {name} muss unter 1 MB groß sein; sein Ende wird abgeschnitten"
    ),
    # Chats und Telefone
    "it has no line of a chat": "es hat keine Zeile eines Chats",
    "day and month can be read in either order; the usual one was taken": (
        "Tag und Monat lassen sich in beiden Reihenfolgen lesen; genommen wurde die übliche"
    ),
    "a message must be an object": "eine Nachricht muss ein Objekt sein",
    "a line must be a JSON object": "eine Zeile muss ein JSON-Objekt sein",
    "it has no line of a history of Signal": "es hat keine Zeile eines Verlaufs von Signal",
    "it has no calls and no text messages": "es hat weder Anrufe noch SMS",
    "it must say whether it was received or sent": (
        "es muss dabeistehen, ob sie empfangen oder gesendet wurde"
    ),
    "it declares an entity, which no backup does": (
        "es erklärt eine Entität, und das tut keine Sicherung"
    ),
    "a record must be under 64 MB": "ein Eintrag muss unter 64 MB groß sein",
    "a card sent in a chat {n}": "in einem Chat verschickte Karte {n}",
    # LinkedIn
    "it holds no table about people": "es enthält keine Tabelle über Menschen",
    "the file cannot be opened": "die Datei lässt sich nicht öffnen",
    "this is no table that is known here; its columns are {columns}": (
        "diese Tabelle ist hier nicht bekannt; ihre Spalten sind {columns}"
    ),
    "these are connections without the heading that names their columns; download the archive "
    "again, and leave the file as it is": (
        "das sind Kontakte ohne die Überschrift, die ihre Spalten nennt; lade das Archiv noch "
        "einmal herunter und lass die Datei, wie sie ist"
    ),
    "some columns are not known here and were not read: {columns}": (
        "manche Spalten sind hier nicht bekannt und wurden nicht gelesen: {columns}"
    ),
    "a row must have at most {n} cells, got {m}": (
        "eine Zeile darf höchstens {n} Felder haben, diese hat {m}"
    ),
    "the date cannot be read": "das Datum kann nicht gelesen werden",
    "the date must not be before {year}": "das Datum darf nicht vor {year} liegen",
    "the day of the connection cannot be read": (
        "der Tag der Vernetzung kann nicht gelesen werden"
    ),
    "the direction must be INCOMING or OUTGOING": ("die Richtung muss INCOMING oder OUTGOING sein"),
}

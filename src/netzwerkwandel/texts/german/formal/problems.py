"""Mit Sie: was sich tun lässt, wo etwas nicht gelesen werden konnte."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


PROBLEMS: dict[str, Phrase] = {
    "an Outlook message or Office file; save a message as .eml instead": (
        "eine Outlook-Nachricht oder Office-Datei; speichern Sie eine Nachricht stattdessen als "
        ".eml"
    ),
    "me must be named in a mail or meeting that is read, got addresses that none of them names; "
    "check how they are spelt, or leave me out and the owner is looked for": (
        "was --me nennt, steht in keiner Mail und keinem Treffen; prüfen Sie die Schreibweise, "
        "oder lassen Sie --me weg, dann wird gesucht, wem die Daten gehören"
    ),
    "what is put together must be of one person, got {where}, whose owner has another name and "
    "other addresses; leave it out, or if it is hers, give a known address and the new ones with "
    "me=[...] or --me": (
        "die Exporte müssen von einer Person sein, und {where} gehört jemandem mit anderem Namen "
        "und anderen Adressen; lassen Sie es weg, oder nennen Sie mit --me eine bekannte Adresse "
        "und die neuen dazu, wenn es dieselbe Person ist"
    ),
    "a mailbox of Pine (mbx); save it as mbox instead": (
        "ein Postfach von Pine (mbx); speichern Sie es stattdessen als mbox"
    ),
    "a link to a folder is not followed; name the folder itself": (
        "einem Link auf einen Ordner wird nicht gefolgt; geben Sie den Ordner selbst an"
    ),
    "it is packed in a way that is not known here; unpack the archive first": (
        "es ist auf eine hier unbekannte Art gepackt; entpacken Sie das Archiv zuerst"
    ),
    (
        "it names somebody else as its owner; if that is not you, leave it out, or else add an "
        "address in it to me=[...] or --me"
    ): (
        "als Besitzer steht jemand anderes darin; sind Sie das nicht, lassen Sie es weg, sonst "
        "nennen Sie mit me=[...] oder --me auch eine Adresse daraus"
    ),
    ("1 mail names none of your addresses; if one was yours, add it to me=[...] or --me"): (
        "1 Mail nennt keine Ihrer Adressen; ist eine davon Ihre, nennen Sie sie mit me=[...] "
        "oder --me"
    ),
    ("{n} mails name none of your addresses; if one was yours, add it to me=[...] or --me"): (
        "{n} Mails nennen keine Ihrer Adressen; ist eine davon Ihre, nennen Sie sie mit me=[...] "
        "oder --me"
    ),
    (
        "some mails name people by the internal names of Exchange (X.500, /O=...) and not by mail "
        "addresses; who is meant cannot be known: export them from Outlook or the server once "
        "more, with mail addresses"
    ): (
        "manche Mails nennen Menschen mit den internen Namen von Exchange (X.500, /O=...) und "
        "nicht mit Adressen; wer gemeint ist, lässt sich nicht wissen: exportieren Sie sie aus "
        "Outlook oder vom Server noch einmal, mit Mailadressen"
    ),
    (
        "no entry names anybody; if people were invited, export it once more with all details of "
        "the attendees"
    ): (
        "kein Eintrag nennt jemanden; wurden Menschen eingeladen, exportieren Sie ihn noch einmal "
        "mit allen Angaben zu den Teilnehmern"
    ),
    (
        "these are connections without the heading that names their columns; download the archive "
        "again, and leave the file as it is"
    ): (
        "das sind Kontakte ohne die Überschrift, die ihre Spalten nennt; laden Sie das Archiv "
        "noch einmal herunter, und lassen Sie die Datei, wie sie ist"
    ),
    "{path}: a storage must be a file, got a folder or a device": (
        "{path}: das ist ein Ordner oder ein Gerät; nennen Sie eine Datei"
    ),
    "{path}: you must be allowed to read and write {place}": (
        "{path}: Sie müssen {place} lesen und schreiben dürfen"
    ),
    (
        "{path}: the file must have a schema up to {n}, got {m}; it was written by a newer "
        "version: update netzwerkwandel to open it"
    ): (
        "{path}: eine neuere Version hat diese Datei geschrieben; aktualisieren Sie "
        "netzwerkwandel, um sie zu öffnen"
    ),
    (
        "{path}: another writer must end within the time-out, got none that did; try again"
    ): "{path}: ein anderes Programm schreibt gerade darin; versuchen Sie es noch einmal",
    "{path}: the file must be whole, got a damaged one; go back to a backup": (
        "{path}: die Datei ist beschädigt; nehmen Sie stattdessen eine Sicherung"
    ),
    (
        "path must not be that of a file that is no report, got {path}; name another, or remove "
        "that file"
    ): "unter {path} liegt etwas, das kein Bericht ist; nehmen Sie einen anderen Namen",
}

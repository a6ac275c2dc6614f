"""Was an der Befehlszeile nicht geht, und was sich tun lässt."""

from __future__ import annotations


REFUSALS: dict[str, str] = {
    # was gesagt wurde
    "argument {name}: invalid choice: {what} (choose from {choices})": (
        "{name}: {what} gibt es nicht, möglich sind {choices}"
    ),
    "argument {name}: {why}": "{name}: {why}",
    "unrecognized arguments: {what}": "unbekannte Angaben: {what}",
    "ambiguous option: {what} could match {which}": "{what} kann mehreres heißen: {which}",
    "expected one argument": "hier fehlt eine Angabe",
    "ignored explicit argument {what}": "hier gehört keine Angabe dazu, auch nicht {what}",
    "must be a whole number of at least 1, got {what}": (
        "das muss eine ganze Zahl ab 1 sein, nicht {what}"
    ),
    "must be a date such as 2026-11-01, got {what}": (
        "das muss ein Datum wie 2026-11-01 sein, nicht {what}"
    ),
    "a time needs a time zone, got {what}": "zu einer Uhrzeit gehört eine Zeitzone: {what}",
    "as_of must be of the years {n} to {m}, got {k}": (
        "--as-of muss in den Jahren von {n} bis {m} liegen, nicht {k}"
    ),
    "me must be mail addresses, profile pages or phone numbers, got {what}": (
        "--me muss eine Mailadresse, eine Profilseite oder eine Telefonnummer sein, nicht {what}"
    ),
    "me must be named in a mail or meeting that is read, got addresses that none of them names; "
    "check how they are spelt, or leave me out and the owner is looked for": (
        "was --me nennt, steht in keiner Mail und keinem Treffen; prüfe die Schreibweise, oder "
        "lass --me weg, dann wird gesucht, wem die Daten gehören"
    ),
    "what is put together must be of one person, got {where}, whose owner has another name and "
    "other addresses; leave it out, or if it is hers, give a known address and the new ones with "
    "me=[...] or --me": (
        "die Exporte müssen von einer Person sein, und {where} gehört jemandem mit anderem Namen "
        "und anderen Adressen; lass es weg, oder nenne mit --me eine bekannte Adresse und die "
        "neuen dazu, wenn es dieselbe Person ist"
    ),
    "region must be a country such as {known}, got {what}": (
        "--region muss ein Land wie {known} sein, nicht {what}"
    ),
    "fields must be a sequence of non-empty texts, got {what}": "--field braucht ein Wort",
    # was nicht eingerichtet ist
    "{purpose} needs an extra that is not installed; install it with: {command}": (
        "{purpose} braucht ein Paket, das noch fehlt; es kommt mit: {command}"
    ),
    "a report": "der Bericht",
    "reading a calendar": "das Lesen eines Kalenders",
    "a region for phone numbers": "ein Land für Telefonnummern",
    "completion in a shell": "das Ergänzen in der Shell",
    "a storage in PostgreSQL": "ein Speicher in PostgreSQL",
    # wo etwas liegen soll
    "there is no file or folder {path}": "es gibt weder Datei noch Ordner {path}",
    "there is no folder {path}": "es gibt keinen Ordner {path}",
    "path must not be that of a file that is no report, got {path}; name another, or remove that "
    "file": "unter {path} liegt etwas, das kein Bericht ist; nimm einen anderen Namen",
    "path must be a place that can be written to, got {path}: {why}": (
        "unter {path} lässt sich nichts schreiben: {why}"
    ),
    "a storage must be a file or begin with postgresql://, got {what}": (
        "ein Speicher ist eine Datei oder beginnt mit postgresql://, nicht mit {what}"
    ),
    "{path}: a storage must be a file, got none ({why})": (
        "{path}: hier lässt sich nichts behalten ({why})"
    ),
    "{path}: a storage must be a file, got a folder or a device": (
        "{path}: das ist ein Ordner oder ein Gerät; nenne eine Datei"
    ),
    "{path}: a storage must be open to be written, got one that is only read, or whose file is "
    "protected against it": "{path}: diese Datei ist schreibgeschützt",
    "{path}: you must be allowed to read and write {place}": (
        "{path}: du musst {place} lesen und schreiben dürfen"
    ),
    "{path}: the file must be a storage, got no database, or one that is damaged": (
        "{path}: in dieser Datei ist nichts von netzwerkwandel, oder sie ist beschädigt"
    ),
    "{path}: the file must be a storage, got a database of another program": (
        "{path}: das ist die Datenbank eines anderen Programms"
    ),
    "{path}: the file must have a schema up to {n}, got {m}; it was written by a newer version: "
    "update netzwerkwandel to open it": (
        "{path}: eine neuere Version hat diese Datei geschrieben; aktualisiere netzwerkwandel, um "
        "sie zu öffnen"
    ),
    "{path}: another writer must end within the time-out, got none that did; try again": (
        "{path}: ein anderes Programm schreibt gerade darin; versuche es noch einmal"
    ),
    "{path}: the disk must have room for what is written, got a full one": (
        "{path}: der Datenträger ist voll"
    ),
    "{path}: the file must be whole, got a damaged one; go back to a backup": (
        "{path}: die Datei ist beschädigt; nimm stattdessen eine Sicherung"
    ),
    "PostgreSQL cannot be reached, or the connection was lost: {why}; what was not acknowledged "
    "may be written or not": (
        "PostgreSQL ist nicht zu erreichen, oder die Verbindung ist abgerissen: {why}"
    ),
    "No such file or directory": "den Ordner gibt es nicht",
    "File name too long": "der Name ist zu lang",
    "Read-only file system": "der Datenträger ist schreibgeschützt",
    "Too many levels of symbolic links": "ein Verweis führt im Kreis",
    "No space left on device": "der Datenträger ist voll",
    "Permission denied": "das ist nicht erlaubt",
}

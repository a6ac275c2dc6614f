"""Was die Befehlszeile sagt: ihre Optionen, ihre Fragen und ihre Hinweise."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMAND: dict[str, Phrase] = {
    # was sich sagen lässt
    "option description": (
        "Mit wem könnte ich als Nächstes sprechen? Gelesen aus deinen Mails, deinem Kalender, "
        "LinkedIn-Archiv und Adressbuch, auf deinem Rechner. Ohne PFADE wird für eine erfundene "
        "Person geantwortet."
    ),
    "placeholder paths": "PFADE",
    "placeholder address": "ADRESSE",
    "placeholder field": "FELD",
    "placeholder day": "TAG",
    "placeholder file": "DATEI",
    "placeholder country": "LAND",
    "placeholder shell": "SHELL",
    "option usage": "Aufruf",
    "option heading": "was sich sagen lässt",
    "option exit codes": (
        "Endet mit 0 nach einer Antwort, 1, wenn es keine geben kann, 2 nach unbekannten Angaben, "
        "130, wenn es angehalten wird."
    ),
    "option paths": "Dateien, Ordner, Zips",
    "option me": "eine eigene Adresse; für mehrere wiederholen; sonst wird sie erkannt",
    "option field": "ein Arbeitsfeld, das du dir vorstellen kannst; für mehrere wiederholen",
    "option as_of": "der Zeitpunkt, wie 2026-11-01; sonst jetzt",
    "option n": "wie viele Menschen (sonst 10)",
    "option language": "die Sprache (sonst die gemerkte, die des Rechners oder en)",
    "option formal": "mit Sie ansprechen, auch in den ersten Zeilen an andere (sonst du)",
    "option sample": "mit den Exporten einer erfundenen Person ausprobieren, auch --keep und --ask",
    "option keep": (
        "behalte das Gelesene in dieser Datei, sag, was neu ist, antworte aus allem, was dort "
        "steht, und merk dir, wer vorgeschlagen war"
    ),
    "option ask": (
        "frag zuerst, was aus früheren Vorschlägen wurde und welche Kontakte eine Person sind; "
        "mit --keep nur einmal"
    ),
    "option questions": (
        "sag auch, welche Antworten von dir die Liste am meisten ändern würden, und warum"
    ),
    "option discreet": "lass alle weg, die arbeiten, wo du arbeitest",
    "option region": "das Land der Telefonnummern ohne Vorwahl des Landes, wie DE",
    "option summary": "sag auch, was gelesen wurde",
    "option report": (
        "schreibe eine Seite zum Lesen, Drucken und Aufheben in diese Datei, wie mara.html: die "
        "Liste mit ersten Zeilen, Bilder, und wie sich das Netzwerk verändert hat"
    ),
    "option coach": "schreibe diese Seite für ein Coaching: mit Initialen und Fragen zum Gespräch",
    "option help": "sag dies und höre auf",
    "option print_completion": (
        "gib aus, womit die Shell bash oder zsh diese Optionen ergänzt, und höre auf"
    ),
    # welche Kontakte eine Person sind
    "ask answer two": "Eine Person? ja, nein, später (oder Enter) oder stopp:",
    "ask answer": (
        "Wer davon ist eine Person? Die Nummern (2 3), ja für alle, nein für keine, später (oder "
        "Enter) oder stopp:"
    ),
    "ask all": "{n} Menschen stehen hier wohl zweimal: ein Name, und was sonst bekannt ist, passt.",
    "ask answer all": (
        "Jeweils eine Person? ja, später (oder Enter), stopp, oder die Nummern derer, die zwei "
        "sind:"
    ),
    "ask yes": "ja",
    "ask no": "nein",
    "ask unclear two": "Bitte antworte mit ja, nein, später oder stopp.",
    "ask unclear": "Bitte antworte mit ja, nein, später, stopp oder mit zwei oder mehr Nummern.",
    "ask unclear all": "Bitte antworte mit ja, später, stopp oder mit Nummern dieser Liste.",
    # was verstanden wurde
    "noted kept": "Gemerkt: {what}.",
    "noted once": "Gilt für diese Liste: {what}.",
    "noted same": "{numbers} sind eine Person",
    "noted others": ("{numbers} ist jemand anderes", "{numbers} sind andere"),
    "noted different": ("eine Person", "es sind {n} verschiedene Menschen"),
    "noted one each": ("einmal eine Person", "{n}-mal je eine Person"),
    "noted two each": ("einmal zwei Menschen", "{n}-mal je zwei Menschen"),
    "noted answer": "{who}: {answer}",
    "noted brought": "{who}: {answer}; gebracht hat es {functions}",
    "noted else": "{answer}",
    # was sich auf jede Frage sagen lässt
    "said later": "später",
    "said stop": "stopp",
    # was sonst gefragt wird
    "else answer": "{answers}, später (oder Enter) oder stopp:",
    "else nearest there": (
        "Niemand in deinen Daten arbeitet dort ({employer}). Meintest du {nearest}? Sag ja oder "
        "den richtigen Namen; war es richtig, gib es noch einmal ein."
    ),
    "else nobody there": (
        "Niemand in deinen Daten arbeitet dort ({employer}). Gib den richtigen Namen ein; war es "
        "richtig, gib es noch einmal ein."
    ),
    "else again": "Der Name der Firma, später (oder Enter) oder stopp:",
    "else unclear": "Das ist nicht zu verstehen. Möglich ist: {answers}; sonst später oder stopp.",
    # was aus einem Vorschlag wurde
    "came heard": (
        "{who} wurde am {on} vorgeschlagen, und ihr hattet seitdem Kontakt ({day}). Was ist daraus "
        "geworden?"
    ),
    "came open": "{who} wurde am {on} vorgeschlagen. Was ist daraus geworden?",
    "came answer": "gesprochen, keine Antwort, abgesagt, noch nicht, später (oder Enter), stopp:",
    "came talked": "gesprochen",
    "came none": "keine Antwort",
    "came declined": "abgesagt",
    "came not now": "noch nicht",
    "came unclear": (
        "Bitte antworte gesprochen, keine Antwort, abgesagt, noch nicht, später oder stopp."
    ),
    "came numbers": (
        "Bitte antworte mit Nummern von 1 bis {n}, mit Enter für nichts, oder mit stopp."
    ),
    "came brought": (
        "Was hat es gebracht? {functions}: Nummern (1 3), Enter für nichts, oder stopp:"
    ),
    # neben der Liste
    "list problems": (
        "{n} Hinweis zu dem, was gelesen wurde: --summary zeigt ihn.",
        "{n} Hinweise zu dem, was gelesen wurde: --summary zeigt sie.",
    ),
    "list me unseen": "Keine Mail und kein Treffen nennt {me}; bitte prüfe die Adresse.",
    "list nobody else": (
        "In dem, was gelesen wurde, steht außer dir niemand: --summary sagt, was es war. Mails, "
        "ein Kalender mit Eingeladenen, ein LinkedIn-Archiv oder ein Adressbuch würden mehr zeigen."
    ),
    "list duplicates": (
        "{n} Frage ist offen, wer dieselbe Person ist; --ask stellt sie.",
        "{n} Fragen sind offen, wer dieselbe Person ist; --ask stellt die wichtigsten.",
    ),
    "else answers": "Mögliche Antworten: {answers}",
    "else asked": "--ask stellt diese Fragen, und --keep merkt sich die Antworten.",
    "list no workplace": "Mit --ask kannst du sagen, wo du arbeitest.",
    "list report": "Die Seite zum Lesen und Drucken steht in {path}.",
    "refused coach without report": "--coach sagt, für wen die Seite ist; gib auch --report an",
    "refused me without paths": "--me sagt, wessen Exporte gelesen werden; sag auch, welche",
    "refused stranger": (
        "das ist als Daten von {whose} gespeichert, und was gelesen wurde, gehört wohl jemand "
        "anderem; ist es dieselbe Person, nenne mit --me eine bekannte Adresse und die neuen "
        "dazu; sonst nimm einen anderen Speicher"
    ),
    "refused sample with paths": (
        "--sample steht anstelle eigener Exporte; lass eins von beiden weg"
    ),
    "refused other owner": (
        "das ist als Daten von {whose} gespeichert, und {who} ist darin jemand anderes; nimm einen "
        "anderen Speicher"
    ),
    "refused nothing kept": "In {place} steht noch nichts; sag, welche Exporte zu lesen sind",
}

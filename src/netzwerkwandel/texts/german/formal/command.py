"""Mit Sie: was die Befehlszeile sagt."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMAND: dict[str, Phrase] = {
    "option description": (
        "Mit wem könnte ich als Nächstes sprechen? Gelesen aus Ihren Mails, Ihrem Kalender, "
        "LinkedIn-Archiv und Adressbuch, auf Ihrem Rechner. Ohne PFADE wird für eine erfundene "
        "Person geantwortet."
    ),
    "option field": "ein Arbeitsfeld, das Sie sich vorstellen können; für mehrere wiederholen",
    "option questions": (
        "sag auch, welche Antworten von Ihnen die Liste am meisten ändern würden, und warum"
    ),
    "option discreet": "lass alle weg, die arbeiten, wo Sie arbeiten",
    "ask unclear two": "Bitte antworten Sie mit ja, nein, später oder stopp.",
    "ask unclear": (
        "Bitte antworten Sie mit ja, nein, später, stopp oder mit zwei oder mehr Nummern."
    ),
    "ask unclear all": "Bitte antworten Sie mit ja, später, stopp oder mit Nummern dieser Liste.",
    "came heard": (
        "{who} wurde am {on} vorgeschlagen, und Sie hatten seitdem Kontakt ({day}). Was ist "
        "daraus geworden?"
    ),
    "came unclear": (
        "Bitte antworten Sie gesprochen, keine Antwort, abgesagt, noch nicht, später oder stopp."
    ),
    "came numbers": (
        "Bitte antworten Sie mit Nummern von 1 bis {n}, mit Enter für nichts, oder mit stopp."
    ),
    "list me unseen": "Keine Mail und kein Treffen nennt {me}; bitte prüfen Sie die Adresse.",
    "list nobody else": (
        "In dem, was gelesen wurde, steht außer Ihnen niemand: --summary sagt, was es war. Mails, "
        "ein Kalender mit Eingeladenen, ein LinkedIn-Archiv oder ein Adressbuch würden mehr "
        "zeigen."
    ),
    "refused coach without report": (
        "--coach sagt, für wen die Seite ist; geben Sie auch --report an"
    ),
    "refused me without paths": "--me sagt, wessen Exporte gelesen werden; sagen Sie auch, welche",
    "refused stranger": (
        "das ist als Daten von {whose} gespeichert, und was gelesen wurde, gehört wohl jemand "
        "anderem; ist es dieselbe Person, nennen Sie mit --me eine bekannte Adresse und die "
        "neuen dazu; sonst nehmen Sie einen anderen Speicher"
    ),
    "refused sample with paths": (
        "--sample steht anstelle eigener Exporte; lassen Sie eins von beiden weg"
    ),
    "refused other owner": (
        "das ist als Daten von {whose} gespeichert, und {who} ist darin jemand anderes; nehmen "
        "Sie einen anderen Speicher"
    ),
    "refused nothing kept": "In {place} steht noch nichts; sagen Sie, welche Exporte zu lesen sind",
    "else nearest there": (
        "Niemand in Ihren Daten arbeitet dort ({employer}). Meinten Sie {nearest}? Sagen Sie ja "
        "oder den richtigen Namen; war es richtig, geben Sie es noch einmal ein."
    ),
    "else nobody there": (
        "Niemand in Ihren Daten arbeitet dort ({employer}). Geben Sie den richtigen Namen ein; war "
        "es richtig, geben Sie es noch einmal ein."
    ),
    "list no workplace": "Mit --ask können Sie sagen, wo Sie arbeiten.",
}

"""Was eine Angabe sein muss: die Regeln, an denen Daten und Fragen geprüft werden."""

from __future__ import annotations


# Was dort stehen kann, wo etwas anderes stand: nach dem, was der englische Satz verlangt.
_POSSIBLE: dict[str, str] = {
    "a text": "ein Text",
    "the name of an employer": "der Name eines Arbeitgebers",
    "a non-empty text without line breaks": "ein Text ohne Zeilenumbruch, der nicht leer ist",
    "a sequence of non-empty texts": "eine Liste von Texten, von denen keiner leer ist",
    "a sequence of keys": "eine Liste von Schlüsseln",
    "a sequence of {word}": "eine Liste von {word}",
    "a datetime with a time zone": "ein Zeitpunkt mit Zeitzone, wie datetime.now(UTC)",
    "a date without a time": "ein Tag ohne Uhrzeit, wie date(2026, 11, 1)",
    "a day such as '1979-04-01' or '--04-01'": "ein Tag wie '1979-04-01' oder '--04-01'",
    "a number from 0 to 1": "eine Zahl von 0 bis 1",
    "a number between 0 and 1": "eine Zahl zwischen 0 und 1",
    "a number from 0 to 1, or None": "eine Zahl von 0 bis 1, oder None",
    "a number, or None": "eine Zahl, oder None",
    "finite and at least 0": "eine endliche Zahl ab 0",
    "finite and > 0": "eine endliche Zahl über 0",
    "finite and >= 0": "eine endliche Zahl ab 0",
    "a whole number of at least {n}": "eine ganze Zahl ab {n}",
    "True or False": "True oder False",
    "a Goal or None": "ein Goal oder None",
    "a Contact or a text": "ein Contact oder ein Text",
    "a text or a path": "ein Text oder ein Pfad",
    "a key or an index": "ein Schlüssel oder eine Nummer",
    "an index": "eine Nummer",
    "a function": "eine Funktion",
    "a number, a number for each key, or a function": (
        "eine Zahl, eine Zahl für jeden Schlüssel oder eine Funktion"
    ),
    "a collection of people": "eine Liste von Menschen",
    "several people": "eine Liste von Menschen",
    "people": "eine Liste von Menschen",
    "several": "eine Liste",
    "several groups": "eine Liste von Gruppen",
    "groups of contacts": "eine Liste von Gruppen von Kontakten",
    "pairs of a reason and a number": "eine Liste von Paaren aus Grund und Anzahl",
    "the day on which it was clear": "der Tag, an dem es klar war",
    "one of {choices}, or None": "{choices} oder None",
    "one of {choices}, or a Catalogue": "{choices} oder ein Catalogue",
    "one of {choices}": "{choices}",
    "some of {choices}": "{choices}",
    "an {word}": "{word}",
    "a {word}": "{word}",
}

RULES: dict[str, str] = {
    # wie eine falsche Angabe genannt wird
    "a value of the type {word}": "etwas von der Art {word}",
    "a text of {n} letters": "ein Text von {n} Zeichen",
    # wer gemeint ist
    "somebody who is not known yet is added by new=True": (
        "wer noch nicht bekannt ist, kommt mit new=True dazu"
    ),
    "somebody new must not be known yet, got {who}": (
        "{who} ist schon bekannt; dazu kommt mit new=True nur, wer es noch nicht ist"
    ),
    "a network is seen from its owner: the records must say who that is (me=...)": (
        "ein Netzwerk wird von einer Person aus gesehen; die Daten müssen sagen, wer das ist "
        "(me=...)"
    ),
    "this network is nobody's own: name an ego": (
        "dieses Netzwerk gehört niemandem; es braucht eine Angabe, von wem aus es gesehen wird "
        "(ego=...)"
    ),
    "there is no contact of this network with the key {key}": (
        "in diesem Netzwerk hat kein Kontakt den Schlüssel {key}"
    ),
    "there is no contact of this person with the key {key}": (
        "unter den Kontakten dieser Person hat keiner den Schlüssel {key}"
    ),
    "there is no contact with the key {key}": "kein Kontakt hat den Schlüssel {key}",
    "there is no experiment with the key {key}": "kein Experiment hat den Schlüssel {key}",
    "there is no figure of a change {key}": "eine Zahl {key} hat eine Veränderung nicht",
    "there is no value of a reason {key}": "einen Wert {key} hat ein Grund nicht",
    "the nearest: {names}": "am nächsten: {names}",
    # was gelesen und behalten wird
    "read_exports needs at least one file or folder": (
        "read_exports braucht mindestens eine Datei oder einen Ordner"
    ),
    "paths must be files or folders, each an argument of its own, got {what}": (
        "möglich sind Dateien und Ordner, jede Angabe für sich und nicht als Liste; angegeben war "
        "{what}"
    ),
    "me must be several addresses, got {what}": (
        'me: möglich ist eine Liste von Adressen, wie ["ich@beispiel.de"]; angegeben war {what}'
    ),
    "the single text {what}": "nur der Text {what}",
    "place must be a path or a URL, got {what}": (
        "möglich ist der Name einer Datei; angegeben war {what}"
    ),
    "a storage must be open to be used, this one was closed": (
        "dieser Speicher ist schon geschlossen; er lässt sich noch einmal öffnen (open_storage)"
    ),
    "the owner cannot be forgotten; clear() removes everything": (
        "wem die Daten gehören, den vergessen sie nicht; clear() nimmt alles heraus"
    ),
    "the schema {name} must be a storage, got one with the tables of another program": (
        "im Schema {name} liegen die Tabellen eines anderen Programms"
    ),
    "every row must hold a valid {noun}, got one that does not, of {name}: {why} (check() of the "
    "storage names all such rows, remove_unreadable() takes them out)": (
        "im Speicher ist etwas beschädigt ({noun}, {name}): {why}; check() nennt alles, was so "
        "ist, und remove_unreadable() nimmt es heraus"
    ),
    # wer dieselbe Person ist
    "a contact cannot be kept apart from itself, got {who}": (
        "das ist ein einziger Kontakt, den sich von sich selbst nicht trennen lässt: {who}"
    ),
    "contacts that were kept apart cannot be merged, got {who}; to decide anew, take their pair "
    "out with attrs.evolve(records, kept_apart=...)": (
        "diese Kontakte wurden getrennt und lassen sich nicht verbinden: {who}; wer anders "
        "entscheiden will, nimmt ihr Paar mit attrs.evolve(records, kept_apart=...) heraus"
    ),
    "keys that stand in one record cannot be kept apart, got {who}": (
        "was in einem Eintrag steht, lässt sich nicht trennen: {who}"
    ),
    "{name}: a group must be at least two, got {what}": (
        "{name}: eine Gruppe hat mindestens zwei; angegeben war {what}"
    ),
    "a pair is either merged or kept apart, got {who} in both in Records": (
        "zwei Kontakte sind eine Person oder nicht; dieses Paar steht unter beidem: {who}"
    ),
    "a decision is about two keys, got {key} twice": (
        "eine Entscheidung gilt zwei Schlüsseln; hier steht zweimal {key}"
    ),
    "a tie joins two people, got {key} twice in Tie": (
        "eine Beziehung hat man zu jemand anderem; hier steht zweimal {key}"
    ),
    "{name} may only name contacts that are there, got {key} in Records ({n} unknown)": (
        "{name}: hier steht jemand, den es unter den Kontakten nicht gibt: {key} ({n} unbekannt)"
    ),
    "of must be given where the records have no owner": (
        "of: eine Angabe fehlt, denn die Daten sagen nicht, wessen sie sind"
    ),
    # Vorschläge und ihre Antworten
    "answer must be other than 'open' for somebody who was not suggested by {on}, got it for "
    "{who}: there is no suggestion at all": (
        "zurücknehmen lässt sich nur, was gesagt war: {who} war bis zum {on} nicht vorgeschlagen, "
        "und auch sonst niemand"
    ),
    "answer must be other than 'open' for somebody who was not suggested by {on}, got it for "
    "{who}: the nearest suggestion is that of {other} of {day}": (
        "zurücknehmen lässt sich nur, was gesagt war: {who} war bis zum {on} nicht vorgeschlagen; "
        "am nächsten kommt {other}, vorgeschlagen am {day}"
    ),
    "talked must not be before on ({on}), got {day} in Suggestion {key}": (
        "das Gespräch kann nicht vor dem Vorschlag ({on}) gewesen sein, angegeben war {day}"
    ),
    # Ziele, Experimente, Zeiträume
    "fields must name at least one field of work in Goal": (
        "fields: ein Ziel braucht mindestens ein Arbeitsfeld"
    ),
    "goal must say since when it is followed (since=...), to tell before from after": (
        "goal: es muss dabeistehen, seit wann es gilt (since=...); sonst gibt es kein Vorher"
    ),
    "as_of must not be before the goal, got {moment} for a goal since {day}": (
        "as_of: {moment} liegt vor dem Ziel, das seit {day} gilt"
    ),
    "ended must not be before started ({day}), got {end} in Experiment {key}": (
        "ended: ein Experiment kann nicht enden ({end}), bevor es beginnt ({day})"
    ),
    "since must not be later than as_of, got {since} and {moment}": (
        "since: {since} liegt nach as_of ({moment})"
    ),
    "a series must not end before it begins, got {first} and then {last}": (
        "ein Zeitraum kann nicht enden ({last}), bevor er beginnt ({first})"
    ),
    "after must not be earlier than before, got {first} and then {last}": (
        "das zweite Netzwerk ({last}) ist älter als das erste ({first})"
    ),
    "both networks must be of one person, got those of {who} and {other}": (
        "beide Netzwerke müssen die derselben Person sein; es sind die von {who} und {other}"
    ),
    "experiments must be a sequence of Experiment": "experiments: möglich ist eine Liste davon",
    # was von einer Liste verlangt wird
    "{who} cannot be included: the tie ended in conflict, no mail was ever answered, it is the "
    "address of an office, or the strategy has no opinion": (
        "{who} kann nicht auf die Liste: Es gab Streit, keine Mail wurde je beantwortet, die "
        "Adresse ist die einer Stelle, oder es ist zu wenig bekannt"
    ),
    "{who} is to be included and excluded at once": (
        "{who} soll auf die Liste und zugleich nicht auf die Liste"
    ),
    "include names {n} people, and n asks for {m} at most": (
        "include nennt {n} Menschen, und n erlaubt höchstens {m}"
    ),
    "those to include take {hours} hours, and there are {all}": (
        "wer auf die Liste soll, braucht {hours} Stunden, und da sind {all}"
    ),
    "at_least must say how many by function, got {what}": (
        "at_least: möglich ist eine Anzahl für jede Funktion; angegeben war {what}"
    ),
    "a cost must be finite and > 0, got {what}": (
        "cost: möglich sind endliche Zahlen über 0; angegeben war {what}"
    ),
    # Bilder
    "drawing a picture": "ein Bild",
    "a history needs a network that was built from records": (
        "die Geschichte eines Kontakts braucht ein Netzwerk, das aus Daten entstanden ist"
    ),
    # alle anderen
    "skipped must count whole numbers, got {what}": (
        "skipped: gezählt wird in ganzen Zahlen; angegeben war {what}"
    ),
    "{name}: several {word} values are expected, got {what}": (
        "{name}: möglich ist eine Liste von {word}; angegeben war {what}"
    ),
    "{name}: a {word} must be one of {choices}, got {what}": (
        "{name}: möglich ist {choices}; angegeben war {what}"
    ),
    "{name} must name people by a Contact or a text, got {what}": (
        "{name}: möglich ist ein Contact oder ein Text; angegeben war {what}"
    ),
    **{
        f"{{name}} must be {english}, got {{what}}{place}": (
            f"{{name}}: möglich ist {german}; angegeben war {{what}}{place}"
        )
        for english, german in _POSSIBLE.items()
        for place in (" in {record}", "")
    },
}

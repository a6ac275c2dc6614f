"""Eine Liste als Tabelle und als Ganzes."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


LISTS: dict[str, Phrase] = {
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
        "Mit den Menschen auf der Liste teilst du etwa so viel Vergangenheit wie mit deiner Wahl."
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
}

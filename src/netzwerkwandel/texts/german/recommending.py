"""Mit wem als Nächstes sprechen, und warum: Gründe, und eine Liste als Tabelle und als Ganzes."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


RECOMMENDING: dict[str, Phrase] = {
    # Gründe: was nach einem Namen steht
    "reason known": "{who} und du kennt euch",
    "reason reach": (
        "kennt einen Menschen außerhalb deines Netzwerks",
        "kennt {n} Menschen außerhalb deines Netzwerks",
    ),
    # nach der Zahl dieser Menschen
    "reason closest none": (
        "kennt den Menschen nicht, mit dem du am meisten zu tun hast",
        "kennt keinen der {few} Menschen, mit denen du am meisten zu tun hast",
    ),
    "reason closest some": (
        "kennt {knowing} der {few} Menschen, mit denen du am meisten zu tun hast"
    ),
    # nach der Zahl dieser Menschen
    "reason closest all": (
        "kennt den Menschen, mit dem du am meisten zu tun hast",
        "kennt alle {few} Menschen, mit denen du am meisten zu tun hast",
    ),
    "reason closest all of two": "kennt die {few} Menschen, mit denen du am meisten zu tun hast",
    "reason reach names": "kennt außerhalb deines Netzwerks {names}",
    "reason reach names more": (
        "kennt außerhalb deines Netzwerks {names} und einen weiteren Menschen",
        "kennt außerhalb deines Netzwerks {names} und {n} weitere Menschen",
    ),
    "names at": "{names} {at}",
    "reason work organisation": "arbeitet {at}",
    "reason work position": "arbeitet als {position}",
    "reason work organisation position": "arbeitet als {position} {at}",
    "reason is position": "ist {position}",
    "reason is organisation position": "ist {position} {at}",
    "reason experiment": "ist dir bei „{title}“ begegnet",
    "reason introduced": "ist dir im {month} von {who} vorgestellt worden",
    "reason field": "kommt aus einem deiner Wunschfelder ({field})",
    "reason in field": (
        "kennt jemanden aus deinen Wunschfeldern",
        "kennt {n} Menschen aus deinen Wunschfeldern",
    ),
    # dasselbe von jemandem, der selbst von dort kommt
    "reason in field too": ("kennt dort noch jemanden", "kennt dort {n} weitere Menschen"),
    "reason new employer": "ist inzwischen {to} gewechselt (im {month} noch nicht)",
    "reason new position": "arbeitet inzwischen als {position} (im {month} noch nicht)",
    "reason new position at": "arbeitet inzwischen als {position} {at} (im {month} noch nicht)",
    "reason changed career": "hat selbst schon einen Berufswechsel hinter sich",
    "reason function": "ist gut für {functions}",
    # Gründe: was zwischen den beiden war
    "reason silence": "ihr hattet seit {span} keinen Kontakt",
    "reason recent": "euer letzter Kontakt war vor {span}",
    "reason today": "ihr hattet in den letzten 24 Stunden Kontakt",
    # dasselbe von zweien, von denen nur Treffen bekannt sind
    "reason silence met": "ihr habt euch seit {span} nicht getroffen",
    "reason recent met": "ihr habt euch zuletzt vor {span} getroffen",
    "reason never": "deine Daten zeigen keinen Kontakt zwischen euch",
    "reason never since": (
        "ihr seid seit {month} vernetzt; Kontakt zeigen deine Daten seither keinen"
    ),
    # dasselbe, wo sonst nichts bekannt ist und der Name hier steht
    "reason silence with": "mit {who} hattest du seit {span} keinen Kontakt",
    "reason recent with": "mit {who} hattest du zuletzt vor {span} Kontakt",
    "reason silence met with": "{who} hast du seit {span} nicht getroffen",
    "reason recent met with": "{who} hast du zuletzt vor {span} getroffen",
    "reason today with": "mit {who} hattest du in den letzten 24 Stunden Kontakt",
    "reason wrote": "die letzte Nachricht kam vor {span}",
    "reason wrote today": "die letzte Nachricht kam in den letzten 24 Stunden",
    "reason wrote with": "die letzte Nachricht von {who} kam vor {span}",
    "reason wrote today with": "die letzte Nachricht von {who} kam in den letzten 24 Stunden",
    "reason never with": "deine Daten zeigen keinen Kontakt mit {who}",
    "reason never since with": (
        "mit {who} bist du seit {month} vernetzt; Kontakt zeigen deine Daten seither keinen"
    ),
    "reason since": "vernetzt seid ihr seit {month}",
    "reason since with": "mit {who} bist du seit {month} vernetzt",
    "reason doubt at with": (
        "{who}: Falls das dieselbe Person ist wie {other} {at}, hattet ihr vor {span} Kontakt"
    ),
    "reason doubt alone with": (
        "{who}: Falls das dieselbe Person ist wie {other} an anderer Stelle, hattet ihr vor "
        "{span} Kontakt"
    ),
    "reason doubt at": (
        "falls das dieselbe Person ist wie {other} {at}, hattet ihr vor {span} Kontakt"
    ),
    "reason doubt alone": (
        "falls das dieselbe Person ist wie {other} an anderer Stelle, hattet ihr vor {span} Kontakt"
    ),
    "reason before": "davor gab es {counts} in {span}",
    "reason before once": "davor gab es {counts}",
    "reason so far": "bisher gab es {counts} in {span}",
    "reason so far once": "bisher gab es {counts}",
    # Gründe: wie du anfangen kannst
    "step call": "es gibt eine Telefonnummer, und ein kurzer Anruf bringt mehr als eine Mail",
    "more change": "du könntest fragen, wie der Berufswechsel war",
    "more field": "du könntest fragen, wie die Arbeit im Bereich {field} so ist",
    "more who else": "du könntest fragen, wer aus dem Bereich {field} sonst noch wichtig wäre",
    "more moved": "du könntest fragen, wie es zu der neuen Stelle kam",
    "more introduce": "du könntest darum bitten, mit {who} bekannt gemacht zu werden",
    "more work": "du könntest fragen, wie die Arbeit dort so ist",
    "more way to work": "du könntest fragen, wie man zu so einer Arbeit kommt",
    "more work now": "du könntest fragen, was sich bei der Arbeit gerade tut",
    "more in touch": ("ihr seid ohnehin in Kontakt: Erzähl beim nächsten Mal, was du vorhast"),
    "more answer": (
        "diese Nachricht ist noch ohne Antwort, und das ist ein guter Anlass, dich zu melden"
    ),
    "more answer again": "auch hier ist die letzte Nachricht noch ohne Antwort",
    "more first word": (
        "du selbst hast bisher nicht geschrieben; für den Anfang reichen ein paar Worte"
    ),
    "more frank": "du könntest um eine ehrliche Meinung zu deinen Plänen bitten",
    "more doubts": "du könntest fragen, was gegen deine Pläne spricht",
    "more overlooked": "du könntest fragen, was du vielleicht übersiehst",
    "more think": "du könntest vorschlagen, ein paar Ideen gemeinsam durchzudenken",
    "more skills": "du könntest fragen, was sich aus dem, was du kannst, noch machen ließe",
    "more your place": "du könntest fragen, was man an deiner Stelle ausprobieren könnte",
    "more since": "du könntest fragen, was sich in der Zwischenzeit getan hat",
    "more sign": "für den Anfang reicht eine kurze Nachricht",
    "more in passing": "frag beim nächsten Mal auch, mit wem sich ein Gespräch lohnt",
    "more plan": "du könntest kurz erzählen, was du vorhast",
    "more who": "sag zuerst, ob die beiden dieselbe Person sind",
    "more reach": "du könntest fragen, mit wem sich ein Gespräch noch lohnt",
    "more news": "du könntest fragen, was es Neues gibt",
    "more long silent": "die meisten freuen sich, wieder von jemandem zu hören",
    # wofür jemand auf der Liste steht, mit der Tatsache, die dafür spricht
    "brings people": ("ein neuer Mensch", "{n} neue Menschen"),
    "brings circle": "ein anderer Kreis",
    "brings old tie": "eine alte Verbindung",
    "brings talk": "ein erstes richtiges Gespräch",
    "brings contact": "in Kontakt bleiben",
    "brings contact again": "wieder in Kontakt kommen",
    "brings answer due": "eine offene Antwort",
    "brings doubt": "eine offene Frage",
    "brings news": "Neues {from}",
    "brings hello": "ein Lebenszeichen",
    "brings stated": "du hast es selbst gesagt: gut für {function}",
    "brings close": "gut für {function}: Ihr seid euch nah und in Kontakt",
    "brings trust": "gut für {function}: Zwischen euch gibt es Vertrauen, mit etwas Abstand",
    "brings answer": (
        "gut für {function}: Ihr antwortet einander und habt genug Abstand für ein offenes Wort"
    ),
    "brings meet": (
        "gut für {function}: Ihr trefft euch ab und zu und habt genug Abstand für ein offenes Wort"
    ),
    "brings meet before": (
        "gut für {function}: Ihr habt euch früher getroffen und habt genug Abstand für ein offenes "
        "Wort"
    ),
    "brings answered": (
        "gut für {function}: Ihr habt einander früher geantwortet und habt genug Abstand für ein "
        "offenes Wort"
    ),
    "brings doors field": (
        "gut für {function}: Es gibt Vertrauen zwischen euch, und es führt in ein Wunschfeld"
    ),
    "brings doors reach": (
        "gut für {function}: Es gibt Vertrauen zwischen euch, und es führt zu Neuen"
    ),
    "brings doors renewed": (
        "gut für {function}: In all der Zeit sind vielleicht neue Kreise entstanden, die du nicht "
        "kennst"
    ),
    "brings orientation change": (
        "gut für {function}: Hier ist jemand den Weg in einen neuen Beruf schon gegangen"
    ),
    "brings orientation field": (
        "gut für {function}: Hier ist jemand dort zu Hause, wo du hinwillst"
    ),
    "brings orientation way": "gut für {function}: Das ist jemand, dessen Rat dir etwas wert ist",
    "brings ideas reach": (
        "gut für {function}: Ihr kennt euch gut genug, um zusammen zu denken, und habt mit "
        "verschiedenen Menschen zu tun"
    ),
    "brings ideas renewed": (
        "gut für {function}: Ihr kanntet euch gut genug, um zusammen zu denken, und habt seither "
        "jeder anderes gesehen"
    ),
    "brings information reach": "gut für {function}: Ihr hört von verschiedenen Menschen",
    "brings information renewed": (
        "gut für {function}: Nach so langer Zeit gibt es viel, was du noch nicht gehört hast"
    ),
    "care boss": "überleg vorher, wer wissen soll, was du vorhast",
    "care at work": "ihr arbeitet am selben Ort; überleg vorher, wer davon wissen soll",
    # Bekanntmachen
    "introduction known": "{who} könntest du kennenlernen",
    "introduction through": "{through} kennt euch beide und könnte euch bekannt machen",
    "introduction others": (
        "ein weiterer Mensch könnte das auch",
        "{n} weitere Menschen könnten das auch",
    ),
    # die sechs Funktionen
    "function doors": "offene Türen",
    "function support": "Rückhalt",
    "function orientation": "Orientierung",
    "function feedback": "ehrliches Feedback",
    "function ideas": "neue Ideen",
    "function information": "neue Informationen",
    # Beziehungen, wie sie nach einem Namen stehen
    "relation colleague": "arbeitet mit dir zusammen",
    "relation former colleague": "hat früher mit dir zusammengearbeitet",
    "relation boss": "ist deine Führungskraft",
    "relation former boss": "war früher deine Führungskraft",
    "relation report": "gehört zu deinem Team",
    "relation former report": "gehörte früher zu deinem Team",
    "relation client": "gehört zu deiner Kundschaft",
    "relation supplier": "bekommt Aufträge von dir",
    "relation competitor": "gehört zur Konkurrenz",
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
    "nameless number": "Nummer …{end}",
    "column name": "wer",
    "column function": "könnte bringen",
    "column last": "letzter Kontakt",
    "column reach": "neue Leute",
    "column why": "warum",
    "list title": "Mit wem {who} als Nächstes sprechen könnte",
    "list considered all": (
        "Außer diesem einen Menschen kommt niemand infrage.",
        "Außer diesen {n} Menschen kommt niemand infrage.",
    ),
    "list considered": (
        "Die Liste nennt {picks} von {n} Menschen, mit dem sich ein Gespräch lohnen könnte.",
        "Die Liste nennt {picks} von {n} Menschen, mit denen sich ein Gespräch lohnen könnte.",
    ),
    "list why": "Warum",
    "list overview": "Die Liste im Ganzen",
    # was eine Liste nicht konnte
    "shortfall nobody": "Es gibt niemanden vorzuschlagen: Kein Kontakt in den Daten passt.",
    # wer nicht infrage kommt: „3 Menschen kommen nicht infrage: 2, die du ausgenommen hast; …“
    "ruled out": (
        "Nicht infrage kommt {n} Mensch: {parts}.",
        "Nicht infrage kommen {n} Menschen: {parts}.",
    ),
    "out excluded": ("{n}, den die Liste auslassen soll", "{n}, die die Liste auslassen soll"),
    "out at work": ("{n}, der arbeitet, wo du arbeitest", "{n}, die arbeiten, wo du arbeitest"),
    "out quarrel": ("{n}, mit dem es Streit gab", "{n}, mit denen es Streit gab"),
    "out just talked to": (
        "{n}, mit dem du im letzten Monat gesprochen hast",
        "{n}, mit denen du im letzten Monat gesprochen hast",
    ),
    "out answered": (
        "{n}, der schon vorgeschlagen war (gesprochen, abgesagt oder aufgeschoben)",
        "{n}, die schon vorgeschlagen waren (gesprochen, abgesagt oder aufgeschoben)",
    ),
    "out office": ("{n} ohne eigene Adresse, wie info@", "{n} ohne eigene Adresse, wie info@"),
    "out never answered": ("{n}, der nie geantwortet hat", "{n}, die nie geantwortet haben"),
    "out inner circle": ("{n} aus deinem engsten Kreis", "{n} aus deinem engsten Kreis"),
    "out nothing speaks": (
        "{n}, für den aus den Daten nichts spricht",
        "{n}, für die aus den Daten nichts spricht",
    ),
    "out lookalike": (
        "{n}, der vielleicht dieselbe Person wie jemand anderes ist",
        "{n}, die vielleicht dieselbe Person wie jemand anderes sind",
    ),
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
    "shortfall no contact": (
        "Wann du mit wem zuletzt Kontakt hattest, zeigen deine Daten von niemandem; ein Postfach "
        "oder ein Kalender würde es zeigen."
    ),
    "shortfall no workplace": (
        "Wo du arbeitest, ist nicht bekannt; darum kann die Liste auch Menschen nennen, die dort "
        "arbeiten. Es hilft, wenn du sagst, wo."
    ),
    "shortfall nobody at work": (
        "In deinen Daten hat sonst niemand den Arbeitgeber {fields}; wo andere ihn anders "
        "schreiben, kann die Liste auch Menschen nennen, die dort arbeiten."
    ),
    "nearest nobody at work": (
        "In deinen Daten hat sonst niemand den Arbeitgeber {fields}, und die Liste kann auch "
        "Menschen von {nearest} nennen: arbeitest du dort?"
    ),
    "shortfall safe base": (
        "Für {functions} zeigen die Daten niemanden, weder unter den Menschen, mit denen du in "
        "Kontakt bist, noch auf der Liste; vielleicht kommt das von jemandem, der nicht in den "
        "Daten steht."
    ),
    "shortfall function": (
        "Du hast dir mehr Menschen für {functions} gewünscht; auf der Liste ist eine Person.",
        "Du hast dir mehr Menschen für {functions} gewünscht; auf der Liste sind {n}.",
    ),
    "shortfall cannot show": (
        "Deine Daten können nicht zeigen, wer für {functions} gut ist; es hilft, wenn du sagst, "
        "{what}."
    ),
    "state doors": "wer ganz andere Leute kennt als du",
    "state support": "wer dir nah ist",
    "state orientation": "wer den Beruf gewechselt hat oder dir mit Rat zur Seite steht",
    "state feedback": "wem du vertraust",
    "state ideas": "wer ganz andere Leute kennt als du",
    "state information": "wer ganz andere Leute kennt als du",
    "shortfall hours": (
        "In die Stunden, die du hast, passt {n} Person.",
        "In die Stunden, die du hast, passen {n} Personen.",
    ),
    "no hours": "In die Stunden, die du hast, passt niemand.",
    # nach der Zahl der Wunschfelder
    "shortfall no field": (
        "Soweit die Daten es zeigen, kennst du niemanden aus dem Bereich {fields}.",
        "Soweit die Daten es zeigen, kennst du niemanden aus den Bereichen {fields}.",
    ),
    # was gesucht wird, wie sie es schreibt
    "wanted field": "„{field}“",
    "nearest no field": (
        "Soweit die Daten es zeigen, kennst du niemanden aus dem Bereich {fields}; am nächsten "
        "kommt: {nearest}."
    ),
    # wie nah an der bestmöglichen Liste
    "list certified best": "Keine andere Liste dieser Länge brächte mehr.",
    "list certified near": (
        "Keine andere Liste dieser Länge brächte viel mehr: Diese bringt sicher {share} von dem, "
        "was die beste brächte."
    ),
    "list certified far": (
        "Eine andere Liste dieser Länge könnte mehr bringen; diese bringt sicher {share} von dem, "
        "was die beste brächte."
    ),
    # was das Netzwerk hat und was ihm fehlt: Teile eines Satzes
    "has several": "in deinem Netzwerk gibt es mehrere Menschen für {functions}",
    # nach der Zahl: Funktionen
    "has one": (
        "für {functions} gibt es genau eine Person",
        "für {functions} gibt es je genau eine Person",
    ),
    "has core": "für {functions} gibt es nur Menschen aus deinem engsten Kreis",
    "has missing": "für {functions} zeigen die Daten noch wenig",
    "has nobody": (
        "für {functions} zeigen die Daten niemanden, weder unter den Menschen, mit denen du in "
        "Kontakt bist, noch auf der Liste"
    ),
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
    "compare both all of two": (
        "Du hättest {n} Personen angerufen, die beide auch auf der Liste stehen."
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
    "compare dormant": (
        "Von den Kontakten auf der Liste schläft {n}, von denen in deiner Wahl {own}.",
        "Von den Kontakten auf der Liste schlafen {n}, von denen in deiner Wahl {own}.",
    ),
    "compare circles": ("{n} Kreis", "{n} Kreise"),
    "compare people": ("{n} dir noch unbekannten Menschen", "{n} dir noch unbekannte Menschen"),
    "compare adds": "Die Liste fügt {parts} hinzu.",
    "compare adds nothing": "Einen neuen Kreis oder neue Menschen fügt die Liste nicht hinzu.",
}

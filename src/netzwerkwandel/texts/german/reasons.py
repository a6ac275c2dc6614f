"""Warum mit jemandem sprechen, und wie anfangen."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


REASONS: dict[str, Phrase] = {
    # Gründe: was nach einem Namen steht
    "reason known": "{who} und du kennt euch",
    "reason reach": "kennt {n} Menschen außerhalb deines Netzwerks",
    "reason closest none": (
        "kennt deinen engsten Kontakt nicht",
        "kennt keinen deiner {few} engsten Kontakte",
    ),
    "reason closest some": "kennt {knowing} deiner {few} engsten Kontakte",
    "reason closest all": (
        "kennt deinen engsten Kontakt",
        "kennt alle deine {few} engsten Kontakte",
    ),
    "reason reach closest none": (
        "{reach}, aber nicht deinen engsten Kontakt",
        "{reach}, aber keinen deiner {few} engsten Kontakte",
    ),
    "reason reach closest some": "{reach} sowie {knowing} deiner {few} engsten Kontakte",
    "reason field": "arbeitet in einem deiner Wunschfelder ({field})",
    "reason in field": "kennt {n} Menschen aus deinen Wunschfeldern",
    "reason new employer": "arbeitet inzwischen bei {organisation} (im {month} noch nicht)",
    "reason new position": "arbeitet inzwischen als {position} (im {month} noch nicht)",
    "reason new position at": (
        "arbeitet inzwischen als {position} bei {organisation} (im {month} noch nicht)"
    ),
    "reason changed career": "hat selbst schon einen Berufswechsel hinter sich",
    "reason function": "ist gut für {functions}",
    # Gründe: was zwischen den beiden war
    "reason silence": "ihr hattet seit {span} keinen Kontakt",
    "reason recent": "euer letzter Kontakt war vor {span}",
    "reason today": "ihr hattet in den letzten 24 Stunden Kontakt",
    "reason never": "deine Daten zeigen keinen Kontakt zwischen euch",
    "reason before": "davor gab es {counts} in {span}",
    "reason before once": "davor gab es {counts}",
    "reason so far": "bisher gab es {counts} in {span}",
    "reason so far once": "bisher gab es {counts}",
    # Gründe: wie du anfangen kannst
    "last meeting": "ihr habt euch zuletzt am {last} getroffen",
    "last call": "ihr habt zuletzt am {last} telefoniert",
    "step call": "ein kurzer Anruf bringt mehr als eine Mail",
    "step message": "für den Anfang genügt eine kurze Nachricht",
    "step and": "{step}, und {more}",
    "more change": "du könntest fragen, wie der Berufswechsel war",
    "more field": "du könntest fragen, wie die Arbeit im Bereich {field} so ist",
    "more moved": "du könntest fragen, wie es zu der neuen Stelle kam",
    "more reach": "du könntest fragen, mit wem sich ein Gespräch noch lohnt",
    "more asleep": "die meisten freuen sich, wieder von jemandem zu hören",
    # Bekanntmachen
    "introduction known": "{who} könntest du kennenlernen",
    "introduction through": "{through} kennt euch beide und könnte euch bekannt machen",
    "introduction others": (
        "{n} weiterer Mensch könnte das auch",
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
    "relation supplier": "arbeitet in deinem Auftrag",
    "relation competitor": "arbeitet bei der Konkurrenz",
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
}

"""Was jede Zahl eines Wandels bedeutet."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


FIGURES: dict[str, Phrase] = {
    "figure contacts": (
        "Mit wie vielen Menschen du in Kontakt bist: Kontakt, der nicht eingeschlafen ist."
    ),
    "figure came": "Wie viele Menschen neu sind.",
    "figure woke": "Wie viele eingeschlafene Kontakte wieder wach sind.",
    "figure went": "Wie viele Kontakte still geworden sind.",
    "figure turnover": (
        "Welcher Anteil der Menschen, mit denen du in Kontakt warst oder bist, gewechselt hat: "
        "0 ist niemand, 1 sind alle."
    ),
    "figure weighted_turnover": "Dasselbe, jeder Mensch gezählt nach der Stärke des Kontakts.",
    "figure birth_rate": (
        "Welcher Anteil der Menschen, mit denen du in Kontakt bist, vorher nicht da war."
    ),
    "figure death_rate": (
        "Welcher Anteil der Menschen, mit denen du in Kontakt warst, es nicht mehr ist."
    ),
    "figure core_share": "Welcher Anteil deiner Aufmerksamkeit an deinen engsten Kreis geht.",
    "figure core_per_month": (
        "An wie vielen Tagen im Monat du mit deinem engsten Kreis in Kontakt warst, jeder "
        "Mensch gezählt."
    ),
    "figure periphery_share": "Welcher Anteil deiner Aufmerksamkeit an alle anderen geht.",
    "figure periphery_per_month": (
        "An wie vielen Tagen im Monat du mit allen anderen in Kontakt warst, jeder Mensch gezählt."
    ),
    "figure woken_share": "Welcher Anteil deiner Aufmerksamkeit an wieder wache Kontakte geht.",
    "figure woken_per_month": (
        "An wie vielen Tagen im Monat du mit wieder wachen Kontakten in Kontakt warst."
    ),
    "figure new_share": (
        "Welcher Anteil deiner Aufmerksamkeit an Menschen geht, die du seit Beginn des Wandels "
        "kennengelernt hast."
    ),
    "figure new_per_month": (
        "An wie vielen Tagen im Monat du mit Menschen in Kontakt warst, die du seit Beginn des "
        "Wandels kennengelernt hast."
    ),
    "figure field_share": (
        "Welcher Anteil deiner Aufmerksamkeit an Menschen in deinem neuen Feld geht: 0 ist "
        "alles alt, 1 ist alles neu."
    ),
    "figure field_per_month": (
        "An wie vielen Tagen im Monat du mit Menschen in deinem neuen Feld in Kontakt warst."
    ),
    "figure signature_distance": (
        "Wie anders du deine Aufmerksamkeit auf wenige und viele verteilst, wer auch immer sie "
        "sind: 0 ist gar nicht, 0,69 ist völlig."
    ),
    "figure effective_size": "Wie viele Kontakte du hast, die nicht zu denselben Menschen führen.",
    "figure constraint": "Wie geschlossen dein Kreis ist: je kleiner, desto offener.",
    "figure normalised_constraint": (
        "Dasselbe von 0 bis 1, vergleichbar zwischen Menschen mit wenigen und mit vielen Kontakten."
    ),
    "figure circles": (
        "Zu wie vielen Kreisen von Menschen, die einander kennen, deine Kontakte gehören."
    ),
    "figure functions": "Wie vielen der sechs Funktionen jemand in deinem Netzwerk dient.",
    "figure level": (
        "Wie weit innen in deinem neuen Feld du stehst: 0 ist der Rand, 1 ist die Mitte."
    ),
}

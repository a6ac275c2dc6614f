"""Wie sich ein Netzwerk verändert hat."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


CHANGES: dict[str, Phrase] = {
    "change span": "Vom {before} bis zum {after}:",
    "change contacts": (
        "Du bist mit {n} Person in Kontakt; vorher waren es {before}.",
        "Du bist mit {n} Personen in Kontakt; vorher waren es {before}.",
    ),
    "change came": ("{n} Person ist neu", "{n} Personen sind neu"),
    "change woke": (
        "{n} eingeschlafener Kontakt ist wieder wach",
        "{n} eingeschlafene Kontakte sind wieder wach",
    ),
    "change went": ("{n} Kontakt ist still geworden", "{n} Kontakte sind still geworden"),
    "change turnover": (
        "Etwa {share} der Menschen, mit denen du in Kontakt bist oder warst, haben gewechselt."
    ),
    "change core": (
        "{after} deiner Aufmerksamkeit gehen an deinen engsten Kreis, die Menschen, die du am "
        "besten kennst; vorher waren es {before}."
    ),
    "change new": "{after} davon gehen an Menschen, die du seither kennengelernt hast.",
    "change woken": "{after} davon gehen an Kontakte, die wieder wach geworden sind.",
    "change field": (
        "{after} davon gehen an Menschen, die dort arbeiten, wohin du willst; vorher waren es "
        "{before}."
    ),
    "change shape less": (
        "Mit wem du in Kontakt bist, mag wechseln; wie du deine Aufmerksamkeit auf wenige und "
        "viele verteilst, ist fast gleich geblieben."
    ),
    "change shape more": (
        "Auch wie du deine Aufmerksamkeit auf wenige und viele verteilst, ist anders geworden."
    ),
    "change structure less": (
        "Dein Netzwerk hat sich geöffnet: Weniger deiner Kontakte führen zu denselben Menschen."
    ),
    "change structure more": (
        "Dein Netzwerk hat sich ein wenig geschlossen: Mehr deiner Kontakte kennen einander."
    ),
    "change structure alike": "Dein Netzwerk ist etwa so offen wie vorher.",
    "change circles": (
        "Deine Kontakte gehören zu {n} Kreis, in dem man einander kennt; vorher waren es {before}.",
        "Deine Kontakte gehören zu {n} Kreisen, in denen man einander kennt; vorher {before}.",
    ),
    "change gained": "Neu in deinem Netzwerk ist jemand für {functions}.",
    "change lost": "Die Daten zeigen niemanden mehr für {functions}.",
    "change level more": "In deinem neuen Feld bist du vom Rand weiter nach innen gerückt.",
    "change level less": "In deinem neuen Feld stehst du weiter am Rand als vorher.",
    "change level alike": "In deinem neuen Feld stehst du, wo du gestanden hast.",
}

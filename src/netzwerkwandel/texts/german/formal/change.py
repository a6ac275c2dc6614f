"""Mit Sie: was sich verändert hat, wer Halt gibt, und was ausprobiert wurde."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


CHANGE: dict[str, Phrase] = {
    "change contacts": (
        "Sie sind mit {n} Person in Kontakt; vorher waren es {before}.",
        "Sie sind mit {n} Personen in Kontakt; vorher waren es {before}.",
    ),
    "change turnover": (
        "Etwa {share} der Menschen, mit denen Sie in Kontakt sind oder waren, sind dazugekommen "
        "oder still geworden."
    ),
    "change core": (
        "{after} Ihrer Aufmerksamkeit gehen an Ihren engsten Kreis; vorher gingen {before} an den, "
        "den Sie damals hatten."
    ),
    "change new": "{after} davon gehen an Menschen, die Sie seither kennengelernt haben.",
    "change field": (
        "{after} davon gehen an Menschen, die dort arbeiten, wohin Sie wollen; vorher waren es "
        "{before}."
    ),
    "change shape less": (
        "Mit wem Sie in Kontakt sind, mag wechseln; wie Sie Ihre Aufmerksamkeit auf wenige und "
        "viele verteilen, ist fast gleich geblieben."
    ),
    "change shape more": (
        "Auch wie Sie Ihre Aufmerksamkeit auf wenige und viele verteilen, ist anders geworden."
    ),
    "change structure less": (
        "Ihr Netzwerk hat sich geöffnet: Weniger Ihrer Kontakte führen zu denselben Menschen."
    ),
    "change structure more": (
        "Ihr Netzwerk hat sich ein wenig geschlossen: Mehr Ihrer Kontakte kennen einander."
    ),
    "change structure alike": "Ihr Netzwerk ist etwa so offen wie vorher.",
    "change attention less": (
        "Dazugekommen oder wieder wach ist niemand; Ihre Aufmerksamkeit ruht weniger als vorher "
        "auf wenigen Menschen, die einander kennen."
    ),
    "change attention more": (
        "Dazugekommen oder wieder wach ist niemand; Ihre Aufmerksamkeit ruht mehr als vorher auf "
        "wenigen Menschen, die einander kennen."
    ),
    "change circles": (
        (
            "Ihre Kontakte gehören zu {n} Kreis, in dem man einander kennt; vorher waren es "
            "{before}."
        ),
        "Ihre Kontakte gehören zu {n} Kreisen, in denen man einander kennt; vorher {before}.",
    ),
    "change gained": "Neu in Ihrem Netzwerk ist jemand für {functions}.",
    "change level more": "In Ihrem neuen Feld sind Sie vom Rand weiter nach innen gerückt.",
    "change level less": "In Ihrem neuen Feld stehen Sie weiter am Rand als vorher.",
    "change level alike": (
        "Gemessen daran, wer in Ihrem neuen Feld wen kennt, stehen Sie so weit drinnen wie vorher."
    ),
    "timeline contacts": (
        "Sie sind jetzt mit {n} Person in Kontakt; höchstens waren es {most}.",
        "Sie sind jetzt mit {n} Personen in Kontakt; höchstens waren es {most}.",
    ),
    "timeline contacts most": (
        "Sie sind jetzt mit {n} Person in Kontakt; mehr waren es nie.",
        "Sie sind jetzt mit {n} Personen in Kontakt; mehr waren es nie.",
    ),
    "timeline core": (
        "{after} Ihrer Aufmerksamkeit gehen an Ihren engsten Kreis; über all die Zeit gingen "
        "zwischen {low} und {high} an den jeweiligen."
    ),
    "figure contacts": (
        "Mit wie vielen Menschen Sie in Kontakt sind: Kontakt, der nicht eingeschlafen ist."
    ),
    "figure turnover": (
        "Welcher Anteil der Menschen, mit denen Sie in Kontakt waren oder sind, dazugekommen oder "
        "still geworden ist: 0 ist niemand, 1 sind alle."
    ),
    "figure birth_rate": (
        "Welcher Anteil der Menschen, mit denen Sie in Kontakt sind, vorher nicht da war."
    ),
    "figure death_rate": (
        "Welcher Anteil der Menschen, mit denen Sie in Kontakt waren, es nicht mehr ist."
    ),
    "figure core_share": "Welcher Anteil Ihrer Aufmerksamkeit an Ihren engsten Kreis geht.",
    "figure core_per_month": (
        "An wie vielen Tagen im Monat Sie mit Ihrem engsten Kreis in Kontakt waren, jeder Mensch "
        "gezählt."
    ),
    "figure periphery_share": "Welcher Anteil Ihrer Aufmerksamkeit an alle anderen geht.",
    "figure periphery_per_month": (
        "An wie vielen Tagen im Monat Sie mit allen anderen in Kontakt waren, jeder Mensch gezählt."
    ),
    "figure reconnected_share": (
        "Welcher Anteil Ihrer Aufmerksamkeit an wieder wache Kontakte geht."
    ),
    "figure reconnected_per_month": (
        "An wie vielen Tagen im Monat Sie mit wieder wachen Kontakten in Kontakt waren."
    ),
    "figure new_share": (
        "Welcher Anteil Ihrer Aufmerksamkeit an Menschen geht, die Sie seit Beginn des Wandels "
        "kennengelernt haben."
    ),
    "figure new_per_month": (
        "An wie vielen Tagen im Monat Sie mit Menschen in Kontakt waren, die Sie seit Beginn des "
        "Wandels kennengelernt haben."
    ),
    "figure field_share": (
        "Welcher Anteil Ihrer Aufmerksamkeit an Menschen in Ihrem neuen Feld geht: 0 ist alles "
        "alt, 1 ist alles neu."
    ),
    "figure field_per_month": (
        "An wie vielen Tagen im Monat Sie mit Menschen in Ihrem neuen Feld in Kontakt waren."
    ),
    "figure signature_distance": (
        "Wie anders Sie Ihre Aufmerksamkeit auf wenige und viele verteilen, wer auch immer sie "
        "sind: 0 ist gar nicht, 0,69 ist völlig."
    ),
    "figure effective_size": (
        "Wie viele Kontakte Sie haben, die nicht zu denselben Menschen führen."
    ),
    "figure constraint": "Wie geschlossen Ihr Kreis ist: je kleiner, desto offener.",
    "figure circles": (
        "Zu wie vielen Kreisen von Menschen, die einander kennen, Ihre Kontakte gehören."
    ),
    "figure functions": "Wie vielen der sechs Funktionen jemand in Ihrem Netzwerk dient.",
    "figure level": (
        "Wie weit innen in Ihrem neuen Feld Sie stehen: 0 ist der Rand, 1 ist die Mitte."
    ),
    "attention unknown": (
        "Die Daten reichen noch nicht, um zu sagen, wohin Ihre Aufmerksamkeit geht."
    ),
    "attention lately": (
        "Gezählt nach Tagen mit Kontakt: In den letzten 13 Wochen waren {share} davon mit den "
        "Menschen, die bei Ihrem Aufbruch Ihr engster Kreis waren."
    ),
    "attention baseline": "Im Jahr vor Ihrem Aufbruch waren es {share}.",
    "attention steady": "Nichts in den Daten spricht dafür, dass Sie zum Vertrauten zurückgehen.",
    "attention slides": "Es zieht Ihre Aufmerksamkeit wieder mehr zum Vertrauten.",
    "attention natural": (
        "Wenn vieles unsicher ist, ist es ganz natürlich, das Vertraute zu suchen. Vielleicht "
        "gibt es jemanden, mit dem Sie länger nicht gesprochen haben und von dem Sie gern wieder "
        "hören würden."
    ),
    "base nobody": (
        "Die Daten zeigen noch niemanden, der Ihnen im Wandel Halt gibt; vielleicht stehen diese "
        "Menschen nicht in den Daten."
    ),
    "base supporters": (
        "{who} gibt Ihnen im Wandel Halt.",
        "{who} geben Ihnen im Wandel Halt.",
    ),
    "base only": "Für {functions} haben Sie nur {who}: ein Kontakt, der Pflege verdient.",
    "base opens": (
        "{who} hilft auch, Ihr Netzwerk offen zu halten.",
        "{who} helfen auch, Ihr Netzwerk offen zu halten.",
    ),
    "base old": (
        "{n} weiterer Mensch, der Ihnen nahesteht, gehört ganz zu Ihrem alten Umfeld.",
        "{n} weitere Menschen, die Ihnen nahestehen, gehören ganz zu Ihrem alten Umfeld.",
    ),
    "base free": "Das heißt nicht, dass Sie jemand zurückhält.",
    "reconnected own": (
        "Einmal haben Sie sich gemeldet.",
        "{n} Mal haben Sie sich gemeldet.",
    ),
    "experiment nameless": "Etwas, das Sie ausprobiert haben",
    "experiment met stated": (
        "Sie haben {n} Person getroffen.",
        "Sie haben {n} Personen getroffen.",
    ),
    "experiment met found": (
        "Sie haben dort oder durch jemanden von dort {n} Person getroffen.",
        "Sie haben dort oder durch jemanden von dort {n} Personen getroffen.",
    ),
    "experiment met none": (
        "Ihre Daten zeigen nicht, wen Sie dabei getroffen haben; Sie können es sagen."
    ),
    "experiment others": (
        (
            "In diesen Tagen waren Sie mit {n} weiteren Person zum ersten Mal in Kontakt, "
            "vielleicht aus anderen Gründen."
        ),
        (
            "In diesen Tagen waren Sie mit {n} weiteren Personen zum ersten Mal in Kontakt, "
            "vielleicht aus anderen Gründen."
        ),
    ),
    "experiment new all": (
        "Diese Person war neu für Sie.",
        "Sie alle waren neu für Sie.",
    ),
    "experiment new all of two": "Beide waren neu für Sie.",
    "experiment new some": (
        "Eine davon war neu für Sie.",
        "{n} davon waren neu für Sie.",
    ),
    "experiment new none": (
        "Sie kannten diese Person schon.",
        "Sie kannten sie alle schon.",
    ),
    "experiment new none of two": "Sie kannten beide schon.",
    "experiment shared": (
        (
            "Eine davon kann auch durch etwas anderes gekommen sein, das Sie damals ausprobiert "
            "haben."
        ),
        (
            "{n} davon können auch durch etwas anderes gekommen sein, das Sie damals ausprobiert "
            "haben."
        ),
    ),
    "experiment apart": (
        "Eine neue Person kennt wenige oder keine Ihrer anderen Kontakte.",
        "{n} neue Personen kennen wenige oder keine Ihrer anderen Kontakte.",
    ),
    "experiment second": (
        "Mit einer neuen Person waren Sie an einem anderen Tag noch einmal in Kontakt.",
        "Mit {n} neuen Personen waren Sie an einem anderen Tag noch einmal in Kontakt.",
    ),
    "planned title": (
        "Was Sie zu neuen Menschen führen kann, soweit das, was Sie ausprobiert haben, es zeigt:"
    ),
    "planned again": (
        "Sie sind schon eine Weile am Erkunden, und Ihre Daten zeigen noch keinen zweiten "
        "Kontakt. Das Erkunden hat seinen eigenen Wert. Wenn Sie mögen, könnten Sie sich bei "
        "jemandem, den Sie unterwegs getroffen haben, noch einmal melden."
    ),
}

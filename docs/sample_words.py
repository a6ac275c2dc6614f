"""What the invented people write about: a few words each."""

from __future__ import annotations


SUBJECTS = {
    "office": (
        *("Monatsabschluss", "Forecast Q3", "Rückfrage Kostenstelle 4711", "Budgetrunde"),
        *("Abweichung Frachtkosten", "Termin verschoben", "Bericht Entwurf 2", "Freigabe bitte"),
        *("Quarterly figures", "Open items", "Vorlage Lenkungskreis", "Zahlen für morgen"),
        *("Rechnungsabgrenzung", "Review meeting", "Kennzahlen", "Inventur", "Urlaubsplanung"),
    ),
    "private": (
        *("Sonntag?", "Geburtstag", "Fotos", "Wie war's?", "Kommst du mit?", "Danke!"),
        *("Wanderung", "Kino am Freitag", "Weekend plans", "Umzug", "Rezept", "Bahnticket"),
    ),
    "choir": ("Probenplan", "Konzert", "Noten für Sonntag", "Chorwochenende", "Auftritt im Mai"),
    "school": ("Elternabend", "Klassenfahrt", "Sommerfest", "Abholen morgen", "Kuchenbasar"),
    "research": (
        *("Interviewleitfaden", "Notes from the interviews", "Usability test", "Lesetipp"),
        *("Diary study", "Feedback zu deinem Leitfaden", "Nächstes Treffen", "Portfolio"),
    ),
}

BODIES = {
    "office": (
        *("Siehe unten, bitte bis Freitag.", "Passt so, danke.", "Können wir kurz telefonieren?"),
        *("Anbei die Zahlen.", "Please find the figures below.", "Ich schaue morgen drauf."),
        *("Die Abweichung ist erklärt.", "Danke, ist gebucht.", "Fine with me."),
    ),
    "private": (
        *("Bin dabei!", "Ich rufe heute Abend an.", "Liebe Grüße", "Bis bald, drück dich."),
        *("Klingt gut.", "See you on Sunday!", "Gern, ich bringe Salat mit."),
    ),
    "choir": ("Liebe alle, bitte pünktlich sein.", "Der Alt trifft sich um sieben.", "Danke euch!"),
    "school": (
        "Wer bringt was mit?",
        "Ich kann zwei Kinder mitnehmen.",
        "Danke fürs Organisieren.",
    ),
    "research": (
        *(
            "Hat Spaß gemacht, mehr davon.",
            "Here are my notes.",
            "Drei Nutzerinnen haben zugesagt.",
        ),
        *("Magst du mitschreiben?", "Schau mal, Kapitel 3.", "Great questions today!"),
    ),
}

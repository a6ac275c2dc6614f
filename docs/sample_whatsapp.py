"""Mara Vogt's chats of the years in which she shared a flat, as WhatsApp on Android writes them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sample_cast import FLATMATES, MY_NAME
from sample_life import BERLIN


FIRST, LAST = (2019, 3), (2022, 5)
DAYS_A_MONTH, MOST_A_DAY = 3, 7
ENCRYPTED = (
    "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann"
    " sie lesen oder anhören, nicht einmal WhatsApp. Tippe, um mehr zu erfahren."
)
TEXTS = (
    *("Bist du schon zu Hause?", "Ja", "Nein, noch im Büro", "Ok, bis gleich", "Haha"),
    *("Brot ist alle", "Bring Hafermilch mit?", "Mach ich", "Paket liegt bei Junkers", "😂"),
    *("Sonntag Flohmarkt?", "Gern!", "Heute nicht, bin durch", "<Medien ausgeschlossen>", "👍"),
    *("Wie war dein Gespräch?", "Lang.\nAber gut, erzähl ich dir heute Abend", "Drück dich"),
    *("Die Heizung macht wieder dieses Geräusch", "Der Vermieter kommt Dienstag: 8:30 Uhr"),
    *("Ich hab heute mit Patienten gesprochen, das war das Beste seit Langem", "Erzähl!"),
    *("Diese Nachricht wurde gelöscht.", "Kino?", "Bin dabei", "Wollen wir am Rhein laufen?"),
)
# Then they moved out, and nobody wrote again.
FAREWELL = ("Die letzten Kisten sind im Auto. War schön mit euch!", "Fand ich auch. Meldet euch")
GROUP = "WG Volksgarten"


def chats() -> dict[str, bytes]:
    """Write the chat with one of them, and that of all four."""
    one, all_of_them = FLATMATES[0].name, [person.name for person in FLATMATES]
    made = f"{MY_NAME} hat die Gruppe „{GROUP}“ erstellt."
    return {
        f"WhatsApp/WhatsApp Chat mit {one}.txt": _chat([ENCRYPTED], [one]),
        f"WhatsApp/WhatsApp Chat mit {GROUP}.txt": _chat([ENCRYPTED, made], all_of_them),
    }


def _chat(notices: Sequence[str], others: Sequence[str]) -> bytes:
    """Write a chat: above what people wrote stand notices of WhatsApp."""
    lines = [
        f"{_stamp(datetime(*FIRST, 1, 9, 12, tzinfo=BERLIN))} - {notice}" for notice in notices
    ]
    lines += [f"{_stamp(when)} - {who}: {text}" for when, who, text in _messages(others)]
    return "".join(f"{line}\n" for line in lines).encode()


def _stamp(when: datetime) -> str:
    return f"{when:%d.%m.%y, %H:%M}"


def _messages(others: Sequence[str]) -> Iterator[tuple[datetime, str, str]]:
    rng = random.Random(f"mara whatsapp {len(others)}")
    first, last = (year * 12 + month - 1 for year, month in (FIRST, LAST))
    for year, month in (divmod(number, 12) for number in range(first, last + 1)):
        for day in sorted(rng.sample(range(1, 27), DAYS_A_MONTH)):
            when = datetime(year, month + 1, day, rng.randrange(7, 21), tzinfo=BERLIN)
            yield from _day(rng, when, [MY_NAME, *others])
    when = datetime(*LAST, 28, 17, 3, tzinfo=BERLIN)
    for writer, text in zip((others[0], MY_NAME), FAREWELL, strict=True):
        yield when, writer, text
        when += timedelta(minutes=6)


def _day(
    rng: random.Random, when: datetime, writers: Sequence[str]
) -> Iterator[tuple[datetime, str, str]]:
    """What they write on a day, mostly in turns, and now and then one of them twice in a row."""
    writer = rng.choice(writers)
    for _ in range(rng.randint(2, MOST_A_DAY)):
        when += timedelta(minutes=rng.randrange(24))
        yield when, writer, rng.choice(TEXTS)
        if rng.random() < 0.75:
            writer = rng.choice([who for who in writers if who != writer])

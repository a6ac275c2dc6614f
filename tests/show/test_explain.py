from __future__ import annotations

from datetime import date

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.recommend import Reason, ReasonKind, Recommendation


def explained(language: str, *reasons: tuple[str, dict[str, object]]) -> str:
    pick = Recommendation(
        contact=Contact(key="mailto:ben@example.org", name="Ben"),
        function=None,
        score=0.5,
        reasons=tuple(Reason(ReasonKind(kind), values) for kind, values in reasons),
    )
    return pick.explain(language)


def silence(days: int) -> tuple[str, dict[str, object]]:
    return "silence", {"days": days, "last": date(2024, 1, 2)}


CASES = [
    (
        [silence(0)],
        "Last contact less than a day ago.",
        "Letzter Kontakt vor weniger als einem Tag.",
    ),
    ([silence(1)], "Last contact 1 day ago.", "Letzter Kontakt vor 1 Tag."),
    ([silence(364)], "Last contact 12 months ago.", "Letzter Kontakt vor 12 Monaten."),
    ([silence(365)], "No contact for 12 months.", "Seit 12 Monaten kein Kontakt."),
    ([silence(800)], "No contact for 2 years.", "Seit 2 Jahren kein Kontakt."),
    (
        [("never", {})],
        "You know each other, but the data shows no contact.",
        "Ihr kennt euch, aber die Daten zeigen keinen Kontakt.",
    ),
    (
        [silence(5), ("history", {"meeting": 1, "span": 0})],
        "Last contact 5 days ago; so far 1 meeting.",
        "Letzter Kontakt vor 5 Tagen; bisher 1 Treffen.",
    ),
    (
        [silence(5), ("history", {"mail": 2, "call": 3, "meeting": 1, "span": 40})],
        "Last contact 5 days ago; so far 1 meeting, 3 calls and 2 mails over 5 weeks.",
        "Letzter Kontakt vor 5 Tagen; bisher 1 Treffen, 3 Anrufe und 2 Mails in 5 Wochen.",
    ),
    (
        [silence(4000), ("history", {"message": 1, "recommendation": 1, "signal": 2, "span": 0})],
        "No contact for 11 years; before that 1 message, 1 recommendation and 2 signs of life.",
        "Seit 11 Jahren kein Kontakt; davor 1 Nachricht, 1 Empfehlung und 2 Lebenszeichen.",
    ),
    (
        [("history", {"mail": 1, "span": 800})],
        "So far 1 mail over 2 years.",
        "Bisher 1 Mail in 2 Jahren.",
    ),
    (
        [("reach", {"people": 1})],
        "Knows 1 person you do not.",
        "Kennt 1 Menschen, den du nicht kennst.",
    ),
    (
        [("reach", {"people": 1200})],
        "Knows 1,200 people you do not.",
        "Kennt 1.200 Menschen, die du nicht kennst.",
    ),
    (
        [("closest", {"knowing": 0, "closest": 1})],
        "Your closest contact does not know them.",
        "Dein engster Kontakt kennt diese Person nicht.",
    ),
    (
        [("closest", {"knowing": 1, "closest": 1})],
        "Your closest contact knows them.",
        "Dein engster Kontakt kennt diese Person.",
    ),
    (
        [("closest", {"knowing": 0, "closest": 10})],
        "None of your ten closest contacts knows them.",
        "Keiner deiner zehn engsten Kontakte kennt diese Person.",
    ),
    (
        [("closest", {"knowing": 1, "closest": 9})],
        "One of your nine closest contacts knows them.",
        "Einer deiner neun engsten Kontakte kennt diese Person.",
    ),
    (
        [("closest", {"knowing": 2, "closest": 2})],
        "Two of your two closest contacts know them.",
        "Zwei deiner zwei engsten Kontakte kennen diese Person.",
    ),
    (
        [("field", {"field": "ux research"})],
        "Works in a field you could imagine for yourself: ux research.",
        "Arbeitet in einem Feld, das du dir vorstellen kannst: ux research.",
    ),
    (
        [("relation", {"relation": "former boss"})],
        "Used to be your boss.",
        "War früher deine Führungskraft.",
    ),
    ([], "", ""),
]


@pytest.mark.parametrize(("reasons", "english", "german"), CASES)
def test_reasons_read_as_a_person_would_say_them(reasons, english: str, german: str):
    assert explained("en", *reasons) == english
    assert explained("de", *reasons) == german


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="language must be one of 'de', 'en', got 'fr'"):
        explained("fr", silence(3))

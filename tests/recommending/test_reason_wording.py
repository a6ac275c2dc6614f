from __future__ import annotations

import pytest

from explained import CALL, MESSAGE, MET, PHONED, REACH, UX, closest, explained, moved, silence
from netzwerkwandel.errors import InvalidArgumentError


WHO = [
    ([], "Ben and you know each other.", "Ben und du kennt euch."),
    (
        [("reach", {"people": 1})],
        "Ben knows 1 person you do not.",
        "Ben kennt 1 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [("reach", {"people": 1200})],
        "Ben knows 1,200 people you do not.",
        "Ben kennt 1.200 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [closest(0, 1)],
        "Ben does not know your closest contact.",
        "Ben kennt deinen engsten Kontakt nicht.",
    ),
    ([closest(1, 1)], "Ben knows your closest contact.", "Ben kennt deinen engsten Kontakt."),
    (
        [closest(0)],
        "Ben knows none of your ten closest contacts.",
        "Ben kennt keinen deiner zehn engsten Kontakte.",
    ),
    (
        [closest(1, 9)],
        "Ben knows one of your nine closest contacts.",
        "Ben kennt einen deiner neun engsten Kontakte.",
    ),
    (
        [REACH, closest(0)],
        "Ben knows 12 people you do not, but none of your ten closest contacts.",
        (
            "Ben kennt 12 Menschen außerhalb deines Netzwerks, aber keinen deiner zehn engsten "
            "Kontakte."
        ),
    ),
    (
        [REACH, closest(2)],
        "Ben knows 12 people you do not as well as two of your ten closest contacts.",
        "Ben kennt 12 Menschen außerhalb deines Netzwerks sowie zwei deiner zehn engsten Kontakte.",
    ),
    (
        [closest(3, 3)],
        "Ben knows all of your three closest contacts.",
        "Ben kennt alle deine drei engsten Kontakte.",
    ),
    (
        [REACH, closest(1, 1)],
        "Ben knows 12 people you do not.",
        "Ben kennt 12 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [UX],
        "Ben works in a field you could imagine for yourself (ux research).",
        "Ben arbeitet in einem deiner Wunschfelder (ux research).",
    ),
    (
        [("changed career", {})],
        "Ben has gone through a change of career.",
        "Ben hat selbst schon einen Berufswechsel hinter sich.",
    ),
    (
        [moved("employer")],
        "Ben has moved to Fabrikam since March 2025.",
        "Ben arbeitet inzwischen bei Fabrikam (im März 2025 noch nicht).",
    ),
    (
        [moved("position"), REACH],
        (
            "Ben has become Head of Design at Fabrikam since March 2025 and knows 12 people you do "
            "not."
        ),
        (
            "Ben arbeitet inzwischen als Head of Design bei Fabrikam (im März 2025 noch nicht) und "
            "kennt 12 Menschen außerhalb deines Netzwerks."
        ),
    ),
    (
        [moved("position", organisation="", position="Head\tof\x1b Design")],
        "Ben has become Head of Design since March 2025.",
        "Ben arbeitet inzwischen als Head of Design (im März 2025 noch nicht).",
    ),
    (
        [moved("employer", organisation="Fab\x1b[31m\nri\u202ekam @x.example")],
        "Ben has moved to Fab[31m rikam ….example since March 2025.",
        "Ben arbeitet inzwischen bei Fab[31m rikam ….example (im März 2025 noch nicht).",
    ),
    (
        [("function", {"functions": "doors"})],
        "Ben is good for open doors.",
        "Ben ist gut für offene Türen.",
    ),
    (
        [("function", {"functions": "support,feedback,ideas"})],
        "Ben is good for support, honest feedback and new ideas.",
        "Ben ist gut für Rückhalt, ehrliches Feedback und neue Ideen.",
    ),
    (
        [("relation", {"relation": "former boss"}), REACH, UX],
        (
            "Ben used to be your boss, works in a field you could imagine for yourself (ux "
            "research) and knows 12 people you do not."
        ),
        (
            "Ben war früher deine Führungskraft, arbeitet in einem deiner Wunschfelder (ux "
            "research) und kennt 12 Menschen außerhalb deines Netzwerks."
        ),
    ),
]

STORY = [
    (
        [silence(0)],
        "You were in touch within the last 24 hours.",
        "Ihr hattet in den letzten 24 Stunden Kontakt.",
    ),
    ([silence(1)], "You were last in touch a day ago.", "Euer letzter Kontakt war vor einem Tag."),
    (
        [silence(364)],
        "You were last in touch 12 months ago.",
        "Euer letzter Kontakt war vor 12 Monaten.",
    ),
    (
        [silence(365)],
        "You have not been in touch for 12 months.",
        "Ihr hattet seit 12 Monaten keinen Kontakt.",
    ),
    (
        [silence(800)],
        "You have not been in touch for 2 years.",
        "Ihr hattet seit 2 Jahren keinen Kontakt.",
    ),
    (
        [("never", {})],
        "Your data shows no contact between you.",
        "Deine Daten zeigen keinen Kontakt zwischen euch.",
    ),
    (
        [silence(5), ("history", {"meeting": 1, "span": 0})],
        "You were last in touch 5 days ago; so far there has been 1 meeting.",
        "Euer letzter Kontakt war vor 5 Tagen; bisher gab es 1 Treffen.",
    ),
    (
        [silence(5), ("history", {"mail": 2, "call": 3, "meeting": 1, "span": 40})],
        (
            "You were last in touch 5 days ago; so far there have been 1 meeting, 3 calls and 2 "
            "mails over 5 weeks."
        ),
        (
            "Euer letzter Kontakt war vor 5 Tagen; bisher gab es 1 Treffen, 3 Anrufe und 2 Mails "
            "in 5 Wochen."
        ),
    ),
    (
        [silence(4000), ("history", {"call": 1, "span": 0})],
        "You have not been in touch for 11 years; before that there was 1 call.",
        "Ihr hattet seit 11 Jahren keinen Kontakt; davor gab es 1 Anruf.",
    ),
    (
        [silence(4000), ("history", {"message": 1, "recommendation": 1, "signal": 2, "span": 90})],
        (
            "You have not been in touch for 11 years; before that there were 1 message, "
            "1 recommendation and 2 signs of life over 3 months."
        ),
        (
            "Ihr hattet seit 11 Jahren keinen Kontakt; davor gab es 1 Nachricht, 1 Empfehlung und "
            "2 Lebenszeichen in 3 Monaten."
        ),
    ),
    (
        [("history", {"mail": 2, "span": 0})],
        "So far there have been 2 mails.",
        "Bisher gab es 2 Mails.",
    ),
]

STEP = [
    (
        [MESSAGE],
        "A short message is enough for a start.",
        "Für den Anfang genügt eine kurze Nachricht.",
    ),
    ([CALL], "A short call beats a mail.", "Ein kurzer Anruf bringt mehr als eine Mail."),
    (
        [MET],
        "You last met on 2 January 2024; a short call beats a mail.",
        (
            "Ihr habt euch zuletzt am 2. Januar 2024 getroffen; ein kurzer Anruf bringt mehr als "
            "eine Mail."
        ),
    ),
    (
        [PHONED],
        "You last talked on the phone on 2 January 2024; a short call beats a mail.",
        (
            "Ihr habt zuletzt am 2. Januar 2024 telefoniert; ein kurzer Anruf bringt mehr als eine "
            "Mail."
        ),
    ),
    (
        [silence(365), CALL],
        "A short call beats a mail, and most people are glad to hear from someone again.",
        (
            "Ein kurzer Anruf bringt mehr als eine Mail, und die meisten freuen sich, wieder von "
            "jemandem zu hören."
        ),
    ),
    ([silence(364), CALL], "A short call beats a mail.", "Ein kurzer Anruf bringt mehr als"),
    (
        [silence(900), REACH, CALL],
        "A short call beats a mail, and you could ask who else is good to talk to.",
        (
            "Ein kurzer Anruf bringt mehr als eine Mail, und du könntest fragen, mit wem sich "
            "ein Gespräch noch lohnt."
        ),
    ),
    (
        [REACH, moved("employer"), MESSAGE],
        "A short message is enough for a start, and you could ask how the new job came about.",
        (
            "Für den Anfang genügt eine kurze Nachricht, und du könntest fragen, wie es zu der "
            "neuen Stelle kam."
        ),
    ),
    (
        [REACH, moved("employer"), UX, MESSAGE],
        (
            "A short message is enough for a start, and you could ask what the work in ux research "
            "is like."
        ),
        (
            "Für den Anfang genügt eine kurze Nachricht, und du könntest fragen, wie die Arbeit im "
            "Bereich ux research so ist."
        ),
    ),
    (
        [REACH, UX, MESSAGE],
        (
            "A short message is enough for a start, and you could ask what the work in ux research "
            "is like."
        ),
        (
            "Für den Anfang genügt eine kurze Nachricht, und du könntest fragen, wie die Arbeit im "
            "Bereich ux research so ist."
        ),
    ),
    (
        [UX, ("changed career", {}), CALL],
        "A short call beats a mail, and you could ask how the change of career went.",
        (
            "Ein kurzer Anruf bringt mehr als eine Mail, und du könntest fragen, wie der "
            "Berufswechsel war."
        ),
    ),
]


@pytest.mark.parametrize(("reasons", "english", "german"), WHO)
def test_first_it_says_who_somebody_is(reasons, english: str, german: str):
    assert explained("en", *reasons) == english
    assert explained("de", *reasons) == german


@pytest.mark.parametrize(("reasons", "english", "german"), STORY)
def test_then_it_tells_what_there_was_between_the_two(reasons, english: str, german: str):
    assert explained("en", *reasons) == f"Ben and you know each other. {english}"
    assert explained("de", *reasons) == f"Ben und du kennt euch. {german}"


@pytest.mark.parametrize(("reasons", "english", "german"), STEP)
def test_at_the_end_it_says_how_to_begin(reasons, english: str, german: str):
    assert f". {english}" in explained("en", *reasons)
    assert f". {german}" in explained("de", *reasons)


def test_the_three_are_three_sentences():
    assert explained("en", silence(2000), REACH, MET) == (
        "Ben knows 12 people you do not. You have not been in touch for 5 years. You last met on "
        "2 January 2024; a short call beats a mail, and you could ask who else is good to talk to."
    )


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="got 'xx'"):
        explained("xx", silence(3))

from __future__ import annotations

import pytest

from explained import LAST, REACH, UX, Told, closest, explained, moved, silence
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation
from netzwerkwandel.texts import LANGUAGES


WHO = [
    ([], "Ben and you know each other.", "Ben und du kennt euch."),
    (
        [("reach", {"people": 1})],
        "Ben knows one person outside your network.",
        "Ben kennt einen Menschen außerhalb deines Netzwerks.",
    ),
    (
        [("reach", {"people": 1200})],
        "Ben knows 1,200 people outside your network.",
        "Ben kennt 1.200 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [closest(0, 1)],
        "Ben does not know the one person you are most in touch with.",
        "Ben kennt den Menschen nicht, mit dem du am meisten zu tun hast.",
    ),
    (
        [closest(1, 1)],
        "Ben knows the one person you are most in touch with.",
        "Ben kennt den Menschen, mit dem du am meisten zu tun hast.",
    ),
    (
        [closest(0)],
        "Ben knows none of the ten people you are most in touch with.",
        "Ben kennt keinen der zehn Menschen, mit denen du am meisten zu tun hast.",
    ),
    (
        [closest(1, 9)],
        "Ben knows one of the nine people you are most in touch with.",
        "Ben kennt einen der neun Menschen, mit denen du am meisten zu tun hast.",
    ),
    (
        [REACH, closest(0)],
        "Ben knows 12 people outside your network.",
        "Ben kennt 12 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [REACH, closest(2)],
        "Ben knows 12 people outside your network.",
        "Ben kennt 12 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [closest(3, 3)],
        "Ben knows all three people you are most in touch with.",
        "Ben kennt alle drei Menschen, mit denen du am meisten zu tun hast.",
    ),
    (
        [REACH, closest(1, 1)],
        "Ben knows 12 people outside your network.",
        "Ben kennt 12 Menschen außerhalb deines Netzwerks.",
    ),
    (
        [UX],
        "Ben is from a field you could imagine for yourself (ux research).",
        "Ben kommt aus einem deiner Wunschfelder (ux research).",
    ),
    (
        [("changed career", {})],
        "Ben has gone through a change of career.",
        "Ben hat selbst schon einen Berufswechsel hinter sich.",
    ),
    (
        [moved("employer")],
        "Ben has moved to Fabrikam since March 2025.",
        "Ben ist inzwischen zu Fabrikam gewechselt (im März 2025 noch nicht).",
    ),
    (
        [moved("position"), REACH],
        (
            "Ben has become Head of Design at Fabrikam since March 2025 and knows 12 people "
            "outside your network."
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
        "Ben ist inzwischen zu Fab[31m rikam ….example gewechselt (im März 2025 noch nicht).",
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
            "Ben used to be your boss, is from a field you could imagine for yourself (ux "
            "research) and knows 12 people outside your network."
        ),
        (
            "Ben war früher deine Führungskraft, kommt aus einem deiner Wunschfelder (ux "
            "research) und kennt 12 Menschen außerhalb deines Netzwerks."
        ),
    ),
]

STORY = [
    (
        [silence(0)],
        "You were in touch with Ben within the last 24 hours.",
        "Mit Ben hattest du in den letzten 24 Stunden Kontakt.",
    ),
    (
        [silence(1)],
        "You were last in touch with Ben a day ago.",
        "Mit Ben hattest du zuletzt vor einem Tag Kontakt.",
    ),
    (
        [silence(364)],
        "You were last in touch with Ben a year ago.",
        "Mit Ben hattest du zuletzt vor einem Jahr Kontakt.",
    ),
    (
        [silence(365)],
        "With Ben you have not been in touch for a year.",
        "Mit Ben hattest du seit einem Jahr keinen Kontakt.",
    ),
    (
        [silence(800)],
        "With Ben you have not been in touch for 2 years.",
        "Mit Ben hattest du seit 2 Jahren keinen Kontakt.",
    ),
    (
        [("never", {})],
        "Your data shows no contact with Ben.",
        "Deine Daten zeigen keinen Kontakt mit Ben.",
    ),
    (
        [silence(5), ("history", {"meeting": 1, "span": 0})],
        "You last met Ben 5 days ago; so far there has been one meeting.",
        "Ben hast du zuletzt vor 5 Tagen getroffen; bisher gab es ein Treffen.",
    ),
    (
        [silence(5), ("history", {"mail": 2, "call": 3, "meeting": 1, "span": 40})],
        (
            "You were last in touch with Ben 5 days ago; so far there have been 3 calls, 2 mails "
            "and one meeting over almost 6 weeks."
        ),
        (
            "Mit Ben hattest du zuletzt vor 5 Tagen Kontakt; bisher gab es 3 Telefonate, 2 Mails "
            "und ein Treffen in fast 6 Wochen."
        ),
    ),
    (
        [silence(400), ("history", {"meeting": 2, "span": 40})],
        (
            "You have not met Ben for 13 months; before that there were 2 meetings over almost 6 "
            "weeks."
        ),
        "Ben hast du seit 13 Monaten nicht getroffen; davor gab es 2 Treffen in fast 6 Wochen.",
    ),
    (
        [silence(4000), ("history", {"call": 1, "span": 0})],
        "With Ben you have not been in touch for almost 11 years; before that there was one call.",
        "Mit Ben hattest du seit fast 11 Jahren keinen Kontakt; davor gab es ein Telefonat.",
    ),
    (
        [silence(4000), ("history", {"message": 1, "recommendation": 1, "signal": 2, "span": 90})],
        (
            "With Ben you have not been in touch for almost 11 years; before that there were 2 "
            "signs of life, one message and one recommendation over 3 months."
        ),
        (
            "Mit Ben hattest du seit fast 11 Jahren keinen Kontakt; davor gab es 2 Lebenszeichen, "
            "eine Nachricht und eine Empfehlung in 3 Monaten."
        ),
    ),
    (
        [("history", {"mail": 2, "span": 0})],
        "Ben and you know each other. So far there have been 2 mails.",
        "Ben und du kennt euch. Bisher gab es 2 Mails.",
    ),
    (
        [silence(9), ("history", {"mail": 1, "span": 0}), ("unanswered", {"last": LAST})],
        "The last message from Ben came 9 days ago; so far there has been one mail.",
        "Die letzte Nachricht von Ben kam vor 9 Tagen; bisher gab es eine Mail.",
    ),
    (
        [("never", {"since": LAST, "shown": 0})],
        "You have been connected with Ben since January 2024.",
        "Mit Ben bist du seit Januar 2024 vernetzt.",
    ),
    ([("never", {"shown": 0})], "Ben and you know each other.", "Ben und du kennt euch."),
    (
        [(ReasonKind.DOUBT, {"days": 40, "name": "Ben B.", "at": "Contoso"})],
        (
            "Ben: if this is the same person as Ben B. at Contoso, you were in touch almost 6 "
            "weeks ago."
        ),
        (
            "Ben: Falls das dieselbe Person ist wie Ben B. bei Contoso, hattet ihr vor fast 6 "
            "Wochen Kontakt."
        ),
    ),
]

NAMED = "reach", {"people": 9, "name 1": "Sara Blum", "name 2": "Oleg Iwanow"}
TWO = (
    "reach",
    {"people": 2, "name 1": "Sara Blum", "name 2": "Oleg Iwanow", "organisation": "Rivale"},
)
WORK = "work", {"organisation": "Contoso", "position": "Editor"}
WHO += [
    (
        [NAMED],
        "Ben knows Sara Blum, Oleg Iwanow and 7 others outside your network.",
        "Ben kennt außerhalb deines Netzwerks Sara Blum, Oleg Iwanow und 7 weitere Menschen.",
    ),
    (
        [TWO],
        "Ben knows Sara Blum and Oleg Iwanow at Rivale, who are outside your network.",
        "Ben kennt außerhalb deines Netzwerks Sara Blum und Oleg Iwanow bei Rivale.",
    ),
    (
        [WORK],
        "Ben works as Editor at Contoso.",
        "Ben arbeitet als Editor bei Contoso.",
    ),
    (
        [("work", {"organisation": "Contoso"})],
        "Ben works at Contoso.",
        "Ben arbeitet bei Contoso.",
    ),
]
UNANSWERED = "unanswered", {"last": LAST}


def begin(question: str, way: str = "message") -> Told:
    """How to begin: with a question, or without one."""
    return "first step", {"way": way, **({"question": question} if question else {})}


STEP = [
    (
        [begin("", "call")],
        "There is a phone number, and a short call beats a mail.",
        "Es gibt eine Telefonnummer, und ein kurzer Anruf bringt mehr als eine Mail.",
    ),
    (
        [begin("long silent", "call")],
        (
            "There is a phone number, and a short call beats a mail; most people are glad to hear "
            "from someone again."
        ),
        (
            "Es gibt eine Telefonnummer, und ein kurzer Anruf bringt mehr als eine Mail; die "
            "meisten freuen sich, wieder von jemandem zu hören."
        ),
    ),
    (
        [begin("reach")],
        "You could ask who else is good to talk to.",
        "Du könntest fragen, mit wem sich ein Gespräch noch lohnt.",
    ),
    (
        [begin("moved")],
        "You could ask how the new job came about.",
        "Du könntest fragen, wie es zu der neuen Stelle kam.",
    ),
    (
        [UX, begin("field")],
        "You could ask what the work in ux research is like.",
        "Du könntest fragen, wie die Arbeit im Bereich ux research so ist.",
    ),
    (
        [begin("change")],
        "You could ask how the change of career went.",
        "Du könntest fragen, wie der Berufswechsel war.",
    ),
    (
        [NAMED, begin("introduce")],
        "You could ask to be introduced to Sara Blum.",
        "Du könntest darum bitten, mit Sara Blum bekannt gemacht zu werden.",
    ),
    (
        [begin("in touch", "call")],
        "You are in touch anyway: mention what you have in mind next time.",
        "Ihr seid ohnehin in Kontakt: Erzähl beim nächsten Mal, was du vorhast.",
    ),
    (
        [UNANSWERED, begin("answer", "call")],
        ("That message is still without an answer, and this is a good occasion to get in touch."),
        ("Diese Nachricht ist noch ohne Antwort, und das ist ein guter Anlass, dich zu melden."),
    ),
]


def brings(function: str, because: str) -> Told:
    """What Ben is on the list for."""
    return "brings", {"function": function, "because": because}


BRINGS = [
    (brings("feedback", "answer"), "Good for honest feedback: you answer each other"),
    (brings("feedback", "trust"), "Good for honest feedback: there is trust between you"),
    (brings("orientation", "field"), "Good for orientation: somebody at home where you want to go"),
    (brings("orientation", "change"), "Good for orientation: somebody who has been through"),
    (brings("orientation", "way"), "Good for orientation: somebody whose advice you value"),
    (brings("ideas", "reach"), "Good for new ideas: you know each other well"),
    (brings("ideas", "renewed"), "Good for new ideas: you knew each other well"),
    (brings("information", "reach"), "Good for new information: you hear from different people"),
    (brings("information", "renewed"), "Good for new information: after so long there is much"),
    (brings("doors", "reach"), "Good for open doors: there is trust between you"),
    (
        brings("doors", "field"),
        "Good for open doors: there is trust between you, and it leads into",
    ),
    (brings("doors", "renewed"), "Good for open doors: in all that time there may be"),
    (brings("support", "close"), "Good for support: the two of you are close and in touch"),
    (brings("ideas", "stated"), "You have said so yourself: good for new ideas"),
]


@pytest.mark.parametrize(("reason", "english"), BRINGS)
def test_what_somebody_is_on_the_list_for_is_said_with_its_fact(reason, english: str):
    for language in LANGUAGES:
        assert explained(language, reason).endswith(".")
    assert f". {english}" in explained("en", reason)


@pytest.mark.parametrize(("reasons", "english", "german"), WHO)
def test_first_it_says_who_somebody_is(reasons, english: str, german: str):
    assert explained("en", *reasons) == english
    assert explained("de", *reasons) == german


@pytest.mark.parametrize(("reasons", "english", "german"), STORY)
def test_then_it_tells_what_there_was_between_the_two(reasons, english: str, german: str):
    assert explained("en", *reasons) == english
    assert explained("de", *reasons) == german


def test_what_is_said_of_contact_does_not_name_again_who_was_named():
    told = (UX, silence(9), ("unanswered", {"last": LAST}))

    assert explained("en", *told).endswith("(ux research). The last message came 9 days ago.")
    assert explained("de", *told).endswith("(ux research). Die letzte Nachricht kam vor 9 Tagen.")
    connected = explained("en", UX, ("never", {"since": LAST, "shown": 0}))
    assert connected.endswith(" You have been connected since January 2024.")


def test_a_firm_that_ends_with_a_full_stop_ends_the_sentence():
    work = "work", {"organisation": "Northwind, Inc."}

    assert explained("en", work) == "Ben works at Northwind, Inc."


def test_from_where_the_two_know_each_other_is_said_where_it_is_stated():
    met = "experiment", {"title": "UX course"}
    introduced = "introduced", {"who": "Ana Berg", "on": LAST}

    assert explained("en", met) == "Ben met you through “UX course”."
    assert explained("de", met) == "Ben ist dir bei „UX course“ begegnet."
    assert explained("en", introduced) == "Ben was introduced to you by Ana Berg in January 2024."
    assert (
        explained("de", introduced) == "Ben ist dir im Januar 2024 von Ana Berg vorgestellt worden."
    )


@pytest.mark.parametrize(("reasons", "english", "german"), STEP)
def test_at_the_end_it_says_how_to_begin(reasons, english: str, german: str):
    assert f". {english}" in explained("en", *reasons)
    assert f". {german}" in explained("de", *reasons)


def test_the_three_are_three_sentences():
    reasons = silence(2000), REACH, brings("ideas", "reach"), begin("reach")

    assert explained("en", *reasons) == (
        "Ben knows 12 people outside your network. You have not been in touch for more than 5 "
        "years. Good for new ideas: you know each other well enough to think together, and you "
        "know different people; you could ask who else is good to talk to."
    )


def test_who_is_connected_since_a_day_and_never_was_in_touch_is_told_so():
    assert explained("en", ("never", {"since": LAST})).endswith(
        "You have been connected with Ben since January 2024; your data shows no contact since."
    )


@pytest.mark.parametrize(
    ("reasons", "label"),
    [
        ([brings("ideas", "reach"), REACH], "new ideas"),
        ([REACH, silence(900)], "12 new people"),
        ([silence(900), ("history", {"mail": 9, "span": 300})], "an old tie"),
        ([silence(3700), ("history", {"message": 2, "span": 1})], "a first real talk"),
        ([silence(3700), ("history", {"meeting": 5, "span": 4})], "an old tie"),
        ([closest(0), silence(9)], "another circle"),
        ([closest(2), silence(9)], "staying in touch"),
        ([closest(2), silence(99)], "getting back in touch"),
        ([silence(9), ("history", {"signal": 1, "span": 0})], "getting in touch"),
        ([silence(9), ("history", {"signal": 1, "mail": 1, "span": 0})], "staying in touch"),
        ([silence(9), ("unanswered", {"last": LAST})], "an answer that is due"),
        ([("never", {}), ("work", {"organisation": "Fabrikam"})], "news from Fabrikam"),
        ([("never", {})], "getting in touch"),
    ],
)
def test_the_label_is_what_the_facts_say(reasons, label: str):
    made = tuple(Reason(ReasonKind(kind), values) for kind, values in reasons)
    contact = Contact(key="ben", name="Ben")
    pick = Recommendation(contact=contact, function=None, score=1.0, gain=1.0, reasons=made)

    assert pick.label() == label


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="got 'xx'"):
        explained("xx", silence(3))

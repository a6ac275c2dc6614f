"""A first line to write to somebody: a greeting, what there was, and a question."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


_LINES: dict[str, Phrase] = {
    # how long it is, and from where the two know each other
    "long": "It is {span} since we were last in touch, and I have been thinking of you.",
    "met": "It is {span} since we last met, and I have been thinking of you.",
    "worked": (
        "It is {span} since we were last in touch, and I have been thinking of our time working "
        "together."
    ),
    "experiment": ("We met through “{title}”, and I would like to go on talking to you."),
    "introduced": ("{who} introduced us in {month}, and I would like to go on talking to you."),
    "unanswered": (
        "You wrote to me on {last}, and I never answered; please forgive that it took so long."
    ),
    "answer": "Thank you for your message of {last}; I have not answered it yet.",
    "never": "We have been connected since {since}; it is time that I get in touch.",
    "quiet": "It is {span} since we were last in touch, and I would like to talk to you again.",
    "lately": "There is something that I would like to talk about with you.",
    # what is asked for, as the list says it
    "change": (
        "I am thinking about a change in my work, and you have been through one: would you tell "
        "me how it was, in half an hour or so?"
    ),
    "field": (
        "I am thinking about a change towards {field}, where you are at home: would you tell me "
        "what the work is like, in half an hour or so?"
    ),
    "who else": (
        "I am thinking about a change towards {field}, where you are at home: who else would be "
        "good to talk to, and do you have half an hour yourself?"
    ),
    "moved": (
        "I saw that there is something new in your work, and I am thinking about a change myself: "
        "would you tell me how it came about, in half an hour or so?"
    ),
    "frank": (
        "I am thinking about a change in my work and would value your frank opinion of it: do you "
        "have half an hour for me?"
    ),
    "think": (
        "I am thinking about a change in my work and would like to go through a few ideas with "
        "you: do you have half an hour for that?"
    ),
    "introduce": (
        "I am thinking about a change in my work and would like to get to know people who do other "
        "things than I do: do you have half an hour, and could you introduce me to somebody?"
    ),
    "reach": (
        "I am thinking about a change in my work: who would be good to talk to, and do you have "
        "half an hour yourself?"
    ),
    "work": (
        "I am thinking about a change in my work and would like to hear what yours is like "
        "{where}: do you have half an hour for a talk?"
    ),
    "way to work": (
        "I am thinking about a change in my work and would like to hear how you came to yours "
        "{where}: do you have half an hour for a talk?"
    ),
    "work now": (
        "I am thinking about a change in my work and would like to hear what yours looks like "
        "these days {where}: do you have half an hour for a talk?"
    ),
    "since": (
        "I am thinking about a change in my work and would like to hear how you have been in the "
        "meantime: do you have half an hour for a talk?"
    ),
    "sign": (
        "I am thinking about a change in my work and would like to talk to you again: do you have "
        "half an hour in the next weeks?"
    ),
    "plan": (
        "I am thinking about a change in my work and would like to hear what comes to your mind "
        "about it: do you have half an hour for a talk?"
    ),
    "talk": (
        "I am thinking about a change in my work and would like to hear what you are up to: do "
        "you have half an hour for a talk?"
    ),
    # of whom one does not know yet who is to know
    "quietly": "I would like to talk to you in peace: do you have half an hour in the next days?",
}

OPENINGS: dict[str, Phrase] = {
    "opening hello plain": "Hi {who},",
    "opening hello formal": "Dear {who},",
    "opening at": "at {organisation}",
    "opening as": "as {position}",
    # in English only the greeting differs
    **{f"opening {n} {form}": line for n, line in _LINES.items() for form in ("plain", "formal")},
}

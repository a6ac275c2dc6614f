"""What was suggested: what came of it, and what to say next."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ADVICE: dict[str, Phrase] = {
    # what came of the advice
    "advice nobody": "Nobody has been suggested so far.",
    # by the number of suggestions
    "advice suggested": (
        "One person was suggested; of {asked} something is known since.",
        "{n} people were suggested; of {asked} something is known since.",
    ),
    # the same where she chose some of them herself
    "advice suggested or chosen": (
        "One person was suggested, or chosen by you; of {asked} something is known since.",
        "{n} people were suggested, or chosen by you; of {asked} something is known since.",
    ),
    "advice counts": "In detail: {counts}.",
    "advice count talked": ("one talk", "{n} talks"),
    "advice count heard": ("one with contact since", "{n} with contact since"),
    "advice count none": ("one without an answer", "{n} without an answer"),
    "advice count declined": ("one who declined", "{n} who declined"),
    "advice count not now": ("one put off", "{n} put off"),
    "advice gain": ("{function} once", "{function} {n} times"),
    "advice gains": "What the talks brought, as you said it: {functions}.",
    "advice people": (
        "Through them you met one person you did not know.",
        "Through them you met {n} people you did not know.",
    ),
    # by the number of suggestions
    "advice ends": (
        "Your exports end on {day}: what came of one suggestion since, newer ones will show.",
        "Your exports end on {day}: what came of {n} suggestions since, newer ones will show.",
    ),
    "advice compared": (
        "Apart from what you said yourself, your exports show contact since then with {mine} of "
        "them, and with {others} of comparable people who were not suggested."
    ),
    # by the number of new people
    "advice compared met": (
        (
            "As far as the data shows, ten of them led to {n} new person, ten of the others to "
            "{others}."
        ),
        (
            "As far as the data shows, ten of them led to {n} new people, ten of the others to "
            "{others}."
        ),
    ),
    "advice compared none": "Beyond that, your exports show nobody new through either so far.",
    "advice few": "These are too few to tell a difference from chance.",
    "advice chosen": ("You chose whom of them to call, so a difference is a hint and no proof."),
    "advice open": "{who} was suggested on {on}; nothing is known of it since.",
    "advice heard": "{who} was suggested on {on}, and you have been in touch since ({day}).",
    "advice talked": "{who} was suggested on {on}; as you said, you had talked by {day}.",
    "advice none": "{who} was suggested on {on}; no answer came.",
    "advice declined": "{who} was suggested on {on} and declined.",
    "advice not now": "{who} was suggested on {on}; you have put it off.",
    # of somebody whom she chose herself
    "advice open own": "You had {who} in mind; nothing is known since.",
    "advice heard own": "You had {who} in mind, and you have been in touch since ({day}).",
    "advice talked own": "As you said, you had talked with {who} by {day}.",
    "advice none own": "You asked {who}; no answer came.",
    "advice declined own": "You asked {who}, and got a refusal.",
    "advice not now own": "You put off a talk with {who}.",
    "advice brought": "It brought {functions}.",
    "advice met": ("It led to one new person.", "It led to {n} new people."),
    # what to say next: a question, and why it is asked
    "question outcome": (
        "You have been in touch with {who} since the suggestion of {on}. What came of it?"
    ),
    "question boss": "Who is your boss now, and who works with you?",
    "question boss perhaps": (
        "Who is your boss now ({who} or somebody else), and who works with you?"
    ),
    "question employer": "Where do you work now?",
    "question relation": "How do you know {who}?",
    "people on your list": ("one", "{n}"),
    "why outcome listed": (
        "Whoever you have talked to leaves the list, and what it brought counts."
    ),
    "why outcome other": "What a talk brought counts from then on.",
    # by the number of people on the list
    "why same person listed": (
        (
            "One of them is on your list of {size}; if they are one person, all that is known of "
            "them counts for it."
        ),
        (
            "{n} of them are on your list of {size}; if they are one person, all that is known of "
            "them counts for it."
        ),
    ),
    "why same person listed several": (
        "Some of these are on your list of {size}; if they are one person, all that is known of "
        "them counts for it."
    ),
    "why same person other": (
        "None of them is on your list of {size}; once you have answered, no list names one person "
        "twice."
    ),
    "why same person other several": (
        "None of these is on your list of {size}; once you have answered, no list names one person "
        "twice."
    ),
    # by the number of people on the list
    "why boss listed": (
        (
            "Somebody on your list works where you work and could let it be known there that you "
            "are looking for something new."
        ),
        (
            "{n} people on your list work where you work and could let it be known there that you "
            "are looking for something new."
        ),
    ),
    "why boss other": (
        "Then a discreet list can leave out everybody through whom it could be known at work that "
        "you are looking for something new."
    ),
    "why employer other": (
        "Then a discreet list can leave out everybody through whom it could be known there that "
        "you are looking for something new."
    ),
    "why employer unmatched": (
        "Nobody else in your data works at {employer}; if it is spelled otherwise there, a "
        "discreet list cannot leave out those who work with you."
    ),
    "why relation listed": "That is not in your data yet, and {who} is on your list of {size}.",
    "why relation listed several": (
        "That is not in your data yet, and all of them are on your list of {size}."
    ),
    "why relation listed several of two": (
        "That is not in your data yet, and both are on your list of {size}."
    ),
    "why relation changing": (
        "Where {who} stands on your list of {size}, and what for, depends on it."
    ),
    "why relation changing several": (
        "Where they stand on your list of {size}, and what for, depends on it."
    ),
    "why relation other": (
        "If it is somebody you trust from earlier work, {who} belongs on your list of {size}."
    ),
    "why relation other several": (
        "Whoever of them you trust from earlier work belongs on your list of {size}."
    ),
}

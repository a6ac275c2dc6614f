"""A first line to write to somebody: a greeting, what there was, and a question."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


OPENINGS: dict[str, Phrase] = {
    "opening hello": "Hi {first},",
    "opening hello nameless": "Hello,",
    "opening at": "{at}",
    "opening as": "as {position}",
    # how long it is, and from where the two know each other
    "opening long": "It is {span} since we were last in touch, and I have been thinking of you.",
    "opening met": "It is {span} since we last met, and I have been thinking of you.",
    "opening worked": (
        "It is {span} since we were last in touch, and I have been thinking of our time working "
        "together."
    ),
    "opening experiment": ("We met through “{title}”, and I would like to go on talking to you."),
    "opening introduced": (
        "{who} introduced us in {month}, and I would like to go on talking to you."
    ),
    "opening unanswered": (
        "You wrote to me on {last}, and I never answered; please forgive me for taking so long."
    ),
    "opening answer": "Thank you for your message of {last}; I have not answered it yet.",
    "opening never": "We have been connected since {since}; it is time that I get in touch.",
    "opening quiet": (
        "It is {span} since we were last in touch, and I would like to talk to you again."
    ),
    "opening quiet met": "It is {span} since we last met, and I would like to talk to you again.",
    "opening lately": "There is something I would like to talk to you about.",
    # what is asked for, as the list says it
    "opening change": (
        "I am thinking about a change in my work, and you have been through one: do you have half "
        "an hour to tell me how it was?"
    ),
    "opening field": (
        "I am thinking about a change towards {field}, where you are at home: do you have half an "
        "hour to tell me what the work is like?"
    ),
    "opening who else": (
        "I am thinking about a change towards {field}, where you are at home: who else would be "
        "good to talk to, and do you have half an hour yourself?"
    ),
    "opening moved": (
        "I saw that there is something new in your work, and I am thinking about a change myself: "
        "do you have half an hour to tell me how it came about?"
    ),
    "opening frank": (
        "I am thinking about a change in my work and would value your frank opinion of it: do you "
        "have half an hour for me?"
    ),
    "opening doubts": (
        "I am thinking about a change in my work and would like to hear what you think speaks "
        "against it: do you have half an hour for me?"
    ),
    "opening overlooked": (
        "I am thinking about a change in my work and would like to know what I may be overlooking: "
        "do you have half an hour for me?"
    ),
    "opening think": (
        "I am thinking about a change in my work and would like to go through a few ideas with "
        "you: do you have half an hour for that?"
    ),
    "opening skills": (
        "I am thinking about a change in my work and wonder what else could be made of what I can "
        "do: do you have half an hour to think about it with me?"
    ),
    "opening your place": (
        "I am thinking about a change in my work and wonder what you would try in my place: do you "
        "have half an hour for a talk?"
    ),
    "opening introduce": (
        "I am thinking about a change in my work and would like to get to know people who do other "
        "things than I do: do you have half an hour, and could you introduce me to somebody?"
    ),
    "opening reach": (
        "I am thinking about a change in my work: who would be good to talk to, and do you have "
        "half an hour yourself?"
    ),
    "opening work": (
        "I am thinking about a change in my work and would like to hear what yours is like "
        "{where}: do you have half an hour for a talk?"
    ),
    "opening way to work": (
        "I am thinking about a change in my work and would like to hear how you came to yours "
        "{where}: do you have half an hour for a talk?"
    ),
    "opening work now": (
        "I am thinking about a change in my work and would like to hear what yours looks like "
        "these days {where}: do you have half an hour for a talk?"
    ),
    "opening since": (
        "I am thinking about a change in my work and would like to hear how you have been in the "
        "meantime: do you have half an hour for a talk?"
    ),
    "opening sign": (
        "I am thinking about a change in my work and would like to talk to you again: do you have "
        "half an hour in the next few weeks?"
    ),
    "opening plan": (
        "I am thinking about a change in my work and would like to hear what you think of it: do "
        "you have half an hour for a talk?"
    ),
    "opening talk": (
        "I am thinking about a change in my work and would like to hear what you are up to: do "
        "you have half an hour for a talk?"
    ),
    # of whom one does not know yet who is to know
    "opening quietly": "Could we talk for half an hour some day soon, just the two of us?",
}

FORMAL: dict[str, Phrase] = {"opening hello": "Dear {who},"}
"""All that is said otherwise to somebody who is not addressed as a friend."""

"""What was tried and what is planned."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


EXPERIMENTS: dict[str, Phrase] = {
    "hours": ("{n} hour", "{n} hours"),
    # what was tried
    "experiment nameless": "Something you tried",
    "experiment span": "{title}, {started} to {until}:",
    "experiment met stated": ("You met {n} person.", "You met {n} people."),
    "experiment met found": (
        "You first got in touch with {n} person in those days, perhaps because of it.",
        "You first got in touch with {n} people in those days, perhaps because of it.",
    ),
    "experiment met none": "Your data shows nobody whom you met there.",
    "experiment new all": ("This person was new to you.", "All of them were new to you."),
    "experiment new some": ("{n} of them was new to you.", "{n} of them were new to you."),
    "experiment new none": ("You knew this person before.", "You knew all of them before."),
    "experiment shared": (
        "{n} of them may also have come from something else you tried at that time.",
        "{n} of them may also have come from something else you tried at that time.",
    ),
    "experiment apart": (
        "{n} new person knows few or none of your other contacts.",
        "{n} new people know few or none of your other contacts.",
    ),
    "experiment circles": (
        "It leads into {n} new circle.",
        "It leads into {n} new circles.",
    ),
    "experiment second": (
        "With {n} new person you were in touch again on another day.",
        "With {n} new people you were in touch again on another day.",
    ),
    "experiment second none": "There has been no second contact so far; it can still come.",
    "experiment effort": "For each new person it took about {hours}.",
    # what is planned
    "planned title": "What may lead you to new people, as far as what you tried can tell:",
    "planned none": "There is nothing planned to compare yet.",
    "planned people": (
        "{title}: about {n} new person in {hours}, likely between {low} and {high}.",
        "{title}: about {n} new people in {hours}, likely between {low} and {high}.",
    ),
    "planned nobody": "{title}: perhaps nobody new in {hours}, likely {high} at most.",
    "planned unsure": "So far little more than a guess: {titles}.",
    "planned again": (
        "You have been exploring for a while, and your data shows no second contact yet. Exploring "
        "is worth something in itself. If you like, you could get in touch once more with somebody "
        "you met on the way."
    ),
}

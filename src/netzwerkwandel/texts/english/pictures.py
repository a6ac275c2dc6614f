"""What pictures say: titles, legends, and what they show, for whoever cannot see them."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


PICTURES: dict[str, Phrase] = {
    # the network around a person
    "picture egogram": "The network of {who}",
    "picture egogram on": "The network of {who} on {on}",
    "picture egogram about": (
        "{who} is in the middle; the farther from there, the weaker the contact. People who know "
        "each other stand in one sector."
    ),
    "picture count inner": ("{n} person in the inner circle", "{n} people in the inner circle"),
    "picture count living": ("{n} more in touch", "{n} more in touch"),
    "picture count asleep": ("{n} contact asleep", "{n} contacts asleep"),
    "picture count never": (
        "{n} with whom the data shows no contact",
        "{n} with whom the data shows no contact",
    ),
    # by the number of people
    "picture suggested": (
        "Suggested, with the place on the list: {names}.",
        "Suggested, with their places on the list: {names}.",
    ),
    "picture outside": (
        "Of {all}, {n} stands in the outermost ring.",
        "Of {all}, {n} stand in the outermost ring.",
    ),
    "picture circle": "around {who}",
    "picture alone": "each on their own",
    "picture look inner": "inner circle",
    "picture look living": "in touch",
    "picture look asleep": "asleep",
    "picture look never": "no contact in the data",
    "picture look suggested": "suggested, with the place on the list",
}

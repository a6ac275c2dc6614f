"""What pictures say: titles, legends, and what they show, for whoever cannot see them."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


PICTURES: dict[str, Phrase] = {
    # the network around a person
    "picture egogram": "The network of {who}",
    "picture egogram on": "The network of {who} on {on}",
    # the same where the person in the middle has no name
    "picture me": "you",
    "picture egogram unnamed": "Your network",
    "picture egogram on unnamed": "Your network on {on}",
    "picture egogram about unnamed": (
        "You are in the middle; the farther from there, the weaker the contact."
    ),
    "picture egogram about": (
        "{who} is in the middle; the farther from there, the weaker the contact."
    ),
    "picture circles about": (
        "Between two lines there is a circle: people who know each other. It is called after the "
        "employer of most of them, or, as “{example}”, after the person in it who is nearest."
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
    "picture outside none": (
        "This person does not stand in the outermost ring.",
        "None of them stands in the outermost ring.",
    ),
    "picture outside all": (
        "This person stands in the outermost ring.",
        "All {n} stand in the outermost ring.",
    ),
    "picture outside all of two": "Both stand in the outermost ring.",
    "picture circle": "around {who}",
    "picture alone": "each on their own",
    "picture look rule": (
        "between two lines: who knows each other, called after employer or (“around …”) nearest "
        "person"
    ),
    "picture look inner": "inner circle",
    "picture look living": "in touch",
    "picture look asleep": "asleep",
    "picture look never": "no contact in the data",
    "picture look suggested": "suggested, with the place on the list",
    # attention over time
    "picture timeline": "Where the attention goes",
    "picture everybody else": "everybody else",
    "picture look tried": "what was tried",
    # by the number of experiments
    "picture tried": ("Tried in that time: {titles}.", "Tried in that time: {titles}."),
    # what is covered
    "picture coverage": "What the network has, and on whom it hangs",
    "picture not inner": "not in the inner circle",
    "picture rest": "more, not shown one by one",
    "picture lacks": "nobody yet",
    "picture nobody": "nobody yet",
    "picture more": ("{n} more", "{n} more"),
    "picture people": ("{n} person", "{n} people"),
    "picture circles": ("{n} circle", "{n} circles"),
    "picture people in": "{people} in {circles}",
    # how attention is spread
    "picture signature": "Whom the attention goes to",
    # by the number of people
    "picture signature about": (
        "One person gets {share} of all attention: {names}.",
        "{n} people get {share} of all attention, the first the most: {names}.",
    ),
    "picture no attention": "The data shows no contact.",
    "picture more people": ("{n} other person", "{n} others together"),
    "picture earlier": "that place before",
    # what the list would change
    # by the number of people on the list
    "picture change": ("What one talk would change", "What {n} talks would change"),
    "picture now": "today",
    "picture then": "after a talk with each person on the list",
    "picture figure size": "ways to different people",
    "picture figure constraint": "how much rests on the same few people",
    "picture figure functions": "tasks that somebody serves",
    "picture from to": "{figure}: {before} today, {after} after it",
    # the history of one contact
    "picture history": "Contact with {who}",
    "picture history about": "{who} and you: {counts}.",
    "picture history none": "{who}: the data shows no contact.",
    "picture silent": "{span} of silence",
    "picture silent since": "silent for {span}",
    "picture look days": "days with contact, by quarter of a year",
    "picture look said": "suggested",
}

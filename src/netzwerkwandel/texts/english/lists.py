"""A list as a table and as a whole."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


LISTS: dict[str, Phrase] = {
    # the table
    "nameless": "someone without a name",
    "column name": "who",
    "column function": "could bring",
    "column last": "last contact",
    "column reach": "new people",
    "column why": "why",
    "never": "never",
    "list title": "Whom {who} could talk to next",
    "list considered": (
        "The list names {picks} of {n} person who could be worth talking to.",
        "The list names {picks} of {n} people who could be worth talking to.",
    ),
    "list why": "Why",
    "list overview": "The list as a whole",
    "list duplicates": (
        "{n} pair of contacts may be one person; see records.possible_duplicates().",
        "{n} pairs of contacts may each be one person; see records.possible_duplicates().",
    ),
    # what a list could not do
    "shortfall nobody": "There is nobody to suggest: none of the contacts in the data fits.",
    "shortfall fewer": (
        "Nobody else could be added, so the list ends after {n} person.",
        "Nobody else could be added, so the list ends after {n} people.",
    ),
    "shortfall few candidates": (
        "With only {n} person to choose from, take the list as a hint.",
        "With only {n} people to choose from, take the list as a hint.",
    ),
    "shortfall one circle": (
        "Everybody to choose from belongs to the same circle, so the list cannot lead into others."
    ),
    "shortfall safe base": (
        "For {functions} the data shows nobody at the moment, neither among the people you are "
        "in touch with nor on the list; perhaps it comes from somebody who is not in the data."
    ),
    "shortfall function": "You wished for more people for {functions}; the list has {n}.",
    # what the network has
    "coverage whole": (
        "Your network has more than one person for each of the things that help in a change: "
        "{functions}."
    ),
    "coverage missing": (
        "As far as the data shows, nobody in your network clearly stands for {functions} yet."
    ),
    "coverage one": (
        "For {functions} there is just one person.",
        "For {functions} there is just one person each.",
    ),
    "coverage core": "For {functions} there are only people of your inner circle.",
    # what the list would change
    "effect alike": "Meeting them once would leave your network about as open as it is.",
    "effect less": (
        "Meeting them once would make your network a little more open: less of it would rest "
        "on the same few people."
    ),
    "effect more": (
        "Meeting them once would draw your network a little closer together: more of it would "
        "rest on the same few people."
    ),
    # how the list differs from one's own choice
    "compare both none": (
        "You would have called {n} other person.",
        "You would have called {n} other people.",
    ),
    "compare both some": "You would have called {n} people, {both} of them on this list too.",
    "compare both all": (
        "You would have called {n} person, who is on this list too.",
        "You would have called {n} people, all of them on this list too.",
    ),
    "compare past less": "The people on the list share less of your past than your own choice.",
    "compare past more": "The people on the list share more of your past than your own choice.",
    "compare past alike": (
        "The people on the list share about as much of your past as your own choice."
    ),
    "compare overlap less": "They can tell you more that would not reach you otherwise.",
    "compare overlap more": "They can tell you less that would not reach you otherwise.",
    "compare overlap alike": "They can tell you about as much that is new.",
    "compare asleep": (
        "Of the contacts on the list {n} is asleep, of those in your choice {own}.",
        "Of the contacts on the list {n} are asleep, of those in your choice {own}.",
    ),
    "compare circles": ("{n} circle", "{n} circles"),
    "compare people": ("{n} person you do not know yet", "{n} people you do not know yet"),
    "compare adds": "The list adds {parts}.",
    "compare adds nothing": "The list adds no circle and nobody new.",
}

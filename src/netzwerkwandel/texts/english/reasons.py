"""Why to talk to somebody, and how to begin."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


REASONS: dict[str, Phrase] = {
    # reasons: facts, as they stand after a name
    "reason known": "{who} and you know each other",
    "reason reach": ("knows {n} person you do not", "knows {n} people you do not"),
    "reason closest none": (
        "does not know your closest contact",
        "knows none of your {few} closest contacts",
    ),
    "reason closest some": "knows {knowing} of your {few} closest contacts",
    "reason closest all": (
        "knows your closest contact",
        "knows all of your {few} closest contacts",
    ),
    "reason reach closest none": (
        "{reach}, but not your closest contact",
        "{reach}, but none of your {few} closest contacts",
    ),
    "reason reach closest some": "{reach} as well as {knowing} of your {few} closest contacts",
    "reason field": "works in a field you could imagine for yourself ({field})",
    "reason in field": (
        "knows {n} person in a field you could imagine for yourself",
        "knows {n} people in a field you could imagine for yourself",
    ),
    "reason new employer": "has moved to {organisation} since {month}",
    "reason new position": "has become {position} since {month}",
    "reason new position at": "has become {position} at {organisation} since {month}",
    "reason changed career": "has gone through a change of career",
    "reason function": "is good for {functions}",
    # reasons: what there was between the two
    "reason silence": "you have not been in touch for {span}",
    "reason recent": "you were last in touch {span} ago",
    "reason today": "you were in touch within the last 24 hours",
    "reason never": "your data shows no contact between you",
    "reason before": (
        "before that there was {counts} over {span}",
        "before that there were {counts} over {span}",
    ),
    "reason before once": (
        "before that there was {counts}",
        "before that there were {counts}",
    ),
    "reason so far": (
        "so far there has been {counts} over {span}",
        "so far there have been {counts} over {span}",
    ),
    "reason so far once": (
        "so far there has been {counts}",
        "so far there have been {counts}",
    ),
    # reasons: how to begin
    "last meeting": "you last met on {last}",
    "last call": "you last talked on the phone on {last}",
    "step call": "a short call beats a mail",
    "step message": "a short message is enough for a start",
    "step and": "{step}, and {more}",
    "more change": "you could ask how the change of career went",
    "more field": "you could ask what the work in {field} is like",
    "more moved": "you could ask how the new job came about",
    "more reach": "you could ask who else is good to talk to",
    "more asleep": "most people are glad to hear from someone again",
    # introductions
    "introduction known": "{who} is someone to get to know",
    "introduction through": "{through} knows you both and could introduce you",
    "introduction others": ("{n} other could do so too", "{n} others could do so too"),
    # the six functions
    "function doors": "open doors",
    "function support": "support",
    "function orientation": "orientation",
    "function feedback": "honest feedback",
    "function ideas": "new ideas",
    "function information": "new information",
    # relations, as they stand after a name
    "relation colleague": "works with you",
    "relation former colleague": "used to work with you",
    "relation boss": "is your boss",
    "relation former boss": "used to be your boss",
    "relation report": "is on your team",
    "relation former report": "used to be on your team",
    "relation client": "is a client of yours",
    "relation supplier": "is a supplier of yours",
    "relation competitor": "works for the competition",
    "relation friend": "is a friend of yours",
    "relation family": "is family",
    "relation partner": "is your partner",
    "relation neighbour": "is a neighbour of yours",
    "relation classmate": "went to school or university with you",
    "relation peer": "is in the same boat as you",
    "relation mentor": "is a mentor to you",
    "relation role model": "is a role model for you",
    "relation acquaintance": "is an acquaintance of yours",
    "relation connection": "is connected with you",
}

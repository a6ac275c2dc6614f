"""What is new in the data since the last time."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


RECORDS_CHANGE: dict[str, Phrase] = {
    "news nothing": "Nothing is new.",
    "news added": "Added: {what}.",
    "news more": ("{n} more", "{n} more"),
    "news gone": (
        "{n} person is no longer connected with you",
        "{n} people are no longer connected with you",
    ),
    "news talked": (
        "You have been in touch with {names} since the suggestion: what came of it?",
        "You have been in touch with {names} since they were suggested: what came of it?",
    ),
    "news moved": "{who} has moved {from} {to}",
    "news moved as": "and is {position} there",
    "news now": "{who} is now {position}",
    "news now at": "{who} is now {position} {at}",
    "news at": "{who} is now {at}",
    "news elsewhere": "{who} no longer works where the data last said",
    "news between": "between {before} and {after}",
    "news moved more": (
        "{n} more person works elsewhere or in another position.",
        "{n} more people work elsewhere or in another position.",
    ),
}

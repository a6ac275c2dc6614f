"""Lengths of time and ways of contact."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMON: dict[str, Phrase] = {
    # lengths of time
    "years": ("{n} year", "{n} years"),
    "months": ("{n} month", "{n} months"),
    "weeks": ("{n} week", "{n} weeks"),
    "days": ("a day", "{n} days"),
    "a year": "a year",
    "span almost": "almost {span}",
    "span over": "more than {span}",
    # what stands before an employer: works at, news from, has moved to
    "place at": "at",
    "place from": "from",
    "place to": "to",
    # what there was between two people
    "channel meeting": ("one meeting", "{n} meetings"),
    "channel call": ("one call", "{n} calls"),
    "channel message": ("one message", "{n} messages"),
    "channel mail": ("one mail", "{n} mails"),
    "channel recommendation": ("one recommendation", "{n} recommendations"),
    "channel signal": ("one sign of life", "{n} signs of life"),
}

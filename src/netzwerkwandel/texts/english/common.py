"""Lengths of time and ways of contact."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMON: dict[str, Phrase] = {
    # lengths of time
    "years": ("{n} year", "{n} years"),
    "months": ("{n} month", "{n} months"),
    "weeks": ("{n} week", "{n} weeks"),
    "days": ("a day", "{n} days"),
    # what there was between two people
    "channel meeting": ("{n} meeting", "{n} meetings"),
    "channel call": ("{n} call", "{n} calls"),
    "channel message": ("{n} message", "{n} messages"),
    "channel mail": ("{n} mail", "{n} mails"),
    "channel recommendation": ("{n} recommendation", "{n} recommendations"),
    "channel signal": ("{n} sign of life", "{n} signs of life"),
}

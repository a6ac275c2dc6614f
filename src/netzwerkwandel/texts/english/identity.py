"""Who is one person: the questions, and what tells contacts of one name apart."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


IDENTITY: dict[str, Phrase] = {
    # a question
    "same question likely": "One person, or several? Likely one: {reasons}.",
    "same question perhaps": "One person, or several? Perhaps one: {reasons}.",
    "same same name": "same name",
    "same mail address spells the name": "a mail address spells the name",
    "same same name in another script": "same name in another script",
    "same nickname of the same name": "nickname of the same name",
    "same another family name of hers": "a second family name is given",
    "same one letter apart": "the names are one letter apart",
    "same initial fits": "the initial fits",
    "same same employer": "same employer",
    "same connected on the same day": "connected on the same day",
    "same same phone number without country code": "same phone number without country code",
    "same shares an address": "a shared address",
    "same shares an address but the names differ": "a shared address, though the names differ",
    # what tells her from others
    "same at": "at {domains}",
    "same phones": ("a phone number", "{n} phone numbers"),
    "same linkedin": "on LinkedIn",
    "same last": "last in touch on {day}",
    # at the command line
    "ask answer": "One person? yes, no, later, stop, or the numbers that are one (1 3):",
    "ask all": "{n} people seem to stand here twice, under one name, and all else known fits.",
    "ask answer all": "One person each? yes, later, stop, or the numbers of those who are two:",
    "ask yes": "yes",
    "ask no": "no",
    "ask later": "later",
    "ask stop": "stop",
    "ask unclear": "Please answer yes, no, later, stop, or with two of the numbers or more.",
    "ask unclear all": "Please answer yes, later, stop, or with numbers of this list.",
}

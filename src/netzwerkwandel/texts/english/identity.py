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
    "same same family name in another script": "same family name in another script",
    "same same name written by other rules": "same name in another transcription",
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
    "same last": "last in the data on {day}",
}

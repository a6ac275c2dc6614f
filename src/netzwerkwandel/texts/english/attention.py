"""Where attention goes, who holds, and which ties woke."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


ATTENTION: dict[str, Phrase] = {
    # sliding back to the familiar
    "attention unknown": "There is too little data yet to say where your attention goes.",
    "attention lately": (
        "Lately {share} of your attention goes to your inner circle, the people who were closest "
        "to you when you set out."
    ),
    "attention baseline": "In the year before you set out it was {share}.",
    "attention earlier": "Since then, and until lately, it was {share}.",
    "attention steady": "Nothing in the data says that you are going back to the familiar.",
    "attention slides": "More of your attention goes to the familiar again.",
    "attention since": "It has been so since about {month}.",
    "attention natural": (
        "When much is uncertain it is only natural to seek the familiar. Perhaps there is somebody "
        "you have not talked to for a while and would like to hear from."
    ),
    # who holds
    "base nobody": (
        "The data shows nobody yet who holds you while things change; perhaps those people are not "
        "in the data."
    ),
    "base holders": (
        "{who} holds you while things change.",
        "{who} hold you while things change.",
    ),
    "base few": (
        "{n} more person like that would make the ground firmer.",
        "{n} more people like that would make the ground firmer.",
    ),
    "base circles": "They belong to {n} circles, so not everything hangs on one of them.",
    "base one circle": (
        "They all belong to the same circle; somebody from elsewhere would make the ground firmer."
    ),
    "base only": "For {functions} you have only {who}: a tie to look after.",
    "base opens": (
        "{who} also helps to keep your network open.",
        "{who} also help to keep your network open.",
    ),
    "base old": (
        "{n} other person close to you belongs wholly to your old surroundings.",
        "{n} other people close to you belong wholly to your old surroundings.",
    ),
    "base free": "That does not mean that anybody holds you back.",
    # who woke
    "woken nobody": (
        "No sleeping contact has woken up yet. Most people are glad to hear from someone again."
    ),
    "woken count": (
        "{n} contact that had fallen asleep woke up again.",
        "{n} contacts that had fallen asleep woke up again.",
    ),
    "woken steps": ("The first step was {steps}.", "The first steps were {steps}."),
    "woken own": (
        "Once you were the one who reached out.",
        "{n} times you were the one who reached out.",
    ),
    "woken tie": "{who}, after {span} of silence: {brought}.",
    "woken days": ("{n} further day in touch", "{n} further days in touch"),
    "woken people": ("{n} new acquaintance", "{n} new acquaintances"),
    "woken once": "so far it was this one time",
    "woken earlier": ("And {n} earlier one.", "And {n} earlier ones."),
}

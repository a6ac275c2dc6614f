"""How a network changed."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


CHANGES: dict[str, Phrase] = {
    "change span": "From {before} to {after}:",
    "change contacts": (
        "You are in touch with {n} person; before it was {before}.",
        "You are in touch with {n} people; before it was {before}.",
    ),
    "change came": ("{n} person is new", "{n} people are new"),
    "change woke": (
        "{n} contact that had fallen asleep is awake again",
        "{n} contacts that had fallen asleep are awake again",
    ),
    "change went": ("{n} contact has gone quiet", "{n} contacts have gone quiet"),
    "change turnover": "About {share} of the people you are or were in touch with changed.",
    "change core": (
        "{after} of your attention goes to your inner circle, the people you know best; before it "
        "was {before}."
    ),
    "change new": "{after} of it goes to people you have got to know since then.",
    "change woken": "{after} of it goes to contacts that woke up.",
    "change field": (
        "{after} of it goes to people who work where you want to go; before it was {before}."
    ),
    "change shape less": (
        "Whom you are in touch with may change; how you spread your attention over few and many "
        "has hardly changed."
    ),
    "change shape more": "You also spread your attention over few and many in another way.",
    "change structure less": (
        "Your network has opened: fewer of your contacts lead to the same people."
    ),
    "change structure more": (
        "Your network has closed a little: more of your contacts know each other."
    ),
    "change structure alike": "Your network is about as open as it was.",
    "change circles": (
        "Your contacts belong to {n} circle of people who know each other; before it was {before}.",
        "Your contacts belong to {n} circles of people who know each other; before {before}.",
    ),
    "change gained": "New in your network: somebody for {functions}.",
    "change lost": "The data no longer shows anybody for {functions}.",
    "change level more": "In your new field you have moved from the edge further to the inside.",
    "change level less": "In your new field you stand further at the edge than before.",
    "change level alike": "In your new field you stand where you stood.",
}

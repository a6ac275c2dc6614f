"""What each figure of a change means."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


FIGURES: dict[str, Phrase] = {
    "figure contacts": "How many people you are in touch with: contact that has not gone to sleep.",
    "figure came": "How many people are new.",
    "figure woke": "How many contacts that had fallen asleep are awake again.",
    "figure went": "How many contacts have gone quiet.",
    "figure turnover": (
        "What share of the people you were or are in touch with changed: 0 is nobody, 1 is "
        "everybody."
    ),
    "figure weighted_turnover": "The same, each person counted by how strong the contact is.",
    "figure birth_rate": "What share of the people you are in touch with were not there before.",
    "figure death_rate": "What share of the people you were in touch with are so no longer.",
    "figure core_share": "What share of your attention goes to your inner circle.",
    "figure core_per_month": (
        "On how many days a month you were in touch with your inner circle, each person counted."
    ),
    "figure periphery_share": "What share of your attention goes to everybody else.",
    "figure periphery_per_month": (
        "On how many days a month you were in touch with everybody else, each person counted."
    ),
    "figure woken_share": "What share of your attention goes to contacts that woke up.",
    "figure woken_per_month": (
        "On how many days a month you were in touch with contacts that woke up."
    ),
    "figure new_share": (
        "What share of your attention goes to people you have got to know since the change began."
    ),
    "figure new_per_month": (
        "On how many days a month you were in touch with people you have got to know since the "
        "change began."
    ),
    "figure field_share": (
        "What share of your attention goes to people in your new field: 0 is all old, 1 is all new."
    ),
    "figure field_per_month": (
        "On how many days a month you were in touch with people in your new field."
    ),
    "figure signature_distance": (
        "How differently you spread your attention over few and many, whoever they are: 0 is "
        "not at all, 0.69 is wholly."
    ),
    "figure effective_size": "How many contacts you have that do not lead to the same people.",
    "figure constraint": "How closed your circle is: the lower, the more open.",
    "figure normalised_constraint": (
        "The same from 0 to 1, comparable between people with few and with many contacts."
    ),
    "figure circles": "How many circles of people who know each other your contacts belong to.",
    "figure functions": "How many of the six functions somebody in your network serves.",
    "figure level": "How far inside your new field you stand: 0 is the edge, 1 is the middle.",
}

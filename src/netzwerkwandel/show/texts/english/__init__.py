from __future__ import annotations

from netzwerkwandel.show.texts.catalogue import Catalogue
from netzwerkwandel.show.texts.english.attention import ATTENTION
from netzwerkwandel.show.texts.english.changes import CHANGES
from netzwerkwandel.show.texts.english.common import COMMON
from netzwerkwandel.show.texts.english.experiments import EXPERIMENTS
from netzwerkwandel.show.texts.english.figures import FIGURES
from netzwerkwandel.show.texts.english.lists import LISTS
from netzwerkwandel.show.texts.english.reasons import REASONS
from netzwerkwandel.show.texts.english.records_change import RECORDS_CHANGE
from netzwerkwandel.show.texts.english.summary import SUMMARY


ENGLISH = Catalogue(
    language="en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    few=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    day_format="{day} {month} {year}",
    thousands=",",
    percent_sign="%",
    conjunction="and",
    phrases={
        **COMMON,
        **REASONS,
        **LISTS,
        **SUMMARY,
        **CHANGES,
        **ATTENTION,
        **EXPERIMENTS,
        **FIGURES,
        **RECORDS_CHANGE,
    },
)

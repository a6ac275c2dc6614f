from __future__ import annotations

from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.english.advice import ADVICE
from netzwerkwandel.texts.english.change import CHANGE
from netzwerkwandel.texts.english.command import COMMAND
from netzwerkwandel.texts.english.common import COMMON
from netzwerkwandel.texts.english.errors import ERRORS
from netzwerkwandel.texts.english.evaluation import EVALUATION
from netzwerkwandel.texts.english.identity import IDENTITY
from netzwerkwandel.texts.english.openings import FORMAL, OPENINGS
from netzwerkwandel.texts.english.pictures import PICTURES
from netzwerkwandel.texts.english.recommending import RECOMMENDING
from netzwerkwandel.texts.english.records_change import RECORDS_CHANGE
from netzwerkwandel.texts.english.report import REPORT
from netzwerkwandel.texts.english.shown import SHOWN
from netzwerkwandel.texts.english.summary import SUMMARY


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
    month_format="{month} {year}",
    thousands=",",
    percent_sign="%",
    conjunction="and",
    phrases={
        **COMMON,
        **ERRORS,
        **RECOMMENDING,
        **OPENINGS,
        **SUMMARY,
        **CHANGE,
        **EVALUATION,
        **RECORDS_CHANGE,
        **IDENTITY,
        **ADVICE,
        **COMMAND,
        **PICTURES,
        **SHOWN,
        **REPORT,
    },
    formal=FORMAL,
)

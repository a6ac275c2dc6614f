from __future__ import annotations

from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.german.advice import ADVICE
from netzwerkwandel.texts.german.change import CHANGE
from netzwerkwandel.texts.german.command import COMMAND
from netzwerkwandel.texts.german.common import COMMON
from netzwerkwandel.texts.german.errors import ERRORS
from netzwerkwandel.texts.german.evaluation import EVALUATION
from netzwerkwandel.texts.german.formal import FORMAL
from netzwerkwandel.texts.german.identity import IDENTITY
from netzwerkwandel.texts.german.openings import OPENINGS
from netzwerkwandel.texts.german.pictures import PICTURES
from netzwerkwandel.texts.german.places import placed
from netzwerkwandel.texts.german.problems import PROBLEMS
from netzwerkwandel.texts.german.recommending import RECOMMENDING
from netzwerkwandel.texts.german.records_change import RECORDS_CHANGE
from netzwerkwandel.texts.german.refusals import REFUSALS
from netzwerkwandel.texts.german.report import REPORT
from netzwerkwandel.texts.german.rules import RULES
from netzwerkwandel.texts.german.shown import SHOWN
from netzwerkwandel.texts.german.summary import SUMMARY


GERMAN = Catalogue(
    language="de",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    # wie sie nach „kennt“ stehen
    few=("einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    day_format="{day}. {month} {year}",
    month_format="{month} {year}",
    thousands=".",
    decimal_mark=",",
    percent_sign=" %",
    conjunction="und",
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
    problems={**PROBLEMS, **REFUSALS, **RULES},
    formal=FORMAL,
    placed=placed,
)

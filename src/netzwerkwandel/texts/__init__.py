"""The words: one catalogue a language, and how numbers, dates, spans and names are written."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts._explain import explain
from netzwerkwandel.texts.explained import Explained, Shown, Spoken
from netzwerkwandel.texts.languages import LANGUAGES, Language, catalogue, language_code
from netzwerkwandel.texts.naming import cut, printable, printable_as_typed
from netzwerkwandel.texts.shown import Several, Stated
from netzwerkwandel.texts.translation import read_language, template


__all__ = [
    "LANGUAGES",
    "Catalogue",
    "Explained",
    "Language",
    "Several",
    "Shown",
    "Spoken",
    "Stated",
    "catalogue",
    "cut",
    "explain",
    "language_code",
    "printable",
    "printable_as_typed",
    "read_language",
    "template",
]

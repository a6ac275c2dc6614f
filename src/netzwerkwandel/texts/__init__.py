"""The words: one catalogue a language, and how numbers, dates, spans and names are written."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.explained import Explained
from netzwerkwandel.texts.languages import LANGUAGES, Language, catalogue, language_code
from netzwerkwandel.texts.naming import printable


__all__ = [
    "LANGUAGES",
    "Catalogue",
    "Explained",
    "Language",
    "catalogue",
    "language_code",
    "printable",
]

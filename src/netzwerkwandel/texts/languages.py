from __future__ import annotations

from typing import TypeAlias

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.english import ENGLISH
from netzwerkwandel.texts.german import GERMAN


LANGUAGES = {catalogue.language: catalogue for catalogue in (ENGLISH, GERMAN)}

Language: TypeAlias = str | Catalogue
"""A language by its code, or a catalogue of one's own."""


def catalogue(language: Language) -> Catalogue:
    """Return the texts of a language, or say which languages there are."""
    if isinstance(language, Catalogue):
        return language
    try:
        return LANGUAGES[language]
    except (KeyError, TypeError):  # a list, say, cannot even be looked up
        known = ", ".join(repr(code) for code in sorted(LANGUAGES))
        raise InvalidArgumentError(
            f"language must be one of {known}, or a Catalogue, got {language!r:.80}"
        ) from None

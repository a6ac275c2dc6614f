from __future__ import annotations

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.english import ENGLISH
from netzwerkwandel.texts.german import GERMAN


LANGUAGES = {catalogue.language: catalogue for catalogue in (ENGLISH, GERMAN)}


def catalogue(language: str) -> Catalogue:
    """Return the texts of a language, or say which languages there are."""
    try:
        return LANGUAGES[language]
    except (KeyError, TypeError):  # a list, say, cannot even be looked up
        known = ", ".join(repr(code) for code in sorted(LANGUAGES))
        raise InvalidArgumentError(
            f"language must be one of {known}, got {language!r:.80}"
        ) from None

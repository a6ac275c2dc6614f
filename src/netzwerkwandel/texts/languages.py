from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from netzwerkwandel.errors import InvalidArgumentError, shown_choice
from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.english import ENGLISH
from netzwerkwandel.texts.german import GERMAN
from netzwerkwandel.texts.translation import languages_beside


LANGUAGES = {
    **{catalogue.language: catalogue for catalogue in (ENGLISH, GERMAN)},
    **languages_beside(Path(__file__).parent),
}
"""By their codes; a file of TOML beside this one is a language more."""

Language: TypeAlias = str | Catalogue
"""A language by its code, with a region or without (``"de"``, ``"de-AT"``), or one's own."""


def language_code(language: str) -> str:
    """The language of a code without its region, which changes no text: ``de`` of ``de_AT``."""
    return language.replace("_", "-").partition("-")[0].lower()


def catalogue(language: Language) -> Catalogue:
    """Return the texts of a language, or say which languages there are."""
    if isinstance(language, Catalogue):
        return language
    try:
        return LANGUAGES[language_code(language)]
    except (KeyError, AttributeError, TypeError):  # a list, say, has no code
        known = ", ".join(repr(code) for code in sorted(LANGUAGES))
        raise InvalidArgumentError(
            f"language must be one of {known}, or a Catalogue, got {shown_choice(language)}"
        ) from None

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

_FORMALLY = {code: texts.formally() for code, texts in LANGUAGES.items()}

FORMAL = "formal"
"""The last part of a code of which the person is addressed formally, as in ``de-formal``."""

Language: TypeAlias = str | Catalogue
"""A language by its code, with a region or without (``"de"``, ``"de-AT"``, ``"de-formal"``), or
one's own."""


def language_code(language: str) -> str:
    """The language of a code without its region, which changes no text: ``de`` of ``de_AT``."""
    return _parts(language)[0]


def catalogue(language: Language) -> Catalogue:
    """Return the texts of a language, or say which languages there are.

    Examples
    --------
    >>> catalogue("de-AT").say("question employer")
    'Wo arbeitest du jetzt?'
    >>> catalogue("de-AT-formal").say("question employer")
    'Wo arbeiten Sie jetzt?'
    """
    if isinstance(language, Catalogue):
        return language
    try:
        code, *rest = _parts(language)
        return (_FORMALLY if FORMAL in rest else LANGUAGES)[code]
    except (KeyError, AttributeError, TypeError):  # a list, say, has no code
        known = ", ".join(repr(code) for code in sorted(LANGUAGES))
        raise InvalidArgumentError(
            f"language must be one of {known}, or a Catalogue, got {shown_choice(language)}"
        ) from None


def _parts(language: str) -> list[str]:
    return language.replace("_", "-").lower().split("-")

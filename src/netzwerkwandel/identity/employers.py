"""Names of employers, in the form in which they compare equal."""

from __future__ import annotations

import re
from functools import lru_cache

from netzwerkwandel.identity.spelling import fold


_WORDS = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")
_LEGAL_FORMS = frozenset(
    [
        *("ag", "bv", "co", "company", "corp", "corporation", "eg", "ek", "ev", "gbr", "ggmbh"),
        *("gmbh", "inc", "kg", "kgaa", "limited", "llc", "llp", "ltd", "mbh", "nv", "ohg", "plc"),
        *("sa", "sarl", "se", "spa", "srl", "ug", "the", "und", "and"),
    ]
)


# Colleagues have one employer.
@lru_cache(maxsize=65_536)
def employer_form(name: str) -> str:
    """Bring the ways to write an employer to one form; empty where none is known.

    Examples
    --------
    >>> employer_form("Müller & Söhne GmbH & Co. KG"), employer_form("The Acme Corp.")
    ('muller sohne', 'acme')
    """
    words = _WORDS.findall(fold(_JOINED.sub("", name)))
    return " ".join([word for word in words if word not in _LEGAL_FORMS] or words)

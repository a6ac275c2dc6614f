"""In which language somebody has set up her computer."""

from __future__ import annotations

from collections.abc import Mapping

from netzwerkwandel.texts import LANGUAGES, language_code


VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that is set counts, as for gettext."""

_PLAIN = ("C", "POSIX")


def language_of(environment: Mapping[str, str]) -> str | None:
    """Find the first language of an environment that there are texts for.

    Examples
    --------
    >>> language_of({"LANGUAGE": "fi:de_AT", "LANG": "en_US.UTF-8"})
    'de'
    >>> language_of({"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}) is None
    True
    """
    # Whoever sets "C" wants what programs say to be the same everywhere, whatever LANGUAGE is.
    if next((environment[name] for name in VARIABLES[1:] if environment.get(name)), "") in _PLAIN:
        return None
    said = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    # A language may have a country, an encoding and a variant: de_DE.UTF-8@euro.
    codes = (language_code(each.partition(".")[0].partition("@")[0]) for each in said.split(":"))
    return next((code for code in codes if code in LANGUAGES), None)

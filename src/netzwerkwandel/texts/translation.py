"""A language as one file: read, and written for a translator to begin with."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError
from netzwerkwandel.texts._catalogue import Catalogue, Phrase, one_or_other
from netzwerkwandel.texts.english import ENGLISH


HEAD = (
    *("language", "day_format", "month_format", "thousands", "decimal_mark", "percent_sign"),
    "conjunction",
)
LISTS = ("months", "few", "plurals")


def template(texts: Catalogue = ENGLISH) -> str:
    """Write a language as a file of TOML, for a translator to put other words into.

    Parameters
    ----------
    texts : Catalogue
        The words to begin with; by default the English ones.

    Returns
    -------
    str
        What ``read_language`` reads; the two forms of a phrase are named one and other.

    Examples
    --------
    >>> template().splitlines()[0], template().count("channel mail")
    ('language = "en"', 1)
    """
    lines = [f"{name} = {json.dumps(getattr(texts, name), ensure_ascii=False)}" for name in HEAD]
    lists = {"months": texts.months, "few": texts.few, "plurals": ("one", "other")}
    lines += [f"{name} = {json.dumps(told, ensure_ascii=False)}" for name, told in lists.items()]
    formal = {name: phrase for name, phrase in texts.formal.items() if name in texts.phrases}
    for table, phrases in (("phrases", texts.phrases), ("formal", formal)):
        lines += ["", f"[{table}]"]
        for name, phrase in phrases.items():
            lines.append(f"{json.dumps(name)} = {json.dumps(phrase, ensure_ascii=False)}")
    return "\n".join([*lines, ""])


def read_language(path: Path) -> Catalogue:
    """Read a language from a file of TOML.

    Parameters
    ----------
    path : Path
        A file as ``template`` writes it. ``plurals`` names the forms that a number can take, in the
        order of CLDR (zero, one, two, few, many, other), and each phrase that is a list has a form
        for each of them. ``formal`` holds what is said otherwise to somebody who is addressed
        formally, and may be left out.

    Returns
    -------
    Catalogue
        The language.

    Raises
    ------
    InvalidArgumentError
        If it is no TOML, lacks a text, a phrase has too few forms, or a formal one is none of the
        phrases.
    MissingExtraError
        If its rule of plurals needs Babel (extra ``languages``), as any but one and other does.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidArgumentError(f"{path.name} must be a file of TOML: {error}") from None
    phrases, formal = (
        {name: _phrase(phrase) for name, phrase in told.get(table, {}).items()}
        for table in ("phrases", "formal")
    )
    lacking = [name for name in (*HEAD, *LISTS) if name not in told]
    lacking += sorted(ENGLISH.phrases.keys() - phrases)
    if lacking:
        named = ", ".join(map(repr, lacking[:3]))
        raise InvalidArgumentError(f"{path.name} lacks {len(lacking):,} texts: {named} ...")
    if unknown := sorted(formal.keys() - phrases):
        raise InvalidArgumentError(f"{path.name}: formal must name phrases, got {unknown[0]!r}")
    several = [*phrases.items(), *formal.items()]
    forms = {name: len(phrase) for name, phrase in several if isinstance(phrase, tuple)}
    wrong = [name for name, n in forms.items() if n != len(told["plurals"])]
    if wrong:
        raise InvalidArgumentError(
            f"{path.name}: {wrong[0]!r} must have {len(told['plurals'])} forms, one for each of "
            f"plurals, got {forms[wrong[0]]}"
        )
    fields: dict[str, Any] = {name: str(told[name]) for name in HEAD}
    fields |= {name: tuple(map(str, told[name])) for name in ("months", "few")}
    plural = _plural(fields["language"], told["plurals"])
    return attrs.evolve(ENGLISH, **fields, phrases=phrases, formal=formal, plural=plural)


def languages_beside(folder: Path) -> Mapping[str, Catalogue]:
    """Read every language that lies as a file in a folder."""
    files = sorted(folder.glob("*.toml"))
    return {texts.language: texts for texts in map(read_language, files)}


def _phrase(phrase: object) -> Phrase:
    return tuple(map(str, phrase)) if isinstance(phrase, list) else str(phrase)


def _plural(language: str, plurals: list[str]) -> Callable[[int], int]:
    """Which form a number takes: as in English, where that is so, or by the rule of CLDR."""
    if plurals == ["one", "other"] and language in _ONE_AND_OTHER:
        return one_or_other
    try:
        from babel import Locale
    except ImportError:
        raise MissingExtraError("languages", f"the plurals of {language!r}") from None
    rule = Locale.parse(language, sep="-").plural_form
    return lambda n: plurals.index(rule(n)) if rule(n) in plurals else len(plurals) - 1


_ONE_AND_OTHER = frozenset("da de el en es et fi hu it nb nl no sv tr".split())
"""Languages in which one is singular and all else plural, so that no package need be asked."""

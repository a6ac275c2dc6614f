"""Names of people as exports write them: what is a name at all, and which of several to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping


LONGEST_NAME = 200

_EDGES = " \"'`´„“”‚‘’«»‹›,;:<>"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_LAST_FIRST = re.compile(r"([^,]+), ?([^,(]+?)( ?\([^,]*)?")
_SUFFIXES = frozenset(
    [
        "ag",
        "ba",
        "bsc",
        "cfa",
        "co",
        "corp",
        "cpa",
        "dds",
        "dipling",
        "diplinf",
        "diplkfm",
        "diplpsych",
        "dmd",
        "dr",
        "esq",
        "ev",
        "gmbh",
        "ii",
        "iii",
        "inc",
        "iv",
        "jd",
        "jnr",
        "jr",
        "junior",
        "kg",
        "llb",
        "llc",
        "llm",
        "llp",
        "ltd",
        "ma",
        "mag",
        "mba",
        "md",
        "meng",
        "mfa",
        "mp",
        "mph",
        "ms",
        "msc",
        "msw",
        "obe",
        "pe",
        "phd",
        "pmp",
        "prof",
        "psyd",
        "rn",
        "sc",
        "se",
        "senior",
        "snr",
        "sr",
    ]
)


def person_name(text: str) -> str:
    """How is the person called whom an export names like this?

    White space is collapsed, quotes around it and characters that cannot be seen are dropped,
    ``Last, First`` is turned round, and what is an address is no name.

    Parameters
    ----------
    text : str
        The name as it stands in the export.

    Returns
    -------
    str
        At most 200 characters, in Unicode form NFC; empty where this names nobody.

    Examples
    --------
    >>> person_name(' "Okafor, Ben" ')
    'Ben Okafor'
    >>> person_name("Chen Li, PhD")
    'Chen Li, PhD'
    >>> person_name("ben@example.org")
    ''
    """
    words = [word for word in _visible(text).split() if "@" not in word.strip(_EDGES + "@")]
    name = " ".join(words).strip(_EDGES)[:LONGEST_NAME].rstrip(_EDGES)
    name = _first_name_first(name)
    return name if any(c.isalpha() for c in name) else ""


def best_name(counts: Mapping[str, int]) -> str:
    """Which of the names that a person was met under is the one to show?

    Parameters
    ----------
    counts : mapping of str to int
        How often each name was seen.

    Returns
    -------
    str
        The most frequent one, of these the longest, of these the first in the alphabet; empty
        where there is none.

    Examples
    --------
    >>> best_name({"Ben": 2, "Ben Okafor": 2, "B.": 1})
    'Ben Okafor'
    """
    return min(counts, key=lambda name: (-counts[name], -len(name), name), default="")


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    seen = (c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
    return unicodedata.normalize("NFC", "".join(seen))


def _first_name_first(name: str) -> str:
    found = _LAST_FIRST.fullmatch(name)
    if found is None:
        return name
    last, first, remark = found[1].strip(_EDGES), found[2].strip(_EDGES), found[3] or ""
    if not last or not first or _is_suffix(first):
        return name
    return f"{first} {last}{remark}"


def _is_suffix(text: str) -> bool:
    word = text.split(maxsplit=1)[0].replace(".", "").replace("-", "").casefold()
    return word in _SUFFIXES

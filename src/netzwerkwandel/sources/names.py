"""Names of people as exports write them: what is a name at all, and which is used most."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping


LONGEST_NAME = 200

_EDGES = " \"'`´„“”‚‘’«»‹›,;:<>"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_LAST_FIRST = re.compile(r"([^,]+), ?([^,(]+?)( ?\([^,]*)?")
# "Chen Li, PhD" and "Contoso, Ltd." are no "Last, First".
_SUFFIXES = frozenset(
    "ag ba bsc cfa co corp cpa dds dipling diplinf diplkfm diplpsych dmd dr esq ev gmbh ii iii inc"
    " iv jd jnr jr junior kg llb llc llm llp ltd ma mag mba md meng mfa mp mph ms msc msw obe pe"
    " phd pmp prof psyd rn sc se senior snr sr".split()
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
    # Most names are plain ASCII and need nothing; it is asked of every name in a mailbox.
    if not (text.isascii() and text.isprintable()):
        seen = (c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
        text = unicodedata.normalize("NFC", "".join(seen))
    words = [word for word in text.split() if "@" not in word.strip(_EDGES + "@")]
    name = " ".join(words).strip(_EDGES)[:LONGEST_NAME].rstrip(_EDGES)
    turned = _LAST_FIRST.fullmatch(name)
    if turned is not None:
        last, first, remark = turned[1].strip(_EDGES), turned[2].strip(_EDGES), turned[3] or ""
        word = first.partition(" ")[0].replace(".", "").replace("-", "").casefold()
        if last and first and word not in _SUFFIXES:
            name = f"{first} {last}{remark}"
    return name if any(c.isalpha() for c in name) else ""


def most_used_name(counts: Mapping[str, int]) -> str:
    """Which of the names that one source uses for a person does it use most?

    How a person is called in the end is decided of the names of all sources, by how complete they
    are (``identity.joining.best_name``).

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
    >>> most_used_name({"Ben": 2, "Ben Okafor": 2, "B.": 1})
    'Ben Okafor'
    """
    return min(counts, key=lambda name: (-counts[name], -len(name), name), default="")

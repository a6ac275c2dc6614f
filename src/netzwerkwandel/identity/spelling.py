"""How names are spelt: one form for the spellings of a word, and how far apart two words are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache


_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_APOSTROPHES = str.maketrans("", "", "'’`´‘ʼʻ′")
# Besides ae, oe, ue for the umlauts: aa is how å is written, dj how đ is (Djordje), not in Nadja.
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e|(a)a|(?<![a-z])(d)j(?=[oue])|(?<=r)(d)j(?=e)")


# The same given names come again and again.
@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Bring the spellings of a word to one form, so that they compare equal.

    Case, accents and apostrophes go; ``ä``, ``ae`` and ``a`` are one, and so on. The form is made
    for comparing and is not shown: it also takes the e of ``Michael``.

    Examples
    --------
    >>> fold("Müller"), fold("MUELLER"), fold("Muller"), fold("Bauer"), fold("O'Brien")
    ('muller', 'muller', 'muller', 'bauer', 'obrien')
    """
    plain = text.casefold()
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parted if not unicodedata.combining(c)).translate(_LETTERS)
    return _UMLAUT.sub(_letter_kept, plain.translate(_APOSTROPHES))


def _letter_kept(match: re.Match[str]) -> str:
    """The one letter of those found that is in a group; a template is looked up for every word."""
    return match[match.lastindex or 0]


def plain_distance(a: str, b: str) -> int:
    """Count the letters to change, add, drop or swap with the next to turn one word into another.

    Examples
    --------
    >>> plain_distance("meier", "meyer"), plain_distance("ian", "ina"), plain_distance("", "abc")
    (1, 1, 3)
    """
    # Row i has how far the first i letters of a are from every beginning of b. Only the last two
    # rows are kept, the one before the last for two letters that have changed places.
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


@cache
def _fastest() -> Callable[[str, str], int]:
    try:
        from rapidfuzz.distance import OSA
    except ImportError:
        return plain_distance
    return OSA.distance


def spelling_distance(a: str, b: str) -> int:
    """As ``plain_distance``, by rapidfuzz where that is installed."""
    return _fastest()(a, b)

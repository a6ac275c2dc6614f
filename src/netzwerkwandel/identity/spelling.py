"""How names are spelt: one form for the spellings of a word, and the slips of a pen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


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


def is_a_slip_apart(a: str, b: str) -> bool:
    """Say whether two words differ by one letter changed, added, dropped or swapped with the next.

    Examples
    --------
    >>> [is_a_slip_apart("meier", word) for word in ("meyer", "meiers", "eier", "meire")]
    [True, True, True, True]
    >>> [is_a_slip_apart("meier", word) for word in ("meier", "mayer", "miere")]
    [False, False, False]
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    same = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        same += 1
    # Of "meier" and "meire" what is left begins with the letters that differ: "er" and "re".
    a, b = a[same:], b[same:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[2:] == b[2:] and a[:2] == b[1::-1])
    return a[1:] == b or a == b[1:]

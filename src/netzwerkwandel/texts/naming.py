"""What may be printed: no addresses, no letters that a terminal acts on, and nothing endless."""

from __future__ import annotations

import re


LONGEST = 1_000
"""No one text that somebody wrote fills more of an answer than so many letters."""

_DOMAIN = re.compile(r"@[^\s@/\\]*?(?P<ending>\.\w+)?(?=[\s/\\)>,;:@]|$)")


def printable(text: str, longest: int = LONGEST) -> str:
    """Take the domains of addresses, unprintable letters and what is too long out of a text."""
    plain = _in_a_line(text, longest)
    return cut(_DOMAIN.sub(r"…\g<ending>", plain) if "@" in plain else plain, longest)


def printable_as_typed(text: str, longest: int = LONGEST) -> str:
    """Say to somebody what she typed: an address is no news to her."""
    return cut(_in_a_line(text, longest), longest)


def _in_a_line(text: str, longest: int) -> str:
    # Some letters go, so twice as many are looked at as may stay: the cost is that of what stays.
    plain = text[: 2 * longest]
    if not plain.isprintable():
        plain = "".join(c for c in plain if c.isprintable() or c.isspace())
    return " ".join(plain.split())


def cut(text: str, longest: int) -> str:
    """Cut a text to a length, with an ellipsis where something is cut.

    Examples
    --------
    >>> cut("Ben Okafor", 10), cut("Ben Okafor", 5)
    ('Ben Okafor', 'Ben…')
    """
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"

"""What may be printed: no addresses, and no letters that a terminal acts on."""

from __future__ import annotations

import re


_DOMAIN = re.compile(r"@[^\s@/\\]*?(?P<ending>\.\w+)?(?=[\s/\\)>,;:@]|$)")


def printable(text: str) -> str:
    """Take the domains of addresses and all unprintable letters out of a text."""
    plain = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return _DOMAIN.sub(r"…\g<ending>", plain)

"""What nobody is told in German who is addressed with Sie."""

from __future__ import annotations

import re


_VERBS = "antwortet|habt|hattet|hört|kanntet|kennt|seid|trefft|wart"
_FAMILIAR = re.compile(
    rf"\b(du|dein\w*|dir|dich|euch|euer|eure\w*|ihr ({_VERBS})|({_VERBS}) ihr)\b", re.IGNORECASE
)
_ORDERS = re.compile(
    r"\b(antworte|bewahre|bewege|entpacke|erzähl|exportiere|fordere|frag|gib|halte|lade|lass|nenne|"
    r"nimm|prüfe|sag|speichere|überleg|versuche|aktualisiere|entschuldige)\b",
    re.IGNORECASE,
)


def familiar(text: str) -> list[str]:
    """The words of a text that are said to a friend only."""
    return [found[0] for each in (_FAMILIAR, _ORDERS) for found in each.finditer(text)]

"""Names of people as LinkedIn writes them, and the keys of those who come without a profile."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from netzwerkwandel.model import Key
from netzwerkwandel.sources.tools import LONGEST_NAME, digest, person_name


# What LinkedIn writes in place of a member who left, or hides from this one, begins or ends with
# its name in every language; it writes as "LinkedIn" itself.
_NOBODY = re.compile(r"linkedin(?:[ -]\w+)?|\w+(?: (?:de|do|di|del|van))? linkedin", re.IGNORECASE)
_MOST_COMMAS_IN_A_NAME = 3


# Each table names the same people over and over, and a message is asked for its names four times.
@lru_cache(maxsize=65_536)
def linkedin_name(text: str) -> str:
    """Tidy a name; what follows a comma is a title such as *PhD*, for the first name comes first.

    Examples
    --------
    >>> linkedin_name("Wren  Hale, PhD")
    'Wren Hale, PhD'
    """
    if "," not in text:
        return person_name(text[: 10 * LONGEST_NAME])
    pieces = (person_name(piece) for piece in text[: 10 * LONGEST_NAME].split(","))
    return ", ".join(piece for piece in pieces if piece)[:LONGEST_NAME]


def is_nobody(name: str) -> bool:
    """Say whether a name stands for a member who is hidden or has left."""
    if name.isascii() and "linkedin" not in name.lower():
        return False
    return _NOBODY.fullmatch(name) is not None


def name_key(name: str) -> Key:
    """Make the key of somebody of whom an archive tells the name only."""
    return "linkedin-name:" + digest(name.casefold())


def connection_key(name: str, connected_on: date | None) -> Key:
    """Make the key of a connection that an archive names without profile and address."""
    day = "" if connected_on is None else connected_on.isoformat()
    return "linkedin-connection:" + digest(name.casefold(), day)


def split_names(text: str, known: Collection[str], begins: Collection[str]) -> list[str]:
    """Part a list of recipients into names that may hold commas themselves.

    The longest run of pieces that is a known name is one; of the unknown, a piece that looks like
    a title belongs to the name before it.

    Parameters
    ----------
    text : str
        Names, joined by a comma and a blank.
    known : collection of str
        Names that were met elsewhere, case-folded.
    begins : collection of str
        What stands in them before the first comma, or all.

    Examples
    --------
    >>> split_names("Tomás Reyes, Wren Hale, PhD, Ama Owusu", {"wren hale, phd"}, {"wren hale"})
    ['Tomás Reyes', 'Wren Hale, PhD', 'Ama Owusu']
    """
    pieces = [name for piece in text.split(",") if (name := person_name(piece))]
    names: list[str] = []
    start = 0
    while start < len(pieces):
        last, end = min(len(pieces), start + 1 + _MOST_COMMAS_IN_A_NAME), start
        if pieces[start].casefold().partition(",")[0] in begins:
            ends = range(last, start, -1)
            end = next((e for e in ends if ", ".join(pieces[start:e]).casefold() in known), start)
        if end == start:
            # Of nobody who is known, "PhD", "MBA", "Dr." are titles; "Wren", which has one capital
            # and no dot, is the next name.
            end = start + 1
            while end < last and _is_title(pieces[end]):
                end += 1
        names.append(", ".join(pieces[start:end]))
        start = end
    return names


def _is_title(piece: str) -> bool:
    if piece[1:].islower() and "." not in piece:
        return False
    return all("." in word or sum(map(str.isupper, word)) > 1 for word in piece.split())

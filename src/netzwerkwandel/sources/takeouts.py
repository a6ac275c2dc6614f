"""Whole takeouts: several zip archives, or the folders made of them, that are one tree of files."""

from __future__ import annotations

import re
from functools import lru_cache


# A service parts what is large into archives that belong together: "takeout-...-001.zip" and
# "-002.zip" of Google, "facebook-anna-2026-03-12-x7Gh2k.zip" with another end for each part of
# Meta, "part 1 of 3" of Apple, "_part1" of LinkedIn.
_PART = re.compile(
    r"""(?:(?P<google>takeout-\d{8}t\d{6}z)(?:-\d+)+
    | (?P<meta>(?:facebook|instagram|meta)-.+-\d{2,4}-\d{2}-\d{2,4})-\w{4,16}
    | (?P<part>.+?)[ _.-]+part[ _-]?\d+(?:[ ]of[ ]\d+)?
    )(?:\.zip)?""",
    re.IGNORECASE | re.VERBOSE,
)
# Below these folders each part of a takeout has a folder of its own: "Takeout/YouTube/...".
_ABOVE_THE_PARTS = re.compile(
    r"/(?:takeout|your_(?:facebook|instagram)_activity|your_activity_across_facebook)/([^/]+)/",
    re.IGNORECASE,
)


def as_one_tree(path: str) -> str:
    """Name a path by the whole takeout that it lies in, and not by one of its archives.

    Examples
    --------
    >>> as_one_tree("data/takeout-20260312T101500Z-001.zip/Takeout/Mail")
    'data/takeout-20260312T101500Z/Takeout/Mail'
    >>> as_one_tree("data/facebook-anna-2026-03-12-x7Gh2k.zip/messages")
    'data/facebook-anna-2026-03-12/messages'
    """
    lower = path.lower()
    # A hundred thousand mails lie in no such archive.
    if not any(word in lower for word in ("takeout-", "facebook-", "instagram-", "meta-", "part")):
        return path
    return "/".join(map(_whole, path.split("/")))


# Thousands of files lie in one archive.
@lru_cache(maxsize=256)
def _whole(name: str) -> str:
    found = _PART.fullmatch(name)
    return name if found is None else next(filter(None, found.groups()))


def product_of(path: str) -> str:
    """Of which product of a service is a file, by the folders of its takeout? Empty if of none.

    Examples
    --------
    >>> product_of("takeout-20260312T101500Z-001.zip/Takeout/Google Fotos/2024/a.jpg")
    'Google Fotos'
    >>> product_of("holiday/a.jpg")
    ''
    """
    found = _ABOVE_THE_PARTS.search(path.replace("\\", "/"))
    return "" if found is None else found[1]

"""What pictures of rows share: bars from left to right, and words beside them."""

from __future__ import annotations

from netzwerkwandel.show.pictures.marks import Line, Look


THICK = 0.34
"""Half of a bar's height, where rows are 1 apart."""


def bar(start: float, end: float, row: float, look: Look, words: str = "") -> Line:
    """A bar from one value to another, in the middle of a row."""
    low, high = row - THICK, row + THICK
    corners = ((start, low), (end, low), (end, high), (start, high))
    return Line(corners, look, closed=True, words=words)

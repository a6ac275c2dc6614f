"""Names beside dots, so that none covers another: who matters most is placed first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

import attrs
import numpy as np

from netzwerkwandel.network import FloatArray
from netzwerkwandel.show.pictures.svg import text_width


GAP = 2.0
FARTHER = (1.0, 14.0, 30.0, 48.0, 70.0)
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))


@attrs.frozen
class Box:
    """A rectangle in pixels: from where to where across, and from where to where down."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any place."""
        return bool(self.meets_any(np.array([attrs.astuple(other)])))

    def meets_any(self, boxes: FloatArray) -> bool:
        """Whether it shares any place with one of some boxes, each a row of its four sides."""
        left, top, right, bottom = boxes.T
        across = (self.left < right) & (left < self.right)
        return bool((across & (self.top < bottom) & (top < self.bottom)).any())

    def lies_in(self, page: Box) -> bool:
        """Whether none of it lies outside of another."""
        across = page.left <= self.left and self.right <= page.right
        return across and page.top <= self.top and self.bottom <= page.bottom


@attrs.frozen
class Wanted:
    """A name that is wanted beside a dot at x and y, of a radius; ``must`` may stand farther."""

    x: float
    y: float
    radius: float
    text: str
    must: bool = False

    def box(self, farther: float, side: tuple[int, int], size: float) -> Box:
        """Where it would stand to one side of its dot."""
        width, away = text_width(self.text, size), self.radius + GAP + farther
        across, down = side
        if across and down:
            away *= 0.7
        # Beside it, a box begins or ends there; above and below, it is centred.
        left = self.x + across * away - (0 if across > 0 else width if across < 0 else width / 2)
        middle = self.y + down * (away + size / 2)
        return Box(left, middle - size / 2 - 1, left + width, middle + size / 2 + 1)


@attrs.frozen
class Placed:
    """A name and its box; ``far`` says that a line should lead to its dot."""

    wanted: Wanted
    box: Box
    far: bool


def place(
    wanted: Iterable[Wanted],
    taken: Sequence[Box],
    dots: Sequence[Box],
    size: float,
    page: Box,
) -> tuple[Placed, ...]:
    """Find a free place for each name, in this order; one without a free place is left out.

    Parameters
    ----------
    wanted : iterable of Wanted
        The names, the most important first.
    taken : sequence of Box
        What no name may cover.
    dots : sequence of Box
        What a name covers only if it must be there and there is no other place.
    size : float
        The height of the letters.
    page : Box
        Beyond this nothing is drawn.

    Returns
    -------
    tuple of Placed
        No two of the boxes meet.
    """
    boxes, placed = _rows(taken), []
    spared = np.vstack([boxes, _rows(dots)])
    for each in wanted:
        steps = FARTHER if each.must else FARTHER[:1]
        tries = [(each.box(far, side, size), far) for far, side in product(steps, SIDES)]
        fits = [one for one in tries if one[0].lies_in(page) and not one[0].meets_any(boxes)]
        free = [one for one in fits if not one[0].meets_any(spared)] or (fits if each.must else [])
        if free:
            box, farther = free[0]
            boxes, spared = (np.vstack([rows, _rows([box])]) for rows in (boxes, spared))
            placed.append(Placed(each, box, farther > FARTHER[0]))
    return tuple(placed)


def _rows(boxes: Sequence[Box]) -> FloatArray:
    """Boxes as rows of their four sides."""
    return np.array([attrs.astuple(box) for box in boxes], dtype=np.float64).reshape(-1, 4)

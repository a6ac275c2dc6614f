"""What a picture is made of, before anybody draws it: marks at places, as plain data."""

from __future__ import annotations

from enum import StrEnum, unique
from typing import TypeAlias

import attrs


@unique
class Look(StrEnum):
    """What a mark stands for; how that looks is said once, in ``looks``."""

    EGO = "ego"
    INNER = "inner"
    LIVING = "living"
    ASLEEP = "asleep"
    NEVER = "never"
    SUGGESTED = "suggested"
    RULE = "rule"
    WAY = "way"
    BAND = "band"
    INK = "ink"
    MUTED = "muted"
    ON_MARK = "on-mark"
    ON_INNER = "on-inner"
    REST = "rest"
    LACKS = "lacks"
    TRIED = "tried"
    TREND = "trend"


Point: TypeAlias = tuple[float, float]


@attrs.frozen
class Dot:
    """A person or a value: a circle, or a diamond; ``words`` say what it is."""

    x: float
    y: float
    size: float
    look: Look
    words: str = ""


@attrs.frozen
class Line:
    """A line through points; closed, it is filled as an area."""

    points: tuple[Point, ...]
    look: Look
    closed: bool = False
    words: str = ""


@attrs.frozen
class Text:
    """Words beside a place, moved by some pixels (to the right and down)."""

    x: float
    y: float
    text: str
    look: Look = Look.INK
    anchor: str = "start"
    dx: float = 0.0
    dy: float = 0.0
    size: float = 12.0


Mark: TypeAlias = Dot | Line | Text


@attrs.frozen
class Axis:
    """From where to where one direction goes, and what stands at some of its values."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    title: str = ""


@attrs.frozen(kw_only=True)
class Picture:
    """A picture as data: the same marks are drawn by matplotlib and written as SVG.

    Parameters
    ----------
    title, description : str
        What it is, and what it shows, for whoever does not see it.
    language : str
        The code of the language of its words.
    width, height : float
        Its size in pixels, margins included.
    x, y : Axis
        The two directions; y goes upwards.
    marks : sequence of Mark
        What is drawn, the hindmost first.
    legend : sequence of tuple of Look and str
        What the looks stand for.
    margins : tuple of float
        Pixels to the left, above, to the right and below.
    equal : bool
        Whether both directions have one scale, so that a ring stays round.
    """

    title: str
    description: str
    language: str
    width: float
    height: float
    x: Axis
    y: Axis
    marks: tuple[Mark, ...]
    legend: tuple[tuple[Look, str], ...] = ()
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    equal: bool = False

    @property
    def inner_width(self) -> float:
        """How wide it is without its margins."""
        return self.width - self.margins[0] - self.margins[2]

    @property
    def inner_height(self) -> float:
        """How high it is without its margins."""
        return self.height - self.margins[1] - self.margins[3]

    def place(self, x: float, y: float) -> Point:
        """Where a value lies, in pixels from the upper left corner."""
        left, above, _, _ = self.margins
        across = (x - self.x.low) / (self.x.high - self.x.low)
        up = (y - self.y.low) / (self.y.high - self.y.low)
        return left + across * self.inner_width, above + (1 - up) * self.inner_height

    def texts(self) -> tuple[str, ...]:
        """All words in it, its title and its legend left out."""
        return tuple(mark.text for mark in self.marks if isinstance(mark, Text))

    def _repr_svg_(self) -> str:
        from netzwerkwandel.show.pictures.svg import svg

        return svg(self)

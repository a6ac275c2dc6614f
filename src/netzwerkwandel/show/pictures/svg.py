"""A picture as SVG text: no script, nothing from outside, and told in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from html import escape

import attrs

from netzwerkwandel.show.pictures.looks import LIGHT, css
from netzwerkwandel.show.pictures.marks import Dot, Line, Look, Mark, Picture, Text


LEGEND_SIZE = 12.0
LEGEND_LINE = 22.0
ENTRY_GAP = 34.0


def svg(picture: Picture, *, with_style: bool = True) -> str:
    """Write a picture as an SVG element.

    Parameters
    ----------
    picture : Picture
        What is drawn.
    with_style : bool
        Whether it brings its colours along; a page that has ``looks.css()`` once needs them not.

    Returns
    -------
    str
        One element. Title and description say what it shows; names are text and no markup.
    """
    elements, height = _Elements(picture), picture.height + LEGEND_LINE * len(legend_rows(picture))
    # Two pictures on one page must not share an id.
    name = hashlib.blake2b(repr(picture).encode(), digest_size=6).hexdigest()
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="nw-picture" role="img" '
        f'viewBox="0 0 {picture.width:g} {height:g}" lang="{escape(picture.language)}" '
        f'aria-labelledby="t{name} d{name}" font-family="sans-serif">'
    )
    parts = [
        head,
        f'<title id="t{name}">{escape(picture.title)}</title>',
        f'<desc id="d{name}">{escape(picture.description)}</desc>',
    ]
    parts += [f"<style>\n{css()}\n</style>"] if with_style else []
    parts += [*elements.axes(), *map(elements.mark, picture.marks), *elements.legend()]
    return "\n".join([*parts, "</svg>"])


def legend_rows(picture: Picture) -> list[list[tuple[float, Look, str]]]:
    """Where each entry of the legend stands: rows that are as wide as the picture at most."""
    rows: list[list[tuple[float, Look, str]]] = []
    across = picture.width
    for look, words in picture.legend:
        width = ENTRY_GAP + text_width(words, LEGEND_SIZE)
        if across + width > picture.width:
            rows.append([])
            across = 8.0
        rows[-1].append((across, look, words))
        across += width
    return rows


def text_width(text: str, size: float) -> float:
    """About how wide a text is, rather too wide than too narrow; East Asian letters are square."""
    return size * sum(1.0 if ord(letter) >= 0x2E80 else 0.58 for letter in text)


@attrs.frozen
class _Elements:
    """The elements of a picture, each as text."""

    picture: Picture

    def axes(self) -> Iterator[str]:
        """The lines and words of both directions."""
        picture = self.picture
        for value, words in picture.y.ticks:
            left, y = picture.place(picture.x.low, value)
            right, _ = picture.place(picture.x.high, value)
            yield _path([(left, y), (right, y)], Look.RULE)
            yield _text(left - 8, y + 4, words, Look.MUTED, "end", 12)
        for value, words in picture.x.ticks:
            x, y = picture.place(value, picture.y.low)
            yield _path([(x, y), (x, y + 5)], Look.RULE)
            yield _text(x, y + 20, words, Look.MUTED, "middle", 12)
        if picture.x.title:
            x, _ = picture.place((picture.x.low + picture.x.high) / 2, picture.y.low)
            yield _text(x, picture.height - 6, picture.x.title, Look.MUTED, "middle", 12)
        if picture.y.title:
            yield _text(4, picture.margins[1] - 14, picture.y.title, Look.MUTED, "start", 12)

    def mark(self, mark: Mark) -> str:
        """One mark, at its place."""
        if isinstance(mark, Text):
            x, y = self.picture.place(mark.x, mark.y)
            x, y = x + mark.dx, y + mark.dy
            return _text(x, y, mark.text, mark.look, mark.anchor, mark.size)
        if isinstance(mark, Line):
            points = [self.picture.place(*point) for point in mark.points]
            return _path(points, mark.look, closed=mark.closed, words=mark.words)
        return _dot(*self.picture.place(mark.x, mark.y), mark)

    def legend(self) -> Iterator[str]:
        """What the looks stand for, below the picture."""
        for number, row in enumerate(legend_rows(self.picture)):
            y = self.picture.height + LEGEND_LINE * (number + 0.5)
            for x, look, words in row:
                if LIGHT[look].fill is None:
                    yield _path([(x, y), (x + 12, y)], look)
                else:
                    yield _dot(x + 6, y, Dot(0, 0, 6, look))
                yield _text(x + 18, y + 4, words, Look.INK, "start", LEGEND_SIZE)


def _dot(x: float, y: float, mark: Dot) -> str:
    inside = f"<title>{escape(mark.words)}</title>" if mark.words else ""
    if LIGHT[mark.look].diamond:
        r = mark.size * 1.25
        corners = f"{x:.1f},{y - r:.1f} {x + r:.1f},{y:.1f} {x:.1f},{y + r:.1f} {x - r:.1f},{y:.1f}"
        return f'<polygon class="nw-{mark.look}" points="{corners}">{inside}</polygon>'
    circle = f'<circle class="nw-{mark.look}" cx="{x:.1f}" cy="{y:.1f}" r="{mark.size:.1f}"'
    return f"{circle}>{inside}</circle>" if inside else f"{circle}/>"


def _path(
    points: list[tuple[float, float]], look: Look, *, closed: bool = False, words: str = ""
) -> str:
    steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    inside = f"<title>{escape(words)}</title>" if words else ""
    filled = "" if closed else ' fill="none"'
    end = "Z" if closed else ""
    return f'<path class="nw-{look}"{filled} d="M{steps}{end}">{inside}</path>'


def _text(x: float, y: float, words: str, look: Look, anchor: str, size: float) -> str:
    return (
        f'<text class="nw-{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" '
        f'font-size="{size:g}">{escape(words)}</text>'
    )

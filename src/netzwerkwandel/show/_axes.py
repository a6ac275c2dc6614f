"""A picture drawn by matplotlib, on a light page or a dark one."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from netzwerkwandel.errors import MissingExtraError
from netzwerkwandel.show.pictures.looks import Style, styles
from netzwerkwandel.show.pictures.marks import Dot, Line, Look, Picture, Text
from netzwerkwandel.show.pictures.svg import LEGEND_LINE, legend_rows


if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

PIXELS_AN_INCH = 100.0
POINTS_AN_INCH = 72.0
TITLE = 34.0
"""Pixels above a picture, where its title stands."""


def draw(picture: Picture, ax: Axes | None) -> Axes:
    """Draw a picture, on axes of its own where none are given.

    Parameters
    ----------
    picture : Picture
        What is drawn.
    ax : Axes or None
        Where; None makes a figure that no window knows of, so that no display is needed.

    Returns
    -------
    Axes
        With the picture's values as data, so that more may be drawn over it.

    Raises
    ------
    MissingExtraError
        If matplotlib is not installed.
    """
    axes = _new_axes(picture) if ax is None else ax
    _Drawing.on(axes, picture).draw()
    return axes


def _new_axes(picture: Picture) -> Axes:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("plot", "drawing a picture") from None
    height = TITLE + picture.height + LEGEND_LINE * len(legend_rows(picture)) + 8
    left, above, _, _ = picture.margins
    across, up = picture.inner_width / picture.width, picture.inner_height / height
    figure = Figure(figsize=(picture.width / PIXELS_AN_INCH, height / PIXELS_AN_INCH))
    down = 1 - (TITLE + above) / height - up
    axes: Axes = figure.add_axes((left / picture.width, down, across, up))
    # A notebook shows what a value says of itself, and knows nothing of a figure without a window.
    setattr(axes, "_repr_png_", partial(_as_png, figure))  # noqa: B010 - no field of theirs
    return axes


def _as_png(figure: Figure) -> bytes:
    """The picture as a notebook shows it, with whatever was drawn over it since."""
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


@attrs.frozen
class _Drawing:
    """A picture on its way to axes: ``scale`` leads from its pixels to points."""

    axes: Axes
    picture: Picture
    looks: Mapping[Look, Style]
    scale: float

    @classmethod
    def on(cls, axes: Axes, picture: Picture) -> _Drawing:
        """Choose the looks by the page, and the size of letters by the room there is."""
        from matplotlib.colors import to_rgb

        figure = axes.get_figure()
        assert figure is not None
        page = sum(to_rgb(axes.get_facecolor()[:3])) / 3
        points = axes.get_window_extent().width / figure.dpi * POINTS_AN_INCH
        return cls(axes, picture, styles(dark=page < 0.5), points / picture.inner_width)

    def draw(self) -> None:
        """Draw the frame, every mark, and the legend."""
        self._frame()
        # Dots that follow each other and look alike are one collection: thousands are quick so.
        alike = groupby(self.picture.marks, lambda mark: (type(mark), mark.look))
        for order, (_, some) in enumerate(alike):
            marks = [*some]
            self._dots([mark for mark in marks if isinstance(mark, Dot)], order)
            for mark in marks:
                if isinstance(mark, Text):
                    self._text(mark, order)
                elif isinstance(mark, Line):
                    self._line(mark, order)
        self._legend()

    def _frame(self) -> None:
        axes, picture, scale = self.axes, self.picture, self.scale
        ink, muted, rule = (self.looks[look] for look in (Look.INK, Look.MUTED, Look.RULE))
        axes.set_xlim(picture.x.low, picture.x.high)
        axes.set_ylim(picture.y.low, picture.y.high)
        pad = (picture.margins[1] + 8) * scale
        axes.set_title(
            picture.title, color=ink.fill, fontsize=14 * scale, pad=pad, parse_math=False
        )
        for set_ticks, side in ((axes.set_xticks, picture.x), (axes.set_yticks, picture.y)):
            set_ticks([value for value, _ in side.ticks], [words for _, words in side.ticks])
        axes.tick_params(colors=muted.fill, labelsize=12 * scale, length=0)
        axes.set_xlabel(picture.x.title, color=muted.fill, fontsize=12 * scale)
        for spine in axes.spines.values():
            spine.set_visible(False)
        if picture.y.ticks:
            axes.grid(axis="y", color=rule.line, linewidth=rule.width * scale)
            axes.set_axisbelow(True)
        if picture.equal:
            axes.set_aspect("equal")

    def _dots(self, dots: Sequence[Dot], order: int) -> None:
        if dots:
            places = [(dot.x, dot.y) for dot in dots]
            sizes = [dot.size for dot in dots]
            self._scatter(places, sizes, dots[0].look, 2 + order / 1e4, self.axes.transData)

    def _scatter(
        self,
        places: Sequence[tuple[float, float]],
        sizes: Sequence[float],
        look: Look,
        zorder: float,
        transform: Transform,
    ) -> None:
        style, (xs, ys) = self.looks[look], zip(*places, strict=True)
        self.axes.scatter(
            xs,
            ys,
            # an area in square points; a diamond's sides are shorter than it is wide
            s=[(2 * size * self.scale * (0.9 if style.diamond else 1.0)) ** 2 for size in sizes],
            marker="D" if style.diamond else "o",
            facecolor=style.fill or "none",
            edgecolor=style.line or "none",
            linewidth=style.width * self.scale,
            linestyle=(0, style.dashes) if style.dashes else "solid",
            zorder=zorder,
            transform=transform,
            clip_on=False,
        )

    def _line(self, mark: Line, order: int) -> None:
        style, zorder = self.looks[mark.look], 2 + order / 1e4
        width = style.width * self.scale
        dashes = (0, style.dashes) if style.dashes else "solid"
        xs, ys = zip(*mark.points, strict=True)
        if mark.closed:
            fill, line = style.fill or "none", style.line or "none"
            self.axes.fill(
                xs,
                ys,
                facecolor=fill,
                edgecolor=line,
                linewidth=width,
                linestyle=dashes,
                zorder=zorder,
            )
        else:
            ink = style.line or style.fill
            self.axes.plot(xs, ys, color=ink, linewidth=width, linestyle=dashes, zorder=zorder)

    def _text(self, mark: Text, order: int) -> None:
        self.axes.annotate(
            mark.text,
            (mark.x, mark.y),
            xytext=(mark.dx * self.scale, -mark.dy * self.scale),
            textcoords="offset points",
            ha={"start": "left", "middle": "center", "end": "right"}[mark.anchor],
            va="baseline",
            color=self.looks[mark.look].fill,
            fontsize=mark.size * self.scale,
            zorder=2 + order / 1e4,
            annotation_clip=False,
            parse_math=False,  # a name with two dollar signs is no formula
        )

    def _legend(self) -> None:
        """Below the picture, and where the axes end below their ticks."""
        picture, transform = self.picture, self.axes.transAxes
        for number, row in enumerate(legend_rows(picture)):
            below = picture.margins[3] + LEGEND_LINE * (number + 0.5)
            for x, look, words in row:
                across = (x + 6 - picture.margins[0]) / picture.inner_width
                place = (across, -below / picture.inner_height)
                if self.looks[look].fill is None:
                    half = 6 / picture.inner_width
                    ends = [across - half, across + half], [place[1], place[1]]
                    style = self.looks[look]
                    self.axes.plot(*ends, color=style.line, transform=transform, clip_on=False)
                else:
                    self._scatter([place], [6.0], look, 3.0, transform)
                self.axes.annotate(
                    words,
                    place,
                    xycoords=transform,
                    xytext=(12 * self.scale, 0),
                    textcoords="offset points",
                    va="center",
                    color=self.looks[Look.INK].fill,
                    fontsize=12 * self.scale,
                    annotation_clip=False,
                )

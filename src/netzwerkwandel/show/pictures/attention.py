"""The picture of a timeline: how much attention goes to the inner circle, and what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import attrs
import numpy as np

from netzwerkwandel.change import Timeline
from netzwerkwandel.change.experiment_effect import title_of
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Experiment
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.show.pictures.days import axis_of_days, number_of
from netzwerkwandel.show.pictures.marks import Axis, Line, Look, Mark, Picture, Text
from netzwerkwandel.show.pictures.names import shortened
from netzwerkwandel.show.pictures.svg import text_width
from netzwerkwandel.texts import Catalogue, Language


WIDTH, HEIGHT = 840.0, 400.0
MARGINS = (52.0, 8.0, 24.0, 32.0)
LANE = 0.085
"""How high the row of an experiment is, where all attention is 1."""

SIZE, LONGEST = 12.0, 44
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def attention(
    years: Timeline, experiments: Iterable[Experiment] = (), *, language: Language | None = None
) -> Picture:
    """Give the picture of a timeline as data; see ``nw.plot.timeline``.

    Parameters
    ----------
    years : Timeline
        The steps.
    experiments : iterable of Experiment
        What was tried.
    language : str or Catalogue, optional
        By default that of the timeline.

    Returns
    -------
    Picture
        In days since 1970, and shares from 0 to 1; above these a row for experiments.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    """
    check_kind("years", years, Timeline)
    if not isinstance(experiments, Iterable):
        raise InvalidArgumentError("experiments must be a sequence of Experiment")
    tried = [check_kind("experiments", each, Experiment) for each in experiments]
    texts = years.texts_in(language)
    moments = [number_of(moment) for moment in years.moments]
    shares = years.column("core_share")
    known = np.flatnonzero(~np.isnan(shares)) if len(moments) == len(shares) else np.array([], int)
    begin = years[0].moments[0] if years else None
    end = years.moments[-1] if years.moments else None
    first = begin or datetime(1970, 1, 1, tzinfo=UTC)
    x = axis_of_days(first.date(), (end or first).date(), texts)
    bars = _Bar.in_lanes(tried, x, texts)
    marks = [*_areas([(moments[i], float(shares[i])) for i in known.tolist()])]
    marks += [mark for each in bars for mark in each.marks()]
    titles = [title_of(each.tried, texts) for each in bars]
    about = texts.say("picture tried", len(titles), titles=texts.listing(titles)) if titles else ""
    legend = [(Look.INNER, "picture look inner"), (Look.LIVING, "picture everybody else")]
    legend += [(Look.TRIED, "picture look tried")] if bars else []
    rows = 1 + max((each.lane for each in bars), default=-1)
    return Picture(
        title=texts.say("picture timeline"),
        description=" ".join([*years.explain(texts).split("\n"), about]).strip(),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=x,
        y=Axis(0.0, 1.0 + LANE * rows, tuple((share, texts.percent(share)) for share in SHARES)),
        marks=tuple(marks),
        legend=tuple((look, texts.say(name)) for look, name in legend),
        margins=MARGINS,
    )


def _areas(points: Sequence[tuple[float, float]]) -> Iterator[Mark]:
    """The inner circle's share from below, and above it everybody else's."""
    if len(points) < 2:
        return
    ends = points[0][0], points[-1][0]
    below = ((ends[1], 0.0), (ends[0], 0.0))
    above = ((ends[1], 1.0), (ends[0], 1.0))
    yield Line((*points, *above), Look.LIVING, closed=True)
    yield Line((*points, *below), Look.INNER, closed=True)


@attrs.frozen
class _Bar:
    """An experiment on the axis of days, and the row above the picture where it is shown."""

    tried: Experiment
    x: Axis
    texts: Catalogue
    lane: int = 0

    @classmethod
    def in_lanes(cls, tried: Sequence[Experiment], x: Axis, texts: Catalogue) -> list[_Bar]:
        """Give each a row, the lowest in which neither its bar nor its title meets others.

        What began before the picture begins, or after it ends, is shown as far as it lies in it.
        """
        rows: list[list[tuple[float, float]]] = []
        placed = []
        for each in sorted(tried, key=lambda each: (each.started, each.key)):
            bar = cls(each, x, texts)
            if bar.end < x.low or bar.start > x.high:
                continue
            left, right = bar.room
            free = (n for n, row in enumerate(rows) if all(right < a or b < left for a, b in row))
            lane = next(free, len(rows))
            if lane == len(rows):
                rows.append([])
            rows[lane].append((left, right))
            placed.append(attrs.evolve(bar, lane=lane))
        return placed

    @property
    def start(self) -> float:
        """The day on which it began."""
        return number_of(self.tried.started)

    @property
    def end(self) -> float:
        """Its last day; what goes on ends with the picture, and a single day is seen, too."""
        end = self.x.high if self.tried.ended is None else number_of(self.tried.ended)
        return max(end, self.start + (self.x.high - self.x.low) / 200)

    @property
    def is_late(self) -> bool:
        """Whether there is more room for its title on the left."""
        return self.start > (self.x.low + self.x.high) / 2

    @property
    def title(self) -> str:
        """What it is called, at a length that finds room."""
        return shortened(title_of(self.tried, self.texts), LONGEST)

    @property
    def room(self) -> tuple[float, float]:
        """From where to where it reaches, with its title."""
        pixels = (WIDTH - MARGINS[0] - MARGINS[2]) / (self.x.high - self.x.low)
        room = (text_width(self.title, SIZE) + 16) / pixels
        return (self.start - room, self.end) if self.is_late else (self.start, self.end + room)

    def marks(self) -> Iterator[Mark]:
        """A bar over its days, and its title on the side where there is more room."""
        low, middle, high = (1.0 + LANE * (self.lane + part) for part in (0.2, 0.5, 0.8))
        left, right = max(self.start, self.x.low), min(self.end, self.x.high)
        corners = ((left, low), (right, low), (right, high), (left, high))
        yield Line(corners, Look.TRIED, closed=True, words=self.title)
        if self.is_late:
            yield Text(left, middle, self.title, anchor="end", dx=-6, dy=4, size=SIZE)
        else:
            yield Text(right, middle, self.title, dx=6, dy=4, size=SIZE)

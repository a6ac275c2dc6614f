"""The picture of a timeline: how much attention goes to the inner circle, and what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

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
    tried = sorted(_checked(experiments), key=lambda each: (each.started, each.key))
    texts = years.texts_in(language)
    moments = [number_of(moment) for moment in years.moments]
    shares = years.column("core_share")
    known = np.flatnonzero(~np.isnan(shares)) if len(moments) == len(shares) else np.array([], int)
    first, last = _span(years)
    x = axis_of_days(first, last, texts)
    lanes = _lanes(tried, x, texts)
    marks = [*_areas([(moments[i], float(shares[i])) for i in known.tolist()])]
    for each, lane in lanes:
        marks += _tried(each, lane, x, texts)
    titles = [title_of(each, texts) for each, _ in lanes]
    about = texts.say("picture tried", len(titles), titles=texts.listing(titles)) if titles else ""
    legend = [(Look.INNER, "picture look inner"), (Look.LIVING, "picture everybody else")]
    legend += [(Look.TRIED, "picture look tried")] if lanes else []
    rows = 1 + max((lane for _, lane in lanes), default=-1)
    return Picture(
        title=texts.say("picture timeline"),
        description=" ".join([*years.explain(texts).split("\n"), about]).strip(),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=x,
        y=Axis(0.0, 1.0 + LANE * rows, _percents(texts)),
        marks=tuple(marks),
        legend=tuple((look, texts.say(name)) for look, name in legend),
        margins=MARGINS,
    )


def _checked(experiments: Iterable[Experiment]) -> list[Experiment]:
    if not isinstance(experiments, Iterable):
        raise InvalidArgumentError("experiments must be a sequence of Experiment")
    return [check_kind("experiments", each, Experiment) for each in experiments]


def _span(years: Timeline) -> tuple[date, date]:
    """From the beginning of the first step to the end of the last."""
    begin = years[0].moments[0] if years else None
    end = years.moments[-1] if years.moments else None
    nothing = datetime(1970, 1, 1, tzinfo=UTC)
    return (begin or nothing).date(), (end or begin or nothing).date()


def _percents(texts: Catalogue) -> tuple[tuple[float, str], ...]:
    return tuple((share, texts.percent(share)) for share in (0.0, 0.25, 0.5, 0.75, 1.0))


def _areas(points: Sequence[tuple[float, float]]) -> Iterator[Mark]:
    """The inner circle's share from below, and above it everybody else's."""
    if len(points) < 2:
        return
    ends = points[0][0], points[-1][0]
    below = ((ends[1], 0.0), (ends[0], 0.0))
    above = ((ends[1], 1.0), (ends[0], 1.0))
    yield Line((*points, *above), Look.LIVING, closed=True)
    yield Line((*points, *below), Look.INNER, closed=True)


def _lanes(tried: Sequence[Experiment], x: Axis, texts: Catalogue) -> list[tuple[Experiment, int]]:
    """Give each experiment a row, the lowest in which neither its bar nor its title meets others.

    What began before the picture begins, or after it ends, is shown as far as it lies in it.
    """
    pixels = (WIDTH - MARGINS[0] - MARGINS[2]) / (x.high - x.low)
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for each in tried:
        start, end = _bar(each, x)
        if end < x.low or start > x.high:
            continue
        room = (text_width(_title(each, texts), SIZE) + 16) / pixels
        left, right = (start - room, end) if _is_late(start, x) else (start, end + room)
        free = (n for n, row in enumerate(rows) if all(right < a or b < left for a, b in row))
        lane = next(free, len(rows))
        if lane == len(rows):
            rows.append([])
        rows[lane].append((left, right))
        placed.append((each, lane))
    return placed


def _bar(each: Experiment, x: Axis) -> tuple[float, float]:
    """From when to when; what goes on ends with the picture, and a single day is seen, too."""
    start = number_of(each.started)
    end = x.high if each.ended is None else number_of(each.ended)
    return start, max(end, start + (x.high - x.low) / 200)


def _is_late(start: float, x: Axis) -> bool:
    return start > (x.low + x.high) / 2


def _title(each: Experiment, texts: Catalogue) -> str:
    return shortened(title_of(each, texts), LONGEST)


def _tried(each: Experiment, lane: int, x: Axis, texts: Catalogue) -> Iterator[Mark]:
    """A bar over its days, and its title on the side where there is more room."""
    start, end = _bar(each, x)
    low, high = 1.0 + LANE * (lane + 0.2), 1.0 + LANE * (lane + 0.8)
    left, right = max(start, x.low), min(end, x.high)
    corners = ((left, low), (right, low), (right, high), (left, high))
    yield Line(corners, Look.TRIED, closed=True, words=_title(each, texts))
    middle = 1.0 + LANE * (lane + 0.5)
    if _is_late(start, x):
        yield Text(left, middle, _title(each, texts), anchor="end", dx=-6, dy=4, size=SIZE)
    else:
        yield Text(right, middle, _title(each, texts), dx=6, dy=4, size=SIZE)

"""The picture of before and after: what talking once to everybody on a list would change."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from netzwerkwandel.model import Function
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.recommending import Recommendations
from netzwerkwandel.show.pictures.marks import Axis, Dot, Line, Look, Mark, Picture, Text
from netzwerkwandel.texts import Catalogue, Language


WIDTH, HEIGHT = 840.0, 220.0
MARGINS = (310.0, 10.0, 140.0, 10.0)


@attrs.frozen
class Figure:
    """One figure before and after, as numbers and as they are written."""

    name: str
    before: float
    after: float
    texts: Catalogue

    def written(self, value: float) -> str:
        """Numbers of people and functions whole, shares in percent.

        A share of which the whole percents differ may be said to stay as it is, and the other way
        round (13.6 and 13.4, 13.4 and 12.6): with tenths what is written is what is meant.
        """
        if self.name == "constraint":
            return f"{self.texts.tenths(100 * value)}{self.texts.percent_sign}"
        return self.texts.number(round(value))

    def told(self) -> str:
        """In a sentence."""
        before, after = self.written(self.before), self.written(self.after)
        name = self.texts.say(f"picture figure {self.name}")
        return self.texts.sentence(
            [self.texts.say("picture from to", figure=name, before=before, after=after)]
        )

    def marks(self, row: int) -> Iterator[Mark]:
        """Two dots on a line, the one before hollow and the one after full."""
        most = max(self.before, self.after) or 1.0
        before, after = self.before / most, self.after / most
        name = self.texts.say(f"picture figure {self.name}")
        yield Text(0.0, row, name, anchor="end", dx=-10, dy=4)
        yield Line(((0.0, row), (1.0, row)), Look.RULE)
        yield Line(((before, row), (after, row)), Look.TREND)
        yield Dot(before, row, 7.0, Look.LIVING)
        yield Dot(after, row, 5.0, Look.INNER)
        values = f"{self.written(self.before)} → {self.written(self.after)}"
        yield Text(1.0, row, values, dx=14, dy=4)


def figures(picks: Recommendations, texts: Catalogue) -> tuple[Figure, ...]:
    """What a list would change: each figure that is known and is written otherwise afterwards.

    To the functions that somebody serves now come those that somebody on the list would serve.
    """
    covered = set(Function) - set(picks.coverage.missing)
    added = covered | {pick.function for pick in picks if pick.function is not None}
    shifts = (
        Figure(
            "size", picks.effect.effective_size.before, picks.effect.effective_size.after, texts
        ),
        Figure("constraint", picks.effect.constraint.before, picks.effect.constraint.after, texts),
        Figure("functions", float(len(covered)), float(len(added)), texts),
    )
    known = (each for each in shifts if not math.isnan(each.before + each.after))
    return tuple(each for each in known if each.written(each.before) != each.written(each.after))


def before_after(picks: Recommendations, *, language: Language | None = None) -> Picture:
    """Give before and after as data; see ``nw.plot.before_after``.

    Parameters
    ----------
    picks : Recommendations
        The list.
    language : str or Catalogue, optional
        By default that of the list.

    Returns
    -------
    Picture
        A row for each figure, each from 0 to 1, where the larger of its two values is 1.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    """
    check_kind("picks", picks, Recommendations)
    texts = picks.texts_in(language)
    some = figures(picks, texts)
    told = [each.told() for each in some]
    if not math.isnan(picks.effect.constraint.before + picks.effect.constraint.after):
        told.append(picks.effect.explain(texts))
    return Picture(
        title=texts.say("picture change", len(picks)),
        description=" ".join(told),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=Axis(0.0, 1.0),
        y=Axis(-0.5, max(len(some), 1) - 0.5),
        marks=tuple(mark for row, each in enumerate(reversed(some)) for mark in each.marks(row)),
        legend=((Look.LIVING, texts.say("picture now")), (Look.INNER, texts.say("picture then"))),
        margins=MARGINS,
    )

"""The picture of coverage: who serves each of the six functions, and on whom each hangs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Goal, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import FunctionCoverage, function_coverage
from netzwerkwandel.show.pictures.marks import Axis, Look, Mark, Picture, Text
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.pictures.rows import bar
from netzwerkwandel.show.pictures.svg import text_width
from netzwerkwandel.texts import Catalogue, Language
from netzwerkwandel.texts.explained import spoken


WIDTH, HEIGHT = 840.0, 330.0
MARGINS = (150.0, 10.0, 190.0, 10.0)
PIXELS = WIDTH - MARGINS[0] - MARGINS[2]
MOST_SHOWN = 5
SIZE = 12.0


def coverage(
    network: Network,
    goal: Goal | None = None,
    *,
    ego: Key | int | None = None,
    initials: bool = False,
    language: Language | None = None,
) -> Picture:
    """Give the picture of what a network covers as data; see ``nw.plot.coverage``.

    Parameters
    ----------
    network, goal, ego
        As for ``function_coverage``.
    initials : bool
        Whether people are called by their initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.

    Returns
    -------
    Picture
        A row for each function, the first at 5 and the last at 0, each from 0 to 1.

    Raises
    ------
    InvalidArgumentError, NotFoundError, InvalidNetworkError
        As ``function_coverage``.
    """
    check_kind("initials", initials, bool)
    covered = function_coverage(network, goal, ego=ego)
    texts = spoken(language, network.language)
    ties = network.ties_of(ego)
    inner = {network.keys[i] for i in ties.target[inner_circle_of(ties)].tolist()}
    short = ShortNames.of(network.contacts, texts, initials=initials, owner=network.ego)
    names = {
        key: short.of_one(network.contact(network.index_of(key)))
        for each in covered.values()
        for key in each.keys[:MOST_SHOWN]
    }
    rows = [_Row(each, names, inner, texts) for each in covered.values()]
    last = len(rows) - 1
    marks = [mark for number, row in enumerate(rows) for mark in row.marks(last - number)]
    looks = (Look.INNER, Look.LIVING, Look.REST, Look.LACKS)
    shown = {mark.look for mark in marks}
    words = ("picture look inner", "picture not inner", "picture rest", "picture lacks")
    return Picture(
        title=texts.say("picture coverage"),
        description=" ".join(row.told() for row in rows),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=Axis(0.0, 1.0),
        y=Axis(-0.6, len(covered) - 0.4),
        marks=tuple(marks),
        legend=tuple((k, texts.say(w)) for k, w in zip(looks, words, strict=True) if k in shown),
        margins=MARGINS,
    )


@attrs.frozen
class _Row:
    """One function: those who serve it, by their names, and who of them is of the inner circle."""

    of: FunctionCoverage
    names: Mapping[Key, str]
    inner: Collection[Key]
    texts: Catalogue

    @property
    def name(self) -> str:
        """What it is called."""
        return self.texts.say(f"function {self.of.function}")

    def marks(self, row: int) -> Iterator[Mark]:
        """A bar that is one for all who serve it: each has the share that hangs on her."""
        yield Text(0.0, row, self.name, anchor="end", dx=-10, dy=4, size=SIZE + 1)
        if not self.of.is_covered:
            yield bar(0.0, 1.0, row, Look.LACKS, self.counted())
        total, start = sum(self.of.amounts), 0.0
        for key, amount in list(zip(self.of.keys, self.of.amounts, strict=True))[:MOST_SHOWN]:
            end = start + amount / total
            is_inner, name = key in self.inner, self.names[key]
            yield bar(start, end, row, Look.INNER if is_inner else Look.LIVING, name)
            if text_width(name, SIZE) + 8 <= (end - start) * PIXELS:
                ink = Look.ON_INNER if is_inner else Look.INK
                yield Text((start + end) / 2, row, name, ink, "middle", dy=4, size=SIZE)
            start = end
        yield from self.others(start, row)
        yield Text(1.0, row, self.counted(), Look.MUTED, dx=10, dy=4, size=SIZE)

    def others(self, start: float, row: int) -> Iterator[Mark]:
        """All who are not shown, as one part of the bar."""
        if more := len(self.of.keys[MOST_SHOWN:]):
            yield bar(start, 1.0, row, Look.REST)
            words = self.texts.say("picture more", more)
            if text_width(words, SIZE) <= (1 - start) * PIXELS:
                yield Text((start + 1) / 2, row, words, Look.INK, "middle", dy=4, size=SIZE)

    def counted(self) -> str:
        """How many serve it, and in how many circles they stand."""
        if not self.of.is_covered:
            return self.texts.say("picture nobody")
        people = self.texts.say("picture people", len(self.of.keys))
        if self.of.is_single_point:
            return people
        circles = self.texts.say("picture circles", self.of.circles)
        return self.texts.say("picture people in", people=people, circles=circles)

    def told(self) -> str:
        """In a sentence, with those on whom it hangs most."""
        most = self.texts.listing([self.names[key] for key in self.of.keys[:MOST_SHOWN]])
        told = f"{self.name}: {self.counted()}"
        if most:
            told += f" ({most}{'' if len(self.of.keys) <= MOST_SHOWN else ', …'})"
        return self.texts.sentence([told])

"""The picture of coverage: who serves each of the six functions, and on whom each hangs."""

from __future__ import annotations

from collections.abc import Iterator

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Goal, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import FunctionCoverage, function_coverage
from netzwerkwandel.show.pictures.marks import Axis, Look, Mark, Picture, Text
from netzwerkwandel.show.pictures.names import short_name
from netzwerkwandel.show.pictures.rows import bar
from netzwerkwandel.show.pictures.svg import text_width
from netzwerkwandel.texts import Catalogue, Language
from netzwerkwandel.texts.explained import spoken


WIDTH, HEIGHT = 840.0, 330.0
MARGINS = (150.0, 10.0, 190.0, 10.0)
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
    names = {
        key: short_name(network.contact(network.index_of(key)), texts, initials=initials)
        for each in covered.values()
        for key in each.keys[:MOST_SHOWN]
    }
    marks, told = [], []
    for row, each in zip(reversed(range(len(covered))), covered.values(), strict=True):
        marks += [*_row(each, row, inner, names, texts)]
        told.append(_told(each, names, texts))
    looks = (Look.INNER, Look.LIVING, Look.REST, Look.LACKS)
    shown = {mark.look for mark in marks}
    words = ("picture look inner", "picture everybody else", "picture rest", "picture lacks")
    return Picture(
        title=texts.say("picture coverage"),
        description=" ".join(told),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=Axis(0.0, 1.0),
        y=Axis(-0.6, len(covered) - 0.4),
        marks=tuple(marks),
        legend=tuple((k, texts.say(w)) for k, w in zip(looks, words, strict=True) if k in shown),
        margins=MARGINS,
    )


def _row(
    each: FunctionCoverage, row: int, inner: set[Key], names: dict[Key, str], texts: Catalogue
) -> Iterator[Mark]:
    """A bar that is one for all who serve it: each has the share that hangs on her."""
    name = texts.say(f"function {each.function}")
    yield Text(0.0, row, name, anchor="end", dx=-10, dy=4, size=SIZE + 1)
    if not each.is_covered:
        yield bar(0.0, 1.0, row, Look.LACKS, _counted(each, texts))
    total, start, pixels = sum(each.amounts), 0.0, WIDTH - MARGINS[0] - MARGINS[2]
    for key, amount in list(zip(each.keys, each.amounts, strict=True))[:MOST_SHOWN]:
        end = start + amount / total
        look = Look.INNER if key in inner else Look.LIVING
        yield bar(start, end, row, look, names[key])
        if text_width(names[key], SIZE) + 8 <= (end - start) * pixels:
            ink = Look.ON_INNER if key in inner else Look.INK
            yield Text((start + end) / 2, row, names[key], ink, "middle", dy=4, size=SIZE)
        start = end
    if more := len(each.keys) - MOST_SHOWN if each.keys[MOST_SHOWN:] else 0:
        yield bar(start, 1.0, row, Look.REST)
        words = texts.say("picture more", more)
        if text_width(words, SIZE) <= (1 - start) * pixels:
            yield Text((start + 1) / 2, row, words, Look.INK, "middle", dy=4, size=SIZE)
    yield Text(1.0, row, _counted(each, texts), Look.MUTED, dx=10, dy=4, size=SIZE)


def _counted(each: FunctionCoverage, texts: Catalogue) -> str:
    """How many serve it, and in how many circles they stand."""
    if not each.is_covered:
        return texts.say("picture nobody")
    people = texts.say("picture people", len(each.keys))
    if each.is_single_point:
        return people
    circles = texts.say("picture circles", each.circles)
    return texts.say("picture people in", people=people, circles=circles)


def _told(each: FunctionCoverage, names: dict[Key, str], texts: Catalogue) -> str:
    """One function in a sentence, with those on whom it hangs most."""
    name = texts.say(f"function {each.function}")
    most = texts.listing([names[key] for key in each.keys[:MOST_SHOWN]])
    told = f"{name}: {_counted(each, texts)}"
    if most:
        told += f" ({most}{'' if len(each.keys) <= MOST_SHOWN else ', …'})"
    return texts.sentence([told])

"""The picture of one contact's history: when there was contact, and where it fell silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date
from itertools import pairwise

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.model import Contact, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import Network
from netzwerkwandel.records.directory import Directory
from netzwerkwandel.show.pictures.days import axis_of_days, number_of
from netzwerkwandel.show.pictures.marks import Axis, Dot, Line, Look, Mark, Picture, Text
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.texts import Catalogue, Language
from netzwerkwandel.texts.explained import spoken


WIDTH, HEIGHT = 840.0, 300.0
MARGINS = (44.0, 26.0, 24.0, 32.0)
SILENT = 365
"""Days without contact from which on a silence is marked."""


def history(
    network: Network,
    contact: Contact | Key,
    *,
    initials: bool = False,
    language: Language | None = None,
) -> Picture:
    """Give one contact's history as data; see ``nw.plot.history``.

    Parameters
    ----------
    network : Network
        Built from records, as of a moment.
    contact : Contact or str
        Whose history, as she is known: a contact, a key, an address, or a name that only she bears.
    initials : bool
        Whether she is called by her initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.

    Returns
    -------
    Picture
        In days since 1970, and days with contact in a quarter of a year.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    NotFoundError, InvalidNetworkError
        If she is no contact of the owner, or the network knows of no moment.
    """
    check_kind("network", network, Network)
    check_kind("initials", initials, bool)
    if network.as_of is None:
        raise InvalidNetworkError("a history needs a network that was built from records")
    who = contact if isinstance(contact, Contact) else check_kind("contact", contact, str)
    key = Directory(contacts=network.contacts).person(who).key
    ties, number = network.ties_of(), network.index_of(key)
    rows = np.flatnonzero(ties.target == number).tolist()
    texts = spoken(language, network.language)
    short = ShortNames.of(network.contacts, texts, initials=initials, owner=network.ego)
    called = short.of_one(network.contact(number))
    happened = [each for row in rows for each in ties.interactions_of(row)]
    days = sorted({each.when.astimezone(UTC).date() for each in happened})
    last = network.as_of.astimezone(UTC).date()
    said = [each for each in network.suggestions if each.contact == key]
    first = min([*days, *(each.on for each in said), last])
    x, seen = axis_of_days(date(first.year, 1, 1), last, texts), _DaysSeen(days, last)
    marks = [*seen.silences(texts), *seen.bars(x)]
    marks += [Dot(number_of(each.on), seen.most * 1.12, 7.0, Look.SUGGESTED) for each in said]
    counts = Counter(each.channel for each in happened)
    parts = [texts.say(f"channel {channel}", n) for channel, n in counts.most_common()]
    about = [texts.say("picture history about", who=called, counts=texts.listing(parts))]
    about = about if parts else [texts.say("picture history none", who=called)]
    about += [texts.sentence([mark.text]) for mark in marks if isinstance(mark, Text)]
    looks = [(Look.INNER, "picture look days")] + [(Look.SUGGESTED, "picture look said")] * bool(
        said
    )
    return Picture(
        title=texts.say("picture history", who=called),
        description=" ".join(about),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=x,
        y=Axis(0.0, seen.most * 1.25, tuple((n, texts.number(n)) for n in sorted({0, seen.most}))),
        marks=tuple(marks),
        legend=tuple((look, texts.say(name)) for look, name in looks),
        margins=MARGINS,
    )


@attrs.frozen
class _DaysSeen:
    """The days with contact, in their order, and the last day that is known."""

    days: Sequence[date]
    last: date

    @property
    def per_quarter(self) -> Mapping[date, int]:
        """On how many days of each quarter of a year there was contact, by its first day.

        Quarters begin in January, April, July and October: August (8) is of July,
        (8 - 1) // 3 * 3 + 1.
        """
        return Counter(date(day.year, (day.month - 1) // 3 * 3 + 1, 1) for day in self.days)

    @property
    def most(self) -> int:
        """On how many days of one quarter at most."""
        return max(self.per_quarter.values(), default=1)

    def bars(self, x: Axis) -> Iterator[Mark]:
        """A bar for each quarter."""
        for begin, n in self.per_quarter.items():
            left, right = number_of(begin), min(number_of(begin) + 84, x.high)
            corners = ((left, 0.0), (right, 0.0), (right, float(n)), (left, float(n)))
            yield Line(corners, Look.INNER, closed=True)

    def silences(self, texts: Catalogue) -> Iterator[Mark]:
        """Every silence of a year or more, the one that lasts until now included."""
        top, middle, last = self.most * 1.05, self.most * 0.55, self.last
        for begin, end in pairwise([*self.days, last] if self.days else []):
            if (end - begin).days < SILENT:
                continue
            left, right = number_of(begin), number_of(end)
            yield Line(((left, 0), (right, 0), (right, top), (left, top)), Look.BAND, closed=True)
            lasts = end == last and end not in self.days
            name = "picture silent since" if lasts else "picture silent"
            words = texts.say(name, span=texts.span((end - begin).days))
            yield Text((left + right) / 2, middle, words, Look.MUTED, "middle", size=12)

"""The picture of a person's network: who stands how near, who sleeps, who is suggested."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind, check_optional
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import Recommendations
from netzwerkwandel.show.pictures.ego_layout import BORDERS, EgoLayout, Person, Ring, ego_layout
from netzwerkwandel.show.pictures.labels import Box, Wanted, place
from netzwerkwandel.show.pictures.marks import Axis, Dot, Line, Look, Mark, Picture, Text
from netzwerkwandel.show.pictures.svg import text_width
from netzwerkwandel.texts import Catalogue, Language
from netzwerkwandel.texts.explained import spoken


WIDTH, HEIGHT = 840.0, 630.0
ACROSS, UP = 1.5, 1.125
"""How far the page reaches where the outermost ring ends at 1: names need room to both sides."""

LETTERS = 12.0
MOST_NAMES = 30
RIM = 1.06
MANY_SECTORS = 24
LOOKS = {ring: Look(str(ring)) for ring in Ring}


def egogram(
    network: Network,
    picks: Recommendations | None = None,
    *,
    ego: Key | int | None = None,
    like: Network | None = None,
    initials: bool = False,
    language: Language | None = None,
) -> Picture:
    """Give the egogram as data; see ``nw.plot.egogram``.

    Parameters
    ----------
    network : Network
        The network.
    picks : Recommendations, optional
        Who is suggested.
    ego : str, int or None
        The person in the middle, if not the owner of the network.
    like : Network, optional
        A network whose layout is kept.
    initials : bool
        Whether people are called by their initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.

    Returns
    -------
    Picture
        Its marks, with the person at (0, 0) and the outermost ring at 1.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.

    Examples
    --------
    >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> egogram(network, ego="ada").texts()
    ('ada', 'ben', 'eva', 'each on their own')
    """
    check_kind("network", network, Network)
    check_kind("initials", initials, bool)
    check_optional("picks", picks, Recommendations)
    check_optional("like", like, Network)
    texts = spoken(language, network.language)
    listed = [pick.contact.key for pick in picks or ()]
    layout = ego_layout(network, texts, ego=ego, listed=listed, like=like, initials=initials)
    wording = _Wording(texts, layout)
    page = Picture(
        title=wording.title(network),
        description=wording.description(),
        language=texts.language,
        width=WIDTH,
        height=HEIGHT,
        x=Axis(-ACROSS, ACROSS),
        y=Axis(-UP, UP),
        marks=(),
        legend=wording.legend(),
        equal=True,
    )
    drawing = _Drawing(layout, page, layout.me or texts.say("picture me"))
    return attrs.evolve(page, marks=(*drawing.lines(), *drawing.dots(), *drawing.names()))


@attrs.frozen
class _Wording:
    """What the picture says, in words."""

    texts: Catalogue
    layout: EgoLayout

    def title(self, network: Network) -> str:
        """Whose network, and of when."""
        if network.as_of is None:
            return self._of_me("picture egogram")
        return self._of_me("picture egogram on", on=self.texts.day(network.as_of.date()))

    def description(self) -> str:
        """Who stands where, how many, and who is suggested."""
        say, layout = self.texts.say, self.layout
        counts = [
            say(f"picture count {ring}", n) for ring in Ring if (n := layout.counted(ring)) > 0
        ]
        parts = [self._of_me("picture egogram about")]
        if len(layout.sectors) > 1:
            parts.append(say("picture circles about", example=say("picture circle", who="…")))
        parts += [self.texts.sentence([self.texts.listing(counts)])] if counts else []
        if suggested := layout.suggested:
            named = [f"{person.name} ({self.texts.number(person.place)})" for person in suggested]
            parts.append(say("picture suggested", len(named), names=self.texts.listing(named)))
            outside = sum(person.ring in {Ring.ASLEEP, Ring.NEVER} for person in suggested)
            if 0 < outside < len(named):
                parts.append(say("picture outside", outside, all=self.texts.number(len(named))))
            else:
                parts.append(say(f"picture outside {'all' if outside else 'none'}", len(named)))
        return " ".join(parts)

    def _of_me(self, name: str, **values: str) -> str:
        """Say something of the person in the middle, or to her where she has no name."""
        who = self.layout.me
        named = name if who else f"{name} unnamed"
        return self.texts.say(named, None, who=who, **values)

    def legend(self) -> tuple[tuple[Look, str], ...]:
        """Of the rings only those where somebody is, and of lines only where they part circles."""
        there = [LOOKS[ring] for ring in Ring if self.layout.counted(ring)]
        there += [Look.SUGGESTED] if self.layout.suggested else []
        there += [Look.RULE] if len(self.layout.sectors) > 1 else []
        return tuple((look, self.texts.say(f"picture look {look}")) for look in there)


@attrs.frozen
class _Drawing:
    """The marks of everybody and everything around a person, on a page of a known size."""

    layout: EgoLayout
    page: Picture
    me: str

    @property
    def dot_size(self) -> float:
        """Smaller dots where there are more people: together they cover about as much."""
        return min(7.0, max(1.8, 75 / math.sqrt(max(len(self.layout.people), 1))))

    def lines(self) -> Iterator[Mark]:
        """The borders of the rings and of the circles, and the ways to those who are suggested."""
        around = [2 * math.pi * i / 96 for i in range(96)]
        for radius in BORDERS:
            points = tuple((radius * math.sin(a), radius * math.cos(a)) for a in around)
            yield Line(points, Look.RULE, closed=True)
        for i, sector in enumerate(self.layout.sectors):
            if len(self.layout.sectors) > 1:
                # Many lines would meet in the middle as one black spot.
                inner = 0.12 if len(self.layout.sectors) <= MANY_SECTORS else BORDERS[0]
                before = self.layout.sectors[i - 1].end - (2 * math.pi if i == 0 else 0)
                middle = (before + sector.start) / 2
                across, up = math.sin(middle), math.cos(middle)
                yield Line(((inner * across, inner * up), (across, up)), Look.RULE)
        for person in self.layout.suggested:
            yield Line(((0.0, 0.0), (person.x, person.y)), Look.WAY)

    def dots(self) -> Iterator[Mark]:
        """Everybody, the nearest last, so that they lie on top; then those who are suggested."""
        for person in sorted(self.layout.people, key=lambda person: -person.radius):
            if not person.place:
                yield Dot(person.x, person.y, self.dot_size, LOOKS[person.ring], person.name)
        for person in reversed(self.layout.suggested):
            yield Dot(person.x, person.y, 8.5, Look.SUGGESTED, person.name)
            number = str(person.place)
            yield Text(person.x, person.y, number, Look.ON_MARK, "middle", dy=3.6, size=10)
        yield Dot(0.0, 0.0, 9.0, Look.EGO, self.me)

    def names(self) -> Iterator[Mark]:
        """Names that cover no other: who is suggested, the circles, and who is nearest."""
        layout, page, size = self.layout, self.page, self.dot_size
        suggested = [self.wanted(person, 10.6, must=True) for person in layout.suggested]
        me = Wanted(*page.place(0.0, 0.0), 9.0, self.me, must=True)
        ranked = sorted(layout.people, key=lambda person: (person.radius, person.key))
        others = [self.wanted(person, size) for person in ranked if not person.place]
        marked = [_around(w, 10.0) for w in (me, *suggested)]
        rim = list(self.rim(marked))
        taken = [*marked, *(box for _, box in rim)]
        dots = [_around(w, size) for w in others]
        whole = Box(2, 2, page.width - 2, page.height - 2)
        for placed in place([me, *suggested, *others[:MOST_NAMES]], taken, dots, LETTERS, whole):
            each, box = placed.wanted, placed.box
            x, y = self.value((box.left + box.right) / 2, box.bottom)
            if placed.far:
                yield Line((self.value(each.x, each.y), (x, y)), Look.WAY)
            yield Text(x, y, each.text, Look.INK, "middle", dy=-3.5, size=LETTERS)
        for text, _ in rim:
            yield text

    def wanted(self, person: Person, radius: float, *, must: bool = False) -> Wanted:
        """The name of somebody, beside her dot."""
        return Wanted(*self.page.place(person.x, person.y), radius, person.name, must)

    def value(self, across: float, down: float) -> tuple[float, float]:
        """What value lies at these pixels: the other way round of ``Picture.place``."""
        return ACROSS * (2 * across / self.page.width - 1), UP * (1 - 2 * down / self.page.height)

    def rim(self, dots: list[Box]) -> Iterator[tuple[Text, Box]]:
        """The names of the circles outside the rings, the largest first, where there is room."""
        taken: list[Box] = list(dots)
        largest = sorted(self.layout.sectors, key=lambda s: (-len(s.keys), s.start))
        for sector in largest[:MANY_SECTORS]:
            middle = (sector.start + sector.end) / 2
            across, up = RIM * math.sin(middle), RIM * math.cos(middle)
            anchor = "middle" if abs(across) < 0.25 else "start" if across > 0 else "end"
            x, y = self.page.place(across, up)
            width = text_width(sector.label, LETTERS)
            left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            box = Box(left, y - 9, left + width, y + 7)
            inside = box.left >= 2 and box.right <= self.page.width - 2
            if sector.label and inside and not any(map(box.meets, taken)):
                taken.append(box)
                yield Text(across, up, sector.label, Look.MUTED, anchor, dy=4, size=LETTERS), box


def _around(wanted: Wanted, r: float) -> Box:
    return Box(wanted.x - r, wanted.y - r, wanted.x + r, wanted.y + r)

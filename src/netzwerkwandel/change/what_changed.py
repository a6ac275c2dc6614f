"""What changed in a network between two moments: every figure, what it means, and the words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter

import attrs
from typing_extensions import override

from netzwerkwandel.change.documents import NetworkChangeDocument
from netzwerkwandel.change.plain_values import plain_value
from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Function, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.as_dict import AsDict
from netzwerkwandel.model.naming import named_functions
from netzwerkwandel.model.shift import FunctionShift, Shift
from netzwerkwandel.texts import Catalogue, Explained, Language
from netzwerkwandel.texts.explained import is_told


SCHEMA = 1
"""The version of what ``to_dict`` returns; it grows when a field changes its meaning."""
NOTICEABLE = 0.02
"""The relative change of constraint from which a network is said to have opened or closed."""
ANOTHER_SHAPE = 0.05
"""The distance of two social signatures, up to ln 2, from which they are said to differ."""


@attrs.frozen(kw_only=True)
class Attention:
    """How much attention do some contacts get?

    Parameters
    ----------
    share : Shift
        Their share of all tie strength, before and after, from 0 to 1; nan without any strength.
    per_month : float
        Days of contact with them per month in between; nan if no time passed.
    """

    share: Shift
    per_month: float


@attrs.frozen(kw_only=True, repr=False)
class NetworkChange(Explained, AsDict[NetworkChangeDocument]):
    """What changed in a person's network between two moments?

    A tie is active as long as it is not dormant (``Ties.is_dormant``).

    Parameters
    ----------
    moments : tuple of two datetime or None
        The earlier and the later one.
    came : sequence of str
        Keys of those whose tie is active after and who had never been in contact before, sorted.
    reconnected : sequence of str
        Those whose tie was dormant before and is active after.
    went : sequence of str
        Those whose tie was active before and is not after.
    contacts : Shift
        How many active ties there were.
    turnover : float
        1 - Jaccard's index of the contacts with an active tie: 0 (all the same) to 1 (none is).
    weighted_turnover : float
        1 - Ruzicka's index of the strengths, 0 to 1.
    birth_rate : float
        The share of those active after who were not before; nan if nobody is.
    death_rate : float
        The share of those active before who are not after; nan if nobody was.
    to_inner_circle, to_periphery, to_reconnected, to_new, to_field : Attention
        What goes to the inner circle, to everybody else, to the reconnected ties, to those first
        met since the goal began (or since the earlier moment), and to those who work in the goal's
        fields. The last share says where the person stands between her old world (0) and the new
        field (1).
    signature_distance : float
        How differently strength is spread over contacts, whoever they are, 0 to ln 2.
    effective_size, constraint, normalised_constraint : Shift
        Structural holes in the ego model; nan without contacts.
    circles : Shift
        How many circles of two or more contacts who know each other there are.
    functions : FunctionShift
        The functions that somebody serves.
    gained_by_new : tuple of Function
        Of the functions gained those that somebody who came serves.
    gained_in_silence : tuple of Function
        Those that only people serve with whom nothing happened in between: no contact, and nothing
        stated. Of networks without moments none.
    level : Shift
        How far inside the goal's fields the person stands, 0 (edge) to 1; nan without a goal.
    """

    moments: tuple[datetime | None, datetime | None]
    came: tuple[Key, ...]
    reconnected: tuple[Key, ...]
    went: tuple[Key, ...]
    contacts: Shift
    turnover: float
    weighted_turnover: float
    birth_rate: float
    death_rate: float
    to_inner_circle: Attention
    to_periphery: Attention
    to_reconnected: Attention
    to_new: Attention
    to_field: Attention
    signature_distance: float
    effective_size: Shift
    constraint: Shift
    normalised_constraint: Shift
    circles: Shift
    functions: FunctionShift
    gained_by_new: tuple[Function, ...]
    gained_in_silence: tuple[Function, ...]
    level: Shift

    def __repr__(self) -> str:
        span = " to ".join(str(moment.date()) for moment in self.moments if moment is not None)
        moves = f"{len(self.came)} came, {len(self.reconnected)} back, {len(self.went)} went"
        return f"NetworkChange({span and f'{span}: '}{moves})"

    @property
    def contact_per_month(self) -> float:
        """Days of contact with anybody per month in between; nan if no time passed."""
        return self.to_inner_circle.per_month + self.to_periphery.per_month

    def figures(self) -> dict[str, float]:
        """Give each figure as one number, as it is after, or over the time in between.

        Returns
        -------
        dict of str to float
            By names such as ``"turnover"``, each of which ``meaning`` explains; nan where a figure
            is not known.
        """
        return {name: of(self) for name, of in FIGURES.items()}

    def meaning(self, figure: str, language: Language | None = None) -> str:
        """Say in a sentence what a figure means.

        Parameters
        ----------
        figure : str
            One of the names of ``figures``.
        language : str or Catalogue, optional
            As for ``explain``.

        Returns
        -------
        str
            One sentence.

        Raises
        ------
        NotFoundError
            If there is no such figure.
        InvalidArgumentError
            If there are no texts in that language.
        """
        check_kind("figure", figure, str)
        figure_of(figure)
        return self.texts_in(language).say(f"figure {figure}")

    @override
    def _as_dict(self) -> dict[str, object]:
        values = attrs.asdict(
            self, filter=is_told, value_serializer=lambda _, __, value: plain_value(value)
        )
        return {"schema": SCHEMA, **values}

    @override
    def _told(self, texts: Catalogue) -> str:
        """A line for each subject; what the data cannot tell is left out."""
        before, after = self.moments
        contacts = texts.number(int(self.contacts.before))
        lines = [
            texts.say("change contacts", int(self.contacts.after), before=contacts),
            self._told_turnover(texts),
            " ".join(self._told_attention(texts)),
            " ".join(self._told_structure(texts)),
            " ".join(self._told_functions(texts)),
            texts.say(f"change level {_direction(self.level)}") if _is_told(self.level) else "",
        ]
        if before is not None and after is not None:
            days = texts.day(before.date()), texts.day(after.date())
            lines.insert(0, texts.say("change span", before=days[0], after=days[1]))
        return "\n".join(line for line in lines if line)

    def _told_turnover(self, texts: Catalogue) -> str:
        moves = [
            texts.say(f"change {name}", len(people))
            for name in ("came", "reconnected", "went")
            if (people := getattr(self, name))
        ]
        if not moves:
            return ""
        turnover = texts.say("change turnover", share=texts.percent(self.turnover))
        return f"{texts.sentence([texts.listing(moves)])} {turnover}"

    def _told_attention(self, texts: Catalogue) -> Iterator[str]:
        shares = {
            "core": self.to_inner_circle.share,
            "new": self.to_new.share,
            "to reconnected": self.to_reconnected.share,
            "field": self.to_field.share,
        }
        for name, share in shares.items():
            if _is_told(share):
                before, after = texts.percent(share.before), texts.percent(share.after)
                yield texts.say(f"change {name}", before=before, after=after)
        if not math.isnan(self.signature_distance):
            another = self.signature_distance >= ANOTHER_SHAPE
            yield texts.say(f"change shape {'more' if another else 'less'}")

    def _told_structure(self, texts: Catalogue) -> Iterator[str]:
        if not math.isnan(self.constraint.change):
            direction = _direction(self.constraint, NOTICEABLE * self.constraint.before)
            if direction == "alike" or self.came or self.reconnected:
                yield texts.say(f"change structure {direction}")
            elif self.contact_per_month != 0:
                yield texts.say(f"change attention {direction}")
        before, after = int(self.circles.before), int(self.circles.after)
        yield texts.say("change circles", after, before=texts.number(before))

    def _told_functions(self, texts: Catalogue) -> Iterator[str]:
        told = {*self.gained_by_new, *self.gained_in_silence}
        some = {
            "gained": self.gained_by_new,
            "gained known": [each for each in self.functions.gained if each not in told],
            "gained in silence": self.gained_in_silence,
            "lost": self.functions.lost,
        }
        for name, functions in some.items():
            if functions:
                yield texts.say(f"change {name}", functions=named_functions(functions, texts))


FIGURES: Mapping[str, Callable[[NetworkChange], float]] = {
    "contacts": attrgetter("contacts.after"),
    "came": lambda change: len(change.came),
    "reconnected": lambda change: len(change.reconnected),
    "went": lambda change: len(change.went),
    "turnover": attrgetter("turnover"),
    "weighted_turnover": attrgetter("weighted_turnover"),
    "birth_rate": attrgetter("birth_rate"),
    "death_rate": attrgetter("death_rate"),
    "core_share": attrgetter("to_inner_circle.share.after"),
    "core_per_month": attrgetter("to_inner_circle.per_month"),
    "periphery_share": attrgetter("to_periphery.share.after"),
    "periphery_per_month": attrgetter("to_periphery.per_month"),
    "reconnected_share": attrgetter("to_reconnected.share.after"),
    "reconnected_per_month": attrgetter("to_reconnected.per_month"),
    "new_share": attrgetter("to_new.share.after"),
    "new_per_month": attrgetter("to_new.per_month"),
    "field_share": attrgetter("to_field.share.after"),
    "field_per_month": attrgetter("to_field.per_month"),
    "signature_distance": attrgetter("signature_distance"),
    "effective_size": attrgetter("effective_size.after"),
    "constraint": attrgetter("constraint.after"),
    "normalised_constraint": attrgetter("normalised_constraint.after"),
    "circles": attrgetter("circles.after"),
    "functions": lambda change: len(change.functions.after),
    "level": attrgetter("level.after"),
}
"""Where each figure of a change is found; one step of a series is asked for one of them only."""


def figure_of(name: str) -> Callable[[NetworkChange], float]:
    """Say how a figure is read off a change.

    Raises
    ------
    NotFoundError
        If there is no such figure.
    """
    if check_kind("name", name, str) not in FIGURES:
        raise NotFoundError("figure of a change", name)
    return FIGURES[name]


def _is_told(shift: Shift) -> bool:
    """Whether a share or a level is known at both moments, and was more than nothing at one."""
    return not math.isnan(shift.change) and bool(shift.before or shift.after)


def _direction(shift: Shift, least: float = 0.0) -> str:
    if shift.after > shift.before + least:
        return "more"
    return "less" if shift.after < shift.before - least else "alike"

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

import attrs
import numpy as np

from netzwerkwandel.change.standing import Standing, began, standing
from netzwerkwandel.change.turnover import jaccard, ruzicka, signature, signature_distance
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.model.keys import counted
from netzwerkwandel.network import BoolArray, FloatArray, Network


SCHEMA = 1
"""The version of what ``to_dict`` returns; it grows when a field changes its meaning."""
DAYS_A_MONTH = 365.25 / 12

BeforeAfter: TypeAlias = tuple[float, float]


@attrs.frozen(kw_only=True)
class Attention:
    """How much attention do some contacts get?

    Parameters
    ----------
    share : tuple of two float
        Their share of all tie strength, before and after, from 0 to 1; nan without any strength.
    per_month : float
        Days of contact with them per month in between; nan if no time passed.
    """

    share: BeforeAfter
    per_month: float


@attrs.frozen(kw_only=True)
class NetworkChange:
    """What changed in a person's network between two moments?

    A contact is awake while the tie does not sleep (``Ties.is_dormant``).

    Parameters
    ----------
    moments : tuple of two datetime or None
        Before and after.
    came : sequence of str
        Keys of who is awake after and was never in contact before, sorted.
    woke : sequence of str
        Who slept before and is awake after.
    went : sequence of str
        Who was awake before and is not after.
    contacts : tuple of two int
        How many were awake.
    turnover : float
        1 - Jaccard's index of who was awake: 0 (all the same) to 1 (nobody is).
    weighted_turnover : float
        1 - Ruzicka's index of the strengths, 0 to 1.
    birth_rate : float
        The share of those awake after who were not before; nan if nobody is.
    death_rate : float
        The share of those awake before who are not after; nan if nobody was.
    core, periphery, woken, new, in_field : Attention
        What the core gets, all others, those who woke, those first met since the goal began (or
        since before), and those who work in the goal's fields. The share of the last is where the
        centre of strength stands between everything old (0) and the new field (1).
    signature_distance : float
        How different strength is spread over contacts, whoever they are, 0 to ln 2.
    effective_size, constraint, normalised_constraint : tuple of two float
        Structural holes in the ego model, before and after; nan without contacts.
    circles : tuple of two int
        How many circles of two or more contacts who know each other there are.
    functions : tuple of two sequences of Function
        The functions that somebody serves, before and after.
    level : tuple of two float
        How far inside the goal's fields the person stands, 0 (edge) to 1; nan without a goal.
    """

    moments: tuple[datetime | None, datetime | None]
    came: tuple[Key, ...] = attrs.field(repr=counted)
    woke: tuple[Key, ...] = attrs.field(repr=counted)
    went: tuple[Key, ...] = attrs.field(repr=counted)
    contacts: tuple[int, int]
    turnover: float
    weighted_turnover: float
    birth_rate: float
    death_rate: float
    core: Attention
    periphery: Attention
    woken: Attention
    new: Attention
    in_field: Attention
    signature_distance: float
    effective_size: BeforeAfter
    constraint: BeforeAfter
    normalised_constraint: BeforeAfter
    circles: tuple[int, int]
    functions: tuple[tuple[Function, ...], tuple[Function, ...]]
    level: BeforeAfter

    @property
    def functions_gained(self) -> tuple[Function, ...]:
        """The functions that are served after and were not before."""
        return tuple(f for f in self.functions[1] if f not in self.functions[0])

    @property
    def functions_lost(self) -> tuple[Function, ...]:
        """The functions that were served before and are not after."""
        return tuple(f for f in self.functions[0] if f not in self.functions[1])

    def figures(self) -> dict[str, float]:
        """Give each figure as one number, as it is after, or over the time in between."""
        return {
            "contacts": self.contacts[1],
            "came": len(self.came),
            "woke": len(self.woke),
            "went": len(self.went),
            "turnover": self.turnover,
            "weighted_turnover": self.weighted_turnover,
            "birth_rate": self.birth_rate,
            "death_rate": self.death_rate,
            "core_share": self.core.share[1],
            "core_per_month": self.core.per_month,
            "periphery_share": self.periphery.share[1],
            "periphery_per_month": self.periphery.per_month,
            "woken_share": self.woken.share[1],
            "woken_per_month": self.woken.per_month,
            "new_share": self.new.share[1],
            "new_per_month": self.new.per_month,
            "field_share": self.in_field.share[1],
            "field_per_month": self.in_field.per_month,
            "signature_distance": self.signature_distance,
            "effective_size": self.effective_size[1],
            "constraint": self.constraint[1],
            "normalised_constraint": self.normalised_constraint[1],
            "circles": self.circles[1],
            "functions": len(self.functions[1]),
            "level": self.level[1],
        }

    def explain(self, language: str = "en") -> str:
        """Say what changed, a sentence for each figure with its meaning.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.change.change_wording import explain

        return explain(self, language)

    def meaning(self, figure: str, language: str = "en") -> str:
        """Say in a sentence what a figure means.

        Parameters
        ----------
        figure : str
            One of the names of ``figures``.
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        NotFoundError
            If there is no such figure.
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.change.change_wording import meaning

        if figure not in self.figures():
            raise NotFoundError("figure of a change", figure)
        return meaning(figure, language)

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON: dates as text, nan as None."""
        values = attrs.asdict(self, value_serializer=_plain)
        return {"schema": SCHEMA, **values}


def _plain(_: object, __: object, value: object) -> object:
    if isinstance(value, float) and np.isnan(value):
        return None
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(_, __, item) for item in value]
    return str(value) if isinstance(value, Function) else value


def network_change(
    before: Network,
    after: Network,
    *,
    goal: Goal | None = None,
    ego: Key | int | None = None,
) -> NetworkChange:
    """What changed in a person's network between two moments?

    Parameters
    ----------
    before, after : Network
        The same person's network at two moments.
    goal : Goal, optional
        Where the change is heading, and since when.
    ego : str or int, optional
        The person, if not the owner of the networks.

    Returns
    -------
    NetworkChange
        Every figure; of a network and itself, nothing changed.

    Raises
    ------
    InvalidArgumentError
        If the networks are of two people, or ``after`` is earlier than ``before``.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the networks are nobody's.

    Notes
    -----
    Costs one person's neighbourhood in both networks.

    Examples
    --------
    >>> before = Network.from_edges(["ada", "ada"], ["ben", "eva"])
    >>> after = Network.from_edges(["ada", "ada"], ["ben", "finn"])
    >>> change = network_change(before, after, ego="ada")
    >>> change.came, change.went, round(change.turnover, 2)
    (('finn',), ('eva',), 0.67)
    """
    return change_between(standing(before, goal, ego), standing(after, goal, ego))


def change_between(before: Standing, after: Standing) -> NetworkChange:
    """Compare two standings of one person; see ``network_change``."""
    _check(before, after)
    was, now = _awake(before), _awake(after)
    woke = sorted(key for key in now - was if _had_contact(before, key))
    came = sorted(now - was - set(woke))
    since = began(before.goal) or before.as_of
    classes = {
        "core": (before.core, after.core),
        "periphery": (~before.core, ~after.core),
        "woken": (_are(before, woke), _are(after, woke)),
        "new": (before.met_since(since), _new(after, came, since)),
        "in_field": (before.in_field, after.in_field),
    }
    days, months = _days_between(before, after), _months(before, after)
    return NetworkChange(
        moments=(before.as_of, after.as_of),
        came=tuple(came),
        woke=tuple(woke),
        went=tuple(sorted(was - now)),
        contacts=(len(was), len(now)),
        turnover=1.0 - jaccard(was, now),
        weighted_turnover=1.0 - ruzicka(_strengths(before), _strengths(after)),
        birth_rate=_rate(now - was, now),
        death_rate=_rate(was - now, was),
        **{
            name: Attention(
                share=(before.share(one), after.share(other)),
                per_month=float(days[other].sum()) / months if months else float("nan"),
            )
            for name, (one, other) in classes.items()
        },
        signature_distance=signature_distance(
            signature(before.ties.strength), signature(after.ties.strength)
        ),
        effective_size=(before.effective_size, after.effective_size),
        constraint=(before.constraint, after.constraint),
        normalised_constraint=(before.normalised_constraint, after.normalised_constraint),
        circles=(_circles(before), _circles(after)),
        functions=(before.served, after.served),
        level=(before.level, after.level),
    )


def _check(before: Standing, after: Standing) -> None:
    if before.key != after.key:
        raise InvalidArgumentError(
            f"both networks must be of one person, got those of {before.key!r} and {after.key!r}"
        )
    if before.as_of is not None and after.as_of is not None and after.as_of < before.as_of:
        raise InvalidArgumentError(
            f"after must not be earlier than before, got {before.as_of.isoformat()} and then "
            f"{after.as_of.isoformat()}"
        )


def _awake(one: Standing) -> set[Key]:
    return {one.keys[row] for row in np.flatnonzero(one.awake).tolist()}


def _had_contact(one: Standing, key: Key) -> bool:
    row = one.row.get(key)
    return row is not None and bool(one.ties.contact_days[row] > 0)


def _are(one: Standing, keys: list[Key]) -> BoolArray:
    mask = np.zeros(len(one.ties), dtype=bool)
    mask[[one.row[key] for key in keys if key in one.row]] = True
    return mask


def _new(after: Standing, came: list[Key], since: datetime | None) -> BoolArray:
    """Who was first met since; where nothing was measured, who came."""
    if after.network.measured is None:
        return _are(after, came)
    return after.met_since(since)


def _days_between(before: Standing, after: Standing) -> FloatArray:
    """The days of contact with each contact of after since before."""
    had = np.zeros(len(after.ties))
    for key, row in after.row.items():
        if key in before.row:
            had[row] = before.ties.contact_days[before.row[key]]
    return after.ties.contact_days - had


def _months(before: Standing, after: Standing) -> float:
    if before.as_of is None or after.as_of is None:
        return 0.0
    return (after.as_of - before.as_of).total_seconds() / 86_400 / DAYS_A_MONTH


def _strengths(one: Standing) -> dict[Key, float]:
    return dict(zip(one.keys, one.ties.strength.tolist(), strict=True))


def _rate(part: set[Key], whole: set[Key]) -> float:
    return len(part) / len(whole) if whole else float("nan")


def _circles(one: Standing) -> int:
    return int((np.bincount(one.ties.circle) > 1).sum())

from __future__ import annotations

import numpy as np

from netzwerkwandel.change.ego_snapshot import EgoSnapshot, began, ego_snapshot
from netzwerkwandel.change.turnover import jaccard, ruzicka, signature, signature_distance
from netzwerkwandel.change.what_changed import Attention, NetworkChange
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.shift import FunctionShift, Shift
from netzwerkwandel.network import BoolArray, FloatArray, Network


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
        Where the change is heading, and since when; by default as the records say.
    ego : str or int, optional
        The person, if not the owner of the networks.

    Returns
    -------
    NetworkChange
        Every figure; of a network and itself, nothing changed.

    Raises
    ------
    InvalidArgumentError
        If one of the two is no ``Network`` or ``goal`` no ``Goal``, if the networks are of two
        people, or ``after`` is earlier than ``before``.
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
    check_kind("before", before, Network)
    check_kind("after", after, Network)
    was, now = ego_snapshot(before, goal, ego), ego_snapshot(after, goal, ego)
    if was.key != now.key:
        raise InvalidArgumentError(
            f"both networks must be of one person, got those of {was.key!r} and {now.key!r}"
        )
    if was.as_of is not None and now.as_of is not None and now.as_of < was.as_of:
        raise InvalidArgumentError(
            f"after must not be earlier than before, got {was.as_of.isoformat()} and then "
            f"{now.as_of.isoformat()}"
        )
    return change_between(was, now)


def change_between(before: EgoSnapshot, after: EgoSnapshot) -> NetworkChange:
    """Compare two snapshots of one person, the earlier one first; see ``network_change``."""
    was, now = before.active, after.active
    touched = {key for key, days in before.contact_days.items() if days > 0}
    reconnected, came = (now - was) & touched, now - was - touched
    since = began(before.goal) or before.as_of
    # in a network without moments nobody has a day of first contact: new is who came
    measured = after.network.history.is_measured
    new = after.met_since(since) if measured else after.rows(came)
    # Days of contact are counted from the very first one, so the days in between are what came
    # to the count of before: ana 12 -> 15 and dan, who is new, 0 -> 2 give [3, 2].
    days = after.ties.contact_days - [before.contact_days.get(key, 0.0) for key in after.keys]
    months = after.months_since(before)
    functions = FunctionShift(before.served, after.served)
    return NetworkChange(
        language=after.network.language,
        moments=(before.as_of, after.as_of),
        came=tuple(sorted(came)),
        reconnected=tuple(sorted(reconnected)),
        went=tuple(sorted(was - now)),
        contacts=Shift(len(was), len(now)),
        turnover=1.0 - jaccard(was, now),
        weighted_turnover=1.0 - ruzicka(before.strengths, after.strengths),
        birth_rate=len(now - was) / len(now) if now else float("nan"),
        death_rate=len(was - now) / len(was) if was else float("nan"),
        to_inner_circle=_attention(
            before.share(before.inner_circle), after, after.inner_circle, days, months
        ),
        to_periphery=_attention(
            before.share(~before.inner_circle), after, ~after.inner_circle, days, months
        ),
        to_reconnected=_attention(
            before.share(before.rows(reconnected)), after, after.rows(reconnected), days, months
        ),
        to_new=_attention(before.share(before.met_since(since)), after, new, days, months),
        to_field=_attention(before.share(before.in_field), after, after.in_field, days, months),
        signature_distance=signature_distance(
            signature(before.ties.strength), signature(after.ties.strength)
        ),
        effective_size=Shift(before.effective_size, after.effective_size),
        constraint=Shift(before.constraint, after.constraint),
        normalised_constraint=Shift(before.normalised_constraint, after.normalised_constraint),
        circles=Shift(before.circles, after.circles),
        functions=functions,
        gained_by_new=_served_by(after, functions.gained, after.rows(came)),
        gained_in_silence=_in_silence(before, after, functions.gained, days),
        level=Shift(before.level, after.level),
    )


def _served_by(
    after: EgoSnapshot, functions: tuple[Function, ...], rows: BoolArray
) -> tuple[Function, ...]:
    """Which of some functions does anybody in some rows serve?"""
    return tuple(each for each in functions if np.any(after.serving[each] & rows))


def _in_silence(
    before: EgoSnapshot, after: EgoSnapshot, gained: tuple[Function, ...], days: FloatArray
) -> tuple[Function, ...]:
    """Which functions are gained though nothing happened with whoever serves them?

    Years of silence alone may turn an old contact into one who leads to ideas. Something happened
    where there was contact, where a contact is new, or where the person says what somebody brings.
    """
    if not after.network.history.is_measured:
        return ()
    moved = (days > 0) | ~after.rows(before.contact_days)
    happened = {
        each for each in gained if np.any(after.serving[each] & (moved | after.ties.serves(each)))
    }
    return tuple(each for each in gained if each not in happened)


def _attention(
    share: float, after: EgoSnapshot, rows: BoolArray, days: FloatArray, months: float
) -> Attention:
    """What some contacts get: their share before and after, and their days in so many months."""
    return Attention(
        share=Shift(share, after.share(rows)), per_month=float(days[rows].sum()) / months
    )

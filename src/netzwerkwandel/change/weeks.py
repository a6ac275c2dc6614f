"""Week by week: how much of a person's attention goes to her inner circle."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta

import attrs
import numpy as np

from netzwerkwandel.change.persistence import SHORTEST_PART, split_gains
from netzwerkwandel.metrics import inner_circle
from netzwerkwandel.model import Key
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.chronicle import Chronicle


BASELINE_WEEKS = 52
"""How many weeks before the goal show what is usual."""
LEAST_WEEKS = 8
"""Weeks with contact below which a span of time says nothing."""
EPOCH = date(1970, 1, 1)


@attrs.frozen(eq=False)
class Weeks:
    """Weeks with contact, the oldest first.

    Parameters
    ----------
    back : IntArray, shape (n_weeks,)
        How many weeks before the last week of the span each is.
    days : IntArray, shape (n_weeks,)
        How many days of contact each has.
    core_share : FloatArray, shape (n_weeks,)
        The share of the inner circle; nan if nobody belonged to it.
    end : int
        The last day of the span, in days since 1970.
    """

    back: IntArray
    days: IntArray
    core_share: FloatArray
    end: int

    def __len__(self) -> int:
        return len(self.back)

    @property
    def is_enough(self) -> bool:
        """Whether the span says anything."""
        return len(self) >= LEAST_WEEKS and not bool(np.isnan(self.core_share).any())

    @property
    def mean(self) -> float:
        """The mean share; nan if the span says nothing."""
        return float(self.core_share.mean()) if self.is_enough else float("nan")

    def last(self, weeks: int) -> Weeks:
        """The last weeks."""
        return self._take(self.back < weeks)

    def before(self, weeks: int) -> Weeks:
        """All but the last weeks."""
        return self._take(self.back >= weeks)

    def _take(self, mask: BoolArray) -> Weeks:
        return Weeks(self.back[mask], self.days[mask], self.core_share[mask], self.end)

    def middle(self, week: int) -> date:
        """The day in the middle of a week."""
        return EPOCH + timedelta(days=self.end - 7 * int(self.back[week]) - 3)

    @property
    def month_of_rise(self) -> date:
        """The month of the split upward that is best, of those there are."""
        split = SHORTEST_PART + int(split_gains(self.core_share[None, :])[0].argmax())
        return self.middle(split).replace(day=1)


def inner_circle_at(chronicle: Chronicle, moment: datetime) -> frozenset[Key]:
    """Who belonged to the inner circle at a moment."""
    network = chronicle.network(moment)
    members = network.ties_of().target[inner_circle(network)]
    return frozenset(network.keys[i] for i in members.tolist())


def weeks_around(
    chronicle: Chronicle, members: AbstractSet[Key], start: datetime, as_of: datetime
) -> tuple[Weeks, Weeks]:
    """The weeks of the year before a start, and the whole weeks since, up to a moment."""
    touches = chronicle.touches
    first, second = np.divmod(touches.pair, touches.people)
    mine = (first == chronicle.me) | (second == chronicle.me)
    mine &= touches.when <= as_of.timestamp()
    mine &= ~(chronicle.offices[first] | chronicle.offices[second])
    other = np.where(first == chronicle.me, second, first)[mine]
    # Days of contact: with each person a day counts once. Day and person become one number, so
    # that one ``unique`` takes out what happened twice; with 10 people, on the days 7 7 7 9
    #
    #     other              3   3   4   3
    #     day * 10 + other  73  73  74  93   ->  73  74  93   ->  days 7 7 9, with 3 4 3
    day = np.floor(touches.when[mine] / SECONDS_A_DAY).astype(np.int64)
    day, other = np.divmod(np.unique(day * touches.people + other), touches.people)
    people = chronicle.records.contacts
    in_circle = np.array([contact.key in members for contact in people], dtype=bool)
    to_core = in_circle[other].astype(np.float64) if members else np.full(len(other), np.nan)
    first_day, today = (int(moment.timestamp() // SECONDS_A_DAY) for moment in (start, as_of))
    since = day >= first_day
    return (
        _weekly(to_core[~since], day[~since], first_day - 1, BASELINE_WEEKS),
        _weekly(to_core[since], day[since], today, (today - first_day + 1) // 7),
    )


def _weekly(to_core: FloatArray, day: IntArray, end: int, weeks: int) -> Weeks:
    """Sum up the days of contact of each of the last weeks up to a day."""
    # Weeks are counted backwards from the last day, seven days each; with end = 100
    #
    #     day       88  93  95  99  100
    #     to_core    1   0   1   0    1
    #     back       1   1   0   0    0     days: [3, 2], to the core: [2, 1]
    #
    # What is more than ``weeks`` back is the broken week at the beginning and is not counted;
    # weeks without contact have no share, and the oldest comes first: [1/2, 2/3].
    back = (end - day) // 7
    counted = back < weeks
    days = np.bincount(back[counted], minlength=weeks)
    core = np.bincount(back[counted], to_core[counted], minlength=weeks)
    with_contact = np.flatnonzero(days)[::-1]
    days = days[with_contact]
    return Weeks(with_contact, days, core[with_contact] / days, end)

"""Week by week: how much of a person's attention goes to her inner circle."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta

import attrs
import numpy as np

from netzwerkwandel.metrics import inner_circle
from netzwerkwandel.model import Key
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.chronicle import Chronicle


BASELINE_WEEKS = 52
"""How many weeks before the goal show what is usual."""
LEAST_WEEKS = 8
"""Weeks with contact below which a span of time says nothing."""
SHORTEST_PART = 4
"""Weeks with contact that there are at least before and after a change."""
ROUNDING = 1e-12
"""Splits that differ by less are equally good."""
EPOCH = date(1970, 1, 1)


@attrs.frozen(eq=False)
class Weeks:
    """Weeks with contact, the oldest first.

    Parameters
    ----------
    back : IntArray, shape (n_weeks,)
        How many weeks before the last week of the span each is.
    core_share : FloatArray, shape (n_weeks,)
        The share of the inner circle; nan if nobody belonged to it.
    end : int
        The last day of the span, in days since 1970.
    """

    back: IntArray
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
        return Weeks(self.back[mask], self.core_share[mask], self.end)

    def middle(self, week: int) -> date:
        """The day in the middle of a week."""
        return EPOCH + timedelta(days=self.end - 7 * int(self.back[week]) - 3)

    def drawn_means(self, rng: np.random.Generator, samples: int) -> FloatArray:
        """The mean shares of so many resamples of these weeks, drawn with replacement."""
        drawn = rng.integers(len(self), size=(samples, len(self)))
        means: FloatArray = self.core_share[drawn].mean(axis=1)
        return means

    def month_of_rise(self, rng: np.random.Generator, samples: int, tail: float) -> date | None:
        """The month in which the share rose, if it did so by more than chance."""
        if not self.is_enough:
            return None
        gains = _gains(self.core_share[None, :])[0]
        # If the order of the weeks meant nothing, shuffled weeks would often have a split as good
        # as the best one of these: it is a rise where hardly any of them has.
        shuffled = rng.permuted(np.tile(self.core_share, (samples, 1)), axis=1)
        as_good = _gains(shuffled).max(axis=1) >= float(gains.max()) - ROUNDING
        if as_good.mean() > tail:
            return None
        return self.middle(SHORTEST_PART + int(gains.argmax())).replace(day=1)


def _gains(share: FloatArray) -> FloatArray:
    """By how much each split upward lessens the sum of squares, row by row; 0 for one downward."""
    # A row is one order of the weeks, a column one place to split it. Running sums give the means
    # on either side of all splits at once; with parts of at least two weeks instead of four:
    #
    #     share        .2  .2  .8  .8       sums  .2  .4  1.2  2.0
    #     split after       2               before .4 / 2 = .2, after (2.0 - .4) / 2 = .8
    #
    # Two means in place of one lessen the sum of squares by (.8 - .2)² * 2 * 2 / 4 = .36, which
    # is all of it here: the squares around .5 are 4 * .09.
    n = share.shape[1]
    sizes = np.arange(SHORTEST_PART, n - SHORTEST_PART + 1)
    sums = np.cumsum(share, axis=1)
    before = sums[:, sizes - 1] / sizes
    after = (sums[:, -1:] - sums[:, sizes - 1]) / (n - sizes)
    gains: FloatArray = np.maximum(after - before, 0.0) ** 2 * sizes * (n - sizes) / n
    return gains


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
    return Weeks(with_contact, core[with_contact] / days[with_contact], end)

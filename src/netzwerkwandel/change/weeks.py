"""Week by week: how much of a person's attention goes to the familiar core."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs
import numpy as np

from netzwerkwandel.metrics import inner_circle
from netzwerkwandel.model import Key
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.chronicle import Chronicle


BASELINE_WEEKS = 52
"""How many weeks before the goal are what is usual."""
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
    share : FloatArray, shape (n_weeks,)
        The share of the core; nan without a core.
    end : int
        The last day of the span, in days since 1970.
    """

    back: IntArray
    share: FloatArray
    end: int

    def __len__(self) -> int:
        return len(self.back)

    @property
    def is_enough(self) -> bool:
        """Whether the span says anything."""
        return len(self) >= LEAST_WEEKS and not bool(np.isnan(self.share).any())

    @property
    def mean(self) -> float:
        """The mean share; nan if the span says nothing."""
        return float(self.share.mean()) if self.is_enough else float("nan")

    def last(self, weeks: int) -> Weeks:
        """The last weeks."""
        return self._take(self.back < weeks)

    def before(self, weeks: int) -> Weeks:
        """All but the last weeks."""
        return self._take(self.back >= weeks)

    def _take(self, some: BoolArray) -> Weeks:
        return Weeks(self.back[some], self.share[some], self.end)

    def middle(self, week: int) -> date:
        """The day in the middle of a week."""
        return EPOCH + timedelta(days=self.end - 7 * int(self.back[week]) - 3)


def familiar_core(known: Chronicle, moment: datetime) -> frozenset[Key]:
    """The inner circle at a moment."""
    network = known.network(moment)
    familiar = network.ties_of().target[inner_circle(network)]
    return frozenset(network.keys[i] for i in familiar.tolist())


def weeks_around(
    known: Chronicle, core: frozenset[Key], start: datetime, as_of: datetime
) -> tuple[Weeks, Weeks]:
    """The weeks of the year before a start, and the whole weeks since, up to a moment."""
    who, day = _contact_days(known, as_of)
    familiar = np.array([contact.key in core for contact in known.records.contacts], dtype=bool)
    to_core = familiar[who].astype(np.float64) if core else np.full(len(who), np.nan)
    first, today = (int(moment.timestamp() // SECONDS_A_DAY) for moment in (start, as_of))
    since = day >= first
    return (
        _weekly(to_core[~since], day[~since], first - 1, BASELINE_WEEKS),
        _weekly(to_core[since], day[since], today, (today - first + 1) // 7),
    )


def _contact_days(known: Chronicle, as_of: datetime) -> tuple[IntArray, IntArray]:
    """With whom the owner was in contact on which day, in days since 1970."""
    contacts = known.contacts
    first, second = np.divmod(contacts.pair, contacts.people)
    mine = ((first == known.me) | (second == known.me)) & (contacts.when <= as_of.timestamp())
    other = np.where(first == known.me, second, first)[mine]
    day = np.floor(contacts.when[mine] / SECONDS_A_DAY).astype(np.int64)
    day, who = np.divmod(np.unique(day * contacts.people + other), contacts.people)
    return who, day


def _weekly(to_core: FloatArray, day: IntArray, end: int, weeks: int) -> Weeks:
    """Sum up the days of contact of each of the last weeks up to a day."""
    back = (end - day) // 7
    counted = back < weeks
    days = np.bincount(back[counted], minlength=weeks)
    core = np.bincount(back[counted], to_core[counted], minlength=weeks)
    some = np.flatnonzero(days)[::-1]
    return Weeks(some, core[some] / days[some], end)

from __future__ import annotations

from datetime import date, datetime

import attrs
import numpy as np

from netzwerkwandel.change.standing import began
from netzwerkwandel.change.weeks import Weeks, familiar_core, weeks_around
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Goal, Key
from netzwerkwandel.model.arguments import check_aware, check_count, check_share
from netzwerkwandel.model.keys import counted
from netzwerkwandel.network import FloatArray, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records


LATELY_WEEKS = 13
"""How many weeks up to the moment are called lately."""
SHORTEST_PART = 4
"""Weeks with contact that there are at least before and after a change."""
FINDINGS = 3
"""What is looked for: more than before the goal, more than earlier since, a month of change."""
ROUNDING = 1e-12
"""Splits that differ by less are equally good."""


@attrs.frozen
class ShareDifference:
    """How much more attention goes to the familiar core than it did, and how sure is that?

    Parameters
    ----------
    value : float
        The share now less the share before, from -1 to 1; nan with too little data.
    low, high : float
        The ends of its interval.
    """

    value: float
    low: float
    high: float

    @property
    def is_above_zero(self) -> bool:
        """Whether the whole interval is."""
        return self.low > 0


@attrs.frozen(kw_only=True)
class Drift:
    """Does a person's attention slide back into the familiar core?

    Parameters
    ----------
    core : sequence of str
        The keys of the inner circle when the goal began, sorted.
    weeks : tuple of three int
        The weeks with contact in the year before the goal, since the goal, and lately.
    baseline, earlier, lately : float
        The mean weekly share of attention that went to the core in the year before the goal, since
        the goal but before lately, and lately, from 0 to 1; nan where there are fewer than 8 weeks
        with contact, or there was no core.
    over_baseline, over_earlier : ShareDifference
        How much more it is lately than in the year before the goal, and than earlier since.
    since : date or None
        The first day of the month in which the share rose; None if it did not, or may be chance.
    """

    core: tuple[Key, ...] = attrs.field(repr=counted)
    weeks: tuple[int, int, int]
    baseline: float
    earlier: float
    lately: float
    over_baseline: ShareDifference
    over_earlier: ShareDifference
    since: date | None

    @property
    def is_sliding(self) -> bool:
        """Whether more attention goes to the core than did, by more than chance.

        So it is if either difference lies above zero, or the share rose since the goal began.
        """
        differences = (self.over_baseline, self.over_earlier)
        return self.since is not None or any(one.is_above_zero for one in differences)

    @property
    def is_known(self) -> bool:
        """Whether there is enough data to say anything."""
        differences = (self.over_baseline.value, self.over_earlier.value)
        return self.since is not None or not np.isnan(differences).all()

    def explain(self, language: str = "en") -> str:
        """Say where attention goes, and what that may mean.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.change.attention_wording import explain_drift

        return explain_drift(self, language)

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON: the month as text, nan as None."""
        return {
            "core": list(self.core),
            "weeks": list(self.weeks),
            "baseline": _plain(self.baseline),
            "earlier": _plain(self.earlier),
            "lately": _plain(self.lately),
            "over_baseline": [_plain(value) for value in attrs.astuple(self.over_baseline)],
            "over_earlier": [_plain(value) for value in attrs.astuple(self.over_earlier)],
            "since": None if self.since is None else self.since.isoformat(),
            "is_sliding": self.is_sliding,
        }


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else value


def drift_to_core(
    records: Records,
    *,
    goal: Goal,
    as_of: datetime,
    rng: np.random.Generator,
    samples: int = 2000,
    level: float = 0.95,
    strength: TieStrength = TieStrength(),  # noqa: B008 (frozen)
) -> Drift:
    r"""Is my attention sliding back to the familiar people since I set out to change?

    Attention is days of contact: with each contact, each day counts once. The familiar core is the
    ``inner_circle`` of the day on which the goal began. Of each week with contact (seven days in
    UTC, counted back from ``as_of``, and before the goal back from the goal),

    .. math:: share = \frac{days\ of\ contact\ with\ the\ core}{days\ of\ contact}

    and lately is the mean over the last 13 weeks, set against the 52 weeks before the goal, and
    against the weeks since the goal before lately. Weeks without contact have no share and are left
    out, as is the broken week after the goal.

    Parameters
    ----------
    records : Records
        One person's data.
    goal : Goal
        Where the change is heading, and since when: ``since`` must be known.
    as_of : datetime
        The moment, with a time zone, not before the goal.
    rng : numpy.random.Generator
        Where chance comes from: the same seed gives the same result.
    samples : int
        How often weeks are drawn anew, at least 100.
    level : float
        How sure everything together is, from 0 to 1.
    strength : TieStrength
        How strength is measured.

    Returns
    -------
    Drift
        The shares, the differences with their intervals, and the month in which it began.

    Raises
    ------
    InvalidArgumentError
        If the goal does not say since when, ``as_of`` has no time zone or is before the goal, the
        records have no owner, or ``samples`` or ``level`` is outside its range.

    Notes
    -----
    The intervals are percentile intervals of a bootstrap over weeks. Three things are looked for,
    two differences and a month, each at the level ``1 - (1 - level) / 3``, so that all together
    hold at ``level``. Weeks that hang together, as those of one project do, are less sure than
    that.

    The month is that of the split of the weeks since the goal, at least 4 weeks with contact on
    either side, that leaves the least squares around the two means, where the later mean is the
    higher. It is named where no more than ``(1 - level) / 6`` of as many shuffled orders of the
    weeks have as good a split.

    Who was close when the goal began had just had much contact, which would have gone down without
    any change: the baseline is a little high, and a drift is found a little late rather than early.

    Costs one pass over the interactions and one network. The measure is our own.

    Examples
    --------
    >>> from datetime import UTC
    >>> from netzwerkwandel.model import Contact
    >>> goal = Goal(fields=["ux research"], since=date(2026, 1, 1))
    >>> drift = drift_to_core(
    ...     Records(contacts=[Contact(key="mara")], me="mara"),
    ...     goal=goal,
    ...     as_of=datetime(2026, 11, 1, tzinfo=UTC),
    ...     rng=np.random.default_rng(1),
    ... )
    >>> drift.is_known, drift.is_sliding
    (False, False)
    """
    check_count("samples", samples, 100)
    check_share("level", level)
    start = _start(goal, as_of)
    known = as_chronicle(records, strength)
    core = familiar_core(known, start)
    before, since = weeks_around(known, core, start, as_of)
    recent = since.last(LATELY_WEEKS)
    past = since.before(LATELY_WEEKS)
    tail = (1.0 - level) / FINDINGS / 2
    differences = [_difference(one, recent, rng, samples, tail) for one in (before, past)]
    return Drift(
        core=tuple(sorted(core)),
        weeks=(len(before), len(past) + len(recent), len(recent)),
        baseline=before.mean,
        earlier=past.mean,
        lately=recent.mean,
        over_baseline=differences[0],
        over_earlier=differences[1],
        since=_rise(since, rng, samples, tail),
    )


def _start(goal: Goal, as_of: datetime) -> datetime:
    """The moment on which the goal began."""
    check_aware("as_of", as_of)
    start = began(goal)
    if start is None:
        raise InvalidArgumentError(
            "goal must say since when it is followed (since=...), to tell before from after"
        )
    if as_of < start:
        raise InvalidArgumentError(
            f"as_of must not be before the goal, got {as_of.isoformat()} for a goal since "
            f"{goal.since}"
        )
    return start


def _difference(
    before: Weeks, after: Weeks, rng: np.random.Generator, samples: int, tail: float
) -> ShareDifference:
    """The difference of two means, with its interval from weeks drawn anew."""
    value = after.mean - before.mean
    if np.isnan(value):
        return ShareDifference(value, value, value)
    drawn = _drawn_means(after.share, rng, samples) - _drawn_means(before.share, rng, samples)
    low, high = np.quantile(drawn, [tail, 1.0 - tail])
    return ShareDifference(value, float(low), float(high))


def _drawn_means(share: FloatArray, rng: np.random.Generator, samples: int) -> FloatArray:
    means: FloatArray = share[rng.integers(len(share), size=(samples, len(share)))].mean(axis=1)
    return means


def _rise(since: Weeks, rng: np.random.Generator, samples: int, tail: float) -> date | None:
    """The month in which the share rose, if it did so by more than chance."""
    if not since.is_enough:
        return None
    gains = _gains(since.share[None, :])[0]
    best = float(gains.max())
    shuffled = rng.permuted(np.tile(since.share, (samples, 1)), axis=1)
    as_good = _gains(shuffled).max(axis=1) >= best - ROUNDING
    if as_good.mean() > tail:
        return None
    return since.middle(SHORTEST_PART + int(gains.argmax())).replace(day=1)


def _gains(share: FloatArray) -> FloatArray:
    """By how much each split upward lessens the sum of squares, row by row; 0 for one downward."""
    n = share.shape[1]
    sizes = np.arange(SHORTEST_PART, n - SHORTEST_PART + 1)
    sums = np.cumsum(share, axis=1)
    before = sums[:, sizes - 1] / sizes
    after = (sums[:, -1:] - sums[:, sizes - 1]) / (n - sizes)
    gains: FloatArray = np.maximum(after - before, 0.0) ** 2 * sizes * (n - sizes) / n
    return gains

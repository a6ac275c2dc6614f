from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change.documents import DriftDocument
from netzwerkwandel.change.ego_snapshot import began
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.change.weeks import Weeks, inner_circle_at, weeks_around
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Goal, Key
from netzwerkwandel.model.arguments import check_aware, check_count, check_kind, check_share
from netzwerkwandel.model.as_dict import AsDict
from netzwerkwandel.network import Chronicle, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records
from netzwerkwandel.texts import Catalogue, Explained
from netzwerkwandel.texts.explained import is_told


LATELY_WEEKS = 13
"""How many weeks up to the moment are called lately."""
FINDINGS = 3
"""What is looked for: more than before the goal, more than earlier since, a month of change."""


@attrs.frozen
class ShareDifference:
    """How much more attention goes to the inner circle than it did, and how sure is that?

    Parameters
    ----------
    value : float
        The share now minus the share before, from -1 to 1; nan if there is too little data.
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


@attrs.frozen(kw_only=True, repr=False)
class Drift(Explained, AsDict[DriftDocument]):
    """Does a person's attention slide back to the familiar people?

    Parameters
    ----------
    inner_circle : sequence of str
        Keys of those who belonged to the inner circle when the goal began, sorted.
    weeks : tuple of three int
        The weeks with contact in the year before the goal, since the goal, and lately.
    baseline, earlier, lately : float
        The mean weekly share of attention that went to them in the year before the goal, since the
        goal but before lately, and lately, from 0 to 1; nan where there are fewer than 8 weeks
        with contact, or nobody belonged to the inner circle.
    over_baseline, over_earlier : ShareDifference
        How much more it is lately than in the year before the goal, and than earlier since.
    since : date or None
        The first day of the month in which the share rose; None if it did not, or may be chance.
    """

    inner_circle: tuple[Key, ...]
    weeks: tuple[int, int, int]
    baseline: float
    earlier: float
    lately: float
    over_baseline: ShareDifference
    over_earlier: ShareDifference
    since: date | None

    def __repr__(self) -> str:
        found = "sliding" if self.is_sliding else "steady" if self.is_known else "not known"
        return f"Drift({found})"

    @property
    def is_sliding(self) -> bool:
        """Whether more attention goes to the inner circle than did, by more than chance.

        This is so if either difference lies above zero, or the share rose since the goal began.
        """
        differences = (self.over_baseline, self.over_earlier)
        return self.since is not None or any(one.is_above_zero for one in differences)

    @property
    def is_known(self) -> bool:
        """Whether there is enough data to say anything."""
        differences = (self.over_baseline.value, self.over_earlier.value)
        return self.since is not None or not np.isnan(differences).all()

    @override
    def _told(self, texts: Catalogue) -> str:
        if not self.is_known:
            return texts.say("attention unknown")
        return " ".join(self._sentences(texts))

    def _sentences(self, texts: Catalogue) -> Iterator[str]:
        shares = {"lately": self.lately, "baseline": self.baseline, "earlier": self.earlier}
        for name, share in shares.items():
            if not math.isnan(share):
                yield texts.say(f"attention {name}", share=texts.percent(share))
        if not self.is_sliding:
            yield texts.say("attention steady")
            return
        yield texts.say("attention slides")
        if self.since is not None:
            month = texts.month(self.since)
            yield texts.say("attention since", month=month)
        yield texts.say("attention natural")

    @override
    def _as_dict(self) -> dict[str, object]:
        fields = attrs.asdict(self, recurse=False, filter=is_told)
        differences = {
            name: attrs.astuple(fields[name]) for name in ("over_baseline", "over_earlier")
        }
        return plain_values({**fields, **differences, "is_sliding": self.is_sliding})


def drift_to_core(
    records: Records | Chronicle,
    *,
    goal: Goal,
    as_of: datetime,
    rng: np.random.Generator,
    samples: int = 2000,
    level: float = 0.95,
    strength: TieStrength | None = None,
) -> Drift:
    r"""Is my attention sliding back to the familiar people since I set out to change?

    Attention is days of contact: with each contact, each day counts once. The familiar people are
    the ``inner_circle`` of the day on which the goal began. Of each week with contact (seven days
    in UTC, counted back from ``as_of``, and before the goal back from the goal),

    .. math:: share = \frac{days\ of\ contact\ with\ the\ inner\ circle}{days\ of\ contact}

    and lately is the mean over the last 13 weeks, set against the 52 weeks before the goal, and
    against the weeks since the goal before lately. Weeks without contact have no share and are left
    out, as is the broken week after the goal.

    Parameters
    ----------
    records : Records or Chronicle
        One person's data, or what was laid out of it before.
    goal : Goal
        Where the change is heading, and since when: ``since`` must be known.
    as_of : datetime
        The moment, with a time zone, not before the goal.
    rng : numpy.random.Generator
        Where chance comes from: the same seed gives the same result.
    samples : int
        How often the weeks are resampled, at least 100.
    level : float
        The probability that everything found holds together, from 0 to 1.
    strength : TieStrength, optional
        How strength is measured.

    Returns
    -------
    Drift
        The shares, the differences with their intervals, and the month in which it began.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, the goal does not say since when, ``as_of`` has no time
        zone or is before the goal, the records have no owner, or ``samples`` or ``level`` is
        outside its range.

    Notes
    -----
    The intervals are percentile intervals of a bootstrap over weeks. Three things are looked for,
    two differences and a month, each at the level ``1 - (1 - level) / 3``, so that all together
    hold at ``level``. Weeks that depend on each other, as those of one project do, make it less
    certain than that.

    The month is that of the split of the weeks since the goal, at least 4 weeks with contact on
    either side, that leaves the least squares around the two means, where the later mean is the
    higher. It is named where no more than ``(1 - level) / 6`` of as many shuffled orders of the
    weeks have as good a split.

    People who were close when the goal began had just been in contact a lot, which would have gone
    down without any change: the baseline is a little high, and a drift is found rather a little
    late than early.

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
    check_kind("goal", goal, Goal)
    check_kind("rng", rng, np.random.Generator)
    check_aware("as_of", as_of)
    check_count("samples", samples, 100)
    check_share("level", level)
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
    chronicle = as_chronicle(records, strength)
    members = inner_circle_at(chronicle, start)
    before, since = weeks_around(chronicle, members, start, as_of)
    recent, past = since.last(LATELY_WEEKS), since.before(LATELY_WEEKS)
    tail = (1.0 - level) / FINDINGS / 2
    return Drift(
        inner_circle=tuple(sorted(members)),
        weeks=(len(before), len(past) + len(recent), len(recent)),
        baseline=before.mean,
        earlier=past.mean,
        lately=recent.mean,
        over_baseline=_difference(before, recent, rng, samples, tail),
        over_earlier=_difference(past, recent, rng, samples, tail),
        since=since.month_of_rise(rng, samples, tail),
        language=chronicle.records.language,
    )


def _difference(
    before: Weeks, after: Weeks, rng: np.random.Generator, samples: int, tail: float
) -> ShareDifference:
    """The difference of two means, with its interval from weeks drawn anew."""
    value = after.mean - before.mean
    if np.isnan(value):
        return ShareDifference(value, value, value)
    drawn = after.drawn_means(rng, samples) - before.drawn_means(rng, samples)
    low, high = np.quantile(drawn, [tail, 1.0 - tail])
    return ShareDifference(value, float(low), float(high))

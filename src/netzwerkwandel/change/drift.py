from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change.documents import DriftDocument
from netzwerkwandel.change.ego_snapshot import began
from netzwerkwandel.change.persistence import Comparison, chance_of
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
        How many series to compare with, at least 100.
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
    Weeks hang together, as those of one project do. So what is found is compared with series that
    hang together as much and do not change: a part of what varies lasts from week to week, the rest
    is the chance of counting few days of contact. Each difference is told in units of its own error
    there, as in a bootstrap-t, which makes up for how little short series show of how they hang
    together. Three things are looked for, two differences and a month, with one tail for each that
    leaves all of them together at ``level``. How often that holds stands in
    ``benchmarks/README.md``.

    The month is that of the split of the weeks since the goal, at least 4 weeks with contact on
    either side, that leaves the least squares around the two means, where the later mean is the
    higher. It is named where hardly any of those series has as good a split.

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
    over_baseline, over_earlier, month = compared(before, since, rng, samples, level)
    return Drift(
        inner_circle=tuple(sorted(members)),
        weeks=(len(before), len(past) + len(recent), len(recent)),
        baseline=before.mean,
        earlier=past.mean,
        lately=recent.mean,
        over_baseline=over_baseline,
        over_earlier=over_earlier,
        since=month,
        language=chronicle.records.language,
    )


def compared(
    before: Weeks, since: Weeks, rng: np.random.Generator, samples: int, level: float
) -> tuple[ShareDifference, ShareDifference, date | None]:
    """How much more it is lately than before the goal, and than earlier since, and since when."""
    nothing = ShareDifference(float("nan"), float("nan"), float("nan"))
    if not since.is_enough:
        return nothing, nothing, None
    year = before if before.is_enough else before.last(0)
    recent, past = since.last(LATELY_WEEKS), since.before(LATELY_WEEKS)
    start, n = len(year), len(year) + len(since)
    earlier = (slice(0, start), slice(start, n - len(recent)))
    lately = slice(n - len(recent), n)
    known = [recent.is_enough and span.is_enough for span in (year, past)]
    spans = tuple((a, lately) for a, is_known in zip(earlier, known, strict=True) if is_known)
    comparison = Comparison(start, spans)
    shares = np.r_[year.core_share, since.core_share]
    chance = chance_of(shares, np.r_[year.days, since.days], comparison, rng, samples)
    *values, rise = comparison.found(shares[None, :])[0][:, 0].tolist()
    tail = chance.tail(level)
    told = iter(
        ShareDifference(value, *chance.interval(i, value, tail)) for i, value in enumerate(values)
    )
    over_baseline, over_earlier = (next(told) if is_known else nothing for is_known in known)
    rose = chance.is_rare(len(values), rise, tail)
    return over_baseline, over_earlier, since.month_of_rise if rose else None

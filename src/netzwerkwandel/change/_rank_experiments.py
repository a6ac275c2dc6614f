from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change.documents import RankedExperimentDocument
from netzwerkwandel.change.experiment_effect import ExperimentEffects, heading, hours_of, title_of
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.change.rates import Group, Trial, posteriors
from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Experiment
from netzwerkwandel.model.arguments import check_kind, is_number
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.scoring import rounded
from netzwerkwandel.texts import Catalogue, Explained


USUAL_HOURS = 10.0
"""The hours that are spoken of where fewer than one, or none, are planned."""


@attrs.frozen(kw_only=True)
class RankedExperiment(Explained, AsDict[RankedExperimentDocument]):
    """How many new people may a planned experiment lead to?

    Parameters
    ----------
    experiment : Experiment
        What is planned.
    per_hour : float
        The expected number of new, non-redundant contacts per hour, above 0.
    interval : tuple of two float
        Between these the rate lies with the probability that was asked for.
    expected : float
        The expected number in the hours planned; nan where they are not given.
    alike : int
        How many past experiments of the same kind and field speak for it; 0 if only others do.
    """

    experiment: Experiment
    per_hour: float
    interval: tuple[float, float]
    expected: float
    alike: int

    @property
    def is_uncertain(self) -> bool:
        """Whether too little is known to rely on its rank: the interval is wider than the rate."""
        return self.interval[1] - self.interval[0] > self.per_hour

    @override
    def _as_dict(self) -> dict[str, object]:
        return plain_values(
            {
                **heading(self.experiment),
                "hours": self.experiment.hours,
                "per_hour": self.per_hour,
                "interval": self.interval,
                "expected": self.expected,
                "alike": self.alike,
                "is_uncertain": self.is_uncertain,
            }
        )

    @override
    def _told(self, texts: Catalogue) -> str:
        """Say in a sentence how many people it may lead to, in the hours planned or usual."""
        planned = self.experiment.hours or 0.0
        hours = planned if planned >= 1 else USUAL_HOURS
        low, high = math.floor(self.interval[0] * hours), math.ceil(self.interval[1] * hours)
        people = round(self.per_hour * hours)
        return texts.say(
            "planned people" if people else "planned nobody",
            people,
            title=title_of(self.experiment, texts),
            hours=hours_of(hours, texts),
            low=texts.number(low),
            high=texts.number(high),
        )


@attrs.frozen(repr=False, kw_only=True)
class RankedExperiments(AsDicts[RankedExperiment, RankedExperimentDocument], Explained):
    """Planned experiments, those first that may lead to most new people per hour.

    Parameters
    ----------
    ranked : sequence of RankedExperiment
        The experiments.
    level : float
        The probability of the intervals.
    explores_long : bool
        Whether the past ones went on exploring for long without a second contact; see
        ``ExperimentEffects.explores_long``.
    """

    ranked: tuple[RankedExperiment, ...]
    level: float
    explores_long: bool

    @overload
    def __getitem__(self, index: int) -> RankedExperiment: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RankedExperiment, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> RankedExperiment | tuple[RankedExperiment, ...]:
        return self.ranked[index]

    @override
    def __len__(self) -> int:
        return len(self.ranked)

    def __repr__(self) -> str:
        return f"RankedExperiments({len(self)} experiments)"

    @override
    def _told(self, texts: Catalogue) -> str:
        """What each idea may lead to, a line for each, and how sure that is."""
        return "\n".join(self._lines(texts))

    def _lines(self, texts: Catalogue) -> Iterator[str]:
        yield texts.say("planned title" if self.ranked else "planned none")
        for each in self.ranked:
            yield each.explain(texts)
        unsure = [title_of(each.experiment, texts) for each in self.ranked if each.is_uncertain]
        if unsure:
            yield texts.say("planned unsure", titles=texts.listing(list(dict.fromkeys(unsure))))
        if self.explores_long:
            yield texts.say("planned again")


def rank_experiments(
    planned: Iterable[Experiment], past: ExperimentEffects, *, level: float = 0.8
) -> RankedExperiments:
    r"""Which of my ideas is most worth trying next, as far as my own past can tell?

    By the expected number of new, non-redundant contacts per hour. Of an experiment e in the field
    f of the kind k, the count in h hours is taken to be Poisson with a rate that differs from
    experiment to experiment, around that of the field, as this does around that of its kind, and
    the kinds do around one rate:

    .. math::
        y_e \sim \mathrm{Poisson}(\lambda_f g_e h_e), \quad
        \lambda_f = \mu_k g_f, \quad \mu_k = \mu g_k, \quad
        \mu \sim \mathrm{Gamma}(1/2, 2)

    Each *g* is gamma with the mean 1. Its variance is 1 between kinds, 0.3, 1, 3 or 10 between the
    fields of a kind, and 0, 0.3, 1, 3 or 10 between experiments of one field, where a few may lead
    to ten people and most to nobody; of these each is as likely before anything is known. So counts
    are negative binomial, and the less was tried in a field, the more its rate is drawn to those
    of others. Before anything is known, half a contact in two hours is assumed.

    Parameters
    ----------
    planned : sequence of Experiment
        The ideas, with hours if the expected number is wanted. Only kind, field and hours count.
    past : ExperimentEffects
        What past experiments brought; those count whose hours are known and not 0.
    level : float
        Between 0 and 1: the probability of the central intervals.

    Returns
    -------
    RankedExperiments
        The highest rate first, equal ones in the order of start and key. Each interval is of what
        is known of the rate of the field, not of the count in one experiment.

    Raises
    ------
    InvalidArgumentError
        If something planned is not an ``Experiment``, ``past`` is not what ``experiment_effects``
        returns, or ``level`` is not between 0 and 1.

    Notes
    -----
    What is known is worked out on a grid of rates, each about 1 in 100 above the last. The numbers
    of the assumptions are our own; how often such intervals hold the truth, also where the
    assumptions are wrong, stands in ``benchmarks/README.md``. With few
    experiments behind it the ranking is little more than a guess, and ``is_uncertain`` says so.
    Fields are the same if they are spelled alike; experiments without a field count as of one.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> idea = Experiment(key="day", title="A day at the studio", started=date(2026, 5, 1), hours=6)
    >>> nothing = ExperimentEffects((), datetime(2026, 4, 1, tzinfo=UTC))
    >>> first = rank_experiments([idea], nothing)[0]
    >>> round(first.per_hour, 2), round(first.expected, 1), first.is_uncertain
    (0.25, 1.5, True)
    """
    ideas = tuple(check_kind("planned", planned, Iterable))  # type: ignore[type-abstract]
    for each in ideas:
        if not isinstance(each, Experiment):
            raise InvalidArgumentError(
                f"planned must be a sequence of Experiment, got {shown(each)}"
            )
    check_kind("past", past, ExperimentEffects)
    if not (is_number(level) and 0 < level < 1):
        raise InvalidArgumentError(f"level must be a number between 0 and 1, got {shown(level)}")
    trials: defaultdict[Group, list[Trial]] = defaultdict(list)
    for effect in past:
        if effect.experiment.hours:
            trial = Trial(len(effect.non_redundant), effect.experiment.hours)
            trials[_group(effect.experiment)].append(trial)
    rates = posteriors(trials, map(_group, ideas))
    ranked = []
    for idea in sorted(ideas, key=lambda each: (each.started, each.key)):
        rate = rates[_group(idea)]
        ranked.append(
            RankedExperiment(
                experiment=idea,
                per_hour=rate.mean,
                interval=rate.interval(level),
                expected=rate.mean * (float("nan") if idea.hours is None else idea.hours),
                alike=len(trials[_group(idea)]),
            )
        )
    # rates that differ only by rounding are equal, and equal ones stay in the order of start
    order = np.argsort(-rounded(np.array([each.per_hour for each in ranked])), kind="stable")
    return RankedExperiments(
        ranked=tuple(ranked[i] for i in order.tolist()),
        level=level,
        explores_long=past.explores_long,
    ).in_language(next((effect.language for effect in past), None))


def _group(experiment: Experiment) -> Group:
    """The kind and the field, however that is spelled."""
    field = unicodedata.normalize("NFKC", experiment.field).casefold()
    return str(experiment.kind), " ".join(field.split())

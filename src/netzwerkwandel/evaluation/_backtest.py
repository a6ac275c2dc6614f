from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.evaluation.choosers import BASELINES, Chooser, by_name
from netzwerkwandel.evaluation.views import Study, View
from netzwerkwandel.model import Contact, Interaction, InteractionColumns, Key
from netzwerkwandel.model.arguments import (
    check_aware,
    check_count,
    check_kind,
    check_optional,
    check_share,
)
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.network import TieStrength
from netzwerkwandel.scoring import ScoringStrategy
from netzwerkwandel.texts import Catalogue, Explained


MEASURES = ("met", "excess", "new people", "in touch", "taken up again", "answered")
"""What is looked at, in the order of the table; see ``backtest``."""

RESAMPLES = 2000
"""So many times the egos are drawn anew for an interval."""

Progress = Callable[[int, int], None]
"""Told how many of how many people and dates were looked at."""


@attrs.frozen(kw_only=True)
class Outcome:
    """How one rule of choosing did by one measure.

    Parameters
    ----------
    chooser : str
        The name of the rule.
    measure : str
        One of ``MEASURES``.
    egos : int
        For how many people anything can be said.
    mean : float
        The mean over these people; nan without any.
    low, high : float
        Its interval.
    more : float
        The mean difference to what chance would have chosen for the same people.
    more_low, more_high : float
        Its interval.
    """

    chooser: str
    measure: str
    egos: int
    mean: float
    low: float
    high: float
    more: float
    more_low: float
    more_high: float

    @property
    def verdict(self) -> Literal["better", "worse", "alike"]:
        """Whether it is better or worse than chance, as far as the interval of the difference says.

        A bound within rounding of nothing counts as nothing.
        """
        if self.more_low > 0:
            return "better"
        return "worse" if self.more_high < 0 else "alike"


@attrs.frozen(kw_only=True)
class Backtest(Explained):
    """What followed on choices, by several rules; made by ``backtest``.

    Parameters
    ----------
    outcomes : tuple of Outcome
        By rule, and by measure within each.
    choices : int
        How many people at how many dates were looked at, taken together.
    people : int
        How many different people that are.
    """

    outcomes: tuple[Outcome, ...]
    choices: int
    people: int

    def outcome(self, chooser: str, measure: str) -> Outcome:
        """Give one outcome.

        Parameters
        ----------
        chooser, measure : str
            The names of the rule and the measure.

        Returns
        -------
        Outcome
            How the one did by the other.

        Raises
        ------
        InvalidArgumentError
            If there is none of that name.
        """
        for each in self.outcomes:
            if (each.chooser, each.measure) == (chooser, measure):
                return each
        names = ", ".join(dict.fromkeys(repr(each.chooser) for each in self.outcomes))
        raise InvalidArgumentError(
            f"chooser must be one of {names}, and measure one of {', '.join(MEASURES)}, got "
            f"{chooser!r:.80} and {measure!r:.80}"
        )

    def to_frame(self, library: Library | None = None) -> object:
        """Give the outcomes as a data frame, a row for each rule and measure.

        Parameters
        ----------
        library : str, optional
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``; by default the first that is installed.

        Returns
        -------
        DataFrame
            With the fields of ``Outcome`` as columns.

        Raises
        ------
        InvalidArgumentError, MissingExtraError
            If the library is another one, or not installed.
        """
        names = [field.name for field in attrs.fields(Outcome)]
        columns = {name: [getattr(each, name) for each in self.outcomes] for name in names}
        return data_frame(columns, library)

    @override
    def _told(self, texts: Catalogue) -> str:
        """What can be concluded of each rule, and what cannot, a line for each."""
        lines = [texts.say("backtest of", self.people, choices=texts.number(self.choices))]
        for chooser in dict.fromkeys(each.chooser for each in self.outcomes):
            own = [each for each in self.outcomes if each.chooser == chooser and each.egos]
            told = []
            for verdict in ("better", "worse", "alike"):
                names = [
                    texts.say(f"backtest {each.measure}") for each in own if each.verdict == verdict
                ]
                if names and chooser != "random":
                    told.append(texts.say(f"backtest {verdict}", measures=texts.listing(names)))
            if told:
                lines.append(f"{chooser}: {'; '.join(told)}.")
        return "\n".join([*lines, texts.say("backtest limits")])


def backtest(
    interactions: Iterable[Interaction],
    choosers: Sequence[ScoringStrategy | Chooser],
    *,
    dates: Iterable[datetime],
    horizon: timedelta = timedelta(days=90),
    n: int = 5,
    contacts: Iterable[Contact] = (),
    egos: Iterable[Key] | None = None,
    baselines: Sequence[Chooser] = BASELINES,
    strength: TieStrength | None = None,
    least: int = 10,
    pause: timedelta = timedelta(days=30),
    draws: int = 10,
    level: float = 0.95,
    seed: int = 0,
    progress: Progress | None = None,
) -> Backtest:
    r"""Does the advice come true: had she talked to these people, whom would she have been near?

    At each date each person is given only what she could see: that in which she took part. Each
    rule chooses n of her contacts, and then it is looked at what really followed within the
    horizon:

    - *met*: of the people whom she newly came into direct contact with, and who were there before,
      the share that had been in direct contact with one of the chosen;
    - *excess*: that share, less the same share of strangers of about the same degree who were
      active in the horizon and whom she did not meet. Only this says anything of the choice: the
      plain share rewards whoever chooses people with many relations;
    - *new people*: with how many people whom she did not know the chosen were in direct contact;
    - *in touch* and *answered*: the share of the chosen with whom she was in contact, and with whom
      both reached out;
    - *taken up again*: of the chosen who had been silent for a while, the share in contact.

    Each is the mean over the dates of a person, and then over people; intervals draw the people
    anew (bootstrap), and the difference to chance is taken person by person.

    Parameters
    ----------
    interactions : iterable of Interaction
        What happened among everybody.
    choosers : sequence of ScoringStrategy or Chooser
        Rules of choosing; of a strategy the list that ``recommend`` makes of it.
    dates : iterable of datetime
        The moments of choosing, with a time zone.
    horizon : timedelta
        How long what followed is looked at.
    n : int
        How many each rule chooses.
    contacts : iterable of Contact
        What is known of people besides.
    egos : iterable of str, optional
        Whose choices are looked at; by default everybody's.
    baselines : sequence of Chooser
        Simple rules to hold the others against; ``Random`` is added where it is missing.
    strength : TieStrength, optional
        How strength is measured.
    least : int
        How many contacts somebody must have at a date to be looked at.
    pause : timedelta
        After how long a silence contact is *taken up again*.
    draws : int
        How often chance chooses.
    level : float
        The level of the intervals, between 0 and 1.
    seed : int
        Of all chance.
    progress : callable, optional
        Told after each person and date how many of how many were looked at.

    Returns
    -------
    Backtest
        Rule by rule, with a table and a text.

    Raises
    ------
    InvalidArgumentError
        If an argument is of the wrong kind or outside its range, or nobody can be looked at.
    StrategyError
        If a strategy returns what cannot be ranked.

    Notes
    -----
    In ordinary life nobody in such data changes career: the measures say whom one would have been
    near, not whether a career changed. See ``docs/backtest.md``.

    Examples
    --------
    >>> from datetime import UTC
    >>> import netzwerkwandel as nw
    >>> def mail(day, *people):
    ...     when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day)
    ...     key = f"{day}-{'-'.join(people)}"
    ...     return Interaction(
    ...         key=key, when=when, channel="mail", sender=people[0], participants=people
    ...     )
    >>> letters = [mail(1, "ada", "ben"), mail(2, "ben", "ada"), mail(3, "ben", "eva")]
    >>> letters += [mail(4, "ada", "finn"), mail(40, "ada", "eva")]
    >>> dates = [datetime(2026, 2, 1, tzinfo=UTC)]
    >>> result = backtest(letters, [nw.NewInformation()], dates=dates, n=1, least=1, egos=["ada"])
    >>> result.outcome("most connected", "met").mean
    1.0
    """
    for name, count, smallest in (("n", n, 1), ("least", least, 1), ("draws", draws, 1)):
        check_count(name, count, smallest)
    check_count("seed", seed, 0)
    check_kind("horizon", horizon, timedelta)
    check_kind("pause", pause, timedelta)
    check_optional("strength", strength, TieStrength)
    check_share("level", level)
    if not 0 < level < 1:
        raise InvalidArgumentError(f"level must lie between 0 and 1, got {shown(level)}")
    if horizon <= timedelta(0):
        raise InvalidArgumentError(f"horizon must be above 0, got {horizon}")
    rules = by_name((*baselines, *choosers))
    happened = InteractionColumns.from_interactions(interactions)
    study = Study(
        happened=happened,
        contacts={contact.key: contact for contact in contacts},
        egos=happened.people if egos is None else tuple(egos),
        dates=tuple(check_aware("dates", date) for date in dates),
        horizon=horizon,
        least=least,
        pause=pause,
        strength=TieStrength() if strength is None else strength,
    )
    tally = _Tally(rules=rules, n=n, draws=draws, level=level, seed=seed)
    for done, view in study.views():
        if view is not None:
            tally.add(view)
        if progress is not None:
            progress(done, len(study.dates) * len(study.egos))
    return tally.backtest()


@attrs.define(eq=False, kw_only=True)
class _Tally:
    """What followed on the choices of some rules, by rule and measure, of each person.

    Parameters
    ----------
    rules : mapping of str to Chooser
        The rules, by their names; the first that draws is what chance would have chosen.
    n, draws, level, seed
        As in ``backtest``.
    """

    rules: Mapping[str, Chooser]
    n: int
    draws: int
    level: float
    seed: int
    _values: dict[tuple[str, str], dict[Key, list[float]]] = attrs.field(init=False)
    _choices: int = attrs.field(default=0, init=False)

    @_values.default
    def _nothing_yet(self) -> dict[tuple[str, str], dict[Key, list[float]]]:
        return {(name, measure): {} for name in self.rules for measure in MEASURES}

    def add(self, view: View) -> None:
        """Let each rule choose for one person at one date, and note what followed."""
        self._choices += 1
        for name, rule in self.rules.items():
            for measure, value in self._followed(view, rule).items():
                if not np.isnan(value):
                    self._values[name, measure].setdefault(view.ego, []).append(value)

    def _followed(self, view: View, rule: Chooser) -> Mapping[str, float]:
        """What followed on a choice; where chance decides, on several in the mean."""
        rng = np.random.default_rng(self.seed)
        times = self.draws if rule.draws else 1
        each = [view.outcome(rule.choose(view.network, self.n, rng)) for _ in range(times)]
        means = {}
        for measure in MEASURES:
            values = [outcome[measure] for outcome in each if not np.isnan(outcome[measure])]
            means[measure] = float(np.mean(values)) if values else float("nan")
        return means

    def backtest(self) -> Backtest:
        """What can be said of each rule by each measure."""
        people = {ego for of_egos in self._values.values() for ego in of_egos}
        outcomes = tuple(self._outcome(name, measure) for name, measure in self._values)
        return Backtest(outcomes=outcomes, choices=self._choices, people=len(people))

    def _outcome(self, name: str, measure: str) -> Outcome:
        """The mean over people, and over the differences of each to what chance chose for her."""
        own, by_chance = self._means(name, measure), self._means(self._chance, measure)
        mean, low, high = self._interval([own[ego] for ego in sorted(own)])
        both = sorted(own.keys() & by_chance.keys())
        more, more_low, more_high = self._interval([own[ego] - by_chance[ego] for ego in both])
        return Outcome(
            chooser=name,
            measure=measure,
            egos=len(own),
            mean=mean,
            low=low,
            high=high,
            more=more,
            more_low=more_low,
            more_high=more_high,
        )

    @property
    def _chance(self) -> str:
        """The name of what everything is held against."""
        return next(name for name, rule in self.rules.items() if rule.draws)

    def _means(self, name: str, measure: str) -> dict[Key, float]:
        """The mean over the dates of each person."""
        return {ego: float(np.mean(each)) for ego, each in self._values[name, measure].items()}

    def _interval(self, of_egos: Sequence[float]) -> tuple[float, float, float]:
        """A mean, and the percentiles of the means of people drawn anew."""
        if not of_egos:
            return (float("nan"),) * 3
        values, rng = np.array(of_egos), np.random.default_rng(self.seed)
        drawn = values[rng.integers(0, len(values), (RESAMPLES, len(values)))].mean(axis=1)
        low, high = np.quantile(drawn, [(1 - self.level) / 2, (1 + self.level) / 2])
        return float(values.mean()), float(low), float(high)

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias, overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Experiment, ExperimentKind, Function, Key
from netzwerkwandel.model.addresses import without_addresses


SCHEMA = 1
"""The version of what ``to_dicts`` returns; it grows when a field changes its meaning."""
NON_REDUNDANT = 0.25
"""The dyadic redundancy below which a new tie is taken not to repeat others."""
LONG_EXPLORATION = 182
"""Days from which exploring without a second contact is long."""
SEVERAL = 3
"""Exploratory experiments from which it is."""

WithoutWith: TypeAlias = tuple[float, float]


@attrs.frozen(kw_only=True, repr=False)
class ExperimentEffect:
    """What did an experiment bring?

    All but who was met compares the network as it is with the one without those first met by the
    experiment (``without_experiment``), seen from the owner, in the ego model.

    Parameters
    ----------
    experiment : Experiment
        What was tried.
    until : date
        The last day of its span that is seen.
    met : sequence of str
        Who was met, by key, sorted.
    met_is_stated : bool
        Whether that is stated; else they are found, and may include who came by other ways.
    new : sequence of str
        Who of them was not known before it started.
    shared : sequence of str
        Who of the new ones is new by a parallel experiment too.
    non_redundant : sequence of str
        Who of the new ones has a tie that repeats little of the others: its redundancy is below
        ``NON_REDUNDANT``.
    second_contact : sequence of str
        With whom of the new ones there was contact on a second day.
    new_circles : int
        The circles that have nobody but new people.
    effective_size, constraint : tuple of two float
        Structural holes without and with the experiment; nan without contacts.
    functions : tuple of two sequences of Function
        The functions that somebody serves, without and with it.
    parallel : sequence of str
        The other experiments whose spans overlap, by key.
    """

    experiment: Experiment
    until: date
    met: tuple[Key, ...]
    met_is_stated: bool
    new: tuple[Key, ...]
    shared: tuple[Key, ...]
    non_redundant: tuple[Key, ...]
    second_contact: tuple[Key, ...]
    new_circles: int
    effective_size: WithoutWith
    constraint: WithoutWith
    functions: tuple[tuple[Function, ...], tuple[Function, ...]]
    parallel: tuple[Key, ...]

    def __repr__(self) -> str:
        title = without_addresses(self.experiment.title)
        return f"ExperimentEffect({title!r}, {len(self.new)} new of {len(self.met)} met)"

    @property
    def functions_gained(self) -> tuple[Function, ...]:
        """The functions that are served and would not be without it."""
        return tuple(f for f in self.functions[1] if f not in self.functions[0])

    def figures(self) -> dict[str, float]:
        """Give each figure as one number: how many, and by how much the measures differ."""
        return {
            "met": len(self.met),
            "new": len(self.new),
            "non_redundant": len(self.non_redundant),
            "second_contact": len(self.second_contact),
            "new_circles": self.new_circles,
            "functions_gained": len(self.functions_gained),
            "effective_size": self.effective_size[1] - self.effective_size[0],
            "constraint": self.constraint[1] - self.constraint[0],
        }

    def per_hour(self) -> dict[str, float]:
        """Give each figure per hour put in; nan where the hours are not known, or none."""
        hours = self.experiment.hours or float("nan")
        return {name: value / hours for name, value in self.figures().items()}

    def explain(self, language: str = "en") -> str:
        """Say what it brought, in a few sentences.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.change.experiment_wording import explain_effect

        return explain_effect(self, language)

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON: dates as text, nan as None."""
        hours = self.experiment.hours
        return {
            "schema": SCHEMA,
            "key": self.experiment.key,
            "title": without_addresses(self.experiment.title),
            "kind": str(self.experiment.kind),
            "field": self.experiment.field,
            "started": self.experiment.started.isoformat(),
            "until": self.until.isoformat(),
            "hours": hours,
            "met": list(self.met),
            "met_is_stated": self.met_is_stated,
            "new": list(self.new),
            "shared": list(self.shared),
            "non_redundant": list(self.non_redundant),
            "second_contact": list(self.second_contact),
            "new_circles": self.new_circles,
            "effective_size": [_plain(value) for value in self.effective_size],
            "constraint": [_plain(value) for value in self.constraint],
            "functions": [[str(f) for f in served] for served in self.functions],
            "parallel": list(self.parallel),
            "per_hour": {name: _plain(value) for name, value in self.per_hour().items()},
        }


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else value


@attrs.frozen(repr=False)
class ExperimentEffects(Sequence[ExperimentEffect]):
    """What each experiment brought, in the order in which they started.

    Parallel experiments may count the same people (``ExperimentEffect.shared``), so the effects do
    not add up.

    Parameters
    ----------
    effects : sequence of ExperimentEffect
        One for each.
    as_of : datetime
        The moment from which it is looked at.
    """

    effects: tuple[ExperimentEffect, ...]
    as_of: datetime

    @overload
    def __getitem__(self, index: int) -> ExperimentEffect: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ExperimentEffect, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> ExperimentEffect | tuple[ExperimentEffect, ...]:
        return self.effects[index]

    @override
    def __len__(self) -> int:
        return len(self.effects)

    def __repr__(self) -> str:
        return f"ExperimentEffects({len(self)} experiments)"

    @property
    def exploratory(self) -> ExperimentEffects:
        """Those of experiments that open a field."""
        return self._of(ExperimentKind.EXPLORATORY)

    @property
    def confirmatory(self) -> ExperimentEffects:
        """Those of experiments that test a plan."""
        return self._of(ExperimentKind.CONFIRMATORY)

    def _of(self, kind: ExperimentKind) -> ExperimentEffects:
        some = tuple(each for each in self.effects if each.experiment.kind is kind)
        return attrs.evolve(self, effects=some)

    @property
    def explores_long(self) -> bool:
        """Whether exploring has gone on for long without a second contact.

        So it is if, since the last experiment that led to a second contact, at least ``SEVERAL``
        exploratory ones have started, the first more than ``LONG_EXPLORATION`` days ago. A choice
        of ours: exploring that never comes back to anybody can become a way not to decide.
        """
        since: list[date] = []
        for each in self.effects:
            if each.second_contact:
                since = []
            elif each.experiment.kind is ExperimentKind.EXPLORATORY:
                since.append(each.experiment.started)
        days = (self.as_of.date() - since[0]).days if since else 0
        return len(since) >= SEVERAL and days > LONG_EXPLORATION

    def to_dicts(self) -> list[dict[str, object]]:
        """Give the effects as plain values, ready for JSON, each with the schema's version."""
        return [each.to_dict() for each in self.effects]

"""What an experiment brought: the figures, and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Self, overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change.documents import ExperimentEffectDocument
from netzwerkwandel.change.ego_snapshot import EgoSnapshot
from netzwerkwandel.change.people_met import PeopleMet
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.model import Experiment, ExperimentKind, Key
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.model.keys import without_addresses
from netzwerkwandel.model.naming import named_functions
from netzwerkwandel.model.shift import FunctionShift, Shift
from netzwerkwandel.scoring import rounded
from netzwerkwandel.texts import Catalogue, Explained, printable
from netzwerkwandel.texts.explained import is_told


SCHEMA = 1
"""The version of what ``to_dicts`` returns; it grows when a field changes its meaning."""
NON_REDUNDANT = 0.25
"""The dyadic redundancy below which a new tie is taken not to repeat others."""
LONG_EXPLORATION = 182
"""Days from which exploring without a second contact is long."""
SEVERAL = 3
"""Exploratory experiments from which it is."""


@attrs.frozen(kw_only=True, repr=False)
class ExperimentEffect(Explained, AsDict[ExperimentEffectDocument]):
    """What did an experiment bring?

    Apart from who was met, everything compares the network as it is with the one without the
    people first met by the experiment (``without_experiment``), seen from the owner, in the ego
    model.

    Parameters
    ----------
    experiment : Experiment
        What was tried.
    until : date
        The last day of its span that is seen.
    met : sequence of str
        Who was met, by key, sorted.
    met_is_stated : bool
        Whether all that is stated; otherwise some of them follow from it, or from addresses.
    new : sequence of str
        Those of them who were not known before it started.
    shared : sequence of str
        Those of the new ones who are new by a parallel experiment too.
    non_redundant : sequence of str
        Those of the new ones whose tie repeats little of the others: its redundancy is below
        ``NON_REDUNDANT``.
    second_contact : sequence of str
        Those of the new ones with whom there was contact on a second day.
    new_circles : int
        How many circles consist of new people only.
    effective_size, constraint : Shift
        Structural holes; before is without the experiment, after with it; nan without contacts.
    functions : FunctionShift
        The functions that somebody serves, without it and with it.
    parallel : sequence of str
        The other experiments whose spans overlap, by key.
    in_those_days : sequence of str
        Who else was first met in those days, perhaps for other reasons; they enter no figure.
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
    effective_size: Shift
    constraint: Shift
    functions: FunctionShift
    parallel: tuple[Key, ...]
    in_those_days: tuple[Key, ...] = ()

    @classmethod
    def of(
        cls, met: PeopleMet, parallel: Sequence[PeopleMet], without: EgoSnapshot, now: EgoSnapshot
    ) -> Self:
        """What is different with the people that an experiment led to.

        A circle is new if nobody in it was there before. With new = 0 1 1 0 1 and circles
        4 4 7 5 9, those of the new, 4 7 9, less those of the others, 4 5, leave 7 and 9.

        Parameters
        ----------
        met : PeopleMet
            Whom it led to.
        parallel : sequence of PeopleMet
            Whom experiments of the same time led to.
        without, now : EgoSnapshot
            The network as it would be without the new ones, and as it is.

        Returns
        -------
        ExperimentEffect
            What is known of it.

        Raises
        ------
        InvalidNetworkError
            If the two are of networks that nobody owns.
        """
        new, ties = now.rows(met.new), now.ties
        non_redundant = new & (rounded(ties.redundancy) < NON_REDUNDANT)
        return cls(
            language=now.network.language,
            experiment=met.experiment,
            until=met.until,
            met=met.met,
            met_is_stated=met.is_stated,
            new=met.new,
            in_those_days=met.in_those_days,
            shared=met.shared_with(parallel),
            non_redundant=tuple(sorted(now.people(non_redundant))),
            second_contact=tuple(sorted(now.people(new & (ties.contact_days >= 2)))),
            new_circles=len(np.setdiff1d(ties.circle[new], ties.circle[~new])),
            effective_size=Shift(without.effective_size, now.effective_size),
            constraint=Shift(without.constraint, now.constraint),
            functions=FunctionShift(without.served, now.served),
            parallel=tuple(other.experiment.key for other in parallel),
        )

    def __repr__(self) -> str:
        title = without_addresses(self.experiment.title)
        return f"ExperimentEffect({title!r}, {len(self.new)} new of {len(self.met)} met)"

    def figures(self) -> dict[str, float]:
        """Give each figure as one number: how many, and by how much the measures differ.

        Returns
        -------
        dict of str to float
            How many people were met, are new, not redundant, and were seen on a second day; how
            many circles and functions are new; and by how much effective size and constraint are
            higher with the experiment than without, nan without contacts.
        """
        return {
            "met": len(self.met),
            "new": len(self.new),
            "non_redundant": len(self.non_redundant),
            "second_contact": len(self.second_contact),
            "new_circles": self.new_circles,
            "functions_gained": len(self.functions.gained),
            "effective_size": self.effective_size.change,
            "constraint": self.constraint.change,
        }

    def per_hour(self) -> dict[str, float]:
        """Give each figure per hour put in.

        Returns
        -------
        dict of str to float
            By the names of ``figures``; all nan where the hours are not known, or none.
        """
        hours = self.experiment.hours or float("nan")
        return {name: value / hours for name, value in self.figures().items()}

    @override
    def _as_dict(self) -> dict[str, object]:
        fields = attrs.asdict(self, recurse=False, filter=is_told)
        tried, until = fields.pop("experiment"), fields.pop("until")
        span = {"started": tried.started, "until": until, "hours": tried.hours}
        per_hour = plain_values(self.per_hour())
        return plain_values({**heading(tried), **span, **fields, "per_hour": per_hour})

    @override
    def _told(self, texts: Catalogue) -> str:
        """Whom it led to and what came of it, a line for each subject."""
        span = texts.say(
            "experiment span",
            title=title_of(self.experiment, texts),
            started=texts.day(self.experiment.started),
            until=texts.day(self.until),
        )
        lines = [span, " ".join(self._told_people(texts))]
        if self.new:
            lines.append(" ".join(self._told_gains(texts)))
        if others := len(self.in_those_days):
            lines.append(texts.say("experiment others", others))
        return "\n".join(line for line in lines if line)

    def _told_people(self, texts: Catalogue) -> Iterator[str]:
        met, new = len(self.met), len(self.new)
        if not met:
            yield texts.say("experiment met none")
            return
        yield texts.say(f"experiment met {'stated' if self.met_is_stated else 'found'}", met)
        if not new:
            yield texts.say("experiment new none", met)
        else:
            yield texts.say("experiment new all" if new == met else "experiment new some", new)
        if self.shared:
            yield texts.say("experiment shared", len(self.shared))

    def _told_gains(self, texts: Catalogue) -> Iterator[str]:
        counts = {
            "apart": len(self.non_redundant),
            "circles": self.new_circles,
            "second": len(self.second_contact),
        }
        for name, n in counts.items():
            if n:
                yield texts.say(f"experiment {name}", n)
        if not self.second_contact:
            yield texts.say("experiment second none")
        if gained := self.functions.gained:
            yield texts.say("change gained", functions=named_functions(gained, texts))
        if self.experiment.hours:
            each = hours_of(self.experiment.hours / len(self.new), texts)
            yield texts.say("experiment effort", hours=each)


@attrs.frozen(repr=False)
class ExperimentEffects(AsDicts[ExperimentEffect, ExperimentEffectDocument]):
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

        It has if at least ``SEVERAL`` exploratory experiments have started since the last one that
        led to a second contact, the first of them more than ``LONG_EXPLORATION`` days ago. A choice
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


def heading(experiment: Experiment) -> dict[str, object]:
    """Which experiment a row is about, and the version of the schema it is written in."""
    return {
        "schema": SCHEMA,
        "key": experiment.key,
        "title": without_addresses(experiment.title),
        "kind": experiment.kind,
        "field": experiment.field,
    }


def title_of(experiment: Experiment, texts: Catalogue) -> str:
    """Say how to call an experiment in a text, without showing an address."""
    return printable(experiment.title) or texts.say("experiment nameless")


def hours_of(hours: float, texts: Catalogue) -> str:
    """Write hours as roughly as one would say them."""
    return texts.say("hours", max(round(hours), 1))

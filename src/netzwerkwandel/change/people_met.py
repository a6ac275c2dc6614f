"""Who was met by each experiment, who of them was new, and who came in those days by other ways."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date

import attrs
import numpy as np

from netzwerkwandel.change.first_meetings import first_meetings
from netzwerkwandel.model import Contact, Experiment, Key
from netzwerkwandel.model.keys import counted, own_domains
from netzwerkwandel.model.moments import DAYS_A_YEAR, SECONDS_A_DAY
from netzwerkwandel.network import Chronicle, Ties
from netzwerkwandel.records import Records


LEADS_ON = math.ceil(DAYS_A_YEAR)
"""So many days after its end the people met by it may still introduce others on its account."""

SHORTEST = 5
"""A domain of fewer letters is too easily found in a title by chance."""

_EPOCH = date(1970, 1, 1).toordinal()
_NO_LETTERS = re.compile(r"[\W_]+")


@attrs.frozen(kw_only=True)
class PeopleMet:
    """Whom one experiment led to.

    Parameters
    ----------
    experiment : Experiment
        Which.
    until : date
        The last day of its span that is seen.
    met : sequence of str
        Who was met, by key, sorted.
    is_stated : bool
        Whether all that is stated; else some follow from what is stated, or from addresses.
    new : sequence of str
        Those of them who were not known before it started.
    in_those_days : sequence of str
        Who was first met on a day of its span, and nothing ties to it.
    """

    experiment: Experiment
    until: date
    met: tuple[Key, ...] = attrs.field(repr=counted)
    is_stated: bool
    new: tuple[Key, ...] = attrs.field(repr=counted)
    in_those_days: tuple[Key, ...] = attrs.field(repr=counted)

    def overlaps(self, other: PeopleMet) -> bool:
        """Whether both went on at one time."""
        return self.experiment.started <= other.until and other.experiment.started <= self.until

    def shared_with(self, others: Iterable[PeopleMet]) -> tuple[Key, ...]:
        """Those of the new ones who are new by another experiment too."""
        elsewhere = {key for other in others for key in other.new}
        return tuple(key for key in self.new if key in elsewhere)


def people_met(chronicle: Chronicle, ties: Ties) -> tuple[PeopleMet, ...]:
    """Say who was met by each experiment that started by the moment of the owner's ties.

    Those who are stated, those of its own addresses (whose domain stands in its title) who were
    first met on a day of its span (in UTC), and whoever was first met with one of these who was
    new, or through her, until a year after its end. Whoever is stated to have been met by another
    experiment, was in contact before it started, or has a tie stated to be older, was not found by
    it. All others of those days came perhaps for other reasons, and are told apart.
    """
    finder = PeopleFinder(chronicle, ties)
    return tuple(map(finder.met_by, finder.started))


class PeopleFinder:
    """Finds whom each experiment led to, by a moment.

    Parameters
    ----------
    chronicle : Chronicle
        What happened in one person's records.
    ties : Ties
        All ties of the owner as of the moment.
    """

    def __init__(self, chronicle: Chronicle, ties: Ties) -> None:
        records, as_of = chronicle.records, ties.network.as_of
        assert as_of is not None
        self._records, self._today = records, _day(as_of.timestamp())
        tried = records.experiments
        self.started = tuple(e for e in tried if e.started.toordinal() <= self._today)
        self._claimed = {key for each in self.started for key in _stated(records, each)}
        keys = [ties.network.keys[i] for i in ties.target.tolist()]
        pairs = zip(keys, ties.first_contact.tolist(), strict=True)
        self._first = {key: _day(moment) for key, moment in pairs if not np.isnan(moment)}
        self._acquainted = self._known_since(ties.network.keys[int(ties.network.ego or 0)])
        self._meetings = {
            records.contacts[number].key: several
            for number, several in (first_meetings(chronicle) if self.started else {}).items()
        }

    def _known_since(self, me: Key) -> dict[Key, int]:
        """Since when the owner knows each: the first contact, or what is stated to be earlier."""
        known, person_of = dict(self._first), self._records.person_of
        for tie in self._records.ties:
            pair = {person_of[tie.a], person_of[tie.b]}
            if tie.since is not None and me in pair:
                day = tie.since.toordinal()
                known |= {key: min(known.get(key, day), day) for key in pair - {me}}
        return known

    def met_by(self, experiment: Experiment) -> PeopleMet:
        """Whom one experiment led to, and who came in its days perhaps for other reasons."""
        start = experiment.started.toordinal()
        end = self._today
        if experiment.ended is not None:
            end = min(experiment.ended.toordinal(), end)
        known = {key for key, day in self._acquainted.items() if day < start}
        others = self._first.keys() - self._claimed - known
        in_its_days = {key for key in others if start <= self._first[key] <= end}
        stated = _stated(self._records, experiment)
        own = {k for k in in_its_days if is_of(self._records.contact(k), experiment)}
        led_to = self._led_to((stated | own) - known, start, min(end + LEADS_ON, self._today))
        met = stated | own | (led_to & others)
        return PeopleMet(
            experiment=experiment,
            until=date.fromordinal(end),
            met=tuple(sorted(met)),
            is_stated=met == stated,
            new=tuple(sorted(met - known)),
            in_those_days=tuple(sorted(in_its_days - met)),
        )

    def _led_to(self, people: AbstractSet[Key], start: int, end: int) -> set[Key]:
        """Who was first met with some people, or through them, on some days."""
        return {
            meeting.key
            for who in people
            for meeting in self._meetings.get(who, ())
            if start <= _day(meeting.when) <= end
        }


def _stated(records: Records, experiment: Experiment) -> set[Key]:
    """Who is stated to be met, each by the key of her contact, the owner left out."""
    people = {records.person_of[key] for key in experiment.met}
    return people if records.me is None else people - {records.person_of[records.me]}


def is_of(contact: Contact, experiment: Experiment) -> bool:
    """Whether she has an address of the experiment's own: its title names whose domain it is.

    "A week at Studio Halbmond" names studio-halbmond.example.
    """
    title = _NO_LETTERS.sub("", experiment.title.casefold())
    names = {_NO_LETTERS.sub("", domain.partition(".")[0]) for domain in own_domains(contact.keys)}
    return any(len(name) >= SHORTEST and name in title for name in names)


def _day(seconds: float) -> int:
    """The day in UTC of a moment in seconds since 1970, in the numbering of ``date.toordinal``."""
    return math.floor(seconds / SECONDS_A_DAY) + _EPOCH

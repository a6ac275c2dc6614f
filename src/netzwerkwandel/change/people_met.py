"""Who was met by each experiment, who of them was new, and who came in those days by other ways."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import attrs
import numpy as np

from netzwerkwandel.change.first_meetings import FirstMeeting, first_meetings
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
    records, as_of = chronicle.records, ties.network.as_of
    assert as_of is not None
    today = _day(as_of.timestamp())
    started = [each for each in records.experiments if each.started.toordinal() <= today]
    if not started:
        return ()
    claimed = {key for each in started for key in _stated(records, each)}
    keys = [ties.network.keys[i] for i in ties.target.tolist()]
    pairs = zip(keys, ties.first_contact.tolist(), strict=True)
    first = {key: _day(moment) for key, moment in pairs if not np.isnan(moment)}
    acquainted = _acquainted(records, first, ties.network.keys[int(ties.network.ego or 0)])
    meetings = {
        chronicle.records.contacts[number].key: several
        for number, several in first_meetings(chronicle).items()
    }
    people = []
    for each in started:
        start = each.started.toordinal()
        end = today if each.ended is None else min(each.ended.toordinal(), today)
        known = {key for key, day in acquainted.items() if day < start}
        stated = _stated(records, each)
        in_its_days = {key for key, day in first.items() if start <= day <= end} - claimed - known
        own = {key for key in in_its_days if _is_of(records.contact(key), each)}
        last = min(end + LEADS_ON, today)
        led_to = _led_to(meetings, (stated | own) - known, start, last) & first.keys()
        met = stated | own | (led_to - claimed - known)
        people.append(
            PeopleMet(
                experiment=each,
                until=date.fromordinal(end),
                met=tuple(sorted(met)),
                is_stated=met == stated,
                new=tuple(sorted(met - known)),
                in_those_days=tuple(sorted(in_its_days - met)),
            )
        )
    return tuple(people)


def _stated(records: Records, experiment: Experiment) -> set[Key]:
    """Who is stated to be met, each by the key of her contact, the owner left out."""
    people = {records.person_of[key] for key in experiment.met}
    return people if records.me is None else people - {records.person_of[records.me]}


def _acquainted(records: Records, first: Mapping[Key, int], me: Key) -> dict[Key, int]:
    """Since when the owner knows each: the first contact, or what is stated if it is earlier."""
    acquainted = dict(first)
    for tie in records.ties:
        pair = {records.person_of[tie.a], records.person_of[tie.b]}
        if tie.since is not None and me in pair:
            stated = tie.since.toordinal()
            acquainted |= {key: min(acquainted.get(key, stated), stated) for key in pair - {me}}
    return acquainted


def _is_of(contact: Contact, experiment: Experiment) -> bool:
    """Whether she has an address of the experiment's own: its title names whose domain it is.

    "A week at Studio Halbmond" names studio-halbmond.example.
    """
    title = _NO_LETTERS.sub("", experiment.title.casefold())
    names = {_NO_LETTERS.sub("", domain.partition(".")[0]) for domain in own_domains(contact.keys)}
    return any(len(name) >= SHORTEST and name in title for name in names)


def _led_to(
    meetings: Mapping[Key, Sequence[FirstMeeting]], people: AbstractSet[Key], start: int, end: int
) -> set[Key]:
    """Who was first met with some people, or through them, on some days."""
    return {
        meeting.key
        for who in people
        for meeting in meetings.get(who, ())
        if start <= _day(meeting.when) <= end
    }


def _day(seconds: float) -> int:
    """The day in UTC of a moment in seconds since 1970, in the numbering of ``date.toordinal``."""
    return math.floor(seconds / SECONDS_A_DAY) + _EPOCH

"""What each person could see at a date, beside what followed for her."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import attrs
import numpy as np

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.evaluation.world import Followed, World
from netzwerkwandel.model import Contact, InteractionColumns, Key
from netzwerkwandel.model.moments import SECONDS_A_YEAR, microseconds
from netzwerkwandel.network import IntArray, Network, TieStrength
from netzwerkwandel.records import Records


@attrs.frozen(eq=False)
class View:
    """One person at one date.

    Parameters
    ----------
    ego : str
        Her key.
    network : Network
        What she could see: that in which she took part, up to the date.
    followed : Followed
        What followed, which she could not see.
    number : mapping of str to int
        The number of each person in ``followed``.
    pause : float
        Years of silence after which contact is *taken up again*.
    """

    ego: Key
    network: Network
    followed: Followed
    number: Mapping[Key, int]
    pause: float

    def outcome(self, chosen: list[Key]) -> dict[str, float]:
        """What can be said of a choice; see ``Followed.of``."""
        people = np.array([self.number[key] for key in chosen], dtype=np.int64)
        ties = self.network.ties_of()
        row = {self.network.keys[i]: place for place, i in enumerate(ties.target.tolist())}
        rows = np.array([row[key] for key in chosen], dtype=np.int64)
        return self.followed.of(people, people[ties.silence[rows] >= self.pause])


@attrs.frozen(kw_only=True)
class Study:
    """Who is looked at, when, and for how long after.

    Parameters
    ----------
    happened : InteractionColumns
        What happened among everybody.
    contacts : mapping of str to Contact
        What is known of people beside.
    egos : tuple of str
        Whose choices are looked at.
    dates : tuple of datetime
        The moments of choosing.
    horizon : timedelta
        How long what followed is looked at.
    least : int
        How many contacts somebody must have to be looked at.
    pause : timedelta
        After how long a silence contact is *taken up again*.
    strength : TieStrength
        How strength is measured.
    """

    happened: InteractionColumns
    contacts: Mapping[Key, Contact]
    egos: tuple[Key, ...]
    dates: tuple[datetime, ...]
    horizon: timedelta
    least: int
    pause: timedelta
    strength: TieStrength

    def _events(self) -> list[IntArray]:
        """The interactions that each person took part in, in order of time."""
        # Participants 1 0 | 1 2 of the events 0 and 1, sorted by person, are 0 | 1 1 | 2 with the
        # events 0 | 0 1 | 1: the cuts at 1 and 3 part them.
        happened = self.happened
        event = np.repeat(np.arange(len(happened)), np.diff(happened.starts))
        order = np.argsort(happened.participants, kind="stable")
        cuts = np.searchsorted(happened.participants[order], np.arange(1, len(happened.people)))
        return np.split(event[order], cuts)

    def views(self) -> Iterator[tuple[int, View | None]]:
        """Look at each person at each date: only what she took part in up to it is laid out.

        Yields
        ------
        tuple of int and View or None
            How many were looked at, and the view; None for who had too few contacts then.
        """
        done = 0
        happened = self.happened
        world = World.of(happened, self.strength)
        number = {key: i for i, key in enumerate(happened.people)}
        for ego in self.egos:
            if ego not in number:
                raise NotFoundError("person in these interactions", ego)
        events = self._events()
        for date in self.dates:
            begin = date.timestamp()
            period = world.period(begin, begin + self.horizon.total_seconds())
            for ego in self.egos:
                done += 1
                took_part = events[number[ego]]
                until = np.searchsorted(happened.at[took_part], microseconds(date), side="right")
                own = happened.take(took_part[:until])
                people = [self.contacts.get(key, Contact(key=key)) for key in {*own.people, ego}]
                records = Records(contacts=people, interactions=own, me=ego)
                network = Network.from_records(records, as_of=date, strength=self.strength)
                ties = network.ties_of()
                if len(ties) < self.least:
                    yield done, None
                    continue
                known = np.array([number[network.keys[i]] for i in ties.target.tolist()])
                followed = period.followed(number[ego], known)
                pause = self.pause.total_seconds() / SECONDS_A_YEAR
                yield done, View(ego, network, followed, number, pause)

"""What really happened among everybody, which no one person could see."""

from __future__ import annotations

from typing import Self

import attrs
import numpy as np

from netzwerkwandel.model import InteractionColumns, Key
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.touches import Touches


ALIKE = 10
"""So many strangers of about the same degree stand beside each person who was met, at least."""


@attrs.frozen(eq=False)
class World:
    """Direct contact among everybody: who wrote to whom, called or met whom, and when.

    Parameters
    ----------
    people : tuple of str
        The keys of everybody, in order.
    first, second : IntArray, shape (n_touches,)
        The two of each touch, by number.
    when : FloatArray, shape (n_touches,)
        The moments, in seconds since 1970.
    by_first, by_second : BoolArray, shape (n_touches,)
        Who reached out.
    """

    people: tuple[Key, ...]
    first: IntArray
    second: IntArray
    when: FloatArray
    by_first: BoolArray
    by_second: BoolArray

    @classmethod
    def of(cls, happened: InteractionColumns, strength: TieStrength) -> Self:
        """Read it off what happened; who only stood on one list was not in direct contact."""
        number = {key: i for i, key in enumerate(happened.people)}
        touches = Touches.of_interactions(happened, number, len(number), -1, strength)
        direct = touches.by_first | touches.by_second
        pair = touches.pair[direct]
        return cls(
            people=happened.people,
            first=pair // max(len(number), 1),
            second=pair % max(len(number), 1),
            when=touches.when[direct],
            by_first=touches.by_first[direct],
            by_second=touches.by_second[direct],
        )

    def period(self, begin: float, end: float) -> Period:
        """Who was in direct contact with whom before a moment, and from it to another."""
        before = self.when <= begin
        after = ~before & (self.when <= end)
        sides = (self.by_first & ~self.by_second, self.by_second & ~self.by_first)
        mutual = self.by_first & self.by_second
        out, back = (after & (mutual | side) for side in sides)
        return Period(
            before=self._ties(before),
            after=self._ties(after),
            answered=self._both(out, back),
        )

    def _ties(self, which: BoolArray) -> Csr:
        first, second = self.first[which], self.second[which]
        return Csr.symmetric(first, second, np.ones(len(first)), len(self.people))

    def _both(self, out: BoolArray, back: BoolArray) -> Csr:
        """The ties in which both reached out."""
        code = self.first * len(self.people) + self.second
        both = np.intersect1d(code[out], code[back])
        first, second = np.divmod(both, max(len(self.people), 1))
        return Csr.symmetric(first, second, np.ones(len(both)), len(self.people))


@attrs.frozen(eq=False)
class Period:
    """Who was in direct contact with whom up to a date, and within the horizon after it.

    Parameters
    ----------
    before, after, answered : Csr
        Ties up to the date; ties after it; those after it in which both reached out.
    """

    before: Csr
    after: Csr
    answered: Csr

    def followed(self, ego: int, known: IntArray) -> Followed:
        """What followed for one person, who knew some people at the date."""
        n = self.before.n_contacts
        degree = self.before.degree
        is_new = np.ones(n, dtype=np.bool_)
        is_new[known] = False
        is_new[ego] = False
        in_touch = np.zeros(n, dtype=np.bool_)
        in_touch[neighbours(self.after, np.array([ego]))] = True
        # Whoever had no contact at all before the date could be tied to nobody.
        could_be_met = is_new & (degree > 0)
        met = np.flatnonzero(could_be_met & in_touch)
        others = np.flatnonzero(could_be_met & ~in_touch & (self.after.degree > 0))
        answered = np.zeros(n, dtype=np.bool_)
        answered[neighbours(self.answered, np.array([ego]))] = True
        return Followed(self, is_new, in_touch, answered, met, alike(degree, met, others))


@attrs.frozen(eq=False)
class Followed:
    """What followed for one person within the horizon.

    Parameters
    ----------
    period : Period
        Of which date and horizon.
    is_new : BoolArray, shape (n_people,)
        Whom she did not know.
    in_touch, answered : BoolArray, shape (n_people,)
        With whom she was in touch, and with whom both reached out.
    met : IntArray, shape (n_met,)
        Whom she newly met.
    alike : tuple of IntArray
        For each of them strangers of about the same degree, active in the horizon, whom she did
        not meet.
    """

    period: Period
    is_new: BoolArray
    in_touch: BoolArray
    answered: BoolArray
    met: IntArray
    alike: tuple[IntArray, ...]

    def of(self, chosen: IntArray, silent: IntArray) -> dict[str, float]:
        """What can be said of some people, had she chosen them; nan where nothing can.

        Parameters
        ----------
        chosen : IntArray, shape (n_chosen,)
            The people.
        silent : IntArray, shape (n_silent,)
            Those of them with whom she had not been in touch for a while.
        """
        met = excess = float("nan")
        if len(self.met):
            tied = np.zeros(len(self.is_new), dtype=np.bool_)
            tied[neighbours(self.period.before, chosen)] = True
            met = float(tied[self.met].mean())
            beside = zip(self.met.tolist(), self.alike, strict=True)
            more = [tied[person] - tied[others].mean() for person, others in beside if len(others)]
            excess = float(np.mean(more)) if more else excess
        around = neighbours(self.period.after, chosen)
        return {
            "met": met,
            "excess": excess,
            "new people": float(self.is_new[np.unique(around)].sum()),
            "in touch": _share(self.in_touch[chosen]),
            "taken up again": _share(self.in_touch[silent]),
            "answered": _share(self.answered[chosen]),
        }


def neighbours(ties: Csr, people: IntArray) -> IntArray:
    """Whom some people are tied to."""
    return ties.indices[ties.ties_of(people)[0]]


def alike(degree: IntArray, met: IntArray, others: IntArray) -> tuple[IntArray, ...]:
    """For each of the met the others whose degree is nearest: ten, and all that are as near."""
    # Met has degree 7, the others have 3 6 6 9 20: how far are they off? 4 1 1 2 13. With two
    # wanted the second nearest is 1 off, and so are two of them: these.
    near = []
    for person in met.tolist():
        off = np.abs(np.log(degree[others] / degree[person])) if len(others) else np.zeros(0)
        if len(off) > ALIKE:
            limit = np.partition(off, ALIKE - 1)[ALIKE - 1]
            near.append(others[off <= limit])
        else:
            near.append(others)
    return tuple(near)


def _share(which: BoolArray) -> float:
    return float(which.mean()) if len(which) else float("nan")

"""New touches put in among those that are known, and what was worked out of these carried over."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import (
    IntArray,
    computed,
    find_sorted,
    inserted,
    place_in_rows,
    put,
    replaced,
    run_starts,
    spans,
)
from netzwerkwandel.network.touches import Touches, followed


A = TypeVar("A", bound=npt.NDArray[Any])

COLUMNS = ("pair", "when", "weight", "channel", "by_first", "by_second", "event")


def with_touches(known: Touches, new: Touches, old_events: IntArray) -> Touches:
    """Put new touches in among known ones, at the cost of one copy.

    Parameters
    ----------
    known : Touches
        What there is.
    new : Touches
        Touches of the same people. ``event`` and ``moments`` are those of all interactions, old
        and new.
    old_events : IntArray, shape (n_old_interactions,)
        Which of all interactions the old ones are, in order.
    """
    # The pair 03 has touches in the old events 0, 1 and 4, and the pair 17 in 2 and 3. A new touch
    # of 03 that comes before the old event 2 is put before its touch in 4: at place 2. One of the
    # pair 05, which had none, is put where 17 begins: at place 3.
    first = run_starts(new.pair)
    changed = Changed.of(known, new.pair[first], np.append(first, len(new)))
    which = np.repeat(np.arange(len(first)), np.diff(changed.new))
    before = np.searchsorted(old_events, new.event)
    at = place_in_rows(changed.begins[which], changed.ends[which], known.event, before)
    # What is new is mostly the newest, and then the old events keep their numbers.
    is_newest = not len(old_events) or old_events[-1] == len(old_events) - 1
    events = known.event if is_newest else old_events[known.event]
    moved = attrs.evolve(known, event=events)
    columns = {name: inserted(getattr(moved, name), at, getattr(new, name)) for name in COLUMNS}
    both = Touches(people=known.people, moments=new.moments, **columns)
    changed.carry_over(known, both)
    return both


@attrs.frozen(eq=False)
class Changed:
    """The pairs of people who have new touches, in order, and where theirs stand.

    Parameters
    ----------
    place : IntArray, shape (n_changed,)
        Which of the known pairs each is, or stands before if it is new itself.
    next : IntArray, shape (n_changed,)
        The known pair after it.
    begins, ends : IntArray, shape (n_changed,)
        Where its known touches begin and end; the same place where there are none.
    new : IntArray, shape (n_changed + 1,)
        Where its new touches begin among the new ones, and those of the last end.
    """

    place: IntArray
    next: IntArray
    begins: IntArray
    ends: IntArray
    new: IntArray

    @classmethod
    def of(cls, known: Touches, pairs: IntArray, new: IntArray) -> Changed:
        """Find some pairs among the known ones."""
        there = known.pair[known.starts]
        place = np.searchsorted(there, pairs)
        following = place + (find_sorted(there, pairs) >= 0)
        starts = np.append(known.starts, len(known))
        return cls(place, following, starts[place], starts[following], new)

    def carry_over(self, known: Touches, both: Touches) -> None:
        """Keep what was worked out of the known touches for all other pairs.

        It is worked out anew for the changed pairs alone, and put in place of what they had. What
        says where something stands moves on by as much as was put in before it.
        """
        begins = self.begins + self.new[:-1]
        rows, starts = spans(begins, self.ends + self.new[1:])
        put(both, "starts", self.by_pair(shifted(known.starts, self.place, self.new), begins))
        if not known.strengths_known:
            return
        part = attrs.evolve(both, **{name: getattr(both, name)[rows] for name in COLUMNS})
        days = np.append(part.first_days, len(part.days))
        known_days = np.append(known.first_days, len(known.days))
        first, last = known_days[self.place], known_days[self.next]
        more = np.r_[0, np.cumsum(np.diff(days) - (last - first))]
        put(both, "days", replaced(known.days, first, last, part.days, days))
        put(both, "heaviest", replaced(known.heaviest, first, last, part.heaviest, days))
        day_starts = part.day_starts + np.repeat(begins - starts[:-1], np.diff(days))
        moved = shifted(known.day_starts, first, self.new)
        put(both, "day_starts", replaced(moved, first, last, day_starts, days))
        moved = shifted(known.first_days, self.place, more)
        put(both, "first_days", self.by_pair(moved, first + more[:-1]))
        for decay, kept in known.strengths_known.items():
            fresh = followed(decay, part.first_days, part.days, part.heaviest)
            both.strengths_known[decay] = (
                replaced(kept[0], first, last, fresh[0], days),
                replaced(kept[1], first, last, fresh[1], days),
            )
        reached_out = computed(known, "first_reached_out")
        if reached_out is not None:
            put(both, "first_reached_out", self.by_pair(reached_out, part.first_reached_out))

    def by_pair(self, values: A, fresh: A) -> A:
        """Put a value for each changed pair among those of the known ones."""
        return replaced(values, self.place, self.next, fresh, np.arange(len(fresh) + 1))


def shifted(places: IntArray, borders: IntArray, by: IntArray) -> IntArray:
    """Move places on, by one number before the first border, and by another from each border on.

    Of the places 0 2 5 6 with the border 2 and ``by`` 0 and 3, the last two become 8 and 9.
    """
    return places + np.repeat(by, np.diff(np.r_[0, borders, len(places)]))

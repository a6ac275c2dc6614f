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
    starts_of,
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

        It is worked out anew for the changed pairs alone, and put in place of what they had.
        """
        begins = self.begins + self.new[:-1]
        rows, starts = spans(begins, self.ends + self.new[1:])
        part = attrs.evolve(both, **{name: getattr(both, name)[rows] for name in COLUMNS})
        touches = Stretches(self.begins, self.ends, starts, self.new)
        put(both, "starts", touches.places(known.starts, part.starts))
        if not known.strengths_known:
            return
        days = np.append(part.first_days, len(part.days))
        known_days = np.append(known.first_days, len(known.days))
        first, last = known_days[self.place], known_days[self.next]
        more = starts_of(np.diff(days) - (last - first))
        by_day = Stretches(first, last, days, more)
        put(both, "first_days", by_day.places(known.first_days, part.first_days))
        put(both, "day_starts", touches.places(known.day_starts, part.day_starts))
        put(both, "days", by_day.values(known.days, part.days))
        put(both, "heaviest", by_day.values(known.heaviest, part.heaviest))
        for decay, kept in known.strengths_known.items():
            after, highest = followed(decay, part.first_days, part.days, part.heaviest)
            both.strengths_known[decay] = (
                by_day.values(kept[0], after),
                by_day.values(kept[1], highest),
            )
        # The rest only if it was asked for.
        out, talks, first_out = (
            computed(known, name) for name in ("days_out", "talks", "first_reached_out")
        )
        if out is not None:
            put(both, "days_out", tuple(map(by_day.places, out, part.days_out)))
        if talks is not None:
            put(both, "talks", touches.places(talks, part.talks))
        if first_out is not None:
            one_each = np.arange(len(begins) + 1)
            by_pair = Stretches(self.place, self.next, one_each, self.new)
            put(both, "first_reached_out", by_pair.values(first_out, part.first_reached_out))


@attrs.frozen(eq=False)
class Stretches:
    """Stretches of an array that give way to others.

    Parameters
    ----------
    begins, ends : IntArray, shape (n_stretches,)
        Where they begin and end, in order.
    starts : IntArray, shape (n_stretches + 1,)
        Where what comes in place of each begins among all that comes, and where the last ends.
    more : IntArray, shape (n_stretches + 1,)
        By how much what stands before each, and behind the last, moves on.
    """

    begins: IntArray
    ends: IntArray
    starts: IntArray
    more: IntArray

    def values(self, kept: A, fresh: A) -> A:
        """Put the values that come in place of those that go."""
        return replaced(kept, self.begins, self.ends, fresh, self.starts)

    def places(self, kept: IntArray, fresh: IntArray) -> IntArray:
        """The same for places in such an array, in order, which move on with it.

        Of 10 values those from 4 to 6 give way to three others: of the places 1 4 5 8 the second
        and third go and the last becomes 9, and of the three others the place 2 becomes 6.
        """
        begins, ends = np.searchsorted(kept, self.begins), np.searchsorted(kept, self.ends)
        moved = kept + np.repeat(self.more, np.diff(np.r_[0, begins, len(kept)]))
        starts = np.searchsorted(fresh, self.starts)
        there = self.begins + self.more[:-1] - self.starts[:-1]
        come = fresh + np.repeat(there, np.diff(starts))
        return replaced(moved, begins, ends, come, starts)

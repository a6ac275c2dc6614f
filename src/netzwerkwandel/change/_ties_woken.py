from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.change.first_meetings import FirstMeeting, first_meetings
from netzwerkwandel.change.reconnected import ReconnectedTie, ReconnectedTies
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function, Key
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.moments import DAYS_A_YEAR, SECONDS_A_YEAR
from netzwerkwandel.network import Chronicle, FloatArray, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records


def ties_woken(
    records: Records | Chronicle,
    *,
    as_of: datetime,
    since: datetime | None = None,
    strength: TieStrength | None = None,
) -> ReconnectedTies:
    """Which dormant ties were reconnected, how, and what came of it?

    A tie was dormant if it was so by its ``TieStrength`` (``Ties.is_dormant``) at the moment before
    the contact. What reconnecting it brought is what the year (365.25 days) from then on shows:
    further days of contact, and the people first met with the contact or through her. With her
    means that she took part in the first interaction with them; through her, that of everybody the
    owner knew at the time she alone had been in contact with them before.

    Parameters
    ----------
    records : Records or Chronicle
        One person's data, or what was laid out of it before.
    as_of : datetime
        The moment, with a time zone; nothing after it is seen.
    since : datetime, optional
        From when on; by default all.
    strength : TieStrength, optional
        How strength is measured, and when a tie is dormant.

    Returns
    -------
    ReconnectedTies
        One row for each time, in the order of time and then of keys.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, a moment has no time zone, ``since`` is later than
        ``as_of``, or the records have no owner.

    Notes
    -----
    It shows what came afterwards; some of it might have come anyway. Costs one pass over the
    interactions.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact, Interaction
    >>> mails = [
    ...     Interaction(
    ...         key=f"mail:{year}",
    ...         when=datetime(year, 5, 1, tzinfo=UTC),
    ...         participants=["mara", "ben"],
    ...         sender="mara",
    ...     )
    ...     for year in (2020, 2026)
    ... ]
    >>> records = Records(
    ...     contacts=[Contact(key="mara"), Contact(key="ben")], interactions=mails, me="mara"
    ... )
    >>> ties = ties_woken(records, as_of=datetime(2026, 11, 1, tzinfo=UTC))
    >>> ties[0].contact.key, round(ties[0].silence), ties[0].by_owner, ties.by_channel
    ('ben', 6, True, {<Channel.MAIL: 'mail'>: 1})
    """
    check_aware("as_of", as_of)
    if since is not None and check_aware("since", since) > as_of:
        raise InvalidArgumentError(
            f"since must not be later than as_of, got {since.isoformat()} and {as_of.isoformat()}"
        )
    chronicle = as_chronicle(records, strength)
    finder = _ReconnectionFinder(chronicle, as_of)
    ties = map(finder.reconnected, finder.rows(since))
    found = tuple(sorted(ties, key=lambda tie: (tie.when, tie.contact.key)))
    return ReconnectedTies(found).in_language(chronicle.records.language)


@attrs.frozen(eq=False)
class _ReconnectionFinder:
    """Finds the ties of one person that were dormant and reconnected, by a moment.

    Parameters
    ----------
    chronicle : Chronicle
        What happened in her records.
    as_of : datetime
        The moment.
    """

    chronicle: Chronicle
    as_of: datetime

    def rows(self, since: datetime | None) -> list[int]:
        """The touches of the owner's ties before which the tie was dormant."""
        touches, me = self.chronicle.touches, self.chronicle.me
        tie_strength = self.chronicle.tie_strength
        # Touches are sorted by pair and then by time, so the silence before each is the time since
        # its neighbour, where that is of the same pair:
        #
        #     pair      a   a     a   b   b
        #     day      10  12  1990  30  34      again: 1, 2, 4 (all but the first of a pair)
        #     silence       2  1978       4      in days; only a's third touch ends a long one
        again = np.flatnonzero(touches.of[1:] == touches.of[:-1]) + 1
        first, second = np.divmod(touches.pair[again], touches.people)
        when, begin = touches.when[again], -np.inf if since is None else since.timestamp()
        asked = (first == me) | (second == me)
        asked &= (begin <= when) & (when <= self.as_of.timestamp())
        asked &= ~(self.chronicle.offices[first] | self.chronicle.offices[second])
        again = again[asked]
        silence = (touches.when[again] - touches.when[again - 1]) / SECONDS_A_YEAR
        may_end_one = silence >= tie_strength.dormant_years
        may_end_one |= silence * DAYS_A_YEAR > tie_strength.shortest_sleep
        # Few silences are that long, so that the rest is asked of one at a time.
        some = zip(again[may_end_one].tolist(), silence[may_end_one].tolist(), strict=True)
        return [row for row, years in some if self._was_dormant(row, years)]

    def _was_dormant(self, row: int, silence: float) -> bool:
        """Whether the tie was dormant before a touch, after so many years of silence."""
        # Asked of the days of contact before: whether the silence is long beside the tie's own
        # rhythm (where there are two gaps at least), and whether the tie ever
        # had strength, of which a TieStrength of one's own may have an idea of its own.
        touches, tie_strength = self.chronicle.touches, self.chronicle.tie_strength
        some = self._days_before(row)
        days = touches.days[some]
        rhythm = rhythm_of(days)
        is_long = (
            rhythm is not None and silence * DAYS_A_YEAR > tie_strength.dormant_rhythms * rhythm
        )
        if not (is_long or silence >= tie_strength.dormant_years):
            return False
        one_pair = np.zeros(1, dtype=np.int64)
        _, peak = tie_strength.accumulate(one_pair, days, touches.heaviest[some], float(days[-1]))
        return bool(peak[0] > 0)

    def _days_before(self, row: int) -> slice:
        """Which days of contact of a tie lie before a touch."""
        touches = self.chronicle.touches
        begin = int(touches.first_days[touches.of[row]])
        return slice(begin, int(touches.day[row - 1]) + 1)

    @cached_property
    def _met(self) -> dict[int, list[FirstMeeting]]:
        return first_meetings(self.chronicle)

    @cached_property
    def _functions(self) -> dict[Key, AbstractSet[Function]]:
        """What each is stated to serve, as the owner states it and by then."""
        known, me = self.chronicle.records, self.chronicle.records.contacts[self.chronicle.me].key
        functions: dict[Key, AbstractSet[Function]] = {}
        for tie in known.ties:
            a, b = known.person_of[tie.a], known.person_of[tie.b]
            if a == me and (tie.since is None or tie.since <= self.as_of.date()):
                functions[b] = functions.get(b, frozenset()) | tie.functions
        return functions

    def reconnected(self, row: int) -> ReconnectedTie:
        """What is known of a touch that ended a silence, and of the year from then on."""
        chronicle, touches = self.chronicle, self.chronicle.touches
        first, second = divmod(int(touches.pair[row]), touches.people)
        sides = (bool(touches.by_first[row]), bool(touches.by_second[row]))
        who = second if first == chronicle.me else first
        contact = chronicle.records.contact(chronicle.records.contacts[who].key)
        when = float(touches.when[row])
        by_owner, by_contact = sides if first == chronicle.me else sides[::-1]
        end = min(when + SECONDS_A_YEAR, self.as_of.timestamp())
        interaction = chronicle.records.interactions[int(touches.event[row])]
        functions = self._functions.get(contact.key, ())
        return ReconnectedTie(
            contact=contact,
            when=interaction.when.astimezone(UTC),
            silence=(when - float(touches.when[row - 1])) / SECONDS_A_YEAR,
            interaction=interaction,
            by_owner=by_owner,
            by_contact=by_contact,
            days=self._days_until(row, end),
            people=tuple(one.key for one in self._met.get(who, ()) if when <= one.when <= end),
            functions=tuple(function for function in Function if function in functions),
            rhythm=rhythm_of(touches.days[self._days_before(row)]),
            year_is_over=when + SECONDS_A_YEAR <= self.as_of.timestamp(),
        )

    def _days_until(self, row: int, end: float) -> int:
        """On how many days after that of a touch the two were in contact, up to a moment."""
        touches = self.chronicle.touches
        later = touches.when[row : int(np.searchsorted(touches.of, touches.of[row], side="right"))]
        last = row + int(np.searchsorted(later, end, side="right")) - 1
        return int(touches.day[last]) - int(touches.day[row])


def rhythm_of(days: FloatArray) -> float | None:
    """How many days lie between one day of contact and the next; None with fewer than two gaps."""
    return float(np.median(np.diff(days))) if len(days) >= 3 else None

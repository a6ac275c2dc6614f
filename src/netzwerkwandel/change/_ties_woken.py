from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime

import numpy as np

from netzwerkwandel.change.first_meetings import FirstMeeting, first_meetings
from netzwerkwandel.change.reconnected import ReconnectedTie, ReconnectedTies
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.moments import DAYS_A_YEAR, SECONDS_A_YEAR
from netzwerkwandel.network import Chronicle, TieStrength
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
    met, known = first_meetings(chronicle), chronicle.records
    number = {contact.key: i for i, contact in enumerate(known.contacts)}
    functions: dict[int, frozenset[Function]] = {}
    for tie in known.ties:
        a, b = number[known.person_of[tie.a]], number[known.person_of[tie.b]]
        # as the owner states it, and by then
        if a == chronicle.me and (tie.since is None or tie.since <= as_of.date()):
            functions[b] = functions.get(b, frozenset()) | tie.functions
    ties = [
        _reconnected(chronicle, row, as_of, met, functions)
        for row in _reconnections(chronicle, as_of, since)
    ]
    return ReconnectedTies(tuple(sorted(ties, key=lambda tie: (tie.when, tie.contact.key))))


def _reconnections(chronicle: Chronicle, as_of: datetime, since: datetime | None) -> list[int]:
    """The touches of the owner's ties before which the tie was dormant."""
    touches, tie_strength = chronicle.touches, chronicle.tie_strength
    # Touches are sorted by pair and then by time, so the silence before each is the time since
    # its neighbour, where that is of the same pair:
    #
    #     pair      a   a     a   b   b
    #     day      10  12  1990  30  34      again: 1, 2, 4 (all but the first of a pair)
    #     silence       2  1978       4      in days; only a's third touch ends a long one
    again = np.flatnonzero(touches.of[1:] == touches.of[:-1]) + 1
    first, second = np.divmod(touches.pair[again], touches.people)
    when = touches.when[again]
    asked = (first == chronicle.me) | (second == chronicle.me)
    asked &= when <= as_of.timestamp()
    if since is not None:
        asked &= when >= since.timestamp()
    again = again[asked]
    silence = (touches.when[again] - touches.when[again - 1]) / SECONDS_A_YEAR
    by_years = silence >= tie_strength.dormant_years
    by_rhythm = silence * DAYS_A_YEAR > tie_strength.shortest_sleep
    rows = []
    # Few silences are that long, so the rest is asked of one at a time, from the days of contact
    # before it: whether it is long beside the tie's own rhythm (nan, which is never exceeded, with
    # fewer than two gaps), and whether the tie ever had strength, of which a TieStrength of one's
    # own may have an idea of its own.
    for i in np.flatnonzero(by_years | by_rhythm).tolist():
        row = int(again[i])
        some = slice(
            int(touches.first_days[touches.of[row]]),
            int(touches.day_of(np.array([row - 1]))[0]) + 1,
        )
        days = touches.days[some]
        rhythm = float(np.median(np.diff(days))) if len(days) >= 3 else float("nan")
        if not by_years[i] and not silence[i] * DAYS_A_YEAR > tie_strength.dormant_rhythms * rhythm:
            continue
        one_pair = np.zeros(1, dtype=np.int64)
        _, peak = tie_strength.accumulate(one_pair, days, touches.heaviest[some], float(days[-1]))
        if peak[0] > 0:
            rows.append(row)
    return rows


def _reconnected(
    chronicle: Chronicle,
    row: int,
    as_of: datetime,
    met: Mapping[int, Sequence[FirstMeeting]],
    functions: Mapping[int, AbstractSet[Function]],
) -> ReconnectedTie:
    """What is known of a touch that ended a silence, and of the year from then on."""
    touches = chronicle.touches
    first, second = divmod(int(touches.pair[row]), touches.people)
    sides = (bool(touches.by_first[row]), bool(touches.by_second[row]))
    who = second if first == chronicle.me else first
    by_owner, by_contact = sides if first == chronicle.me else sides[::-1]
    when = float(touches.when[row])
    year = when + SECONDS_A_YEAR
    end = min(year, as_of.timestamp())
    # the last touch of the pair within the year; its day of contact counts on from the first one
    later = touches.when[row : int(np.searchsorted(touches.of, touches.of[row], side="right"))]
    last = row + int(np.searchsorted(later, end, side="right")) - 1
    interaction = chronicle.records.interactions[int(touches.event[row])]
    return ReconnectedTie(
        contact=chronicle.records.contacts[who],
        when=interaction.when.astimezone(UTC),
        silence=(when - float(touches.when[row - 1])) / SECONDS_A_YEAR,
        interaction=interaction,
        by_owner=by_owner,
        by_contact=by_contact,
        days=int(np.diff(touches.day_of(np.array([row, last])))[0]),
        people=tuple(one.key for one in met.get(who, ()) if when <= one.when <= end),
        functions=tuple(f for f in Function if f in functions.get(who, ())),
        year_is_over=year <= as_of.timestamp(),
    )

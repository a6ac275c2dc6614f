from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import chain

import numpy as np

from netzwerkwandel.change.first_meetings import FirstMeeting, first_meetings
from netzwerkwandel.change.suggestion_effect import SuggestionEffect, SuggestionEffects
from netzwerkwandel.model import Contact, Key, Suggestion
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.network import Chronicle, IntArray, Ties, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.records import Records
from netzwerkwandel.records.advice import talked_since
from netzwerkwandel.scoring import rounded
from netzwerkwandel.scoring.six_functions import outside


COMPARED = 5
"""So many comparable people at most stand beside each who was suggested."""


def suggestion_effects(
    records: Records | Chronicle, *, as_of: datetime, strength: TieStrength | None = None
) -> SuggestionEffects:
    """What came of the advice: who was asked, who answered, whom and what did it bring?

    Beside each who was suggested stand up to ``COMPARED`` people who never were, and who on that
    day were as long silent and as often in touch as she, as near as there are any: so one sees
    what would have come by itself. Heard of is who wrote, met or phoned by ``as_of``; met through
    somebody is who was first met with her, or whom of all known people she alone knew before. Of
    both, both are counted alike. What is stated (``Suggestion.brought`` and ``introduced``) is told
    as stated.

    Parameters
    ----------
    records : Records or Chronicle
        One person's data, or what was laid out of it before.
    as_of : datetime
        The moment from which it is looked at, with a time zone; nothing after it is seen.
    strength : TieStrength, optional
        How strength is measured.

    Returns
    -------
    SuggestionEffects
        One for each suggestion that was made by then.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, ``as_of`` has no time zone, or the records have no owner.

    See Also
    --------
    experiment_effects : What each experiment brought.

    Notes
    -----
    Who is on a list was chosen, by the library and then by the person: comparable people differ in
    what nobody measured, so that a difference is a hint and no proof. Costs one network for each
    day of suggestions.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact, Interaction
    >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    >>> call = Interaction(key="call", when=noon, channel="call", participants=["mara", "ben"])
    >>> records = Records(
    ...     contacts=[Contact(key="mara"), Contact(key="ben", name="Ben Okafor")],
    ...     interactions=[call],
    ...     me="mara",
    ... ).with_suggestions(["Ben Okafor"], on=date(2026, 3, 1))
    >>> effects = suggestion_effects(records, as_of=datetime(2026, 4, 1, tzinfo=UTC))
    >>> effects[0].heard
    datetime.date(2026, 3, 9)
    """
    check_aware("as_of", as_of)
    chronicle = as_chronicle(records, strength)
    known, day = chronicle.records, as_of.date()
    made = [
        each.as_known(day)
        for each in known.suggestions
        if each.on <= day and known.person_of[each.contact] != known.person_of[known.me or ""]
    ]
    compared = _comparable(chronicle, made)
    # Those who compare are looked at as if they had been suggested on the same day.
    looked_at = [
        [_as_if(each, who) for who in (known.person_of[each.contact], *others)]
        for each, others in zip(made, compared, strict=True)
    ]
    heard = _heard_by(chronicle, list(chain.from_iterable(looked_at)), as_of)
    met = _met_by(chronicle, as_of)
    effects = [
        _effect(suggestion, known.contact(suggestion.contact), several, heard, met)
        for suggestion, several in zip(made, looked_at, strict=True)
    ]
    return SuggestionEffects(effects=tuple(effects), as_of=as_of)


def _heard_by(
    chronicle: Chronicle, suggestions: Sequence[Suggestion], as_of: datetime
) -> dict[Key, date]:
    """On which day there was contact since each suggestion, by a moment."""
    known, happened = chronicle.known, chronicle.interactions
    until = int(np.searchsorted(happened.at, microseconds(as_of), side="right"))
    seen = happened.take(np.arange(until))
    return talked_since(suggestions, seen, known.person_of, known.me)


def _met_by(chronicle: Chronicle, as_of: datetime) -> dict[Key, list[FirstMeeting]]:
    """Who was first met with each contact, or through her, by a moment."""
    contacts, end = chronicle.known.contacts, as_of.timestamp()
    return {
        contacts[number].key: [meeting for meeting in meetings if meeting.when <= end]
        for number, meetings in first_meetings(chronicle).items()
    }


def _effect(
    suggestion: Suggestion,
    contact: Contact,
    looked_at: Sequence[Suggestion],
    heard: Mapping[Key, date],
    meetings: Mapping[Key, Sequence[FirstMeeting]],
) -> SuggestionEffect:
    """What came of one suggestion, the first that is looked at, beside those who compare."""
    begin = datetime.combine(suggestion.on, time.max, UTC).timestamp()
    met = [
        tuple(m.key for m in meetings.get(who, ()) if m.when > begin and m.key != who)
        for who in (each.contact for each in looked_at)
    ]
    return SuggestionEffect(
        suggestion=suggestion,
        contact=contact,
        heard=heard.get(looked_at[0].key),
        met=met[0],
        compared=tuple(each.contact for each in looked_at[1:]),
        compared_heard=_mean([float(each.key in heard) for each in looked_at[1:]]),
        compared_met=_mean([float(len(each)) for each in met[1:]]),
    )


def _as_if(suggestion: Suggestion, who: Key) -> Suggestion:
    """Suggest somebody on the day of another suggestion."""
    return Suggestion(key=f"{suggestion.key} {who}", contact=who, on=suggestion.on)


def _comparable(chronicle: Chronicle, made: Sequence[Suggestion]) -> list[list[Key]]:
    """For each suggestion the keys of people who were never suggested, and compare with her."""
    person_of, compared = chronicle.known.person_of, []
    suggested = {person_of[each.contact] for each in chronicle.known.suggestions}
    by_day: dict[date, Ties] = {}
    for each in made:
        if each.on not in by_day:
            moment = datetime.combine(each.on, time.max, UTC)
            by_day[each.on] = chronicle.network(moment).ties_of()
        ties = by_day[each.on]
        keys = [ties.network.keys[i] for i in ties.target.tolist()]
        near: list[Key] = []
        if (who := person_of[each.contact]) in keys:
            eligible = np.array([key not in suggested for key in keys], dtype=np.bool_)
            eligible &= outside(ties) > 0
            rows = _nearest(ties, keys.index(who), np.flatnonzero(eligible))
            near = [keys[row] for row in rows]
        compared.append(near)
    return compared


def _nearest(ties: Ties, row: int, eligible: IntArray) -> list[int]:
    """Whose silence and days of contact are nearest to those of a row, equals in their order."""
    # Where there never was contact, only others without any compare.
    silence, days = np.log1p(ties.silence), np.log1p(ties.contact_days.astype(np.float64))
    same = eligible[np.isnan(silence[eligible]) == np.isnan(silence[row])]
    apart = np.abs(days[same] - days[row])
    if not np.isnan(silence[row]):
        apart += np.abs(silence[same] - silence[row])
    order = np.argsort(rounded(apart), kind="stable")[:COMPARED]
    nearest: list[int] = same[order].tolist()
    return nearest


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")

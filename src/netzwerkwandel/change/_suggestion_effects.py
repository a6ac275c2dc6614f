from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, cached_property

import attrs
import numpy as np

from netzwerkwandel.change.first_meetings import FirstMeeting, first_meetings
from netzwerkwandel.change.suggestion_effect import SuggestionEffect, SuggestionEffects
from netzwerkwandel.model import Key, Suggestion
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.network import Chronicle, Ties, TieStrength
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
    study = SuggestionStudy(chronicle, as_of)
    effects = SuggestionEffects(effects=tuple(study.effects()), as_of=as_of, end=study.end)
    return effects.in_language(chronicle.records.language)


class SuggestionStudy:
    """Looks at what came of each suggestion by a moment, and of people who compare.

    Parameters
    ----------
    chronicle : Chronicle
        What happened in one person's records.
    as_of : datetime
        The moment.
    """

    def __init__(self, chronicle: Chronicle, as_of: datetime) -> None:
        self._chronicle, self._known, self._as_of = chronicle, chronicle.records, as_of
        day, person_of = as_of.date(), self._known.person_of
        # Each by the key of her contact; the owner cannot be suggested to herself.
        said = (attrs.evolve(s, contact=person_of[s.contact]) for s in self._known.suggestions)
        mine = person_of[self._known.me or ""]
        self._made = [s.as_known(day) for s in said if s.on <= day and s.contact != mine]
        self._suggested = {person_of[each.contact] for each in self._known.suggestions}

    def effects(self) -> Iterator[SuggestionEffect]:
        """What came of each suggestion, in the order of days."""
        looked_at = [self._looked_at(each) for each in self._made]
        heard = self._heard([each for several in looked_at for each in several])
        for made, several in zip(self._made, looked_at, strict=True):
            met = [self._met_since(made.on, each.contact) for each in several]
            yield SuggestionEffect(
                suggestion=made,
                contact=self._known.contact(made.contact),
                heard=heard.get(several[0].key),
                met=met[0],
                compared=tuple(each.contact for each in several[1:]),
                compared_heard=_mean([float(each.key in heard) for each in several[1:]]),
                compared_met=_mean([float(len(each)) for each in met[1:]]),
            )

    def _looked_at(self, made: Suggestion) -> list[Suggestion]:
        """A suggestion, and those who compare as if suggested on the same day."""
        return [
            Suggestion(key=f"{made.key} {who}", contact=who, on=made.on)
            for who in (made.contact, *self._compared_with(made))
        ]

    def _heard(self, suggestions: Sequence[Suggestion]) -> dict[Key, date]:
        """On which day there was contact since each suggestion, by the moment."""
        seen = self._known.interactions.take(np.arange(self._until))
        return talked_since(suggestions, seen, self._known.person_of, self._known.me)

    @property
    def end(self) -> date | None:
        """The last day on which anything happened by the moment."""
        last = self._until - 1
        return None if last < 0 else self._known.interactions[last].when.date()

    @cached_property
    def _until(self) -> int:
        """So many interactions happened by the moment."""
        at = self._known.interactions.at
        return int(np.searchsorted(at, microseconds(self._as_of), side="right"))

    def _met_since(self, day: date, who: Key) -> tuple[Key, ...]:
        """Who was first met with somebody, or through her, after a day."""
        begin = datetime.combine(day, time.max, UTC).timestamp()
        meetings = self._meetings.get(who, ())
        return tuple(m.key for m in meetings if m.when > begin and m.key != who)

    @cached_property
    def _meetings(self) -> dict[Key, list[FirstMeeting]]:
        """Who was first met with each contact, or through her, by the moment."""
        contacts, end = self._known.contacts, self._as_of.timestamp()
        return {
            contacts[number].key: [meeting for meeting in meetings if meeting.when <= end]
            for number, meetings in first_meetings(self._chronicle).items()
        }

    def _compared_with(self, made: Suggestion) -> list[Key]:
        """Who was never suggested, and is nearest to her in silence and days of contact by then."""
        ties = self._ties_of(made.on)
        keys = [ties.network.keys[i] for i in ties.target.tolist()]
        if made.contact not in keys:
            return []
        row, others = keys.index(made.contact), outside(ties) > 0
        others &= np.array([key not in self._suggested for key in keys], dtype=np.bool_)
        # Where there never was contact, only others without any compare.
        silence, days = np.log1p(ties.silence), np.log1p(ties.contact_days.astype(np.float64))
        rows = np.flatnonzero(others & (np.isnan(silence) == np.isnan(silence[row])))
        apart = np.abs(days[rows] - days[row])
        apart += np.nan_to_num(np.abs(silence[rows] - silence[row]))
        nearest = rows[np.argsort(rounded(apart), kind="stable")[:COMPARED]]
        return [keys[each] for each in nearest.tolist()]

    @cache  # noqa: B019 (it lives as long as one study)
    def _ties_of(self, day: date) -> Ties:
        """The ties of the owner at the end of a day: lists are made on few."""
        return self._chronicle.network(datetime.combine(day, time.max, UTC)).ties_of()


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")

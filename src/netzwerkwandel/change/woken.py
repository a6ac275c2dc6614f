from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import overload

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.change.first_meetings import Meeting, first_meetings
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Contact, Function, Interaction, Key
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.moments import SECONDS_A_YEAR
from netzwerkwandel.network import TieStrength
from netzwerkwandel.network.chronicle import Chronicle, as_chronicle
from netzwerkwandel.records import Records


@attrs.frozen(kw_only=True, repr=False)
class WokenTie:
    """A contact that slept and woke: after how long, by what first step, and what did it bring?

    Parameters
    ----------
    contact : Contact
        With whom.
    when : datetime
        The moment of the first contact again, in UTC.
    slept : float
        Years of silence before.
    first_step : Interaction
        What happened then.
    by_owner, by_contact : bool
        Who reached out; both did in a meeting or a call, neither where nobody is known to have.
    days : int
        Further days of contact within a year, as far as the data goes.
    people : sequence of str
        Keys of the people first met within that year with her or through her, in order of time.
    functions : sequence of Function
        What she is stated to be good for.
    year_is_over : bool
        Whether that year had passed.
    """

    contact: Contact
    when: datetime
    slept: float
    first_step: Interaction
    by_owner: bool
    by_contact: bool
    days: int
    people: tuple[Key, ...]
    functions: tuple[Function, ...]
    year_is_over: bool

    @property
    def channel(self) -> Channel:
        """The way the first step took."""
        return self.first_step.channel

    def __repr__(self) -> str:
        return f"WokenTie({self.contact.label!r}, {self.when.date()})"

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON: moments as text."""
        return {
            "contact": self.contact.key,
            "when": self.when.isoformat(),
            "slept": self.slept,
            "first_step": self.first_step.key,
            "channel": str(self.channel),
            "by_owner": self.by_owner,
            "by_contact": self.by_contact,
            "days": self.days,
            "people": list(self.people),
            "functions": [str(function) for function in self.functions],
            "year_is_over": self.year_is_over,
        }


@attrs.frozen(repr=False)
class WokenTies(Sequence[WokenTie]):
    """The ties that slept and woke, in the order in which they did.

    Parameters
    ----------
    ties : sequence of WokenTie
        One for each waking: who slept twice may be there twice.
    """

    ties: tuple[WokenTie, ...]

    @overload
    def __getitem__(self, index: int) -> WokenTie: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[WokenTie, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> WokenTie | tuple[WokenTie, ...]:
        return self.ties[index]

    @override
    def __len__(self) -> int:
        return len(self.ties)

    def __repr__(self) -> str:
        return f"WokenTies({len(self)} wakings)"

    @property
    def first_steps(self) -> dict[Channel, int]:
        """How many woke by which channel, in the order of ``Channel``, only those that occur."""
        counts = Counter(tie.channel for tie in self.ties)
        return {channel: counts[channel] for channel in Channel if channel in counts}

    def explain(self, language: str = "en") -> str:
        """Say which ties woke, how, and what came of it.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.change.attention_wording import explain_woken

        return explain_woken(self, language)

    def to_dicts(self) -> list[dict[str, object]]:
        """Give the rows as plain values, ready for JSON."""
        return [tie.to_dict() for tie in self.ties]


def ties_woken(
    records: Records,
    *,
    as_of: datetime,
    since: datetime | None = None,
    strength: TieStrength = TieStrength(),  # noqa: B008 (frozen)
) -> WokenTies:
    """Which sleeping contacts did I wake, how, and what came of it?

    A tie slept if it did so by the rules of ``TieStrength`` (``Ties.is_dormant``) at the moment
    before the contact. What it brought is what the year (365.25 days) from that moment on shows:
    further days of contact, and the people first met with her, who took part in the first
    interaction with them, or through her, who alone of all whom the owner knew then had been in
    contact with them before.

    Parameters
    ----------
    records : Records
        One person's data.
    as_of : datetime
        The moment, with a time zone; nothing after it is seen.
    since : datetime, optional
        From when on; by default all.
    strength : TieStrength
        How strength is measured, and when a tie sleeps.

    Returns
    -------
    WokenTies
        One row for each waking, in the order of time and then of keys.

    Raises
    ------
    InvalidArgumentError
        If a moment has no time zone, ``since`` is later than ``as_of``, or the records have no
        owner.

    Notes
    -----
    It shows what came after a first step; some of it might have come anyway. Costs one pass over
    the interactions.

    Examples
    --------
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
    >>> woken = ties_woken(records, as_of=datetime(2026, 11, 1, tzinfo=UTC))
    >>> woken[0].contact.key, round(woken[0].slept), woken[0].by_owner, woken.first_steps
    ('ben', 6, True, {<Channel.MAIL: 'mail'>: 1})
    """
    check_aware("as_of", as_of)
    if since is not None:
        check_aware("since", since)
        if since > as_of:
            raise InvalidArgumentError(
                f"since must not be later than as_of, got {since.isoformat()} and "
                f"{as_of.isoformat()}"
            )
    known = as_chronicle(records, strength)
    rows = _wakings(known, as_of, since)
    met = first_meetings(known)
    functions = _stated_functions(known, as_of)
    ties = [_woken(known, row, as_of, met, functions) for row in rows]
    return WokenTies(tuple(sorted(ties, key=lambda tie: (tie.when, tie.contact.key))))


def _wakings(known: Chronicle, as_of: datetime, since: datetime | None) -> list[int]:
    """The contacts of the owner before which the tie slept."""
    contacts, rules = known.contacts, known.tie_strength
    again = np.flatnonzero(contacts.of[1:] == contacts.of[:-1]) + 1
    first, second = np.divmod(contacts.pair[again], contacts.people)
    when = contacts.when[again]
    asked = ((first == known.me) | (second == known.me)) & (when <= as_of.timestamp())
    if since is not None:
        asked &= when >= since.timestamp()
    again = again[asked]
    silence = (contacts.when[again] - contacts.when[again - 1]) / SECONDS_A_YEAR
    by_years = silence >= rules.dormant_years
    maybe = silence * 365.25 > rules.shortest_sleep
    found = []
    for i in np.flatnonzero(by_years | maybe).tolist():
        before = _days_before(known, int(again[i]))
        own = silence[i] * 365.25 > rules.dormant_rhythms * _rhythm(known, before)
        if (by_years[i] or own) and _had_strength(known, before):
            found.append(int(again[i]))
    return found


def _days_before(known: Chronicle, row: int) -> slice:
    """The days of contact of a pair before one of its contacts."""
    contacts = known.contacts
    return slice(int(contacts.first_days[contacts.of[row]]), int(contacts.day_of[row - 1]) + 1)


def _rhythm(known: Chronicle, days: slice) -> float:
    """The median number of days between days of contact; nan below three of them."""
    some = known.contacts.days[days]
    return float(np.median(np.diff(some))) if len(some) >= 3 else float("nan")


def _had_strength(known: Chronicle, days: slice) -> bool:
    """Whether the tie ever had strength, by the rules, which may have an idea of their own."""
    contacts = known.contacts
    _, peak = known.tie_strength.accumulate(
        np.zeros(1, dtype=np.int64),
        contacts.days[days],
        contacts.heaviest[days],
        float(contacts.days[days][-1]),
    )
    return bool(peak[0] > 0)


def _woken(
    known: Chronicle,
    row: int,
    as_of: datetime,
    met: Mapping[int, Sequence[Meeting]],
    functions: Mapping[int, tuple[Function, ...]],
) -> WokenTie:
    contacts = known.contacts
    first, second = divmod(int(contacts.pair[row]), contacts.people)
    sides = (bool(contacts.by_first[row]), bool(contacts.by_second[row]))
    who = second if first == known.me else first
    by_owner, by_contact = sides if first == known.me else sides[::-1]
    when = float(contacts.when[row])
    year = when + SECONDS_A_YEAR
    end = min(year, as_of.timestamp())
    later = contacts.when[row : int(np.searchsorted(contacts.of, contacts.of[row], side="right"))]
    last = row + int(np.searchsorted(later, end, side="right")) - 1
    step = known.records.interactions[int(contacts.event[row])]
    return WokenTie(
        contact=known.records.contacts[who],
        when=step.when.astimezone(UTC),
        slept=(when - float(contacts.when[row - 1])) / SECONDS_A_YEAR,
        first_step=step,
        by_owner=by_owner,
        by_contact=by_contact,
        days=int(contacts.day_of[last] - contacts.day_of[row]),
        people=tuple(one.key for one in met.get(who, ()) if when <= one.when <= end),
        functions=functions.get(who, ()),
        year_is_over=year <= as_of.timestamp(),
    )


def _stated_functions(known: Chronicle, as_of: datetime) -> dict[int, tuple[Function, ...]]:
    """What each contact is stated to be good for, by the moment."""
    records = known.records
    number = {contact.key: i for i, contact in enumerate(records.contacts)}
    said: dict[int, frozenset[Function]] = {}
    for tie in records.ties:
        a, b = number[records.person_of[tie.a]], number[records.person_of[tie.b]]
        if a == known.me and (tie.since is None or tie.since <= as_of.date()):
            said[b] = said.get(b, frozenset()) | tie.functions
    return {who: tuple(f for f in Function if f in functions) for who, functions in said.items()}

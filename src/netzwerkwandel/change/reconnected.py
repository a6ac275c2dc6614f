"""Ties that were dormant and were reconnected: what is known of each, and the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import overload

import attrs
from typing_extensions import override

from netzwerkwandel.change.documents import ReconnectedTieDocument
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.model import Channel, Contact, Function, Interaction, Key
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.model.moments import DAYS_A_YEAR
from netzwerkwandel.model.naming import called
from netzwerkwandel.texts import Catalogue, Explained


SHOWN = 10
"""How many reconnections are told, the latest ones."""


@attrs.frozen(kw_only=True, repr=False)
class ReconnectedTie(Explained, AsDict[ReconnectedTieDocument]):
    """A dormant tie that was reconnected: after how long, in what way, and what did it bring?

    Parameters
    ----------
    contact : Contact
        With whom.
    when : datetime
        The moment of the first contact again, in UTC.
    silence : float
        Years without contact before.
    interaction : Interaction
        What happened then.
    by_owner, by_contact : bool
        Who reached out; both did in a meeting or a call, neither where nobody is known to have.
    days : int
        Further days of contact within a year, as far as the data goes.
    people : sequence of str
        Keys of the people first met within that year with her or through her, in order of time.
    functions : sequence of Function
        The functions she is stated to serve.
    year_is_over : bool
        Whether that year had passed.
    rhythm : float or None
        How many days lay between one contact and the next before the silence, as a rule; None with
        fewer than three of them. A silence of less than three years is long beside this.
    """

    contact: Contact
    when: datetime
    silence: float
    interaction: Interaction
    by_owner: bool
    by_contact: bool
    days: int
    people: tuple[Key, ...]
    functions: tuple[Function, ...]
    year_is_over: bool
    rhythm: float | None = None

    @property
    def channel(self) -> Channel:
        """By which channel it was reconnected."""
        return self.interaction.channel

    def __repr__(self) -> str:
        return f"ReconnectedTie({self.contact.label!r}, {self.when.date()})"

    @override
    def _as_dict(self) -> dict[str, object]:
        return plain_values(
            {
                "contact": self.contact.key,
                "when": self.when,
                "silence": self.silence,
                "interaction": self.interaction.key,
                "channel": self.channel,
                "by_owner": self.by_owner,
                "by_contact": self.by_contact,
                "days": self.days,
                "people": self.people,
                "functions": self.functions,
                "year_is_over": self.year_is_over,
                "rhythm": self.rhythm,
            }
        )

    @override
    def _told(self, texts: Catalogue) -> str:
        """Say in a sentence after how long it was reconnected, and what followed."""
        brought = []
        if self.days:
            brought.append(texts.say("reconnected days", self.days))
        if self.people:
            brought.append(texts.say("reconnected people", len(self.people)))
        if not brought:
            brought.append(texts.say("reconnected once"))
        days = round(self.rhythm or 0.0)
        return texts.say(
            "reconnected tie beside" if days else "reconnected tie",
            who=called(self.contact, texts),
            span=texts.span(int(self.silence * DAYS_A_YEAR)),
            usual=texts.span(days),
            brought=texts.listing(brought),
        )


@attrs.frozen(repr=False)
class ReconnectedTies(AsDicts[ReconnectedTie, ReconnectedTieDocument], Explained):
    """The dormant ties that were reconnected, in the order in which they were.

    Parameters
    ----------
    ties : sequence of ReconnectedTie
        One for each time: a tie that was dormant twice may be there twice.
    """

    ties: tuple[ReconnectedTie, ...]

    @overload
    def __getitem__(self, index: int) -> ReconnectedTie: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ReconnectedTie, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> ReconnectedTie | tuple[ReconnectedTie, ...]:
        return self.ties[index]

    @override
    def __len__(self) -> int:
        return len(self.ties)

    def __repr__(self) -> str:
        return f"ReconnectedTies({len(self)} ties)"

    @property
    def by_channel(self) -> dict[Channel, int]:
        """How many were reconnected by each channel that was used, in the order of ``Channel``."""
        counts = Counter(tie.channel for tie in self.ties)
        return {channel: counts[channel] for channel in Channel if channel in counts}

    @override
    def _told(self, texts: Catalogue) -> str:
        """Which ties were reconnected, by what first steps, and what followed, a line for each."""
        return "\n".join(self._lines(texts)) if self.ties else texts.say("reconnected nobody")

    def _lines(self, texts: Catalogue) -> Iterator[str]:
        steps = [texts.say(f"channel {channel}", n) for channel, n in self.by_channel.items()]
        people = len({tie.contact.key for tie in self.ties})
        parts = [texts.say("reconnected count", people)]
        if len(self.ties) > people:
            times = texts.number(len(self.ties))
            parts.append(texts.say("reconnected again", people, times=times))
        parts.append(texts.say("reconnected steps", len(self.ties), steps=texts.listing(steps)))
        own = sum(tie.by_owner and not tie.by_contact for tie in self.ties)
        if own:
            parts.append(texts.say("reconnected own", own))
        yield " ".join(parts)
        for tie in self.ties[-SHOWN:]:
            yield tie.explain(texts)
        if len(self.ties) > SHOWN:
            yield texts.say("reconnected earlier", len(self.ties) - SHOWN)

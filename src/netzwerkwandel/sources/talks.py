"""What a phone or a chat program tells: who is there, what was written, and who called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

import attrs

from netzwerkwandel.model import ME, Channel, Contact, Key, MeEvidence, SkipReason, Tie
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.sources.chats import Chat, Chats
from netzwerkwandel.sources.happened import Happened
from netzwerkwandel.sources.keys import digest
from netzwerkwandel.sources.reader import ReadContext
from netzwerkwandel.sources.reading import OwnerEvidence, Reading
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.text import most_used_name


_EARLIEST = 631_152_000_000_000
"""1990, in microseconds."""


@attrs.define
class _Traits:
    """How somebody is called, and reached."""

    names: Counter[str] = attrs.field(factory=Counter)
    phones: dict[str, None] = attrs.field(factory=dict)
    emails: dict[str, None] = attrs.field(factory=dict)
    aliases: set[Key] = attrs.field(factory=set)


class Talks:
    """Gathers what readers of chats and calls tell, counts it, and makes their ``Reading``.

    Parameters
    ----------
    tally : Tally
        Where to count.
    service : str
        What the keys of what happened begin with, such as ``"telegram"``.
    context : ReadContext
        The moment of reading: what lies after it is left out.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> context = ReadContext(as_of=datetime(2026, 6, 1, tzinfo=UTC))
    >>> talks = Talks(Tally("pager", "pages.txt"), "pager", context)
    >>> talks.see("tel:+4930901820", "Ben", phone="030 901820")
    >>> at = talks.moment(1_710_266_651_000_000)
    >>> talks.write(talks.chat("1", members=["me:", "tel:+4930901820"]), "me:", at)
    >>> talks.reading().interactions[0]
    Interaction(message, 2024-03-12T18:04:11+00:00, 2 people)
    """

    def __init__(self, tally: Tally, service: str, context: ReadContext) -> None:
        self.tally = tally
        self._service, self._as_of = service, microseconds(context.as_of)
        self._people: dict[Key, _Traits] = {}
        self._chats = Chats(service)
        self._calls = Happened(Channel.CALL)
        self._number: dict[Key, int] = {ME: 0}
        self._seen: set[Key] = set()
        self._chats_of: Counter[Key] = Counter()
        self._first = self._last = 0

    def see(
        self,
        key: Key,
        name: str = "",
        *,
        phone: str = "",
        email: str = "",
        aliases: Iterable[Key] = (),
        times: int = 1,
    ) -> None:
        """Note that there is somebody, how she is called, and where she is reached."""
        traits = self._people.get(key)
        if traits is None:
            traits = self._people[key] = _Traits()
        if name:
            traits.names[name] += times
        if phone:
            traits.phones[phone] = None
        if email:
            traits.emails[email] = None
        traits.aliases.update(aliases)

    def moment(self, at: int | None, place: str = "") -> int | None:
        """Give back the microseconds since 1970; None, and counted, where they are of no use."""
        if at is None or at < _EARLIEST:
            where = place or f"row {self.tally.read + 1}"
            self.tally.broken(where, "the date cannot be read", SkipReason.NO_DATE)
            return None
        if at > self._as_of:
            self.tally.skip(SkipReason.FUTURE)
            return None
        return at

    def chat(self, name: str, *, members: Collection[Key] = (), is_group: bool = False) -> Chat:
        """Give the chat of a name, as ``Chats.chat`` does; all its members are seen."""
        for key in members:
            if key != ME:
                self.see(key)
        return self._chats.chat(name, members=members, is_group=is_group)

    def write(self, chat: Chat, sender: Key, at: int, *, answers: Key | None = None) -> None:
        """Add a message, and count it."""
        chat.add(sender, at, answers=answers)
        self._use(at)

    def call(
        self, at: int, caller: Key, other: Key, *, told: str = "", hours: float | None = None
    ) -> None:
        """Add a call that was answered, once, and count it.

        ``told`` is what tells it from others of the same moment, each time that it is exported.
        """
        key = f"{self._service}-call:{digest(told or other, str(at), caller)}"
        if key in self._seen:
            self.tally.skip(SkipReason.DUPLICATE)
            return
        self._seen.add(key)
        pair = [self._number.setdefault(each, len(self._number)) for each in (caller, other)]
        self._calls.add(key, at, pair, sender=pair[0], hours=hours)
        self._use(at)

    def may_be_owner(self, writers: Iterable[Key]) -> None:
        """Note who writes in one chat, of which nothing says whose phone it was on."""
        self._chats_of.update(set(writers))

    def _use(self, at: int) -> None:
        self.tally.read += 1
        self.tally.used += 1
        self._first = min(self._first or at, at)
        self._last = max(self._last, at)

    def reading(self, ties: Iterable[Tie] = ()) -> Reading:
        """Make the records, and the report."""
        if self._last:
            self.tally.span(self._first, self._last)
        self.tally.addresses.update(self._people.keys() - {ME})
        calls = self._calls.columns(list(self._number))
        return Reading(
            report=self.tally.report(),
            contacts=[self._contact(key) for key in sorted(self._people)],
            ties=ties,
            interactions=self._chats.interactions().joined(calls),
            owner_evidence=[
                OwnerEvidence(key, MeEvidence.CHATS, count)
                for key, count in sorted(self._chats_of.items())
            ],
        )

    def _contact(self, key: Key) -> Contact:
        traits = self._people[key]
        return Contact(
            key=key,
            name=most_used_name(traits.names),
            phones=list(traits.phones),
            emails=list(traits.emails),
            aliases=sorted(traits.aliases - {key}),
        )

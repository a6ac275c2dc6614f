"""What follows from how data was gathered for what is said of it: which figures lean, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from enum import StrEnum, unique
from functools import cached_property
from typing import Protocol

import attrs
import numpy as np

from netzwerkwandel.model import Channel, InteractionColumns, Key, SourceKind, SourceReport, Tie
from netzwerkwandel.model.arrays import BoolArray, IntArray
from netzwerkwandel.model.vocabularies import CHANNELS


FEWEST_MAILS = 20
"""Of fewer mails nothing is said of who answered whom."""
_SENT_BY_FEW = 50
"""Less than a 50th of a mailbox was sent: what was sent lies in another folder."""
MOST_CHATS = 3
"""Whoever exports so few chats has more of them."""
ENDED = timedelta(days=365)
_EXCHANGES = ("message:", "invitation:", "recommendation:", "endorsement:")
"""How the keys begin of what an archive of LinkedIn tells of beside who is connected."""


@unique
class BiasKind(StrEnum):
    """What leans because of how data was gathered."""

    NO_SENT_MAIL = "no sent mail"
    FEW_CHATS = "few chats"
    ONLY_CONNECTIONS = "only connections"
    ENDED = "ended"
    NO_MOMENTS = "no moments"
    A_STAR = "a star"


@attrs.frozen
class Bias:
    """One thing that leans: what it is, and of what."""

    kind: BiasKind
    count: int = 0
    source: str = ""
    since: datetime | None = None


class Gathered(Protocol):
    """What of records shows how they were gathered; see ``Records``."""

    @property
    def interactions(self) -> InteractionColumns:
        """As of ``Records``."""

    @property
    def ties(self) -> Sequence[Tie]:
        """As of ``Records``."""

    @property
    def reports(self) -> Sequence[SourceReport]:
        """As of ``Records``."""

    @property
    def me(self) -> Key | None:
        """As of ``Records``."""

    @property
    def person_of(self) -> Mapping[Key, Key]:
        """As of ``Records``."""


def biases(records: Gathered) -> Iterator[Bias]:
    """Say what leans: answers, silence, or who knows whom."""
    # Only of what was read from exports it is known how it was gathered.
    if not any(report.kind != SourceKind.FILES for report in records.reports):
        return
    seen = _Seen(records)
    if seen.lacks_sent_mail:
        yield Bias(BiasKind.NO_SENT_MAIL)
    if 0 < (chats := len(seen.writing_by(SourceKind.WHATSAPP))) <= MOST_CHATS:
        yield Bias(BiasKind.FEW_CHATS, chats)
    if seen.has_only_connections:
        yield Bias(BiasKind.ONLY_CONNECTIONS)
    yield from seen.ended
    if not len(records.interactions):
        yield Bias(BiasKind.NO_MOMENTS)
    if records.me is not None and not seen.others_together:
        yield Bias(BiasKind.A_STAR)


@attrs.frozen(slots=False)
class _Seen:
    """What happened, with whom of each is the owner."""

    records: Gathered

    @cached_property
    def _is_me(self) -> BoolArray:
        """Whether each of the people of the interactions is the owner, and False for nobody."""
        me, person_of = self.records.me, self.records.person_of
        mine = None if me is None else person_of[me]
        people = self.records.interactions.people
        return np.array([*(person_of[key] == mine for key in people), False], dtype=np.bool_)

    @cached_property
    def _others(self) -> IntArray:
        """How many others took part in each."""
        happened = self.records.interactions
        # Of participants 0 1 | 1 2, of whom 0 is the owner, there are 1 and 2 others.
        others = np.cumsum(np.r_[0, ~self._is_me[happened.participants]])
        return np.diff(others[happened.starts])

    @property
    def lacks_sent_mail(self) -> bool:
        """Whether there is mail to the owner, and next to none that she sent."""
        happened = self.records.interactions
        is_mail = happened.channel == CHANNELS.index(Channel.MAIL)
        with_her = is_mail & (self._others < np.diff(happened.starts))
        sent = with_her & self._is_me[happened.sender]
        mails, written = int(with_her.sum()), int(sent.sum())
        return mails >= FEWEST_MAILS and written * _SENT_BY_FEW < mails

    def writing_by(self, kind: SourceKind) -> AbstractSet[Key]:
        """Whom the interactions of a source name, beside the owner."""
        happened = self.records.interactions
        rows = [i for i, key in enumerate(happened.keys) if key.startswith(f"{kind}:")]
        taken = happened.take(rows).people
        is_me = dict(zip(happened.people, self._is_me.tolist(), strict=False))
        return {self.records.person_of[key] for key in taken if not is_me[key]}

    @cached_property
    def has_only_connections(self) -> bool:
        """Whether there is an archive of LinkedIn, and nothing in it that happened."""
        if all(report.kind != SourceKind.LINKEDIN for report in self.records.reports):
            return False
        return not any(key.startswith(_EXCHANGES) for key in self.records.interactions.keys)

    @property
    def ended(self) -> Iterator[Bias]:
        """Sources that end a year or more before the others do."""
        last: dict[str, datetime] = {}
        for report in self.records.reports:
            # Since when people are connected does not say until when they write to each other.
            is_empty = report.kind == SourceKind.LINKEDIN and self.has_only_connections
            if report.last is not None and not is_empty:
                kind = str(report.kind)
                last[kind] = max(report.last, last.get(kind, report.last))
        for kind, end in sorted(last.items()):
            if max(last.values()) - end >= ENDED:
                yield Bias(BiasKind.ENDED, source=kind, since=end)

    @property
    def others_together(self) -> bool:
        """Whether two others are seen together anywhere."""
        me, person_of = self.records.me, self.records.person_of
        mine = None if me is None else person_of[me]
        stated = (mine in {person_of[tie.a], person_of[tie.b]} for tie in self.records.ties)
        return bool((self._others > 1).any()) or not all(stated)

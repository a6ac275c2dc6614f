"""Chats of WhatsApp, as the phone exports them: those of one folder are read together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model import SourceKind
from netzwerkwandel.model.arrays import IntArray
from netzwerkwandel.model.moments import EPOCH
from netzwerkwandel.sources.tools import (
    ME,
    UNREADABLE,
    ArchiveReader,
    Channel,
    Chats,
    Contact,
    ExportFormatError,
    Interaction,
    InteractionColumns,
    Key,
    MeEvidence,
    OwnerEvidence,
    ReadContext,
    Reading,
    SkipReason,
    Source,
    SourceFile,
    Tally,
    decode,
    digest,
    most_used_name,
    person_name,
    read_again,
)
from netzwerkwandel.sources.whatsapp.chat import ExportedChat, is_archive, key_of, read_chat
from netzwerkwandel.sources.whatsapp.exporter import looks_like_exporter, read_exporter
from netzwerkwandel.sources.whatsapp.lines import HEAD, without_marks
from netzwerkwandel.sources.whatsapp.words import OWNERS_NAMES, Line


_LOG_LEVELS = frozenset(["debug", "error", "fatal", "info", "notice", "trace", "warn", "warning"])
_LETTERS = re.compile(r"[^\W\d_]+")


class WhatsAppReader(ArchiveReader):
    """Reads the chats that WhatsApp exports: who the owner is shows of all of a folder together."""

    kind = SourceKind.WHATSAPP

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_whatsapp(head) or looks_like_exporter(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str | None:
        if looks_like_exporter(head):
            return None
        # Each chat may be a zip of its own, and these lie side by side.
        folder, _, archive = file.folder.rpartition("/")
        here = folder if archive.lower().endswith(".zip") else file.folder
        return here or "WhatsApp"

    @override
    def lies_among_sent(self, file: SourceFile) -> bool:
        return is_archive(file)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        first = source.files[0].head(400) if len(source.files) == 1 else b""
        if looks_like_exporter(first):
            return read_exporter(source, context)
        reading = read_whatsapp(source, context)
        return attrs.evolve(reading, for_owner=read_again(self, source, context))


def looks_like_whatsapp(head: bytes) -> bool:
    r"""Say whether a file is an exported chat, by its first bytes.

    Examples
    --------
    >>> looks_like_whatsapp("\u200e[12.03.24, 18:04:11] Anna: Hallo".encode())
    True
    >>> looks_like_whatsapp(b"2024-03-12, 18:04:11 - INFO: started")
    False
    """
    # No other line begins with a date, and most files are none of this kind.
    if not any(48 <= byte < 58 for byte in head[:40]):
        return False
    text = decode(head[:8192]).lstrip()
    first = HEAD.match("\n" + text)
    return first is not None and (first[3] or "").strip().casefold() not in _LOG_LEVELS


def read_whatsapp(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom in these chats, and when?

    Reads what Android and iPhone write, in all orders of the date, with and without the halves of
    the day. Of a text nothing is kept. Of two who write in a chat the owner is whoever it is not
    called after; in a group she is called as there.

    Parameters
    ----------
    source : Source
        The chats.
    context : ReadContext
        The zone in which the phone was, and the moment of reading.

    Returns
    -------
    Reading
        The contacts are called as the phone's address book has them.

    Raises
    ------
    ExportFormatError
        If none of the files is a chat.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> text = b"12.03.24, 18:04 - Anna: Hallo\n12.03.24, 18:09 - Mara: Hallo Anna\n"
    >>> source = Source.from_bytes(text, "WhatsApp Chat mit Anna.txt")
    >>> reading = read_whatsapp(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts
    (Contact('Mara'), Contact('Anna'))
    >>> reading.interactions[0]
    Interaction(message, 2024-03-12T18:04:00+00:00, 2 people)
    """
    alone = source.files[0].where if len(source.files) == 1 else source.where
    tally = Tally(SourceKind.WHATSAPP, alone)
    chats: list[ExportedChat] = []
    for file in source.files:
        try:
            chats.append(read_chat(file, tally, context))
        except UNREADABLE as error:
            if len(source.files) == 1:
                raise
            tally.problem(file.name, getattr(error, "reason", "it is cut off or damaged"))
    if not chats:
        raise ExportFormatError(source.where, "it has no line of a chat")
    return _Phone(tally, owner_among(chats, context.me)).reading(chats)


def owner_among(chats: Sequence[ExportedChat], me: frozenset[Key]) -> str:
    """By which name does the owner of the phone write in these chats? Empty where none tells.

    She is whoever a chat of two is not called after, or is shown to have deleted a message of her
    own; else whose name her address spells. Else whoever writes in the most chats of all may be.
    """
    told = Counter(without_marks(name) for chat in chats if (name := chat.owner_named()))
    if told:
        return most_used_name(told)
    writers = [{without_marks(writer) for writer in chat.writers} for chat in chats]
    spelt = {name for names in writers for name in names if _is_spelt(name, me)}
    return spelt.pop() if len(spelt) == 1 else ""


def _is_spelt(name: str, me: frozenset[Key]) -> bool:
    """Is a name that of one of the keys: her number, or mara@ or m.vogt@ for Mara or Mara Vogt?"""
    if key_of(name) in me:
        return True
    words = fold(name).split()
    for key in me:
        kind, _, address = key.partition(":")
        parts = _LETTERS.findall(fold(address.partition("@")[0])) if kind == "mailto" else []
        if (
            words
            and parts
            and (parts == words or parts[:1] == words[:1] or "".join(words) in parts)
        ):
            return True
    return False


@attrs.frozen(eq=False)
class _Met:
    """A chat, what it is called each time that it is exported, and who is in it."""

    chat: ExportedChat
    name: str
    keys: Sequence[Key]
    members: set[Key]
    is_group: bool


class _Phone:
    """The chats of one phone: gathers who is in them, and what happened."""

    def __init__(self, tally: Tally, owner: str) -> None:
        self._tally, self._owner = tally, owner
        self._names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        self._talks = Chats("whatsapp")
        self._calls: dict[Key, Interaction] = {}
        self._chats_of: Counter[Key] = Counter()
        self._told: defaultdict[str, list[IntArray]] = defaultdict(list)

    def reading(self, chats: Iterable[ExportedChat]) -> Reading:
        """Make the records of all chats, and the report."""
        met = [self._met(chat) for chat in chats]
        times = Counter(each.name for each in met)
        spans = [int(at) for each in met for at in self._add(each, is_once=times[each.name] == 1)]
        if spans:
            self._tally.span(min(spans), max(spans))
        self._tally.addresses.update(self._names.keys() - {ME})
        calls = InteractionColumns.from_interactions(self._calls.values())
        return Reading(
            report=self._tally.report(),
            contacts=[self._contact(key) for key in sorted(self._names)],
            interactions=self._talks.interactions().joined(calls),
            owner_evidence=[
                OwnerEvidence(key, MeEvidence.CHATS, count)
                for key, count in sorted(self._chats_of.items())
            ],
        )

    def _met(self, chat: ExportedChat) -> _Met:
        """Say who is in a chat, and what it is called each time that it is exported."""
        owner = chat.owner_named() or self._owner
        keys = [self._known_as(writer, owner) for writer in chat.writers]
        members = set(keys)
        if ME not in members and not chat.other:
            self._chats_of.update(members)
        if (other := chat.other) and other not in chat.writers:
            members.add(self._known_as(other, owner))
        if len(members) == 1 and not chat.is_group and ME not in members:
            # A chat of two in which the owner never wrote.
            members.add(ME)
        for name in chat.named:
            self._known_as(name, owner)
        is_group = chat.is_group or len(members) > 2 or not (other or not chat.title)
        name = f"group:{chat.title or sorted(members)}" if is_group else f"two:{sorted(members)}"
        return _Met(chat, name, keys, members, is_group)

    def _add(self, met: _Met, *, is_once: bool) -> tuple[int, ...]:
        """Add a chat; give the moments between which it lies, if there is something new in it."""
        chat, keys = met.chat, met.keys
        fresh = np.arange(len(chat.second)) if is_once else self._fresh(met)
        self._tally.read += len(fresh)
        self._tally.used += len(fresh)
        members = () if met.is_group else met.members
        talk = self._talks.chat(met.name, members=members, is_group=met.is_group)
        if not len(fresh):
            return ()
        talk.add_turns(keys, *chat.turns(fresh, is_group=met.is_group))
        for row in fresh[chat.what[fresh] == Line.CALL].tolist():
            self._add_call(met.name, chat, row, keys, met.members)
        at = chat.at[fresh]
        return int(at.min()), int(at.max())

    def _fresh(self, met: _Met) -> IntArray:
        """Which rows of a chat no earlier file has told: an export may overlap the one before."""
        codes = np.array([int(digest(key)[:12], 16) for key in met.keys], dtype=np.int64)
        mine = met.chat.at * 31 + codes[met.chat.writer] if len(met.keys) else met.chat.at
        is_known = np.zeros(len(mine), dtype=np.bool_)
        told = self._told[met.name]
        for known in told:
            is_known |= known[np.searchsorted(known, mine).clip(max=len(known) - 1)] == mine
        # Of hundreds of files of one chat a row is compared with a few sorted ones alone: of sizes
        # 8 4 1 a file of 2 makes 8 4 1 2, of which the last are too much alike, so 8 4 3, so 8 7,
        # so 15.
        if not is_known.all():
            told.append(np.unique(mine[~is_known]))
        while len(told) > 1 and 2 * len(told[-1]) > len(told[-2]):
            told[-2:] = [np.union1d(*told[-2:])]
        self._tally.skip(SkipReason.DUPLICATE, int(is_known.sum()))
        return np.flatnonzero(~is_known)

    def _add_call(
        self, name: str, chat: ExportedChat, row: int, keys: Sequence[Key], members: set[Key]
    ) -> None:
        at, sender = int(chat.at[row]), keys[chat.writer[row]]
        if len(members) != 2:
            return
        key = "whatsapp-call:" + digest(name, str(at), sender)
        self._calls[key] = Interaction(
            key=key,
            when=EPOCH + timedelta(microseconds=at),
            channel=Channel.CALL,
            sender=sender,
            participants=members,
            duration=chat.hours.get(row),
        )

    def _known_as(self, writer: str, owner: str) -> Key:
        """The key of whoever is called so, who is a contact now."""
        name = without_marks(writer)
        is_owner = name.casefold() in OWNERS_NAMES or (owner and name == without_marks(owner))
        key = ME if is_owner else key_of(writer) or ME
        self._names[key][name] += 1
        return key

    def _contact(self, key: Key) -> Contact:
        name = most_used_name(self._names[key])
        if key.startswith("tel:"):
            return Contact(key=key, phones=[name])
        is_word = name.casefold() in OWNERS_NAMES
        return Contact(key=key, name="" if is_word else person_name(name))

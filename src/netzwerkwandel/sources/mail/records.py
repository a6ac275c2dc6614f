"""The mails of one mailbox, taken one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime, timedelta, tzinfo
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeAlias

import attrs

from netzwerkwandel.model import ME, Key, SkipReason
from netzwerkwandel.model.moments import EPOCH, microseconds
from netzwerkwandel.sources.mail.addresses import AddressBook, Mailbox
from netzwerkwandel.sources.mail.backed_up import MARKS, BackedUp, backed_up, texts_and_calls
from netzwerkwandel.sources.mail.dates import HeaderDates, envelope_date
from netzwerkwandel.sources.mail.header_block import HeaderBlock
from netzwerkwandel.sources.mail.headers import (
    DELIVERED,
    LISTS,
    RECEIVED,
    date_of_server,
    first_received_date,
    kinds_by_headers,
    mail_digests,
    noted_date,
    received_date,
    resent_values,
    stands_in,
    writers,
)
from netzwerkwandel.sources.mail.kinds import is_chat
from netzwerkwandel.sources.mail.mbox import BYTES_AT_ONCE, MAILS_AT_ONCE, MailBlock, RawMail
from netzwerkwandel.sources.mail.taken import TakenMails
from netzwerkwandel.sources.mail.telling import Telling
from netzwerkwandel.sources.mail.words import unfolded
from netzwerkwandel.sources.tools import (
    MOST_PROBLEMS,
    InteractionColumns,
    Reading,
    Tally,
    told_again,
)


# The first mail was sent in 1971; earlier than this are the dates of clocks that were never set.
FIRST_YEAR = 1990
_FIRST = microseconds(EPOCH.replace(year=FIRST_YEAR))
# A mail that is older than the first server that had it, by so much, was written by a wrong clock.
_CLOCK_IS_WRONG = timedelta(days=366) // timedelta(microseconds=1)
_LONGEST_DATE = 1_000
_READERS = (b"to", b"cc", b"bcc")
_RESENT_TO = b"resent-to"
_TOO_OLD = "its date is before 1990"
_EXCHANGE = (
    "some mails name people by the internal names of Exchange (X.500, /O=...) and not by mail "
    "addresses; who is meant cannot be known: export them from Outlook or the server once more, "
    "with mail addresses"
)

_Kept: TypeAlias = tuple[int, int, tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""The row of a mail, its moment, who is named, who sent it on, and to whom it was delivered."""


class ReadBlock(NamedTuple):
    """Mails that were read together, and what they say of themselves, whoever takes them."""

    block: MailBlock
    kinds: Sequence[SkipReason | None]
    """What their headers say of those that do not count."""
    moments: Sequence[int | None]
    are_backed_up: bool
    """Whether text messages and calls may be among them."""


class MailRecords:
    """Takes the mails of one mailbox, one after the other, and makes a Reading of them.

    Parameters
    ----------
    tally : Tally
        Counts what is read.
    as_of, timezone
        As for ``read_mail``.
    """

    def __init__(self, tally: Tally, *, as_of: datetime, timezone: tzinfo) -> None:
        self.tally = tally
        # Clocks of other machines go wrong; a day covers that, and every time zone.
        self._latest = microseconds(as_of + timedelta(days=1))
        self._dates = HeaderDates(timezone)
        self._book = AddressBook()
        self._book.number(Mailbox(ME, "", "", automatic=False))
        self._mails = TakenMails()
        self._lists: set[int] = set()
        self._problems: list[tuple[str, int, str]] = []
        self._as_of, self._backed_up = as_of, list[BackedUp]()
        self._waiting: list[tuple[RawMail, SkipReason | None, tuple[str, int]]] = []
        self._bytes_waiting = 0
        self.is_one_file = False
        """Whether all mails are of one file, whose name then needs no telling."""

    def take(self, mail: RawMail, kind: SkipReason | None, place: str, number: int) -> None:
        """Take a mail, as ``take_block`` takes several; ``settle`` says that it was the last."""
        self._waiting.append((mail, kind, (place, number)))
        self._bytes_waiting += len(mail.lines)
        if len(self._waiting) == MAILS_AT_ONCE or self._bytes_waiting > BYTES_AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Count the mails that wait to be read together."""
        if self._waiting:
            mails, kinds, places = zip(*self._waiting, strict=True)
            self._waiting.clear()
            self._bytes_waiting = 0
            self.take_block(MailBlock.of(mails), kinds, places.__getitem__)

    def take_block(
        self,
        block: MailBlock,
        kinds: Sequence[SkipReason | None],
        called: Callable[[int], tuple[str, int]],
    ) -> None:
        """Count mails, and keep who wrote to whom and when of each one that counts.

        Parameters
        ----------
        block : MailBlock
            The mails.
        kinds : sequence of SkipReason or None
            What is known already of those that do not count.
        called : callable
            Says of a mail of the block in which file it is, where there are several, and which mail
            of the file it is, from 1; 0 where the file is one mail.
        """
        self.take_rows(self.read_block(block), range(len(block.mails)), kinds, called)

    def read_block(self, block: MailBlock) -> ReadBlock:
        """Find what mails say of themselves, whoever takes them."""
        headers = block.headers
        are_backed_up = any(mark in headers for mark in MARKS)
        return ReadBlock(block, kinds_by_headers(headers), self._moments(block), are_backed_up)

    def take_rows(
        self,
        read: ReadBlock,
        rows: range,
        kinds: Sequence[SkipReason | None],
        called: Callable[[int], tuple[str, int]],
    ) -> None:
        """Take some mails of a block, as ``take_block`` does; others are of other mailboxes."""
        self.settle()
        if read.are_backed_up:
            mails = [read.block.mails[row] for row in rows]
            rest = self._without_backed_up(mails, kinds)
            if len(rest) < len(mails):
                few = MailBlock.of([mails[row] for row in rest])
                kinds = [kinds[row] for row in rest]
                self._take_mails(
                    self.read_block(few),
                    range(len(rest)),
                    kinds,
                    lambda row: called(rest[row]),
                )
                return
        self._take_mails(read, rows, kinds, called)

    def _take_mails(
        self,
        read: ReadBlock,
        rows: range,
        kinds: Sequence[SkipReason | None],
        called: Callable[[int], tuple[str, int]],
    ) -> None:
        block, headers = read.block, read.block.headers
        ours = slice(rows.start, rows.stop)
        said, moments = read.kinds[ours], read.moments[ours]
        reasons = [kind or of_it for kind, of_it in zip(kinds, said, strict=True)]
        each = zip(rows, self._people(headers, rows), reasons, moments, strict=True)
        lists = [headers.column(name) for name in LISTS if name in headers]
        delivered_to = [headers.column(name) for name in DELIVERED if name in headers]
        kept: list[_Kept] = []
        for row, (senders, people, resent), told, at in each:
            reason = told
            if row in block.cut:
                reason = SkipReason.BROKEN
                self._note(called(row - rows.start), "its headers are longer than 1 MB")
            elif reason is not None:
                posted_to = self._read_all(lists, row) if lists else ()
                self._lists.update(self._book.person[n] for n in posted_to)
            elif not senders:
                reason = SkipReason.ANONYMOUS
            elif senders[0] in self._book.machines:
                reason = SkipReason.AUTOMATIC
            elif at is None or at < _FIRST:
                reason = SkipReason.NO_DATE
                said_of_it = "it has no date that can be read" if at is None else _TOO_OLD
                self._note(called(row - rows.start), said_of_it)
            elif at > self._latest:
                reason = SkipReason.FUTURE
            else:
                delivered = self._read_all(delivered_to, row) if delivered_to else ()
                kept.append((row, at, people, resent, delivered))
                continue
            self.tally.skip(reason)
        if kept:
            self._keep(headers, kept)

    def take_mbox(self, block: MailBlock, kind: SkipReason | None, place: str, number: int) -> None:
        """Take mails of an mbox, of which the first one has a number, and which are of one kind."""
        self.take_block(block, [kind] * len(block.mails), lambda row: (place, number + row))

    def _without_backed_up(
        self, mails: Sequence[RawMail], kinds: Sequence[SkipReason | None]
    ) -> list[int]:
        """Take what is a text message or a call; the rest are mails like others."""
        rest = []
        for row, (mail, kind) in enumerate(zip(mails, kinds, strict=True)):
            told = backed_up(mail.lines)
            if told is None:
                rest.append(row)
            elif kind is None:
                self._backed_up.append(told)
            else:
                self.tally.skip(kind)
        return rest

    def _people(
        self, headers: HeaderBlock, rows: range
    ) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
        """Give who wrote each mail, who is named in it, the writer first, and who sent it on."""
        known, read = self._book.known, self._book.read
        columns = [headers.column(name) for name in _READERS if name in headers]
        sent_by = headers.column(b"sender")
        may_be_resent = _RESENT_TO in headers
        for row, writer in zip(rows, writers(headers)[rows.start : rows.stop], strict=True):
            # Who wrote it is in From; a Sender is the secretary, or the program, that sent it.
            people = senders = known(writer) or read(writer) or read(sent_by[row])
            if not senders:
                others = map(read, stands_in(headers.lines[row]))
                people = senders = next(filter(None, others), ())
            for column in columns:
                if value := column[row]:
                    people += known(value) or read(value)
            resent: tuple[int, ...] = ()
            if may_be_resent and headers.lines[row].find(b"\nResent-To:") >= 0:
                told = resent_values(headers.lines[row])
                resent = tuple(n for value in told for n in read(value))
            yield senders, people, resent

    def _read_all(self, columns: Sequence[Sequence[bytes]], row: int) -> tuple[int, ...]:
        people: tuple[int, ...] = ()
        for column in columns:
            if value := column[row]:
                people += self._book.known(value) or self._book.read(value)
        return people

    def _keep(self, headers: HeaderBlock, kept: Sequence[_Kept]) -> None:
        machines = self._book.machines
        rows, moments, named, resent, delivered = zip(*kept, strict=True)
        names_one = [len(people) == 1 for people in named]
        labels = headers.column(b"x-gmail-labels")
        are_chats = [
            is_alone and is_chat(unfolded(labels[row]))
            for row, is_alone in zip(rows, names_one, strict=True)
        ]
        # In most mails, and so in most blocks, no machine is named.
        persons, resenders = (
            several
            if machines.isdisjoint(chain.from_iterable(several))
            else [tuple(n for n in people if n not in machines) for people in several]
            for several in (named, resent)
        )
        digests = mail_digests(headers, rows, moments)
        self._mails.add(digests, moments, persons, delivered, resenders, names_one, are_chats)
        self.tally.read += len(rows)

    def absorb(self, later: MailRecords, mails_before: int) -> None:
        """Take what was read of a later part of the same mailbox, as if it had been taken here.

        Parameters
        ----------
        later : MailRecords
            Made with the same arguments.
        mails_before : int
            How many mails of the file were taken before that part.
        """
        later.settle()
        book, tally = self._book, self.tally
        number = [book.number(mailbox) for mailbox in later._book.mailbox]
        person = [book.person[number[first]] for first in later._book.first_mailboxes()]
        self._mails.absorb(later._mails, number)
        tally.read += later.tally.read
        tally.skipped.update(later.tally.skipped)
        self._lists |= {person[p] for p in later._lists}
        self._problems += [
            (place, n + mails_before if n else 0, reason) for place, n, reason in later._problems
        ]
        book.internal += later._book.internal
        self._backed_up += later._backed_up

    def reading(self, me: frozenset[Key]) -> Reading:
        """Make the Reading of all mails taken, as far as some keys are known to be the owner's."""
        self.settle()
        tally = deepcopy(self.tally)
        texts = texts_and_calls(self._backed_up, tally, self._as_of) if self._backed_up else None
        self._tell_problems(tally)
        told = Telling(self._book, self._mails, self._lists, me, tally).reading()
        if texts is not None:
            assert isinstance(told.interactions, InteractionColumns)
            calls = InteractionColumns.from_interactions(texts.interactions)
            told = attrs.evolve(
                told,
                contacts=[*told.contacts, *texts.contacts],
                interactions=told.interactions.joined(calls),
            )
        return told_again(told, partial(self.are_alike, me), self.reading)

    def are_alike(self, some: frozenset[Key], others: frozenset[Key]) -> bool:
        """Say whether it makes no difference which of two sets of keys is known to be the owner's.

        It makes one whether any of her keys is known: only then a mail that names nobody else is a
        blind copy to her.
        """
        return bool(some) == bool(others) and not any(map(self._book.has, some ^ others))

    def _tell_problems(self, tally: Tally) -> None:
        told, tally.problems = tally.problems, []
        for place, number, reason in self._problems:
            parts = ["" if self.is_one_file else place, f"message {number}" if number else ""]
            tally.problem(", ".join(filter(None, parts)), reason)
        tally.problems = [*tally.problems, *told][:MOST_PROBLEMS]
        if self._book.internal:
            tally.problem("", _EXCHANGE)

    def _moments(self, block: MailBlock) -> list[int | None]:
        """What the senders' clocks said, else the servers, where one cannot have been right."""
        dates, headers = self._dates, block.headers
        values, received = headers.column(b"date"), headers.column(RECEIVED)
        moments = list(dates.moments(values))
        for row, (at, value, by_server) in enumerate(zip(moments, values, received, strict=True)):
            if at is None or not _FIRST <= at <= self._latest:
                others = self._by_others(block.mails[row], dated=at is not None)
                moments[row] = next(others, at)
                continue
            # The year of the first server is nearly always that of the mail, so its date is looked
            # for only where it is not.
            if not by_server or ((year := dates.year(value)) and year in by_server):
                continue
            date = date_of_server(by_server)
            handed_in = dates.moment(date) if date else None
            if handed_in is not None and _FIRST <= handed_in <= self._latest:
                moments[row] = handed_in if at < handed_in - _CLOCK_IS_WRONG else at
        return moments

    def _by_others(self, mail: RawMail, *, dated: bool) -> Iterator[int]:
        """When did servers get a mail, and by the line before it whoever wrote the mailbox?"""
        told = [f(mail.lines) for f in (first_received_date, received_date, noted_date)]
        moments = [self._dates.moment(date) for date in told if date]
        # Thunderbird writes "From - " and when it wrote the mailbox: that dates a mail at the most
        # that has no date at all.
        if not (dated and mail.envelope.startswith(b"From - ")):
            when = envelope_date(mail.envelope[:_LONGEST_DATE].decode("latin-1"))
            moments += [] if when is None else [microseconds(when)]
        yield from (at for at in moments if at is not None and _FIRST <= at <= self._latest)

    def _note(self, called: tuple[str, int], reason: str) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append((*called, reason))

"""The mails of one mailbox, taken one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime, timedelta, tzinfo

import attrs

from netzwerkwandel.model import ME, Key, SkipReason
from netzwerkwandel.model.moments import EPOCH, microseconds
from netzwerkwandel.sources.mail.addresses import AddressBook, Mailbox
from netzwerkwandel.sources.mail.backed_up import BackedUp, backed_up, texts_and_calls
from netzwerkwandel.sources.mail.dates import HeaderDates, envelope_date
from netzwerkwandel.sources.mail.headers import (
    Headers,
    first_received_date,
    kind_by_headers,
    mail_digest,
    received_date,
    resent_values,
)
from netzwerkwandel.sources.mail.kinds import is_chat
from netzwerkwandel.sources.mail.mbox import RawMail
from netzwerkwandel.sources.mail.taken import TakenMails
from netzwerkwandel.sources.mail.telling import Telling
from netzwerkwandel.sources.mail.words import unfolded
from netzwerkwandel.sources.tools import (
    MOST_PROBLEMS,
    InteractionColumns,
    Reading,
    Tally,
)


# The first mail was sent in 1971; earlier than this are the dates of clocks that were never set.
FIRST_YEAR = 1990
_FIRST = microseconds(EPOCH.replace(year=FIRST_YEAR))
# A mail that is older than the first server that had it, by so much, was written by a wrong clock.
_CLOCK_IS_WRONG = timedelta(days=366) // timedelta(microseconds=1)
_LONGEST_DATE = 1_000
_YEAR = re.compile(rb"(?:19|20)[0-9]{2}")
_EXCHANGE = (
    "some mails name people by the internal names of Exchange (X.500, /O=...) and not by mail "
    "addresses; who is meant cannot be known: export them from Outlook or the server once more, "
    "with mail addresses"
)


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

    def take(self, mail: RawMail, kind: SkipReason | None, place: str, number: int) -> None:
        """Count a mail, and keep who wrote to whom and when if it is one that counts.

        Parameters
        ----------
        mail : RawMail
            The mail.
        kind : SkipReason or None
            What is known already of a mail that does not count.
        place : str
            The file, where there are several.
        number : int
            Which mail of the file this is, from 1; 0 where the file is one mail.
        """
        told = backed_up(mail.lines)
        if told is None:
            self._take_mail(mail, kind, place, number)
        elif kind is None:
            self._backed_up.append(told)
        else:
            self.tally.skip(kind)

    def _take_mail(self, mail: RawMail, kind: SkipReason | None, place: str, number: int) -> None:
        headers = mail.parsed
        values, read = headers.values, self._book.read
        # Who wrote it is in From; a Sender is the secretary, or the program, that sent it.
        people = senders = read(values[headers.at.writer]) or read(values[headers.at.sender])
        for header in headers.at.readers:
            people += read(values[header])
        resent: tuple[int, ...] = ()
        if mail.lines.find(b"\nResent-To:") >= 0:
            resent = tuple(n for value in resent_values(mail.lines) for n in read(value))
        if not mail.whole:
            self._broken(place, number, "its headers are longer than 1 MB", SkipReason.BROKEN)
            return
        reason = kind or kind_by_headers(headers)
        if reason is None:
            reason = self._kind_by_sender(senders)
        else:
            for header in headers.at.lists:
                posted_to = read(values[header])
                self._lists.update(self._book.person[n] for n in posted_to)
        if reason is not None:
            self.tally.skip(reason)
            return
        at = self._moment(mail)
        if at is None or at < _FIRST:
            said = "it has no date that can be read" if at is None else "its date is before 1990"
            self._broken(place, number, said, SkipReason.NO_DATE)
        elif at > self._latest:
            self.tally.skip(SkipReason.FUTURE)
        else:
            self._take_dated(headers, at, people, resent)

    def _kind_by_sender(self, senders: tuple[int, ...]) -> SkipReason | None:
        if not senders:
            return SkipReason.ANONYMOUS
        return SkipReason.AUTOMATIC if senders[0] in self._book.machines else None

    def _take_dated(
        self, headers: Headers, at: int, people: tuple[int, ...], resent: tuple[int, ...]
    ) -> None:
        book, values = self._book, headers.values
        named = people
        delivered: tuple[int, ...] = ()
        if not book.machines.isdisjoint(people + resent):
            named, resent = (
                tuple(n for n in some if n not in book.machines) for some in (people, resent)
            )
        for place in headers.at.delivered:
            delivered += book.read(values[place])
        is_alone = len(people) == 1
        self._mails.add(
            mail_digest(headers, at),
            at,
            named,
            delivered,
            resent,
            names_one=is_alone,
            is_chat=is_alone and is_chat(unfolded(values[headers.at.labels])),
        )
        self.tally.read += 1

    def absorb(self, later: MailRecords, mails_before: int) -> None:
        """Take what was read of a later part of the same mailbox, as if it had been taken here.

        Parameters
        ----------
        later : MailRecords
            Made with the same arguments.
        mails_before : int
            How many mails of the file were taken before that part.
        """
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
        tally = deepcopy(self.tally)
        texts = texts_and_calls(self._backed_up, tally, self._as_of) if self._backed_up else None
        self._tell_problems(tally)
        mails = Telling(self._book, self._mails, self._lists, me, tally).reading()
        mails = attrs.evolve(mails, for_owner=self.reading)
        if texts is None:
            return mails
        assert isinstance(mails.interactions, InteractionColumns)
        calls = InteractionColumns.from_interactions(texts.interactions)
        return attrs.evolve(
            mails,
            contacts=[*mails.contacts, *texts.contacts],
            interactions=mails.interactions.joined(calls),
        )

    def _tell_problems(self, tally: Tally) -> None:
        told, tally.problems = tally.problems, []
        for place, number, reason in self._problems:
            parts = [place, f"message {number}" if number else ""]
            tally.problem(", ".join(filter(None, parts)), reason)
        tally.problems = [*tally.problems, *told][:MOST_PROBLEMS]
        if self._book.internal:
            tally.problem("", _EXCHANGE)

    def _moment(self, mail: RawMail) -> int | None:
        """What the sender's clock said, else the mail servers, where it cannot have been right."""
        headers = mail.parsed
        value = headers.values[headers.at.date]
        at = self._dates.moment(value)
        if at is None or not _FIRST <= at <= self._latest:
            return next(self._by_others(mail, dated=at is not None), at)
        year = _YEAR.search(value)
        received = first_received_date(mail.lines, year[0] if year else b"")
        handed_in = self._dates.moment(received) if received else None
        if handed_in is None or not _FIRST <= handed_in <= self._latest:
            return at
        return handed_in if at < handed_in - _CLOCK_IS_WRONG else at

    def _by_others(self, mail: RawMail, *, dated: bool) -> Iterator[int]:
        """When did servers get a mail, and by the line before it whoever wrote the mailbox?"""
        told = [first_received_date(mail.lines, b""), received_date(mail.lines)]
        moments = [self._dates.moment(date) for date in told if date]
        # Thunderbird writes "From - " and when it wrote the mailbox: that dates a mail at the most
        # that has no date at all.
        if not (dated and mail.envelope.startswith(b"From - ")):
            when = envelope_date(mail.envelope[:_LONGEST_DATE].decode("latin-1"))
            moments += [] if when is None else [microseconds(when)]
        yield from (at for at in moments if at is not None and _FIRST <= at <= self._latest)

    def _broken(self, place: str, number: int, reason: str, skip: SkipReason) -> None:
        self.tally.skip(skip)
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append((place, number, reason))

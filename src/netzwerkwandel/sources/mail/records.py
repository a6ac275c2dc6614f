"""The mails of one mailbox, one after the other, and what they say together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

import numpy as np

from netzwerkwandel.model import ME, Contact, Key, MeEvidence, NobodyReason, SkipReason
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
from netzwerkwandel.sources.mail.taken import CountedMails, TakenMails
from netzwerkwandel.sources.mail.words import unfolded
from netzwerkwandel.sources.tools import (
    MOST_PROBLEMS,
    Happened,
    InteractionColumns,
    OwnerEvidence,
    Reading,
    Tally,
    most_used_name,
)


# The first mail was sent in 1971; earlier than this are the dates of clocks that were never set.
FIRST_YEAR = 1990
_FIRST = microseconds(EPOCH.replace(year=FIRST_YEAR))
# A mail that is older than the first server that had it, by so much, was written by a wrong clock.
_CLOCK_IS_WRONG = timedelta(days=366) // timedelta(microseconds=1)
# One person has a handful of addresses in a handful of spellings; a list server may have thousands.
_MOST_SPELLINGS = 20
_LONGEST_DATE = 1_000
_OWNER = 0
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
    me, as_of, timezone
        As for ``read_mail``.
    """

    def __init__(
        self, tally: Tally, *, me: frozenset[Key], as_of: datetime, timezone: tzinfo
    ) -> None:
        self.tally = tally
        self._me = me
        # Clocks of other machines go wrong; a day covers that, and every time zone.
        self._latest = microseconds(as_of + timedelta(days=1))
        self._dates = HeaderDates(timezone)
        self._book = AddressBook(me)
        # Number 0 is the owner, by one of the addresses given as hers, where any was.
        mine = min((key for key in me if key.startswith("mailto:")), default=ME)
        self._book.number(Mailbox(mine, mine.partition(":")[2], "", automatic=False))
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
        if self._me and mail.lines.find(b"\nResent-To:") >= 0:
            people += self._redirected(mail.lines)
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
            self._take_dated(headers, at, people)

    def _redirected(self, lines: bytes) -> tuple[int, ...]:
        """Who sent a mail of somebody else on to the owner, or to whom the owner did."""
        # A mail that is redirected stays as it was, with a few more headers (RFC 5322, 3.6.6).
        resent = tuple(n for value in resent_values(lines) for n in self._book.read(value))
        return resent if any(self._book.person[n] in self._book.mine for n in resent) else ()

    def _kind_by_sender(self, senders: tuple[int, ...]) -> SkipReason | None:
        if not senders:
            return SkipReason.ANONYMOUS
        return SkipReason.AUTOMATIC if senders[0] in self._book.machines else None

    def _take_dated(self, headers: Headers, at: int, people: tuple[int, ...]) -> None:
        book, values = self._book, headers.values
        named = people
        delivered: tuple[int, ...] = ()
        if not book.machines.isdisjoint(people):
            named = tuple(n for n in people if n not in book.machines)
        for place in headers.at.delivered:
            delivered += book.read(values[place])
        # Who got it as a blind copy, or under a name that forwards, stands in no To and no Cc.
        if self._me:
            named += tuple(n for n in delivered if book.person[n] in book.mine)
        may_be_blind = len(people) == 1 and (
            bool(self._me) or is_chat(unfolded(values[headers.at.labels]))
        )
        digest = mail_digest(headers, at)
        self._mails.add(digest, at, named, delivered, may_be_blind=may_be_blind)
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

    def reading(self) -> Reading:
        """Make the Reading of all mails taken."""
        book, tally = self._book, self.tally
        texts = texts_and_calls(self._backed_up, tally, self._as_of) if self._backed_up else None
        self._tell_problems()
        counted = self._counted()
        nobodies, shared = book.shared()
        nobodies -= self._owned(counted)
        book.tell_apart(shared)
        happened = counted.happened(book.person)
        happened = self._without(self._lists, SkipReason.MAILING_LIST, happened)
        happened = self._without(nobodies, SkipReason.AUTOMATIC, happened)
        self._name_nobodies(nobodies)
        people = (key for person, key in enumerate(book.keys) if person not in self._lists)
        # Two people of one address have keys of their own, with a name behind the address.
        tally.addresses.update(key.partition("#")[0] for key in people if key != ME)
        if happened.at:
            tally.span(min(happened.at), max(happened.at))
        mails = happened.columns(book.keys)
        return Reading(
            report=tally.report(),
            contacts=[
                *self._contacts(counted, self._lists | nobodies),
                *(texts.contacts if texts else ()),
            ],
            interactions=mails
            if texts is None
            else mails.joined(InteractionColumns.from_interactions(texts.interactions)),
            owner_evidence=sorted(
                self._owners(counted, happened), key=lambda each: (each.key, each.evidence)
            ),
        )

    def _tell_problems(self) -> None:
        told, self.tally.problems = self.tally.problems, []
        for place, number, reason in self._problems:
            parts = [place, f"message {number}" if number else ""]
            self.tally.problem(", ".join(filter(None, parts)), reason)
        self.tally.problems = [*self.tally.problems, *told][:MOST_PROBLEMS]
        if self._book.internal:
            self.tally.problem("", _EXCHANGE)

    def _counted(self) -> CountedMails:
        """Count the mails that are between people, each once."""
        counted, tally = self._mails.counted(self._book.person, mine=self._book.mine), self.tally
        tally.used += len(counted.at)
        for reason, n in (
            (SkipReason.NOBODY_ELSE, counted.nobody_else),
            (SkipReason.DUPLICATE, counted.twice),
        ):
            if n:
                tally.skipped[reason] += n
        return counted

    def _owned(self, counted: CountedMails) -> set[int]:
        """Who is the owner, whatever others call her: whoever most mail was delivered to."""
        mine = {n for n, key in enumerate(self._book.keys) if key in self._me}
        delivered = counted.times_delivered(self._book.person)
        return mine | ({int(np.argmax(delivered))} if delivered.any() else set())

    def _name_nobodies(self, nobodies: set[int]) -> None:
        """Say in the report which addresses are no person's, and why."""
        book = self._book
        for person, mailbox in zip(book.person, book.mailbox, strict=True):
            if person in self._lists:
                self.tally.nobody(NobodyReason.LIST, mailbox.key, mailbox.name)
            elif person in nobodies:
                self.tally.nobody(NobodyReason.MANY_NAMES, mailbox.key)
            elif mailbox.automatic:
                self.tally.nobody(NobodyReason.MACHINE, mailbox.key)

    def _without(self, nobodies: set[int], reason: SkipReason, happened: Happened) -> Happened:
        """Leave out addresses of no person: those of lists, and what writes for many people."""
        if not nobodies or nobodies.isdisjoint(happened.participants):
            return happened
        left = happened.without(nobodies)
        dropped = len(happened.keys) - len(left.keys)
        self.tally.used -= dropped
        self.tally.skipped[reason] += dropped
        return left

    def _contacts(self, counted: CountedMails, nobodies: set[int]) -> Iterator[Contact]:
        """One for each address: the name it was seen with most, and how it was written."""
        book = self._book
        counts = counted.times_named(len(book.mailbox))
        names: defaultdict[int, Counter[str]] = defaultdict(Counter)
        spellings: defaultdict[int, set[str]] = defaultdict(set)
        for number in np.flatnonzero(counts).tolist():
            person, mailbox = book.person[number], book.mailbox[number]
            if person in nobodies or mailbox.key == ME:
                continue
            spellings[person].add(mailbox.address)
            if mailbox.name:
                names[person][mailbox.name] += int(counts[number])
        for person in sorted(spellings, key=book.keys.__getitem__):
            name = most_used_name(names[person]) if person in names else ""
            emails = sorted(spellings[person])[:_MOST_SPELLINGS]
            yield Contact(key=book.keys[person], name=name, emails=emails)

    def _owners(self, counted: CountedMails, happened: Happened) -> Iterator[OwnerEvidence]:
        keys = self._book.keys
        delivered = counted.times_delivered(self._book.person)
        for person in np.flatnonzero(delivered).tolist():
            yield OwnerEvidence(keys[person], MeEvidence.DELIVERED_TO, int(delivered[person]))
        # Where no server noted to whom it delivered, the owner is whoever is in every mail, or in
        # nearly every one: in half of them at least.
        counts = np.bincount(np.array(happened.participants, np.int64), minlength=1).tolist()
        if keys[_OWNER] == ME:
            counts[_OWNER] = 0
        person = min(range(len(counts)), key=lambda n: (-counts[n], keys[n]))
        if counts[person] and 2 * counts[person] >= self.tally.used:
            yield OwnerEvidence(keys[person], MeEvidence.MOST_FREQUENT, counts[person])

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

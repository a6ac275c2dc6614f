"""The mails of one mailbox, one after the other, and what they say together."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

import numpy as np

from netzwerkwandel.model import ME, Channel, Contact, Key, MeEvidence, SkipReason
from netzwerkwandel.model.moments import EPOCH, microseconds
from netzwerkwandel.sources.happened import Happened
from netzwerkwandel.sources.mail.addresses import AddressBook, Mailbox
from netzwerkwandel.sources.mail.dates import HeaderDates, envelope_date
from netzwerkwandel.sources.mail.headers import (
    DELIVERED,
    Headers,
    first_received_date,
    header_lines,
    is_chat,
    kind_by_headers,
    mail_digest,
    parse_headers,
    received_date,
)
from netzwerkwandel.sources.mail.mbox import RawMail
from netzwerkwandel.sources.reading import MOST_PROBLEMS, OwnerEvidence, Reading, Tally
from netzwerkwandel.sources.text import most_used_name


# The first mail was sent in 1971; earlier than this are the dates of clocks that were never set.
FIRST_YEAR = 1990
_FIRST = microseconds(EPOCH.replace(year=FIRST_YEAR))
# A mail that is older than the first server that had it, by so much, was written by a wrong clock.
_CLOCK_IS_WRONG = timedelta(days=366) // timedelta(microseconds=1)
# One person has a handful of addresses in a handful of spellings; a list server may have thousands.
_MOST_SPELLINGS = 20
_LONGEST_DATE = 1_000
_OWNER = 0
_KIND = "mail:"
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
        self._book = AddressBook()
        # Number 0 is the owner, by one of the addresses given as hers, where any was.
        mine = min((key for key in me if key.startswith("mailto:")), default=ME)
        self._book.number(Mailbox(mine, mine.partition(":")[2], "", automatic=False))
        self._seen: set[bytes] = set()
        self._happened = Happened(Channel.MAIL)
        # Whom each mail that counts named, and to whom it was delivered: the numbers of their
        # mailboxes, one mail after another, and how many there are of each mail.
        self._named: array[int] = array("i")
        self._delivered: array[int] = array("i")
        self._counts: array[int] = array("i")
        self._lists: set[int] = set()
        self._problems: list[tuple[str, int, str]] = []

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
        lines = header_lines(mail.headers)
        headers = parse_headers(lines)
        read = self._book.read
        # Who wrote it is in From; a Sender is the secretary, or the program, that sent it.
        senders = read(headers.get(b"from", b"")) or read(headers.get(b"sender", b""))
        people = [*senders]
        for name in (b"to", b"cc", b"bcc"):
            if name in headers:
                people += read(headers[name])
        if not mail.whole:
            self._broken(place, number, "its headers are longer than 1 MB", SkipReason.BROKEN)
            return
        reason = kind or kind_by_headers(headers)
        if b"list-post" in headers:
            self._lists.update(self._book.person[n] for n in read(headers[b"list-post"]))
        if reason is None and not senders:
            reason = SkipReason.ANONYMOUS
        if reason is None and self._book.automatic[senders[0]]:
            reason = SkipReason.AUTOMATIC
        if reason is not None:
            self.tally.skip(reason)
            return
        at = self._moment(headers, lines, mail.envelope)
        if at is None or at < _FIRST:
            said = "it has no date that can be read" if at is None else "its date is before 1990"
            self._broken(place, number, said, SkipReason.NO_DATE)
        elif at > self._latest:
            self.tally.skip(SkipReason.FUTURE)
        else:
            self._take_dated(headers, at, people)

    def _take_dated(self, headers: Headers, at: int, people: list[int]) -> None:
        book = self._book
        automatic, person = book.automatic, book.person
        present = [n for n in people if not automatic[n]]
        delivered: tuple[int, ...] = ()
        for name in DELIVERED:
            if name in headers:
                delivered += book.read(headers[name])
        # Who got it as a blind copy, or under a name that forwards, stands in no To and no Cc.
        if self._me:
            present += [n for n in delivered if book.mailbox[n].key in self._me]
        persons = {person[n] for n in present}
        # A mail of somebody to nobody lies here because its owner got it as a blind copy, and a
        # chat that Gmail keeps names only who wrote.
        is_to_nobody = len(people) == len(persons) == 1 and not self._are_mine(persons)
        if is_to_nobody and (self._me or is_chat(headers)):
            persons.add(_OWNER)
            if book.keys[_OWNER] != ME:
                present.append(_OWNER)
        if len(persons) < 2 or self._are_mine(persons):
            self.tally.skip(SkipReason.NOBODY_ELSE)
            return
        digest = mail_digest(headers, at)
        if digest in self._seen:
            self.tally.skip(SkipReason.DUPLICATE)
            return
        self._seen.add(digest)
        self._happened.add(_KIND + digest.hex(), at, tuple(persons), sender=person[people[0]])
        self._named.extend(present)
        self._delivered.extend(delivered)
        self._counts.extend((len(present), len(delivered)))
        self.tally.use()

    def _are_mine(self, persons: set[int]) -> bool:
        return bool(self._me) and all(self._book.keys[person] in self._me for person in persons)

    def absorb(self, later: MailRecords, mails_before: int) -> None:
        """Take what was read of a later part of the same mailbox, as if it had been taken here.

        Parameters
        ----------
        later : MailRecords
            Made with the same arguments.
        mails_before : int
            How many mails of the file were taken before that part.
        """
        book, happened = self._book, later._happened
        number = [book.number(mailbox) for mailbox in later._book.mailbox]
        person = [book.person[number[first]] for first in later._book.first_mailboxes()]
        named, delivered, taking_part = 0, 0, 0
        for row, key in enumerate(happened.keys):
            digest = bytes.fromhex(key.removeprefix(_KIND))
            sizes = (happened.counts[row], *later._counts[2 * row : 2 * row + 2])
            if digest in self._seen:
                later.tally.used -= 1
                later.tally.skipped[SkipReason.DUPLICATE] += 1
            else:
                self._seen.add(digest)
                persons = happened.participants[taking_part : taking_part + sizes[0]]
                self._happened.add(
                    key,
                    happened.at[row],
                    [person[p] for p in persons],
                    sender=person[happened.senders[row]],
                )
                self._named.extend(number[n] for n in later._named[named : named + sizes[1]])
                receivers = later._delivered[delivered : delivered + sizes[2]]
                self._delivered.extend(number[n] for n in receivers)
                self._counts.extend(sizes[1:])
            taking_part += sizes[0]
            named += sizes[1]
            delivered += sizes[2]
        self.tally.read += later.tally.read
        self.tally.used += later.tally.used
        self.tally.skipped.update(later.tally.skipped)
        self._lists |= {person[p] for p in later._lists}
        self._problems += [
            (place, n + mails_before if n else 0, reason) for place, n, reason in later._problems
        ]
        book.internal += later._book.internal

    def reading(self) -> Reading:
        """Make the Reading of all mails taken."""
        book = self._book
        told, self.tally.problems = self.tally.problems, []
        for place, number, reason in self._problems:
            parts = [place, f"message {number}" if number else ""]
            self.tally.problem(", ".join(filter(None, parts)), reason)
        self.tally.problems = [*self.tally.problems, *told][:MOST_PROBLEMS]
        nobodies, shared = book.shared()
        self._tell_apart(shared)
        self._leave_out(self._lists, SkipReason.MAILING_LIST)
        self._leave_out(nobodies, SkipReason.AUTOMATIC)
        people = (key for person, key in enumerate(book.keys) if person not in self._lists)
        # Two people of one address have keys of their own, with a name behind the address.
        self.tally.addresses.update(key.partition("#")[0] for key in people if key != ME)
        if book.internal:
            self.tally.problem("", _EXCHANGE)
        at = self._happened.at
        if len(at):
            self.tally.span(min(at), max(at))
        return Reading(
            report=self.tally.report(),
            contacts=self._contacts(),
            interactions=self._happened.columns(book.keys),
            owner_evidence=sorted(self._owners(), key=lambda each: (each.key, each.evidence)),
        )

    def _tell_apart(self, shared: dict[int, Key]) -> None:
        """Give further people at one address keys of their own, by the names they are met under."""
        if not shared:
            return
        book = self._book
        new = {key: len(book.keys) + i for i, key in enumerate(sorted(set(shared.values())))}
        book.keys += new
        before = {number: book.person[number] for number in shared}
        bases = set(before.values())
        for number, key in shared.items():
            book.person[number] = new[key]
        rows, self._happened, end, told = self._happened, Happened(Channel.MAIL), 0, 0
        for row, count in enumerate(rows.counts):
            persons, sender = set(rows.participants[end : end + count]), rows.senders[row]
            if not bases.isdisjoint(persons):
                named = self._named[told : told + self._counts[2 * row]]
                meant = [(before.get(n, book.person[n]), book.person[n]) for n in named]
                persons -= bases
                persons.update(now for was, now in meant if was in bases)
                sender = next((now for was, now in meant if was == sender), sender)
            end += count
            told += self._counts[2 * row]
            self._happened.add(rows.keys[row], rows.at[row], tuple(persons), sender=sender)

    def _leave_out(self, nobodies: set[int], reason: SkipReason) -> None:
        """Leave out addresses of no person: those of lists, and what writes for many people."""
        all_of_it = self._happened
        if nobodies.isdisjoint(all_of_it.participants):
            return
        self._happened, end = Happened(Channel.MAIL), 0
        for row, count in enumerate(all_of_it.counts):
            persons = [p for p in all_of_it.participants[end : end + count] if p not in nobodies]
            end += count
            sender = all_of_it.senders[row]
            if len(persons) > 1 and sender in persons:
                self._happened.add(all_of_it.keys[row], all_of_it.at[row], persons, sender=sender)
            else:
                self.tally.used -= 1
                self.tally.skipped[reason] += 1
        self._named = array("i", (n for n in self._named if self._book.person[n] not in nobodies))

    def _contacts(self) -> Iterator[Contact]:
        """One for each address: the name it was seen with most, and how it was written."""
        book = self._book
        counts = np.bincount(np.array(self._named, dtype=np.int64), minlength=len(book.mailbox))
        names: defaultdict[int, Counter[str]] = defaultdict(Counter)
        spellings: defaultdict[int, set[str]] = defaultdict(set)
        for number in np.flatnonzero(counts).tolist():
            person, mailbox = book.person[number], book.mailbox[number]
            spellings[person].add(mailbox.address)
            if mailbox.name:
                names[person][mailbox.name] += int(counts[number])
        for person in sorted(spellings, key=book.keys.__getitem__):
            name = most_used_name(names[person]) if person in names else ""
            emails = sorted(spellings[person])[:_MOST_SPELLINGS]
            yield Contact(key=book.keys[person], name=name, emails=emails)

    def _owners(self) -> Iterator[OwnerEvidence]:
        keys, book = self._book.keys, self._book
        delivered: Counter[int] = Counter()
        end = 0
        for size in self._counts[1::2]:
            delivered.update({book.person[n] for n in self._delivered[end : end + size]})
            end += size
        for person, count in delivered.items():
            yield OwnerEvidence(keys[person], MeEvidence.DELIVERED_TO, count)
        # Where no server noted to whom it delivered, the owner is whoever is in every mail, or in
        # nearly every one: in half of them at least.
        taking_part = np.array(self._happened.participants, dtype=np.int64)
        counts = np.bincount(taking_part, minlength=1).tolist()
        if keys[_OWNER] == ME:
            counts[_OWNER] = 0
        person = min(range(len(counts)), key=lambda n: (-counts[n], keys[n]))
        if counts[person] and 2 * counts[person] >= self.tally.used:
            yield OwnerEvidence(keys[person], MeEvidence.MOST_FREQUENT, counts[person])

    def _moment(self, headers: Headers, lines: bytes, envelope: bytes) -> int | None:
        """What the sender's clock said, else the mail servers, where it cannot have been right."""
        value = headers.get(b"date", b"")
        at = self._dates.moment(value)
        if at is None:
            when = envelope_date(envelope[:_LONGEST_DATE].decode("latin-1"))
            if when is not None:
                return microseconds(when)
            return self._dates.moment(received_date(lines))
        year = _YEAR.search(value) if _FIRST <= at <= self._latest else None
        received = first_received_date(lines, year[0] if year else b"")
        handed_in = self._dates.moment(received) if received else None
        if handed_in is not None and _FIRST <= handed_in <= self._latest:
            is_wrong = at > self._latest or at < handed_in - _CLOCK_IS_WRONG
            return handed_in if is_wrong else at
        return at

    def _broken(self, place: str, number: int, reason: str, skip: SkipReason) -> None:
        self.tally.skip(skip)
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append((place, number, reason))

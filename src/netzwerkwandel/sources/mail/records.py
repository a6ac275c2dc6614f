"""Mails made into records: the interactions, the contacts, and who the owner may be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from hashlib import blake2b

from netzwerkwandel.model import Contact, Interaction, Key, MeEvidence, SkipReason
from netzwerkwandel.sources.mail.addresses import AddressBook, Mailbox
from netzwerkwandel.sources.mail.dates import envelope_date, header_date
from netzwerkwandel.sources.mail.headers import Headers, parse_headers, received_date
from netzwerkwandel.sources.mail.kinds import kind_by_headers
from netzwerkwandel.sources.mail.split import RawMail
from netzwerkwandel.sources.names import best_name
from netzwerkwandel.sources.reading import Mine, Reading, Tally


_FIRST_YEAR = 1990
_MOST_SPELLINGS = 20
_LONGEST_DATE = 1_000
_RECIPIENTS = (b"to", b"cc", b"bcc")
_TELLING = (b"from", b"to", b"cc", b"subject")
_DELIVERED = (b"delivered-to", b"x-original-to", b"envelope-to")


class MailRecords:
    """Takes the mails of one mailbox, one after the other, and makes a Reading of them."""

    def __init__(
        self, tally: Tally, *, me: frozenset[Key], as_of: datetime, timezone: tzinfo
    ) -> None:
        self.tally = tally
        self._me = me
        self._latest = as_of + timedelta(days=1)
        self._timezone = timezone
        self._book = AddressBook()
        self._interactions: dict[Key, Interaction] = {}
        self._people: Counter[Mailbox] = Counter()
        self._delivered: Counter[Key] = Counter()

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
        headers = parse_headers(mail.headers)
        senders = self._mailboxes(headers, b"from") or self._mailboxes(headers, b"sender")
        people = [*senders]
        for header in _RECIPIENTS:
            if header in headers:
                people += self._book.mailboxes(headers[header])
        self.tally.addresses.update([mailbox.key for mailbox in people])
        if not mail.whole:
            self._broken(place, number, "its headers are longer than 1 MB", SkipReason.BROKEN)
            return
        reason = kind or kind_by_headers(headers) or _kind_by_sender(senders)
        if reason is not None:
            self.tally.skip(reason)
            return
        when = _moment(headers, mail, self._timezone)
        if when is None or when.year < _FIRST_YEAR:
            said = "it has no date that can be read" if when is None else "its date is before 1990"
            self._broken(place, number, said, SkipReason.NO_DATE)
        elif when > self._latest:
            self.tally.skip(SkipReason.FUTURE)
        else:
            self._take_dated(headers, when, people)

    def _take_dated(self, headers: Headers, when: datetime, people: list[Mailbox]) -> None:
        present = [mailbox for mailbox in people if not mailbox.automatic]
        delivered: dict[Key, Mailbox] = {}
        for header in _DELIVERED:
            if header in headers:
                delivered.update((m.key, m) for m in self._book.mailboxes(headers[header]))
        if self._me:
            present += [mailbox for key, mailbox in delivered.items() if key in self._me]
        keys = {mailbox.key for mailbox in present}
        if len(keys) < 2 or keys <= self._me:
            self.tally.skip(SkipReason.NOBODY_ELSE)
            return
        key = _mail_key(headers, when)
        if key in self._interactions:
            self.tally.skip(SkipReason.DUPLICATE)
            return
        self._interactions[key] = Interaction(
            key=key, when=when, participants=keys, sender=people[0].key
        )
        self._people.update(present)
        self._delivered.update(delivered.keys())
        self.tally.use(when)

    def reading(self) -> Reading:
        """Make the Reading of all mails taken."""
        return Reading(
            report=self.tally.report(),
            contacts=tuple(_contacts(self._people)),
            interactions=tuple(self._interactions[key] for key in sorted(self._interactions)),
            mine=tuple(sorted(self._owners(), key=lambda mine: (mine.key, mine.evidence))),
        )

    def _owners(self) -> Iterator[Mine]:
        for key, count in self._delivered.items():
            yield Mine(key, MeEvidence.DELIVERED_TO, count)
        taking_part = Counter(
            key for mail in self._interactions.values() for key in mail.participants
        )
        if taking_part:
            key, count = min(taking_part.items(), key=lambda item: (-item[1], item[0]))
            if 2 * count >= self.tally.used:
                yield Mine(key, MeEvidence.MOST_FREQUENT, count)

    def _mailboxes(self, headers: Headers, name: bytes) -> tuple[Mailbox, ...]:
        return self._book.mailboxes(headers[name]) if name in headers else ()

    def _broken(self, place: str, number: int, reason: str, skip: SkipReason) -> None:
        parts = [place, f"message {number}" if number else ""]
        self.tally.broken(", ".join(filter(None, parts)), reason, skip)


def _kind_by_sender(senders: tuple[Mailbox, ...]) -> SkipReason | None:
    if not senders:
        return SkipReason.ANONYMOUS
    return SkipReason.AUTOMATIC if senders[0].automatic else None


def _moment(headers: Headers, mail: RawMail, timezone: tzinfo) -> datetime | None:
    return (
        header_date(_short(headers.get(b"date", b"")), timezone)
        or envelope_date(_short(mail.envelope))
        or header_date(_short(received_date(mail.headers)), timezone)
    )


def _short(value: bytes) -> str:
    return value[:_LONGEST_DATE].decode("latin-1")


def _mail_key(headers: Headers, when: datetime) -> Key:
    """Name a mail by its Message-ID, else by what tells it from others; nobody can read it back."""
    name = headers.get(b"message-id", b"").strip()
    if not name.strip(b"<> "):
        parts = (b" ".join(headers.get(header, b"").split()) for header in _TELLING)
        name = b"\n".join([when.isoformat().encode(), *parts])
    return "mail:" + blake2b(name, digest_size=16).hexdigest()


def _contacts(people: Counter[Mailbox]) -> Iterator[Contact]:
    names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    spellings: defaultdict[Key, set[str]] = defaultdict(set)
    for mailbox, count in people.items():
        spellings[mailbox.key].add(mailbox.address)
        if mailbox.name:
            names[mailbox.key][mailbox.name] += count
    for key in sorted(spellings):
        name = best_name(names[key]) if key in names else ""
        yield Contact(key=key, name=name, emails=sorted(spellings[key])[:_MOST_SPELLINGS])

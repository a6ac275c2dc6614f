"""Old e-mail: who wrote to whom and when, from an mbox, a Maildir or a folder of single mails."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import blake2b
from typing import ClassVar

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import Contact, Interaction, Key, MeEvidence, SkipReason, SourceKind
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.sources.files import HEAD, SourceFile, read_up_to
from netzwerkwandel.sources.mail.addresses import AddressBook, Mailbox
from netzwerkwandel.sources.mail.dates import envelope_date, header_date
from netzwerkwandel.sources.mail.headers import (
    Headers,
    kind_by_headers,
    kind_by_place,
    parse_headers,
    received_date,
)
from netzwerkwandel.sources.mail.mbox import (
    RawMail,
    first_mail,
    is_mbox,
    looks_like_mail,
    mail_file,
    split_mbox,
)
from netzwerkwandel.sources.reading import (
    OwnerEvidence,
    Reader,
    Reading,
    ReadOptions,
    Tally,
    check_files,
)
from netzwerkwandel.sources.text import most_used_name


# The first mail was sent in 1971; earlier than this are the dates of clocks that were never set.
_FIRST_YEAR = 1990
# One person has a handful of addresses in a handful of spellings; a list server may have thousands.
_MOST_SPELLINGS = 20
_LONGEST_DATE = 1_000
_RECIPIENTS = (b"to", b"cc", b"bcc")
_TELLING = (b"from", b"to", b"cc", b"subject")
_DELIVERED = (b"delivered-to", b"x-original-to", b"envelope-to")
_UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, ExportFormatError)
_NO_MAIL = "this is neither an mbox nor a mail"


class MailReader(Reader):
    """Reads mail; the single mails of a folder are read as one mailbox, each mbox on its own."""

    kind: ClassVar[str] = SourceKind.MAIL

    @override
    def looks_like(self, head: bytes) -> bool:
        return looks_like_mail(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str:
        if is_mbox(head):
            return file.where
        # The ``cur`` and ``new`` of a Maildir are one mailbox: seen, and not yet seen.
        parent, _, last = file.folder.rpartition("/")
        return parent if last in {"cur", "new"} and parent else file.folder or "."

    @override
    def read(self, files: Sequence[SourceFile], where: str, options: ReadOptions) -> Reading:
        return read_mail(
            files, where, me=options.me, as_of=options.as_of, timezone=options.timezone
        )


def read_mail(
    files: Sequence[SourceFile],
    where: str,
    *,
    me: frozenset[Key] = frozenset(),
    as_of: datetime,
    timezone: tzinfo = UTC,
) -> Reading:
    r"""Who wrote to whom in a mailbox, and when?

    Only headers are read, and neither subjects nor texts are kept. Mails of lists and machines,
    drafts, spam and trash are left out; a mail that lies in several folders counts once. A file
    that breaks off keeps what was read before, and the report says so.

    Parameters
    ----------
    files : sequence of SourceFile
        The files of one mailbox, each an mbox or a single mail; their order does not matter.
    where : str
        What to call the mailbox in the report.
    me : frozenset of str
        The keys known to be the owner's: a mail to oneself is left out, and a mail that was
        delivered to the owner is one the owner took part in, named in it or not.
    as_of : datetime
        The moment of reading; mails from more than a day later are left out.
    timezone : tzinfo
        The zone of dates that name none.

    Returns
    -------
    Reading
        Contacts and interactions in the order of their keys.

    Raises
    ------
    ExportFormatError
        If there is no file, or the only file is no mail or cannot be read at all.
    InvalidArgumentError
        If ``files`` are no ``SourceFile``, or ``as_of`` has no time zone.

    Examples
    --------
    >>> file = SourceFile.from_bytes(
    ...     b"Date: Mon, 4 Mar 2024 08:05:00 -0500\nFrom: ben@example.org\nTo: mara@example.org"
    ... )
    >>> reading = read_mail([file], "a mail", as_of=datetime(2026, 1, 1, tzinfo=UTC))
    >>> reading.interactions
    (Interaction(mail, 2024-03-04T13:05:00+00:00, 2 people),)
    """
    check_files(files)
    check_aware("as_of", as_of)
    if not files:
        raise ExportFormatError(where, "there is no file to read")
    records = MailRecords(Tally(SourceKind.MAIL, where), me=me, as_of=as_of, timezone=timezone)
    tally, alone = records.tally, len(files) == 1
    for number, file in enumerate(sorted(files, key=lambda f: f.where), 1):
        # A name that holds an address is not repeated in a report.
        place = file.name if file.name and "@" not in file.name else f"file {number}"
        place, before = "" if alone else place, tally.read
        try:
            records.take_file(file, place)
        except _UNREADABLE as error:
            why = "the rest cannot be read (its compressed data are broken)"
            if isinstance(error, ExportFormatError):
                why = error.reason
            elif isinstance(error, OSError):
                why = f"the rest cannot be read ({error.strerror or 'broken data'})"
            if alone and not tally.read:
                raise ExportFormatError(where, why) from error
            tally.problem(place, f"only the first {tally.read - before} mails were read; {why}")
    return records.reading()


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
        self._latest = as_of + timedelta(days=1)
        self._timezone = timezone
        self._book = AddressBook()
        self._interactions: dict[Key, Interaction] = {}
        self._people: Counter[Mailbox] = Counter()
        self._delivered: Counter[Key] = Counter()

    def take_file(self, file: SourceFile, place: str) -> None:
        """Take all mails of a file, called ``place`` in a problem where it is not the only one.

        Raises
        ------
        ExportFormatError
            If it is the only file and no mail, or breaks off.
        """
        with file.open() as stream:
            head = read_up_to(stream, HEAD)
            layout = mail_file(head)
            if layout is None:
                if not place:
                    raise ExportFormatError(file.where, _NO_MAIL)
                # Something else beside mails is told of; an empty file is nothing to tell.
                if head:
                    self.tally.broken(place, _NO_MAIL, SkipReason.NOT_AN_EXPORT)
                return
            kind = kind_by_place(file.where, one_mail=not layout.is_mbox)
            text = head[layout.begin :]
            if not layout.is_mbox:
                self.take(first_mail(text, stream), kind, place, 0)
                return
            for number, mail in enumerate(split_mbox(text, stream), 1):
                self.take(mail, kind, place, number)

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
        # Who wrote it is in From; a Sender is the secretary, or the program, that sent it.
        senders = self._mailboxes(headers, (b"from",)) or self._mailboxes(headers, (b"sender",))
        people = [*senders, *self._mailboxes(headers, _RECIPIENTS)]
        self.tally.addresses.update([mailbox.key for mailbox in people])
        if not mail.whole:
            self._broken(place, number, "its headers are longer than 1 MB", SkipReason.BROKEN)
            return
        reason = kind or kind_by_headers(headers)
        if reason is None and not senders:
            reason = SkipReason.ANONYMOUS
        if reason is None and senders[0].automatic:
            reason = SkipReason.AUTOMATIC
        if reason is not None:
            self.tally.skip(reason)
            return
        when = self._moment(headers, mail)
        if when is None or when.year < _FIRST_YEAR:
            said = "it has no date that can be read" if when is None else "its date is before 1990"
            self._broken(place, number, said, SkipReason.NO_DATE)
        elif when > self._latest:
            self.tally.skip(SkipReason.FUTURE)
        else:
            self._take_dated(headers, when, people)

    def _take_dated(self, headers: Headers, when: datetime, people: list[Mailbox]) -> None:
        present = [mailbox for mailbox in people if not mailbox.automatic]
        delivered = {mailbox.key: mailbox for mailbox in self._mailboxes(headers, _DELIVERED)}
        # Who got it as a blind copy, or under a name that forwards, stands in no To and no Cc.
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
            contacts=self._contacts(),
            interactions=[self._interactions[key] for key in sorted(self._interactions)],
            owner_evidence=sorted(self._owners(), key=lambda each: (each.key, each.evidence)),
        )

    def _contacts(self) -> Iterator[Contact]:
        """One for each address: the name it was seen with most, and how it was written."""
        names: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        spellings: defaultdict[Key, set[str]] = defaultdict(set)
        for mailbox, count in self._people.items():
            spellings[mailbox.key].add(mailbox.address)
            if mailbox.name:
                names[mailbox.key][mailbox.name] += count
        for key in sorted(spellings):
            name = most_used_name(names[key]) if key in names else ""
            yield Contact(key=key, name=name, emails=sorted(spellings[key])[:_MOST_SPELLINGS])

    def _owners(self) -> Iterator[OwnerEvidence]:
        for key, count in self._delivered.items():
            yield OwnerEvidence(key, MeEvidence.DELIVERED_TO, count)
        taking_part = Counter(
            key for mail in self._interactions.values() for key in mail.participants
        )
        # Where no server noted to whom it delivered, the owner is whoever is in every mail, or in
        # nearly every one: in half of them at least.
        if taking_part:
            key, count = min(taking_part.items(), key=lambda item: (-item[1], item[0]))
            if 2 * count >= self.tally.used:
                yield OwnerEvidence(key, MeEvidence.MOST_FREQUENT, count)

    def _moment(self, headers: Headers, mail: RawMail) -> datetime | None:
        # What the sender's clock said, else the separator of the mbox, else the last mail server.
        return (
            header_date(_short(headers.get(b"date", b"")), self._timezone)
            or envelope_date(_short(mail.envelope))
            or header_date(_short(received_date(mail.headers)), self._timezone)
        )

    def _mailboxes(self, headers: Headers, names: tuple[bytes, ...]) -> list[Mailbox]:
        lists = [self._book.mailboxes(headers[name]) for name in names if name in headers]
        return [mailbox for mailboxes in lists for mailbox in mailboxes]

    def _broken(self, place: str, number: int, reason: str, skip: SkipReason) -> None:
        parts = [place, f"message {number}" if number else ""]
        self.tally.broken(", ".join(filter(None, parts)), reason, skip)


def _short(value: bytes) -> str:
    return value[:_LONGEST_DATE].decode("latin-1")


def _mail_key(headers: Headers, when: datetime) -> Key:
    """Name a mail by its Message-ID, else by what tells it from others; nobody can read it back."""
    name = headers.get(b"message-id", b"").strip()
    if not name.strip(b"<> "):
        parts = (b" ".join(headers.get(header, b"").split()) for header in _TELLING)
        name = b"\n".join([when.isoformat().encode(), *parts])
    return "mail:" + blake2b(name, digest_size=16).hexdigest()

"""Address books: the vCard files that phones, mail programs and Google Contacts write."""

from __future__ import annotations

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import SourceKind
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.sources.tools import (
    Book,
    ReadContext,
    Reader,
    Reading,
    Source,
    SourceFile,
    Tally,
    decode,
)
from netzwerkwandel.sources.vcard.cards import cards


LARGEST_FILE = 200_000_000


class AddressBookReader(Reader):
    """Reads address books, each file on its own."""

    kind = SourceKind.ADDRESS_BOOK

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_vcard(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_vcards(source.file)


def looks_like_vcard(head: bytes) -> bool:
    r"""Say whether a file is an address book, by its first bytes.

    Examples
    --------
    >>> looks_like_vcard(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
    True
    """
    return decode(head[:1024]).lstrip().upper().startswith("BEGIN:VCARD")


def read_vcards(file: SourceFile) -> Reading:
    r"""Who is in this address book, and how are they related?

    Reads vCard 2.1, 3.0 and 4.0. Everyone in the book is an acquaintance of its owner; labels such
    as *Friends* and ``RELATED`` properties say more. Notes and pictures are not kept.

    Parameters
    ----------
    file : SourceFile
        The file.

    Returns
    -------
    Reading
        The contacts, their ties, and a report that counts cards.

    Raises
    ------
    ExportFormatError
        If there is no card in the file, or it is larger than 200 MB.
    InvalidArgumentError
        If ``file`` is no ``SourceFile``, such as a path: ``SourceFile.from_path`` makes one of it.

    Examples
    --------
    >>> card = b"BEGIN:VCARD\nVERSION:4.0\nFN:Ben Okafor\nEMAIL:ben@example.org\nEND:VCARD\n"
    >>> read_vcards(SourceFile.from_bytes(card)).contacts
    (Contact('Ben Okafor'),)
    """
    check_kind("file", file, SourceFile)
    tally = Tally(SourceKind.ADDRESS_BOOK, file.where)
    book = Book(tally)
    for number, card in enumerate(cards(file.read(LARGEST_FILE)), start=1):
        place = f"card {number}"
        if not card.complete:
            tally.problem(place, "a card must end with END:VCARD")
        for line in card.lines:
            if line.too_long:
                reason = f"the value of {line.name} must be under 1 MB; its end is cut off"
                tally.problem(place, reason)
        book.add(card.entry)
    if not tally.read:
        raise ExportFormatError(file.where, "an address book must hold a card (BEGIN:VCARD)")
    return book.reading()

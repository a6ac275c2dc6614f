"""Address books: the vCard files that phones, mail programs and Google Contacts write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Contact, Key, Relation, SkipReason, SourceKind, Tie
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.keys import digest
from netzwerkwandel.sources.reading import Reader, Reading, ReadOptions, contact_at
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.text import decode
from netzwerkwandel.sources.vcard.cards import Card, cards, related_key


LARGEST_FILE = 200_000_000


class AddressBookReader(Reader):
    """Reads address books, each file on its own."""

    kind: ClassVar[str] = SourceKind.ADDRESS_BOOK

    @override
    def looks_like(self, head: bytes) -> bool:
        return looks_like_vcard(head)

    @override
    def read(self, files: Sequence[SourceFile], where: str, options: ReadOptions) -> Reading:
        (file,) = files
        return read_vcards(file)


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
    book = _Book(tally)
    for number, card in enumerate(cards(file.read(LARGEST_FILE)), start=1):
        place = f"card {number}"
        if not card.complete:
            tally.problem(place, "a card must end with END:VCARD")
        for line in card.lines:
            if line.too_long:
                reason = f"the value of {line.name} must be under 1 MB; its end is cut off"
                tally.problem(place, reason)
        if not card.is_person:
            tally.addresses.update(card.keys)
            tally.skip(SkipReason.NOT_A_PERSON)
        elif not card.name and not card.keys:
            tally.skip(SkipReason.ANONYMOUS)
        else:
            book.add(card)
    if not tally.read:
        raise ExportFormatError(file.where, "an address book must hold a card (BEGIN:VCARD)")
    return book.reading()


class _Book:
    """The people of an address book: gathers their cards, several for some of them."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._cards: dict[Key, list[Card]] = {}
        self._whose: dict[Key, tuple[str, str]] = {}

    def add(self, card: Card) -> None:
        """Add the card of a person, and count it."""
        key = self._own_key(card)
        if key in self._cards:
            self._tally.skip(SkipReason.DUPLICATE)
        else:
            self._tally.use()
        self._cards.setdefault(key, []).append(card)
        name, born = self._whose.get(key, ("", ""))
        self._whose[key] = (name or card.name.casefold(), born or card.born)
        self._tally.addresses.update(card.keys or [key])

    def _own_key(self, card: Card) -> Key:
        """Choose a key that no one of another name or birthday has: a shared one merges nobody."""
        name, born = card.name.casefold(), card.born
        described = (name, card.organisation.casefold())
        keys = [*card.keys[:1], "vcard:" + digest(*([card.uid] if card.uid else described))]
        for key in keys:
            its_name, its_day = self._whose.get(key, ("", ""))
            is_name = not (name and its_name) or name == its_name
            if is_name and not (born and its_day and born != its_day):
                return key
        return "vcard:" + digest(card.uid, *described, born)

    def reading(self) -> Reading:
        """Make the records of all cards, and the report."""
        contacts = {key: self._contact(key) for key in self._cards}
        ties = self._ties(contacts)
        self._tally.addresses.update(contacts.keys() - self._cards.keys())
        return Reading(
            report=self._tally.report(),
            contacts=[contacts[key] for key in sorted(contacts)],
            ties=[Tie(a=a, b=b, relations=stated) for (a, b), stated in sorted(ties.items())],
        )

    def _contact(self, key: Key) -> Contact:
        same = self._cards[key]
        # Of what can be only one, the first card that tells it counts.
        return Contact(
            key=key,
            name=next((card.name for card in same if card.name), ""),
            emails=[email for card in same for email in card.emails],
            phones=[phone for card in same for phone in card.phones],
            profiles=[profile for card in same for profile in card.profiles],
            organisation=next((card.organisation for card in same if card.organisation), ""),
            position=next((card.position for card in same if card.position), ""),
            communities=[community for card in same for community in card.communities],
            nicknames=[*dict.fromkeys(name for card in same for name in card.nicknames)],
            born=next((card.born for card in same if card.born), ""),
            work_phones=[number for card in same for number in card.work_phones],
        )

    def _ties(self, contacts: dict[Key, Contact]) -> dict[tuple[Key, Key], set[Relation]]:
        """The relations; who is only named as somebody's relation is added to the contacts."""
        ties: defaultdict[tuple[Key, Key], set[Relation]] = defaultdict(set)
        known = self._meant()
        for key, same in self._cards.items():
            stated = frozenset[Relation]().union(*(card.relations for card in same))
            if stated or not all(card.is_business for card in same):
                ties[ME, key] |= {Relation.ACQUAINTANCE} | stated
            for relations, uri in (related for card in same for related in card.related):
                # In vCard 4.0 a relation is the UID of her card, elsewhere an address of hers.
                other = known.get(uri.removeprefix("urn:uuid:"))
                named = None if other else related_key(uri)
                if named is not None:
                    other = known.get(named, named)
                    if other is not None and other not in contacts:
                        address = uri.partition(":")[2].partition("?")[0]
                        contacts[other] = contact_at(other, address)
                if other is not None and other != key:
                    ties[min(key, other), max(key, other)] |= relations
        self._add_relatives(contacts, ties)
        return ties

    def _add_relatives(
        self, contacts: dict[Key, Contact], ties: dict[tuple[Key, Key], set[Relation]]
    ) -> None:
        """Add relations to those of whom a card tells the name only.

        Such a name means the one card that bears it. A whole name that no card bears is somebody of
        the card's world, and no acquaintance of the owner.
        """
        bearers: defaultdict[str, list[Key]] = defaultdict(list)
        for key in self._cards:
            bearers[contacts[key].name.casefold()].append(key)
        for key, same in self._cards.items():
            for relation, name in (named for card in same for named in card.named_relatives):
                known = bearers.get(name.casefold(), [])
                other = "vcard-name:" + digest(key, name.casefold())
                if len(known) == 1:
                    other = known[0]
                elif " " in name:
                    contacts.setdefault(other, Contact(key=other, name=name))
                if other in contacts and other != key:
                    ties[key, other].add(relation)

    def _meant(self) -> dict[str, Key | None]:
        """Say whom an address or UID in the book means; None where several people have it."""
        owners: defaultdict[str, set[Key]] = defaultdict(set)
        for key, same in self._cards.items():
            for card in same:
                for name in (key, *card.keys, *filter(None, [card.uid.removeprefix("urn:uuid:")])):
                    owners[name].add(key)
        return {name: min(keys) if len(keys) == 1 else None for name, keys in owners.items()}

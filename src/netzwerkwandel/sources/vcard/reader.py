"""Address books: the vCard files that phones, mail programs and Google Contacts write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Contact, Key, Relation, SkipReason, SourceKind, Tie
from netzwerkwandel.sources.digest import digest
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.reading import Reading, Tally
from netzwerkwandel.sources.text import decode
from netzwerkwandel.sources.vcard.cards import Card, Person, cards, person, related_key


LARGEST_FILE = 200_000_000

Ties = dict[tuple[Key, Key], set[Relation]]


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

    Examples
    --------
    >>> card = b"BEGIN:VCARD\nVERSION:4.0\nFN:Ben Okafor\nEMAIL:ben@example.org\nEND:VCARD\n"
    >>> read_vcards(SourceFile.from_bytes(card)).contacts
    (Contact('Ben Okafor'),)
    """
    tally = Tally(SourceKind.ADDRESS_BOOK, file.where)
    people: dict[Key, list[Person]] = {}
    names: dict[Key, str] = {}
    for number, card in enumerate(cards(file.read(LARGEST_FILE)), start=1):
        found = _person_of(card, number, tally)
        if found is None:
            continue
        key = _own_key(found, names)
        if key in people:
            tally.skip(SkipReason.DUPLICATE)
        else:
            tally.use()
        people.setdefault(key, []).append(found)
        names[key] = names.get(key) or found.name.casefold()
        tally.addresses.update(found.keys or [key])
    if not tally.read:
        raise ExportFormatError(file.where, "an address book must hold a card (BEGIN:VCARD)")
    contacts = {key: _contact(key, same) for key, same in people.items()}
    ties = _ties(people, contacts)
    tally.addresses.update(contacts.keys() - people.keys())
    return Reading(
        report=tally.report(),
        contacts=[contacts[key] for key in sorted(contacts)],
        ties=[Tie(a=a, b=b, relations=stated) for (a, b), stated in sorted(ties.items())],
    )


def _person_of(card: Card, number: int, tally: Tally) -> Person | None:
    place = f"card {number}"
    if not card.complete:
        tally.problem(place, "a card must end with END:VCARD")
    for line in card.lines:
        if line.too_long:
            tally.problem(place, f"the value of {line.name} must be under 1 MB; its end is cut off")
    found = person(card)
    if not found.is_person:
        tally.addresses.update(found.keys)
        tally.skip(SkipReason.NOT_A_PERSON)
        return None
    if not found.name and not found.keys:
        tally.skip(SkipReason.ANONYMOUS)
        return None
    return found


def _own_key(found: Person, names: dict[Key, str]) -> Key:
    """Choose a key that no one of another name has, so that a shared address merges nobody."""
    name = found.name.casefold()
    described = (name, found.organisation.casefold())
    keys = [*found.keys[:1], "vcard:" + digest(*([found.uid] if found.uid else described))]
    free = (key for key in keys if not (name and names.get(key)) or names[key] == name)
    return next(free, "vcard:" + digest(found.uid, *described))


def _contact(key: Key, same: Sequence[Person]) -> Contact:
    return Contact(
        key=key,
        name=_first(p.name for p in same),
        emails=[email for p in same for email in p.emails],
        phones=[phone for p in same for phone in p.phones],
        profiles=[profile for p in same for profile in p.profiles],
        organisation=_first(p.organisation for p in same),
        position=_first(p.position for p in same),
        communities=[community for p in same for community in p.communities],
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _ties(people: dict[Key, list[Person]], contacts: dict[Key, Contact]) -> Ties:
    """Make the ties, and add to the contacts those who are only named as somebody's relation."""
    ties: Ties = defaultdict(set)
    for key, same in people.items():
        ties[ME, key] |= {Relation.ACQUAINTANCE}.union(*(p.relations for p in same))
    known = _known(people)
    for key, same in people.items():
        for relations, uri in (related for p in same for related in p.related):
            other = known.get(uri.removeprefix("urn:uuid:")) or _named_only(uri, known, contacts)
            if other is not None and other != key:
                ties[min(key, other), max(key, other)] |= relations
    return ties


def _known(people: dict[Key, list[Person]]) -> dict[str, Key | None]:
    """Say whom an address or UID in the book means; None where several people have it."""
    owners: dict[str, set[Key]] = defaultdict(set)
    for key, same in people.items():
        for p in same:
            for name in (key, *p.keys, *([p.uid.removeprefix("urn:uuid:")] if p.uid else [])):
                owners[name].add(key)
    return {name: min(keys) if len(keys) == 1 else None for name, keys in owners.items()}


def _named_only(uri: str, known: dict[str, Key | None], contacts: dict[Key, Contact]) -> Key | None:
    key = related_key(uri)
    if key is None:
        return None
    if key in known:
        return known[key]
    if key not in contacts:
        address = uri.partition(":")[2].partition("?")[0]
        is_phone = key.startswith("tel:")
        contacts[key] = Contact(
            key=key, emails=[] if is_phone else [address], phones=[address] if is_phone else []
        )
    return key

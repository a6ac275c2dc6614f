"""Which contacts are worth comparing: those who share something that one person would share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.joining import is_role_key
from netzwerkwandel.identity.names import PersonName, parse_name, spelt_name
from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key


SHORTEST_TO_MISSPELL = 4

_MOST_OF_ONE_NAME = 200
_MOST_AT_ONE_ADDRESS = 4
_ENDING_DIGITS = 9

_Block = tuple[str, ...]


@attrs.frozen(eq=False)
class Candidate:
    """A contact, and what it is compared by."""

    contact: Contact
    name: PersonName
    is_spelt: bool
    keys: frozenset[Key]
    endings: frozenset[tuple[str, bool]]
    profiles: frozenset[Key]
    employer: str


def candidate(contact: Contact) -> Candidate | None:
    """Read what a contact is compared by; None for a role, and where no name is known at all."""
    keys = contact.keys
    mails = [key for key in keys if key.startswith("mailto:")]
    reached_otherwise = any(key.startswith(("tel:", "linkedin:", "https:")) for key in keys)
    if mails and all(map(is_role_key, mails)) and not reached_otherwise:
        return None
    name = parse_name(contact.name)
    spelt = None
    if not name.is_full:
        names = (spelt_name(key.removeprefix("mailto:")) for key in sorted(mails))
        spelt = next((each for each in names if each), None)
    if spelt is None and not name.tokens:
        return None
    return Candidate(
        contact=contact,
        name=spelt or name,
        is_spelt=spelt is not None,
        keys=frozenset(key for key in keys if not is_role_key(key)),
        endings=frozenset(_ending(key) for key in keys if _is_long_number(key)),
        profiles=frozenset(key for key in keys if key.startswith("linkedin:")),
        employer=employer_form(contact.organisation),
    )


def _is_long_number(key: Key) -> bool:
    return key.startswith("tel:") and len(key.removeprefix("tel:").lstrip("+")) >= _ENDING_DIGITS


def _ending(key: Key) -> tuple[str, bool]:
    return key[-_ENDING_DIGITS:], key.startswith("tel:+")


def is_number_without_country(a: Key, b: Key) -> bool:
    """Say whether two keys are one long number, at least one of them without a country's code."""
    both = _is_long_number(a) and _is_long_number(b)
    return both and share_number({_ending(a)}, {_ending(b)})


def share_number(endings: Iterable[tuple[str, bool]], others: Iterable[tuple[str, bool]]) -> bool:
    """Two numbers with country codes are equal or they are not; then the key says so."""
    return any(
        end == other and not (abroad and also_abroad)
        for end, abroad in endings
        for other, also_abroad in others
    )


def pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs that share a block: a name, an address, or the end of a number; each pair once.

    A name of more than 200 contacts is passed over, and so is an address or number of more than
    four: what so many share is no sign of one person.
    """
    blocks: defaultdict[_Block, list[int]] = defaultdict(list)
    for i, each in enumerate(candidates):
        own: set[_Block] = {("key", key) for key in each.keys}
        own.update(("number", ending) for ending, _ in each.endings)
        for block in own.union(_name_blocks(each.name)):
            blocks[block].append(i)
    seen: set[tuple[int, int]] = set()
    for (kind, *_), members in blocks.items():
        most = _MOST_AT_ONE_ADDRESS if kind in {"key", "number"} else _MOST_OF_ONE_NAME
        if 1 < len(members) <= most:
            seen.update(combinations(members, 2))
    yield from sorted(seen)


def _name_blocks(name: PersonName) -> Iterator[_Block]:
    if not name.is_full:
        return
    # Ben Meier shares a block with B. Meier ("initial meier b"), with Benjamin Meier by his full
    # names, and with Ben Meyer: leaving one letter out of either leaves "meer" ("spelling meer").
    yield "name", *sorted(name.tokens)
    called = {full for given in name.given for full in (given, *full_names(given))}
    for word in name.family_core:
        for initial in {given[0] for given in called}:
            yield "initial", word, initial
        if len(word) >= SHORTEST_TO_MISSPELL:
            for spelling in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
                for given in full_names(name.given[0]):
                    yield "spelling", spelling, given

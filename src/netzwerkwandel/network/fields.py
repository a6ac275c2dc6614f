from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain

import numpy as np

from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network.arrays import BoolArray
from netzwerkwandel.network.field_words import WORDS
from netzwerkwandel.records import Records


NEAR_ENOUGH = 0.75
"""How alike two spellings must be, from 0 to 1, to be named as the nearest."""

_LETTERS = re.compile(r"[^\W_]+", re.UNICODE)


def matching_field(contact: Contact, goal: Goal) -> str | None:
    """Say in which of the goal's fields a contact works; see ``first_field``."""
    return first_field(contact, goal.fields)


def first_field(contact: Contact, fields: Iterable[str]) -> str | None:
    """Say in which of some fields a contact works.

    A field matches if all its words stand in one of the contact's fields or communities, or in the
    position: as stems, as another word for the same thing in English or German, or within a German
    compound. "User Research" is found in "UX Researcher" and in "Nutzerforschung".
    """
    known = [text for text in (*contact.fields, *contact.communities, contact.position) if text]
    for field in fields:
        wanted = things(field)
        if wanted and any(wanted <= things(text) for text in known):
            return field
    return None


def members(contacts: Iterable[Contact], goal: Goal) -> BoolArray:
    """Say of each contact whether one of the goal's fields matches; alike contacts are asked once.

    Returns
    -------
    BoolArray, shape (n_contacts,)
        One value for each.
    """
    known: dict[tuple[object, ...], bool] = {}
    found = []
    for contact in contacts:
        told = (contact.fields, contact.communities, contact.position)
        if told not in known:
            known[told] = matching_field(contact, goal) is not None
        found.append(known[told])
    return np.array(found, dtype=np.bool_)


def fields_of(records: Records) -> dict[str, int]:
    """Which fields of work do my contacts have, and how many people are in each?

    Parameters
    ----------
    records : Records
        One person's data.

    Returns
    -------
    dict of str to int
        The fields and communities as they are told, and the things that positions name, such as
        "research"; the most frequent first, equals by name.

    Raises
    ------
    InvalidArgumentError
        If the records are none.

    Examples
    --------
    >>> people = [Contact(key="a", position="UX Researcher"), Contact(key="b", fields=["Law"])]
    >>> fields_of(Records(contacts=people))
    {'Law': 1, 'research': 1, 'user': 1}
    """
    counted: Counter[str] = Counter()
    for contact in check_kind("records", records, Records).contacts:
        named = {thing for thing in things(contact.position) if thing in _THINGS}
        counted.update({*contact.fields, *contact.communities, *named})
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def nearest_fields(contacts: Iterable[Contact], fields: Sequence[str], n: int = 3) -> list[str]:
    """The fields that contacts do have whose spelling is nearest to one of some fields."""
    had = {t for c in contacts for t in (*c.fields, *c.communities, c.position) if t}
    folded = {_folded(text): text for text in sorted(had)}
    near = [get_close_matches(_folded(field), folded, n, NEAR_ENOUGH) for field in fields]
    return [folded[text] for text in dict.fromkeys(chain.from_iterable(near))][:n]


@lru_cache(maxsize=50_000)
def things(text: str) -> frozenset[str]:
    """What the words of a text name, each by one word for it in both languages."""
    return frozenset(chain.from_iterable(map(_named, _LETTERS.findall(_folded(text)))))


@lru_cache(maxsize=50_000)
def _named(word: str) -> frozenset[str]:
    """What a word names: things of the table, also within a compound, or else its own stem."""
    stem = _stem(word)
    of_table = {*_WHOLE.get(word, ()), *_WHOLE.get(stem, ())}
    of_table.update(thing for part, thing in _PARTS if part in word)
    return frozenset(of_table or {stem})


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _stem(word: str) -> str:
    """Fold the endings by which a field and its people differ: research, researcher."""
    for ending in ("innen", "ing", "in", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return _stem(word.removesuffix(ending))
    return word


# The table as it is looked up: whole words and their stems, and what may stand within a compound.
# The line "user ux nutzer~" makes _WHOLE["user"] and _WHOLE["ux"] the thing "user", and whatever
# has "nutzer" in it names that, too.
_LINES = [line.split() for line in WORDS.splitlines() if line]
_PARTS = [(word[:-1], line[0]) for line in _LINES for word in line if word.endswith("~")]
_WHOLE: dict[str, set[str]] = {}
for _line in _LINES:
    for _word in _line:
        for _form in () if _word.endswith("~") else (_word, _stem(_word)):
            _WHOLE.setdefault(_form, set()).add(_line[0])
_THINGS = frozenset(line[0] for line in _LINES)

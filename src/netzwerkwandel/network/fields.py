from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import numpy as np

from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.network.arrays import BoolArray


_WORDS = re.compile(r"[^\W_]+", re.UNICODE)


def matching_field(contact: Contact, goal: Goal) -> str | None:
    """Say in which of the goal's fields a contact works; see ``first_field``."""
    return first_field(contact, goal.fields)


def first_field(contact: Contact, fields: Iterable[str]) -> str | None:
    """Say in which of some fields a contact works, by whole words, never parts of one.

    A field matches if all its words stand in one of the contact's fields or communities, or in the
    position.
    """
    known = [_folded(text) for text in (*contact.fields, *contact.communities, contact.position)]
    for field in fields:
        wanted = _words(_folded(field))
        for text in known if wanted else ():
            # Most texts do not even have the letters of the stems: words are cut only of others.
            if all(stem in text for stem in wanted) and wanted <= _words(text):
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


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _words(folded: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORDS.findall(folded))


def _stem(word: str) -> str:
    """Fold the endings by which a field and its people differ: research, researcher."""
    for ending in ("innen", "ing", "in", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return _stem(word.removesuffix(ending))
    return word

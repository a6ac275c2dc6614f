from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain

import attrs
import numpy as np

from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.model.arguments import check_count, check_kind
from netzwerkwandel.network.arrays import BoolArray
from netzwerkwandel.network.field_words import GENERAL, WORDS
from netzwerkwandel.records import Records


NEAR_ENOUGH = 0.75
"""How alike two spellings must be, from 0 to 1, to be named as the nearest."""

_FEWEST_LETTERS = 3
_LETTERS = re.compile(r"[^\W_]+", re.UNICODE)


@attrs.frozen
class FieldMatcher:
    """Decides who works in which field; to be subclassed by whoever has a better vocabulary.

    By default a field matches if all that its words name is named in one of a contact's fields or
    communities, or in the position: as stems, as another word for the same thing in English or
    German, or within a German compound. "User Research" is found in "UX Researcher" and in
    "Nutzerforschung", "soziale Arbeit" in "Sozialarbeiterin". Words such as "work" and "field" name
    nothing beside others.

    Examples
    --------
    A subclass for words of one's own says what they name, and leaves all others as they are:

    >>> class WithTrades(FieldMatcher):
    ...     def things(self, text):
    ...         return super().things(text.replace("Violin maker", "Luthier"))
    >>> ben = Contact(key="card:1", position="Violin maker")
    >>> FieldMatcher().first_field(ben, ["luthier"]), WithTrades().first_field(ben, ["luthier"])
    (None, 'luthier')

    It is given to the network, of which everything else is asked:
    ``Network.from_records(records, as_of=moment, fields=WithTrades())``.
    """

    def things(self, text: str) -> AbstractSet[str]:
        """Say what the words of a text name, each by one word for it in both languages.

        Parameters
        ----------
        text : str
            A field, a community or a position.

        Returns
        -------
        set of str
            Those things; a field matches a text that names all that it names.

        Raises
        ------
        InvalidArgumentError
            If it is no text.
        """
        return things(check_kind("text", text, str))

    def first_field(self, contact: Contact, fields: Iterable[str]) -> str | None:
        """Say in which of some fields a contact works, as far as her records tell.

        Parameters
        ----------
        contact : Contact
            The person.
        fields : sequence of str
            The fields, the most wanted first.

        Returns
        -------
        str or None
            The first that matches, as it is written there.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Contact``, or a field is no text.
        """
        check_kind("contact", contact, Contact)
        told = (*contact.fields, *contact.communities, contact.position)
        known = [self.things(text) for text in told if text]
        for field in fields:
            wanted = self.things(field)
            if wanted and any(wanted <= named for named in known):
                return field
            if any(_is_one_word_of(field, text) for text in told):
                return field
        return None

    def nearest(self, contacts: Iterable[Contact], fields: Sequence[str], n: int = 3) -> list[str]:
        """Name the fields that contacts do have whose spelling is nearest to one of some fields.

        Parameters
        ----------
        contacts : sequence of Contact
            The people.
        fields : sequence of str
            Fields in which nobody works.
        n : int
            How many at most.

        Returns
        -------
        list of str
            Fields, communities and positions as they are told, the nearest first.

        Raises
        ------
        InvalidArgumentError
            If ``n`` is no whole number of at least 1.
        """
        check_count("n", n, 1)
        had = {t for c in contacts for t in (*c.fields, *c.communities, c.position) if t}
        folded = {_folded(text): text for text in sorted(had)}
        near = [get_close_matches(_folded(field), folded, n, NEAR_ENOUGH) for field in fields]
        return [folded[text] for text in dict.fromkeys(chain.from_iterable(near))][:n]

    def members(self, contacts: Iterable[Contact], goal: Goal) -> BoolArray:
        """Say of each contact whether one of the goal's fields matches; equal ones are asked once.

        Parameters
        ----------
        contacts : sequence of Contact
            The people.
        goal : Goal
            Where the change is heading.

        Returns
        -------
        BoolArray, shape (n_contacts,)
            One value for each.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Goal``.
        """
        check_kind("goal", goal, Goal)
        known: dict[tuple[object, ...], bool] = {}
        found = []
        for contact in contacts:
            told = (contact.fields, contact.communities, contact.position)
            if told not in known:
                known[told] = self.first_field(contact, goal.fields) is not None
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


def spelling(field: str, contacts: Iterable[Contact]) -> str:
    """Write a field that is typed in small letters as most contacts write it, if any does.

    Examples
    --------
    >>> people = [Contact(key="a", position="Head of UX Research"), Contact(key="b")]
    >>> spelling("ux research", people), spelling("law", people)
    ('UX Research', 'law')
    """
    if field != field.lower():
        return field
    pattern = re.compile(rf"(?<!\w){re.escape(field)}(?!\w)", re.IGNORECASE)
    # Thousands of contacts say the same in few ways, each of which is looked at once.
    told = Counter(text for c in contacts for text in (*c.fields, *c.communities, c.position))
    written: Counter[str] = Counter()
    for text, times in told.items():
        for found in pattern.findall(text):
            if found != field:
                written[found] += times
    return min(written, key=lambda each: (-written[each], each), default=field)


@lru_cache(maxsize=50_000)
def things(text: str) -> frozenset[str]:
    """What the words of a text name, each by one word for it in both languages.

    A word names things of the table, also within a compound, or else its own stem.
    """
    words = _LETTERS.findall(_folded(text))
    if len(words) != 1:
        # "Soziale Arbeit" is what a "Sozialarbeiterin" does: that it is work says nothing.
        telling = [word for word in words if _stem(word) not in _GENERAL] or words
        return frozenset(chain.from_iterable(map(things, telling)))
    word, stem = words[0], _stem(words[0])
    of_table = {*_WHOLE.get(word, ()), *_WHOLE.get(stem, ())}
    of_table.update(thing for part, thing in _PARTS if part in word)
    return frozenset(of_table or {stem})


@lru_cache(maxsize=50_000)
def _is_one_word_of(field: str, text: str) -> bool:
    """Does a compound join all words of a field: "Kinder-Betreuung" and a "Kinderbetreuerin"?"""
    stems = [_stem(word) for word in _LETTERS.findall(_folded(field))]
    if len(stems) < 2 or min(map(len, stems)) < _FEWEST_LETTERS:
        return False
    # Between the parts of a German compound stand up to two letters: "Arbeit-s-recht".
    return re.search(r"\w{0,2}".join(map(re.escape, stems)), _folded(text)) is not None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _stem(word: str) -> str:
    """Fold the endings by which a field and its people differ: research, researcher; soziale."""
    for ending in ("innen", "ung", "ing", "in", "ie", "en", "em", "er", "e", "s"):
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
_GENERAL = frozenset(map(_stem, GENERAL.split()))
_THINGS = frozenset(line[0] for line in _LINES)

"""A page for a coach: every person is called by initials, wherever a sentence names her."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import chain
from typing import TypeVar, cast

import attrs

from netzwerkwandel.model.naming import called, name_shown, plainly_called
from netzwerkwandel.records import Records
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.reporting.blocks import Page
from netzwerkwandel.texts import printable


T = TypeVar("T")

_NAME = re.compile(r"\b(?![a-zß-öø-ÿ])[^\W\d_]{3,}")
"""A part of a name, or of a title: Okafor and Consulting of "Okafor Consulting", and no "von"."""

_TWO_STOPS = re.compile(r"(\b[^\W\d_]\.)\.(?!\.)")
"""The full stop of initials, and that of the sentence that ends with them: one is enough."""


def with_initials(page: Page, records: Records, names: ShortNames) -> Page:
    """Put initials in place of every name that is told on a page.

    Parameters
    ----------
    page : Page
        What is told.
    records : Records
        Whose names, and where they work and what was tried: an employer is called as its founder
        is, and a title may name who was met.
    names : ShortNames
        The initials.

    Returns
    -------
    Page
        The same, where no name of theirs is left in a text of its own. Whoever is told of by her
        key has her initials already (``Catalogue.marks``), in sentences and pictures.
    """
    # Of whoever has no name the end of a number is told: to the owner, and nobody else.
    people = [records.contact(each.key) for each in records.contacts]
    words = {word for each in people for word in _NAME.findall(name_shown(each)[:200])}
    titles = {each.organisation for each in records.contacts}
    titles.update(each.title for each in records.experiments)
    initials = {
        printable(title): _NAME.sub(
            lambda word: f"{word[0][0]}." if word[0] in words else word[0], printable(title)
        )
        for title in titles
        if title and not words.isdisjoint(_NAME.findall(title))
    }
    marks: dict[str, dict[str, None]] = {}
    for contact in people:
        ways = (called(contact, names.texts), plainly_called(contact, names.texts))
        for name in {*ways, " ".join(contact.name.split())}:
            marks.setdefault(name, {})[names.of_one(contact)] = None
    # Where only a name is told, and several have it, it may be any of them.
    initials |= {name: " / ".join(those) for name, those in marks.items() if name}
    # What is marked already stays, though somebody may be called A. D. whose mark is A. D. 2.
    initials |= {mark: mark for mark in (names.initials or {}).values()}
    # Most names are told nowhere, and a pattern of thousands would be slow.
    whole = "\n".join(_texts(page))
    told = sorted((name for name in initials if name in whole), key=lambda n: (-len(n), n))
    # Who is called Ana Maria must not become A. Maria, so that the longest names are tried first.
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)")

    def short(text: str) -> str:
        told_short = pattern.sub(lambda found: initials.get(found[0], found[0]), text)
        return _TWO_STOPS.sub(r"\1", told_short)

    return _mapped(page, short)


def _texts(part: object) -> Iterator[str]:
    """Every text in something, however deep it lies."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        yield from chain.from_iterable(map(_texts, part))
    elif attrs.has(type(part)):
        yield from _texts(attrs.astuple(cast("attrs.AttrsInstance", part), recurse=False))


def _mapped(part: T, change: Callable[[str], str]) -> T:
    """The same with every text in it changed; what names a look or an anchor is no text."""
    mapped: object = part
    if isinstance(part, tuple):
        mapped = tuple(_mapped(each, change) for each in part)
    elif isinstance(part, str) and not isinstance(part, Enum):
        mapped = change(part)
    elif attrs.has(type(part)):
        names = [field.name for field in attrs.fields(type(cast("attrs.AttrsInstance", part)))]
        mapped = type(part)(**{name: _mapped(getattr(part, name), change) for name in names})
    return cast("T", mapped)

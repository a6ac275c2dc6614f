"""A page for a coach: every person is called by initials, wherever a sentence names her."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from itertools import chain
from typing import TypeVar, cast

import attrs

from netzwerkwandel.model import Contact
from netzwerkwandel.model.naming import called
from netzwerkwandel.show.pictures.names import short_name
from netzwerkwandel.show.reporting.blocks import Page
from netzwerkwandel.texts import Catalogue


T = TypeVar("T")


def with_initials(page: Page, contacts: Iterable[Contact], texts: Catalogue) -> Page:
    """Put initials in place of every name that is told on a page.

    Parameters
    ----------
    page : Page
        What is told.
    contacts : iterable of Contact
        Whose names.
    texts : Catalogue
        The words for somebody without a name.

    Returns
    -------
    Page
        The same, where no name of theirs is left in a text of its own; pictures have initials
        already.
    """
    initials = {
        name: short_name(contact, texts, initials=True)
        for contact in contacts
        for name in (called(contact, texts), " ".join(contact.name.split()))
        if name and contact.name
    }
    # Most names are told nowhere, and a pattern of thousands would be slow.
    whole = "\n".join(_texts(page))
    names = sorted((name for name in initials if name in whole), key=lambda n: (-len(n), n))
    if not names:
        return page
    # Who is called Ana Maria must not become A. Maria, so that the longest names are tried first.
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return _mapped(page, lambda text: pattern.sub(lambda found: initials[found[0]], text))


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

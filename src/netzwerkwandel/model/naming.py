"""How people, and what they are good for, are called in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.vocabularies import Function
from netzwerkwandel.texts import Catalogue, printable


# As archives of mailing lists hide addresses from robots.
_HIDDEN = re.compile(r"(\S+) at (?:[\w-]+\.)+[a-z]{2,}")


_TITLES = frozenset(["dr", "frau", "herr", "mr", "mrs", "ms", "prof"])


def is_called(contact: Contact) -> bool:
    """Whether somebody has a name, or an address that may spell it."""
    return bool(contact.name or contact.emails)


def called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person in a text, without showing an address."""
    if mark := texts.marks.get(contact.key):
        return mark
    if not is_called(contact):
        return texts.say("nameless")
    hidden = _HIDDEN.fullmatch(contact.label)
    label = hidden[1] if hidden else contact.label.partition("@")[0]
    return printable(label) or texts.say("nameless")


def first_name(name: str) -> str:
    """How somebody is greeted by the first name; by the whole, where it does not begin with one.

    Examples
    --------
    >>> first_name("Ben Okafor"), first_name("Dr. Ben Okafor"), first_name("B. Okafor")
    ('Ben', 'Dr. Ben Okafor', 'B. Okafor')
    """
    first = name.split(maxsplit=1)[0]
    is_none = first.endswith(".") or len(first) == 1 or any(map(str.isdigit, first))
    return name if is_none or first.casefold() in _TITLES else first


def named_functions(functions: Iterable[Function], texts: Catalogue) -> str:
    """Name functions as a text does: support and open doors."""
    return texts.listing([texts.say(f"function {function}") for function in functions])

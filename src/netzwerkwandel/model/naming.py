"""How people, and what they are good for, are called in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.vocabularies import Function
from netzwerkwandel.texts import Catalogue, printable


# As archives of mailing lists hide addresses from robots.
_HIDDEN = re.compile(r"(\S+) at (?:[\w-]+\.)+[a-z]{2,}")


def called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person in a text, without showing an address."""
    if not contact.name and not contact.emails:
        return texts.say("nameless")
    hidden = _HIDDEN.fullmatch(contact.label)
    label = hidden[1] if hidden else contact.label.partition("@")[0]
    return printable(label) or texts.say("nameless")


def named_functions(functions: Iterable[Function], texts: Catalogue) -> str:
    """Name functions as a text does: support and open doors."""
    return texts.listing([texts.say(f"function {function}") for function in functions])

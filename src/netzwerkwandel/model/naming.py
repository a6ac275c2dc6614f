"""How people, and what they are good for, are called in a text."""

from __future__ import annotations

from collections.abc import Iterable

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.vocabularies import Function
from netzwerkwandel.texts import Catalogue, printable


def called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person in a text, without showing an address."""
    if not contact.name and not contact.emails:
        return texts.say("nameless")
    return printable(contact.label.partition("@")[0]) or texts.say("nameless")


def named_functions(functions: Iterable[Function], texts: Catalogue) -> str:
    """Name functions as a text does: support and open doors."""
    return texts.listing([texts.say(f"function {function}") for function in functions])

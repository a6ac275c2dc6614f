"""How a person is called in a text."""

from __future__ import annotations

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.texts import Catalogue, printable


def called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person in a text, without showing an address."""
    if not contact.name and not contact.emails:
        return texts.say("nameless")
    return printable(contact.label.partition("@")[0]) or texts.say("nameless")

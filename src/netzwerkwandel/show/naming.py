"""What may be printed: names without addresses, and no letters that a terminal acts on."""

from __future__ import annotations

import re

from netzwerkwandel.model import Contact
from netzwerkwandel.show.texts.catalogue import Catalogue


_DOMAIN = re.compile(r"@[^\s@/\\]*?(?P<ending>\.\w+)?(?=[\s/\\)>,;:@]|$)")


def called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person in a text, without showing an address."""
    if not contact.name and not contact.emails:
        return texts.say("nameless")
    return printable(contact.label.partition("@")[0]) or texts.say("nameless")


def printable(text: str) -> str:
    """Take the domains of addresses and all unprintable letters out of a text."""
    plain = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return _DOMAIN.sub(r"…\g<ending>", plain)

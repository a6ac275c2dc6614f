"""Who is at the other end of a call or a text message: somebody's number, or a machine's."""

from __future__ import annotations

import re

from netzwerkwandel.model import Key, NobodyReason, SkipReason
from netzwerkwandel.model.keys import email_key, is_automatic_address, phone_key
from netzwerkwandel.sources.address_book import Entry
from netzwerkwandel.sources.keys import saved_name_key
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.text import one_line, person_name


_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")
_UNNAMED = frozenset(["(unknown)", "unknown", "null", "none", "me", "(unbekannt)", "unbekannt"])


def saved_name(name: str) -> str:
    """How has the owner saved somebody? Empty where a program says that it does not know.

    Examples
    --------
    >>> saved_name("Ben Okafor"), saved_name("(Unknown)"), saved_name("+49 170 1234567")
    ('Ben Okafor', '', '')
    """
    text = one_line(_UNSEEN.sub("", name))
    return "" if text.casefold() in _UNNAMED else person_name(text)


def sender_key(address: str, name: str = "") -> Key | None:
    """Make the key of whoever writes from a number; None where nobody is there to talk to.

    A sender of letters (*Vodafone*), a short number and an address of a machine are a service, and
    so is whatever the owner has saved as a shop or an office.

    Parameters
    ----------
    address : str
        The number, or the mail address of a picture message; empty where it is withheld.
    name : str
        As the phone's address book has her, if it does.

    Examples
    --------
    >>> sender_key("\u200e0170 1234567"), sender_key("Vodafone"), sender_key("22122")
    ('tel:01701234567', None, None)
    >>> sender_key("+49 30 901820", "Zahnarzt Dr. Weber") is None
    True
    """
    text, called = _UNSEEN.sub("", address).strip(), saved_name(name)
    if called and Entry(name=called).is_business:
        return None
    if "@" in text:
        return None if is_automatic_address(text) else email_key(text)
    if any(c.isdigit() for c in text.lstrip("-")) and len(text.lstrip("-")) > 2:
        return None if _LETTER.search(text) else phone_key(text)
    return saved_name_key(called) if called and not _LETTER.search(text) else None


def skip_sender(tally: Tally, address: str, name: str = "") -> None:
    """Count what came from nobody: a number that is withheld, a service, a shop."""
    text = _UNSEEN.sub("", address).strip()
    if len(text.lstrip("-")) < 3 or text.casefold() in _UNNAMED:
        tally.skip(SkipReason.ANONYMOUS)
    elif saved_name(name) and Entry(name=saved_name(name)).is_business:
        tally.skip(SkipReason.NOT_A_PERSON)
    else:
        tally.skip(SkipReason.AUTOMATIC)
        tally.nobody(NobodyReason.MACHINE, one_line(text)[:40])

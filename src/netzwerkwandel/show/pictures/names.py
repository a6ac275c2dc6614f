"""How people are called in a picture: by a short name, or by initials, never by an address."""

from __future__ import annotations

from netzwerkwandel.model import Contact
from netzwerkwandel.model.naming import called
from netzwerkwandel.texts import Catalogue


LONGEST = 24


def short_name(contact: Contact, texts: Catalogue, *, initials: bool = False) -> str:
    """Call a person in a few letters.

    Parameters
    ----------
    contact : Contact
        Who.
    texts : Catalogue
        The words for somebody without a name.
    initials : bool
        Whether to write only the first letter of each name, of four names at most.

    Returns
    -------
    str
        Her name, cut after ``LONGEST`` letters, or her initials.

    Examples
    --------
    >>> from netzwerkwandel.texts import catalogue
    >>> ben = Contact(key="b", name="Ben Okafor")
    >>> short_name(ben, catalogue("en")), short_name(ben, catalogue("en"), initials=True)
    ('Ben Okafor', 'B. O.')
    """
    # What is cut off anyway is not looked at: a name may be as long as a book.
    name = called(contact, texts)
    if not initials or not contact.name:
        return shortened(name)
    words = [word for word in name[:200].split() if word[0].isalpha()]
    return " ".join(f"{word[0].upper()}." for word in words[:4]) or texts.say("nameless")


def shortened(text: str, longest: int = LONGEST) -> str:
    """Cut a text to so many letters, with an ellipsis where something is cut."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"

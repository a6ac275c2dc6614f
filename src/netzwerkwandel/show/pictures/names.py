"""How people are called in a picture: by a short name, or by initials, never by an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from netzwerkwandel.identity.words import Word
from netzwerkwandel.model import Contact, Key
from netzwerkwandel.model.naming import called, name_shown, number_end
from netzwerkwandel.texts import Catalogue


LONGEST = 24

UNKNOWN = "N. N."
"""As lists write it of whoever is yet to be named."""


@attrs.frozen
class ShortNames:
    """What people are called in a few letters.

    Parameters
    ----------
    texts : Catalogue
        The words for somebody without a name.
    initials : mapping of str to str, optional
        By their keys; None where they are called by their names.

    Examples
    --------
    Whoever has the same initials as somebody before her, in the order of the keys, has a number:

    >>> from netzwerkwandel.texts import catalogue
    >>> ben, bea = Contact(key="a", name="Ben Okafor"), Contact(key="b", name="Bea Olsen")
    >>> names = ShortNames.of([ben, bea], catalogue("en"), initials=True)
    >>> names.of_one(ben), names.of_one(bea)
    ('B. O.', 'B. O. 2')
    """

    texts: Catalogue
    initials: Mapping[Key, str] | None = None

    @classmethod
    def of(
        cls,
        people: Sequence[Contact],
        texts: Catalogue,
        *,
        initials: bool,
        owner: int | None = None,
    ) -> ShortNames:
        """Call some people by their names, or by initials that tell them apart.

        The owner, given by her place among them, comes first: hers have no number. Where the texts
        have marks already, it is these.
        """
        if not initials or texts.marks:
            return cls(texts, texts.marks or None)
        numbered: dict[Key, str] = {}
        times: dict[str, int] = {}
        in_order = sorted(range(len(people)), key=lambda i: (i != owner, people[i].key))
        for contact in map(people.__getitem__, in_order):
            if letters := _letters(contact):
                times[letters] = n = times.get(letters, 0) + 1
                numbered[contact.key] = letters if n == 1 else f"{letters} {n}"
        return cls(texts, numbered)

    def of_one(self, contact: Contact) -> str:
        """Her name, cut after ``LONGEST`` letters, or her initials."""
        # What is cut off anyway is not looked at: a name may be as long as a book.
        if self.initials is None:
            return shortened(called(contact, self.texts))
        letters = self.initials.get(contact.key) or _letters(contact)
        return letters or self.texts.say("nameless")


def _letters(contact: Contact) -> str:
    """Initials; of whom no more than a number is known, those of a name that is not known."""
    return initials_of(name_shown(contact)) or (UNKNOWN if number_end(contact) else "")


def initials_of(name: str) -> str:
    """The first letter of each name, of four names at most; of a long text only the beginning.

    A title is no name.

    Examples
    --------
    >>> initials_of("Ben Okafor")
    'B. O.'
    >>> initials_of("Prof. Dr. Tomasz Zieliński")
    'T. Z.'
    """
    words = [word for word in name[:200].split() if word[0].isalpha()]
    words = [w for w in words if not any(map(Word.is_title_anywhere, Word.several(w)))] or words
    return " ".join(f"{word[0].upper()}." for word in words[:4])


def shortened(text: str, longest: int = LONGEST) -> str:
    """Cut a text to so many letters, with an ellipsis where something is cut."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"

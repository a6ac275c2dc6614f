"""How people, and what they are good for, are called in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import copy

from netzwerkwandel.model.contact import Contact, name_told
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.vocabularies import Function
from netzwerkwandel.texts import Catalogue, printable


# As archives of mailing lists hide addresses from robots.
_HIDDEN = re.compile(r"(\S+) at (?:[\w-]+\.)+[a-z]{2,}")


_TITLES = frozenset(["dr", "frau", "herr", "mr", "mrs", "ms", "prof"])


LONGEST_APART = 60
"""What tells people apart is cut after so many letters."""

_SHORTEST, _SHOWN = 7, 4
"""Of a number of so many digits and more so many are shown, by which its owner finds it."""


def called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person in a text, so that nobody else in the data is meant.

    No address is shown: of a person without a name the end of the number, which tells the owner of
    the data enough to find it, and nobody else anything.

    Examples
    --------
    >>> from netzwerkwandel.texts import catalogue
    >>> called(Contact(key="tel:+491703334445"), catalogue("en"))
    'Number …4445'
    """
    if mark := texts.marks.get(contact.key):
        return mark
    who = plainly_called(contact, texts)
    return f"{who} ({contact.apart})" if contact.apart else who


def plainly_called(contact: Contact, texts: Catalogue) -> str:
    """Say how to call a person, whoever else is called so."""
    if name := name_shown(contact):
        return name
    end = number_end(contact)
    return texts.say("nameless number", end=end) if end else texts.say("nameless")


def name_shown(contact: Contact) -> str:
    """The name as it may be shown; empty where none is known."""
    told = name_told(contact)
    hidden = _HIDDEN.fullmatch(told)
    return printable(hidden[1] if hidden else told.partition("@")[0])


def number_end(contact: Contact) -> str:
    """The last digits of the first number; empty where there is none, or one of a few digits."""
    numbers = (*contact.phones, *(key for key in sorted(contact.keys) if key.startswith("tel:")))
    digits = ("".join(filter(str.isdigit, number)) for number in numbers)
    return next((each[-_SHOWN:] for each in digits if len(each) >= _SHORTEST), "")


def told_apart(contacts: Iterable[Contact]) -> Mapping[Key, Contact]:
    """Say of those who are called alike what tells each from the others, as ``apart``.

    It is the employer, the position or the domain of a mail address: the first of these that
    nobody else of that name has. Those of whom nothing tells are numbered from the second on.

    Parameters
    ----------
    contacts : iterable of Contact
        Everybody.

    Returns
    -------
    mapping of str to Contact
        Those of whom something is to be told, by key.

    Examples
    --------
    >>> two = [Contact(key=key, name="Uwe Thelen") for key in ("a", "b")]
    >>> {key: who.apart for key, who in told_apart(two).items()}
    {'b': '2'}
    """
    alike: dict[str, list[Contact]] = {}
    for contact in contacts:
        name = contact.name or name_told(contact) or number_end(contact)
        alike.setdefault(name.casefold(), []).append(contact)
    groups = (some for name, some in alike.items() if name and len(some) > 1)
    return {who.key: who for some in groups for who in _apart(some)}


def _apart(alike: Iterable[Contact]) -> Iterator[Contact]:
    """Those of one name of whom something tells, each with what it is."""
    told = {who: _tells(who) for who in sorted(alike, key=lambda who: who.key)}
    times = Counter(text for texts in told.values() for text in set(texts))
    untold = 0
    for who, texts in told.items():
        what = next((text for text in texts if times[text] == 1), "")
        untold += not what
        if not what and untold > 1:
            what = str(untold)
        if what:
            # As the contact is the same, it is equal: what tells it apart depends on the others.
            marked = copy(who)
            object.__setattr__(marked, "apart", what)
            yield marked


def _tells(contact: Contact) -> list[str]:
    domain = contact.emails[0].rpartition("@")[2] if contact.emails else ""
    told = (contact.organisation, contact.position, domain)
    return [text for one in told if (text := printable(one, LONGEST_APART))]


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

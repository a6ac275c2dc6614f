"""Who is named in the cells of a meeting, by name or address, and whose calendar it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from netzwerkwandel.sources.tools import (
    ME,
    Contact,
    Key,
    email_key,
    most_used_name,
    named_key,
    names_a_thing,
    person_name,
)


# "Eva Maier (eva@example.org)", "Eva Maier <eva@example.org>", "'eva@example.org'".
# Each run of letters is tried once, from its beginning: a cell may be a megabyte long.
_ADDRESS = re.compile(r"""(?<![^\s<>()'"\[\]:])[^\s<>()'"\[\]:@]++@[^\s<>()'"\[\]:]++""")
# Of fewer meetings nobody can be said to be in most of them.
_FEW = 5


@attrs.frozen
class Guest:
    """Somebody whom a cell names."""

    key: Key
    name: str
    address: str

    @property
    def is_thing(self) -> bool:
        """Whether it is a room or the like."""
        return names_a_thing(self.name, self.address)


def guests_in(cell: str) -> Iterator[Guest]:
    """Read a cell of several people, parted by semicolons.

    Examples
    --------
    >>> [guest.name for guest in guests_in("Maier, Eva; Ben Okafor <ben@example.org>")]
    ['Eva Maier', 'Ben Okafor']
    """
    for part in cell.split(";"):
        found = _ADDRESS.search(part)
        address = found[0] if found and email_key(found[0]) else ""
        name = person_name(_ADDRESS.sub("", part).replace("()", "").replace("<>", ""))
        key = email_key(address) if address else named_key("outlook", name)
        if key is not None:
            yield Guest(key, name, address)


@attrs.frozen
class People:
    """Everybody whom a calendar names, under all the names and addresses that it has for them."""

    names: dict[Key, Counter[str]] = attrs.field(factory=dict)
    emails: dict[Key, str] = attrs.field(factory=dict)

    def add(self, guest: Guest, *, shows_name: bool) -> None:
        """Add somebody."""
        names = self.names.setdefault(guest.key, Counter())
        if guest.name and shows_name:
            names[guest.name] += 1
        if guest.address:
            self.emails.setdefault(guest.key, guest.address)

    def contacts(self, keys: Iterable[Key]) -> Iterator[Contact]:
        """Make the contacts of some of them."""
        for key in keys:
            email = self.emails.get(key)
            yield Contact(
                key=key, name=most_used_name(self.names[key]), emails=[email] if email else []
            )


def owner_among(
    hosts: Iterable[Key], meetings: Iterable[frozenset[Key]], me: frozenset[Key]
) -> frozenset[Key]:
    """Whose calendar is it? The keys under which the owner stands in it.

    Parameters
    ----------
    hosts : iterable of str
        Who called each entry to which nobody was invited: the owner, by Outlook's own doing.
    meetings : iterable of frozenset of str
        Who is named in each meeting.
    me : frozenset of str
        Keys that are known to be hers.

    Examples
    --------
    >>> sorted(owner_among(["outlook-name:mara"], [], frozenset({"mailto:mara@example.org"})))
    ['mailto:mara@example.org', 'outlook-name:mara']
    """
    alone = Counter(hosts)
    if alone:
        return me | {min(alone, key=lambda key: (-alone[key], key))}
    met = list(meetings)
    there = Counter(key for keys in met for key in keys)
    most = [key for key, times in there.items() if times == max(there.values())]
    is_clear = len(met) >= _FEW and len(most) == 1 and 2 * there[most[0]] >= len(met)
    return me | frozenset(most if is_clear else ()) | {ME}

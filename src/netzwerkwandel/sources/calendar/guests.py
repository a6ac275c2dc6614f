"""Who is named in an event, and who of them was there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from urllib.parse import unquote

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.model.keys import email_key, is_automatic_address, is_group_address
from netzwerkwandel.sources.calendar.text import EventLines
from netzwerkwandel.sources.tools import names_a_thing, person_name, unwrapped


# A parameter is quoted where it holds a colon, a semicolon or a comma; of several values only the
# first is read. Possessive (++), so that a megabyte of quotes is tried once.
_PARAMETER = re.compile(
    r';\s*([^\s=:;"]++)\s*=\s*("[^"]*+"|(?:\\,|[^;:,"])*+)((?:,(?:"[^"]*+"|[^;:,"]*+))*+)'
)
_RFC_6868 = re.compile(r"\^([n'^])")
# What somebody adds to her address to tell where she gave it to: "ben+work@example.org".
_TAG = re.compile(r"(?<=.)\+[^@]*@")
_SCHEME = re.compile(r"(?:mailto\s*+:\s*+(?://)?+)++", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"<([^<>]+)>")
_INTERNAL = re.compile(r":(?:mailto:)?\s*+(?:/o=|IMCEAEX-)", re.IGNORECASE)
_NO_PERSON = frozenset({"GROUP", "RESOURCE", "ROOM"})
# Google's organiser of an event that was taken over from elsewhere.
_STANDS_FOR_NOBODY = frozenset({"mailto:unknownorganizer@calendar.google.com"})


@attrs.frozen(repr=False)
class Guest:
    """Somebody, or something, that an event names."""

    key: Key
    address: str
    name: str
    is_person: bool
    takes_part: bool
    declined: bool


@attrs.frozen(repr=False)
class Guests:
    """All whom an event names, as attendee or organiser."""

    named: tuple[Guest, ...]
    has_organiser: bool

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Everyone, rooms and groups too."""
        return frozenset(guest.key for guest in self.named)

    @cached_property
    def people(self) -> frozenset[Key]:
        """Everyone who is a person."""
        return frozenset(g.key for g in self.named if g.is_person) if self.things else self.keys

    @cached_property
    def things(self) -> tuple[Guest, ...]:
        """Rooms, groups and note takers."""
        return tuple(guest for guest in self.named if not guest.is_person)

    @cached_property
    def declined(self) -> frozenset[Key]:
        """Those who said no."""
        return frozenset(guest.key for guest in self.named if guest.declined)

    @cached_property
    def present(self) -> frozenset[Key]:
        """The people who took part, as far as the calendar knows."""
        absent = frozenset(g.key for g in self.named if not (g.is_person and g.takes_part))
        gone = absent | self.declined
        # Thousands of meetings have the same set for all of it, and not five of their own.
        return self.keys - gone if gone else self.keys


NOBODY = Guests((), has_organiser=False)


class GuestBook:
    """Reads who is named in events, and remembers it: the same lines come again and again."""

    def __init__(self) -> None:
        self._guests: dict[str, Guest | None] = {}
        self._lists: dict[tuple[str, ...], Guests] = {}
        self.has_internal = False
        """Whether a line names somebody by an internal name of Exchange only."""

    def guests(self, lines: EventLines) -> Guests:
        """Read the attendees and the organiser of an event."""
        attendees, organisers = lines.get("ATTENDEE", []), lines.get("ORGANIZER", [])
        # The number tells the attendees from the organisers.
        whole = (str(len(attendees)), *attendees, *organisers)
        if whole not in self._lists:
            led = self._known(organisers)
            self._lists[whole] = Guests((*self._known(attendees), *led), has_organiser=bool(led))
        return self._lists[whole]

    def _known(self, lines: Iterable[str]) -> tuple[Guest, ...]:
        guests = []
        for line in lines:
            if line not in self._guests:
                self._guests[line] = guest_of(line)
                if self._guests[line] is None and _INTERNAL.search(line):
                    self.has_internal = True
            if (guest := self._guests[line]) is not None:
                guests.append(guest)
        return tuple(guests)


def guest_of(line: str) -> Guest | None:
    """Read a line with an attendee or the organiser; None where no mail address stands there."""
    end = re.match(r"[^:;]*", line)
    place = end.end() if end else 0
    parameters: dict[str, str] = {}
    while (match := _PARAMETER.match(line, place)) is not None:
        # Outlook writes "CN=Okafor, Ben", with no quotes: a name is one value.
        is_bare_name = match[1].upper() == "CN" and not match[2].startswith('"')
        told = match[2] + match[3] if is_bare_name else match[2].strip('"')
        if "^" in told:
            told = _RFC_6868.sub(lambda m: {"n": "\n", "'": '"'}.get(m[1], "^"), told)
        # Apple once wrote "CN=Berg\\, Anna", with no quotes.
        told = told.replace("\\,", ",")
        parameters.setdefault(match[1].upper(), told.strip())
        place = match.end()
    # Where a parameter is broken, the value still begins at the scheme of an address.
    at = place if line[place : place + 1] == ":" else line.lower().rfind(":mailto:")
    value = line[at + 1 :] if at >= 0 else line[place:].rpartition(":")[2]
    address = address_in(value) or address_in(parameters.get("EMAIL", ""))
    if not address:
        # An open colon in a name looks like the one before the value.
        address = address_in(line[line.lower().rfind(":mailto:") + 1 :])
    key = email_key(address) if address else None
    if key is None:
        return None
    name = person_name(parameters.get("CN", ""))
    bare = address.casefold()
    status = parameters.get("PARTSTAT", "").upper()
    return Guest(
        key=key,
        address=_TAG.sub("@", bare) if "+" in bare else bare,
        name=name,
        is_person=parameters.get("CUTYPE", "").upper() not in _NO_PERSON
        and key not in _STANDS_FOR_NOBODY
        and not is_automatic_address(address)
        and not is_group_address(address)
        and not names_a_thing(name, bare),
        takes_part=parameters.get("ROLE", "").upper() != "NON-PARTICIPANT"
        and status != "DELEGATED",
        declined=status == "DECLINED",
    )


@lru_cache(maxsize=4_096)
def address_in(text: str) -> str:
    """Find the mail address in a value: after ``mailto:``, in brackets, bare; empty if none.

    Examples
    --------
    >>> address_in("MAILTO:mailto:ben%40example.org?subject=hello")
    'ben@example.org'
    """
    text = unquote(text) if "%" in text else text
    match = _IN_BRACKETS.search(text)
    bare = (match[1] if match else text).strip()
    scheme = _SCHEME.match(bare)
    bare = unwrapped((bare[scheme.end() :] if scheme else bare).partition("?")[0].strip())
    # Where no mail is to be sent, programs write "invalid:ben@example.org".
    return next((each for each in (bare, bare.rpartition(":")[2]) if email_key(each)), "")

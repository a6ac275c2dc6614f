"""Who is named in an event, and who of them was there."""

from __future__ import annotations

import re
from functools import cached_property

import attrs
from icalendar import Event, vCalAddress

from netzwerkwandel.model import Key
from netzwerkwandel.model.keys import email_key, is_automatic_address
from netzwerkwandel.sources.calendar.library import property_values
from netzwerkwandel.sources.text import person_name


_IN_BRACKETS = re.compile(r"<([^<>]+)>")
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
        return frozenset(guest.key for guest in self.named if guest.is_person)

    @cached_property
    def declined(self) -> frozenset[Key]:
        """Those who said no."""
        return frozenset(guest.key for guest in self.named if guest.declined)

    @cached_property
    def present(self) -> frozenset[Key]:
        """The people who took part, as far as the calendar knows."""
        absent = frozenset(g.key for g in self.named if not (g.is_person and g.takes_part))
        return self.keys - absent - self.declined


def guests_of(event: Event) -> Guests:
    """Read the attendees and the organiser of an event."""
    organisers = [_guest(value) for value in property_values(event, "ORGANIZER", vCalAddress)]
    attendees = [_guest(value) for value in property_values(event, "ATTENDEE", vCalAddress)]
    named = tuple(guest for guest in [*attendees, *organisers] if guest is not None)
    return Guests(named, has_organiser=any(organisers))


def _guest(value: vCalAddress) -> Guest | None:
    address = _address(value)
    key = email_key(address)
    if key is None:
        return None
    return Guest(
        key=key,
        address=address.casefold(),
        name=person_name(_parameter(value, "CN")),
        is_person=_parameter(value, "CUTYPE").upper() not in _NO_PERSON
        and key not in _STANDS_FOR_NOBODY
        and not is_automatic_address(address),
        takes_part=_parameter(value, "ROLE").upper() != "NON-PARTICIPANT",
        declined=_parameter(value, "PARTSTAT").upper() == "DECLINED",
    )


def _address(value: vCalAddress) -> str:
    """Find the mail address: after ``mailto:``, in brackets, bare, or where Apple puts it."""
    text = str(value).strip()
    scheme, _, rest = text.partition(":")
    bare = rest if scheme.strip().lower() == "mailto" else text
    match = _IN_BRACKETS.search(bare)
    for candidate in (match[1] if match else bare, _parameter(value, "EMAIL")):
        if email_key(candidate.strip()):
            return candidate.strip()
    return ""


def _parameter(value: vCalAddress, name: str) -> str:
    text = value.params.get(name, "")
    # A parameter that stands there twice is a list.
    if isinstance(text, list):
        text = text[0] if text else ""
    return str(text).strip()

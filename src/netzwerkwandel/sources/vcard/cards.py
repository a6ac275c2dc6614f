"""The cards of a vCard file, and what each says about a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import attrs

from netzwerkwandel.model.addresses import is_role_address
from netzwerkwandel.model.keys import Key, email_key, phone_key
from netzwerkwandel.model.vocabularies import Relation
from netzwerkwandel.sources.names import person_name
from netzwerkwandel.sources.profiles import is_personal_page, page_key
from netzwerkwandel.sources.text import one_line
from netzwerkwandel.sources.vcard.lines import Line, lines, parts, unescaped


READ = frozenset(
    [
        "CATEGORIES",
        "EMAIL",
        "FN",
        "KIND",
        "N",
        "ORG",
        "RELATED",
        "ROLE",
        "SOCIALPROFILE",
        "TEL",
        "TITLE",
        "UID",
        "URL",
        "X-ABLABEL",
        "X-ABSHOWAS",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-SOCIALPROFILE",
    ]
)

_NO_PERSON = frozenset(["application", "device", "group", "location", "org", "thing"])
_NO_VOICE = frozenset(["FAX", "PAGER"])
_OTHER_PHONE = re.compile(r"fax|pager|assistant", re.IGNORECASE)
_SYSTEM_LABEL = re.compile(
    r"(?:my ?|other ?)?contacts?|(?:meine |weitere )?kontakte|starred(?: in android)?|markiert"
    r"|favou?rites?|favoriten|(?:imported|importiert) .*",
    re.IGNORECASE,
)
_LABEL_RELATIONS = {
    "coworkers": Relation.COLLEAGUE,
    "family": Relation.FAMILY,
    "familie": Relation.FAMILY,
    "freunde": Relation.FRIEND,
    "friends": Relation.FRIEND,
    "kollegen": Relation.COLLEAGUE,
}
_RELATED = {
    "ACQUAINTANCE": Relation.ACQUAINTANCE,
    "CHILD": Relation.FAMILY,
    "CO-RESIDENT": Relation.ACQUAINTANCE,
    "CO-WORKER": Relation.COLLEAGUE,
    "COLLEAGUE": Relation.COLLEAGUE,
    "CONTACT": Relation.ACQUAINTANCE,
    "DATE": Relation.PARTNER,
    "FRIEND": Relation.FRIEND,
    "KIN": Relation.FAMILY,
    "MET": Relation.ACQUAINTANCE,
    "NEIGHBOR": Relation.NEIGHBOUR,
    "PARENT": Relation.FAMILY,
    "SIBLING": Relation.FAMILY,
    "SPOUSE": Relation.FAMILY,
    "SWEETHEART": Relation.PARTNER,
}


@attrs.frozen
class Card:
    """The properties of one card, and whether its end was found."""

    lines: tuple[Line, ...]
    complete: bool


@attrs.frozen(kw_only=True)
class Person:
    """What a card says: ``relations`` to the owner, and ``related`` others by their address."""

    uid: str
    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profiles: tuple[str, ...]
    organisation: str
    position: str
    communities: tuple[str, ...]
    relations: frozenset[Relation]
    related: tuple[tuple[frozenset[Relation], str], ...]
    is_person: bool

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys of this person, the one that says most about who it is first."""
        roles = {email: None for email in self.emails if is_role_address(email)}
        found = [email_key(email) for email in self.emails if email not in roles]
        found += [phone_key(phone) for phone in self.phones]
        found += [page_key(url) for url in self.profiles]
        found += [email_key(email) for email in roles]
        return tuple(dict.fromkeys(key for key in found if key is not None))


def cards(data: bytes) -> Iterator[Card]:
    """Read the cards of a file, one after another; a card within a card (``AGENT``) is left out."""
    found: list[Line] | None = None
    nested, before = 0, ""
    for line in lines(data):
        is_frame = line.raw.strip().upper() == b"VCARD"
        if line.name == "BEGIN" and is_frame:
            if found is not None and before == "AGENT":
                nested += 1
            else:
                if found is not None:
                    yield Card(tuple(found), complete=False)
                found, nested = [], 0
        elif line.name == "END" and is_frame and nested:
            nested -= 1
        elif line.name == "END" and is_frame and found is not None:
            yield Card(tuple(found), complete=True)
            found = None
        elif found is not None and not nested and line.name in READ:
            found.append(line)
        before = line.name
    if found is not None:
        yield Card(tuple(found), complete=False)


def person(card: Card) -> Person:
    """Say what a card tells about a person."""
    by_name: dict[str, list[Line]] = {}
    for line in card.lines:
        by_name.setdefault(line.name, []).append(line)
    name, organisation = _name(by_name), _organisation(by_name)
    categories = _categories(by_name)
    return Person(
        uid=_first_text(by_name, "UID"),
        name=name,
        emails=_emails(by_name),
        phones=_phones(by_name),
        profiles=_profiles(by_name),
        organisation=organisation,
        position=_first_text(by_name, "TITLE") or _first_text(by_name, "ROLE"),
        communities=tuple(c for c in categories if c.casefold() not in _LABEL_RELATIONS),
        relations=frozenset(
            _LABEL_RELATIONS[c.casefold()] for c in categories if c.casefold() in _LABEL_RELATIONS
        ),
        related=_related(by_name),
        is_person=_is_person(by_name, name, organisation),
    )


ByName = dict[str, list[Line]]


def _texts(by_name: ByName, name: str) -> list[str]:
    return [text for line in by_name.get(name, ()) if (text := one_line(unescaped(line.value)))]


def _first_text(by_name: ByName, name: str) -> str:
    return next(iter(_texts(by_name, name)), "")


def _name_parts(by_name: ByName) -> tuple[str, str, str]:
    for line in by_name.get("N", ()):
        family, given, middle = [*map(one_line, parts(line.value)), "", "", ""][:3]
        if family or given or middle:
            return given, middle, family
    return "", "", ""


def _name(by_name: ByName) -> str:
    given, middle, family = _name_parts(by_name)
    full = _first_text(by_name, "FN")
    if full and not ("," in full and given and family):
        name = person_name(full)
        if name:
            return name
    return person_name(" ".join(part.replace(",", " ") for part in (given, middle, family)))


def _organisation(by_name: ByName) -> str:
    names = (one_line(parts(line.value)[0]) for line in by_name.get("ORG", ()))
    return next((name for name in names if name), "")


def _is_person(by_name: ByName, name: str, organisation: str) -> bool:
    kinds = _texts(by_name, "KIND") + _texts(by_name, "X-ADDRESSBOOKSERVER-KIND")
    if any(kind.casefold() in _NO_PERSON for kind in kinds):
        return False
    if any(_name_parts(by_name)):
        return True
    if "COMPANY" in _first_text(by_name, "X-ABSHOWAS").upper():
        return False
    return not name or name.casefold() != person_name(organisation).casefold()


def _emails(by_name: ByName) -> tuple[str, ...]:
    texts = (re.sub("^mailto:", "", e, flags=re.IGNORECASE) for e in _texts(by_name, "EMAIL"))
    return tuple(dict.fromkeys(email for email in texts if email_key(email) is not None))


def _phones(by_name: ByName) -> tuple[str, ...]:
    labels = {line.group: line.value for line in by_name.get("X-ABLABEL", ()) if line.group}
    found = []
    for line in by_name.get("TEL", ()):
        if line.types & _NO_VOICE or _OTHER_PHONE.search(labels.get(line.group, "")):
            continue
        text = one_line(unescaped(line.value))
        number = re.sub("^tel:", "", text, flags=re.IGNORECASE).partition(";")[0]
        if phone_key(number) is not None:
            found.append(number)
    return tuple(found)


def _profiles(by_name: ByName) -> tuple[str, ...]:
    named = _texts(by_name, "X-SOCIALPROFILE") + _texts(by_name, "SOCIALPROFILE")
    found = [url for url in named if page_key(url) is not None]
    return (*found, *(url for url in _texts(by_name, "URL") if is_personal_page(url)))


def _categories(by_name: ByName) -> tuple[str, ...]:
    values = (unescaped(line.value) for line in by_name.get("CATEGORIES", ()))
    labels = (one_line(part).strip("* ") for value in values for part in value.split(","))
    return tuple(label for label in labels if label and not _SYSTEM_LABEL.fullmatch(label))


def _related(by_name: ByName) -> tuple[tuple[frozenset[Relation], str], ...]:
    found = []
    for line in by_name.get("RELATED", ()):
        relations = frozenset(_RELATED[kind] for kind in line.types if kind in _RELATED)
        if relations:
            found.append((relations, one_line(unescaped(line.value))))
    return tuple(found)


def related_key(uri: str) -> Key | None:
    """Make the key of the person a ``RELATED`` property points to by mail address or phone."""
    scheme, _, rest = uri.partition(":")
    match scheme.casefold():
        case "mailto":
            return email_key(rest.partition("?")[0])
        case "tel":
            return phone_key(rest)
    return None

"""The cards of a vCard file, and what each says about a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from netzwerkwandel.model.keys import phone_key
from netzwerkwandel.model.vocabularies import Relation
from netzwerkwandel.sources.tools import (
    Entry,
    birthday,
    is_personal_page,
    one_line,
    page_key,
    person_name,
    reachable,
    relation_in,
)
from netzwerkwandel.sources.vcard.lines import Line, lines, parts, unescaped


# From Hebrew on; before it are the Latin, Greek and Cyrillic letters.
_FIRST_OF_ASIA = "\u0590"
READ = frozenset(
    "BDAY CATEGORIES EMAIL FN KIND N NICKNAME ORG RELATED ROLE SOCIALPROFILE TEL TITLE UID URL"
    " X-ABLABEL X-ABRELATEDNAMES X-ABSHOWAS X-ADDRESSBOOKSERVER-KIND X-ANDROID-CUSTOM X-ASSISTANT"
    " X-EVOLUTION-LIST X-MANAGER X-SOCIALPROFILE X-SPOUSE".split()
)

_NO_PERSON = frozenset(["application", "device", "group", "location", "org", "thing"])
_AT_WORK = frozenset(["WORK", "MAIN"])
_NO_VOICE = frozenset(["FAX", "PAGER"])
_FRAME = frozenset(["BEGIN", "END"])
_OTHER_PHONE = re.compile(r"fax|pager|assistant", re.IGNORECASE)
# The values that RFC 6350 has for RELATED, save those that are no relation (AGENT, EMERGENCY, ME,
# MUSE, CRUSH).
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


# The numbers of relations in Android's address book (ContactsContract.CommonDataKinds.Relation).
_ANDROID = {
    "1": Relation.REPORT,
    **dict.fromkeys(["2", "3", "5", "8", "9", "11", "12", "13", "14"], Relation.FAMILY),
    **dict.fromkeys(["4", "10"], Relation.PARTNER),
    "6": Relation.FRIEND,
    "7": Relation.BOSS,
}
_BETWEEN_EMAILS = re.compile("[,;]")


@attrs.frozen
class Card:
    """One card, and what it says about a person.

    Parameters
    ----------
    lines : tuple of Line
        Its properties, those of ``READ``.
    complete : bool
        Whether its end was found.
    """

    lines: tuple[Line, ...]
    complete: bool

    @cached_property
    def _by_name(self) -> Mapping[str, list[Line]]:
        by_name: dict[str, list[Line]] = {}
        for line in self.lines:
            by_name.setdefault(line.name, []).append(line)
        return by_name

    def texts(self, name: str) -> list[str]:
        """The values of a property, each in one line; empty ones are left out."""
        # A card has few of the properties that it is asked for.
        if name not in self._by_name:
            return []
        values = (unescaped(line.value) for line in self._by_name[name])
        return [text for value in values if (text := one_line(value))]

    def first_text(self, name: str) -> str:
        """The first value of a property; empty where there is none."""
        return next(iter(self.texts(name)), "")

    @cached_property
    def name_parts(self) -> tuple[str, str, str]:
        """The given, middle and family name; empty where the card has no such parts."""
        for line in self._by_name.get("N", ()):
            family, given, middle = [*map(one_line, parts(line.value)), "", "", ""][:3]
            if family or given or middle:
                return given, middle, family
        return "", "", ""

    @cached_property
    def name(self) -> str:
        """What to call the person: as the card shows it, else made of its parts."""
        given, middle, family = self.name_parts
        full = self.first_text("FN")
        # "Okafor, Ben" is shown by programs that sort by it, and the parts say it in order.
        # Thunderbird takes "Meier, Max" apart at the blank: the comma is in the parts then.
        is_parted = bool(given and family) and "," not in given + family
        # Some show "Okafor Ben", with no comma; Chinese characters are to stand in that order.
        is_turned = is_parted and full == f"{family} {given}" and max(full) < _FIRST_OF_ASIA
        if full and not (is_turned or ("," in full and is_parted)):
            name = person_name(full)
            if name:
                return name
        return person_name(" ".join(part.replace(",", " ") for part in (given, middle, family)))

    @cached_property
    def emails(self) -> tuple[str, ...]:
        """The mail addresses."""
        told = (part for text in self.texts("EMAIL") for part in _BETWEEN_EMAILS.split(text))
        return reachable(told)

    @cached_property
    def phones(self) -> tuple[str, ...]:
        """The numbers to call her at, not those of a fax, a pager or an assistant."""
        # Apple writes "item1.TEL:..." and, in another line, "item1.X-ABLabel:work fax".
        labels = {ln.group: ln.value for ln in self._by_name.get("X-ABLABEL", ()) if ln.group}
        numbers = []
        for line in self._by_name.get("TEL", ()):
            if line.types & _NO_VOICE or _OTHER_PHONE.search(labels.get(line.group, "")):
                continue
            number = _number(line)
            if phone_key(number) is not None:
                numbers.append(number)
        return tuple(numbers)

    @cached_property
    def profiles(self) -> tuple[str, ...]:
        """The profile pages: what is said to be one, and of other pages those of a person."""
        named = self.texts("X-SOCIALPROFILE") + self.texts("SOCIALPROFILE")
        pages = [url for url in named if page_key(url) is not None]
        return (*pages, *(url for url in self.texts("URL") if is_personal_page(url)))

    @cached_property
    def organisation(self) -> str:
        """The employer, without the department that may follow it."""
        names = (one_line(parts(line.value)[0]) for line in self._by_name.get("ORG", ()))
        return next((name for name in names if name), "")

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that the owner gave."""
        values = (unescaped(line.value) for line in self._by_name.get("CATEGORIES", ()))
        # Google writes its own groups with a star: "* myContacts".
        labels = (one_line(part).strip("* ") for value in values for part in value.split(","))
        return tuple(label for label in labels if label)

    @property
    def related(self) -> tuple[tuple[frozenset[Relation], str], ...]:
        """The relations to others, whom an address or the UID of another card names."""
        related = []
        for line in self._by_name.get("RELATED", ()):
            relations = frozenset(_RELATED[kind] for kind in line.types if kind in _RELATED)
            if relations:
                related.append((relations, one_line(unescaped(line.value))))
        return tuple(related)

    @property
    def relatives(self) -> tuple[tuple[Relation, str], ...]:
        """The relations to others whom a name alone names: that of a spouse, a superior, a friend.

        Each says what the other is to this person.
        """
        told = [(Relation.BOSS, name) for name in self.texts("X-MANAGER")]
        told += [(Relation.REPORT, name) for name in self.texts("X-ASSISTANT")]
        told += [(Relation.FAMILY, name) for name in self.texts("X-SPOUSE")]
        labels = {ln.group: ln.value for ln in self._by_name.get("X-ABLABEL", ()) if ln.group}
        for line in self._by_name.get("X-ABRELATEDNAMES", ()):
            relation = relation_in(labels.get(line.group, ""))
            if relation is not None:
                told.append((relation, one_line(unescaped(line.value))))
        for line in self._by_name.get("X-ANDROID-CUSTOM", ()):
            # "vnd.android.cursor.item/relation;Sabine;14;;;": a kind, a name, a number.
            kind, name, number = [*parts(line.value), "", "", ""][:3]
            if kind.endswith("/relation") and number in _ANDROID:
                told.append((_ANDROID[number], one_line(name)))
        for line in self._by_name.get("RELATED", ()):
            text = one_line(unescaped(line.value))
            kinds = sorted(_RELATED[kind] for kind in line.types if kind in _RELATED)
            if kinds and ":" not in text:
                told.append((kinds[0], text))
        return tuple((relation, name) for relation, text in told if (name := person_name(text)))

    @property
    def nicknames(self) -> tuple[str, ...]:
        """What else the person is called."""
        told = (name for text in self.texts("NICKNAME") for name in text.split(","))
        return tuple(name for text in told if (name := person_name(text)))

    @property
    def work_phones(self) -> tuple[str, ...]:
        """Of the numbers those that are at work, where colleagues may answer too."""
        kinds = {_number(line): line.types for line in self._by_name.get("TEL", ())}
        return tuple(n for n in self.phones if kinds.get(n, frozenset()) & _AT_WORK)

    @property
    def is_group(self) -> bool:
        """Whether it says that it is about a group or a thing."""
        kinds = self.texts("KIND") + self.texts("X-ADDRESSBOOKSERVER-KIND")
        is_list = self.first_text("X-EVOLUTION-LIST").upper() == "TRUE"
        return is_list or any(kind.casefold() in _NO_PERSON for kind in kinds)

    @property
    def entry(self) -> Entry:
        """What the card says."""
        return Entry(
            name=self.name,
            has_name_parts=any(self.name_parts),
            emails=self.emails,
            phones=self.phones,
            work_phones=self.work_phones,
            profiles=self.profiles,
            organisation=self.organisation,
            position=self.first_text("TITLE") or self.first_text("ROLE"),
            labels=self.labels,
            nicknames=self.nicknames,
            born=birthday(self.first_text("BDAY")),
            uid=self.first_text("UID"),
            related=self.related,
            relatives=self.relatives,
            is_group=self.is_group,
            # Apple marks a company so.
            is_company="COMPANY" in self.first_text("X-ABSHOWAS").upper(),
        )


def _number(line: Line) -> str:
    """A number to call; in vCard 4.0 it is a URI, ``tel:+49-30-901820;ext=17``."""
    text = one_line(unescaped(line.value))
    return re.sub("^tel:", "", text, flags=re.IGNORECASE).partition(";")[0]


def cards(data: bytes) -> Iterator[Card]:
    """Read the cards of a file, one after another; a card within a card (``AGENT``) is left out."""
    kept: list[Line] | None = None
    nested, before = 0, ""
    for line in lines(data):
        is_frame = line.name in _FRAME and line.raw.strip().upper() == b"VCARD"
        if line.name == "BEGIN" and is_frame:
            # vCard 2.1 puts the card of an assistant into the card, after a line "AGENT:".
            if kept is not None and before == "AGENT":
                nested += 1
            else:
                if kept is not None:
                    yield Card(tuple(kept), complete=False)
                kept, nested = [], 0
        elif line.name == "END" and is_frame and nested:
            nested -= 1
        elif line.name == "END" and is_frame and kept is not None:
            yield Card(tuple(kept), complete=True)
            kept = None
        elif kept is not None and not nested and line.name in READ:
            kept.append(line)
        before = line.name
    if kept is not None:
        yield Card(tuple(kept), complete=False)

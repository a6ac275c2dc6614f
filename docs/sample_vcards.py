"""Mara Vogt's address book: cards of a phone (2.1) and of a mail provider (3.0), in one file."""

from __future__ import annotations

import attrs

from sample_careers import MOVED
from sample_cast import (
    AT_KESSEL,
    AT_RHEINISCHE,
    BROTHER,
    CHOIR,
    COURSE,
    FLATMATES,
    FRIENDS,
    KESSEL,
    MEETUP,
    MOTHER,
    MY_NAME,
    NEIGHBOURS,
    PARENTS,
    PARTNER,
    PRIVATE,
    SISTER_IN_LAW,
    STUDIO,
    TEAM,
    UNIVERSITY,
    Group,
    Person,
)
from sample_linkedin import Profile, profiles


# numbers that are kept free for films and books
FAMILY_PHONE = "+49 221 4710010"


@attrs.frozen
class Card:
    """What the address book says of one person."""

    person: Person
    groups: str = ""
    phone: str = ""
    firm: str = ""
    title: str = ""
    page: str = ""
    birthday: str = ""


FLATMATES_WORK = (("Klinikum Rheinbogen", "UX Researcherin"), ("Theaterwerkstatt", ""), ("", ""))


def address_book() -> bytes:
    """Write all cards, her own first."""
    written = (_old(c) if _is_old(n) else _new(c) for n, c in enumerate(cards()))
    return "".join([_own_card(), *written]).encode()


def cards() -> list[Card]:
    """All cards, but for her own."""
    pages = {one.person.addresses: one for one in profiles() if one.person.mail}
    listed = [_card(n, *who, pages) for n, who in enumerate(_listed())]
    return [*listed, *flatmates()]


def flatmates() -> list[Card]:
    """The cards of those with whom she shared a flat, who have a phone and no address of mail."""
    work = zip(FLATMATES, FLATMATES_WORK, strict=True)
    return [
        Card(who, groups="WG", phone=f"+49 171 39200{90 + n}", firm=firm, title=title)
        for n, (who, (firm, title)) in enumerate(work)
    ]


def new_cards() -> list[Card]:
    """Those that a mail provider keeps, and not an old phone."""
    return [card for n, card in enumerate(cards()) if not _is_old(n)]


def _is_old(number: int) -> bool:
    return number % 4 == 1


def _listed() -> list[tuple[Person, str]]:
    """Those who are in the address book, and the group she put them in."""
    groups: tuple[tuple[Group, str], ...] = (
        ((PARTNER, *FRIENDS), "Freunde"),
        ((MOTHER, BROTHER, SISTER_IN_LAW), "Familie"),
        (TEAM[:5], "Arbeit"),
        (tuple(p for p in KESSEL if p.other or p in KESSEL[-8:-3]), "Kessel & Kranz"),
        (UNIVERSITY[:5], "Studium"),
        (CHOIR[:6], "Chor"),
        (NEIGHBOURS[:3], "Nachbarn"),
        (PARENTS[:4], "Schule"),
        (COURSE[:3] + STUDIO[:3] + MEETUP[:3], "UX Research"),
    )
    return [(person, group) for people, group in groups for person in people]


def _card(number: int, person: Person, group: str, pages: dict[tuple[str, ...], Profile]) -> Card:
    page = pages.get(person.addresses)
    linked = number % 2 == 0 or person.name in MOVED
    firm, title = MOVED.get(person.name, ("", ""))
    return Card(
        person,
        groups=group,
        phone=FAMILY_PHONE if group == "Familie" else f"+49 171 39200{number:02d}",
        firm=firm if number % 2 else "",
        title=title if number % 2 else "",
        page=page.url if page and linked and page.name == person.name else "",
        birthday=f"19{70 + number % 25}-0{1 + number % 9}-1{number % 9}" if number % 3 == 0 else "",
    )


def _new(card: Card) -> str:
    """Write a card of version 3.0, as mail providers export them."""
    who = card.person
    lines = [f"FN:{who.name}", f"N:{who.last};{who.first};;;"]
    if who.mail:
        lines.append(f"EMAIL;TYPE=INTERNET;TYPE={'WORK' if who.other else 'HOME'}:{who.mail}")
    if who.other:
        lines.append(f"item1.EMAIL;TYPE=INTERNET:{who.other}")
        lines.append("item1.X-ABLabel:Privat")
    lines.append(f"TEL;TYPE=CELL:{card.phone}")
    if card.firm:
        lines.append(f"ORG:{card.firm}")
    if card.title:
        lines.append("TITLE:" + card.title.replace(",", "\\,"))
    if card.page:
        lines.append("item2.URL:" + card.page.replace(":", "\\:", 1))
        lines.append("item2.X-ABLabel:LinkedIn")
    if card.birthday:
        lines.append(f"BDAY:{card.birthday}")
    lines.append(f"CATEGORIES:{card.groups},myContacts")
    return _vcard("3.0", lines)


def _old(card: Card) -> str:
    """Write a card of version 2.1, as phones did."""
    who = card.person
    lines = [_quoted("N", f"{who.last};{who.first};;;"), _quoted("FN", who.name)]
    lines.append(f"TEL;CELL:{card.phone.replace(' ', '-')}")
    lines.extend(f"EMAIL;HOME:{address}" for address in who.addresses)
    if card.firm:
        lines.append(_quoted("ORG", card.firm))
    if card.page:
        lines.append(f"URL:{card.page}")
    return _vcard("2.1", lines)


def _quoted(name: str, text: str) -> str:
    """Write a value in quoted-printable where it needs it, softly broken where it is long."""
    if text.isascii():
        return f"{name}:{text}"
    lines = [f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"]
    for octet in text.encode():
        if len(lines[-1]) > 62:
            lines.append("")
        plain = chr(octet) if octet < 128 and octet != ord("=") else f"={octet:02X}"
        lines[-1] += plain
    return "=\r\n".join(lines)


def _own_card() -> str:
    return _vcard(
        "3.0",
        [
            f"FN:{MY_NAME}",
            "N:Vogt;Mara;;;",
            f"EMAIL;TYPE=INTERNET;TYPE=HOME:{PRIVATE}",
            f"EMAIL;TYPE=INTERNET;TYPE=WORK:{AT_RHEINISCHE}",
            f"item1.EMAIL;TYPE=INTERNET:{AT_KESSEL}",
            "item1.X-ABLabel:früher",
        ],
    )


def _vcard(version: str, lines: list[str]) -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])

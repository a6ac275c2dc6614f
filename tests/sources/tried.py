"""What each reader of the library is tried on: small exports of its kind, and large ones.

A new reader gets a row here: ``check_reader`` is run on every one of ``READERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from sources.exports_folder import ADDRESSES, CONNECTIONS, PROFILE, card, event, mail, mbox
from sources.exports_folder import calendar as calendar_of
from sources.linkedin_archive import MESSAGES, message


SECRET = "the roof is leaking"


@attrs.frozen
class Tried:
    """The examples of a reader, of each its files by their names, and how to make a larger one."""

    examples: list[Mapping[str, bytes]]
    larger: Callable[[int], Mapping[str, bytes]]
    secret: str = SECRET


def _mailbox(n):
    return mbox(*(mail(i) + f"{SECRET}\n".encode() for i in range(n)))


def _archive(n):
    rows = [message(conversation=f"c{i}", content=SECRET) for i in range(n)]
    return {
        "Connections.csv": CONNECTIONS,
        "Profile.csv": PROFILE,
        "Email Addresses.csv": ADDRESSES,
        "messages.csv": (MESSAGES + "".join(rows)).encode(),
    }


def _calendar(n):
    described = f"DTSTART:20240304T090000Z\nDESCRIPTION:{SECRET}\n"
    return calendar_of(*(event(str(i), described) for i in range(n)))


def _book(n):
    noted = card("Ben Okafor", "ben@example.org").replace(b"END:", f"NOTE:{SECRET}\nEND:".encode())
    return noted + b"".join(card(f"Dana Fox {i}", f"dana{i}@example.org") for i in range(n))


TRIED: dict[str, Tried] = {
    "mail": Tried(
        examples=[
            {"mail.mbox": _mailbox(3)},
            {f"{i}.eml": mail(i) + SECRET.encode() for i in range(3)},
        ],
        larger=lambda n: {"mail.mbox": _mailbox(n)},
    ),
    "calendar": Tried([{"mara.ics": _calendar(2)}], lambda n: {"mara.ics": _calendar(n)}),
    "address book": Tried([{"book.vcf": _book(1)}], lambda n: {"book.vcf": _book(n)}),
    "linkedin": Tried([_archive(2), {"Connections.csv": CONNECTIONS}], _archive),
}

"""Some of Mara Vogt's contacts as Google exports them: the same people as in her address book."""

from __future__ import annotations

import csv
import io

from sample_vcards import flatmates, new_cards


COLUMNS = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value"
).split(",")
MOST = 12


def google_contacts() -> bytes:
    """Write a row for some of them, with nothing that the address book does not tell as well."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    # The family shares a number, and its cards say enough.
    first = [card for card in new_cards() if card.groups != "Familie"][:MOST]
    for card in [*first, *flatmates()]:
        table.writerow(
            {
                "First Name": card.person.first,
                "Last Name": card.person.last,
                "Organization Name": card.firm,
                "Organization Title": card.title,
                "Birthday": card.birthday,
                "Labels": f"{card.groups} ::: * myContacts",
                "E-mail 1 - Label": "* " if card.person.mail else "",
                # One cell has all addresses of one kind.
                "E-mail 1 - Value": " ::: ".join(card.person.addresses),
                "Phone 1 - Label": "Mobile",
                "Phone 1 - Value": card.phone,
            }
        )
    return text.getvalue().encode()

"""The address book of Thunderbird as a table, in English or German."""

from __future__ import annotations

from netzwerkwandel.sources.contacts.table import TableReader


THUNDERBIRD_CONTACTS = TableReader(
    {
        "First Name": "given name",
        "Last Name": "family name",
        "Display Name": "name",
        "Nickname": "nickname",
        "Primary Email": "email",
        "Secondary Email": "email",
        "Mobile Number": "phone",
        "Home Phone": "phone",
        "Work Phone": "work phone",
        "Web Page 1": "page",
        "Web Page 2": "page",
        "Organization": "organisation",
        "Job Title": "position",
        "Vorname": "given name",
        "Nachname": "family name",
        "Anzeigename": "name",
        "Spitzname": "nickname",
        "Primäre E-Mail-Adresse": "email",
        "Sekundäre E-Mail-Adresse": "email",
        "Mobil-Tel.-Nr.": "phone",
        "Mobiltelefon": "phone",
        "Tel. privat": "phone",
        "Tel. dienstlich": "work phone",
        "Webseite 1": "page",
        "Webseite 2": "page",
        "Organisation": "organisation",
        "Arbeitstitel": "position",
        "Berufsbezeichnung": "position",
    },
    "thunderbird contacts",
    known_by=(
        frozenset(["primaryemail", "displayname"]),
        frozenset(["primäreemailadresse", "anzeigename"]),
    ),
)
"""Reads the address book of Thunderbird, exported as CSV."""

"""Contacts that Outlook has exported as a table, in English or German."""

from __future__ import annotations

from netzwerkwandel.sources.contacts.table import TableReader


_ENGLISH = {
    "First Name": "given name",
    "Middle Name": "middle name",
    "Last Name": "family name",
    "Suffix": "name suffix",
    "Nickname": "nickname",
    "E-mail Address": "email",
    "E-mail 2 Address": "email",
    "E-mail 3 Address": "email",
    "Mobile Phone": "phone",
    "Mobile Phone 2": "phone",
    "Home Phone": "phone",
    "Home Phone 2": "phone",
    "Primary Phone": "phone",
    "Car Phone": "phone",
    "Other Phone": "phone",
    "Business Phone": "work phone",
    "Business Phone 2": "work phone",
    "Company Main Phone": "work phone",
    "Web Page": "page",
    "Personal Web Page": "page",
    "Company": "organisation",
    "Job Title": "position",
    "Categories": "community",
    "Manager's Name": "boss",
    "Assistant's Name": "report",
    "Spouse": "family",
    "Referred By": "acquaintance",
}
_GERMAN = {
    "Vorname": "given name",
    "Weitere Vornamen": "middle name",
    "Nachname": "family name",
    "Suffix": "name suffix",
    "Spitzname": "nickname",
    "E-Mail-Adresse": "email",
    "E-Mail 2: Adresse": "email",
    "E-Mail 3: Adresse": "email",
    "Mobiltelefon": "phone",
    "Mobiltelefon 2": "phone",
    "Telefon privat": "phone",
    "Telefon privat 2": "phone",
    "Telefon (privat)": "phone",
    "Haupttelefon": "phone",
    "Autotelefon": "phone",
    "Weiteres Telefon": "phone",
    "Telefon geschäftlich": "work phone",
    "Telefon geschäftlich 2": "work phone",
    "Telefon Firma": "work phone",
    "Webseite": "page",
    "Private Webseite": "page",
    "Firma": "organisation",
    "Position": "position",
    "Kategorien": "community",
    "Name des/r Vorgesetzten": "boss",
    "Name Assistent": "report",
    "Name des Assistenten": "report",
    "Partner": "family",
    "Empfohlen von": "acquaintance",
}

OUTLOOK_CONTACTS = TableReader(
    {**_ENGLISH, **_GERMAN},
    "outlook contacts",
    known_by=(
        frozenset("firstname middlename lastname title suffix emailaddress".split()),
        frozenset("vorname weiterevornamen nachname suffix firma emailadresse".split()),
    ),
)
"""Reads the contacts of Outlook: whom somebody has saved, and who is superior, assistant or
partner of whom."""

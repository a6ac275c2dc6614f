"""Lists of contacts from XING, which exported them until 2014, and from tools that still do."""

from __future__ import annotations

import attrs
from typing_extensions import override

from netzwerkwandel.sources.contacts.table import TableReader
from netzwerkwandel.sources.tools import Heading


@attrs.frozen
class _XingReader(TableReader):
    """Reads lists that have these columns and no others: of more, nobody knows what they are."""

    @override
    def _heading(self, text: str) -> Heading | None:
        found = super()._heading(text)
        return None if found is None or "" in found.columns else found


XING_CONTACTS = _XingReader(
    {
        "Vorname": "given name",
        "Nachname": "family name",
        "Firma": "organisation",
        "Position": "position",
        "E-Mail": "email",
        "Kontakt seit": "since",
        "First Name": "given name",
        "Last Name": "family name",
        "Company": "organisation",
        "Contact since": "since",
        "Profil": "profile",
        "Profile": "profile",
    },
    "xing contacts",
    relation="connection",
    known_by=(
        frozenset("vorname nachname firma position email".split()),
        frozenset("firstname lastname company position email".split()),
    ),
)
"""Reads a list of contacts from XING."""

"""Contacts as programs write them into tables and directories: Google, Outlook, and others."""

from __future__ import annotations

from netzwerkwandel.sources.contacts.google import GoogleContactsReader
from netzwerkwandel.sources.contacts.ldif import DirectoryReader
from netzwerkwandel.sources.contacts.outlook import OUTLOOK_CONTACTS
from netzwerkwandel.sources.contacts.table import TableReader
from netzwerkwandel.sources.contacts.thunderbird import THUNDERBIRD_CONTACTS
from netzwerkwandel.sources.contacts.xing import XING_CONTACTS


__all__ = [
    "OUTLOOK_CONTACTS",
    "THUNDERBIRD_CONTACTS",
    "XING_CONTACTS",
    "DirectoryReader",
    "GoogleContactsReader",
    "TableReader",
]

"""The address book of a Mac, as its own archive."""

from __future__ import annotations

from netzwerkwandel.sources.apple.reader import AppleContactsReader


__all__ = ["AppleContactsReader"]

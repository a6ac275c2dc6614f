from __future__ import annotations

from netzwerkwandel.sources.vcard.reader import AddressBookReader, looks_like_vcard, read_vcards


__all__ = ["AddressBookReader", "looks_like_vcard", "read_vcards"]

"""Texts that the tests of PostgreSQL share."""

from __future__ import annotations

from netzwerkwandel.storage import Storage


def keys(storage: Storage) -> list[str]:
    return [contact.key for contact in storage.contacts]


def incompressible(length: int) -> str:
    """A text that no compression makes short."""
    state, letters = 1, []
    for _ in range(length):
        state = state * 6364136223846793005 % 2**64
        letters.append(chr(0x4E00 + (state >> 50)))
    return "".join(letters)

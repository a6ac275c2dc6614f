"""The headers of a mail that say who, when and what kind of mail; no text is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias


Headers: TypeAlias = Mapping[str, Sequence[bytes]]

_WANTED = [
    "Auto-Submitted",
    "Bcc",
    "Cc",
    "Content-Type",
    "Date",
    "Delivered-To",
    "Envelope-To",
    "From",
    "List-Id",
    "List-Post",
    "List-Unsubscribe",
    "Message-ID",
    "Precedence",
    "Received",
    "Sender",
    "Subject",
    "To",
    "X-Gmail-Labels",
    "X-Mozilla-Status",
    "X-Original-To",
    "X-Spam-Flag",
]
_NAMES = {name.lower().encode(): name.lower() for name in _WANTED}


def parse_headers(block: bytes) -> dict[str, list[bytes]]:
    r"""Which headers, of those that are needed, does a mail have?

    Parameters
    ----------
    block : bytes
        The lines up to the first blank line.

    Returns
    -------
    dict of str to list of bytes
        By name in lower case: the unfolded values, without white space around them, in their order.
        Lines that are no headers are left out.

    Examples
    --------
    >>> parse_headers(b"FROM: ben@example.org\nTo: chen@example.org,\n mara@example.org\n")
    {'from': [b'ben@example.org'], 'to': [b'chen@example.org, mara@example.org']}
    """
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    found: dict[str, list[bytes]] = {}
    for line in block.replace(b"\n ", b" ").replace(b"\n\t", b" ").split(b"\n"):
        name, _, value = line.partition(b":")
        wanted = _NAMES.get(name.rstrip().lower())
        if wanted is not None:
            found.setdefault(wanted, []).append(value.strip())
    return found


def joined(headers: Headers, name: str) -> bytes:
    """All values of a header that may be repeated, as one list."""
    values = headers.get(name, ())
    return values[0] if len(values) == 1 else b", ".join(values)


def first(headers: Headers, name: str) -> bytes:
    """The first value of a header; empty where there is none."""
    values = headers.get(name)
    return values[0] if values else b""

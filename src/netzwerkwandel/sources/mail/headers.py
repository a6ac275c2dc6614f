"""The headers of a mail that say who, when and what kind of mail; no text is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias


Headers: TypeAlias = Mapping[bytes, bytes]

_NAMES = [
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
    "Sender",
    "Subject",
    "To",
    "X-Gmail-Labels",
    "X-Mozilla-Status",
    "X-Original-To",
    "X-Spam-Flag",
]


def _in_any_case(name: str) -> str:
    # Twice as fast as the flag for it: a set of two letters is ruled out at the first byte.
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else re.escape(c) for c in name)


_VALUE = r"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)"
_HEADER = re.compile(f"\n({'|'.join(map(_in_any_case, _NAMES))}){_VALUE}".encode())
_RECEIVED = re.compile(f"\n{_in_any_case('Received')}{_VALUE}".encode())


def parse_headers(block: bytes) -> dict[bytes, bytes]:
    r"""Which headers, of those that are needed, does a mail have?

    Parameters
    ----------
    block : bytes
        The lines up to the first blank line.

    Returns
    -------
    dict of bytes to bytes
        The unfolded value of each name in lower case; the values of a header that is repeated
        are joined by commas. Lines that are no headers are left out.

    Examples
    --------
    >>> parse_headers(b"FROM: ben@example.org\nTo: chen@example.org,\n mara@example.org\n")
    {b'from': b' ben@example.org', b'to': b' chen@example.org, mara@example.org'}
    """
    found: dict[bytes, bytes] = {}
    for name, folded in _HEADER.findall(_lines(block)):
        key = name.lower()
        value = folded.replace(b"\n", b"") if b"\n" in folded else folded
        found[key] = found[key] + b"," + value if key in found else value
    return found


def received_date(block: bytes) -> bytes:
    """Which date does the mail server that delivered a mail give; empty where it gives none?"""
    found = _RECEIVED.search(_lines(block))
    return found[1].replace(b"\n", b"").rpartition(b";")[2] if found else b""


def _lines(block: bytes) -> bytes:
    return b"\n" + (block.replace(b"\r\n", b"\n") if b"\r" in block else block)
